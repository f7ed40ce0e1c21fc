"""Compile the declared shapes of demand to queries of the same contract as hand-written SQL."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, assert_never

from zhenggai.checking.session import quote, table_name
from zhenggai.errors import CatalogError
from zhenggai.i18n import _
from zhenggai.model.checks import (
    Attest,
    Coverage,
    Frequency,
    Mention,
    Presence,
    Reconcile,
    Require,
    Sequence,
    Unique,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhenggai.model.checks import Amount, Check, Gap, Side
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.rule import Query

_STRETCH = {
    "month": "core.months",
    "quarter": "core.quarters",
    "half": "core.halves",
    "year": "core.years",
}


def query_sql(query: Query, evidence: Mapping[str, Evidence]) -> str:
    """The SQL of an aspect: as written, or as its declared check compiles; empty for attest."""
    if query.aspect.check is None:
        return query.sql
    return compile_check(query.aspect.check, evidence)


def compile_check(check: Check, evidence: Mapping[str, Evidence]) -> str:
    """One declared check as SQL.

    Raises:
        CatalogError: it names an evidence or field that is not declared.
    """
    match check:
        case Require():
            return _require(check, evidence)
        case Unique():
            return _unique(check, evidence)
        case Frequency():
            return _frequency(check)
        case Coverage():
            return _coverage(check)
        case Sequence():
            return _sequence(check, evidence)
        case Reconcile():
            return _reconcile(check)
        case Presence():
            return _presence(check)
        case Mention():
            return _mention(check)
        case Attest():
            return ""
        case _:
            assert_never(check)


def _where(*conditions: str) -> str:
    given = [f"({condition})" for condition in conditions if condition]
    return f"\nWHERE {' AND '.join(given)}" if given else ""


def _period(id_: str, evidence: Mapping[str, Evidence], alias: str = "") -> str:
    """Rows outside the period are no subjects; a row without its date stays, to be looked at."""
    one = evidence.get(id_)
    if one is None:
        raise CatalogError(_("there is no evidence “{name}”").format(name=id_))
    if one.date is None:
        return ""
    column = f"{alias}{quote(one.date)}"
    return f"in_period({column}) IS NOT FALSE"


def _amount(value: Amount) -> str:
    return str(value)


def _require(check: Require, evidence: Mapping[str, Evidence]) -> str:
    return (
        f"SELECT *, judge({check.must}) AS verdict"
        f"\nFROM {table_name(check.from_)}"
        f"{_where(_period(check.from_, evidence), check.where)}"
    )


def _unique(check: Unique, evidence: Mapping[str, Evidence]) -> str:
    by = ", ".join(quote(name) for name in check.by)
    empty = " OR ".join(f"{quote(name)} IS NULL" for name in check.by)
    return (
        f"SELECT *, count(*) OVER (PARTITION BY {by}) AS times,"
        f"\n       CASE WHEN {empty} THEN 'gap'"
        f"\n            WHEN count(*) OVER (PARTITION BY {by}) > 1 THEN 'violation'"
        f"\n            ELSE 'ok' END AS verdict"
        f"\nFROM {table_name(check.from_)}"
        f"{_where(_period(check.from_, evidence), check.where)}"
    )


def _name(expression: str, *, names: bool) -> str:
    return f"norm_name({expression})" if names else expression


def _frequency(check: Frequency) -> str:
    least = _amount(check.at_least)
    entity = _name(f"entity.{quote(check.entity)}", names=check.names)
    match = _name(f"event.{quote(check.match)}", names=check.names)
    return (
        f"WITH entity AS (SELECT * FROM {table_name(check.entities)}{_where(check.where)}),"
        f"\nevent AS (SELECT * FROM {table_name(check.events)}{_where(check.events_where)}),"
        f"\nundated AS (SELECT {match} AS name, count(*) AS times FROM event"
        f"\n  WHERE event.{quote(check.date)} IS NULL GROUP BY 1)"
        f"\nSELECT any_value(entity._row) AS _row, {entity} || '|' || stretch.label AS key,"
        f"\n       any_value(entity.{quote(check.entity)}) AS entity, stretch.label AS stretch,"
        f"\n       count(event._row) AS times, {least} AS at_least, any_value(stretch.last_day) AS due,"
        f"\n       CASE WHEN {entity} IS NULL THEN 'gap'"
        f"\n            WHEN count(event._row) >= {least} THEN 'ok'"
        f"\n            WHEN NOT any_value(stretch.ended) THEN 'pending'"
        f"\n            WHEN count(event._row) + coalesce(any_value(undated.times), 0) >= {least} THEN 'gap'"
        f"\n            ELSE 'violation' END AS verdict"
        f"\nFROM entity CROSS JOIN {_STRETCH[check.per]} AS stretch"
        f"\nLEFT JOIN event ON {match} = {entity}"
        f"\n  AND event.{quote(check.date)} BETWEEN stretch.first_day AND stretch.last_day"
        f"\nLEFT JOIN undated ON undated.name = {entity}"
        f"\nGROUP BY {entity}, stretch.label, CASE WHEN {entity} IS NULL THEN entity._row END"
    )


def _coverage(check: Coverage) -> str:
    key = _name(f"wanted.{quote(check.key)}", names=check.names)
    match = _name(quote(check.match), names=check.names)
    return (
        f"WITH given AS (SELECT DISTINCT {match} AS name FROM {table_name(check.in_)}{_where(check.in_where)})"
        f"\nSELECT wanted.*, CASE WHEN {key} IS NULL THEN 'gap'"
        f"\n                     WHEN given.name IS NOT NULL THEN 'ok' ELSE 'violation' END AS verdict"
        f"\nFROM (SELECT * FROM {table_name(check.from_)}{_where(check.where)}) AS wanted"
        f"\nLEFT JOIN given ON given.name = {key}"
    )


def _sequence(check: Sequence, evidence: Mapping[str, Evidence]) -> str:
    steps = [quote(step) for step in check.steps]
    orders = [f"{later} >= {earlier}" for earlier, later in pairwise(steps)]
    skipped = [
        f"({earlier} IS NULL AND coalesce({', '.join(steps[at + 1 :])}) IS NOT NULL)"
        for at, earlier in enumerate(steps[:-1])
    ]
    conditions = [*orders, *(one for gap in check.gaps for one in _gap_conditions(gap))]
    broken = " OR ".join(f"NOT ({condition})" for condition in conditions)
    unknown = " OR ".join(
        [
            *skipped,
            *(
                f"({quote(gap.from_)} IS NOT NULL AND {quote(gap.to)} IS NOT NULL AND ({one}) IS NULL)"
                for gap in check.gaps
                for one in _gap_conditions(gap)
            ),
        ]
    )
    overdue = " OR ".join(
        f"({quote(gap.to)} IS NULL AND as_of() > {_limit(gap)})"
        for gap in check.gaps
        if gap.most is not None
    )
    late = f"\n            WHEN {overdue} THEN 'violation'" if overdue else ""
    complete = " AND ".join(f"{step} IS NOT NULL" for step in steps)
    return (
        f"SELECT *, CASE WHEN {broken} THEN 'violation'{late}"
        f"\n            WHEN {unknown} THEN 'gap'"
        f"\n            WHEN {complete} THEN 'ok'"
        f"\n            WHEN coalesce({', '.join(steps)}) IS NULL THEN 'gap'"
        f"\n            ELSE 'pending' END AS verdict"
        f"\nFROM {table_name(check.from_)}"
        f"{_where(_period(check.from_, evidence), check.where)}"
    )


def _limit(gap: Gap) -> str:
    most = _amount(gap.most if gap.most is not None else 0)
    if gap.days == "working":
        return f"add_workdays({quote(gap.from_)}, {most})"
    return f"{quote(gap.from_)} + {most}"


def _gap_conditions(gap: Gap) -> list[str]:
    first, last = quote(gap.from_), quote(gap.to)
    days = f"workdays_between({first}, {last})" if gap.days == "working" else f"({last} - {first})"
    conditions = []
    if gap.least is not None:
        conditions.append(f"{days} >= {_amount(gap.least)}")
    if gap.most is not None:
        conditions.append(f"{days} <= {_amount(gap.most)}")
    return conditions


def _side(side: Side, name: str) -> str:
    if side.sum:
        # A cell that did not convert makes the sum unknown, not smaller.
        measure = f"sum({side.sum})"
        unknown = f"count(*) - count({side.sum})"
    else:
        counted = side.count
        measure = "count(*)" if counted == "*" else f"count(DISTINCT {counted})"
        unknown = "0"
    groups = [f"{expression} AS g{at}" for at, expression in enumerate(side.by)]
    grouped = (
        f"\n  GROUP BY {', '.join(str(at + 1) for at in range(len(groups)))}" if groups else ""
    )
    columns = ", ".join(
        [
            *groups,
            f"{measure} AS amount",
            f"{unknown} AS unknown",
            "min(_row) AS _row",
            "count(*) AS n",
        ]
    )
    return f"{name} AS (SELECT {columns}\n  FROM {table_name(side.from_)}{_where(side.where)}{grouped})"


def _reconcile(check: Reconcile) -> str:
    groups = range(len(check.left.by))
    on = " AND ".join(f"l.g{at} IS NOT DISTINCT FROM r.g{at}" for at in groups) or "TRUE"
    key = (
        "concat_ws('|', "
        + ", ".join(f"CAST(coalesce(l.g{at}, r.g{at}) AS VARCHAR)" for at in groups)
        + ")"
        if check.left.by
        else "'total'"
    )
    shown = "".join(f"\n       coalesce(l.g{at}, r.g{at}) AS group_{at + 1}," for at in groups)
    nobody = "coalesce(l.n, 0) = 0 AND coalesce(r.n, 0) = 0"
    return (
        f"WITH {_side(check.left, 'l')},\n{_side(check.right, 'r')}"
        f"\nSELECT list_filter([l._row, r._row], lambda one: one IS NOT NULL) AS _rows, {key} AS key,{shown}"
        f"\n       coalesce(l.amount, 0) AS left_amount, coalesce(r.amount, 0) AS right_amount,"
        f"\n       coalesce(l.amount, 0) - coalesce(r.amount, 0) AS difference,"
        f"\n       CASE WHEN coalesce(l.unknown, 0) > 0 OR coalesce(r.unknown, 0) > 0 THEN 'gap'"
        f"\n            ELSE judge(abs(coalesce(l.amount, 0) - coalesce(r.amount, 0)) <= {check.tolerance}) END"
        f"\n         AS verdict"
        f"\nFROM l FULL JOIN r ON {on}"
        f"\nWHERE NOT ({nobody})"
    )


def _presence(check: Presence) -> str:
    least = _amount(check.at_least)
    source = f"(SELECT * FROM {table_name(check.of)}{_where(check.where)})"
    if check.per is None:
        return (
            f"SELECT list(_row ORDER BY _row) AS _rows, 'total' AS key, count(*) AS times, {least} AS at_least,"
            f"\n       judge(count(*) >= {least}) AS verdict"
            f"\nFROM {source} AS record"
        )
    date = quote(check.date)
    return (
        f"WITH record AS {source}"
        f"\nSELECT list(record._row ORDER BY record._row) FILTER (record._row IS NOT NULL) AS _rows,"
        f"\n       stretch.label AS key, stretch.label AS stretch, count(record._row) AS times,"
        f"\n       {least} AS at_least, any_value(stretch.last_day) AS due,"
        f"\n       CASE WHEN count(record._row) >= {least} THEN 'ok'"
        f"\n            WHEN NOT any_value(stretch.ended) THEN 'pending'"
        f"\n            WHEN count(record._row) + (SELECT count(*) FROM record WHERE {date} IS NULL) >= {least}"
        f"\n            THEN 'gap' ELSE 'violation' END AS verdict"
        f"\nFROM {_STRETCH[check.per]} AS stretch"
        f"\nLEFT JOIN record ON record.{date} BETWEEN stretch.first_day AND stretch.last_day"
        f"\nGROUP BY stretch.label"
    )


def _mention(check: Mention) -> str:
    topics = (
        check.topics
        if isinstance(check.topics, str)
        else "[" + ", ".join(_text(topic) for topic in check.topics) + "]"
    )
    column = quote(check.column)
    return (
        f"SELECT paper.*, topic, concat_ws('|', CAST(paper._row AS VARCHAR), topic) AS subject,"
        f"\n       CASE WHEN nullif(trim({column}), '') IS NULL THEN 'gap'"
        f"\n            WHEN list_bool_or(list_transform(string_split(topic, '|'),"
        f"\n                 lambda word: contains(norm_text({column}), norm_text(word)))) THEN 'ok'"
        f"\n            ELSE 'violation' END AS verdict"
        f"\nFROM (SELECT * FROM {table_name(check.in_)}{_where(check.where)}) AS paper,"
        f"\n     (SELECT unnest({topics}) AS topic)"
    )


def _text(words: Any) -> str:
    return "'" + str(words).replace("'", "''") + "'"
