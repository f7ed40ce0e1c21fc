"""Tables of Word documents as grids: spans unfolded, a value only in its top left cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.numbering import W
from zhenggai.reading.overlay import Overlay
from zhenggai.reading.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})
_CONTINUED = frozenset({"continue", None})


def unwrapped(parent: Element, *tags: str) -> Iterator[Element]:
    """The children of these tags, those inside content controls and insertions included."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from unwrapped(child, *tags)


def table_grid(
    table: Element, text_of: Callable[[Element], str]
) -> tuple[list[list[str | None]], Overlay]:
    """The rows of a `w:tbl` and their merged ranges; `text_of` gives the text of a `w:tc`.

    Raises:
        Refusal: a span or the whole table is larger than any real one.
    """
    rows: list[list[str | None]] = []
    overlay = Overlay()
    open_merges: dict[int, list[int]] = {}
    for row in unwrapped(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        number = len(rows) + 1
        cells: list[str | None] = [None] * _count(properties, "gridBefore", 0)
        still_open: dict[int, list[int]] = {}
        for cell in unwrapped(row, f"{W}tc"):
            shape = cell.find(f"{W}tcPr")
            span = _count(shape, "gridSpan", 1)
            column = len(cells) + 1
            merge = None if shape is None else shape.find(f"{W}vMerge")
            if merge is not None and merge.get(f"{W}val") in _CONTINUED and column in open_merges:
                still_open[column] = open_merges.pop(column)
                still_open[column][2] = number
                cells += [None] * span
                continue
            if merge is not None:
                still_open[column] = [number, column, number, column + span - 1]
            elif span > 1:
                overlay.merges.append((number, column, number, column + span - 1))
            cells += [text_of(cell) or None, *[None] * (span - 1)]
        _close(open_merges, overlay)
        open_merges = still_open
        rows.append(cells)
        if len(rows) * len(cells) > limits.MAX_CELLS:
            raise _too_wide()
    _close(open_merges, overlay)
    overlay.check_merges()
    return rows, overlay


def _close(merges: dict[int, list[int]], overlay: Overlay) -> None:
    for top, left, bottom, right in merges.values():
        if bottom > top or right > left:
            overlay.merges.append((top, left, bottom, right))


def _count(properties: Element | None, name: str, default: int) -> int:
    element = None if properties is None else properties.find(f"{W}{name}")
    text = "" if element is None else element.get(f"{W}val", "")
    count = int(text) if text.isdigit() else default
    if count > limits.MAX_SPAN:
        raise _too_wide()
    return count


def _too_wide() -> Refusal:
    return Refusal(
        TroubleKind.TOO_LARGE,
        _("a table of the document has a cell that spans more than {limit} columns").format(
            limit=limits.MAX_SPAN
        ),
    )
