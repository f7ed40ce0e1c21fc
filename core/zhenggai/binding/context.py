"""What binding the parts of one file shares: its path, the vocabulary, the pins, the troubles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from zhenggai.binding.result import Troubles
    from zhenggai.binding.vocabulary import Pinned, Vocabulary


@dataclass(slots=True)
class Context:
    """One file being bound.

    Attributes:
        path: its relative path, for messages and for recognition.
        vocabulary: the declared evidence.
        pins: what `zhenggai.toml` decides; the first that fits counts.
        con: the session.
        stem: what the names of the session's tables of this file have in common.
        out: the stem of Parquet files to write; None leaves temporary tables.
        troubles: gathers what is wrong.
        made: how many names were given.
    """

    path: str
    vocabulary: Vocabulary
    pins: Sequence[Pinned]
    con: duckdb.DuckDBPyConnection
    stem: str
    out: Path | None
    troubles: Troubles
    made: int = 0

    def name(self, what: str) -> str:
        """A new name for a temporary table."""
        self.made += 1
        return f"zhenggai_{what}_{self.stem}_{self.made}"

    def say(
        self,
        kind: TroubleKind,
        message: str,
        *,
        sheet: str = "",
        cell: str = "",
        blocking: bool = False,
    ) -> None:
        """Add a trouble that is about no value."""
        self.troubles.add(
            Trouble(kind, message, path=self.path, sheet=sheet, cell=cell, blocking=blocking)
        )
