"""The overlay of an XLSX sheet by search alone, for XML as ordinary programs write it.

A full parse of a sheet costs two thirds of what reading its values does. Error cells, formulas and
hidden rows are rare, so their marks are searched for in the raw bytes, and only around a hit is
anything taken apart. Whatever is not written in the ordinary way raises `NotPlain`, and the sheet
is parsed in full by `sheetwalk`; the tests hold the two to the same answers.
"""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from zhenggai.reading import limits
from zhenggai.reading.cells import column_number
from zhenggai.reading.overlay import Extent, Overlay, check_count, check_extent
from zhenggai.reading.sheetwalk import TRUE, is_long_number, merged_range, walk_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhenggai.reading.overlay import Cell

_SAMPLE = 16_384
_TAG = re.compile(rb"<[^>]*>?")
_PLAIN_TAG = re.compile(rb'<\?[^>]*\?>|</?[A-Za-z]\w*(?: [\w:]+="[^"<>]*")* ?/?>')
_PREFIXED_MAIN = re.compile(rb'xmlns:\w+="[^"]*/spreadsheetml/(?:2006/)?main"')
_SPACED = re.compile(rb">\s+</?(?:c|f|v|is)[ />]")
_REFERENCE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<row (?:[^>]* )?r="(\d{1,7})"')
_COLUMN = re.compile(rb"<col [^>]*>")
_MERGE = re.compile(rb'<mergeCell ref="([^"]*)"')
_VALUE = re.compile(rb"<v>([^<]+)</v>")
_LETTERS = re.compile(rb' r="([A-Z]+)\d')
_NUMBERS = re.compile(rb' r="[A-Z]*(\d+)"')
_SHAPES = bytes.maketrans(
    b"123456789" + ascii_uppercase.encode(), b"0" * 9 + b"A" * len(ascii_uppercase)
)
"""Every digit becomes 0, every capital A: shapes of addresses and numbers can be searched for."""

_TWO_LETTERS = b'r="AA'
_LONG, _LONG_NEGATIVE = b"<v>" + b"0" * 16, b"<v>-" + b"0" * 16
_CHUNK = 1024 * 1024
_OVERLAP = 32
_SMALLEST_CELL = len(b"<c><v>1</v></c>")
_EMPTY_VALUES = (b"<v></v>", b"<v/>", b"<v />")
_ROW_DIGITS = 6
_ONE_LETTER = 26


class NotPlain(Exception):  # noqa: N818 - an outcome, not an error
    """The sheet is written in an unusual way: parse it in full."""


def overlay_of(xml: bytes) -> Overlay:
    """The overlay of a sheet part, by search where that is safe, else by a full parse.

    Raises:
        Refusal: the part is not well-formed, its cells are too many or lie too far apart, or it has
            too many merged ranges. Only cells that hold a value count: blank ones cost nothing.
    """
    try:
        overlay = scan_sheet(xml)
    except NotPlain:
        sheet = walk_sheet(xml)
        check_extent(sheet.extent)
        check_count(sheet.valued)
        overlay = sheet.overlay
    overlay.check_merges()
    return overlay


def scan_sheet(xml: bytes) -> Overlay:
    """The overlay by search.

    Raises:
        NotPlain: the XML is not of the ordinary form, or the bounds that a search can give of the
            sheet's size are beyond the limits.
    """
    start, end = _data(xml)
    overlay = Overlay()
    shapes = _Shapes(xml, start, end)
    if not _bound(xml, start, end, shapes).fits or _filled(xml, start, end) > limits.MAX_CELLS:
        raise NotPlain
    if xml.find(b"#", start, end) >= 0:  # every error value begins with it
        _errors(xml, start, end, overlay)
    if xml.find(b"f", start, end) >= 0:
        _formulas(xml, start, end, overlay)
    _hidden_rows(xml, start, end, overlay)
    for at in shapes.long_numbers:
        _long_number(xml, at, start, overlay)
    if xml.find(b"+", start, end) >= 0:
        for at in _hits(xml, b"E+", start, end):
            _long_number(xml, xml.rfind(b"<v>", start, at), start, overlay)
    for tag in _COLUMN.findall(xml[:start]):
        if _attribute(tag, b"hidden").decode() in TRUE:
            bounds = int(_attribute(tag, b"min") or b"0"), int(_attribute(tag, b"max") or b"0")
            overlay.hidden_columns.append(bounds)
    merges = _MERGE.findall(xml, end)
    if len(merges) != xml.count(b"<mergeCell ", end):
        raise NotPlain
    overlay.merges.extend(merged_range(merge.decode()) for merge in merges)
    return overlay


class _Shapes:
    """What the shapes of addresses and numbers tell, found in one pass over the rows."""

    def __init__(self, xml: bytes, start: int, end: int) -> None:
        found = _ROW.match(xml, max(xml.rfind(b"<row ", start, end), 0))
        self.row_digits = len(found[1]) if found else 0
        self.wide = self.tall = False
        self.long_numbers: list[int] = []
        taller = b"A" + b"0" * (self.row_digits + 1) + b'"'
        marks = [_LONG] if xml.find(b"-", start, end) < 0 else [_LONG, _LONG_NEGATIVE]
        for begin in range(start, end, _CHUNK):
            chunk = xml[begin : min(begin + _CHUNK + _OVERLAP, end)].translate(_SHAPES)
            self.wide = self.wide or _TWO_LETTERS in chunk
            self.tall = self.tall or taller in chunk
            for mark in marks:
                self.long_numbers += [begin + at for at in _hits(chunk, mark, 0, len(chunk))]


def _filled(xml: bytes, start: int, end: int) -> int:
    """No fewer than the cells with a value."""
    cells = (end - start) // _SMALLEST_CELL
    if cells > limits.MAX_CELLS:
        cells = sum(xml.count(mark, start, end) for mark in (b"<v>", b"<v ", b"<is"))
    return cells


def _data(xml: bytes) -> tuple[int, int]:
    """Where the rows begin and end, having looked at how the first of them are written."""
    start = xml.find(b"<sheetData")
    close = xml.find(b">", start)
    if start < 0 or close < 0:
        raise NotPlain
    empty = xml[close - 1 : close] == b"/"
    end = close if empty else xml.rfind(b"</sheetData>")
    sample = xml[: min(start + _SAMPLE, len(xml) if end < 0 else end)]
    tags = _TAG.findall(sample)
    if end < 0 or _PREFIXED_MAIN.search(xml[:start]) or _SPACED.search(sample, start):
        raise NotPlain
    for tag in tags[:-1]:
        if not _PLAIN_TAG.fullmatch(tag):
            raise NotPlain
        if tag.startswith((b"<c ", b"<c>", b"<row ", b"<row>")) and b' r="' not in tag:
            raise NotPlain
    return start, end


def _bound(xml: bytes, start: int, end: int, shapes: _Shapes) -> Extent:
    """The farthest row and column that cells may have, a little too far rather than too near."""
    if not shapes.row_digits:
        if xml.find(b"<c", start, end) >= 0 or xml.find(b"<row", start, end) >= 0:
            raise NotPlain
        return Extent(0, 0)
    if not (shapes.wide or shapes.tall) and shapes.row_digits <= _ROW_DIGITS:
        return Extent(10**shapes.row_digits - 1, _ONE_LETTER)
    letters = set(_LETTERS.findall(xml, start, end))
    rows = set(_NUMBERS.findall(xml, start, end))
    return Extent(
        max(map(int, rows), default=0),
        max((column_number(name.decode()) for name in letters), default=0),
    )


def _hits(xml: bytes, mark: bytes, start: int, end: int) -> Iterator[int]:
    at = xml.find(mark, start, end)
    while at >= 0:
        yield at
        at = xml.find(mark, at + len(mark), end)


def _attribute(tag: bytes, name: bytes) -> bytes:
    """The value of an attribute in a tag; empty if it is not there."""
    at = tag.find(b" " + name + b'="')
    if at < 0:
        return b""
    at += len(name) + 3
    return tag[at : tag.find(b'"', at)]


def _cell(xml: bytes, at: int, start: int) -> tuple[Cell, bytes, int]:
    """The cell around a place: its address, its tag, and where the tag ends."""
    begin = xml.rfind(b"<c ", start, at + 1)  # the mark may begin with the blank behind the name
    close = xml.find(b">", begin) + 1
    tag = xml[begin:close]
    found = _REFERENCE.search(tag)
    if begin < 0 or found is None:
        raise NotPlain
    return (int(found[2]), column_number(found[1].decode())), tag, close


def _errors(xml: bytes, start: int, end: int, overlay: Overlay) -> None:
    for at in _hits(xml, b' t="e"', start, end):
        cell, tag, close = _cell(xml, at, start)
        if at > close or tag.endswith(b"/>"):
            continue  # the mark stands in a text, or the cell has no value
        value = _VALUE.search(xml, close, xml.find(b"</c>", close))
        if value:
            overlay.errors[cell] = value[1].decode()


def _formulas(xml: bytes, start: int, end: int, overlay: Overlay) -> None:
    overlay.formulas = sum(xml.count(mark, start, end) for mark in (b"<f>", b"<f ", b"<f/>"))
    if not overlay.formulas:
        return
    overlay.zero_formulas = sum(
        xml.count(mark, start, end) for mark in (b"</f><v>0</v>", b"/><v>0</v>")
    )
    for at in _hits(xml, b"</f></c>", start, end):
        overlay.bare.add(_cell(xml, at, start)[0])
    for at in _hits(xml, b"/></c>", start, end):
        if xml[xml.rfind(b"<", start, at) :][:3] in {b"<f ", b"<f/"}:
            overlay.bare.add(_cell(xml, at, start)[0])
    for mark in _EMPTY_VALUES:
        for at in _hits(xml, mark, start, end):
            cell, tag, close = _cell(xml, at, start)
            if b"<f" in xml[close:at] and _attribute(tag, b"t") != b"str":
                overlay.bare.add(cell)


def _hidden_rows(xml: bytes, start: int, end: int, overlay: Overlay) -> None:
    for at in _hits(xml, b' hidden="', start, end):
        begin = xml.rfind(b"<", start, at)
        tag = xml[begin : xml.find(b">", begin) + 1]
        if tag.startswith(b"<row ") and _attribute(tag, b"hidden").decode() in TRUE:
            found = _ROW.match(tag)
            if found is None:
                raise NotPlain
            overlay.hidden_rows.add(int(found[1]))


def _long_number(xml: bytes, at: int, start: int, overlay: Overlay) -> None:
    value = _VALUE.match(xml, at) if at >= 0 else None
    if value is None or not is_long_number(value[1].decode()):
        return
    cell, tag, _close = _cell(xml, at, start)
    if _attribute(tag, b"t") in {b"", b"n"}:
        overlay.long_numbers[cell] = value[1].decode()
