"""The encoding of a text: its mark, else UTF-8, else GB18030, strictly; never a guess."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 4 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = ("utf-8", "gb18030")


def split_mark(data: bytes) -> tuple[str | None, int]:
    """The encoding that the byte order mark states, and the mark's length."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None, 0


def decode_head(head: bytes) -> str:
    """The beginning of a text, well enough to tell its kind: broken characters are replaced."""
    stated, skip = split_mark(head)
    if stated:
        return head[skip:].decode(stated, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return head.decode("gb18030", "replace")


def find_encoding(data: bytes) -> tuple[str, int]:
    """The encoding of a whole text, verified, and where the text begins.

    Raises:
        Refusal: it is in none of the known encodings, or holds NUL characters.
    """
    stated, skip = split_mark(data)
    for encoding in (stated,) if stated else _USUAL:
        if _decodes(data, skip, encoding):
            if encoding in _USUAL and b"\0" in data:
                break
            return encoding, skip
    raise Refusal(
        TroubleKind.ENCODING,
        _("the text is in neither UTF-8 nor GB18030 and cannot be read; save it as UTF-8"),
    )


def _decodes(data: bytes, skip: int, encoding: str) -> bool:
    try:
        for _text in decoded(data, skip, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def decoded(data: bytes, skip: int, encoding: str) -> Iterator[str]:
    """The text in pieces, so that a large one is never held twice.

    Raises:
        UnicodeDecodeError: a byte that is not of this encoding.
    """
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    view = memoryview(data)
    for at in range(skip, len(data), _CHUNK):
        yield decoder.decode(view[at : at + _CHUNK])
    yield decoder.decode(b"", final=True)
