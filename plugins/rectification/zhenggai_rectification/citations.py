"""The documents that a report cites: 《…》, with the number that stands beside or alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TITLE: Final = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》(?:\s*（([^（）]{2,30}?号)）)?")
_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff*X]{1,12}[〔\[](?:20\d\d|\*{2,4})[〕\]](?:第)?[\d*]{1,4}号"
)
_UNIT: Final = re.compile(
    r"^(?:中共)?[^，。]{0,10}?(?:市场监督管理局|市场监管局|市监局|(?<=[省市县区旗])局|^局)(?:党组|党委|委员会)?"
)
_PLACE: Final = re.compile(r"^(?:[*X]+|[\u4e00-\u9fff]{2,3})[省市县区旗](?=.{4})")
_NOISE: Final = re.compile(
    r"(?:\d{4}|\*{4}|[二一][〇零一二三四五六七八九]{3})年度?|（?(?:试行|暂行|修订版?|修正版?)）?|[*X×]+|[\s“”\"‘’，、。；：·（）〔〕\[\]]"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document at a place of the text; `key` is its title without what varies in writing."""

    at: int
    end: int
    title: str
    key: str
    doc_no: str


def find_citations(text: str) -> tuple[Citation, ...]:
    """Every 《…》, and every document number that stands without a title."""
    titles = list(_TITLE.finditer(text))
    found = [
        Citation(match.start(), match.end(), match[1], title_key(match[1]), match[2] or "")
        for match in titles
    ]
    covered = [match.span() for match in titles]
    found += [
        Citation(match.start(), match.end(), "", "", match[0])
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start() < end for start, end in covered)
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def title_key(title: str) -> str:
    """A title without the unit's name in any of its forms, masks, years, 试行 and punctuation.

    >>> title_key("某县市场监督管理局执法记录仪使用规定（试行）") == title_key("某县市监局执法记录仪使用规定")
    True
    """
    text = _UNIT.sub("", title, count=1)
    if text == title:
        text = _PLACE.sub("", title, count=1)
    text = _PLACE.sub("", text, count=1) if text.startswith(("*", "X")) else text
    return _NOISE.sub("", text) or _NOISE.sub("", title)
