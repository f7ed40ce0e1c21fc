"""The styles of a Word document: their names, heading levels and lists, through inheritance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhenggai.reading.numbering import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_BODY = 9
_MOST_ANCESTORS = 12


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph or a style says of itself; None where it says nothing.

    `outline` is the level from 0, 9 for body text; `number` a list's id, ``"0"`` for none.
    """

    style: str | None = None
    outline: int | None = None
    number: str | None = None
    depth: int | None = None


@dataclass(slots=True)
class Styles:
    """All styles by id: name and own properties, whose `style` is the one they are based on."""

    names: dict[str, str] = field(default_factory=dict)
    own: dict[str, Properties] = field(default_factory=dict)
    default: str = ""

    def resolve(self, paragraph: Properties) -> Properties:
        """The paragraph's properties, completed by its style and the styles that one is based on."""
        style = paragraph.style or self.default
        outline, number, depth = paragraph.outline, paragraph.number, paragraph.depth
        ancestor: str | None = style
        for _step in range(_MOST_ANCESTORS):
            if ancestor is None or ancestor not in self.own:
                break
            inherited = self.own[ancestor]
            found = _HEADING.fullmatch(self.names.get(ancestor, ""))
            if outline is None:
                outline = int(found[1]) - 1 if found else inherited.outline
            number = inherited.number if number is None else number
            depth = inherited.depth if depth is None else depth
            ancestor = inherited.style
        return Properties(style, outline, number, depth)


def heading_of(properties: Properties) -> int:
    """The heading level from 1 that an outline level means; 0 for body text."""
    return (
        0 if properties.outline is None or properties.outline >= _BODY else properties.outline + 1
    )


def properties_of(element: Element | None) -> Properties:
    """The properties in a `w:pPr`."""
    if element is None:
        return Properties()
    return Properties(
        style=_value(element, "pStyle"),
        outline=_integer(_value(element, "outlineLvl")),
        number=_value(element, "numPr", "numId"),
        depth=_integer(_value(element, "numPr", "ilvl")),
    )


def styles_of(root: Element) -> Styles:
    """The paragraph styles that a styles part defines."""
    styles = Styles()
    for style in root.findall(f"{W}style"):
        if style.get(f"{W}type") != "paragraph":
            continue
        name = style.get(f"{W}styleId", "")
        own = properties_of(style.find(f"{W}pPr"))
        styles.names[name] = _value(style, "name") or name
        styles.own[name] = Properties(_value(style, "basedOn"), own.outline, own.number, own.depth)
        if style.get(f"{W}default") in {"1", "true"}:
            styles.default = name
    return styles


def _value(element: Element, *path: str) -> str | None:
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")


def _integer(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
