"""The files of a unit's folder, in order, and by name everything that is not read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEEPEST = 32
MOST = 100_000
_SETTINGS, _STATE = "zhenggai.toml", ".zhenggai"
_LOCKS = ("~$", ".~")
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file below the folder: its relative path with `/`, and where it lies.

    With `trouble` it is not read, for that reason.
    """

    path: str
    location: Path
    trouble: Trouble | None = None


def walk(folder: Path, exclude: Sequence[str] = ()) -> list[Found]:
    """Every file below the folder, ordered by path.

    Regular files are to be read. Hidden files, lock files of office programs, links, and what is no
    file are named. The settings, the state folder and what `exclude` names are no evidence.
    """
    left_out = {_STATE, _SETTINGS, *(path.strip("/").replace("\\", "/") for path in exclude)}
    found: list[Found] = []
    for one in _below(folder, "", left_out, 1):
        if len(found) == MOST:
            message = _("the folder holds more than {count} files; the others were not read")
            found.append(_named(".", folder, TroubleKind.TOO_LARGE, message.format(count=MOST)))
            break
        found.append(one)
    return sorted(found, key=lambda one: one.path)


def _below(folder: Path, prefix: str, left_out: set[str], depth: int) -> Iterator[Found]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        message = _("the folder cannot be read: {reason}").format(reason=error.strerror)
        yield _named(prefix.rstrip("/") or ".", folder, TroubleKind.UNREADABLE, message)
        return
    for entry in entries:
        path = prefix + entry.name
        if path in left_out:
            continue
        location = Path(entry.path)
        if (reason := _no_evidence(entry)) is not None:
            yield _named(path, location, TroubleKind.SKIPPED, reason)
        elif not entry.is_dir(follow_symlinks=False):
            yield Found(path, location)
        elif depth == DEEPEST:
            message = _("folders lie more than {count} deep; what is below was not read")
            yield _named(path, location, TroubleKind.TOO_LARGE, message.format(count=DEEPEST))
        else:
            yield from _below(location, f"{path}/", left_out, depth + 1)


def _no_evidence(entry: os.DirEntry[str]) -> str | None:
    """Why an entry is not read; None if it is a folder or a regular file of the user's."""
    if entry.name.startswith(_LOCKS):
        return _("a lock file: the paper is open in another program")
    if entry.name.startswith(".") or entry.name.lower() in _SYSTEM:
        return _("a hidden or system file")
    if entry.is_symlink():
        return _("a link; the file itself is read where it lies, if that is in the folder")
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return _("it cannot be looked at: {reason}").format(reason=error.strerror)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _("neither a file nor a folder")
    return None


def _named(path: str, location: Path, kind: TroubleKind, message: str) -> Found:
    blocking = kind is not TroubleKind.SKIPPED
    return Found(path, location, Trouble(kind, message, path=path, blocking=blocking))
