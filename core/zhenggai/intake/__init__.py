"""Collects a unit's evidence: finds the files, has them read and bound, keeps what was bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import duckdb

    from zhenggai.hooks import Reader
    from zhenggai.isolation import Pool
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.intake import Intake
    from zhenggai.model.settings import Pin

__all__ = ["collect", "workers"]


def workers(jobs: int) -> Pool:
    """Reading workers that load what they need while the caller is still busy with other things.

    A collection to which they are given closes them when it has read its files.
    """
    import os

    from zhenggai.isolation import Pool

    pool = Pool(jobs)
    threads = max(1, (os.cpu_count() or 1) // jobs)
    pool.map("zhenggai.intake.working:prepare", [{"threads": threads}] * jobs)
    return pool


def collect(
    folder: Path,
    evidence: Mapping[str, Evidence],
    pins: Sequence[Pin],
    *,
    con: duckdb.DuckDBPyConnection,
    cache: Path | None = None,
    exclude: Sequence[str] = (),
    jobs: int = 2,
    progress: Callable[[str, int, int], None] | None = None,
    readers: Sequence[Reader] = (),
    pool: Pool | None = None,
) -> Intake:
    """Read and bind every file below `folder`.

    Files are opened in worker processes with limits; what was bound is kept in `cache` under a key
    of all that it depends on, so that an unchanged file is hashed and not read again. Large UTF-8
    delimited text is bound on `con` itself, straight from the file.

    Args:
        folder: the unit.
        evidence: the declarations, by id.
        pins: what `zhenggai.toml` decides about files and sheets.
        con: an unlocked session; the intake's parts are SELECTs on it.
        cache: where bound tables are kept; None keeps them as long as the intake lives.
        exclude: paths below the folder, with `/`, that are no evidence.
        jobs: reading workers.
        progress: told the path at hand, its number and how many there are.
        readers: further readers of plugins; their functions must be importable by name.
        pool: `workers` that were started before; else they start when there is a file to read.
    """
    # the worker imports this package too, and must not wait for the models
    from zhenggai.intake.collecting import Collector

    return Collector(
        folder,
        evidence,
        pins,
        con=con,
        cache=cache,
        jobs=jobs,
        progress=progress,
        readers=readers,
        pool=pool,
    ).collect(exclude)
