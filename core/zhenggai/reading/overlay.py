"""What the fast reader of values does not tell of a sheet: errors, bare formulas, what is hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.cells import cell_name
from zhenggai.reading.refusal import Refusal

Cell = tuple[int, int]
"""1-based row and column."""


@dataclass(slots=True)
class Overlay:
    """The findings of the pass over one sheet's own records, in the making."""

    errors: dict[Cell, str] = field(default_factory=dict)
    bare: set[Cell] = field(default_factory=set)
    formulas: int = 0
    zero_formulas: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    long_numbers: dict[Cell, str] = field(default_factory=dict)

    def columns_hidden(self, first: int, last: int) -> frozenset[int]:
        """The hidden columns from `first` to `last`; the empty ones beyond hide nothing."""
        return frozenset(
            column
            for low, high in self.hidden_columns
            for column in range(max(low, first), min(high, last) + 1)
        )

    def rows_hidden(self, last: int) -> frozenset[int]:
        """The hidden rows up to `last`."""
        return frozenset(row for row in self.hidden_rows if row <= last)

    def check_merges(self) -> None:
        """Refuse more merged ranges than anyone draws."""
        if len(self.merges) > limits.MAX_MERGES:
            raise Refusal(
                TroubleKind.TOO_LARGE,
                _(
                    "the sheet has {count} merged ranges, more than the {limit} that are read"
                ).format(count=len(self.merges), limit=limits.MAX_MERGES),
            )

    def troubles(self, sheet: str) -> list[Trouble]:
        """Numbers that are longer than a spreadsheet can hold, each by its cell."""
        named = sorted(self.long_numbers.items())
        troubles = [
            Trouble(
                TroubleKind.LOST_DIGITS,
                _(
                    "the cell holds a number of more than 15 digits; the last ones are lost, enter it as text"
                ),
                sheet=sheet,
                cell=cell_name(*cell),
                text=text,
            )
            for cell, text in named[: limits.MAX_NAMED]
        ]
        if rest := len(named) - len(troubles):
            troubles.append(
                Trouble(
                    TroubleKind.LOST_DIGITS,
                    _("{count} more cells hold numbers of more than 15 digits").format(count=rest),
                    sheet=sheet,
                )
            )
        return troubles


@dataclass(frozen=True, slots=True)
class Extent:
    """The farthest row and column, 1-based, that cells reach."""

    row: int
    column: int

    @property
    def area(self) -> int:
        """Cells of the rectangle from A1."""
        return self.row * self.column

    @property
    def fits(self) -> bool:
        """Whether a spreadsheet can be so large, and the reader of values may hold it."""
        return (
            self.area <= limits.MAX_AREA
            and self.row <= limits.MAX_ROWS
            and self.column <= limits.MAX_COLUMNS
        )


def check_extent(extent: Extent) -> None:
    """Refuse a sheet whose used rectangle would fill the memory."""
    if not extent.fits:
        raise Refusal(
            TroubleKind.TOO_LARGE,
            _(
                "the sheet reaches to {cell}, {area} cells in all, more than the {limit} that are read; "
                "delete the stray cells far from the table, or split it"
            ).format(
                cell=cell_name(extent.row, extent.column),
                area=extent.area,
                limit=limits.MAX_AREA,
            ),
            cell=cell_name(extent.row, extent.column),
        )


def check_count(cells: int) -> None:
    """Refuse a sheet of too many cells with a value."""
    if cells > limits.MAX_CELLS:
        raise Refusal(
            TroubleKind.TOO_LARGE,
            _(
                "the sheet has {count} filled cells, more than the {limit} that are read; split it"
            ).format(count=cells, limit=limits.MAX_CELLS),
        )
