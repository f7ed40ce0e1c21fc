"""Raw sheets and documents become typed evidence tables; nothing is dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.binding.result import Bound, BoundTable
from zhenggai.binding.vocabulary import Pinned, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import duckdb

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.raw import RawFile
    from zhenggai.model.settings import Pin

__all__ = ["BINDING_VERSION", "Bound", "BoundTable", "Pinned", "Vocabulary", "bind"]

BINDING_VERSION = "2"
"""Part of the key of what is cached: raised whenever the same raw file binds differently."""


def bind(
    raw: RawFile,
    evidence: Mapping[str, Evidence] | Vocabulary,
    pins: Sequence[Pin | Pinned] = (),
    *,
    con: duckdb.DuckDBPyConnection,
    out: Path | None = None,
) -> Bound:
    """Bind the sheets and the document of a file; see `zhenggai.binding.binding.bind`."""
    # A run over papers that are all known binds nothing, and need not load what binds.
    from zhenggai.binding import binding

    return binding.bind(raw, evidence, pins, con=con, out=out)
