"""Heading levels by the numbering that official papers use: 一、 （一） 1. （1）."""

from __future__ import annotations

import re

_NUMERAL = r"[一二三四五六七八九十百零〇]{1,5}"
_LEVELS = (
    (1, re.compile(rf"\s*(?:{_NUMERAL}、|第{_NUMERAL}(?:部分|章))")),
    (2, re.compile(rf"\s*[（(]{_NUMERAL}[）)]")),
    (3, re.compile(r"\s*\d{1,2}(?:[.．](?!\d)|、)")),
    (4, re.compile(r"\s*[（(]\d{1,2}[）)]")),
)


def heading_level(text: str) -> int:
    """The level of GB/T 9704 that a paragraph's own numbering shows; 0 if it has none."""
    return next((level for level, pattern in _LEVELS if pattern.match(text)), 0)
