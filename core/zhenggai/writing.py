"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from typing import TYPE_CHECKING

from zhenggai.errors import UsageError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from pathlib import Path


def write_atomic(path: Path, data: bytes | str) -> None:
    """Write through a temporary file in the same folder; text is UTF-8.

    Whoever looks sees the old file or the new one, never a part. A lone surrogate (a file name that
    is no text) is written as its escape.

    Raises:
        UsageError: the folder cannot be made or written, the disk is full, the file is open elsewhere.
    """
    content = data if isinstance(data, bytes) else data.encode(errors="backslashreplace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp keeps others out
            os.replace(name, path)  # noqa: PTH105 - the plain call says what happens
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108 - what mkstemp gave is a plain name
            raise
    except OSError as error:
        raise UsageError(_why(error), where=str(path), hint=_hint(error)) from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _why(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("the disk is full; nothing was written")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _("may not be written; the file before it, if any, is unchanged")
    if error.errno in {errno.ENOTDIR, errno.EEXIST, errno.EISDIR}:
        return _("cannot be written: a file and a folder have the same name")
    return _("cannot be written: {reason}").format(reason=error.strerror or str(error))


def _hint(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("free some space, or give another folder with --output")
    return _("close it in Excel or WPS if it is open there, or give another folder with --output")
