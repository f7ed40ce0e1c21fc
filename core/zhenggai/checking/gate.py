"""The gate: DuckDB's own parser says what a query reads and calls, before it may run.

The engine's locks protect files, network and settings, but not data or time. So a rule's SQL is
parsed first: one SELECT, over declared tables, with functions from a closed list.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhenggai.checking.allowed import ALLOWED, TABLE_FUNCTIONS
from zhenggai.checking.functions import CORE
from zhenggai.errors import QueryRefusedError, nearest
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import duckdb

    from zhenggai.checking.parsing import Parses

LONGEST_QUERY = 40_000
"""Characters of one query."""
DEEPEST_NESTING = 400
"""Levels of the parse tree; expressions beyond it are hostile, not long."""

_QUERY_NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
_CLOCKS = {
    "current_catalog",
    "current_database",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "localtime",
    "localtimestamp",
    "session_user",
    "user",
}
"""Words without brackets that read the clock or the session, where no column has the name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the parser says of a query: the declared tables it names, its parameters and functions.

    `columns` are the names that its outermost SELECT gives in words; a `*` names none.
    """

    tables: frozenset[str]
    params: frozenset[str]
    functions: frozenset[str]
    columns: frozenset[str] = frozenset()


def examine(
    con: duckdb.DuckDBPyConnection,
    sql: str,
    *,
    tables: Collection[str],
    params: Collection[str],
    functions: Collection[str] = (),
    where: str = "",
    parses: Parses | None = None,
) -> Parsed:
    """Let a query through, or refuse it by name.

    Args:
        con: any connection: nothing of the query is run on it.
        sql: the query.
        tables: full names of the evidence tables it may read, beside the core's.
        params: names of the parameters it may use.
        functions: names of further functions that plugins registered.
        where: names the query in errors.
        parses: what the parser said before, and where to keep what it says.

    Raises:
        QueryRefusedError: it is not one SELECT over declared tables with permitted functions.
    """
    kept = parses.get(sql) if parses is not None else None
    parsed = (
        _said(con, sql, where)
        if kept is None
        else Parsed(**{n: frozenset(v) for n, v in kept.items()})
    )
    if parses is not None and kept is None:
        parses.put(sql, {name: sorted(getattr(parsed, name)) for name in _PARTS})
    _permit(parsed, [tables, CORE], params, [ALLOWED, functions], where)
    return parsed


_PARTS = ("tables", "params", "functions", "columns")


def _said(con: duckdb.DuckDBPyConnection, sql: str, where: str) -> Parsed:
    """What the parser says of a query; refused where no rule may be of that shape."""
    tree = _parse(con, sql, where)
    found = _Found(set(), set(), set())
    _walk(tree, frozenset(), found, where)
    return Parsed(
        tables=frozenset(found.tables),
        params=frozenset(found.params),
        functions=frozenset(found.functions),
        columns=frozenset(_columns(tree["node"])),
    )


def _permit(
    parsed: Parsed,
    tables: Sequence[Collection[str]],
    params: Collection[str],
    functions: Sequence[Collection[str]],
    where: str,
) -> None:
    """Refuse a query that names what it may not."""
    for named, permitted, said in (
        (parsed.functions, functions, _("the function “{name}” may not be used in a rule")),
        (parsed.tables, tables, _("there is no evidence table “{name}”")),
        (parsed.params, [params], _("the rule declares no parameter “{name}”")),
    ):
        for name in sorted(named):
            if not any(name in group for group in permitted):
                known = [one for group in permitted for one in group]
                raise QueryRefusedError(
                    said.format(name=name), where=where, hint=nearest(name, known)
                )


def _columns(node: dict[str, Any]) -> Iterator[str]:
    while "select_list" not in node:
        inner = node.get("child") or node.get("left") or (node.get("children") or [None])[0]
        if not isinstance(inner, dict):
            return
        node = inner.get("node", inner)
    for item in node["select_list"]:
        if item.get("alias"):
            yield str(item["alias"]).lower()
        elif item.get("column_names"):
            yield str(item["column_names"][-1]).lower()


@dataclass(slots=True)
class _Found:
    tables: set[str]
    params: set[str]
    functions: set[str]


def _parse(con: duckdb.DuckDBPyConnection, sql: str, where: str) -> dict[str, Any]:
    if len(sql) > LONGEST_QUERY:
        raise QueryRefusedError(
            _("the query is longer than {limit} characters").format(limit=LONGEST_QUERY),
            where=where,
        )
    row = con.execute("SELECT json_serialize_sql($sql)", {"sql": sql}).fetchone()
    try:
        answer = json.loads(row[0]) if row else {}
    except RecursionError as error:
        raise QueryRefusedError(_("the query is nested too deeply"), where=where) from error
    if answer.get("error", True):
        message = str(answer.get("error_message", ""))
        if "Only SELECT" in message:
            message = _("a rule is one SELECT, and nothing else")
        raise QueryRefusedError(message, where=where)
    statements = answer["statements"]
    if len(statements) != 1:
        raise QueryRefusedError(
            _("a rule is one SELECT; here are {count} statements").format(count=len(statements)),
            where=where,
        )
    return dict(statements[0])


def _walk(node: Any, ctes: frozenset[str], found: _Found, where: str, depth: int = 0) -> None:
    """Collect tables, functions and parameters; names of CTEs in scope are no tables."""
    if depth > DEEPEST_NESTING:
        raise QueryRefusedError(_("the query is nested too deeply"), where=where)
    if isinstance(node, list):
        for inner in node:
            _walk(inner, ctes, found, where, depth + 1)
    elif isinstance(node, dict):
        ctes = ctes | frozenset(_cte_names(node))
        _visit(node, ctes, found, where)
        for key, inner in node.items():
            if isinstance(inner, (dict, list)) and key != "cte_map":
                _walk(inner, ctes, found, where, depth + 1)
        for entry in _cte_entries(node):
            _walk(entry["value"], ctes, found, where, depth + 1)


def _visit(node: dict[str, Any], ctes: frozenset[str], found: _Found, where: str) -> None:
    """What one node of the tree says; refused at once where no rule may say it."""
    kind = str(node.get("type"))
    if kind == "BASE_TABLE":
        _table(node, ctes, found, where)
    elif kind == "TABLE_FUNCTION":
        _table_function(node, where)
    elif kind in {"SHOW_REF", "PIVOT"} or (kind.endswith("_NODE") and kind not in _QUERY_NODES):
        raise QueryRefusedError(_("a rule is one SELECT, and nothing else"), where=where)
    elif node.get("class") in {"FUNCTION", "WINDOW"}:
        _function(node, found, where)
    elif kind == "COLUMN_REF":
        _column(node, where)
    elif kind == "VALUE_PARAMETER":
        found.params.add(str(node.get("identifier", "")))


def _function(node: dict[str, Any], found: _Found, where: str) -> None:
    name = str(node.get("function_name", "")).lower()
    if node.get("schema") not in {"", "main", None} or node.get("catalog"):
        raise QueryRefusedError(
            _("the function “{name}” may not be used in a rule").format(name=name), where=where
        )
    found.functions.add(name)


def _cte_entries(node: dict[str, Any]) -> Sequence[dict[str, Any]]:
    cte_map = node.get("cte_map")
    return cte_map.get("map", []) if isinstance(cte_map, dict) else []


def _cte_names(node: dict[str, Any]) -> Iterator[str]:
    for entry in _cte_entries(node):
        yield str(entry["key"]).lower()
    if node.get("type") in {"CTE_NODE", "RECURSIVE_CTE_NODE"} and node.get("cte_name"):
        yield str(node["cte_name"]).lower()


def _table(node: dict[str, Any], ctes: frozenset[str], found: _Found, where: str) -> None:
    name = str(node.get("table_name", ""))
    schema = str(node.get("schema_name", ""))
    if node.get("catalog_name"):
        raise QueryRefusedError(
            _("“{name}” names another database").format(
                name=f"{node['catalog_name']}.{schema}.{name}"
            ),
            where=where,
        )
    if not schema and name.lower() in ctes:
        return
    found.tables.add(f"{schema}.{name}" if schema else name)


def _column(node: dict[str, Any], where: str) -> None:
    names = node["column_names"]
    if len(names) == 1 and str(names[0]).lower() in _CLOCKS:
        raise QueryRefusedError(
            _(
                "“{name}” reads the clock or the session; as_of() is the day a run speaks for"
            ).format(name=names[0]),
            where=where,
        )


def _table_function(node: dict[str, Any], where: str) -> None:
    function = node.get("function") or {}
    name = str(function.get("function_name", "")).lower()
    if name not in TABLE_FUNCTIONS:
        raise QueryRefusedError(
            _("the table function “{name}” may not be used in a rule").format(name=name),
            where=where,
        )
