"""Cells in the date formats that only East Asian editions have, made known to the value reader.

Formats 27 to 36 and 50 to 58 (2024年3月5日, 3月5日, 8时30分 …) are built into Chinese editions and
written to no file (ECMA-376 part 1, 18.8.30). fastexcel takes such cells for plain numbers, so the
styles are handed to it with format 22, a date with time, in their place.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhenggai.reading.container import Container

_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_EAST_ASIAN = re.compile(rb"numFmtId=([\"'])(?:2[7-9]|3[0-6]|5[0-8])\1")
_DATE_TIME = rb"numFmtId=\g<1>22\g<1>"
_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_ENTRY_SIZE = 46
_ZIP64 = 0xFFFFFFFF
_SIZE_LATER = 0x08


def with_known_dates(container: Container, styles: str) -> bytes:
    """The workbook's bytes, with the styles part changed if it names such formats."""
    if styles not in container:
        return container.data
    part = container.unpack(styles)
    changed = _CELL_FORMATS.sub(lambda found: _EAST_ASIAN.sub(_DATE_TIME, found[0]), part)
    if changed == part:
        return container.data
    return _with_member(container.data, container.members[styles.lower()].filename, changed)


def _with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The zip with another content of one member, which is written behind the others."""
    end = data.rfind(_END)
    size, offset = struct.unpack_from("<II", data, end + 12)
    if _ZIP64 in {size, offset}:
        return data
    directory = bytearray(data[offset : offset + size])
    crc = zlib.crc32(content)
    at = 0
    while directory[at : at + 4] == _ENTRY:
        name_size, extra_size, comment_size = struct.unpack_from("<HHH", directory, at + 28)
        stored = bytes(directory[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name_size])
        if stored.decode("utf-8", "replace") == name:
            (flags,) = struct.unpack_from("<H", directory, at + 8)
            flags &= ~_SIZE_LATER
            struct.pack_into("<HH", directory, at + 8, flags, 0)
            struct.pack_into("<III", directory, at + 16, crc, len(content), len(content))
            struct.pack_into("<I", directory, at + 42, offset)
            local = struct.pack(
                "<4s5H3I2H",
                *(b"PK\x03\x04", 20, flags, 0, 0, 0x21),
                *(crc, len(content), len(content), len(stored), 0),
            )
            member = local + stored + content
            tail = bytearray(data[end:])
            struct.pack_into("<I", tail, 16, offset + len(member))
            return data[:offset] + member + bytes(directory) + bytes(tail)
        at += _ENTRY_SIZE + name_size + extra_size + comment_size
    return data
