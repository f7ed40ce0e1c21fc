"""What kind of file the bytes are: content decides, a suffix only between kinds of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.reading.delimiter import find_delimiter
from zhenggai.reading.encoding import decode_head
from zhenggai.reading.ole import root_streams
from zhenggai.reading.refusal import Refusal

if TYPE_CHECKING:
    from zhenggai.reading.container import Container

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BIFF = (
    b"\x09\x08\x10\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)
"""First records of workbooks of before 1997 that stand outside an OLE container."""

_MAGIC = (
    *((record, "xls") for record in _BIFF),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_STREAMS = (
    ("encryptedpackage", "ole-encrypted"),
    ("\tdrmcontent", "ole-encrypted"),
    ("worddocument", "doc"),
    ("powerpoint document", "ppt"),
    ("workbook", "xls"),
    ("book", "xls"),
)
_ZIP_KINDS = (
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("ofd.xml", "ofd"),
)
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
)
_BEGINNINGS = (
    ("{\\rtf", "rtf"),
    ("mime-version:", "mhtml"),
    ("<?xml", "xml"),
    ("<html", "html"),
    ("<!doctype html", "html"),
    ("<head", "html"),
    ("<body", "html"),
    ("<meta", "html"),
    ("<style", "html"),
    ("<table", "html"),
    ('{"', "json"),
    ("[{", "json"),
)
_TYPES = "[Content_Types].xml"
_MAIN_TYPES = (
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"ms-excel.sheet.macroEnabled.main+xml", "xlsm"),
    (b"wordprocessingml.document.main+xml", "docx"),
)
_LOOK = 4096
_PDF_LOOK = 1024
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 26, 27}


def sniff(path: str, data: bytes) -> str:
    """The format of a file by its content.

    One of xlsx xlsm xlsb xls ods csv docx pdf txt md; of those that are named and not read:
    ole-encrypted doc ppt pptx odt ofd html xml mhtml rtf json zip archive image database program
    ole empty unknown. A suffix in `path` decides only between csv, txt and md.
    """
    head = data[:_LOOK]
    if not data:
        kind = "empty"
    elif data.startswith(_ZIP):
        kind = _sniff_zip(data)
    elif data.startswith(_OLE):
        kind = _sniff_ole(data)
    elif b"%PDF-" in head[:_PDF_LOOK]:
        kind = "pdf"
    elif head.startswith(_WIDE_MARKS) or _CONTROLS.isdisjoint(head):
        kind = _sniff_text(path, head)
    else:
        kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "unknown")
    return kind


def _sniff_ole(data: bytes) -> str:
    streams = root_streams(data)
    return next((kind for stream, kind in _STREAMS if stream in streams), "ole")


def _sniff_zip(data: bytes) -> str:
    """By the parts it holds; plain `zip` if it is a mere archive, or cannot be looked into."""
    from zhenggai.reading.container import open_container

    try:
        container = open_container(data)
        return _zip_kind(container)
    except Refusal:
        return "zip"


def _zip_kind(container: Container) -> str:
    if "mimetype" in container:
        mimetype = container.unpack("mimetype").strip()
        for prefix, kind in _MIMETYPES:
            if mimetype.startswith(prefix):
                return kind
    for part, kind in _ZIP_KINDS:
        if part in container:
            return kind
    if "xl/workbook.xml" in container:
        return "xlsm" if "xl/vbaproject.bin" in container else "xlsx"
    return _declared_kind(container)


def _declared_kind(container: Container) -> str:
    """By the declared type of the main part, for packages that name their parts as they please."""
    if _TYPES in container:
        declared = container.xml(_TYPES)
        for words, kind in _MAIN_TYPES:
            if words in declared:
                return kind
    return "zip"


def _sniff_text(path: str, head: bytes) -> str:
    suffix = path.rpartition(".")[2].lower()
    text = decode_head(head)
    start = text.lstrip().lower()
    if suffix in {"md", "markdown"}:
        return "md"
    for beginning, kind in _BEGINNINGS:
        if start.startswith(beginning):
            return kind
    if suffix in {"csv", "tsv", "tab"} or find_delimiter(
        text.splitlines()[: -1 if len(head) == _LOOK else None]
    ):
        return "csv"
    return "json" if suffix == "json" else "txt"
