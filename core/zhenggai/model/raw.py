"""What reading a file gives: sheets and documents as found, with their true addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class ArrowStream(Protocol):
    """Anything that hands its rows over as an Arrow C stream, which DuckDB reads."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """Anything that hands its rows over as one Arrow C array, which DuckDB reads (fastexcel's)."""

    def __arrow_c_array__(
        self, requested_schema: object | None = None
    ) -> tuple[object, object]: ...


@dataclass(frozen=True, slots=True)
class CsvText:
    """Delimited text that DuckDB may read by itself: UTF-8 on disk, verified."""

    path: str
    delimiter: str
    quote: str = '"'


class TroubleKind(StrEnum):
    """Why something could not be read, or not wholly. A closed list; each has a docs page."""

    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    HOSTILE = "hostile"
    UNSUPPORTED = "unsupported"
    NOT_MACHINE_READABLE = "not-machine-readable"
    EMPTY = "empty"
    READER_DIED = "reader-died"
    ENCODING = "encoding"
    ERROR_CELL = "error-cell"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    HIDDEN = "hidden"
    NOT_RECOGNISED = "not-recognised"
    AMBIGUOUS = "ambiguous"
    MISSING_FIELD = "missing-field"
    NOT_CONVERTED = "not-converted"
    LOST_DIGITS = "lost-digits"
    TOTAL_DISAGREES = "total-disagrees"
    RAGGED = "ragged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that could not be read, with its address; `text` is as found.

    `evidence` is given where the sheet is read as several kinds, of each of which it may be true.
    `blocking`: part of the file was not read at all, so that whatever rests on it is insufficient.
    """

    kind: TroubleKind
    message: str
    path: str = ""
    sheet: str = ""
    cell: str = ""
    text: str = ""
    expected: str = ""
    field: str = ""
    evidence: str = ""
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A grid of text cells as found on one sheet, or in one table of a document.

    `grid` has one VARCHAR column a sheet column, in order, and one row a sheet row from
    `first_row` on, blank rows included; its first column is sheet column `first_column` (both
    1-based). Empty cells are NULL. Error cells and formulas without a cached value are NULL in the
    grid and named in `errors` and `bare_formulas` by their 1-based (row, column).
    """

    name: str
    grid: ArrowStream | ArrowArray | CsvText | tuple[tuple[str | None, ...], ...]
    rows: int
    columns: int
    first_row: int = 1
    first_column: int = 1
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    bare_formulas: frozenset[tuple[int, int]] = frozenset()
    formulas: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph with its 1-based number, page where known, and heading level (0: body)."""

    number: int
    text: str
    page: int | None = None
    level: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A paper's running text. `characters` counts them page by page (one page if unknown)."""

    paragraphs: tuple[RawParagraph, ...]
    pages: int | None = None
    characters: tuple[int, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file as read: its bytes by hash, its parts, and whatever was wrong with it."""

    path: str
    sha256: str
    size: int
    format: str
    sheets: tuple[RawSheet, ...] = ()
    document: RawDocument | None = None
    troubles: tuple[Trouble, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
