"""One table of a sheet becomes typed: one pass over its rows, then whatever that pass left open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.conversion import convert
from zhenggai.binding.loading import column, trimmed
from zhenggai.binding.quick import fast, plain
from zhenggai.binding.rows import Judge, RowClass, total_word
from zhenggai.binding.sql import Conversion, Step, identifier, nested
from zhenggai.binding.tidying import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import duckdb

    from zhenggai.binding.layout import Table
    from zhenggai.binding.loading import Loaded
    from zhenggai.binding.vocabulary import Column, Kind

NUMBERS = frozenset({"integer", "decimal", "money", "percent"})
_MOST = 0.9
_COMPARED = 4
_WHOLE_PERCENT = "1.5"
_MIXED = "0 < abs({bare}) AND abs({bare}) < 1.5 AND {bare} <> round({bare})"


@dataclass(frozen=True, slots=True)
class Bindable:
    """A matched column: its field, its 0-based place in the grid, and what its heading said."""

    field: Column
    place: int
    heading: str
    how: str
    factor: int = 1
    percent: bool = False


@dataclass(slots=True)
class _Work:
    """A column during the pass: its SQL, and the name of the column of cells that failed."""

    column: Bindable
    conversion: Conversion
    failed: str = ""
    bare: str = ""
    full: bool = True
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A cell that is not empty and did not convert: the 0-based row of the grid, and its text."""

    column: Bindable
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed table: the relation and the predicate that give its data rows, and what was odd.

    In `relation` the rowid is the 0-based row of the grid. `classes` counts the rows below the
    heading by class; `totals` are the totals rows with their words; `failures` are the first of
    `failed` by column.
    """

    relation: str
    where: str
    columns: Mapping[str, str]
    classes: Mapping[RowClass, int]
    totals: Mapping[int, str]
    failures: Sequence[Failure] = ()
    failed: Mapping[int, int] = field(default_factory=dict)
    table: str | None = None


class MisreadError(Exception):
    """The engine does not find the rows in a delimited text that reading found in it."""


class Binder:
    """Converts one table.

    `broken` are the rows (0-based, of the grid) that have an error cell in a matched column: they
    are data even if nothing else stands in them.
    """

    def __init__(
        self,
        con: duckdb.DuckDBPyConnection,
        loaded: Loaded,
        table: Table,
        columns: Sequence[Bindable],
        broken: frozenset[int],
    ) -> None:
        self._con = con
        self._loaded = loaded
        self._table = table
        self._columns = columns
        self._broken = broken
        self._judge = Judge(
            table.right - table.left + 1,
            tuple(one.place - table.left for one in columns),
            self._heading_texts(),
        )
        self._works: list[_Work] = []
        self._totals: dict[int, str] = {}
        self._others: list[int] = []

    def bind(self, name: str, kind: Kind, *, shown: int) -> Typed:
        """Make the temporary table `name`; `shown` failures a column are listed.

        Raises:
            MisreadError: delimited text has other rows than reading said.
        """
        classes = self._classify_head()
        self._works = [self._work(key, one) for key, one in enumerate(self._columns)]
        first, last = self._table.bottom + 1, self._table.end
        where = f"rowid BETWEEN {first} AND {last}"
        table: str | None = identifier(name)
        if self._loaded.whole:
            if self._others:
                where += f" AND NOT list_contains([{', '.join(map(str, self._others))}], rowid)"
            if self._simple():
                return self._at_once(kind, where, classes)
            self._pass(f"CREATE TEMP TABLE {table} AS")
        else:
            names = [column(n) for n in range(self._table.left, self._table.right + 1)]
            values = {
                work.column.place - self._table.left: work.conversion.values[-1].sql
                for work in self._works
                if work.column.field.type not in ("text", "org", "person")
            }
            suspicious = self._judge.suspicious(names, values)
            extra = f", NOT _q AS _k, CASE WHEN _q THEN [{', '.join(names)}] END AS _s"
            self._pass(f"CREATE TEMP TABLE {table} AS", extra, suspicious)
            self._check_rows(str(table))
            where += " AND _k"
            self._judge_suspects(str(table), first, last, classes)
        self._finish(str(table), where)
        failures, failed = self._failures(str(table), where, shown)
        return Typed(
            str(table), where, self._picks(kind), classes, self._totals, failures, failed, table
        )

    def _heading_texts(self) -> dict[int, frozenset[str]]:
        """The texts by which a repeated heading is known: a few columns of its first and last row."""
        texts: dict[int, set[str]] = {}
        for number in (self._table.top, self._table.bottom):
            there = [(place, text) for place, text in enumerate(self._cells(number)) if text]
            for place, text in there[:_COMPARED]:
                texts.setdefault(place, set()).add("".join(text.split()))
        return {place: frozenset(found) for place, found in texts.items()}

    def _cells(self, number: int) -> Sequence[str | None]:
        cells = self._loaded.head.get(number, ())
        padded = [*cells, *(None,) * (self._table.right + 1 - len(cells))]
        return padded[self._table.left : self._table.right + 1]

    def _classify_head(self) -> dict[RowClass, int]:
        """Judge the rows looked at; the others of a longer sheet count for now as data."""
        classes = dict.fromkeys(RowClass, 0)
        first, last = self._table.bottom + 1, self._table.end
        for number in range(first, last + 1) if self._loaded.whole else sorted(self._loaded.head):
            if first <= number <= last:
                found = self._judged(number, self._cells(number))
                classes[found] += 1
                if found is not RowClass.DATA:
                    self._others.append(number)
        if not self._loaded.whole:
            self._totals = {}
            classes = {**dict.fromkeys(RowClass, 0), RowClass.DATA: last - first + 1}
        return classes

    def _judged(self, number: int, cells: Sequence[str | None]) -> RowClass:
        found = self._judge.judge(cells)
        if found is RowClass.TOTALS:
            self._totals[number] = total_word(cells)
        if found in (RowClass.BLANK, RowClass.NOTES) and number in self._broken:
            return RowClass.DATA
        return found

    def _work(self, key: int, one: Bindable) -> _Work:
        cell = column(one.place)
        others = frozenset(self._others)
        texts = {
            cells[one.place] if one.place < len(cells) else None
            for number, cells in self._loaded.head.items()
            if self._table.bottom < number <= self._table.end and number not in others
        }
        blank = not self._loaded.whole or not texts.isdisjoint((None, *EMPTY))
        fills = one.field.fill_down and one.field.type not in NUMBERS and blank
        if self._mostly_plain(one, {text for text in texts if text}):
            quick = fast(one.field, cell, str(key), factor=one.factor)
            if quick is not None:
                watched = not self._loaded.whole and quick.failed is not None
                return _Work(one, quick, f"_x{key}" if watched else "", full=False, fills=fills)
        made = convert(one.field, cell, str(key), factor=one.factor, percent=one.percent)
        bare = f"_p{key}" if made.bare else ""
        return _Work(one, made, f"_x{key}" if made.failed else "", bare, fills=fills)

    def _mostly_plain(self, one: Bindable, texts: set[str]) -> bool:
        """Whether the fast path will do: for all of a whole sheet, or for most of a longer one."""
        if self._loaded.whole:
            return one.place not in self._loaded.padded and all(plain(one.field, t) for t in texts)
        return sum(plain(one.field, text) for text in texts) >= _MOST * len(texts)

    def _simple(self) -> bool:
        """Whether the typed rows need no table of their own: nothing can fail or depend on others."""
        return (
            not any(work.full or work.bare or work.fills for work in self._works)
            and not self._totals
        )

    def _at_once(self, kind: Kind, where: str, classes: Mapping[RowClass, int]) -> Typed:
        # every cell was looked at: text needs no second look, the rest the fast path surely takes
        columns = {
            step.name: column(work.column.place)
            if work.column.field.type in ("text", "org", "person")
            else work.conversion.levels[0][0].sql
            for work in self._works
            for step in work.conversion.values
        }
        picks = {n: columns.get(n, f"CAST(NULL AS {t})") for n, t in kind.columns}
        return Typed(self._loaded.source, where, picks, classes, {}, table=None)

    def _pass(self, create: str, extra: str = "", suspicious: str = "") -> None:
        levels = [
            [step for work in self._works for step in work.conversion.levels[number : number + 1]]
            for number in range(
                max((len(work.conversion.levels) for work in self._works), default=0)
            )
        ]
        steps = [[step for group in level for step in group] for level in levels]
        if suspicious:
            steps.append([Step("_q", suspicious)])
        picks = ", ".join(_picked(self._works)) or "NULL AS nothing"
        sql = f"{create} SELECT {picks}{extra} FROM {nested(self._loaded.source, steps)}"
        if self._loaded.table is not None:
            self._con.execute(sql)
            return
        from duckdb import InvalidInputException

        try:
            self._con.execute(sql)
        except InvalidInputException as error:
            raise MisreadError(str(error).splitlines()[0]) from error

    def _check_rows(self, table: str) -> None:
        ((count,),) = self._con.execute(f"SELECT count(*) FROM {table}").fetchall()
        if count != self._loaded.rows:
            self._con.execute(f"DROP TABLE {table}")
            raise MisreadError(f"{count} / {self._loaded.rows}")

    def _judge_suspects(
        self, table: str, first: int, last: int, classes: dict[RowClass, int]
    ) -> None:
        rows = self._con.execute(
            f"SELECT rowid, _s FROM {table} WHERE _s IS NOT NULL AND rowid BETWEEN {first} AND {last}"
        ).fetchall()
        cleared: list[int] = []
        for number, raw in rows:
            found = self._judged(number, trimmed(raw))
            if found is RowClass.DATA:
                cleared.append(number)
            else:
                classes[RowClass.DATA] -= 1
                classes[found] += 1
        if cleared:
            # never _s: a list is updated by deleting and inserting the row, which moves it
            self._con.execute(
                f"UPDATE {table} SET _k = true WHERE rowid IN (SELECT unnest($1::BIGINT[]))",
                [cleared],
            )

    def _finish(self, table: str, where: str) -> None:
        """What the pass left open: cells for the slow path, the scale of percents, filling down."""
        open_works = [work for work in self._works if work.failed and not work.full]
        if open_works:
            counts = self._counts(table, where, open_works)
            for work, count in zip(open_works, counts, strict=True):
                if count:
                    self._convert_rest(table, work)
                else:
                    work.failed = ""
        for work in self._works:
            if work.bare:
                self._scale(table, where, work)
            if work.fills:
                self._fill_down(table, where, work)

    def _counts(self, table: str, where: str, works: Sequence[_Work]) -> tuple[int, ...]:
        picks = ", ".join(f"count({work.failed})" for work in works)
        counts = self._con.execute(f"SELECT {picks} FROM {table} WHERE {where}").fetchall()
        return tuple(counts[0])

    def _convert_rest(self, table: str, work: _Work) -> None:
        """Put the cells that the fast path refused through the slow one, each text once."""
        one = work.column
        made = convert(one.field, "_cell", "r", factor=one.factor, percent=one.percent)
        rest = (
            f"(SELECT DISTINCT {work.failed} AS _cell FROM {table} WHERE {work.failed} IS NOT NULL)"
        )
        values = ", ".join(f"{step.sql} AS {identifier(step.name)}" for step in made.values)
        failed = f"{made.failed or 'NULL'} AS _failed"
        self._con.execute(
            f"CREATE OR REPLACE TEMP TABLE zhenggai_rest AS"
            f" SELECT _cell, {values}, {failed} FROM {nested(rest, made.levels)}"
        )
        sets = ", ".join(
            f"{identifier(step.name)} = rest.{identifier(step.name)}" for step in made.values
        )
        self._con.execute(
            f"UPDATE {table} SET {sets}, {work.failed} = rest._failed FROM zhenggai_rest AS rest"
            f" WHERE {table}.{work.failed} = rest._cell"
        )
        self._con.execute("DROP TABLE zhenggai_rest")

    def _scale(self, table: str, where: str, work: _Work) -> None:
        """Percents without their sign: 95 is 0.95 if any of the column is beyond 1.5.

        In such a column 0.95 may be either; it is not guessed.
        """
        ((beyond,),) = self._con.execute(
            f"SELECT bool_or(abs({work.bare}) > {_WHOLE_PERCENT}) FROM {table} WHERE {where}"
        ).fetchall()
        if not beyond:
            return
        name = identifier(work.column.field.name)
        self._con.execute(
            f"UPDATE {table} SET {name} = TRY_CAST({work.bare} / 100 AS DECIMAL(9,6))"
            f" WHERE {work.bare} IS NOT NULL"
        )
        mixed = _MIXED.format(bare=work.bare)
        self._con.execute(
            f"UPDATE {table} SET {name} = NULL, {work.failed} = CAST({work.bare} AS VARCHAR) WHERE {mixed}"
        )

    def _fill_down(self, table: str, where: str, work: _Work) -> None:
        for step in work.conversion.values:
            name = identifier(step.name)
            blank = f"{name} IS NULL" + (f" AND {work.failed} IS NULL" if work.failed else "")
            self._con.execute(
                f"UPDATE {table} SET {name} = above._v FROM (SELECT rowid AS _n,"
                f" last_value({name} IGNORE NULLS) OVER (ORDER BY rowid) AS _v"
                f" FROM {table} WHERE {where}) AS above"
                f" WHERE {table}.rowid = above._n AND {blank}"
            )

    def _failures(self, table: str, where: str, shown: int) -> tuple[list[Failure], dict[int, int]]:
        works = [work for work in self._works if work.failed]
        if not works:
            return [], {}
        failures: list[Failure] = []
        failed: dict[int, int] = {}
        for work, count in zip(works, self._counts(table, where, works), strict=True):
            if not count:
                continue
            failed[work.column.place] = count
            rows = self._con.execute(
                f"SELECT rowid, {work.failed} FROM {table}"
                f" WHERE {where} AND {work.failed} IS NOT NULL ORDER BY rowid LIMIT {shown}"
            ).fetchall()
            failures += [Failure(work.column, number, text) for number, text in rows]
        return failures, failed

    def _picks(self, kind: Kind) -> dict[str, str]:
        there = {step.name for work in self._works for step in work.conversion.values}
        return {
            name: identifier(name) if name in there else f"CAST(NULL AS {type_})"
            for name, type_ in kind.columns
        }


def _picked(works: Sequence[_Work]) -> Iterator[str]:
    for work in works:
        for step in work.conversion.values:
            yield f"{step.sql} AS {identifier(step.name)}"
        if work.failed:
            yield f"{work.conversion.failed} AS {work.failed}"
        if work.bare:
            yield f"{work.conversion.bare} AS {work.bare}"


def factor_of(path: Sequence[str], stated: str, field: Column) -> int:
    """By what a money column is multiplied: its heading's unit, else the one stated above."""
    if field.type != "money":
        return 1
    units = [
        unit for text in reversed(path) if (unit := words.heading_unit(text)) in words.MONEY_UNITS
    ]
    return words.MONEY_UNITS.get(units[0] if units else stated, 1)
