"""Plans and results built from a few words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from zhenggai.model.assessment import AspectResult, Finding, Result, Status, Verdict, WaiverNote
from zhenggai.model.checklist import Scoring
from zhenggai.model.plan import PeriodSpan, Plan, PlannedRule, PlannedSection
from zhenggai.model.rule import Aspect, Basis, Rule, RuleFile

WAIVER = WaiverNote(reason="批准", approved_by="局长", last_day=dt.date(2026, 12, 31))


def planned(
    slug="one",
    points=10,
    mode="ratio",
    *,
    veto=False,
    severity="major",
    section="money",
    aspects=None,
):
    file = RuleFile(
        id=f"finance.{slug}",
        title=f"规则{slug}",
        title_en=f"Rule {slug}",
        severity=severity,
        kind="table",
        since="0.1",
        rectify="改正",
        basis=(Basis(document="办法"),),
        aspects={
            name: Aspect(title=name, message="m", severity=grade)
            for name, grade in (aspects or {"main": None}).items()
        },
    )
    rule = Rule(file=file, queries=(), folder="f", digest="d")
    return PlannedRule(rule=rule, section=section, points=Decimal(points), mode=mode, veto=veto)


def plan(*rules, scoring=None, sections=("money",)):
    return Plan(
        unit_id="u",
        unit_name="某局",
        checklist_id="c",
        checklist_title="清单",
        checklist_digest="0",
        as_of=dt.date(2026, 11, 24),
        period=PeriodSpan(text="2026", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31)),
        sections=tuple(PlannedSection(id=name, title=name) for name in sections),
        rules=rules,
        evidence={},
        scoring=scoring or Scoring(),
        scoring_digest="s",
        plugins=(),
    )


def aspect(
    ok=0,
    violations=0,
    doubts=0,
    gaps=0,
    pending=0,
    *,
    name="main",
    status=None,
    missing=(),
    unread=(),
):
    """An aspect's result; without a status, what its counts come to."""
    due = ok + violations + doubts + gaps
    if status is None:
        status = (
            Status.FAIL
            if violations
            else Status.INSUFFICIENT
            if gaps or missing or unread or not (due or pending)
            else Status.PASS
            if due
            else Status.NOT_APPLICABLE
        )
    return AspectResult(
        aspect=name,
        title=name,
        status=status,
        examined=due + pending,
        ok=ok,
        violations=violations,
        doubts=doubts,
        gaps=gaps,
        pending=pending,
        missing_evidence=missing,
        unread_sources=unread,
    )


ORDER = (Status.ERROR, Status.FAIL, Status.INSUFFICIENT, Status.STALE, Status.MANUAL, Status.PASS)


def result(slug="one", *aspects, status=None, findings=(), severity="major"):
    """A rule's result; without a status, the first of the order that an aspect has."""
    if status is None:
        found = {item.status for item in aspects}
        status = next((name for name in ORDER if name in found), Status.NOT_APPLICABLE)
    return Result(
        rule=f"finance.{slug}",
        plugin="finance",
        title=f"规则{slug}",
        section="elsewhere",
        severity=severity,
        status=status,
        points=Decimal(0),
        aspects=aspects,
        findings=findings,
    )


def finding(slug="one", name="main", key="k", *, waived=False, verdict=Verdict.VIOLATION):
    return Finding(
        fingerprint=f"{slug}:{name}:{key}",
        rule=f"finance.{slug}",
        aspect=name,
        verdict=verdict,
        severity="major",
        key=key,
        message="超限",
        rectify="改正",
        waiver=WAIVER if waived else None,
    )
