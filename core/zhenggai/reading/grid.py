"""Rows of text cells, trimmed of empty edges, as a sheet: what the readers without Arrow give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.model.raw import RawSheet
from zhenggai.reading.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str | None]


def sheet_of(
    name: str,
    rows: Sequence[Row],
    overlay: Overlay | None = None,
    *,
    hidden: bool = False,
    page: int | None = None,
) -> RawSheet:
    """A sheet from rows of any length, the first of which is row 1 and begins in column 1.

    Empty rows below and empty columns to the right of the last value are left out.
    """
    overlay = overlay or Overlay()
    widths = [
        max((number for number, cell in enumerate(row, start=1) if cell), default=0) for row in rows
    ]
    columns = max(widths, default=0)
    last = max((number for number, width in enumerate(widths, start=1) if width), default=0)
    grid = tuple(
        tuple(cell or None for cell in row[:columns]) + (None,) * (columns - len(row))
        for row in rows[:last]
    )
    return RawSheet(
        name=name,
        grid=grid,
        rows=last,
        columns=columns,
        hidden=hidden,
        hidden_rows=overlay.rows_hidden(last),
        hidden_columns=overlay.columns_hidden(1, columns),
        merges=tuple(overlay.merges),
        errors=overlay.errors,
        bare_formulas=frozenset(overlay.bare),
        formulas=overlay.formulas,
        page=page,
    )
