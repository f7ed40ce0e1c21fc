"""Which character parts the columns of a text, by how evenly it stands in the first rows."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = (",", "\t", ";", "|")
_ROWS = 100
_EVEN = 0.8
"""The share of rows that must have the same number of columns for a text to count as a table."""

_ENOUGH = 2


def column_counts(lines: Sequence[str], delimiter: str) -> list[int]:
    """Columns of the first rows that are not blank; none where the quotes do not pair up."""
    counts = []
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            if any(row):
                counts.append(len(row))
            if len(counts) == _ROWS:
                break
    except csv.Error:
        return counts  # the look ends in the middle of a cell
    return counts


def find_delimiter(lines: Sequence[str], *, even: float = _EVEN) -> str | None:
    """The delimiter by which the rows have most evenly the most columns; None for running text.

    `even` is the share of rows asked for; rows of one column never count as even. One row alone
    is no proof, unless `even` is 0.
    """
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for delimiter in DELIMITERS:
        counts = column_counts(lines, delimiter)
        usual, times = (
            Counter(n for n in counts if n > 1).most_common(1)[0]
            if any(n > 1 for n in counts)
            else (0, 0)
        )
        if not times:
            continue
        share = times / len(counts)
        if even and (share < even or times < _ENOUGH):
            continue
        if (share, usual) > best:
            best, chosen = (share, usual), delimiter
    return chosen
