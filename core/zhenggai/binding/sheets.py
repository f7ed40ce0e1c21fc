"""One raw sheet becomes its tables: found, matched with fields, typed, and recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.layout import Grid, Wanted, beside, find_tables
from zhenggai.binding.loading import column, load, unload
from zhenggai.binding.matching import HOW, assign
from zhenggai.binding.naming import Namer
from zhenggai.binding.result import SHOWN, BoundTable, Record, letters
from zhenggai.binding.rows import RowClass
from zhenggai.binding.sql import identifier, quoted
from zhenggai.binding.tables import NUMBERS, Bindable, Binder, MisreadError, factor_of
from zhenggai.binding.vocabulary import SKIP
from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhenggai.binding.context import Context
    from zhenggai.binding.layout import Table
    from zhenggai.binding.loading import Loaded
    from zhenggai.binding.tables import Typed
    from zhenggai.binding.vocabulary import Kind, Pinned, Vocabulary
    from zhenggai.model.raw import RawSheet

_MOST_FILLS = 2_000_000


@dataclass(frozen=True, slots=True)
class SheetBound:
    """The records of a sheet's tables, in order, and by their number the tables that are bound."""

    records: tuple[Record, ...]
    tables: tuple[tuple[int, BoundTable], ...] = ()


def bind_sheet(context: Context, sheet: RawSheet) -> SheetBound:
    """Bind one sheet of a file."""
    pin = next((one for one in context.pins if _speaks(context, one, sheet)), None)
    if pin is not None and pin.as_ == SKIP:
        context.say(TroubleKind.SKIPPED, _("left out, as zhenggai.toml says"), sheet=sheet.name)
        return SheetBound((_record(sheet, pinned=True),))
    if not sheet.rows or not sheet.columns:
        return SheetBound((_record(sheet),))
    wanted = _wanted(context, pin, sheet)
    if wanted is None:
        return SheetBound((_record(sheet, pinned=True),))
    loaded = load(context.con, sheet, context.name("raw"), context.vocabulary)
    titles = beside(context.path, sheet.name)
    grid = Grid(loaded.head, sheet.rows, sheet.columns, _inside(sheet), titles)
    one = _Sheet(context, sheet, loaded, grid)
    records: list[Record] = []
    bound: list[tuple[int, BoundTable]] = []
    for table in find_tables(grid, context.vocabulary, wanted):
        for reading in _readings(table, context.vocabulary):
            record, made = one.bind(reading)
            if made is not None:
                bound.append((len(records), made))
            records.append(record)
    if not records:
        records.append(_record(sheet))
        one.namer.unknown(pinned=wanted.kind is not None)
    if all(table.file for _number, table in bound):
        for grid_ in (loaded, *one.copies):
            unload(context.con, grid_)
    return SheetBound(tuple(records), tuple(bound))


def _readings(table: Table, vocabulary: Vocabulary) -> Iterator[Table]:
    """The table as each of the kinds that it is."""
    yield table
    verdict = table.verdict
    for kind, confidence in verdict.also:
        yield replace(
            table,
            verdict=replace(verdict, kind=kind, confidence=confidence),
            assignment=assign(kind, vocabulary, table.names, {}),
        )


def _speaks(context: Context, pin: Pinned, sheet: RawSheet) -> bool:
    """Whether a pin speaks of this sheet; one that makes the file a document does not."""
    kind = context.vocabulary.number(pin.as_)
    if kind is not None and context.vocabulary.kind(kind).form == "document":
        return False
    return pin.fits(context.path, sheet.name)


def _wanted(context: Context, pin: Pinned | None, sheet: RawSheet) -> Wanted | None:
    if pin is None:
        return Wanted()
    kind = context.vocabulary.number(pin.as_)
    if kind is None:
        message = _("zhenggai.toml pins it to “{name}”, which no plugin declares")
        context.say(
            TroubleKind.NOT_RECOGNISED,
            message.format(name=pin.as_),
            sheet=sheet.name,
            blocking=True,
        )
        return None
    row = None if pin.heading_row is None else pin.heading_row - sheet.first_row
    return Wanted(kind, pin.columns or {}, row)


class _Sheet:
    """The tables of one loaded sheet."""

    def __init__(self, context: Context, sheet: RawSheet, loaded: Loaded, grid: Grid) -> None:
        self._context = context
        self._sheet = sheet
        self._loaded = loaded
        self._grid = grid
        self.namer = Namer(context, sheet, grid)
        self.copies: list[Loaded] = []

    def bind(self, table: Table) -> tuple[Record, BoundTable | None]:
        """The record of a table and, if it was recognised, the table itself."""
        self.namer.passed_over(table)
        record = self._record_of(table)
        if table.assignment is None or table.verdict.kind is None:
            self.namer.undecided(table)
            return record, None
        kind = self._context.vocabulary.kind(table.verdict.kind)
        evidence = kind.id if table.verdict.also else ""
        namer = Namer(self._context, self._sheet, self._grid, evidence)
        columns = list(self._columns(table, kind))
        loaded = self._filled(table, columns)
        broken = dict(self._broken(table, columns))
        rows = frozenset(row for row, _place in broken)
        work = Binder(self._context.con, loaded, table, columns, rows)
        try:
            typed = work.bind(self._context.name("table"), kind, shown=SHOWN)
        except MisreadError as error:
            namer.misread(error)
            return record, None
        taken = {one.place for one in columns}
        record |= {
            "evidence": kind.id,
            "columns": [self._match(one) for one in columns],
            "missing": namer.missing(table, kind, columns),
            "unmatched": [
                names.text
                for place, names in sorted(table.names.items())
                if place not in taken and names.text
            ],
            "rows": self._counts(table, typed),
        }
        namer.clashes(table, kind)
        errors = namer.errors(broken, self._data_rows(rows, typed))
        record["error_cells"], record["bare_formulas"] = errors
        namer.failures(typed)
        namer.totals(typed, columns)
        return record, self._hand_over(kind, typed)

    def _record_of(self, table: Table) -> Record:
        first = self._sheet.first_row
        rows = range(first + table.start, first + table.end + 1)
        vocabulary = self._context.vocabulary
        return {
            **_record(self._sheet, pinned=table.pinned),
            "confidence": table.verdict.confidence,
            "candidates": [
                {"evidence": vocabulary.kind(kind).id, "confidence": value}
                for kind, value in table.verdict.candidates
            ],
            "first_row": first + table.start,
            "last_row": first + table.end,
            "heading_rows": [first + row for row in range(table.top, table.bottom + 1)],
            "unmatched": [names.text for _n, names in sorted(table.names.items()) if names.text],
            "hidden_rows": sum(1 for row in self._sheet.hidden_rows if row in rows),
            "hidden_columns": len(self._sheet.hidden_columns),
        }

    def _columns(self, table: Table, kind: Kind) -> Iterator[Bindable]:
        stated = self._stated_unit(table)
        for one in table.assignment.matched if table.assignment else ():
            path = table.names[one.column].path
            field = kind.fields[one.field]
            yield Bindable(
                field,
                one.column,
                one.heading,
                HOW[one.strength],
                factor_of(path, stated, field),
                percent=any(words.heading_unit(text) in ("%", "百分比") for text in path),
            )

    def _stated_unit(self, table: Table) -> str:
        for row in range(table.top - 1, table.start - 1, -1):
            for text in self._grid.cells.get(row, ()):
                if text and (unit := words.stated_unit(text)):
                    return unit
        return ""

    def _match(self, one: Bindable) -> Record:
        return {
            "field": one.field.name,
            "heading": one.heading,
            "column": letters(self._sheet.first_column + one.place),
            "how": one.how,
            "factor": one.factor,
        }

    def _filled(self, table: Table, columns: Sequence[Bindable]) -> Loaded:
        """The grid with the value of cells merged downwards in each row they cover.

        Numbers count once. What is a number to one kind may be text to another, so each of
        several kinds has a copy.
        """
        loaded = self._loaded
        if loaded.table is None:
            return loaded
        places = {one.place for one in columns if one.field.type not in NUMBERS}
        fills: dict[int, list[tuple[int, int]]] = {}
        left = _MOST_FILLS
        for top, place, bottom, _right in self._grid.merges:
            if place in places and table.bottom < top < bottom <= table.end:
                left -= bottom - top
                if left < 0:
                    break
                fills.setdefault(place, []).extend((row, top) for row in range(top + 1, bottom + 1))
        if fills and table.verdict.also:
            copy = identifier(self._context.name("raw"))
            self._context.con.execute(f"CREATE TEMP TABLE {copy} AS SELECT * FROM {loaded.table}")
            loaded = replace(loaded, source=copy, table=copy)
            self.copies.append(loaded)
        for place, pairs in fills.items():
            name = column(place)
            self._context.con.execute(
                f"UPDATE {loaded.table} SET {name} = above.value FROM ("
                f"SELECT fill.low, raw.{name} AS value FROM (SELECT unnest($1::BIGINT[]) AS low,"
                f" unnest($2::BIGINT[]) AS high) AS fill JOIN {loaded.table} AS raw"
                f" ON raw.rowid = fill.high) AS above WHERE {loaded.table}.rowid = above.low",
                [[low for low, _high in pairs], [high for _low, high in pairs]],
            )
        return loaded

    def _broken(
        self, table: Table, columns: Sequence[Bindable]
    ) -> Iterator[tuple[tuple[int, int], tuple[Bindable, str]]]:
        """Error cells, and formulas without value (no text), below the heading in matched columns."""
        places = {one.place: one for one in columns}
        sheet = self._sheet
        found = {**dict.fromkeys(sheet.bare_formulas, ""), **sheet.errors}
        for (row, number), text in sorted(found.items()):
            at, place = row - sheet.first_row, number - sheet.first_column
            if place in places and table.bottom < at <= table.end:
                yield (at, place), (places[place], text)

    def _counts(self, table: Table, typed: Typed) -> Record:
        above = [
            any(self._grid.cells.get(row, ())[table.left : table.right + 1])
            for row in range(table.start, table.top)
        ]
        counts = {str(name): number for name, number in typed.classes.items()}
        counts[RowClass.HEADING] += table.bottom - table.top + 1
        counts[RowClass.NOTES] += sum(above)
        counts[RowClass.BLANK] += len(above) - sum(above)
        return {**counts, "total": table.end - table.start + 1}

    def _data_rows(self, rows: frozenset[int], typed: Typed) -> set[int]:
        if not rows:
            return set()
        found = self._context.con.execute(
            f"SELECT rowid FROM {typed.relation} WHERE {typed.where}"
            f" AND list_contains([{', '.join(map(str, sorted(rows)))}], rowid)"
        ).fetchall()
        return {row for (row,) in found}

    def _hand_over(self, kind: Kind, typed: Typed) -> BoundTable:
        picks = ", ".join(f"{sql} AS {identifier(name)}" for name, sql in typed.columns.items())
        select = (
            f"SELECT rowid + {self._sheet.first_row} AS _n, {picks}"
            f" FROM {typed.relation} WHERE {typed.where}"
        )
        context = self._context
        if context.out is None:
            return BoundTable(kind.id, 0, select)
        file = f"{context.out.name}-{context.made}.parquet"
        target = quoted(str(context.out.with_name(file)))
        context.con.execute(f"COPY ({select}) TO {target} (FORMAT parquet)")
        if typed.table:
            context.con.execute(f"DROP TABLE {typed.table}")
        return BoundTable(kind.id, 0, "SELECT * FROM read_parquet($zhenggai_file)", file)


def _record(sheet: RawSheet, *, pinned: bool = False) -> Record:
    return {
        "sheet": sheet.name,
        "pinned": pinned,
        "hidden": sheet.hidden,
        "first_row": sheet.first_row,
        "last_row": sheet.first_row + sheet.rows - 1,
        "page": sheet.page,
    }


def _inside(sheet: RawSheet) -> list[tuple[int, int, int, int]]:
    """The merges as 0-based places within the grid."""
    row, place = sheet.first_row, sheet.first_column
    return [
        (top - row, left - place, bottom - row, right - place)
        for top, left, bottom, right in sheet.merges
        if top >= row and left >= place
    ]
