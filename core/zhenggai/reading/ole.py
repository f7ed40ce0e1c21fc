"""The names of the streams at the root of an OLE container, which tell what kind of file it is."""

from __future__ import annotations

import struct

_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_NONE = 0xFFFFFFFF
_ROOT = 5
_MOST_ENTRIES = 10_000


def root_streams(data: bytes) -> set[str]:
    """Names in lower case of what lies directly in the root; empty if the container is damaged.

    Only the root counts: a table pasted into a letter brings its own streams, deeper down.
    """
    try:
        entries = _directory(data)
        if not entries or entries[0][66] != _ROOT:
            return set()
        found: set[str] = set()
        seen: set[int] = set()
        waiting = [_number(entries[0], 76)]
        while waiting:
            index = waiting.pop()
            if index == _NONE or index in seen:
                continue
            seen.add(index)
            entry = entries[index]
            size = struct.unpack_from("<H", entry, 64)[0]
            found.add(entry[: max(size - 2, 0)].decode("utf-16-le", "replace").lower())
            waiting += [_number(entry, 68), _number(entry, 72)]
    except (struct.error, IndexError):
        return set()
    return found


def _number(block: bytes, at: int) -> int:
    number: int = struct.unpack_from("<I", block, at)[0]
    return number


def _directory(data: bytes) -> list[bytes]:
    """The directory entries, following the chain of sectors in which they lie."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    table = _allocation(data, size)
    sector = _number(data, 48)
    entries: list[bytes] = []
    while sector < _LAST_SECTOR and len(entries) < _MOST_ENTRIES:
        block = _sector(data, sector, size)
        entries += [block[at : at + _ENTRY] for at in range(0, len(block), _ENTRY)]
        sector = _number(_sector(data, table[sector * 4 // size], size), sector * 4 % size)
    return entries


def _allocation(data: bytes, size: int) -> list[int]:
    """The sectors that hold the allocation table: 109 in the header, the rest in a chain."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    more = _number(data, 68)
    for _step in range(min(_number(data, 72), _MOST_ENTRIES)):
        block = _sector(data, more, size)
        *listed, more = struct.unpack(f"<{size // 4}I", block)
        sectors += listed
    return sectors


def _sector(data: bytes, number: int, size: int) -> bytes:
    start = (number + 1) * size if size > _HEADER else _HEADER + number * size
    block = data[start : start + size]
    if not block:
        raise IndexError(number)
    return block + b"\0" * (size - len(block))
