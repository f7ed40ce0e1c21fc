"""Cells that a spreadsheet will show and never run."""

from __future__ import annotations

from zhenggai.reporting.view import clean

_RISKY = ("=", "+", "-", "@", "\t", "\r")
CELL_LIMIT = 32_767
"""Characters that Excel keeps in a cell."""


def csv_cell(text: str) -> str:
    """The text with a leading apostrophe where a spreadsheet would take it as a formula."""
    plain = clean(text)
    return f"'{plain}" if plain.startswith(_RISKY) else plain


def xlsx_cell(text: str) -> str:
    """The text as Excel will take it: without control characters, within its limit, marked if cut."""
    plain = clean(text)
    return plain if len(plain) <= CELL_LIMIT else f"{plain[: CELL_LIMIT - 1]}…"
