"""ODS: read from its XML by us, because no reader of values tells error cells from empty ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.cells import number_text
from zhenggai.reading.container import open_container
from zhenggai.reading.grid import sheet_of
from zhenggai.reading.overlay import Extent, Overlay, check_count, check_extent
from zhenggai.reading.refusal import Contents, Refusal, broken
from zhenggai.reading.sheetwalk import is_long_number
from zhenggai.reading.xml import walk

if TYPE_CHECKING:
    from zhenggai.model.raw import RawSheet, Trouble
    from zhenggai.reading.xml import Attributes

_CONTENT = "content.xml"
_MANIFEST = "meta-inf/manifest.xml"
_ERROR = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)|(?:Err|错误)[:：]\d+")
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_HIDDEN = frozenset({"collapse", "filter"})
_DAY_HOURS = 24


def read_ods(data: bytes) -> Contents:
    """Read a workbook.

    Raises:
        Refusal: it is protected by a password, damaged or too large.
    """
    container = open_container(data)
    if _MANIFEST in container and b"encryption-data" in container.xml(_MANIFEST):
        raise Refusal(
            TroubleKind.ENCRYPTED, _("the file is protected by a password; hand it in without one")
        )
    if _CONTENT not in container:
        raise broken(_CONTENT)
    content = _Content()
    try:
        walk(container.xml(_CONTENT), content.start, content.end, content.characters)
    except ValueError as error:
        raise broken(str(error)) from error
    except Refusal as refusal:  # what was read of the sheets before stays
        content.troubles.append(refusal.on(content.name))
    return Contents(tuple(content.sheets), troubles=tuple(content.troubles))


@dataclass(slots=True)
class _Cell:
    """The cell being read."""

    attributes: Attributes
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Content:
    """Where the parse of the content part stands."""

    sheets: list[RawSheet] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    hidden_styles: set[str] = field(default_factory=set)
    style: str = ""
    name: str = ""
    hidden: bool = False
    depth: int = 0
    aside: int = 0
    rows: list[list[str | None]] = field(default_factory=list)
    blank_rows: int = 0
    blank_cells: int = 0
    filled: int = 0
    overlay: Overlay = field(default_factory=Overlay)
    columns: int = 0
    row: list[str | None] = field(default_factory=list)
    row_number: int = 0
    row_repeat: int = 1
    cell: _Cell | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self.aside or name == "annotation":
            self.aside += 1
            return
        if self.cell is not None:
            self._start_in_cell(self.cell, name, attributes)
        elif self.depth == 1:
            self._start_in_table(name, attributes)
        elif name == "style":
            self.style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.hidden_styles.add(self.style)
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self._open_table(attributes)

    def _start_in_table(self, name: str, attributes: Attributes) -> None:
        match name:
            case "table-column":
                self._add_columns(attributes)
            case "table-row":
                self._open_row(attributes)
            case "table-cell" | "covered-table-cell":
                self.cell = _Cell(attributes)

    def _start_in_cell(self, cell: _Cell, name: str, attributes: Attributes) -> None:
        match name:
            case "p":
                cell.lines.append("")
            case "s":
                self.characters(" " * min(int(attributes.get("text:c", 1)), limits.MAX_SPAN))
            case "tab":
                self.characters("\t")
            case "line-break":
                self.characters("\n")

    def end(self, name: str) -> None:
        """An element ends."""
        if self.aside:
            self.aside -= 1
            return
        match name:
            case "table":
                if self.depth == 1:
                    self._close_table()
                self.depth -= 1
            case "table-row" if self.depth == 1:
                self._close_row()
            case "table-cell" | "covered-table-cell" if self.depth == 1 and self.cell is not None:
                self._close_cell(self.cell)
                self.cell = None

    def characters(self, text: str) -> None:
        """Text, of which only that of cells is kept."""
        if self.cell is not None and self.cell.lines and not self.aside:
            self.cell.lines[-1] += text

    def _open_table(self, attributes: Attributes) -> None:
        self.name = attributes.get("table:name", "")
        self.hidden = attributes.get("table:style-name", "") in self.hidden_styles
        self.rows, self.blank_rows, self.filled = [], 0, 0
        self.overlay, self.columns, self.row_number = Overlay(), 0, 0

    def _add_columns(self, attributes: Attributes) -> None:
        count = int(attributes.get("table:number-columns-repeated", 1))
        if attributes.get("table:visibility") in _HIDDEN:
            self.overlay.hidden_columns.append((self.columns + 1, self.columns + count))
        self.columns += count

    def _open_row(self, attributes: Attributes) -> None:
        self.row, self.blank_cells = [], 0
        self.row_repeat = int(attributes.get("table:number-rows-repeated", 1))
        first = self.row_number + 1
        self.row_number += self.row_repeat
        if attributes.get("table:visibility") in _HIDDEN:
            last = min(self.row_number, limits.MAX_ROWS)
            self.overlay.hidden_rows.update(range(first, last + 1))

    def _close_row(self) -> None:
        if not self.row:
            self.blank_rows += self.row_repeat
            return
        self.filled += sum(cell is not None for cell in self.row) * self.row_repeat
        check_count(self.filled)
        check_extent(Extent(self.row_number, len(self.row)))
        self.rows.extend([[]] * self.blank_rows)
        self.rows.extend([self.row] * self.row_repeat)
        self.blank_rows = 0

    def _close_cell(self, cell: _Cell) -> None:
        repeat = int(cell.attributes.get("table:number-columns-repeated", 1))
        first = len(self.row) + self.blank_cells + 1
        value = self._value(cell, (self.row_number - self.row_repeat + 1, first))
        self._span(cell, first)
        if value is None:
            self.blank_cells += repeat
            return
        check_extent(Extent(1, first + repeat - 1))
        self.row += [None] * self.blank_cells + [value] * repeat
        self.blank_cells = 0

    def _span(self, cell: _Cell, column: int) -> None:
        rows = int(cell.attributes.get("table:number-rows-spanned", 1))
        columns = int(cell.attributes.get("table:number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            row = self.row_number - self.row_repeat + 1
            self.overlay.merges.append((row, column, row + rows - 1, column + columns - 1))
            self.overlay.check_merges()

    def _value(self, cell: _Cell, address: tuple[int, int]) -> str | None:
        attributes, text = cell.attributes, cell.text
        kind = attributes.get("office:value-type", "")
        formula = "table:formula" in attributes
        self.overlay.formulas += formula
        if attributes.get("calcext:value-type") == "error" or (formula and _ERROR.fullmatch(text)):
            self.overlay.errors[address] = text
            return None
        if formula and not kind:
            self.overlay.bare.add(address)
            return None
        match kind:
            case "float" | "currency" | "percentage":
                raw = attributes.get("office:value", "")
                if is_long_number(raw):
                    self.overlay.long_numbers[address] = raw
                return number_text(float(raw)) if raw else text or None
            case "date":
                date = attributes.get("office:date-value", "").replace("T", " ")
                return date if " " in date or not date else f"{date} 00:00:00"
            case "time":
                return _time_text(attributes.get("office:time-value", ""))
            case "boolean":
                return attributes.get("office:boolean-value")
        return attributes.get("office:string-value") or text or None

    def _close_table(self) -> None:
        self.sheets.append(sheet_of(self.name, self.rows, self.overlay, hidden=self.hidden))
        self.troubles += self.overlay.troubles(self.name)


def _time_text(value: str) -> str | None:
    """``PT08H30M00S`` as a time of day; a longer span stays as it is."""
    found = _TIME.fullmatch(value)
    if found and int(found[1]) < _DAY_HOURS:
        return f"1899-12-31 {found[1]:0>2}:{found[2]:0>2}:{found[3]:0>2}"
    return value or None
