"""What verdicts come to: the status of an aspect, of a rule, and papers that hold nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.checking.session import quote, table_name
from zhenggai.i18n import _
from zhenggai.model.assessment import AspectResult, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import duckdb

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.plan import Plan


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


def hollow(con: duckdb.DuckDBPyConnection, plan: Plan, evidence: Evidence) -> str:
    """Why a paper holds nothing to examine in the period; empty if it holds a row."""
    table = table_name(evidence.id)
    if evidence.date is None or evidence.form != "table":
        dated = "count(*)"
    else:
        dated = f"count(*) FILTER (in_period({quote(evidence.date)}) IS NOT FALSE)"
    total, within = con.execute(f"SELECT count(*), {dated} FROM {table}").fetchone() or (0, 0)
    if not total:
        return _("{title} has no row").format(title=evidence.title)
    if not within:
        return _("{title} has no row in the period {period}").format(
            title=evidence.title, period=plan.period.text
        )
    return ""


def stale(con: duckdb.DuckDBPyConnection, plan: Plan, named: Sequence[Evidence]) -> str:
    """Why a paper is older than it may be; empty if none is."""
    for evidence in named:
        if evidence.fresh_days is None or evidence.date is None:
            continue
        row = con.execute(
            f"SELECT max({quote(evidence.date)}) FROM {table_name(evidence.id)}"
        ).fetchone()
        newest = row[0] if row else None
        limit = min(plan.as_of, plan.period.end)
        if newest is not None and (limit - newest).days > evidence.fresh_days:
            return _("{title} ends on {day}, more than {days} days before {limit}").format(
                title=evidence.title, day=newest, days=evidence.fresh_days, limit=limit
            )
    return ""
