"""Parsing of XML parts with expat: no document type, hence no entities and no outside world."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.refusal import Refusal, broken

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    Attributes = dict[str, str]
    Start = Callable[[str, Attributes], None]
    End = Callable[[str], None]
    Text = Callable[[str], None]

_PROLOG = 4096


def refuse_doctype(*_ignored: object) -> None:
    """Refuse a document type declaration: office files have none, attacks need one."""
    raise Refusal(
        TroubleKind.HOSTILE,
        _(
            "a part of the file declares a document type, which no office program writes; it is not opened"
        ),
    )


def walk(xml: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Parse a part, calling back with local names (attributes keep ``prefix:name``).

    Raises:
        Refusal: a document type, or XML that is not well-formed.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes it by position
    except (expat.ExpatError, LookupError) as error:  # LookupError: an encoding of no one
        raise broken(str(error)) from error


def elements(xml: bytes) -> list[tuple[str, Attributes]]:
    """All elements of a small part in order: local name and attributes."""
    found: list[tuple[str, Attributes]] = []
    walk(xml, lambda name, attributes: found.append((name, attributes)))
    return found


def elements_text(xml: bytes) -> dict[str, str]:
    """The text of the elements of a small, flat part, by local name."""
    found: dict[str, str] = {}
    names: list[str] = []

    def add(text: str) -> None:
        found[names[-1]] = found.get(names[-1], "") + text

    walk(xml, lambda name, _attributes: names.append(name), None, add)
    return found


def tree(xml: bytes) -> Element:
    """A part as a tree.

    Raises:
        Refusal: the part is not well-formed, or too large to be held as a tree.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    if len(xml) > limits.MAX_TREE:
        raise Refusal(
            TroubleKind.TOO_LARGE,
            _(
                "the text of the document has {size} MB, more than the {limit} MB that are read"
            ).format(size=len(xml) >> 20, limit=limits.MAX_TREE >> 20),
        )
    try:
        root: Element = fromstring(xml, forbid_dtd=True)
    except (ParseError, LookupError) as error:
        raise broken(str(error)) from error
    return root


def check_prolog(xml: bytes) -> None:
    """Refuse a part whose prolog declares a document type, without parsing the part.

    A document type may stand only before the root element, so the look ends there.
    """
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in xml[:8]:
        walk(xml, lambda *_element: None)  # UTF-16: expat knows, a search for bytes does not
        return
    at = 0
    while (at := xml.find(b"<", at)) >= 0:
        if xml.startswith(b"<!--", at):
            at = xml.find(b"-->", at)
            if at < 0:
                return
        elif xml.startswith(b"<!", at):
            refuse_doctype()
        elif not xml.startswith(b"<?", at):
            return
        at += 1
