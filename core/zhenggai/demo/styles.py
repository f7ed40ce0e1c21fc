"""The mess of real ledgers, as words: `titled totals notes serial dates=mixed wan merge=人员`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zhenggai.errors import nearest
from zhenggai.testing.cases import CaseError

if TYPE_CHECKING:
    from zhenggai.model.evidence import Field

WORDS = (
    "titled",
    "totals",
    "notes",
    "serial",
    "wan",
    "fullwidth",
    "repeat-heading",
    "hidden-column",
    "synonyms",
)
VALUED = ("dates", "merge", "group", "encoding")


@dataclass(frozen=True, slots=True)
class Style:
    """How one paper is written.

    Attributes:
        words: of `WORDS`.
        dates: `iso`, `dotted`, `chinese`, `compact`, `slash`, `cell` (true date cells) or `mixed`.
        merge: fields whose equal neighbours downwards are one merged cell.
        groups: heading above several fields, which makes two heading rows.
        encoding: of delimited text.
    """

    words: frozenset[str] = frozenset()
    dates: str = "cell"
    merge: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    encoding: str = "utf-8-sig"


def read_style(text: str, where: str) -> Style:
    """The words of a `style:` line; CaseError for one that is none."""
    words: set[str] = set()
    given: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    for word in text.split():
        name, equals, value = word.partition("=")
        if name == "group" and equals:
            head, _colon, fields = value.partition(":")
            groups[head] = tuple(fields.split(","))
        elif equals and name in VALUED:
            given[name] = value
        elif not equals and name in WORDS:
            words.add(name)
        else:
            raise CaseError(
                f"“{word}” is no style", where=where, hint=nearest(name, [*WORDS, *VALUED])
            )
    return Style(
        words=frozenset(words),
        dates=given.get("dates", "cell"),
        merge=tuple(given.get("merge", "").split(",")) if given.get("merge") else (),
        groups=groups,
        encoding=given.get("encoding", "utf-8-sig"),
    )


_MIXED = ("dotted", "iso", "chinese", "slash", "cell", "compact")
_WAN = Decimal(10000)


def heading(item: Field, style: Style) -> str:
    """A field's heading as the paper has it."""
    text = item.synonyms[0] if "synonyms" in style.words and item.synonyms else item.title
    if item.type == "money" and "wan" in style.words:
        return f"{text}（万元）"
    return text


def cell(item: Field, text: str, style: Style, row: int) -> Any:
    """A canonical cell of the case as a clerk may write it: text, number or date."""
    if text.startswith("?"):
        return text[1:]
    if not text:
        return None
    if item.type in {"date", "month"}:
        return _date(text, style, row)
    if item.type in {"money", "decimal", "integer"}:
        number = Decimal(text)
        if item.type == "money" and "wan" in style.words:
            number /= _WAN
        if "fullwidth" in style.words and item.type == "integer":
            return text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        return float(number)
    if item.type == "percent" and not text.endswith("%"):
        return float(Decimal(text))
    if item.type == "person" and len(text) == 2 and style.dates == "mixed":  # noqa: PLR2004 - two characters
        return f"{text[0]}　{text[1]}"
    return text


def _date(text: str, style: Style, row: int) -> Any:
    kind = _MIXED[row % len(_MIXED)] if style.dates == "mixed" else style.dates
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 2:  # noqa: PLR2004 - a month
        year, month = parts
        return (
            f"{year}年{month}月" if kind in {"chinese", "mixed", "cell"} else f"{year}.{month:02d}"
        )
    day = dt.date(*parts)
    return {
        "iso": day.isoformat(),
        "dotted": f"{day.year}.{day.month}.{day.day}",
        "chinese": f"{day.year}年{day.month}月{day.day}日",
        "compact": f"{day:%Y%m%d}",
        "slash": f"{day.year}/{day.month}/{day.day}",
        "cell": day,
    }[kind]
