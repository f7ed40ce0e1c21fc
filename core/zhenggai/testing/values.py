"""Cells of case tables become typed values: canonical writing only, anything else is a mistake."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from zhenggai.errors import nearest
from zhenggai.i18n import _
from zhenggai.testing.cases import CaseError

if TYPE_CHECKING:
    from zhenggai.model.evidence import Field

UNREADABLE = "?"
"""A cell that begins so stands for one that did not convert: NULL, where something was written."""

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_TRUE, _FALSE = {"是", "有", "√", "true", "1"}, {"否", "无", "×", "false", "0"}


def columns_of(field: Field, cell: str, where: str) -> tuple[Any, ...]:
    """The values a cell gives the field's columns; empty and unreadable cells are NULL.

    Raises:
        CaseError: the cell is not written canonically.
    """
    width = len(field.columns())
    if not cell or cell.startswith(UNREADABLE):
        return (None,) * width
    month = _MONTH.fullmatch(cell)
    if field.months and month:
        year, number = int(month[1]), int(month[2])
        return (None, dt.date(year, number, 1), dt.date(year, number, monthrange(year, number)[1]))
    try:
        value = _value(field, cell)
    except (ValueError, InvalidOperation) as error:
        raise CaseError(
            _("“{cell}” is no {type} for {field}").format(
                cell=cell, type=field.type, field=field.name
            ),
            where=where,
        ) from error
    return (value,) * width


def _value(field: Field, cell: str) -> Any:
    match field.type:
        case "integer":
            return int(cell)
        case "decimal" | "money":
            return Decimal(cell.replace(",", ""))
        case "percent":
            return Decimal(cell[:-1]) / 100 if cell.endswith("%") else Decimal(cell)
        case "date":
            return dt.date.fromisoformat(cell)
        case "month":
            return dt.date.fromisoformat(
                cell if len(cell) > len("2026-01") else f"{cell}-01"
            ).replace(day=1)
        case "bool":
            if cell.lower() in _TRUE | _FALSE:
                return cell.lower() in _TRUE
            raise ValueError(cell)
        case "enum":
            if cell not in field.values:
                raise ValueError(cell)
            return cell
        case _:
            return cell


def field_for(head: str, fields: tuple[Field, ...], where: str) -> Field:
    """The field a head names: by name, else title, else synonym; CaseError with the nearest ones."""
    for found in (
        [one for one in fields if one.name == head],
        [one for one in fields if one.title == head],
        [one for one in fields if head in one.synonyms],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            break
    raise CaseError(
        _("“{head}” names no single field").format(head=head),
        where=where,
        hint=nearest(head, [name for one in fields for name in (one.name, one.title)]),
    )
