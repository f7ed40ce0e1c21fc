"""Run every planned rule over the loaded tables; each comes back, or the run fails loudly."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from queue import SimpleQueue
from typing import TYPE_CHECKING

from zhenggai.checking.attesting import attest
from zhenggai.checking.deciding import aspect_status, hollow, rule_status, stale
from zhenggai.checking.executing import Engine, Here, QueryFailedError
from zhenggai.checking.findings import ContractError, FindingMaker, places_of
from zhenggai.checking.remembering import Memory
from zhenggai.checking.session import seat
from zhenggai.i18n import _
from zhenggai.model.assessment import AspectResult, Finding, Result, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import duckdb

    from zhenggai.checking.preparing import Prepare, Prepared
    from zhenggai.model.assessment import Attestation
    from zhenggai.model.intake import Intake
    from zhenggai.model.plan import Plan, PlannedRule

_UNREAD = "core.unread"
LISTED = frozenset({Verdict.VIOLATION, Verdict.DOUBT, Verdict.GAP})
_WORTH_A_SEAT = 12
"""Queries for which another thread saves more than its cursor costs to make ready."""


@dataclass(slots=True)
class _Run:
    """What the aspects of one unit share."""

    con: duckdb.DuckDBPyConnection
    plan: Plan
    maker: FindingMaker
    here: Engine
    outside: Engine | None
    found: frozenset[str]
    unread: Mapping[str, tuple[str, ...]]
    unlisted: Mapping[str, tuple[str, ...]]
    proofs: Callable[[str], str | None]
    listed: frozenset[Verdict]
    memory: Memory
    hollow: dict[str, str] = field(default_factory=dict)

    def engine(self, one: Prepared) -> Engine:
        """Where a query is asked: one that nobody reviewed, in a process that can be killed."""
        if one.planned.rule.trusted:
            return self.here
        if self.outside is None:
            raise AssertionError("rules of bare folders need an engine outside")
        return self.outside


def check(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    prepared: Prepare,
    intake: Intake,
    *,
    proofs: Callable[[str], str | None] = lambda _path: None,
    progress: Callable[[str, int, int], None] | None = None,
    outside: Engine | None = None,
    listed: frozenset[Verdict] = LISTED,
    memory: Memory | None = None,
    jobs: int = 1,
) -> tuple[Result, ...]:
    """Run the plan over a loaded and locked session.

    Args:
        con: the session.
        plan: the plan.
        prepared: its queries.
        intake: the sources, for addresses and for what was not read.
        proofs: the sha-256 of a proof file of the unit by relative path; None if there is none.
        progress: told the rule, its number and how many there are.
        outside: the engine for rules of bare folders; needed only if the plan has any.
        listed: the verdicts whose subjects are listed one by one (the kit for authors lists all).
        memory: aspects that need not run again, and where to remember the others.
        jobs: threads that ask at once.

    Returns:
        One result for each planned rule, in order.
    """
    run = _Run(
        con=con,
        plan=plan,
        maker=FindingMaker(con, plan, places_of(intake.sources)),
        found=_found(plan, intake),
        unread=_unread(intake),
        unlisted=_unlisted(intake),
        proofs=proofs,
        here=Here(con),
        outside=outside,
        listed=listed,
        memory=memory or Memory(),
    )
    results = []
    with _asking(run, prepared, jobs) as asked:
        for number, result in enumerate(asked, 1):
            results.append(result)
            if progress:
                progress(result.title, number, len(plan.rules))
    return tuple(results)


@contextmanager
def _asking(run: _Run, prepared: Prepare, jobs: int) -> Iterator[Iterator[Result]]:
    """The results in order of the plan, by as many threads as the open queries are worth."""
    seats = min(jobs, 1 + _to_ask(run, prepared) // _WORTH_A_SEAT)
    if seats == 1:
        yield (_rule(run, planned, prepared) for planned in run.plan.rules)
        return
    runs: SimpleQueue[_Run] = SimpleQueue()
    runs.put(run)
    cursors = [seat(run.con, run.plan) for _number in range(seats - 1)]
    for cursor in cursors:
        runs.put(replace(run, con=cursor, maker=replace(run.maker, con=cursor), here=Here(cursor)))

    def ask(planned: PlannedRule) -> Result:
        mine = runs.get()
        try:
            return _rule(mine, planned, prepared)
        finally:
            runs.put(mine)

    with ExitStack() as stack:
        for cursor in cursors:
            stack.enter_context(closing(cursor))
        pool = stack.enter_context(ThreadPoolExecutor(seats))
        yield pool.map(ask, run.plan.rules)


def _to_ask(run: _Run, prepared: Prepare) -> int:
    """How many queries are open: neither remembered nor without their papers."""
    named = [one for aspects in prepared.aspects.values() for one in aspects if one.parsed]
    return sum(
        run.memory.get(one) is None
        and (one.parsed.tables & set(run.plan.evidence))
        <= run.found | set(one.query.aspect.optional)
        for one in named
        if one.parsed is not None
    )


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
            for evidence in sorted({*source.evidence, *source.likely}):
                unread.setdefault(evidence, []).append(source.path)
    return {evidence: tuple(paths) for evidence, paths in unread.items()}


def _unlisted(intake: Intake) -> dict[str, tuple[str, ...]]:
    """Files with more unread cells than are listed, by the evidence that they are."""
    unlisted: dict[str, list[str]] = {}
    for source in intake.sources:
        if source.trouble_count > len(source.troubles):
            for evidence in source.evidence:
                unlisted.setdefault(evidence, []).append(source.path)
    return {evidence: tuple(paths) for evidence, paths in unlisted.items()}


def _too_many(run: _Run, one: Prepared) -> tuple[str, ...]:
    """The files for which `core.unread`, if the query names it, does not hold every cell.

    A cell that is not listed would pass for an empty one, and its row for a violation.
    """
    tables = one.parsed.tables if one.parsed is not None else frozenset()
    if _UNREAD not in tables:
        return ()
    declared = [run.plan.evidence[table] for table in tables if table in run.plan.evidence]
    ids = {id_ for evidence in declared for id_ in (evidence.id, evidence.source)}
    return tuple(sorted({path for id_ in ids if id_ for path in run.unlisted.get(id_, ())}))


def _not_listed(paths: Sequence[str]) -> str:
    return _(
        "more cells could not be read than can be listed, so that unread and empty cells cannot be "
        "told apart: {paths}"
    ).format(paths="、".join(paths))


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
            aspect, found = _remembered(run, one)
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
    if too_many := _too_many(run, one):
        return Status.INSUFFICIENT, _not_listed(too_many)
    try:
        applies = run.engine(one).value(one)
    except QueryFailedError as error:
        return Status.ERROR, str(error)
    if applies is None:
        return Status.INSUFFICIENT, _("whether the rule applies could not be decided")
    return (
        (None, "") if applies else (Status.NOT_APPLICABLE, _("the rule's own condition is not met"))
    )


def _remembered(run: _Run, one: Prepared) -> tuple[AspectResult, list[Finding]]:
    """An aspect's answer, from memory if nothing that it rests on has changed."""
    kept = run.memory.get(one)
    if kept is not None:
        return kept.aspect, list(kept.findings)
    aspect, found = _aspect(run, one)
    if aspect.status is not Status.ERROR:
        run.memory.put(one, aspect, found)
    return aspect, found


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
    if too_many := _too_many(run, one):
        return AspectResult(
            **head,
            status=Status.INSUFFICIENT,
            unread_sources=tuple(sorted({*unread, *too_many})),
            reason=_not_listed(too_many),
        ), []
    try:
        answer = run.engine(one).ask(one, run.listed)
        made = run.maker.make(one.planned, query, named, answer.rows)
    except (ContractError, QueryFailedError) as error:
        return AspectResult(**head, status=Status.ERROR, error=str(error)), []
    counts = answer.counts
    status, reason = aspect_status(
        counts, unread, _hollow(run, required), stale(run.con, run.plan, named)
    )
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
        falls_due=answer.falls_due,
        unread_sources=unread,
        reason=reason,
    ), made


def _hollow(run: _Run, ids: Sequence[str]) -> str:
    """Why the needed papers hold nothing to examine in the period; empty if each holds a row."""
    for id_ in ids:
        if id_ not in run.hollow:
            run.hollow[id_] = hollow(run.con, run.plan, run.plan.evidence[id_])
        if run.hollow[id_]:
            return run.hollow[id_]
    return ""


def _missing(run: _Run, missing: Sequence[str]) -> str:
    names = "、".join(f"{run.plan.evidence[id_].title}（{id_}）" for id_ in missing)
    unread = [path for id_ in missing for path in run.unread.get(id_, ())]
    text = _("evidence not found: {names}").format(names=names)
    if unread:
        text += "；" + _("perhaps in the unreadable {paths}").format(paths="、".join(unread))
    return text


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
