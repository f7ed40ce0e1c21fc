"""How the readers say, among themselves, that something cannot be read; never leaves this stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import RawFile, Trouble, TroubleKind

if TYPE_CHECKING:
    from zhenggai.model.raw import RawDocument, RawSheet


class Refusal(Exception):  # noqa: N818 - a refusal is an outcome of reading, not an error of ours
    """A file, or one part of it, that cannot be read; `read_file` makes a blocking trouble of it."""

    def __init__(self, kind: TroubleKind, message: str, *, sheet: str = "", cell: str = "") -> None:
        self.trouble = Trouble(kind, message, sheet=sheet, cell=cell, blocking=True)
        super().__init__(message)

    def on(self, sheet: str) -> Trouble:
        """The trouble, placed on this sheet."""
        return replace(self.trouble, sheet=sheet)


@dataclass(frozen=True, slots=True)
class Contents:
    """What one reader found in a file; `read_file` adds path, hash and size."""

    sheets: tuple[RawSheet, ...] = ()
    document: RawDocument | None = None
    troubles: tuple[Trouble, ...] = ()
    facts: dict[str, object] | None = None


def broken(detail: str = "") -> Refusal:
    """The refusal of bytes that no reader makes sense of."""
    return Refusal(
        TroubleKind.UNREADABLE,
        _("the file is damaged and cannot be opened; save it anew and hand it in again")
        + (f" ({detail})" if detail else ""),
    )


def refused(path: str, sha256: str, size: int, kind: str, refusal: Refusal) -> RawFile:
    """A file of which nothing could be read."""
    trouble = replace(refusal.trouble, path=path)
    return RawFile(path=path, sha256=sha256, size=size, format=kind, troubles=(trouble,))


def translated(error: BaseException) -> BaseException:
    """A refusal for whatever the reader of values raised; our own refusals and exits stay."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | Refusal):
        return error
    return broken(str(error).splitlines()[0][:200] if str(error) else type(error).__name__)
