"""The last runs of a unit are kept beside its results: for the trend, and for relapses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.errors import ZhenggaiError

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
    kept = sorted(history.glob("[0-9]*.json")) if history.is_dir() else []
    for old in kept[:-KEPT]:
        old.unlink()
    return kept[-KEPT:]


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
