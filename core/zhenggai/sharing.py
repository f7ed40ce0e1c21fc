"""What several queries of a rule share is written once, in `_name.sql`, and put before each that names it.

Such a file holds one SELECT; a query, or another such file, speaks of it as of a table `name`. The
whole is one query all the same: `WITH name AS (…)` before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhenggai.errors import CatalogError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

MATERIALIZED = "-- materialized"
"""A first line that has a shared query computed once, where it is named several times."""

_QUIET = re.compile(r"--[^\n]*|'(?:[^']|'')*'|/\*.*?\*/", re.DOTALL)
_WITH = re.compile(r"\s*WITH\s+(RECURSIVE\s+)?", re.IGNORECASE)
_COMMENTS = re.compile(r"(?:\s*--[^\n]*\n)*")


def compose(sql: str, shared: Mapping[str, str], where: str = "") -> str:
    """A query with the shared SELECTs that it names, each after those that it names itself.

    Args:
        sql: the query.
        shared: SELECTs by name.
        where: names the rule in errors.

    Raises:
        CatalogError: shared SELECTs name one another in a circle.
    """
    ordered: list[str] = []
    _collect(sql, shared, ordered, (), where)
    if not ordered:
        return sql
    parts = ",\n".join(_part(name, shared[name]) for name in ordered)
    lead = _COMMENTS.match(sql)
    start = lead.end() if lead else 0
    comments, body = sql[:start], sql[start:]
    own = _WITH.match(body)
    if own is None:
        return f"{comments}WITH {parts}\n{body}"
    recursive = own[1] or ""
    return f"{comments}WITH {recursive}{parts},\n{body[own.end() :]}"


def _part(name: str, sql: str) -> str:
    kept = " MATERIALIZED" if sql.lstrip().startswith(MATERIALIZED) else ""
    return f"{name} AS{kept} (\n{sql.strip().rstrip(';')}\n)"


def _collect(
    sql: str, shared: Mapping[str, str], ordered: list[str], path: tuple[str, ...], where: str
) -> None:
    text = _QUIET.sub(" ", sql)
    for name in shared:
        if name in ordered or not _reads(text, name):
            continue
        if name in path:
            raise CatalogError(
                _("the shared queries {names} name one another in a circle").format(
                    names=" → ".join([*path, name])
                ),
                where=where,
            )
        if _defines(text, name):
            continue
        _collect(shared[name], shared, ordered, (*path, name), where)
        ordered.append(name)


def _reads(text: str, name: str) -> bool:
    """Whether a query reads a table of that name; a column of the name is none."""
    table = rf"{re.escape(name)}(?![\w.])"
    listed = rf"\bFROM\s(?:(?!\b(?:WHERE|GROUP|ORDER|SELECT|UNION)\b)[^()])*,\s*{table}"
    return re.search(rf"\b(?:FROM|JOIN)\s+{table}|{listed}", text, re.IGNORECASE) is not None


def _defines(text: str, name: str) -> bool:
    """Whether a query has a CTE of its own of that name, which goes before the shared one."""
    return (
        re.search(
            rf"(?<![\w.]){re.escape(name)}\s+AS\s+(?:MATERIALIZED\s+)?\(", text, re.IGNORECASE
        )
        is not None
    )
