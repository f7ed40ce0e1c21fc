"""One raw file becomes the fields of its `Source` and its typed tables."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from zhenggai.binding.result import Bound, BoundTable, Record, Troubles
from zhenggai.binding.sheets import Place, SheetBinder
from zhenggai.binding.vocabulary import Pinned, Vocabulary

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
    place = Place(con, stem, out)
    binder = SheetBinder(raw.path, vocabulary, fitting, place, troubles)
    records: list[Record] = []
    tables: list[BoundTable] = []
    for sheet in raw.sheets:
        bound = binder.bind(sheet)
        tables += [replace(table, record=len(records) + number) for number, table in bound.tables]
        records += bound.records
    source = {
        "path": raw.path,
        "sha256": raw.sha256,
        "size": raw.size,
        "format": raw.format,
        "sheets": records,
        "likely": vocabulary.likely(raw.path),
        "troubles": troubles.kept,
        "trouble_count": troubles.count,
    }
    return Bound(source, tuple(tables))
