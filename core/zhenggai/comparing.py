"""Two assessments of one unit: what is new, persists, is fixed or relapsed; and what cannot be said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic_core import to_jsonable_python

from zhenggai.errors import UsageError
from zhenggai.i18n import _
from zhenggai.model.assessment import AspectResult, Assessment, Finding, Result, Status
from zhenggai.model.base import Frozen
from zhenggai.model.rule import SEVERITIES
from zhenggai.model.scorecard import ScoreFigures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Change = Literal["new", "relapsed", "persisting", "fixed", "appeared", "vanished"]
CHANGES: tuple[Change, ...] = ("relapsed", "new", "persisting", "fixed", "appeared", "vanished")
Reason = Literal[
    "",
    "rule-added",
    "rule-dropped",
    "rule-changed",
    "first-decided",
    "not-seen-between",
    "undecided",
    "not-applicable",
    "out-of-period",
]
What = Literal["added", "dropped", "changed"]


class Entry(Frozen):
    """A finding and what became of it.

    `appeared` and `vanished` say that the two runs differ, but not because of what the unit did:
    the reason is a changed rule, other evidence, or another period. Neither counts as new or fixed.
    """

    finding: Finding
    change: Change
    reason: Reason = ""


class RuleChange(Frozen):
    """A rule that the two runs do not share unchanged; `parts` are `rule` and names of parameters."""

    rule: str
    title: str
    what: What
    parts: tuple[str, ...] = ()


class Side(Frozen):
    """One of the two runs."""

    as_of: dt.date
    period: str
    checklist: str
    checklist_digest: str
    figures: ScoreFigures | None = None
    grade: str | None = None


class Comparison(Frozen):
    """What changed between two runs, worst first."""

    unit: str
    old: Side
    new: Side
    entries: tuple[Entry, ...]
    rules: tuple[RuleChange, ...]
    same_checklist: bool
    same_scoring: bool

    def of(self, change: Change) -> tuple[Entry, ...]:
        """The entries of one kind."""
        return tuple(entry for entry in self.entries if entry.change == change)


@dataclass(slots=True)
class _Run:
    """An assessment by rule and by fingerprint."""

    assessment: Assessment
    results: dict[str, Result] = field(init=False)
    findings: dict[str, Finding] = field(init=False)
    gaps: dict[str, set[tuple[str, str, str]]] = field(init=False)

    def __post_init__(self) -> None:
        self.results = {result.rule: result for result in self.assessment.results}
        self.findings = {found.fingerprint: found for found in self.assessment.findings}
        self.gaps = {
            rule: {(gap.aspect, gap.key, gap.fingerprint) for gap in result.gaps}
            for rule, result in self.results.items()
        }


def compare(old: Assessment, new: Assessment, earlier: Sequence[Assessment] = ()) -> Comparison:
    """Compare two runs over one unit; findings are the same if their fingerprints are.

    A finding that is no longer found is `fixed` only if its aspect ran again under the same rule and
    parameters, over a period that includes it, and could decide. It is `relapsed` (边改边犯) if a run
    among `earlier` found it and a later one, up to `old`, could decide and did not find it.

    Raises:
        UsageError: the assessments are of different units.
    """
    if strangers := sorted({run.unit.id for run in (*earlier, old)} - {new.unit.id}):
        raise UsageError(
            _("only assessments of one unit can be compared: {units}").format(
                units=", ".join([new.unit.id, *strangers])
            )
        )
    before, after = _Run(old), _Run(new)
    past = [_Run(run) for run in sorted(earlier, key=lambda run: run.as_of)]
    rules = _rule_changes(before, after)
    changed = {change.rule: change.what for change in rules}
    entries = [_found(found, [*past, before], after, changed) for found in new.findings]
    entries += [
        _gone(found, before, after, changed)
        for found in old.findings
        if found.fingerprint not in after.findings
    ]
    entries.sort(key=_order)
    return Comparison(
        unit=new.unit.name,
        old=_side(old),
        new=_side(new),
        entries=tuple(entries),
        rules=rules,
        same_checklist=old.checklist.digest == new.checklist.digest,
        same_scoring=_scoring(old) == _scoring(new),
    )


def _found(found: Finding, past: list[_Run], after: _Run, changed: Mapping[str, What]) -> Entry:
    """What a finding of the new run is; the last of `past` is the old run."""
    name = found.fingerprint
    before = past[-1]
    if name in before.findings:
        return Entry(finding=found, change="persisting")
    if changed.get(found.rule) == "added":
        return Entry(finding=found, change="appeared", reason="rule-added")
    if changed.get(found.rule) == "changed":
        return Entry(finding=found, change="appeared", reason="rule-changed")
    absence = _absence(found, after, before)
    seen = max((i for i, run in enumerate(past) if name in run.findings), default=None)
    if seen is not None:
        if any(not _absence(found, past[seen], run) for run in past[seen + 1 :]):
            return Entry(finding=found, change="relapsed")
        if absence:
            return Entry(finding=found, change="persisting", reason="not-seen-between")
    if absence in {"undecided", "not-applicable"}:
        return Entry(finding=found, change="appeared", reason="first-decided")
    if absence:
        return Entry(finding=found, change="appeared", reason=absence)
    return Entry(finding=found, change="new")


def _gone(found: Finding, before: _Run, after: _Run, changed: Mapping[str, What]) -> Entry:
    """What became of a finding that the new run does not have."""
    reason: Reason
    if changed.get(found.rule) == "dropped":
        reason = "rule-dropped"
    elif changed.get(found.rule) == "changed":
        reason = "rule-changed"
    else:
        reason = _absence(found, before, after)
    return Entry(finding=found, change="vanished" if reason else "fixed", reason=reason)


def _absence(found: Finding, having: _Run, lacking: _Run) -> Reason:
    """Why a run does not have a finding that another has; empty if it decided that there is none."""
    had, result = having.results[found.rule], lacking.results.get(found.rule)
    if result is None:
        return "rule-dropped"
    if _parts(had, result):
        return "rule-changed"
    if not _covers(lacking.assessment, having.assessment, found):
        return "out-of-period"
    aspect = next((item for item in result.aspects if item.aspect == found.aspect), None)
    if result.status is Status.NOT_APPLICABLE or (
        aspect is not None and aspect.status is Status.NOT_APPLICABLE
    ):
        return "not-applicable"
    gaps = {gap for gap in lacking.gaps[found.rule] if gap[0] == found.aspect}
    return "" if aspect is not None and _decides(aspect, gaps, found.fingerprint) else "undecided"


def _decides(aspect: AspectResult, gaps: set[tuple[str, str, str]], fingerprint: str) -> bool:
    """Whether an aspect surely saw the subject of a fingerprint that is not among its findings.

    A subject that could not be decided may be the one: by its fingerprint, or because its key is
    blank, or because it is not listed.
    """
    if aspect.status is Status.PASS:
        return True
    if aspect.status is not Status.FAIL or aspect.unread_sources or aspect.gaps > len(gaps):
        return False
    return all(key and name != fingerprint for _aspect, key, name in gaps)


def _covers(run: Assessment, other: Assessment, found: Finding) -> bool:
    """Whether a run's period includes a finding of the other's."""
    if found.fact_date is not None:
        return run.period.start <= found.fact_date <= run.period.end
    return run.period.start <= other.period.start and other.period.end <= run.period.end


def _rule_changes(before: _Run, after: _Run) -> tuple[RuleChange, ...]:
    changes = []
    for rule in sorted(before.results.keys() | after.results.keys()):
        old, new = before.results.get(rule), after.results.get(rule)
        if old is None and new is not None:
            changes.append(RuleChange(rule=rule, title=new.title, what="added"))
        elif new is None and old is not None:
            changes.append(RuleChange(rule=rule, title=old.title, what="dropped"))
        elif old is not None and new is not None and (parts := _parts(old, new)):
            changes.append(RuleChange(rule=rule, title=new.title, what="changed", parts=parts))
    return tuple(changes)


def _parts(old: Result, new: Result) -> tuple[str, ...]:
    """What of a rule differs: `rule` for its folder, and the names of parameters."""
    if old is new:
        return ()
    then, now = (to_jsonable_python(result.params) for result in (old, new))
    names = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
    return (*(("rule",) if old.rule_digest != new.rule_digest else ()), *names)


def _order(entry: Entry) -> tuple[int, int, str, str, str]:
    found = entry.finding
    severity = SEVERITIES.index(found.severity)
    return (CHANGES.index(entry.change), severity, found.rule, found.key, found.fingerprint)


def _side(run: Assessment) -> Side:
    card = run.scorecard
    return Side(
        as_of=run.as_of,
        period=run.period.text,
        checklist=run.checklist.id,
        checklist_digest=run.checklist.digest,
        figures=card.figures if card else None,
        grade=card.grade if card else None,
    )


def _scoring(run: Assessment) -> str | None:
    return run.scorecard.scoring_digest if run.scorecard else None
