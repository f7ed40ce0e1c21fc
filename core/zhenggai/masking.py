"""Personal data masked: of a known kind, or found in free text by its shape and check digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zhenggai.model.evidence import FieldType

Kind = Literal["id_card", "phone", "bank_card", "person", "other"]

_KEEP: dict[Kind, tuple[int, int]] = {
    "id_card": (3, 4),
    "phone": (3, 4),
    "bank_card": (4, 4),
    "person": (1, 0),
    "other": (1, 1),
}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CARD_BINS = re.compile(r"62|60|4|5[1-5]|3[57]|9[58]")
# Not inside a longer number or word, not the head of a decimal, not an amount of money.
_BEFORE = r"(?<![0-9A-Za-z.,，¥￥$])"
_AFTER = r"(?![0-9A-Za-z]|[.,][0-9]|\s*(?:元|万|千元|亿))"
_SUSPECT = re.compile(
    _BEFORE
    + r"(?:(?P<id>[1-9][0-9]{16}[0-9Xx])"
    + r"|(?P<phone>1[3-9][0-9]{9})"
    + r"|(?P<card>[3-69][0-9]{15,18}|[3-69][0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?))"
    + _AFTER
)
_MOBILE, _CARD = 11, 15
"""Digits of a mobile number, and the fewest of a bank card."""
_LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9]){10}")


def mask(text: str, kind: Kind = "other") -> str:
    """The text with its middle as asterisks: `110***********0078`, `张*`.

    A text too short to keep both ends is masked but for its first character; a single character
    wholly.
    """
    head, tail = _KEEP[kind]
    if len(text) <= head + tail:
        head, tail = (1, 0) if len(text) > 1 else (0, 0)
    hidden = len(text) - head - tail
    return f"{text[:head]}{'*' * hidden}{text[len(text) - tail :] if tail else ''}"


def mask_field(text: str, kind: FieldType) -> str:
    """A value of a personal field, masked by what the field holds, or by the value's own length."""
    if kind in {"id_card", "person"}:
        return mask(text, "id_card" if kind == "id_card" else "person")
    digits = re.sub(r"[ -]", "", text)
    if digits.isdecimal() and len(digits) == _MOBILE:
        return mask(text, "phone")
    if digits.isdecimal() and len(digits) >= _CARD:
        return mask(text, "bank_card")
    return mask(text)


def scrub(text: str) -> str:
    """Free text with identity numbers, mobile numbers and bank cards masked.

    An identity number counts by its birth date and check digit (GB 11643-1999), a card by its issuer
    digits and check digit (GB/T 17553, the Luhn formula), a mobile number by its shape; a number
    that reads as money, or is part of a longer one, is left.
    """
    return _SUSPECT.sub(_replaced, text) if _LONG_NUMBER.search(text) else text


def _replaced(found: re.Match[str]) -> str:
    text = found.group()
    if found["phone"]:
        return mask(text, "phone")
    if found["id"] and is_id_number(text):
        return mask(text, "id_card")
    digits = re.sub(r"[ -]", "", text)
    if _CARD_BINS.match(digits) and digits.isdecimal() and _luhn(digits):
        return mask(text, "bank_card")
    return text


def is_id_number(text: str) -> bool:
    """Whether 18 characters are an identity number: a possible birth date and the check digit."""
    month, day = int(text[10:12]), int(text[12:14])
    if text[6:8] not in {"18", "19", "20"} or not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004 - the calendar
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11] == text[17].upper()


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the digits of a two-digit number
    return total % 10 == 0
