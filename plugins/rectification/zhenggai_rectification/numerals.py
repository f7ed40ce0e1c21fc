"""Characters of official papers brought to one form, and numbers as they are written in them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_FOLDED: Final = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **{chr(0xFF21 + at): chr(0x41 + at) for at in range(26)},
    **{chr(0xFF41 + at): chr(0x61 + at) for at in range(26)},
    **dict(zip("％＊＋．－／＝＿", "%*+.-/=_", strict=True)),
    **dict(zip("():;!?", "（）：；！？", strict=True)),
    **dict.fromkeys("\t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff", " "),
    "﹡": "*",
    "∗": "*",
    "●": "○",
    "—": "－",
    "–": "－",
}
_TABLE: Final = str.maketrans(_FOLDED)
_COMMA: Final = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")

CHINESE_DIGITS: Final = "一二两三四五六七八九十百千万零〇"
"""The characters of a number written out in Chinese."""

_VALUES: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
_STEPS: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIAD: Final = 10_000
_CIRCLED: Final = {
    **{chr(0x2460 + at): at + 1 for at in range(20)},
    **{chr(0x2474 + at): at + 1 for at in range(20)},
    **{chr(0x3220 + at): at + 1 for at in range(10)},
}


def fold(text: str) -> str:
    """The text with one form of digits, letters, brackets and spaces, character for character.

    The length stays the same, so that a place in the folded text is a place in the original.
    Commas become full-width unless they divide thousands.
    """
    return _COMMA.sub("，", text.translate(_TABLE))


def chinese_number(text: str) -> int | None:
    """The value of `二十三`, `两百`, `二〇二五`; None if it is no number.

    >>> chinese_number("二十三"), chinese_number("一百零八"), chinese_number("二〇二五")
    (23, 108, 2025)
    """
    if not text or any(one not in CHINESE_DIGITS for one in text):
        return None
    if not any(one in _STEPS or one == "万" for one in text):
        return int("".join(str(_VALUES[one]) for one in text))
    total = section = digit = 0
    for one in text:
        if one == "万":
            total = (total + (section + digit or 1)) * _MYRIAD
            section = digit = 0
        elif one in _STEPS:
            section += (digit or 1) * _STEPS[one]
            digit = 0
        else:
            digit = _VALUES[one]
    return total + section + digit


def ordinal(text: str) -> int | None:
    """The value of a number as headings and lists write it: `三`, `12`, `③`, `⑵`; else None."""
    if len(text) == 1 and text in _CIRCLED:
        return _CIRCLED[text]
    if text.isascii() and text.isdigit():
        return int(text)
    return chinese_number(text)


def decimal(text: str) -> Decimal | None:
    """The value of digits (with thousands) or of a Chinese number; None if it is neither."""
    plain = text.replace(",", "")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain):
        return Decimal(plain)
    value = chinese_number(text)
    return None if value is None else Decimal(value)


def decimals(text: str) -> int:
    """How many digits stand after the point."""
    return len(text.partition(".")[2])
