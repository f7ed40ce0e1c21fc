"""Files become raw sheets and documents, each cell at its true address, each trouble named."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import RawFile, Trouble, TroubleKind
from zhenggai.reading.formats import sniff
from zhenggai.reading.refusal import Contents, Refusal, broken, refused
from zhenggai.reading.unread import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai.hooks import Reader

__all__ = ["READING_VERSION", "read_file", "read_path", "sniff"]

READING_VERSION = "1"
"""Part of the key of what is cached: raised whenever the same bytes read differently."""

_DAMAGE = (ValueError, LookupError, ArithmeticError, RecursionError, struct.error)
"""What parsing damaged bytes ends in where no reader says so itself."""


def read_path(
    path: str, location: str, *, readers: Sequence[Reader] = (), scratch: str | None = None
) -> RawFile:
    """Read the file at `location` once, make sure that it did not change meanwhile, and parse it.

    `path` is its relative path with `/`, for messages. A file that cannot be read from the disk, or
    that changes while it is read, twice, is an unreadable file, named.
    """
    file = Path(location)
    try:
        for _attempt in range(2):
            before = file.stat()
            data = file.read_bytes()
            after = file.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and (
                len(data) == after.st_size
            ):
                return read_file(path, data, readers=readers, location=location, scratch=scratch)
    except OSError as error:
        message = _("the file cannot be read from the disk: {reason}").format(reason=error.strerror)
        return refused(path, "", 0, "unknown", Refusal(TroubleKind.UNREADABLE, message))
    message = _("the file was changed while it was read; close it in other programs and run again")
    return refused(path, "", 0, "unknown", Refusal(TroubleKind.UNREADABLE, message))


def read_file(
    path: str,
    data: bytes,
    *,
    readers: Sequence[Reader] = (),
    location: str | None = None,
    scratch: str | None = None,
) -> RawFile:
    """Read a file from its bytes. Whatever is wrong with it is a trouble, never an exception.

    Args:
        path: relative path with `/`, for messages.
        data: all bytes.
        readers: further readers of plugins; one whose magic bytes (or, for content that the core
            does not read, whose suffix) fits comes first.
        location: where the same bytes lie on disk, for delimited text that DuckDB reads by itself.
        scratch: a folder for copies of delimited text in other encodings; the caller removes it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    kind = sniff(path, data)
    try:
        reader = _reader_for(path, data, kind, readers)
        if reader is not None:
            return _by_plugin(path, data, sha256, reader)
        contents = _contents(path, data, kind, location, scratch)
    except Refusal as refusal:
        return refused(path, sha256, len(data), kind, refusal)
    except _DAMAGE as error:
        return refused(path, sha256, len(data), kind, broken(f"{type(error).__name__}: {error}"))
    troubles = [replace(trouble, path=path) for trouble in contents.troubles]
    if not troubles and not contents.document and not any(sheet.rows for sheet in contents.sheets):
        troubles.append(Trouble(TroubleKind.EMPTY, _("the file holds no values"), path=path))
    return RawFile(
        path=path,
        sha256=sha256,
        size=len(data),
        format=kind,
        sheets=contents.sheets,
        document=contents.document,
        troubles=tuple(troubles),
        facts=contents.facts or {},
    )


def _contents(
    path: str, data: bytes, kind: str, location: str | None, scratch: str | None
) -> Contents:
    """Read by kind; a reader's modules are loaded when the first file of its kind comes."""
    match kind:
        case "xlsx" | "xlsm":
            from zhenggai.reading.xlsx import read_xlsx

            return read_xlsx(data)
        case "csv":
            from zhenggai.reading.delimited import read_delimited

            return read_delimited(path, data, location=location, scratch=scratch)
        case "xls":
            from zhenggai.reading.xls import read_xls

            return read_xls(data)
        case "xlsb":
            from zhenggai.reading.xlsb import read_xlsb

            return read_xlsb(data)
        case "ods":
            from zhenggai.reading.ods import read_ods

            return read_ods(data)
        case "docx":
            from zhenggai.reading.docx import read_docx

            return read_docx(data)
        case "pdf":
            from zhenggai.reading.pdf import read_pdf

            return read_pdf(data)
        case "txt" | "md":
            from zhenggai.reading.text import read_text

            return read_text(data, markdown=kind == "md")
    raise explain(kind, data)


def _reader_for(path: str, data: bytes, kind: str, readers: Sequence[Reader]) -> Reader | None:
    known = kind in {"xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "docx", "pdf", "txt", "md"}
    for reader in readers:
        if reader.magic:
            if data.startswith(reader.magic):
                return reader
        elif not known and path.lower().endswith(reader.suffixes):
            return reader
    return None


def _by_plugin(path: str, data: bytes, sha256: str, reader: Reader) -> RawFile:
    try:
        raw = reader.read(path, data)
    except Exception as error:
        raise broken(f"{reader.format}: {error}") from error
    return replace(raw, path=path, sha256=sha256, size=len(data))
