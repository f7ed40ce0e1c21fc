"""Zip containers, looked over before any library opens them: entries, sizes, ratios, real bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.refusal import Refusal, broken
from zhenggai.reading.xml import check_prolog

if TYPE_CHECKING:
    from zipfile import ZipInfo

_LOCAL_HEADER = 30
_LOCAL_SIGNATURE = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1


@dataclass(frozen=True, slots=True)
class Container:
    """A zip in memory: its members by name, and a way to unpack one that believes no header."""

    data: bytes
    members: dict[str, ZipInfo]

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.members

    def size(self, name: str) -> int:
        """The stated size of a member; 0 if there is none."""
        member = self.members.get(name.lower())
        return member.file_size if member else 0

    def unpack(self, name: str) -> bytes:
        """The bytes of a member; KeyError if there is none.

        Raises:
            Refusal: the member is damaged, encrypted, packed by an unknown method, or unpacks to
                another size than the container states.
        """
        member = self.members[name.lower()]
        if member.flag_bits & _ENCRYPTED:
            raise Refusal(
                TroubleKind.ENCRYPTED,
                _("the file is protected by a password; hand it in without one"),
            )
        at = member.header_offset
        header = self.data[at : at + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(_LOCAL_SIGNATURE):
            raise broken(name)
        name_size, extra_size = struct.unpack_from("<HH", header, 26)
        at += _LOCAL_HEADER + name_size + extra_size
        packed = memoryview(self.data)[at : at + member.compress_size]
        if member.compress_type == _STORED:
            unpacked = bytes(packed)
        elif member.compress_type == _DEFLATED:
            unpacked = self._inflate(packed, member)
        else:
            raise broken(name)
        if len(unpacked) < member.file_size:
            raise broken(name)
        if len(unpacked) > member.file_size:
            raise Refusal(
                TroubleKind.HOSTILE,
                _(
                    "the part “{part}” unpacks to more than the file states; it is not opened"
                ).format(part=name),
            )
        return unpacked

    @staticmethod
    def _inflate(packed: memoryview, member: ZipInfo) -> bytes:
        """At most one byte more than stated, so that a lie shows without being unpacked."""
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.file_size + 1)
        except zlib.error as error:
            raise broken(member.filename) from error

    def xml(self, name: str) -> bytes:
        """The bytes of an XML member that declares no document type; KeyError if there is none."""
        part = self.unpack(name)
        check_prolog(part)
        return part


def open_container(data: bytes) -> Container:
    """Look a zip over and open it, nothing unpacked yet. Member names are in lower case, with `/`.

    Raises:
        Refusal: no zip, two members of one name, or a limit is passed.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            listed = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise broken(str(error)) from error
    if len(listed) > limits.MAX_ENTRIES:
        raise Refusal(
            TroubleKind.TOO_LARGE,
            _("the file holds {count} parts, more than the {limit} that are read").format(
                count=len(listed), limit=limits.MAX_ENTRIES
            ),
        )
    total = sum(member.file_size for member in listed)
    if total > limits.MAX_UNPACKED:
        raise Refusal(
            TroubleKind.TOO_LARGE,
            _(
                "the file unpacks to {size} MB, more than the {limit} MB that are read; split it"
            ).format(size=total >> 20, limit=limits.MAX_UNPACKED >> 20),
        )
    members: dict[str, ZipInfo] = {}
    for member in listed:
        if (
            member.file_size > limits.RATIO_FROM
            and member.file_size > limits.MAX_RATIO * member.compress_size
        ):
            raise Refusal(
                TroubleKind.HOSTILE,
                _(
                    "the part “{part}” is packed {ratio} to 1, as only attacks are; it is not opened"
                ).format(
                    part=member.filename, ratio=member.file_size // max(member.compress_size, 1)
                ),
            )
        name = member.filename.replace("\\", "/").lstrip("/").lower()
        if name in members and not name.endswith("/"):
            raise Refusal(
                TroubleKind.HOSTILE,
                _("the file holds two parts of the same name “{part}”; it is not opened").format(
                    part=name
                ),
            )
        members[name] = member
    return Container(data, members)
