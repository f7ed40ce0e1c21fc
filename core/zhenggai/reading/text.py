"""Running text: a paragraph a line, with the headings that numbering or Markdown marks show."""

from __future__ import annotations

import re

from zhenggai.model.raw import RawDocument, RawParagraph
from zhenggai.reading.encoding import decoded, find_encoding
from zhenggai.reading.headings import heading_level
from zhenggai.reading.refusal import Contents

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")


def read_text(data: bytes, *, markdown: bool = False) -> Contents:
    """Read a text file; a paragraph's number is its line, so blank lines have none.

    Raises:
        Refusal: unknown encoding.
    """
    encoding, skip = find_encoding(data)
    paragraphs: list[RawParagraph] = []
    characters = 0
    text = "".join(decoded(data, skip, encoding)).replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if not stripped:
            continue
        characters += len(stripped)
        found = _HASHES.fullmatch(stripped) if markdown else None
        paragraphs.append(
            RawParagraph(number, found[2], level=len(found[1]))
            if found
            else RawParagraph(number, stripped, level=heading_level(stripped))
        )
    document = RawDocument(tuple(paragraphs), characters=(characters,)) if paragraphs else None
    return Contents(document=document, facts={"encoding": encoding})
