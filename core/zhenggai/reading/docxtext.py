"""The text of Word paragraphs: what a reader sees once the changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhenggai.reading.numbering import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT = frozenset({f"{W}t", f"{MATH}t"})
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rt", f"{W}pPr"})
_MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class ParagraphText:
    """The pieces of a paragraph's text; text boxes and notes in it are left for later."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: int = 0

    @property
    def text(self) -> str:
        """The pieces as one."""
        return "".join(self.pieces)


def paragraph_text(paragraph: Element) -> ParagraphText:
    """The text of a `w:p`: deletions and field codes left out, insertions kept."""
    found = ParagraphText()
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _TEXT:
            found.pieces.append(element.text or "")
        elif tag in _MARKS:
            found.pieces.append(_MARKS[tag])
        elif tag == f"{W}txbxContent":
            found.boxes.append(element)
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            found.notes.append(f"{tag.removeprefix(W)[:-9]}/{element.get(f'{W}id', '')}")
        elif tag == f"{MC}AlternateContent":
            waiting.append(chosen(element))
        elif tag not in _GONE:
            found.pictures += tag in {f"{W}drawing", f"{W}pict", f"{W}object"}
            waiting.extend(reversed(element))
    return found


def chosen(alternatives: Element) -> Element:
    """Of alternative contents the first, as new programs do; itself if it has none."""
    for name in ("Choice", "Fallback"):
        found = alternatives.find(f"{MC}{name}")
        if found is not None and len(found):
            return found
    return alternatives if not len(alternatives) else alternatives[0]
