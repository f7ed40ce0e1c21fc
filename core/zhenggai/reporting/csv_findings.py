"""The list of findings as CSV that Excel and WPS open rightly: UTF-8 with a BOM, no formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zhenggai.reporting import view
from zhenggai.reporting.columns import finding_columns
from zhenggai.reporting.safe import csv_cell

if TYPE_CHECKING:
    from zhenggai.model.assessment import Assessment


def render(assessment: Assessment) -> bytes:
    """One line a finding, worst first; lines end in CR LF, as RFC 4180 has it."""
    columns = finding_columns()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.heading for column in columns)
    for row in view.finding_rows(assessment):
        cells = (column.cell(row) for column in columns)
        writer.writerow("" if cell is None else csv_cell(str(cell)) for cell in cells)
    return text.getvalue().encode("utf-8-sig", errors="replace")
