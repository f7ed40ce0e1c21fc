"""SQL that tidies the words of a cell: full-width signs, blanks, names, marks that mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.sql import among, quoted

if TYPE_CHECKING:
    from zhenggai.binding.vocabulary import Column

_FULL = "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u3000\u00a0\u2007\u2212‐‑‒–—―￥∕．"
_HALF = "".join(map(chr, range(0x21, 0x7F))) + "   -------¥/."
WHITE = " \t\r\n\u00a0\u3000"
EMPTY = ("", *words.DASHES, *words.EMPTY_WORDS)
ODD_ORG = r"[\s\x{a0}\x{3000}\x{ff01}-\x{ff5e}]"
ODD_PERSON = r"[\s\x{a0}\x{3000}、,;/()\x{ff01}-\x{ff5e}]|\d{5}"


def folded(cell: str) -> str:
    """The cell with full-width signs, dashes and blanks as plain ones, trimmed."""
    odd = r"[\x{a0}\x{2007}\x{2010}-\x{2015}\x{2212}\x{2215}\x{3000}\x{ff01}-\x{ff5e}\x{ffe5}]"
    return (
        f"trim(CASE WHEN regexp_matches({cell}, '{odd}')"
        f" THEN translate({cell}, {quoted(_FULL)}, {quoted(_HALF)}) ELSE {cell} END, ' \t\r\n')"
    )


def tidied(field: Column, cell: str) -> str:
    """A trimmed text as its type has it; NULL for a mark that means nothing."""
    marks = words.DASHES if field.type == "text" else (*words.DASHES, *words.EMPTY_WORDS)
    tidy = {
        "text": cell,
        "org": f"CASE WHEN regexp_matches({cell}, {quoted(ODD_ORG)}) THEN {_org(cell)} ELSE {cell} END",
        "person": f"CASE WHEN regexp_matches({cell}, {quoted(ODD_PERSON)})"
        f" THEN {_person(cell)} ELSE {cell} END",
    }[field.type]
    return f"CASE WHEN NOT {among(cell, marks)} THEN {tidy} END"


def _org(cell: str) -> str:
    return rf"regexp_replace({folded(cell)}, '\s+', '', 'g')"


def _person(cell: str) -> str:
    """Several names joined by 、; titles in brackets, numbers and the blank in "张 三" are dropped."""
    steps = (
        (r"\([^()]*\)", ""),
        (r"[\s:]*[A-Za-z]{0,3}\d{5,}", ""),
        (r"\s*[、,;/\n\r]+\s*", "、"),
        (r"(^|[、\s])(\p{Han})\s+(\p{Han}{1,2})($|[、\s])", r"\1\2\3\4"),
        (r"(^|[、\s])(\p{Han})\s+(\p{Han}{1,2})($|[、\s])", r"\1\2\3\4"),
        (r"(\p{Han})\s+(\p{Han})", r"\1、\2"),
        (r"^[、\s]+|[、\s]+$", ""),
    )
    text = folded(cell)
    for pattern, replacement in steps:
        text = f"regexp_replace({text}, {quoted(pattern)}, {quoted(replacement)}, 'g')"
    return f"nullif({text}, '')"
