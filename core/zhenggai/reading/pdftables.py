"""Ruled tables on pages of a PDF, where pdfplumber is installed; by request only, for it is slow."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind
from zhenggai.reading import limits
from zhenggai.reading.grid import sheet_of

if TYPE_CHECKING:
    from zhenggai.model.raw import RawSheet

_LEAST = 2
"""Rows and columns from which drawn boxes are a table rather than a frame."""


def read_tables(data: bytes, pages: list[int]) -> tuple[list[RawSheet], list[Trouble]]:
    """The tables on these pages, counted from 1, named 表1, 表2 … through the document."""
    if not pages:
        return [], []
    if find_spec("pdfplumber") is None:
        message = _(
            "the pages {pages} may hold tables; they are read as text only, for the extra "
            "“pdf-tables” is not installed"
        ).format(pages=", ".join(map(str, pages)))
        return [], [Trouble(TroubleKind.UNSUPPORTED, message)]
    troubles = []
    if rest := pages[limits.MAX_TABLE_PAGES :]:
        message = _("tables are looked for on {limit} pages; not on the pages {pages}").format(
            limit=limits.MAX_TABLE_PAGES, pages=", ".join(map(str, rest))
        )
        troubles.append(Trouble(TroubleKind.TOO_LARGE, message, blocking=True))
    sheets: list[RawSheet] = []
    try:
        _collect(data, pages[: limits.MAX_TABLE_PAGES], sheets)
    except Exception as error:  # noqa: BLE001 - on damaged pages its parser raises what it runs into
        message = _("the tables of the document cannot be read: {reason}").format(
            reason=f"{type(error).__name__}: {error}"[:200]
        )
        troubles.append(Trouble(TroubleKind.UNREADABLE, message, blocking=True))
    return sheets, troubles


def _collect(data: bytes, pages: list[int], sheets: list[RawSheet]) -> None:
    import pdfplumber

    with pdfplumber.open(BytesIO(data), pages=pages) as document:
        for page in document.pages:
            for table in page.find_tables():
                rows: list[list[Any]] = table.extract()
                if len(rows) >= _LEAST and max(map(len, rows)) >= _LEAST:
                    name = f"表{len(sheets) + 1}"
                    sheets.append(sheet_of(name, rows, page=page.page_number))
            page.close()
