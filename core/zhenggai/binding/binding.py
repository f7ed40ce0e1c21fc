"""One raw file becomes the fields of its `Source` and its typed tables."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from zhenggai.binding.context import Context
from zhenggai.binding.documents import DocumentBinder
from zhenggai.binding.result import Bound, BoundTable, Record, Troubles
from zhenggai.binding.sheets import bind_sheet
from zhenggai.binding.vocabulary import SKIP, Pinned, Vocabulary
from zhenggai.model.raw import TroubleKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import duckdb

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.raw import RawFile
    from zhenggai.model.settings import Pin


def bind(
    raw: RawFile,
    evidence: Mapping[str, Evidence] | Vocabulary,
    pins: Sequence[Pin | Pinned] = (),
    *,
    con: duckdb.DuckDBPyConnection,
    out: Path | None = None,
) -> Bound:
    """Bind the sheets and the document of a file.

    Args:
        raw: the file as read.
        evidence: the declarations, or the vocabulary made of them.
        pins: what `zhenggai.toml` decides; the first that fits counts.
        con: a session; its setting `preserve_insertion_order` must be on, as it is by default.
        out: where to write Parquet files: ``<out>-1.parquet`` and so on. Without it the tables are
            temporary tables of `con`, of which the selects speak.
    """
    vocabulary = evidence if isinstance(evidence, Vocabulary) else Vocabulary.of(evidence)
    fitting = [pin if isinstance(pin, Pinned) else Pinned.of(pin) for pin in pins]
    troubles = Troubles()
    troubles.add_all(raw.troubles)
    stem = hashlib.sha256(f"{raw.path}\0{raw.sha256}".encode()).hexdigest()[:16]
    context = Context(raw.path, vocabulary, fitting, con, stem, out, troubles)
    records: list[Record] = []
    tables: list[BoundTable] = []
    for sheet in raw.sheets:
        bound = bind_sheet(context, sheet)
        tables += [replace(table, number=len(records) + number) for number, table in bound.tables]
        records += bound.records
    documents: tuple[Record, ...] = ()
    if raw.document is not None and not _left_out(raw.path, fitting):
        read = DocumentBinder(context).bind(raw.document, has_tables=bool(tables))
        documents = read.records
        tables += read.tables
    likely = set(vocabulary.likely(raw.path))
    _weigh([*records, *documents], likely, troubles)
    source = {
        "path": raw.path,
        "sha256": raw.sha256,
        "size": raw.size,
        "format": raw.format,
        "sheets": records,
        "documents": list(documents),
        "likely": sorted(likely),
        "troubles": troubles.kept,
        "trouble_count": troubles.count,
    }
    return Bound(source, tuple(tables))


def _left_out(path: str, pins: Sequence[Pinned]) -> bool:
    pin = next((one for one in pins if one.fits(path)), None)
    return pin is not None and pin.as_ == SKIP and pin.sheet is None


def _weigh(records: Sequence[Record], likely: set[str], troubles: Troubles) -> None:
    """What was not recognised may have been what a rule needs, and then weighs as unread.

    What could not be told apart may be each of its candidates. A file that is named like an
    evidence, and of which nothing was recognised, may have been that evidence.
    """
    found = {record["evidence"] for record in records if record.get("evidence")}
    for trouble in troubles.kept:
        if trouble["kind"] == TroubleKind.NOT_RECOGNISED and likely and not found & likely:
            trouble["blocking"] = True
    for record in records:
        if not record.get("evidence") and any(
            trouble["kind"] == TroubleKind.AMBIGUOUS
            and trouble.get("sheet", "") == record.get("sheet", "")
            for trouble in troubles.kept
        ):
            candidates = record.get("candidates", ())
            likely |= {
                one["evidence"]
                for number, one in enumerate(candidates)
                if number < _RIVALS or candidates[0]["confidence"] - one["confidence"] < _NEAR
            }


_RIVALS, _NEAR = 2, 0.05
"""Of what could not be told apart at least the first two count, and all that are as near."""
