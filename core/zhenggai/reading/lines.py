"""Visual lines of a page put together again as paragraphs."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from zhenggai.reading.headings import heading_level

_FULL = 0.9
"""The share of the page's widest line from which a line counts as full."""

_WIDE = frozenset("WFA")
_ENDS = tuple("。！？：；.!?:;")
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十百]+[条章节]|[•·●◆■-]\s|[①-⑳])"
)
_INDENTED = re.compile(r"\s{2,}|\u3000")
_WORD = re.compile(r"[0-9A-Za-z]")


def line_width(line: str) -> int:
    """The width of a line in half-width characters."""
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in line)


def joined_lines(lines: list[str]) -> list[str]:
    """Paragraphs: a full line goes on in the next, unless that begins an item or is indented.

    A line of a page is full when it is nearly as wide as the widest; one that ends a sentence may
    end a paragraph too, so it must be as wide as any to go on.
    """
    full = max(map(line_width, lines), default=0) * _FULL
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        text = line.strip()
        if not text:
            goes_on = False
            continue
        starts = heading_level(text) > 0 or _ITEM.match(text) or _INDENTED.match(line)
        if goes_on and not starts:
            gap = " " if _WORD.match(text) and _WORD.match(paragraphs[-1][-1]) else ""
            paragraphs[-1] += gap + text
        else:
            paragraphs.append(text)
        width = line_width(line.rstrip())
        goes_on = width >= full and not (text.endswith(_ENDS) and width < full / _FULL)
    return paragraphs
