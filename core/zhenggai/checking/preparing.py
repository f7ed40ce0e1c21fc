"""Pass every query of a plan through the gate before any evidence is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.checking.gate import Parsed, examine
from zhenggai.checking.kinds import query_sql
from zhenggai.checking.parsing import Parses
from zhenggai.errors import ZhenggaiError
from zhenggai.model.rule import Query

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import duckdb

    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Rule


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
    keeper = _Gatekeeper(con, plan, frozenset(functions), parses)
    aspects: dict[str, tuple[Prepared, ...]] = {}
    applies: dict[str, Prepared] = {}
    for planned in plan.rules:
        rule = planned.rule
        tables = keeper.readable(planned)
        aspects[rule.id] = tuple(
            Prepared(planned, query) if query.attest else keeper.let_through(planned, query, tables)
            for query in rule.queries
        )
        if rule.file.applies:
            condition = keeper.let_through(planned, _condition(rule), tables)
            applies[rule.id] = condition
    parses.save()
    every = [*(one for done in aspects.values() for one in done), *applies.values()]
    named = frozenset(table for one in every if one.parsed for table in one.parsed.tables)
    return Prepare(aspects=aspects, applies=applies, needed=named & set(plan.evidence))


def _condition(rule: Rule) -> Query:
    """A rule's own condition as a query."""
    first = rule.queries[0]
    aspect = first.aspect.model_copy(update={"check": None})
    return Query(slug="applies", aspect=aspect, sql=rule.file.applies)


class _Gatekeeper:
    """What the gate must know of a plan, gathered once."""

    def __init__(
        self,
        con: duckdb.DuckDBPyConnection,
        plan: Plan,
        functions: frozenset[str],
        parses: Parses,
    ) -> None:
        self._con = con
        self._evidence = plan.evidence
        self._functions = functions
        self._parses = parses
        self._own: dict[str, list[str]] = {}
        for id_, one in plan.evidence.items():
            self._own.setdefault(one.plugin, []).append(id_)

    def readable(self, planned: PlannedRule) -> frozenset[str]:
        """The evidence of the rule's own plugin, and what it declares to read of others."""
        own = self._own.get(planned.rule.plugin, ())
        return frozenset([*own, *planned.rule.file.reads])

    def let_through(self, planned: PlannedRule, query: Query, tables: frozenset[str]) -> Prepared:
        """The query with what the parser says of it, or with the reason why it is refused."""
        try:
            sql = query_sql(query, self._evidence).strip().rstrip(";")
            parsed = examine(
                self._con,
                sql,
                tables=tables,
                params=planned.rule.file.params,
                functions=self._functions,
                where=f"{planned.rule.id}/{query.slug}",
                parses=self._parses if planned.rule.trusted else None,
            )
        except ZhenggaiError as error:
            return Prepared(planned, query, refused=str(error))
        return Prepared(planned, query, sql=sql, parsed=parsed)
