"""XLSB: values by calamine, errors and what is hidden by the sheet's own records."""

from __future__ import annotations

import posixpath
from io import BytesIO
from typing import TYPE_CHECKING, Any

from zhenggai.reading.biff12 import scan_sheet, sheets_of
from zhenggai.reading.cells import value_text
from zhenggai.reading.container import open_container
from zhenggai.reading.grid import sheet_of
from zhenggai.reading.overlay import check_count, check_extent
from zhenggai.reading.refusal import Contents, Refusal, broken, translated
from zhenggai.reading.workbook import relations

if TYPE_CHECKING:
    from zhenggai.model.raw import RawSheet, Trouble
    from zhenggai.reading.container import Container

_WORKBOOK = "xl/workbook.bin"
_WORKSHEET = "worksheet"


def read_xlsb(data: bytes) -> Contents:
    """Read a workbook.

    Raises:
        Refusal: nothing of it can be read.
    """
    import python_calamine

    container = open_container(data)
    if _WORKBOOK not in container:
        raise broken(_WORKBOOK)
    targets = relations(container, _WORKBOOK)
    for part in container.members:  # unpacked for its true size: calamine believes the header
        if part.startswith("xl/") and posixpath.dirname(part) == "xl":
            container.unpack(part)
    try:
        book = python_calamine.load_workbook(BytesIO(data))
        known = set(book.sheet_names)
    except BaseException as error:  # a panic of the Rust reader derives from BaseException
        raise translated(error) from error
    sheets: list[RawSheet] = []
    troubles: list[Trouble] = []
    for name, relation, hidden in sheets_of(container.unpack(_WORKBOOK)):
        kind, part = targets.get(relation, ("", ""))
        if kind and not kind.endswith(_WORKSHEET):
            continue
        try:
            if name not in known or part not in container:
                raise broken(part)
            sheet, found = _read_sheet(book, container, name, part, hidden=hidden)
        except Refusal as refusal:
            troubles.append(refusal.on(name))
        else:
            sheets.append(sheet)
            troubles += found
    return Contents(tuple(sheets), troubles=tuple(troubles))


def _read_sheet(
    book: Any, container: Container, name: str, part: str, *, hidden: bool
) -> tuple[RawSheet, list[Trouble]]:
    overlay, extent, filled = scan_sheet(container.unpack(part))
    check_extent(extent)
    check_count(filled)
    try:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except BaseException as error:
        raise translated(error) from error
    cells = [[value_text(value) for value in row] for row in rows]
    return sheet_of(name, cells, overlay, hidden=hidden), overlay.troubles(name)
