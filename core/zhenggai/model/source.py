"""The reading record of a source: what was found in a file, what it became, what is missing."""

from __future__ import annotations

from pydantic import Field as PydanticField

from zhenggai.model.base import Frozen
from zhenggai.model.raw import TroubleKind


class TroubleRecord(Frozen):
    """A `Trouble` as kept in results. `text` is masked where the field is personal.

    `evidence` says as which of several kinds the cell was read, where one sheet is bound to several.
    """

    kind: TroubleKind
    message: str
    sheet: str = ""
    cell: str = ""
    text: str = ""
    expected: str = ""
    field: str = ""
    evidence: str = ""
    blocking: bool = False


class RowCounts(Frozen):
    """Every row of a bound sheet is exactly one of these; they add up to `total`."""

    total: int = 0
    data: int = 0
    heading: int = 0
    notes: int = 0
    totals: int = 0
    blank: int = 0


class ColumnMatch(Frozen):
    """A sheet column taken as a field; `factor` multiplies its numbers (万元: 10000)."""

    field: str
    heading: str
    column: str
    how: str = "title"
    factor: int = 1


class Candidate(Frozen):
    """An evidence that a sheet might be, with its score of 0 to 1."""

    evidence: str
    confidence: float


class SheetRecord(Frozen):
    """What became of one table of a file. `ordinal` is the upper half of the addresses of its rows."""

    sheet: str
    ordinal: int = 0
    evidence: str | None = None
    confidence: float = 0.0
    pinned: bool = False
    candidates: tuple[Candidate, ...] = ()
    hidden: bool = False
    first_row: int = 1
    last_row: int = 0
    heading_rows: tuple[int, ...] = ()
    rows: RowCounts = RowCounts()
    columns: tuple[ColumnMatch, ...] = ()
    unmatched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    error_cells: int = 0
    bare_formulas: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    page: int | None = None


class DocumentRecord(Frozen):
    """What became of a file's running text."""

    ordinal: int = 0
    evidence: str | None = None
    confidence: float = 0.0
    pinned: bool = False
    candidates: tuple[Candidate, ...] = ()
    title: str = ""
    paragraphs: int = 0
    pages: int | None = None
    characters: tuple[int, ...] = ()


class Source(Frozen):
    """One file of the unit's folder, by relative path with `/`, and all that is known of it.

    A paper that several plugins declare under one title is bound to each of their kinds: a sheet
    then has as many records, and `documents` holds one for each kind.
    `likely` are the evidence ids that its name suggests: what a file that could not be read may
    have been. `troubles` are the first of `trouble_count`.
    """

    path: str
    sha256: str
    size: int
    format: str
    sheets: tuple[SheetRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    likely: tuple[str, ...] = ()
    troubles: tuple[TroubleRecord, ...] = ()
    trouble_count: int = PydanticField(default=0, ge=0)

    @property
    def document(self) -> DocumentRecord | None:
        """The first record of its running text; None if it has none."""
        return self.documents[0] if self.documents else None

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the evidence that its parts are, in order, each once."""
        sheets = [sheet.evidence for sheet in self.sheets]
        documents = [document.evidence for document in self.documents]
        return tuple(dict.fromkeys(id_ for id_ in (*sheets, *documents) if id_))

    @property
    def unread(self) -> bool:
        """Whether some part of it could not be read at all."""
        return any(trouble.blocking for trouble in self.troubles)


ROW_BITS = 32


def address(ordinal: int, row: int) -> int:
    """The `_row` of a sheet's row (or of a document's paragraph): both in one BIGINT."""
    return (ordinal << ROW_BITS) | row


def split_address(value: int) -> tuple[int, int]:
    """The ordinal of the table and the 1-based row, back from a `_row`."""
    return value >> ROW_BITS, value & ((1 << ROW_BITS) - 1)
