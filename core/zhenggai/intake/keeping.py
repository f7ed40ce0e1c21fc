"""What was bound, kept on disk under a key of everything it depends on."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from zhenggai.binding.result import Bound, BoundTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Entry = dict[str, Any]
"""A kept file as JSON: ``source`` and ``tables``; or ``direct``, the raw file of delimited text."""

_BLOCK = 1 << 20


def sha256_of(file: Path) -> str:
    """The hash of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def digest_of(*parts: object) -> str:
    """One hash of several JSON-able things, in order."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def write_entry(cache: Path, key: str, entry: Entry) -> None:
    """Write an entry whole or not at all."""
    temporary = cache / f"{key}.{os.getpid()}.tmp"
    temporary.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
    temporary.replace(cache / f"{key}.json")


def read_entry(cache: Path, key: str) -> Entry | None:
    """The entry of a key, if it is there with all its files."""
    try:
        entry: Entry = json.loads((cache / f"{key}.json").read_bytes())
        files = {table["file"] for table in entry.get("tables", ()) if table["file"]}
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return entry if all((cache / file).is_file() for file in files) else None


def keep(cache: Path, key: str, stem: str, bound: Bound) -> Entry:
    """Give the files of a binding, written as ``<stem>-…``, their final names, and write the entry."""
    renamed: dict[str, str] = {}
    for file in {table.file for table in bound.tables if table.file}:
        renamed[file] = key + file.removeprefix(stem)
        (cache / file).replace(cache / renamed[file])
    tables = [{**asdict(table), "file": renamed.get(table.file, "")} for table in bound.tables]
    entry: Entry = {"source": bound.source, "tables": tables}
    write_entry(cache, key, entry)
    return entry


def table_of(raw: Mapping[str, Any]) -> BoundTable:
    """A table of an entry."""
    return BoundTable(**raw)
