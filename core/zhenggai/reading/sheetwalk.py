"""The overlay of an XLSX sheet by a full parse: slow, and right for any well-formed part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhenggai.reading.cells import column_number
from zhenggai.reading.overlay import Extent, Overlay
from zhenggai.reading.refusal import broken
from zhenggai.reading.xml import walk

if TYPE_CHECKING:
    from zhenggai.reading.overlay import Cell
    from zhenggai.reading.xml import Attributes

TRUE = frozenset({"1", "true", "on"})
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LOST = 1e15


def reference(text: str) -> Cell:
    """Row and column of ``F17``.

    Raises:
        Refusal: it is no cell address.
    """
    found = _REFERENCE.fullmatch(text)
    if found is None:
        raise broken(text[:20])
    return int(found[2]), column_number(found[1])


def merged_range(text: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of ``A1:C2``."""
    first, _colon, last = text.partition(":")
    return (*reference(first), *reference(last or first))


def is_long_number(text: str) -> bool:
    """Whether a number has more than 15 digits before the point, of which the last are lost."""
    try:
        return abs(float(text)) >= _LOST
    except ValueError:
        return False


@dataclass(slots=True)
class SheetWalk:
    """One parse of a sheet part; the attributes after `overlay` are where the parse stands."""

    overlay: Overlay = field(default_factory=Overlay)
    extent: Extent = field(default_factory=lambda: Extent(0, 0))
    valued: int = 0
    inside: bool = False
    row: int = 0
    column: int = 0
    kind: str = "n"
    has_value: bool = False
    has_formula: bool = False
    in_value: bool = False
    text: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        match name:
            case "sheetData":
                self.inside = True
            case "col" if attributes.get("hidden") in TRUE:
                bounds = int(attributes.get("min", 0)), int(attributes.get("max", 0))
                self.overlay.hidden_columns.append(bounds)
            case "mergeCell":
                self.overlay.merges.append(merged_range(attributes.get("ref", "")))
            case "row" if self.inside:
                self.row = int(attributes.get("r", self.row + 1))
                self.column = 0
                if attributes.get("hidden") in TRUE:
                    self.overlay.hidden_rows.add(self.row)
            case "c" if self.inside:
                self._open_cell(attributes)
            case "f" if self.inside:
                self.has_formula = True
                self.overlay.formulas += 1
            case "v" | "is" if self.inside:
                self.has_value = True
                self.in_value = name == "v"

    def _open_cell(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self.row, self.column = reference(attributes["r"])
        else:
            self.column += 1
        self.kind = attributes.get("t", "n")
        self.has_value = self.has_formula = self.in_value = False
        self.text = ""

    def characters(self, text: str) -> None:
        """Text, of which only that of values is kept."""
        if self.in_value:
            self.text += text

    def end(self, name: str) -> None:
        """An element ends."""
        match name:
            case "sheetData":
                self.inside = False
            case "v":
                self.in_value = False
            case "c" if self.inside:
                self._close_cell()

    def _close_cell(self) -> None:
        overlay, cell = self.overlay, (self.row, self.column)
        if self.has_formula and not self.text and not (self.kind == "str" and self.has_value):
            overlay.bare.add(cell)
        if self.has_formula and self.text == "0":
            overlay.zero_formulas += 1
        if self.kind == "e" and self.text:
            overlay.errors[cell] = self.text
        elif self.kind == "n" and is_long_number(self.text):
            overlay.long_numbers[cell] = self.text
        if self.has_value:
            self.valued += 1
            self.extent = Extent(
                max(self.extent.row, self.row), max(self.extent.column, self.column)
            )


def walk_sheet(xml: bytes) -> SheetWalk:
    """Parse a sheet part in full.

    Raises:
        Refusal: it declares a document type, or is not well-formed, or has an impossible address.
    """
    sheet = SheetWalk()
    try:
        walk(xml, sheet.start, sheet.end, sheet.characters)
    except ValueError as error:
        raise broken(str(error)) from error
    return sheet
