"""Addresses and values as text."""

import datetime as dt

import pytest

from zhenggai.reading.cells import cell_name, column_letters, column_number, number_text, value_text


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_have_letters(number, letters):
    assert column_letters(number) == letters
    assert column_number(letters) == number
    assert cell_name(17, number) == f"{letters}17"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (-0.5, "-0.5"),
        (1e22, "10000000000000000000000"),
        (1e-7, "0.0000001"),
        (-1e-12, "0"),
        (123456.789, "123456.789"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
    ],
)
def test_numbers_have_no_exponent(value, text):
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        ("甲", "甲"),
        (False, "false"),
        (True, "true"),
        (2.50, "2.5"),
        (dt.date(2026, 3, 5), "2026-03-05 00:00:00"),
        (dt.datetime(2026, 3, 5, 8, 30, tzinfo=None), "2026-03-05 08:30:00"),
        (dt.datetime(2026, 3, 5, 8, 30, 0, 500_000), "2026-03-05 08:30:00.500"),
        (dt.time(8, 30), "1899-12-31 08:30:00"),
        (dt.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_values_become_text(value, text):
    assert value_text(value) == text
