"""CSV and its like: every row kept at its number, ragged ones named, big files left to DuckDB."""

from __future__ import annotations

import csv
import os
import re
import tempfile
from collections import Counter
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import CsvText, RawSheet, Trouble, TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.cells import cell_name
from zhenggai.reading.delimiter import find_delimiter
from zhenggai.reading.encoding import decoded, find_encoding
from zhenggai.reading.refusal import Contents, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Records = Iterator[list[str]]

_HEAD = 65_536
_CHUNK = 4 * 1024 * 1024
_SUFFIX = re.compile(r"\.[^./]*$")
_NEVER_TRAILING = frozenset({",", ";", "\t"})
"""Delimiters that are never the second byte of a GB18030 character."""


def read_delimited(
    path: str, data: bytes, *, location: str | None = None, scratch: str | None = None
) -> Contents:
    """Read delimited text.

    Below a megabyte the rows are parsed here. Above, a regular UTF-8 file on disk is left to
    DuckDB; any other is copied to the folder `scratch` as regular UTF-8, which the caller removes;
    without a `scratch` its rows are parsed here too. Regular means: all rows have the same number
    of columns, none is blank, none is broken inside a cell, quotes stand only around whole cells.

    Raises:
        Refusal: unknown encoding, quotes that do not pair up, or an endless cell.
    """
    encoding, skip = find_encoding(data)
    lines = "".join(islice(decoded(data, skip, encoding), 1))[:_HEAD].splitlines()
    delimiter = find_delimiter(lines) or find_delimiter(lines, even=0.0) or ","
    source = _Source(data, skip, encoding, delimiter)
    name = _SUFFIX.sub("", path.rpartition("/")[2])
    facts: dict[str, object] = {"encoding": encoding, "delimiter": delimiter}
    if len(data) >= limits.SMALL_TEXT and (location or scratch):
        columns = source.regular_columns()
        if columns and location and encoding == "utf-8":
            sheet = source.by_duckdb(name, location, columns)
            return Contents((sheet,), facts=facts)
        if scratch:
            sheet, troubles = source.copied(name, scratch, columns)
            return Contents((sheet,), troubles=troubles, facts=facts)
    sheet, troubles = source.parsed(name)
    return Contents((sheet,) if sheet.rows else (), troubles=troubles, facts=facts)


class _Source:
    """Delimited text whose encoding and delimiter are known."""

    def __init__(self, data: bytes, skip: int, encoding: str, delimiter: str) -> None:
        self._data = data
        self._skip = skip
        self._encoding = encoding
        self._delimiter = delimiter

    def records(self) -> Records:
        """All rows in order; a blank line is a row without cells."""
        reader = csv.reader(
            _lines(decoded(self._data, self._skip, self._encoding)),
            delimiter=self._delimiter,
            strict=True,
        )
        try:
            yield from reader
        except csv.Error as error:
            raise Refusal(
                TroubleKind.UNREADABLE,
                _(
                    "the text cannot be parted into cells at line {line}: a quotation mark is not "
                    "closed, or a cell has more than {limit} characters"
                ).format(line=reader.line_num, limit=csv.field_size_limit()),
                cell=cell_name(reader.line_num, 1),
            ) from error

    def parsed(self, name: str) -> tuple[RawSheet, tuple[Trouble, ...]]:
        """The rows as tuples, padded to the widest."""
        rows = [tuple(cell or None for cell in row) for row in self.records()]
        while rows and not any(rows[-1]):
            rows.pop()
        columns = max(map(len, rows), default=0)
        widths = Counter(len(row) for row in rows if any(row))
        usual = widths.most_common(1)[0][0] if widths else 0
        troubles = _ragged(name, usual, enumerate(rows, start=1))
        grid = tuple(row + (None,) * (columns - len(row)) for row in rows)
        return RawSheet(name, grid, len(grid), columns), troubles

    def regular_columns(self) -> int:
        """The number of columns of a regular file; 0 if it is not regular, or may not be searched."""
        data, delimiter = self._data, self._delimiter.encode()
        if self._encoding not in {"utf-8", "gb18030"} or (
            self._encoding == "gb18030" and self._delimiter not in _NEVER_TRAILING
        ):
            return 0
        returns = data.count(b"\r")
        if returns and not returns == data.count(b"\r\n") == data.count(b"\n"):
            return 0
        quoted = re.compile(rb'(?:(?<=%c)|^)"(?:[^"]|"")*"(?=%c|\r?$)' % (delimiter, delimiter))
        any_quotes = b'"' in data
        counts: set[int] = set()
        for lines in _line_blocks(data, self._skip):
            if max(map(len, lines)) > limits.MAX_LINE or not all(map(bytes.strip, lines)):
                return 0
            bare = lines
            if any_quotes:
                bare = [quoted.sub(b"", line) if b'"' in line else line for line in lines]
                if any(b'"' in line for line in bare):
                    return 0
            counts.update(map(bytes.count, bare, repeat(delimiter)))
            if len(counts) > 1:
                return 0
        return counts.pop() + 1 if counts else 0

    def by_duckdb(self, name: str, location: str, columns: int) -> RawSheet:
        """A regular file that DuckDB reads where it lies."""
        rows = self._data.count(b"\n") + (not self._data.endswith(b"\n"))
        return RawSheet(name, CsvText(location, self._delimiter), rows, columns)

    def copied(self, name: str, scratch: str, columns: int) -> tuple[RawSheet, tuple[Trouble, ...]]:
        """A copy as regular UTF-8: recoded if it is regular, else written anew row by row."""
        handle, copy = tempfile.mkstemp(suffix=".csv", dir=scratch)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            if columns:
                out.writelines(decoded(self._data, self._skip, self._encoding))
                return self.by_duckdb(name, copy, columns), ()
            widths = Counter(len(row) for row in self.records() if any(row))
            usual = widths.most_common(1)[0][0] if widths else 1
            columns = max(widths, default=1)
            writer = csv.writer(out, lineterminator="\n")
            rows = 0
            for rows, row in enumerate(self.records(), start=1):  # noqa: B007 - the last is asked for
                writer.writerow(row[:columns] + [""] * (columns - len(row)))
        troubles = _ragged(name, usual, enumerate(self.records(), start=1))
        return RawSheet(name, CsvText(copy, ","), rows, columns), troubles


def _ragged(
    name: str, usual: int, rows: Iterable[tuple[int, list[str] | tuple[str | None, ...]]]
) -> tuple[Trouble, ...]:
    """The rows with fewer cells than usual, or with text beyond them."""
    troubles: list[Trouble] = []
    rest = 0
    for number, row in rows:
        if not any(row) or len(row) == usual or (len(row) > usual and not any(row[usual:])):
            continue
        if len(troubles) == limits.MAX_NAMED:
            rest += 1
            continue
        troubles.append(
            Trouble(
                TroubleKind.RAGGED,
                _("row {row} has {count} cells, the others have {usual}").format(
                    row=number, count=len(row), usual=usual
                ),
                sheet=name,
                cell=cell_name(number, 1),
            )
        )
    if rest:
        troubles.append(
            Trouble(
                TroubleKind.RAGGED,
                _("{count} more rows have another number of cells").format(count=rest),
                sheet=name,
            )
        )
    return tuple(troubles)


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces cut at line ends of any kind, which stay as one; `csv` joins lines of a cell."""
    left = ""
    for piece in chain(pieces, [""]):
        text = left + piece
        held = "\r" if text.endswith("\r") and piece else ""  # its other half may come
        text = text.removesuffix(held).replace("\r\n", "\n").replace("\r", "\n")
        parts = text.split("\n")
        left = parts.pop() + held
        for part in parts:
            yield part + "\n"
    if left:
        yield left


def _line_blocks(data: bytes, start: int) -> Iterator[list[bytes]]:
    """The lines in blocks of some megabytes; behind the last line end there is no line."""
    stop = len(data) - data.endswith(b"\n")
    while start < stop:
        end = data.find(b"\n", start + _CHUNK, stop)
        end = stop if end < 0 else end
        yield data[start:end].split(b"\n")
        start = end + 1
