"""Blank ledgers: workbooks with the headings, formats and choices that bind without a question."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _

if TYPE_CHECKING:
    from zhenggai.model.evidence import Evidence, Field

ROWS = 500
"""So many rows below the heading have formats and choices."""
_SHEET_NAME = 31
_LONGEST_LIST = 255
_NARROW, _WIDE, _PER_SIGN = 10, 28, 2
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FORMATS = {
    "date": "yyyy-mm-dd",
    "month": "@",
    "money": "#,##0.00",
    "decimal": "0.####",
    "integer": "0",
    "percent": "0.00%",
}
_TEXTS = frozenset({"text", "org", "person", "id_card", "uscc", "enum", "bool", "month"})


def write_template(evidence: Evidence) -> bytes:
    """An XLSX workbook: the title, the headings, and formats for the rows below.

    Required headings are marked with a star; notes are comments; an enum or a bool is a drop-down.
    A document's template is a table of its stated fields, one row a document.
    """
    from xlsxwriter import Workbook

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        sheet = book.add_worksheet(evidence.title.translate(_FORBIDDEN)[:_SHEET_NAME].strip("' "))
        head = {
            "bold": True,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
        }
        styles = {
            True: book.add_format({**head, "bg_color": "#F8E5D6"}),
            False: book.add_format({**head, "bg_color": "#E8EDF2"}),
        }
        last = max(0, len(evidence.fields) - 1)
        title = book.add_format(
            {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}
        )
        if last:
            sheet.merge_range(0, 0, 0, last, evidence.title, title)
        else:
            sheet.write_string(0, 0, evidence.title, title)
        sheet.set_row(0, 30)
        sheet.set_row(1, 36)
        for column, field in enumerate(evidence.fields):
            heading = heading_of(field)
            sheet.write_string(1, column, heading, styles[field.required])
            if note := _note(field):
                sheet.write_comment(1, column, note, {"x_scale": 2})
            width = min(_WIDE, max(_NARROW, _PER_SIGN * len(heading) + 2))
            # text stays text: an id, a number with leading zeros, "2024.10" as typed
            number = _FORMATS.get(field.type, "@" if field.type in _TEXTS else "General")
            sheet.set_column(column, column, width, book.add_format({"num_format": number}))
            _choices(sheet, column, field)
        sheet.freeze_panes(2, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 1)
    return buffer.getvalue()


def heading_of(field: Field) -> str:
    """The heading of a field: its title, its unit, and a star if it is required."""
    unit = f"（{field.unit}）" if field.unit and f"（{field.unit}）" not in field.title else ""
    return f"{field.title}{unit}{'*' if field.required else ''}"


def _note(field: Field) -> str:
    hints = {
        "date": _("a day, as 2026-03-05"),
        "month": _("a month, as 2026-03"),
        "money": _("an amount in yuan, a figure only"),
        "integer": _("a whole number, without a unit"),
        "percent": _("a percentage, as 95%"),
        "id_card": _("18 digits, as text"),
        "uscc": _("18 characters, as text"),
    }
    required = _("must be filled in") if field.required else ""
    choices = " / ".join(field.values)
    return "\n".join(
        text for text in (required, hints.get(field.type, ""), choices, field.note) if text
    )


def _choices(sheet: Any, column: int, field: Field) -> None:
    values = {"enum": list(field.values), "bool": ["是", "否"]}.get(field.type)
    if values and len(",".join(values)) <= _LONGEST_LIST and not any("," in one for one in values):
        sheet.data_validation(
            2,
            column,
            ROWS + 1,
            column,
            {"validate": "list", "source": values, "error_type": "warning", "ignore_blank": True},
        )
