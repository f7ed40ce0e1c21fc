"""Cell addresses, and the one way in which numbers, dates and truth values become text."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

_A = ord("A") - 1
_LETTERS = 26
_DECIMALS = 9


@cache
def column_number(letters: str) -> int:
    """The 1-based number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - _A
    return number


@cache
def column_letters(number: int) -> str:
    """The letters of a 1-based column number."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(rest + _A + 1) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The address as people write it: (17, 6) is F17."""
    return f"{column_letters(column)}{row}"


def number_text(value: float) -> str:
    """A number without exponent, with at most 9 decimals, without ".0" when it is whole.

    It is what fastexcel makes of a number, so that 0.1 + 0.2 reads as 0.3 from every format.
    """
    if isinstance(value, int):
        return str(value)
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - NaN alone differs
        return str(value)
    if value.is_integer():
        return str(int(value))
    rounded = round(Decimal(value), _DECIMALS)
    return format(rounded.normalize(), "f") if rounded else "0"


def value_text(value: object) -> str | None:
    """A cell's value as text, the same as fastexcel writes it; None for an empty cell.

    Dates and times are ``2026-03-05 00:00:00``; a time alone stands on 1899-12-31.
    """
    if value is None or value == "":
        return None
    text = str(value)
    match value:
        case bool():
            text = "true" if value else "false"
        case int() | float():
            text = number_text(value)
        case dt.datetime():
            text = value.isoformat(" ", "milliseconds" if value.microsecond else "seconds")
        case dt.date():
            text = f"{value.isoformat()} 00:00:00"
        case dt.time():
            text = f"1899-12-31 {value.isoformat('seconds')}"
    return text
