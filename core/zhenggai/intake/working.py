"""What a worker does with one file: read it, bind it, keep it. It starts without the models."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from zhenggai.binding import Pinned, Vocabulary, bind
from zhenggai.i18n import choose
from zhenggai.intake.keeping import keep
from zhenggai.model.raw import CsvText, RawFile, RawSheet, Trouble, TroubleKind
from zhenggai.reading import read_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

    from zhenggai.hooks import Reader

FUNCTION = "zhenggai.intake.working:process"
_MEMORY = "1GB"


def prepare(task: Mapping[str, Any]) -> None:
    """Load what every file needs, while the caller is still busy with other things."""
    _session(task["threads"]).execute("SELECT 1").fetchall()


def process(task: Mapping[str, Any]) -> dict[str, Any]:
    """Read and bind one file.

    Args:
        task: ``path``, ``location``, ``sha256`` as the caller found it, ``key``, ``cache``,
            ``scratch``, ``vocabulary`` (a file), ``pins``, ``readers``, ``language``, ``threads``.

    Returns:
        an entry of the cache; ``{"direct": …}`` for delimited text that the caller binds itself; or
        ``{"changed": true}`` if the file is not the one the caller saw.
    """
    choose(task["language"])
    raw = read_path(
        task["path"],
        task["location"],
        readers=[_reader(one) for one in task["readers"]],
        scratch=task["scratch"],
    )
    if raw.sha256 and raw.sha256 != task["sha256"]:
        return {"changed": True}
    if any(
        isinstance(one.grid, CsvText) and one.grid.path == task["location"] for one in raw.sheets
    ):
        return {"direct": _packed(raw)}
    folder, stem = Path(task["cache"]), f"{task['key']}.{os.getpid()}"
    bound = bind(
        raw,
        vocabulary_in(task["vocabulary"]),
        [Pinned(**pin) for pin in task["pins"]],
        con=_session(task["threads"]),
        out=folder / stem,
    )
    return keep(folder, task["key"], stem, bound)


@cache
def vocabulary_in(file: str) -> Vocabulary:
    """The vocabulary kept in a file."""
    return Vocabulary(json.loads(Path(file).read_bytes()))


@cache
def _session(threads: int) -> duckdb.DuckDBPyConnection:
    import duckdb

    return duckdb.connect(":memory:", config={"threads": threads, "memory_limit": _MEMORY})


def reader_named(reader: Reader) -> dict[str, Any]:
    """A plugin's reader by name, for another process to find it.

    Raises:
        ValueError: its function cannot be imported by name.
    """
    name = reader.read.__qualname__
    if not name.replace(".", "").isidentifier():
        raise ValueError(f"{reader.read.__module__}:{name}")
    return {
        "format": reader.format,
        "suffixes": list(reader.suffixes),
        "magic": [magic.hex() for magic in reader.magic],
        "read": f"{reader.read.__module__}:{name}",
    }


def _reader(named: Mapping[str, Any]) -> Any:
    module, _colon, name = named["read"].partition(":")
    read: Any = import_module(module)
    for part in name.split("."):
        read = getattr(read, part)
    return SimpleNamespace(
        format=named["format"],
        suffixes=tuple(named["suffixes"]),
        magic=tuple(bytes.fromhex(magic) for magic in named["magic"]),
        read=read,
    )


def _packed(raw: RawFile) -> dict[str, Any]:
    """A raw file of one delimited text, as JSON."""
    (sheet,) = raw.sheets
    return {
        "path": raw.path,
        "sha256": raw.sha256,
        "size": raw.size,
        "format": raw.format,
        "name": sheet.name,
        "rows": sheet.rows,
        "columns": sheet.columns,
        "text": asdict(sheet.grid) if isinstance(sheet.grid, CsvText) else {},
        "troubles": [asdict(trouble) for trouble in raw.troubles],
    }


def unpacked(packed: Mapping[str, Any], path: str, location: str) -> RawFile:
    """The raw file again, of the same bytes, wherever they lie now."""
    text = CsvText(**{**packed["text"], "path": location})
    troubles: Sequence[Mapping[str, Any]] = packed["troubles"]
    return RawFile(
        path,
        packed["sha256"],
        packed["size"],
        packed["format"],
        sheets=(RawSheet(packed["name"], text, packed["rows"], packed["columns"]),),
        troubles=tuple(Trouble(**{**one, "kind": TroubleKind(one["kind"])}) for one in troubles),
    )
