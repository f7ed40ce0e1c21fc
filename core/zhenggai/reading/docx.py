"""DOCX: paragraphs in order with their headings and numbering, tables as sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.model.raw import RawDocument, RawParagraph, Trouble, TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.container import open_container
from zhenggai.reading.docxstyles import Styles, heading_of, properties_of, styles_of
from zhenggai.reading.docxtables import table_grid, unwrapped
from zhenggai.reading.docxtext import MC, chosen, paragraph_text
from zhenggai.reading.grid import sheet_of
from zhenggai.reading.headings import heading_level
from zhenggai.reading.numbering import Numbering, W, numbering_of
from zhenggai.reading.refusal import Contents, Refusal, broken
from zhenggai.reading.workbook import main_part, relations
from zhenggai.reading.xml import elements_text, tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from zhenggai.model.raw import RawSheet
    from zhenggai.reading.container import Container

_DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PROPERTIES = ("title", "creator", "lastModifiedBy", "created", "modified")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{MC}AlternateContent")


def read_docx(data: bytes) -> Contents:
    """Read a document.

    Its text has a paragraph a paragraph, then one a table row (cells joined by tabs) where a table
    stands; text boxes follow the paragraph they hang on, notes come last.

    Raises:
        Refusal: it is damaged, or too large.
    """
    container = open_container(data)
    main = main_part(container, _DOCUMENT)
    if main not in container:
        raise broken(main)
    parts = {kind.rpartition("/")[2]: part for kind, part in relations(container, main).values()}
    reading = _Reading(
        _styles(container, parts.get("styles", "")),
        _numbering(container, parts.get("numbering", "")),
        _notes(container, parts),
    )
    body = _part(container, main).find(f"{W}body")
    if body is None:
        raise broken(main)
    reading.blocks(body, 0)
    reading.append_notes()
    return reading.contents(_properties(container))


class _Reading:
    """The paragraphs and tables found so far."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, Element]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._cited: list[str] = []
        self._pictures = 0
        self._paragraphs: list[RawParagraph] = []
        self._sheets: list[RawSheet] = []
        self._troubles: list[Trouble] = []

    def blocks(self, parent: Element, depth: int) -> None:
        """Read paragraphs and tables in order."""
        for block in unwrapped(parent, *_BLOCKS):
            if block.tag == f"{W}tbl":
                self._table(block, depth)
            elif block.tag == f"{W}p":
                self._add(*self._paragraph(block), depth)
            else:
                self.blocks(chosen(block), depth)

    def append_notes(self) -> None:
        """Put the cited footnotes and endnotes behind the text."""
        for key in dict.fromkeys(self._cited):
            if key in self._notes:
                text = "\n".join(self._cell_lines(self._notes[key], []))
                self._say(text, 0, key.partition("/")[0])

    def contents(self, properties: dict[str, str]) -> Contents:
        """All that was found."""
        characters = sum(len(paragraph.text) for paragraph in self._paragraphs)
        if self._pictures and characters < limits.SCAN_CHARACTERS:
            self._troubles.append(
                Trouble(
                    TroubleKind.NOT_MACHINE_READABLE,
                    _(
                        "the document holds pictures and next to no text; "
                        "hand in the original paper, not a scan"
                    ),
                    blocking=True,
                )
            )
        document = RawDocument(
            tuple(self._paragraphs), characters=(characters,), properties=properties
        )
        found = document if characters or self._pictures else None
        return Contents(tuple(self._sheets), found, tuple(self._troubles))

    def _paragraph(self, element: Element) -> tuple[str, int, str, list[Element]]:
        """Text with its number, heading level, style and the text boxes that hang on it."""
        own = self._styles.resolve(properties_of(element.find(f"{W}pPr")))
        found = paragraph_text(element)
        self._cited += found.notes
        self._pictures += found.pictures
        text = found.text.strip()
        if text and own.number not in {None, "0"}:
            label = self._numbering.label(own.number or "", own.depth or 0)
            text = f"{label} {text}" if label[-1:].isalnum() and label.isascii() else label + text
        level = heading_of(own) or heading_level(text)
        style = self._styles.names.get(own.style or "", own.style or "")
        return text, level, style, found.boxes

    def _add(self, text: str, level: int, style: str, boxes: list[Element], depth: int) -> None:
        self._say(text, level, style)
        for box in boxes:
            self._deeper(box, depth)

    def _say(self, text: str, level: int, style: str) -> None:
        if text.strip():
            number = len(self._paragraphs) + 1
            self._paragraphs.append(RawParagraph(number, text, level=level, style=style))

    def _deeper(self, parent: Element, depth: int) -> None:
        if depth >= limits.MAX_DEPTH:
            raise Refusal(
                TroubleKind.TOO_LARGE,
                _("tables stand within tables more than {limit} deep").format(
                    limit=limits.MAX_DEPTH
                ),
            )
        self.blocks(parent, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        number = len(self._sheets) + 1
        name = f"表{number}"
        inner: list[Element] = []
        try:
            rows, overlay = table_grid(table, lambda cell: "\n".join(self._cell_lines(cell, inner)))
        except Refusal as refusal:
            self._troubles.append(refusal.on(name))
            return
        self._sheets.append(sheet_of(name, rows, overlay))
        for row in rows:
            self._say("\t".join(cell or "" for cell in row), 0, "table")
        for element in inner:
            if element.tag == f"{W}tbl":
                self._deeper_table(element, depth)
            else:
                self._deeper(element, depth)

    def _deeper_table(self, table: Element, depth: int) -> None:
        holder = table.makeelement("holder", {})
        holder.append(table)
        self._deeper(holder, depth)

    def _cell_lines(self, cell: Element, inner: list[Element]) -> list[str]:
        """The lines of a cell; the tables and text boxes in it are added to `inner`."""
        lines: list[str] = []
        for block in unwrapped(cell, *_BLOCKS):
            if block.tag == f"{W}tbl":
                inner.append(block)
            elif block.tag == f"{W}p":
                text, _level, _style, boxes = self._paragraph(block)
                inner += boxes
                lines += [text] if text else []
            else:
                lines += self._cell_lines(chosen(block), inner)
        return lines


def _part(container: Container, name: str) -> Element:
    return tree(container.xml(name).replace(_STRICT, W[1:-1].encode()))


def _styles(container: Container, name: str) -> Styles:
    return styles_of(_part(container, name)) if name in container else Styles()


def _numbering(container: Container, name: str) -> Numbering:
    return numbering_of(_part(container, name)) if name in container else Numbering()


def _notes(container: Container, parts: dict[str, str]) -> dict[str, Element]:
    """Footnotes and endnotes by kind and id."""
    return {
        f"{kind}/{note.get(f'{W}id', '')}": note
        for kind in ("footnote", "endnote")
        if (name := parts.get(f"{kind}s", "")) in container
        for note in _part(container, name).findall(f"{W}{kind}")
    }


def _properties(container: Container) -> dict[str, str]:
    """Title, author and dates, as far as they are given."""
    if _CORE not in container:
        return {}
    found = elements_text(container.xml(_CORE))
    return {name: found[name] for name in _PROPERTIES if found.get(name)}
