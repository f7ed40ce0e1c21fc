"""Pass every query of a plan through the gate before any evidence is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.checking.gate import Parsed, examine
from zhenggai.checking.kinds import query_sql
from zhenggai.checking.parsing import Parses
from zhenggai.errors import ZhenggaiError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import duckdb

    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Query


@dataclass(frozen=True, slots=True)
class Prepared:
    """A planned aspect, let through by the gate or refused by it."""

    planned: PlannedRule
    query: Query
    sql: str = ""
    parsed: Parsed | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Prepare:
    """All aspects of a plan, and the evidence that they and the rules' conditions name."""

    aspects: Mapping[str, tuple[Prepared, ...]]
    applies: Mapping[str, Prepared]
    needed: frozenset[str]


def prepare(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    functions: Collection[str] = (),
    *,
    parses: Parses | None = None,
) -> Prepare:
    """Pass every query of the plan through the gate; a refused one is kept, to be an error."""
    parses = parses or Parses()
    aspects: dict[str, tuple[Prepared, ...]] = {}
    applies: dict[str, Prepared] = {}
    needed: set[str] = set()
    for planned in plan.rules:
        done = [
            Prepared(planned, query)
            if query.attest
            else _prepare(con, plan, planned, query, functions, parses)
            for query in planned.rule.queries
        ]
        aspects[planned.rule.id] = tuple(done)
        if planned.rule.file.applies:
            query = planned.rule.queries[0].model_copy(
                update={
                    "slug": "applies",
                    "sql": planned.rule.file.applies,
                    "aspect": planned.rule.queries[0].aspect.model_copy(update={"check": None}),
                }
            )
            applies[planned.rule.id] = _prepare(con, plan, planned, query, functions, parses)
        for one in (*done, *([applies[planned.rule.id]] if planned.rule.id in applies else [])):
            if one.parsed is not None:
                needed |= {table for table in one.parsed.tables if table in plan.evidence}
    parses.save()
    return Prepare(aspects=aspects, applies=applies, needed=frozenset(needed))


def _prepare(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    planned: PlannedRule,
    query: Query,
    functions: Collection[str],
    parses: Parses,
) -> Prepared:
    where = f"{planned.rule.id}/{query.slug}"
    try:
        sql = query_sql(query, plan.evidence).strip().rstrip(";")
        parsed = examine(
            con,
            sql,
            tables=_readable(plan, planned),
            params=planned.rule.file.params,
            functions=functions,
            where=where,
            parses=parses if planned.rule.trusted else None,
        )
    except ZhenggaiError as error:
        return Prepared(planned, query, refused=str(error))
    return Prepared(planned, query, sql=sql, parsed=parsed)


def _readable(plan: Plan, planned: PlannedRule) -> list[str]:
    """The evidence of the rule's own plugin, and what it declares to read of others."""
    own = [id_ for id_, one in plan.evidence.items() if one.plugin == planned.rule.plugin]
    return [*own, *planned.rule.file.reads]
