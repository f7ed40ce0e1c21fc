"""XLS (and ET, which is the same): Excel 97 to 2003 workbooks, and older ones, by xlrd."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading.cells import number_text, value_text
from zhenggai.reading.grid import sheet_of
from zhenggai.reading.overlay import Overlay, check_count
from zhenggai.reading.refusal import Contents, Refusal, broken
from zhenggai.reading.sheetwalk import is_long_number

if TYPE_CHECKING:
    from zhenggai.model.raw import RawSheet, Trouble

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def read_xls(data: bytes) -> Contents:
    """Read a workbook. xlrd does not tell formulas from values, so `formulas` is 0.

    Raises:
        Refusal: it is protected by a password, or damaged.
    """
    book = _open(data)
    sheets: list[RawSheet] = []
    troubles: list[Trouble] = []
    for number, name in enumerate(book.sheet_names()):
        try:
            sheet, overlay = _read_sheet(book, number)
        except Refusal as refusal:
            troubles.append(refusal.on(name))
        else:
            sheets.append(sheet)
            troubles += overlay.troubles(name)
    return Contents(tuple(sheets), troubles=tuple(troubles))


def _open(data: bytes) -> Any:
    """The workbook with its formatting, which alone tells what is hidden and merged."""
    import xlrd

    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=StringIO()
        )
    except Exception as error:  # on damaged files xlrd raises whatever its parsing runs into
        if "encrypted" in str(error).lower():
            raise Refusal(
                TroubleKind.ENCRYPTED,
                _("the file is protected by a password; hand it in without one"),
            ) from error
        raise broken(f"{type(error).__name__}: {error}"[:200]) from error


def _read_sheet(book: Any, number: int) -> tuple[RawSheet, Overlay]:
    sheet = book.sheet_by_index(number)
    overlay = Overlay()
    rows: list[list[str | None]] = []
    filled = 0
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        cells = [
            _cell(book, overlay, (row + 1, column), kind, value)
            for column, (kind, value) in enumerate(zip(kinds, values, strict=True), start=1)
        ]
        filled += len(cells) - cells.count(None)
        rows.append(cells)
    check_count(filled)
    overlay.hidden_rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
    overlay.hidden_columns = [
        (column + 1, column + 1) for column, info in sheet.colinfo_map.items() if info.hidden
    ]
    overlay.merges = [
        (top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
    ]
    overlay.check_merges()
    return sheet_of(sheet.name, rows, overlay, hidden=bool(sheet.visibility)), overlay


def _cell(book: Any, overlay: Overlay, cell: tuple[int, int], kind: int, value: Any) -> str | None:
    match kind:
        case 1:
            return str(value) or None
        case 2:
            if is_long_number(str(value)):
                overlay.long_numbers[cell] = number_text(value)
            return number_text(value)
        case 3:
            return _date(book, value)
        case 4:
            return "true" if value else "false"
        case 5:
            overlay.errors[cell] = _ERRORS.get(value, "#ERR!")
    return None


def _date(book: Any, value: float) -> str | None:
    """A date as text; a number that is no day of the calendar stays a number."""
    import xlrd

    try:
        return value_text(xlrd.xldate.xldate_as_datetime(value, book.datemode))
    except (ValueError, OverflowError):
        return number_text(value)
