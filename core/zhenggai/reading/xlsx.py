"""XLSX and XLSM: values by fastexcel, everything it keeps silent about by the sheet's own XML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _
from zhenggai.model.raw import RawSheet, Trouble, TroubleKind
from zhenggai.reading.beside import Beside
from zhenggai.reading.container import open_container
from zhenggai.reading.refusal import Contents, Refusal, broken, translated
from zhenggai.reading.restyle import with_known_dates
from zhenggai.reading.sheetscan import overlay_of
from zhenggai.reading.workbook import main_part, plan_workbook

if TYPE_CHECKING:
    from zhenggai.reading.container import Container
    from zhenggai.reading.overlay import Overlay
    from zhenggai.reading.workbook import SheetPlan

_WORKBOOK = "xl/workbook.xml"
_ESCAPES = b"_x00"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_APART = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading a sheet needs."""

    book: Any
    escapes: bool
    recalculate: bool


def read_xlsx(data: bytes) -> Contents:
    """Read a workbook.

    Sheets begin at row 1, their first column is the first that holds a value.

    Raises:
        Refusal: nothing of it can be read.
    """
    import fastexcel

    container = open_container(data)
    plan = plan_workbook(container, main_part(container, _WORKBOOK))
    escapes = _check_parts(container, {sheet.part for sheet in plan.sheets})
    tables = [sheet for sheet in plan.sheets if sheet.is_table]
    first = tables[0].part if tables else ""
    with Beside(lambda: container.xml(first), apart=container.size(first) >= _APART) as unpacking:
        try:
            book = fastexcel.read_excel(with_known_dates(container, plan.styles))
            known = set(book.sheet_names)
        except BaseException as error:  # a panic of the Rust reader derives from BaseException
            raise translated(error) from error
    reader = _Reader(book, escapes, plan.recalculate)
    sheets: list[RawSheet] = []
    troubles: list[Trouble] = []
    for number, sheet in enumerate(tables):
        try:
            if sheet.name not in known or sheet.part not in container:
                raise broken(sheet.part)
            xml = unpacking.result() if number == 0 else container.xml(sheet.part)
            raw, found = _read_sheet(reader, sheet, xml)
        except Refusal as refusal:
            troubles.append(refusal.on(sheet.name))
        else:
            sheets.append(raw)
            troubles += found
    return Contents(tuple(sheets), troubles=tuple(troubles))


def _check_parts(container: Container, sheets: set[str]) -> bool:
    """Look the other XML parts over; whether texts hold escaped characters (``_x000D_``)."""
    escapes = False
    apart = {part.lower() for part in sheets}
    for name in container.members:
        if name.endswith((".xml", ".rels")) and name not in apart:
            part = container.xml(name)
            escapes = escapes or (name.endswith("sharedstrings.xml") and _ESCAPES in part)
    return escapes


def _read_sheet(reader: _Reader, plan: SheetPlan, xml: bytes) -> tuple[RawSheet, list[Trouble]]:
    """Read one sheet; a large one is looked over while its values are read.

    Of a small one, which may be an attack by two far cells, the size is looked at before. A large
    one that lies about its extent may end the worker, which is named too.
    """
    if len(xml) < _APART:
        overlay = overlay_of(xml)
    with Beside(lambda: _load(reader.book, plan.name), apart=len(xml) >= _APART) as loading:
        if len(xml) >= _APART:
            overlay = overlay_of(xml)
        escapes = reader.escapes or (b"_" in xml and _ESCAPES in xml)
    sheet = loading.result()
    raw = _raw_sheet(plan, sheet, overlay, escapes=escapes)
    troubles = overlay.troubles(plan.name)
    if reader.recalculate and overlay.formulas and overlay.zero_formulas == overlay.formulas:
        troubles.append(
            Trouble(
                TroubleKind.FORMULA_WITHOUT_VALUE,
                _(
                    "the {count} formulas of the sheet all show 0 because they were never calculated; "
                    "open the file in Excel or WPS, save it, and hand it in again"
                ).format(count=overlay.formulas),
                sheet=plan.name,
                blocking=True,
            )
        )
    return raw, troubles


def _raw_sheet(plan: SheetPlan, sheet: Any, overlay: Overlay, *, escapes: bool) -> RawSheet:
    rows, columns = int(sheet.height), int(sheet.width)
    first = sheet.selected_columns[0].absolute_index + 1 if columns else 1
    grid: Any = sheet
    if not columns:
        grid, rows = (), 0
    elif escapes:
        grid = _unescaped(sheet)
    return RawSheet(
        name=plan.name,
        grid=grid,
        rows=rows,
        columns=columns,
        first_column=first,
        hidden=plan.hidden,
        hidden_rows=overlay.rows_hidden(rows),
        hidden_columns=overlay.columns_hidden(first, first + columns - 1),
        merges=tuple(overlay.merges),
        errors=overlay.errors,
        bare_formulas=frozenset(overlay.bare),
        formulas=overlay.formulas,
    )


def _unescaped(sheet: Any) -> tuple[tuple[str | None, ...], ...]:
    """The grid with ``_x000D_`` and its like as the characters they stand for; rare, so by rows."""
    import duckdb

    with duckdb.connect() as connection:
        rows = connection.from_arrow(sheet).fetchall()
    return tuple(
        tuple(
            value if value is None else _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
            for value in row
        )
        for row in rows
    )


def _load(book: Any, name: str) -> Any:
    try:
        # skip_rows=0 keeps the empty rows before the table: row n of the grid is row n of the sheet
        return book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    except BaseException as error:
        raise translated(error) from error
