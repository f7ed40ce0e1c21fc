"""PDF: text page by page through PDFium; a page without text is a scan, and said to be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _
from zhenggai.model.raw import RawDocument, RawParagraph, Trouble, TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.headings import heading_level
from zhenggai.reading.lines import joined_lines
from zhenggai.reading.pdftables import read_tables
from zhenggai.reading.refusal import Contents, Refusal, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES = 4
"""Drawn lines or boxes from which a page may hold a ruled table."""

_OBJECTS = 20_000
"""Drawn objects of a page that are looked at for rules."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as read; `pictured` if it shows anything but text, `ruled` if lines are drawn."""

    text: str
    characters: int
    pictured: bool
    ruled: bool


def read_pdf(data: bytes) -> Contents:
    """Read a document.

    Raises:
        Refusal: it is protected by a password, damaged, or has too many pages.
    """
    pages: list[_Page] = []
    failed: list[int] = []
    for number, page in enumerate(_pages(data), start=1):
        if page is None:
            failed.append(number)
        pages.append(page or _Page("", 0, pictured=False, ruled=False))
    paragraphs = [
        RawParagraph(0, text, page=number, level=heading_level(text))
        for number, page in enumerate(pages, start=1)
        for text in joined_lines(page.text.splitlines())
    ]
    document = RawDocument(
        tuple(
            RawParagraph(number, paragraph.text, paragraph.page, paragraph.level)
            for number, paragraph in enumerate(paragraphs, start=1)
        ),
        pages=len(pages),
        characters=tuple(page.characters for page in pages),
    )
    troubles = _unread(pages, failed)
    ruled = [number for number, page in enumerate(pages, start=1) if page.ruled and page.text]
    sheets, found = read_tables(data, ruled)
    return Contents(tuple(sheets), document, (*troubles, *found))


def _unread(pages: list[_Page], failed: list[int]) -> list[Trouble]:
    scans = [
        number
        for number, page in enumerate(pages, start=1)
        if page.pictured and page.characters < limits.SCAN_CHARACTERS
    ]
    troubles = []
    if scans:
        message = _(
            "of {count} pages these have no text that can be read, they are scans or pictures: "
            "{pages}; hand in the original paper"
        ).format(count=len(pages), pages=page_list(scans))
        troubles.append(Trouble(TroubleKind.NOT_MACHINE_READABLE, message, blocking=True))
    if failed:
        message = _("these pages are damaged and cannot be read: {pages}").format(
            pages=page_list(failed)
        )
        troubles.append(Trouble(TroubleKind.UNREADABLE, message, blocking=True))
    if not (scans or failed or any(page.characters for page in pages)):
        troubles.append(Trouble(TroubleKind.EMPTY, _("the document has no text"), blocking=True))
    elif blank := [
        number
        for number, page in enumerate(pages, start=1)
        if not (page.characters or page.pictured or number in failed)
    ]:
        message = _(
            "these pages show nothing at all: {pages}; if they should, the file is damaged"
        ).format(pages=page_list(blank))
        troubles.append(Trouble(TroubleKind.EMPTY, message))
    return troubles


def page_list(pages: list[int]) -> str:
    """Page numbers for people: ``1-3, 7``."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and spans[-1][1] == page - 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in spans)


def _pages(data: bytes) -> Iterator[_Page | None]:
    """Each page in order; None for one that cannot be loaded."""
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise Refusal(
                TroubleKind.ENCRYPTED,
                _("the file is protected by a password; hand it in without one"),
            ) from error
        raise broken(str(error)) from error
    try:
        count = len(document)
        if count > limits.MAX_PAGES:
            raise Refusal(
                TroubleKind.TOO_LARGE,
                _("the document has {count} pages, more than the {limit} that are read").format(
                    count=count, limit=limits.MAX_PAGES
                ),
            )
        for number in range(count):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                yield None
                continue
            yield _read_page(page, number + 1)
            page.close()
    finally:
        document.close()


def _read_page(page: Any, number: int) -> _Page:
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > limits.MAX_PAGE_CHARACTERS:
            raise Refusal(
                TroubleKind.TOO_LARGE,
                _("page {page} has {count} characters, more than the {limit} that are read").format(
                    page=number, count=count, limit=limits.MAX_PAGE_CHARACTERS
                ),
            )
        text = text_page.get_text_range() if count else ""
    finally:
        text_page.close()
    kinds = [
        item.type
        for item, _place in zip(page.get_objects(max_depth=4), range(_OBJECTS), strict=False)
    ]
    return _Page(
        text,
        len("".join(text.split())),
        pictured=any(kind != FPDF_PAGEOBJ_TEXT for kind in kinds),
        ruled=kinds.count(FPDF_PAGEOBJ_PATH) >= _RULES,
    )
