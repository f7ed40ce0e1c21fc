"""The columns of the list of findings (问题清单), alike in Excel and CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhenggai.i18n import _
from zhenggai.reporting import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from zhenggai.reporting.view import FindingRow

Cell: TypeAlias = "str | int | Decimal | None"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, a width in characters, and the cell of a row."""

    heading: str
    width: int
    cell: Callable[[FindingRow], Cell]


def finding_columns() -> tuple[Column, ...]:
    """The columns in order; several addresses stand one a line."""
    return (
        Column(_("No."), 6, lambda row: row.number),
        Column(_("Section"), 13, lambda row: row.section_title),
        Column(_("Rule"), 24, lambda row: row.title),
        Column(_("What was found"), 44, lambda row: row.message),
        Column(_("Kind"), 9, lambda row: words.verdict(row.verdict)),
        Column(_("Severity"), 9, lambda row: words.severity(row.severity)),
        Column(_("File"), 26, lambda row: "\n".join(place.path for place in row.places)),
        Column(_("Sheet"), 12, lambda row: "\n".join(place.sheet for place in row.places)),
        Column(_("Cell"), 10, lambda row: "\n".join(place.cells for place in row.places)),
        Column(_("Basis"), 40, lambda row: "\n".join(row.basis)),
        Column(_("Remedy"), 36, lambda row: row.rectify),
        Column(_("Responsible"), 14, lambda row: row.owner),
        Column(_("Amount (yuan)"), 13, lambda row: row.amount),
        Column(_("Due"), 12, lambda row: str(row.due or "")),
        Column(_("Approved exception"), 20, lambda row: row.waiver),
        Column(_("Rule id"), 26, lambda row: row.rule),
        Column(_("Fingerprint"), 18, lambda row: row.fingerprint),
    )
