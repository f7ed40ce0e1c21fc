"""Write a demo paper's tables as a workbook, and say on which row each case row came to stand."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zhenggai.demo.styles import cell, heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhenggai.demo.styles import Style
    from zhenggai.model.evidence import Evidence, Field
    from zhenggai.testing.cases import CaseTable

CREATED = dt.datetime(2026, 11, 24, tzinfo=dt.UTC).replace(tzinfo=None)
"""Stamped into workbooks, so that the same demo gives the same bytes."""
_REPEAT_AFTER = 4


def workbook(
    tables: Sequence[tuple[CaseTable, Evidence, Sequence[Field]]], style: Style, unit: str
) -> tuple[bytes, list[tuple[str, dict[int, int]]]]:
    """The file, and for each table its sheet and the 1-based sheet row of each case row."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": CREATED})
    formats = {
        "title": book.add_format({"bold": True, "align": "center", "font_size": 16}),
        "head": book.add_format({"bold": True, "align": "center", "border": 1, "text_wrap": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "border": 1}),
        "cell": book.add_format({"border": 1}),
    }
    placed: list[tuple[str, dict[int, int]]] = []
    for number, (table, evidence, fields) in enumerate(tables, 1):
        name = evidence.title[:28] if len(tables) > 1 else "Sheet1"
        name = f"{name}{number}" if name in {sheet for sheet, _rows in placed} else name
        sheet = book.add_worksheet(name)
        placed.append((name, _Sheet(sheet, formats, style, fields).write(table, evidence, unit)))
    book.close()
    return out.getvalue(), placed


class _Sheet:
    """One sheet while it is written; rows and columns are 0-based here."""

    def __init__(
        self, sheet: Any, formats: Mapping[str, Any], style: Style, fields: Sequence[Field]
    ) -> None:
        self.sheet = sheet
        self.formats = formats
        self.style = style
        self.fields = fields
        self.first = 1 if "serial" in style.words else 0
        self.width = len(fields) + self.first
        self.row = 0

    def write(self, table: CaseTable, evidence: Evidence, unit: str) -> dict[int, int]:
        """Write everything; the 1-based sheet row of each 1-based case row."""
        if "titled" in self.style.words:
            self._title(evidence, unit)
        self._heading()
        rows: dict[int, int] = {}
        start = self.row
        for number, given in enumerate(table.rows, 1):
            if "repeat-heading" in self.style.words and number == _REPEAT_AFTER + 1:
                self._heading()
            if self.first:
                self.sheet.write_number(self.row, 0, number, self.formats["cell"])
            for at, (item, text) in enumerate(zip(self.fields, given, strict=True), self.first):
                self._cell(self.row, at, cell(item, text, self.style, number))
            rows[number] = self.row + 1
            self.row += 1
        self._merge(table, start)
        if "totals" in self.style.words:
            self._totals(table)
        if "notes" in self.style.words:
            self._notes()
        if "hidden-column" in self.style.words:
            self.sheet.set_column(self.width - 1, self.width - 1, None, None, {"hidden": True})
        return rows

    def _title(self, evidence: Evidence, unit: str) -> None:
        last = max(self.width - 1, 1)
        self.sheet.merge_range(0, 0, 0, last, f"{unit}{evidence.title}", self.formats["title"])
        self.sheet.write_string(1, 0, f"填报单位：{unit}")
        if "wan" in self.style.words:
            self.sheet.write_string(1, last, "单位：万元")
        self.row = 2

    def _heading(self) -> None:
        head = self.formats["head"]
        grouped = {name: top for top, names in self.style.groups.items() for name in names}
        if not grouped:
            if self.first:
                self.sheet.write_string(self.row, 0, "序号", head)
            for at, item in enumerate(self.fields, self.first):
                self.sheet.write_string(self.row, at, heading(item, self.style), head)
            self.row += 1
            return
        if self.first:
            self.sheet.merge_range(self.row, 0, self.row + 1, 0, "序号", head)
        for at, item in enumerate(self.fields, self.first):
            if item.name in grouped:
                self.sheet.write_string(self.row + 1, at, heading(item, self.style), head)
            else:
                self.sheet.merge_range(
                    self.row, at, self.row + 1, at, heading(item, self.style), head
                )
        for top, names in self.style.groups.items():
            places = [at for at, item in enumerate(self.fields, self.first) if item.name in names]
            if len(places) > 1:
                self.sheet.merge_range(self.row, min(places), self.row, max(places), top, head)
            elif places:
                self.sheet.write_string(self.row, places[0], top, head)
        self.row += 2

    def _cell(self, row: int, column: int, value: Any) -> None:
        if value is None:
            self.sheet.write_blank(row, column, None, self.formats["cell"])
        elif isinstance(value, dt.date):
            stamp = dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - Excel knows no zone
            self.sheet.write_datetime(row, column, stamp, self.formats["date"])
        elif isinstance(value, float):
            self.sheet.write_number(row, column, value, self.formats["cell"])
        else:
            self.sheet.write_string(row, column, value, self.formats["cell"])

    def _merge(self, table: CaseTable, start: int) -> None:
        for name in self.style.merge:
            at = next(n for n, item in enumerate(self.fields) if item.name == name)
            texts = [row[at] for row in table.rows]
            first = 0
            for number in range(1, len(texts) + 1):
                if number < len(texts) and texts[number] == texts[first]:
                    continue
                if number - first > 1:
                    self.sheet.merge_range(
                        start + first,
                        at + self.first,
                        start + number - 1,
                        at + self.first,
                        texts[first],
                        self.formats["cell"],
                    )
                first = number

    def _totals(self, table: CaseTable) -> None:
        """Sums under the columns of money, as ledgers have them."""
        self.sheet.write_string(self.row, 0, "合计", self.formats["cell"])
        for at, item in enumerate(self.fields):
            texts = [row[at] for row in table.rows if row[at] and not row[at].startswith("?")]
            if item.type == "money" and texts:
                total = sum((Decimal(text) for text in texts), Decimal(0))
                value = cell(item, str(total), self.style, 0)
                self._cell(self.row, at + self.first, value)
        self.row += 1

    def _notes(self) -> None:
        self.sheet.write_string(self.row + 1, 0, "注：本表按实际发生情况填写。")
        self.sheet.write_string(self.row + 2, 0, "填表人：          审核人：          联系电话：")
        self.row += 3
