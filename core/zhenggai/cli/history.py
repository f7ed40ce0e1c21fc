"""The last runs of a unit are kept beside its results: for the trend, and for relapses."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.errors import ZhenggaiError
from zhenggai.i18n import language
from zhenggai.version import __version__
from zhenggai.writing import write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai.model.assessment import Assessment

KEPT = 12
"""Runs kept beside the newest."""


def keep(folder: Path) -> list[Path]:
    """Move the last result into `history/`, drop the oldest, and give what is kept, oldest first."""
    last = folder / "result.json"
    history = folder / "history"
    if last.is_file():
        history.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(last, history / f"{_next(history):06d}.json")
        for old in _all(history)[:-KEPT]:
            old.unlink()
    return kept(folder)


def kept(folder: Path) -> list[Path]:
    """The results kept of earlier runs, oldest first."""
    return _all(folder / "history")[-KEPT:]


def _all(history: Path) -> list[Path]:
    return sorted(history.glob("[0-9]*.json")) if history.is_dir() else []


def _next(history: Path) -> int:
    numbers = [int(path.stem) for path in history.glob("[0-9]*.json") if path.stem.isdigit()]
    return max(numbers, default=0) + 1


def trend(paths: Sequence[Path]) -> list[Assessment]:
    """The kept runs that can still be read, oldest first."""
    from zhenggai.reporting.result_json import load

    runs = []
    for path in paths:
        try:
            runs.append(load(path.read_bytes()))
        except ZhenggaiError:
            continue  # a run of an older tool: it is no part of the trend
    return runs


class Made:
    """Which files of a results folder were made of this very result, and are still as made."""

    def __init__(self, folder: Path, result: bytes, earlier: Sequence[Path]) -> None:
        self._path = folder / "history" / "made.json"
        whole = hashlib.sha256(result)
        for part in (__version__, _code(), language(), *(path.name for path in earlier)):
            whole.update(f"{part}\0".encode())
        self._key = whole.hexdigest()
        self._files: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            noted = json.loads(self._path.read_bytes())
            if noted.get("of") == self._key:
                self._files = dict(noted["files"])

    def holds(self, path: Path) -> bool:
        """Whether the file was made of this result and nobody changed it since."""
        noted = self._files.get(path.name)
        if noted is None or not path.is_file():
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == noted

    def note(self, path: Path, data: bytes) -> None:
        """Remember a file as made."""
        self._files[path.name] = hashlib.sha256(data).hexdigest()

    def save(self) -> None:
        """Write down what was made."""
        write_atomic(self._path, json.dumps({"of": self._key, "files": self._files}))


def _code() -> str:
    """The state of the code that renders: a changed report is made again."""
    home = Path(__file__).parent.parent / "reporting"
    files = [*sorted(home.glob("*.py")), *sorted((home / "templates").iterdir())]
    return ",".join(f"{file.name}:{file.stat().st_mtime_ns}" for file in files)
