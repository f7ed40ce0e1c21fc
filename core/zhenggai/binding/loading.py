"""The grid of a raw sheet in DuckDB, row n of the sheet in row n of a table, and a look at its head."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.binding.layout import HEAD
from zhenggai.binding.sql import identifier, quoted
from zhenggai.model.raw import CsvText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import duckdb

    from zhenggai.binding.vocabulary import Vocabulary
    from zhenggai.model.raw import RawSheet

_HEAD_BYTES = 1 << 20
_NEAR = 5
_LATER = 500
_HITS = 2


@dataclass(frozen=True, slots=True)
class Loaded:
    """A grid as an SQL relation `source` with columns _c1, _c2, …, its rows in order.

    The rowid of whatever table is made of all of it is the 0-based row of the grid. `table` names
    the table if there is one (delimited text is read where it lies). `head` are the rows looked at,
    trimmed, of `rows` in all; `whole` if that is all of them; `padded` are the columns where trimming took something.
    """

    source: str
    table: str | None
    head: Mapping[int, Sequence[str | None]]
    rows: int
    whole: bool
    padded: frozenset[int] = frozenset()


def column(number: int) -> str:
    """The name of a 0-based column of the grid."""
    return f"_c{number + 1}"


def load(
    con: duckdb.DuckDBPyConnection, sheet: RawSheet, name: str, vocabulary: Vocabulary
) -> Loaded:
    """Load a sheet as the temporary table `name`, or leave delimited text where it lies."""
    if isinstance(sheet.grid, CsvText):
        first = dict(enumerate(map(trimmed, islice(_csv_head(sheet.grid), HEAD))))
        return Loaded(_read_csv(sheet.grid, sheet.columns), None, first, sheet.rows, whole=False)
    table = identifier(name)
    if isinstance(sheet.grid, tuple):
        _from_tuples(con, sheet.grid, table)
        rows: Iterable[Sequence[str | None]] = sheet.grid[:HEAD]
    else:
        names = ", ".join(column(number) for number in range(sheet.columns))
        con.register("zhenggai_grid", sheet.grid)
        con.execute(f"CREATE TEMP TABLE {table}({names}) AS SELECT * FROM zhenggai_grid")
        con.unregister("zhenggai_grid")
        rows = con.execute(f"SELECT * FROM {table} WHERE rowid < {HEAD} ORDER BY rowid").fetchall()
    head: dict[int, Sequence[str | None]] = {}
    padded: set[int] = set()
    for number, cells in enumerate(rows):
        head[number] = trimmed(cells)
        if head[number] != list(cells):
            padded.update(n for n, cell in enumerate(cells) if cell != head[number][n])
    if sheet.rows > HEAD:
        head |= _later(con, table, sheet, vocabulary)
    return Loaded(table, table, head, sheet.rows, sheet.rows <= HEAD, frozenset(padded))


def unload(con: duckdb.DuckDBPyConnection, loaded: Loaded) -> None:
    """Drop the table, if there is one."""
    if loaded.table:
        con.execute(f"DROP TABLE {loaded.table}")


def trimmed(cells: Iterable[str | None]) -> list[str | None]:
    """The cells without blanks around them; None where nothing is left."""
    return [(cell.strip(" \t\r\n\u00a0\u3000") or None) if cell else None for cell in cells]


def _from_tuples(
    con: duckdb.DuckDBPyConnection,
    grid: tuple[tuple[str | None, ...], ...],
    table: str,
) -> None:
    lists: list[list[str | None]] = []
    picks: list[str] = []
    for number, cells in enumerate(zip(*grid, strict=True)):
        # sheets of 65,536 rows and 256 columns are mostly empty columns
        if all(cell is None for cell in cells) and (lists or number < len(grid[0]) - 1):
            picks.append(f"CAST(NULL AS VARCHAR) AS {column(number)}")
        else:
            lists.append(list(cells))
            picks.append(f"unnest(${len(lists)}::VARCHAR[]) AS {column(number)}")
    con.execute(f"CREATE TEMP TABLE {table} AS SELECT {', '.join(picks)}", lists)


def _read_csv(text: CsvText, columns: int) -> str:
    types = ", ".join(f"{quoted(column(number))}: 'VARCHAR'" for number in range(columns))
    # read by several threads, the blocks of a large text may come into the table in another order
    # (seen in DuckDB 2.0.1, whatever preserve_insertion_order says): every address would be wrong
    return (
        f"read_csv({quoted(text.path)}, auto_detect = false, columns = {{{types}}},"
        f" delim = {quoted(text.delimiter)}, quote = {quoted(text.quote)}, escape = {quoted(text.quote)},"
        " header = false, null_padding = false, strict_mode = true, parallel = false)"
    )


def _csv_head(text: CsvText) -> Iterator[list[str]]:
    """The first rows of delimited text; the last may be cut, so it is left out of a longer file."""
    with Path(text.path).open("rb") as file:
        data = file.read(_HEAD_BYTES)
    if len(data) == _HEAD_BYTES:
        data = data[: data.rfind(b"\n") + 1]
    lines = data.decode("utf-8-sig", "ignore").splitlines(keepends=True)
    return csv.reader(lines, delimiter=text.delimiter, quotechar=text.quote)


def _later(
    con: duckdb.DuckDBPyConnection, table: str, sheet: RawSheet, vocabulary: Vocabulary
) -> dict[int, list[str | None]]:
    """Rows further down that may be headings (without a digit, known words), and those over them."""
    names = [column(number) for number in range(sheet.columns)]
    found = con.execute(
        f"SELECT rowid, {', '.join(names)} FROM {table} WHERE rowid >= {HEAD}"
        f" AND NOT regexp_matches(concat_ws('', {', '.join(names)}), '[0-9]')"
        f" AND coalesce({', '.join(names)}) IS NOT NULL LIMIT {_LATER}"
    ).fetchall()
    near: set[int] = set()
    for number, *cells in found:
        filled = [text for text in trimmed(cells) if text]
        hits = sum(1 for text in set(filled) if vocabulary.known(text))
        if hits >= _HITS and hits * 2 >= len(filled):
            near.update(range(max(HEAD, number - _NEAR), number + _NEAR + 1))
    if not near:
        return {}
    numbers = ", ".join(map(str, sorted(near)))
    rows = con.execute(
        f"SELECT rowid, {', '.join(names)} FROM {table} WHERE list_contains([{numbers}], rowid)"
    ).fetchall()
    return {number: trimmed(cells) for number, *cells in rows}
