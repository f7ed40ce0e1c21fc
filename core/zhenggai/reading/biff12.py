"""The records of XLSB parts that the reader of values keeps silent about ([MS-XLSB] 2.4)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from zhenggai.reading.overlay import Extent, Overlay
from zhenggai.reading.refusal import broken
from zhenggai.reading.sheetwalk import is_long_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW, _CELL_ERROR, _CELL_REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 3, 5, 9, 11
_CELLS = range(2, 12)
_FORMULAS = range(8, 12)
_COLUMN, _SHEET, _MERGE = 60, 156, 176
_ROW_HIDDEN = 0x10
_CONTINUES = 0x80
_SEVEN_BITS = 0x7F
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of each record.

    Raises:
        Refusal: a record reaches beyond the part.
    """
    at, end = 0, len(part)
    try:
        while at < end:
            number = part[at]
            at += 1
            if number & _CONTINUES:
                number = (number & _SEVEN_BITS) | (part[at] << 7)
                at += 1
            size = shift = 0
            more = True
            while more and shift < 4 * 7:
                size |= (part[at] & _SEVEN_BITS) << shift
                more = bool(part[at] & _CONTINUES)
                shift += 7
                at += 1
            if at + size > end:
                raise broken()
            yield number, part[at : at + size]
            at += size
    except IndexError as error:
        raise broken() from error


def wide_string(body: bytes, at: int) -> tuple[str, int]:
    """A string with its length before it, and where it ends."""
    (count,) = struct.unpack_from("<I", body, at)
    at += 4
    return body[at : at + 2 * count].decode("utf-16-le", "replace"), at + 2 * count


def sheets_of(part: bytes) -> list[tuple[str, str, bool]]:
    """Name, relation id and hidden or not of each sheet of the workbook part."""
    found = []
    for number, body in records(part):
        if number == _SHEET:
            (state,) = struct.unpack_from("<I", body, 0)
            relation, at = wide_string(body, 8)
            name, _at = wide_string(body, at)
            found.append((name, relation, bool(state)))
    return found


def scan_sheet(part: bytes) -> tuple[Overlay, Extent, int]:
    """The overlay of a sheet part, how far its cells reach, and how many have a value.

    Raises:
        Refusal: the part is damaged.
    """
    overlay = Overlay()
    row = farthest_row = farthest_column = filled = 0
    try:
        for number, body in records(part):
            if number == _ROW:
                row = struct.unpack_from("<I", body, 0)[0] + 1
                if body[11] & _ROW_HIDDEN:
                    overlay.hidden_rows.add(row)
            elif number in _CELLS:
                column = struct.unpack_from("<I", body, 0)[0] + 1
                filled += 1
                farthest_row = max(farthest_row, row)
                farthest_column = max(farthest_column, column)
                overlay.formulas += number in _FORMULAS
                _look_at(number, body, (row, column), overlay)
            elif number == _COLUMN:
                first, last = struct.unpack_from("<II", body, 0)
                if struct.unpack_from("<H", body, 16)[0] & 1:
                    overlay.hidden_columns.append((first + 1, last + 1))
            elif number == _MERGE:
                top, bottom, left, right = struct.unpack_from("<IIII", body, 0)
                overlay.merges.append((top + 1, left + 1, bottom + 1, right + 1))
    except (struct.error, IndexError) as error:
        raise broken() from error
    overlay.check_merges()
    return overlay, Extent(farthest_row, farthest_column), filled


def _look_at(number: int, body: bytes, cell: tuple[int, int], overlay: Overlay) -> None:
    if number in {_CELL_ERROR, _FORMULA_ERROR}:
        overlay.errors[cell] = _ERRORS.get(body[8], "#ERR!")
    elif number in {_CELL_REAL, _FORMULA_NUMBER}:
        text = repr(struct.unpack_from("<d", body, 8)[0])
        if is_long_number(text):
            overlay.long_numbers[cell] = text
