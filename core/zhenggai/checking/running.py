"""Run every planned rule over the loaded tables; each comes back, or the run fails loudly."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb

from zhenggai.checking.attesting import attest
from zhenggai.checking.findings import ContractError, FindingMaker, places_of
from zhenggai.checking.gate import Parsed, examine
from zhenggai.checking.kinds import query_sql
from zhenggai.checking.session import quote, table_name
from zhenggai.errors import ZhenggaiError
from zhenggai.i18n import _
from zhenggai.model.assessment import AspectResult, Finding, Result, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from zhenggai.model.assessment import Attestation
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.intake import Intake
    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Query

TIME_LIMIT = 60.0
"""Seconds that one query may take."""
MOST_LISTED = 10_000
"""Findings listed of one aspect; the counts are always complete."""

LISTED = frozenset({Verdict.VIOLATION, Verdict.DOUBT, Verdict.GAP})
_VERDICTS = frozenset(verdict.value for verdict in Verdict)


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


def prepare(con: duckdb.DuckDBPyConnection, plan: Plan, functions: Collection[str] = ()) -> Prepare:
    """Pass every query of the plan through the gate; a refused one is kept, to be an error."""
    aspects: dict[str, tuple[Prepared, ...]] = {}
    applies: dict[str, Prepared] = {}
    needed: set[str] = set()
    for planned in plan.rules:
        done = [
            Prepared(planned, query)
            if query.attest
            else _prepare(con, plan, planned, query, functions)
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
            applies[planned.rule.id] = _prepare(con, plan, planned, query, functions)
        for one in (*done, *([applies[planned.rule.id]] if planned.rule.id in applies else [])):
            if one.parsed is not None:
                needed |= {table for table in one.parsed.tables if table in plan.evidence}
    return Prepare(aspects=aspects, applies=applies, needed=frozenset(needed))


def _prepare(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    planned: PlannedRule,
    query: Query,
    functions: Collection[str],
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
        )
    except ZhenggaiError as error:
        return Prepared(planned, query, refused=str(error))
    return Prepared(planned, query, sql=sql, parsed=parsed)


def _readable(plan: Plan, planned: PlannedRule) -> list[str]:
    """The evidence of the rule's own plugin, and what it declares to read of others."""
    own = [id_ for id_, one in plan.evidence.items() if one.plugin == planned.rule.plugin]
    return [*own, *planned.rule.file.reads]


@dataclass(slots=True)
class _Run:
    """What the aspects of one unit share."""

    con: duckdb.DuckDBPyConnection
    plan: Plan
    intake: Intake
    maker: FindingMaker
    found: frozenset[str]
    unread: Mapping[str, tuple[str, ...]]
    proofs: Callable[[str], str | None]
    time_limit: float
    listed: frozenset[Verdict]
    substance: dict[str, str] = field(default_factory=dict)


def check(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    prepared: Prepare,
    intake: Intake,
    *,
    proofs: Callable[[str], str | None] = lambda _path: None,
    progress: Callable[[str, int, int], None] | None = None,
    time_limit: float = TIME_LIMIT,
    listed: frozenset[Verdict] = LISTED,
) -> tuple[Result, ...]:
    """Run the plan over a loaded and locked session.

    Args:
        con: the session.
        plan: the plan.
        prepared: its queries.
        intake: the sources, for addresses and for what was not read.
        proofs: the sha-256 of a proof file of the unit by relative path; None if there is none.
        progress: told the rule, its number and how many there are.
        time_limit: seconds for one query.
        listed: the verdicts whose subjects are listed one by one (the kit for authors lists all).

    Returns:
        One result for each planned rule, in order.
    """
    run = _Run(
        con=con,
        plan=plan,
        intake=intake,
        maker=FindingMaker(con, plan, places_of(intake.sources)),
        found=_found(plan, intake),
        unread=_unread(intake),
        proofs=proofs,
        time_limit=time_limit,
        listed=listed,
    )
    results = []
    for number, planned in enumerate(plan.rules, 1):
        if progress:
            progress(planned.rule.file.title, number, len(plan.rules))
        results.append(_rule(run, planned, prepared))
    return tuple(results)


def _found(plan: Plan, intake: Intake) -> frozenset[str]:
    """Evidence that was found; a derived one with the document it is made from."""
    found = {part.evidence for part in intake.parts if part.evidence is not None}
    found |= {
        one.id for one in plan.evidence.values() if one.source is not None and one.source in found
    }
    return frozenset(found)


def _unread(intake: Intake) -> dict[str, tuple[str, ...]]:
    """Files with an unread part, by the evidence that they are or may be."""
    unread: dict[str, list[str]] = {}
    for source in intake.sources:
        if source.unread:
            bound = {sheet.evidence for sheet in source.sheets if sheet.evidence}
            if source.document is not None and source.document.evidence:
                bound.add(source.document.evidence)
            for evidence in sorted({*bound, *source.likely}):
                unread.setdefault(evidence, []).append(source.path)
    return {evidence: tuple(paths) for evidence, paths in unread.items()}


def _rule(run: _Run, planned: PlannedRule, prepared: Prepare) -> Result:
    rule = planned.rule
    approved = next((one for one in run.plan.not_applicable if one.rule == rule.id), None)
    if approved is not None:
        reason = _("approved by {by}: {reason}").format(
            by=approved.approved_by, reason=approved.reason
        )
        return _result(planned, Status.NOT_APPLICABLE, [], [], [], [], reason)
    if rule.id in prepared.applies:
        status, reason = _applies(run, prepared.applies[rule.id])
        if status is not None:
            return _result(planned, status, [], [], [], [], reason)
    aspects: list[AspectResult] = []
    findings: list[Finding] = []
    gaps: list[Finding] = []
    attestations: list[Attestation] = []
    for one in prepared.aspects[rule.id]:
        if one.query.attest:
            aspect, found, said = attest(run.plan, planned, one.query, run.proofs)
            attestations.append(said)
        else:
            aspect, found = _aspect(run, one)
        aspects.append(aspect)
        findings += [finding for finding in found if finding.verdict != Verdict.GAP]
        gaps += [finding for finding in found if finding.verdict == Verdict.GAP]
    status, reason = rule_status(aspects)
    return _result(planned, status, aspects, findings, gaps, attestations, reason)


def _applies(run: _Run, one: Prepared) -> tuple[Status | None, str]:
    """The rule's own condition: not applicable where it gives false; None where it applies."""
    if one.parsed is None:
        return Status.ERROR, one.refused
    missing = sorted(
        table
        for table in one.parsed.tables
        if table in run.plan.evidence and table not in run.found
    )
    if missing:
        return Status.INSUFFICIENT, _missing(run, missing)
    try:
        row = _execute(run, one, one.sql).fetchone()
    except duckdb.Error as error:
        return Status.ERROR, _plain_error(error)
    if row is None or row[0] is None:
        return Status.INSUFFICIENT, _("whether the rule applies could not be decided")
    return (
        (None, "") if row[0] else (Status.NOT_APPLICABLE, _("the rule's own condition is not met"))
    )


def _aspect(run: _Run, one: Prepared) -> tuple[AspectResult, list[Finding]]:
    query = one.query
    head = {"aspect": query.slug, "title": query.aspect.title}
    if one.parsed is None:
        return AspectResult(**head, status=Status.ERROR, error=one.refused), []
    absent = sorted(one.parsed.tables & set(one.planned.rule.file.reads) - set(run.plan.evidence))
    if absent:
        return AspectResult(
            **head,
            status=Status.INSUFFICIENT,
            missing_evidence=tuple(absent),
            reason=_("the plugin that declares {names} is not installed").format(
                names="、".join(absent)
            ),
        ), []
    named = [
        run.plan.evidence[table]
        for table in sorted(one.parsed.tables)
        if table in run.plan.evidence
    ]
    required = [evidence.id for evidence in named if evidence.id not in query.aspect.optional]
    missing = tuple(id_ for id_ in required if id_ not in run.found)
    unread = tuple(sorted({path for evidence in named for path in run.unread.get(evidence.id, ())}))
    if missing:
        return AspectResult(
            **head,
            status=Status.INSUFFICIENT,
            missing_evidence=missing,
            unread_sources=unread,
            reason=_missing(run, missing),
        ), []
    try:
        counts, rows, due = _verdicts(run, one)
        made = run.maker.make(one.planned, query, named, rows)
    except ContractError as error:
        return AspectResult(**head, status=Status.ERROR, error=str(error)), []
    except duckdb.Error as error:
        return AspectResult(**head, status=Status.ERROR, error=_plain_error(error)), []
    status, reason = aspect_status(counts, unread, _substance(run, required), _stale(run, named))
    listed = len(made)
    total = counts["violation"] + counts["doubt"] + counts["gap"]
    if listed < total:
        reason = _("{listed} of {total} are listed").format(listed=listed, total=total)
    return AspectResult(
        **head,
        status=status,
        examined=sum(counts.values()),
        ok=counts["ok"],
        violations=counts["violation"],
        doubts=counts["doubt"],
        gaps=counts["gap"],
        pending=counts["pending"],
        falls_due=due,
        unread_sources=unread,
        reason=reason,
    ), made


def aspect_status(
    counts: Mapping[str, int], unread: Sequence[str], hollow: str, stale: str
) -> tuple[Status, str]:
    """What the counts of verdicts come to.

    Args:
        counts: subjects by verdict.
        unread: files with unread parts that the aspect may need.
        hollow: why the papers hold nothing to examine; empty if they hold something.
        stale: why the papers are too old; empty if they are not.
    """
    if counts["violation"]:
        return Status.FAIL, ""
    if stale:
        return Status.STALE, stale
    if unread:
        return Status.INSUFFICIENT, _("not wholly read: {paths}").format(paths="、".join(unread))
    if counts["gap"]:
        return Status.INSUFFICIENT, _("{count} could not be decided").format(count=counts["gap"])
    if counts["ok"] or counts["doubt"]:
        return Status.PASS, ""
    if counts["pending"]:
        return Status.NOT_APPLICABLE, _("not yet due")
    if hollow:
        return Status.INSUFFICIENT, hollow
    return Status.NOT_APPLICABLE, _("the papers hold nothing of the kind to examine")


def rule_status(aspects: Sequence[AspectResult]) -> tuple[Status, str]:
    """What a rule's aspects come to. No subject examined at all is never a pass."""
    statuses = [aspect.status for aspect in aspects]
    for status in (Status.ERROR, Status.FAIL, Status.STALE, Status.INSUFFICIENT, Status.MANUAL):
        if status in statuses:
            reasons = [
                aspect.error or aspect.reason for aspect in aspects if aspect.status == status
            ]
            return status, "；".join(dict.fromkeys(reason for reason in reasons if reason))
    if Status.PASS in statuses:
        return Status.PASS, ""
    if any(aspect.pending for aspect in aspects):
        due = min((aspect.falls_due for aspect in aspects if aspect.falls_due), default=None)
        reason = _("not yet due; falls due on {day}").format(day=due) if due else _("not yet due")
        return Status.NOT_APPLICABLE, reason
    return Status.INSUFFICIENT, _("no subject was examined")


def _verdicts(run: _Run, one: Prepared) -> tuple[dict[str, int], list[dict[str, Any]], Any]:
    """Counts of all verdicts, the rows that are not in order, and when pending ones fall due."""
    wanted = ", ".join(f"'{verdict}'" for verdict in sorted(run.listed))
    due = (
        "min(q.due) FILTER (verdict = 'pending')"
        if one.parsed and "due" in one.parsed.columns
        else "NULL"
    )
    rows = _execute(
        run,
        one,
        f"SELECT verdict, count(*), list(q) FILTER (verdict IN ({wanted})), {due}"
        f" FROM ({one.sql}\n) AS q GROUP BY verdict",
    ).fetchall()
    counts = dict.fromkeys(sorted(_VERDICTS), 0)
    listed: list[dict[str, Any]] = []
    first_due = None
    for verdict, count, found, day in rows:
        if verdict not in _VERDICTS:
            raise ContractError(
                _("a verdict is {verdict!r}, which is none").format(verdict=verdict)
            )
        counts[verdict] = count
        listed += (found or [])[:MOST_LISTED]
        first_due = day if verdict == Verdict.PENDING else first_due
    return counts, listed, first_due


def _execute(run: _Run, one: Prepared, sql: str) -> duckdb.DuckDBPyConnection:
    used = one.parsed.params if one.parsed else ()
    values = {name: one.planned.params[name].value for name in used}
    with _interrupted_after(run.con, run.time_limit):
        return run.con.execute(sql, values)


@contextmanager
def _interrupted_after(con: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, con.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _plain_error(error: duckdb.Error) -> str:
    if isinstance(error, duckdb.InterruptException):
        return _("the query took longer than its limit and was stopped")
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"


def _missing(run: _Run, missing: Sequence[str]) -> str:
    names = "、".join(f"{run.plan.evidence[id_].title}（{id_}）" for id_ in missing)
    unread = [path for id_ in missing for path in run.unread.get(id_, ())]
    text = _("evidence not found: {names}").format(names=names)
    if unread:
        text += "；" + _("perhaps in the unreadable {paths}").format(paths="、".join(unread))
    return text


def _substance(run: _Run, ids: Sequence[str]) -> str:
    """Why the needed papers hold nothing to examine in the period; empty if each holds a row."""
    for id_ in ids:
        if id_ not in run.substance:
            run.substance[id_] = _hollow(run, run.plan.evidence[id_])
        if run.substance[id_]:
            return run.substance[id_]
    return ""


def _hollow(run: _Run, evidence: Evidence) -> str:
    table = table_name(evidence.id)
    if evidence.date is None or evidence.form != "table":
        dated = "count(*)"
    else:
        dated = f"count(*) FILTER (in_period({quote(evidence.date)}) IS NOT FALSE)"
    total, within = run.con.execute(f"SELECT count(*), {dated} FROM {table}").fetchone() or (0, 0)
    if not total:
        return _("{title} has no row").format(title=evidence.title)
    if not within:
        return _("{title} has no row in the period {period}").format(
            title=evidence.title, period=run.plan.period.text
        )
    return ""


def _stale(run: _Run, named: Sequence[Evidence]) -> str:
    """Why a paper is older than the rule allows; empty if none is."""
    for evidence in named:
        if evidence.fresh_days is None or evidence.date is None:
            continue
        row = run.con.execute(
            f"SELECT max({quote(evidence.date)}) FROM {table_name(evidence.id)}"
        ).fetchone()
        newest = row[0] if row else None
        limit = min(run.plan.as_of, run.plan.period.end)
        if newest is not None and (limit - newest).days > evidence.fresh_days:
            return _("{title} ends on {day}, more than {days} days before {limit}").format(
                title=evidence.title, day=newest, days=evidence.fresh_days, limit=limit
            )
    return ""


def _result(
    planned: PlannedRule,
    status: Status,
    aspects: Sequence[AspectResult],
    findings: Sequence[Finding],
    gaps: Sequence[Finding],
    attestations: Sequence[Attestation],
    reason: str,
) -> Result:
    file = planned.rule.file
    violations = [finding for finding in findings if finding.verdict == Verdict.VIOLATION]
    return Result(
        rule=file.id,
        plugin=planned.rule.plugin,
        title=file.title,
        title_en=file.title_en,
        section=planned.section,
        severity=file.severity,
        status=status,
        reason=reason,
        points=planned.points,
        decided_share=Decimal(0),
        veto=planned.veto,
        waived=bool(violations) and all(finding.waiver for finding in violations),
        aspects=tuple(aspects),
        findings=tuple(findings),
        gaps=tuple(gaps),
        params={name: param.value for name, param in planned.params.items()},
        attestations=tuple(attestations),
        rule_digest=planned.rule.digest,
    )
