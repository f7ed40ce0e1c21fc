"""What DuckDB's parser says of the queries of installed plugins, kept between runs.

Only what the parser says is kept, never a permission: whether a table, parameter or function may be
used is asked anew in every run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING, Any

from zhenggai.compiling import cache_folder
from zhenggai.errors import UsageError
from zhenggai.writing import write_atomic

if TYPE_CHECKING:
    from pathlib import Path


class Parses:
    """Parses by the hash of the query; `save` keeps those that came new."""

    def __init__(self) -> None:
        self._path = _path()
        self._known: dict[str, Any] = {}
        self._new = False
        if self._path is not None:
            with contextlib.suppress(OSError, ValueError):
                self._known = json.loads(self._path.read_bytes())

    def get(self, sql: str) -> dict[str, list[str]] | None:
        """What was kept of a query: `tables`, `params`, `functions`, `columns`."""
        found = self._known.get(_name(sql))
        return found if isinstance(found, dict) else None

    def put(self, sql: str, said: dict[str, list[str]]) -> None:
        """Remember what the parser says."""
        self._known[_name(sql)] = said
        self._new = True

    def save(self) -> None:
        """Write what came new; a cache that cannot be written is no cache."""
        if self._new and self._path is not None:
            with contextlib.suppress(OSError, UsageError):
                write_atomic(self._path, json.dumps(self._known))


def _name(sql: str) -> str:
    return hashlib.sha256(sql.encode()).hexdigest()[:32]


def _path() -> Path | None:
    import duckdb

    from zhenggai.version import __version__

    folder = cache_folder()
    return folder and folder / f"parses-{__version__}-duckdb-{duckdb.__version__}.json"
