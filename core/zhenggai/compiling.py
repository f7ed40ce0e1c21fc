"""Keep what installed plugins declare, and what the parser says of their queries, between runs.

Reading and validating some thousand small files takes longer than a check of thirty papers. What
is kept lies in the user's own cache folder, is validated again when it is read, and is named by all
that it depends on: path, size and time of change of every file, and the versions of the tools. Bare
folders are always read anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from zhenggai.catalog import PluginData, PluginFile, load_plugin
from zhenggai.errors import UsageError
from zhenggai.model.base import Frozen
from zhenggai.model.evidence import Evidence
from zhenggai.model.rule import Rule
from zhenggai.writing import write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "ZHENGGAI_CACHE"
"""The environment variable that names another cache folder; empty: nothing is kept."""


class _Kept(Frozen):
    """A plugin as it is kept."""

    file: PluginFile
    digest: str
    evidence: tuple[Evidence, ...]
    rules: tuple[Rule, ...]
    checklists: tuple[str, ...]


def cache_folder() -> Path | None:
    """The user's cache folder for this tool; None if nothing is to be kept."""
    if FOLDER in os.environ:
        return Path(os.environ[FOLDER]) if os.environ[FOLDER] else None
    from platformdirs import user_cache_path

    return user_cache_path("zhenggai", appauthor=False)


def unit_cache(folder: Path) -> Path | None:
    """Where what was read of a unit's papers is kept: in the user's cache, not with the papers.

    What a unit hands in must not be able to answer for it.
    """
    home = cache_folder()
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return home and home / "units" / name


def compiled(root: Path) -> PluginData:
    """An installed plugin, from what was kept of it if nothing changed since, else from its files.

    Raises:
        CatalogError: as `load_plugin` does.
    """
    folder = cache_folder()
    if folder is None:
        return load_plugin(root, trusted=True)
    home = hashlib.sha256(str(root).encode()).hexdigest()[:8]
    path = folder / f"{root.name}-{home}-{_stamp(root)}.json"
    kept = _read(path)
    if kept is not None:
        return PluginData(
            file=kept.file,
            root=root,
            digest=kept.digest,
            trusted=True,
            evidence={one.id: one for one in kept.evidence},
            rules={rule.id: rule for rule in kept.rules},
            checklists={name: root / "checklists" / f"{name}.toml" for name in kept.checklists},
        )
    loaded = load_plugin(root, trusted=True)
    kept = _Kept(
        file=loaded.file,
        digest=loaded.digest,
        evidence=tuple(loaded.evidence.values()),
        rules=tuple(loaded.rules.values()),
        checklists=tuple(loaded.checklists),
    )
    text = kept.model_dump_json(by_alias=True, exclude_defaults=True)
    _replace(path, f"{root.name}-{home}-*.json", text)
    return loaded


def _read(path: Path) -> _Kept | None:
    try:
        return _Kept.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _replace(path: Path, older: str, text: str) -> None:
    """Write what is to be kept in place of what was; a cache that cannot be written is no cache."""
    with contextlib.suppress(OSError, UsageError):
        stale = list(path.parent.glob(older))
        write_atomic(path, text)
        for one in stale:
            if one != path:
                one.unlink()


def _stamp(root: Path) -> str:
    """What a kept plugin depends on: every file of it by name, size and time, and the versions."""
    from zhenggai.version import __version__

    whole = hashlib.sha256(f"{__version__}\0{_shape()}".encode())
    for entry in sorted(_files(str(root))):
        whole.update(f"{entry}\n".encode())
    return whole.hexdigest()[:24]


def _shape() -> str:
    """The time of change of the code that reads and models: a new model reads anew."""
    here = Path(__file__).parent
    parts = [here / "catalog.py", *sorted((here / "model").glob("*.py"))]
    return ",".join(str(part.stat().st_mtime_ns) for part in parts)


def _files(root: str) -> Iterator[str]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith((".", "__")):
                    yield from _files(entry.path)
            elif entry.name.endswith((".toml", ".sql")):
                stat = entry.stat()
                yield f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}"
