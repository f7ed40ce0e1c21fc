"""One raw sheet becomes its tables: recognised, matched, typed, and every oddity named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.layout import Grid, Wanted, beside, find_tables
from zhenggai.binding.loading import column, load, unload
from zhenggai.binding.matching import HOW
from zhenggai.binding.result import SHOWN, BoundTable, Record, Troubles, letters
from zhenggai.binding.rows import RowClass
from zhenggai.binding.tables import NUMBERS, Binder, Bindable, MisreadError, factor_of
from zhenggai.binding.totals import disagreements
from zhenggai.binding.vocabulary import SKIP
from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import duckdb

    from zhenggai.binding.layout import Table
    from zhenggai.binding.loading import Loaded
    from zhenggai.binding.tables import Failure, Typed
    from zhenggai.binding.vocabulary import Kind, Pinned, Vocabulary
    from zhenggai.model.raw import RawSheet

_FEW_CELLS = 3
_FEW_ROWS = 2
_MOST_FILLS = 2_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where tables go: the session, the stem of their names, and the stem of files to write."""

    con: duckdb.DuckDBPyConnection
    stem: str
    out: Path | None


@dataclass(frozen=True, slots=True)
class SheetBound:
    """The records of a sheet's tables, in order, and the tables among them that are bound."""

    records: tuple[Record, ...]
    tables: tuple[tuple[int, BoundTable], ...]


class SheetBinder:
    """Binds the sheets of one file."""

    def __init__(
        self, path: str, vocabulary: Vocabulary, pins: Sequence[Pinned], place: Place, troubles: Troubles
    ) -> None:
        self._path = path
        self._vocabulary = vocabulary
        self._pins = pins
        self._place = place
        self._troubles = troubles
        self._made = 0

    def bind(self, sheet: RawSheet) -> SheetBound:
        """Bind one sheet."""
        pin = next((one for one in self._pins if self._speaks(one, sheet)), None)
        if pin is not None and pin.as_ == SKIP:
            self._say(sheet, TroubleKind.SKIPPED, _("left out, as zhenggai.toml says"))
            return SheetBound((_record(sheet, pinned=True),), ())
        if not sheet.rows or not sheet.columns:
            return SheetBound((_record(sheet),), ())
        wanted = self._wanted(sheet, pin)
        if wanted is None:
            return SheetBound((_record(sheet, pinned=True),), ())
        loaded = load(self._place.con, sheet, self._name("raw"), self._vocabulary)
        grid = Grid(
            loaded.head,
            sheet.rows,
            sheet.columns,
            _inside(sheet),
            beside(self._path, sheet.name),
        )
        tables = find_tables(grid, self._vocabulary, wanted)
        one = _OneSheet(self, sheet, loaded, grid)
        records: list[Record] = []
        bound: list[tuple[int, BoundTable]] = []
        for table in tables:
            record, select = one.bind(table)
            if select is not None:
                bound.append((len(records), select))
            records.append(record)
        if not tables:
            records.append(_record(sheet))
            self._not_recognised(sheet, grid, pinned=wanted.kind is not None)
        if all(table.file for _number, table in bound):
            unload(self._place.con, loaded)
        return SheetBound(tuple(records), tuple(bound))

    def _speaks(self, pin: Pinned, sheet: RawSheet) -> bool:
        """Whether a pin speaks of this sheet; one that makes the file a document does not."""
        kind = self._vocabulary.number(pin.as_)
        if kind is not None and self._vocabulary.kind(kind).form == "document":
            return False
        return pin.fits(self._path, sheet.name)

    def _wanted(self, sheet: RawSheet, pin: Pinned | None) -> Wanted | None:
        if pin is None:
            return Wanted()
        kind = self._vocabulary.number(pin.as_)
        if kind is None:
            self._say(
                sheet,
                TroubleKind.NOT_RECOGNISED,
                _("zhenggai.toml pins it to “{name}”, which no plugin declares").format(
                    name=pin.as_
                ),
                blocking=True,
            )
            return None
        row = None if pin.heading_row is None else pin.heading_row - sheet.first_row
        return Wanted(kind, pin.columns or {}, row)

    def _name(self, what: str) -> str:
        self._made += 1
        return f"zhenggai_{what}_{self._place.stem}_{self._made}"

    def _not_recognised(self, sheet: RawSheet, grid: Grid, *, pinned: bool) -> None:
        if pinned:
            message = _("no heading of the evidence that zhenggai.toml pins was found")
        elif not any(any(cells) for cells in grid.cells.values()):
            return
        else:
            message = _("no heading row of a known ledger was found")
        self._say(sheet, TroubleKind.NOT_RECOGNISED, message, blocking=pinned)

    def _say(
        self, sheet: RawSheet, kind: TroubleKind, message: str, *, cell: str = "", blocking: bool = False
    ) -> None:
        self._troubles.add(
            Trouble(kind, message, path=self._path, sheet=sheet.name, cell=cell, blocking=blocking)
        )


class _OneSheet:
    """The tables of one loaded sheet."""

    def __init__(self, binder: SheetBinder, sheet: RawSheet, loaded: Loaded, grid: Grid) -> None:
        self._binder = binder
        self._sheet = sheet
        self._loaded = loaded
        self._grid = grid

    def bind(self, table: Table) -> tuple[Record, BoundTable | None]:
        """The record of a table and, if it was recognised, the table itself."""
        self._passed_over(table)
        record = self._record_of(table)
        if table.assignment is None or table.verdict.kind is None:
            self._undecided(table)
            return record, None
        kind = self._binder._vocabulary.kind(table.verdict.kind)
        columns = self._columns(table, kind)
        record["evidence"] = kind.id
        record["missing"] = self._missing(table, kind, columns)
        record["columns"] = [self._match(one) for one in columns]
        taken = {one.place for one in columns}
        record["unmatched"] = [
            names.text for place, names in sorted(table.names.items()) if place not in taken and names.text
        ]
        self._clashes(table, kind)
        self._fill_merged(table, columns)
        errors = dict(self._broken(table, columns))
        rows = frozenset(row for row, _place in errors)
        work = Binder(self._binder._place.con, self._loaded, table, columns, rows)
        name = self._binder._name("table")
        try:
            typed = work.bind(name, kind, shown=SHOWN)
        except MisreadError as error:
            message = _("the rows cannot be told apart; save the file as xlsx ({detail})")
            self._binder._say(
                self._sheet, TroubleKind.UNREADABLE, message.format(detail=error), blocking=True
            )
            return {**record, "evidence": None, "columns": []}, None
        self._count(record, table, typed)
        self._name_errors(record, errors, typed)
        self._name_failures(typed)
        self._name_totals(typed, columns)
        return record, self._hand_over(kind, typed)

    def _cell(self, row: int, place: int) -> str:
        return f"{letters(self._sheet.first_column + place)}{self._sheet.first_row + row}"

    def _record_of(self, table: Table) -> Record:
        first = self._sheet.first_row
        hidden = range(first + table.start, first + table.end + 1)
        kinds = self._binder._vocabulary
        return {
            **_record(self._sheet, pinned=table.pinned),
            "confidence": table.verdict.confidence,
            "candidates": [
                {"evidence": kinds.kind(kind).id, "confidence": value}
                for kind, value in table.verdict.candidates
            ],
            "first_row": first + table.start,
            "last_row": first + table.end,
            "heading_rows": [first + row for row in range(table.top, table.bottom + 1)],
            "unmatched": [names.text for _n, names in sorted(table.names.items()) if names.text],
            "hidden_rows": sum(1 for row in self._sheet.hidden_rows if row in hidden),
            "hidden_columns": len(self._sheet.hidden_columns),
        }

    def _passed_over(self, table: Table) -> None:
        """Rows over the heading that look like a table: they were not read, and are named."""
        rows = [
            row
            for row in range(table.start, table.top)
            if sum(1 for text in self._grid.cells.get(row, ())[table.left : table.right + 1] if text)
            >= _FEW_CELLS
        ]
        if len(rows) >= _FEW_ROWS:
            first = self._sheet.first_row
            self._binder._say(
                self._sheet,
                TroubleKind.NOT_RECOGNISED,
                _("rows {first} to {last} stand above the heading and were not read").format(
                    first=first + rows[0], last=first + rows[-1]
                ),
                cell=self._cell(rows[0], table.left),
            )

    def _undecided(self, table: Table) -> None:
        names = " / ".join(
            f"{kind.title} ({kind.id})"
            for number, _value in table.verdict.candidates
            for kind in [self._binder._vocabulary.kind(number)]
        )
        cell = self._cell(table.top, table.left)
        if table.verdict.ambiguous:
            message = _(
                "it could be {names}; say which in zhenggai.toml ([[evidence]] file, sheet, as)"
            ).format(names=names)
            self._binder._say(self._sheet, TroubleKind.AMBIGUOUS, message, cell=cell, blocking=True)
            return
        message = _("its headings fit no known ledger well enough")
        if names:
            message = _("its headings fit no known ledger well enough; nearest: {names}").format(
                names=names
            )
        self._binder._say(self._sheet, TroubleKind.NOT_RECOGNISED, message, cell=cell)

    def _columns(self, table: Table, kind: Kind) -> list[Bindable]:
        assert table.assignment is not None  # noqa: S101 - asked before
        stated = self._stated_unit(table)
        columns = []
        for one in table.assignment.matched:
            path = table.names[one.column].path
            field = kind.fields[one.field]
            columns.append(
                Bindable(
                    field,
                    one.column,
                    one.heading,
                    HOW[one.strength],
                    factor_of(path, stated, field),
                    percent=any(words.heading_unit(text) in ("%", "百分比") for text in path),
                )
            )
        return columns

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

    def _missing(self, table: Table, kind: Kind, columns: Sequence[Bindable]) -> list[str]:
        there = {one.field.name for one in columns}
        missing = [field for field in kind.fields if field.required and field.name not in there]
        taken = {one.place for one in columns}
        free = [names.text for place, names in table.names.items() if place not in taken]
        for field in missing:
            message = _("no column “{title}” was found").format(title=field.title)
            if near := _nearest(field.title, free):
                message = _(
                    "no column “{title}” was found; “{near}” looks like it: if it is, pin it in zhenggai.toml"
                ).format(title=field.title, near=near)
            self._binder._troubles.add(
                Trouble(
                    TroubleKind.MISSING_FIELD,
                    message,
                    path=self._binder._path,
                    sheet=self._sheet.name,
                    cell=self._cell(table.bottom, table.left),
                    expected=field.title,
                )
            )
        return [field.name for field in missing]

    def _clashes(self, table: Table, kind: Kind) -> None:
        assert table.assignment is not None  # noqa: S101 - asked before
        for clash in table.assignment.clashes:
            self._binder._say(
                self._sheet,
                TroubleKind.AMBIGUOUS,
                _(
                    "the columns {columns} ({headings}) and the fields {fields} cannot be told apart; "
                    "none of them was read"
                ).format(
                    columns=" ".join(letters(self._sheet.first_column + n) for n in clash.columns),
                    headings=" / ".join(table.names[n].text for n in clash.columns),
                    fields=" / ".join(kind.fields[n].title for n in clash.fields),
                ),
                cell=self._cell(table.bottom, clash.columns[0]),
            )

    def _fill_merged(self, table: Table, columns: Sequence[Bindable]) -> None:
        """The value of cells merged downwards, in each row they cover; numbers count once."""
        if self._loaded.table is None:
            return
        places = {one.place for one in columns if one.field.type not in NUMBERS}
        fills: dict[int, list[tuple[int, int]]] = {}
        left = _MOST_FILLS
        for top, place, bottom, _right in self._grid.merges:
            if place in places and table.bottom < top < bottom <= table.end:
                left -= bottom - top
                if left < 0:
                    break
                fills.setdefault(place, []).extend((row, top) for row in range(top + 1, bottom + 1))
        for place, pairs in fills.items():
            name = column(place)
            self._binder._place.con.execute(
                f"UPDATE {self._loaded.table} SET {name} = above.value FROM ("
                f"SELECT fill.low, raw.{name} AS value FROM (SELECT unnest($1::BIGINT[]) AS low,"
                f" unnest($2::BIGINT[]) AS high) AS fill JOIN {self._loaded.table} AS raw"
                f" ON raw.rowid = fill.high) AS above WHERE {self._loaded.table}.rowid = above.low",
                [[low for low, _high in pairs], [high for _low, high in pairs]],
            )

    def _broken(
        self, table: Table, columns: Sequence[Bindable]
    ) -> Iterator[tuple[tuple[int, int], tuple[Bindable, str]]]:
        """Error cells and formulas without value below the heading, in matched columns."""
        places = {one.place: one for one in columns}
        sheet = self._sheet
        found = {**dict.fromkeys(sheet.bare_formulas, ""), **sheet.errors}
        for (row, number), text in sorted(found.items()):
            at, place = row - sheet.first_row, number - sheet.first_column
            if place in places and table.bottom < at <= table.end:
                yield (at, place), (places[place], text)

    def _count(self, record: Record, table: Table, typed: Typed) -> None:
        above = [
            any(self._grid.cells.get(row, ())[table.left : table.right + 1])
            for row in range(table.start, table.top)
        ]
        counts = {str(name): number for name, number in typed.classes.items()}
        counts[RowClass.HEADING] += table.bottom - table.top + 1
        counts[RowClass.NOTES] += sum(above)
        counts[RowClass.BLANK] += len(above) - sum(above)
        record["rows"] = {**counts, "total": table.end - table.start + 1}

    def _name_errors(
        self,
        record: Record,
        errors: Mapping[tuple[int, int], tuple[Bindable, str]],
        typed: Typed,
    ) -> None:
        data = self._data_rows({row for row, _place in errors}, typed)
        for (row, place), (one, text) in errors.items():
            if row not in data:
                continue
            record["error_cells" if text else "bare_formulas"] += 1
            kind = TroubleKind.ERROR_CELL if text else TroubleKind.FORMULA_WITHOUT_VALUE
            message = (
                _("“{heading}”: the cell shows the error {text}").format(heading=one.heading, text=text)
                if text
                else _("“{heading}”: the formula has no stored value; save the file in Excel or WPS").format(
                    heading=one.heading
                )
            )
            self._add(kind, message, one, row, text or "=")

    def _data_rows(self, rows: set[int], typed: Typed) -> set[int]:
        if not rows:
            return set()
        found = self._binder._place.con.execute(
            f"SELECT rowid FROM {typed.relation} WHERE {typed.where}"
            f" AND list_contains([{', '.join(map(str, sorted(rows)))}], rowid)"
        ).fetchall()
        return {row for (row,) in found}

    def _name_failures(self, typed: Typed) -> None:
        listed: dict[int, int] = {}
        for failure in typed.failures:
            listed[failure.column.place] = listed.get(failure.column.place, 0) + 1
            self._name_failure(failure)
        for place, count in typed.failed.items():
            self._binder._troubles.uncounted(count - listed.get(place, 0))

    def _name_failure(self, failure: Failure) -> None:
        one = failure.column
        kind = TroubleKind.NOT_CONVERTED
        expected = _expected(one)
        message = _("“{heading}”: {expected} expected").format(heading=one.heading, expected=expected)
        if one.field.type == "id_card" and "e" in failure.text.lower():
            kind = TroubleKind.LOST_DIGITS
            message = _("“{heading}”: typed as a number, the last digits are lost").format(
                heading=one.heading
            )
        elif one.field.type in ("id_card", "uscc"):
            message = _("“{heading}”: not a valid number of its kind").format(heading=one.heading)
        self._add(kind, message, one, failure.row, failure.text, expected)

    def _name_totals(self, typed: Typed, columns: Sequence[Bindable]) -> None:
        for one, row, trouble in disagreements(self._binder._place.con, typed, columns):
            self._binder._troubles.add(
                replace(
                    trouble,
                    path=self._binder._path,
                    sheet=self._sheet.name,
                    cell=self._cell(row, one.place),
                    field="",
                )
            )

    def _add(
        self, kind: TroubleKind, message: str, one: Bindable, row: int, text: str, expected: str = ""
    ) -> None:
        self._binder._troubles.add(
            Trouble(
                kind,
                message,
                path=self._binder._path,
                sheet=self._sheet.name,
                cell=self._cell(row, one.place),
                text=text,
                expected=expected,
                field=one.field.name,
            ),
            personal=one.field if one.field.personal else None,
        )

    def _hand_over(self, kind: Kind, typed: Typed) -> BoundTable:
        picks = ", ".join(f'{sql} AS "{name}"' for name, sql in typed.columns.items())
        select = f"SELECT rowid + {self._sheet.first_row} AS _n, {picks} FROM {typed.relation} WHERE {typed.where}"
        place = self._binder._place
        if place.out is None:
            return BoundTable(kind.id, None, select)
        file = f"{place.out.name}-{self._binder._made}.parquet"
        target = str(place.out.with_name(file)).replace("'", "''")
        place.con.execute(f"COPY ({select}) TO '{target}' (FORMAT parquet)")
        if typed.table:
            place.con.execute(f"DROP TABLE {typed.table}")
        return BoundTable(kind.id, None, "SELECT * FROM read_parquet($zhenggai_file)", file)


def _record(sheet: RawSheet, *, pinned: bool = False) -> Record:
    return {
        "sheet": sheet.name,
        "pinned": pinned,
        "hidden": sheet.hidden,
        "first_row": sheet.first_row,
        "last_row": sheet.first_row + sheet.rows - 1,
        "error_cells": 0,
        "bare_formulas": 0,
        "page": sheet.page,
    }


def _inside(sheet: RawSheet) -> list[tuple[int, int, int, int]]:
    """The merges as 0-based places within the grid."""
    row, column = sheet.first_row, sheet.first_column
    return [
        (top - row, left - column, bottom - row, right - column)
        for top, left, bottom, right in sheet.merges
        if top >= row and left >= column
    ]


def _expected(one: Bindable) -> str:
    names = {
        "integer": _("a whole number"),
        "decimal": _("a number"),
        "money": _("an amount of money"),
        "date": _("a day (2024-03-05)"),
        "month": _("a month (2024-03)"),
        "percent": _("a percentage"),
        "bool": _("yes or no"),
        "id_card": _("an identity card number"),
        "uscc": _("a unified social credit code"),
        "enum": " / ".join(one.field.values),
    }
    return names.get(one.field.type, one.field.type)


def _nearest(title: str, headings: Sequence[str]) -> str:
    """The heading most like a title, as a proposal to a person; it never binds."""
    if not headings:
        return ""
    from rapidfuzz import fuzz, process

    found = process.extractOne(title, headings, scorer=fuzz.ratio, score_cutoff=_LIKE)
    return str(found[0]) if found else ""


_LIKE = 50
