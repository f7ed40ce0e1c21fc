"""Examine a catalog without evidence: every query through the gate, every word of a message known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.catalog import cases_of
from zhenggai.checking.findings import PLACEHOLDER
from zhenggai.checking.gate import Parsed, examine
from zhenggai.checking.kinds import query_sql
from zhenggai.errors import ZhenggaiError, nearest
from zhenggai.i18n import _
from zhenggai.planning import load_checklist, make_plan, parse_period
from zhenggai.plugins import checklist_paths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import duckdb

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.rule import Query, Rule
    from zhenggai.plugins import Plugins


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one part of the catalog, and where."""

    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def lint(plugins: Plugins, only: Collection[str] | None = None) -> list[Problem]:
    """Every problem of the catalog, in order of name; `only` narrows it to some plugins."""
    import duckdb

    problems: list[Problem] = []
    with duckdb.connect() as con:
        define_empty(con, plugins)
        for id_, rule in sorted(plugins.rules.items()):
            if only is None or rule.plugin in only:
                problems += [Problem(id_, text) for text in _rule(con, rule, plugins)]
    for id_, evidence in sorted(plugins.evidence.items()):
        if only is None or evidence.plugin in only:
            problems += [Problem(id_, text) for text in _evidence(evidence, plugins)]
    problems += _checklists(plugins, only)
    return problems


def define_empty(con: duckdb.DuckDBPyConnection, plugins: Plugins) -> None:
    """All functions, and every declared evidence as an empty table: enough to bind any query."""
    from zhenggai.checking.calendar import work_calendar
    from zhenggai.checking.functions import install
    from zhenggai.checking.session import quote, register, table_name

    install(con, work_calendar())
    register(con, plugins.functions())
    for name in ("as_of", "period_start", "period_end"):
        con.execute(f"SET VARIABLE {name} = DATE '2026-01-01'")
    con.execute("SET VARIABLE region_prefix = '^x'")
    for evidence in plugins.evidence.values():
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {quote(evidence.plugin)}")
        columns = ", ".join(f"{quote(name)} {kind}" for name, kind in evidence.columns())
        con.execute(f"CREATE TABLE {table_name(evidence.id)} (_row BIGINT, {columns})")


def _rule(con: duckdb.DuckDBPyConnection, rule: Rule, plugins: Plugins) -> Iterator[str]:
    used: set[str] = set()
    for query in rule.queries:
        if query.attest:
            continue
        try:
            parsed = _examined(con, rule, query_sql(query, plugins.evidence), plugins)
        except ZhenggaiError as error:
            yield f"{query.slug}: {error}"
            continue
        used |= parsed.params
        yield from (f"{query.slug}: {text}" for text in _query(con, rule, query, parsed, plugins))
    if rule.file.applies:
        try:
            used |= _examined(con, rule, rule.file.applies, plugins).params
        except ZhenggaiError as error:
            yield f"applies: {error}"
    yield from _params(rule, used)
    if not cases_of(rule).strip():
        yield _("there are no cases")
    for reads in rule.file.reads:
        if reads.partition(".")[0] == rule.plugin:
            yield _("`reads` names its own plugin's {name}").format(name=reads)


def _params(rule: Rule, used: set[str]) -> Iterator[str]:
    """Parameters that nothing uses, no query and no text; defaults beyond their own bound."""
    for aspect in rule.file.aspects.values():
        for text in (aspect.message, aspect.message_en, aspect.rectify, rule.file.rectify):
            used |= set(PLACEHOLDER.findall(text))
    for name, param in rule.file.params.items():
        if name not in used:
            yield _("the parameter “{name}” is used by no aspect").format(name=name)
        if param.bound is not None and not param.bound.allows(param.default):
            yield _("the default of “{name}” goes beyond its own bound").format(name=name)


def _examined(con: duckdb.DuckDBPyConnection, rule: Rule, sql: str, plugins: Plugins) -> Parsed:
    own = [id_ for id_, one in plugins.evidence.items() if one.plugin == rule.plugin]
    return examine(
        con,
        sql,
        tables=[*own, *rule.file.reads],
        params=rule.file.params,
        functions=[function.name for function in plugins.functions()],
    )


def _query(
    con: duckdb.DuckDBPyConnection, rule: Rule, query: Query, parsed: Parsed, plugins: Plugins
) -> Iterator[str]:
    aspect = query.aspect
    # A derived table that is read may be missing together with the document it is made from.
    sources = {plugins.evidence[one].source for one in parsed.tables & set(plugins.evidence)}
    for optional in aspect.optional:
        if optional not in parsed.tables | sources:
            yield _("`optional` names {name}, which the query does not read").format(name=optional)
    if any(
        table.partition(".")[0] != "core" and table not in plugins.evidence
        for table in parsed.tables
    ):
        return  # another plugin's, not installed: the columns cannot be known
    try:
        columns = _bind(con, rule, query, parsed, plugins)
    except Exception as error:  # noqa: BLE001 - whatever the binder says is the problem
        yield str(error).splitlines()[0]
        return
    if "verdict" not in columns:
        yield _("the query gives no column `verdict`")
    if not {"_row", "_rows", "key"} & set(columns):
        yield _("the query gives neither `_row`, `_rows` nor `key`")
    words = {*columns, *rule.file.params}
    for text in (aspect.message, aspect.message_en):
        for name in PLACEHOLDER.findall(text):
            if name not in words:
                yield _("the message speaks of “{name}”, which the query does not give").format(
                    name=name
                )
    fields = {
        name
        for table in parsed.tables & set(plugins.evidence)
        for name, _kind in plugins.evidence[table].columns()
    }
    for name in aspect.fields:
        if name not in fields:
            hint = nearest(name, fields)
            yield (
                _("`fields` names “{name}”, which no evidence of the query has").format(name=name)
                + f" {hint}"
            )


def _bind(
    con: duckdb.DuckDBPyConnection, rule: Rule, query: Query, parsed: Parsed, plugins: Plugins
) -> list[str]:
    from zhenggai.model.checklist import Checklist
    from zhenggai.model.settings import Settings
    from zhenggai.planning import parameters

    params = parameters([rule], Checklist(id="lint", title=""), Settings(), plugins)[rule.id]
    sql = query_sql(query, plugins.evidence).strip().rstrip(";")
    values = {name: params[name].value for name in parsed.params}
    description = con.execute(f"SELECT * FROM ({sql}\n) LIMIT 0", values).description
    return [column[0] for column in description or []]


def _evidence(evidence: Evidence, plugins: Plugins) -> Iterator[str]:
    if evidence.source is not None and evidence.source not in plugins.evidence:
        yield _("its source {name} is no evidence").format(name=evidence.source)
    claimed: dict[str, str] = {}
    for field in evidence.fields:
        for name in {field.title, *field.synonyms}:
            if name in claimed and claimed[name] != field.name:
                yield _("“{name}” is a name of both {first} and {second}").format(
                    name=name, first=claimed[name], second=field.name
                )
            claimed[name] = field.name
    if evidence.form == "table" and not evidence.key:
        yield _("it has no business key")


def _checklists(plugins: Plugins, only: Collection[str] | None) -> list[Problem]:
    from datetime import date

    from zhenggai.model.settings import Settings

    problems = []
    for name, path in checklist_paths(plugins).items():
        owned = any(
            path == one for plugin in plugins.data.values() for one in plugin.checklists.values()
        )
        if only is not None and not (
            owned and any(name in plugins.data[one].checklists for one in only)
        ):
            continue
        try:
            load_checklist(name, plugins)
            make_plan(
                name, plugins, Settings(), as_of=date(2026, 1, 1), period=parse_period("2026")
            )
        except ZhenggaiError as error:
            problems.append(Problem(str(path.name), str(error)))
    return problems
