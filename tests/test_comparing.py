"""What became of a finding between two runs; whatever was not decided again is not fixed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.comparing import compare
from zhenggai.errors import UsageError
from zhenggai.model.assessment import (
    AspectResult,
    Assessment,
    ChecklistInfo,
    Finding,
    Result,
    Status,
    ToolInfo,
    UnitInfo,
    Verdict,
)
from zhenggai.model.plan import PeriodSpan

YEAR = PeriodSpan(text="2026", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))
LAST = PeriodSpan(text="2025", start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))


def found(key, rule="finance.one", verdict=Verdict.VIOLATION, day=None):
    return Finding(
        fingerprint=f"{rule}:{key}",
        rule=rule,
        aspect="main",
        verdict=verdict,
        severity="major",
        key=key,
        message=key,
        rectify="改正",
        fact_date=day,
    )


def result(
    *keys, rule="finance.one", gaps=(), unlisted=0, status=None, aspect=None, unread=(), **more
):
    findings = tuple(key if isinstance(key, Finding) else found(key, rule) for key in keys)
    undecided = tuple(found(key, rule, Verdict.GAP) for key in gaps)
    count = len(gaps) + unlisted
    came = status or (Status.FAIL if findings else Status.INSUFFICIENT if count else Status.PASS)
    main = AspectResult(
        aspect="main",
        title="main",
        status=aspect or came,
        examined=9,
        violations=len(findings),
        gaps=count,
        unread_sources=unread,
    )
    return Result(
        rule=rule,
        plugin="finance",
        title="规则",
        section="s",
        severity="major",
        status=came,
        points=Decimal(5),
        aspects=(main,),
        findings=findings,
        gaps=undecided,
        **more,
    )


def run(*results, day=1, unit="u", period=YEAR):
    return Assessment(
        tool=ToolInfo(version="0"),
        as_of=dt.date(2026, 6, day),
        period=period,
        checklist=ChecklistInfo(id="c", title="c", digest="c"),
        plugins=(),
        unit=UnitInfo(id=unit, name=unit),
        sources=(),
        results=results,
    )


def changes(comparison):
    return {entry.finding.key: (entry.change, entry.reason) for entry in comparison.entries}


def test_findings_are_new_persisting_or_fixed_by_fingerprint():
    made = compare(run(result("a", "b")), run(result("b", "c")))
    assert changes(made) == {"a": ("fixed", ""), "b": ("persisting", ""), "c": ("new", "")}
    assert [entry.finding.key for entry in made.of("fixed")] == ["a"]
    assert made.rules == ()


def test_a_finding_fixed_in_between_and_back_is_relapsed():
    made = compare(run(result(), day=2), run(result("a"), day=3), [run(result("a"), day=1)])
    assert changes(made) == {"a": ("relapsed", "")}


def test_a_finding_fixed_before_the_last_run_and_back_is_relapsed():
    earlier = [run(result(), day=2), run(result("a"), day=1)]
    made = compare(run(result(status=Status.INSUFFICIENT), day=3), run(result("a"), day=4), earlier)
    assert changes(made) == {"a": ("relapsed", "")}


def test_a_finding_that_runs_in_between_could_not_see_persists():
    between = run(result(status=Status.INSUFFICIENT), day=2)
    made = compare(between, run(result("a"), day=3), [run(result("a"), day=1)])
    assert changes(made) == {"a": ("persisting", "not-seen-between")}


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (result(status=Status.INSUFFICIENT), "undecided"),
        (result(status=Status.NOT_RUN), "undecided"),
        (result(status=Status.ERROR), "undecided"),
        (result(status=Status.MANUAL), "undecided"),
        (result(status=Status.STALE), "undecided"),
        (result(status=Status.NOT_APPLICABLE), "not-applicable"),
        (result("b", aspect=Status.NOT_APPLICABLE), "not-applicable"),
        (result("b", unread=("x.xlsx",)), "undecided"),
        (result("b", gaps=("a",)), "undecided"),
        (result("b", gaps=("",)), "undecided"),
        (result("b", gaps=("c",), unlisted=1), "undecided"),
        (result(rule_digest="new"), "rule-changed"),
        (result(params={"cap": 5}), "rule-changed"),
    ],
)
def test_what_vanished_without_being_decided_again_is_not_fixed(later, reason):
    made = compare(run(result("a")), run(later))
    assert changes(made)["a"] == ("vanished", reason)


def test_a_gap_in_another_row_does_not_keep_a_finding_from_being_fixed():
    made = compare(run(result("a")), run(result("b", gaps=("c",))))
    assert changes(made)["a"] == ("fixed", "")


def test_a_rule_dropped_fixes_nothing():
    made = compare(run(result("a")), run())
    assert changes(made) == {"a": ("vanished", "rule-dropped")}
    assert [(rule.rule, rule.what) for rule in made.rules] == [("finance.one", "dropped")]


def test_a_rule_added_gives_findings_that_are_not_new():
    made = compare(run(), run(result("a")))
    assert changes(made) == {"a": ("appeared", "rule-added")}
    assert [(rule.rule, rule.what) for rule in made.rules] == [("finance.one", "added")]


def test_a_changed_rule_is_named_with_what_changed():
    old = result(rule_digest="1", params={"cap": 5, "same": Decimal(1)})
    new = result("a", rule_digest="2", params={"cap": 6, "same": "1"})
    made = compare(run(old), run(new))
    assert changes(made) == {"a": ("appeared", "rule-changed")}
    assert made.rules[0].parts == ("rule", "cap")


def test_a_finding_that_the_old_run_could_not_decide_is_not_new():
    made = compare(run(result(status=Status.INSUFFICIENT)), run(result("a")))
    assert changes(made) == {"a": ("appeared", "first-decided")}


def test_another_period_neither_fixes_nor_adds():
    made = compare(run(result("a"), period=LAST), run(result("b")))
    assert changes(made) == {"a": ("vanished", "out-of-period"), "b": ("appeared", "out-of-period")}


def test_a_fact_within_both_periods_is_compared():
    day = dt.date(2026, 3, 1)
    first = PeriodSpan(text="2026Q1", start=dt.date(2026, 1, 1), end=dt.date(2026, 3, 31))
    made = compare(run(result(found("a", day=day)), period=first), run(result()))
    assert changes(made) == {"a": ("fixed", "")}
    made = compare(run(result(), period=first), run(result(found("b", day=dt.date(2026, 8, 1)))))
    assert changes(made) == {"b": ("appeared", "out-of-period")}


def test_a_rule_absent_from_the_last_run_but_in_an_earlier_one_counts_as_added():
    made = compare(run(day=2), run(result("a"), day=3), [run(result("a"), day=1)])
    assert changes(made) == {"a": ("appeared", "rule-added")}


def test_a_rule_absent_in_between_settles_nothing():
    earlier = [run(result("a"), day=1), run(day=2)]
    made = compare(run(result(status=Status.ERROR), day=3), run(result("a"), day=4), earlier)
    assert changes(made) == {"a": ("persisting", "not-seen-between")}


def test_a_finding_of_an_older_form_of_the_rule_that_comes_back_is_new():
    earlier = [run(result("a", rule_digest="1"), day=1)]
    old, new = run(result(rule_digest="2"), day=2), run(result("a", rule_digest="2"), day=3)
    assert changes(compare(old, new, earlier)) == {"a": ("new", "")}


def test_a_rule_dropped_and_asked_again_can_relapse():
    earlier = [run(result("a"), day=1), run(day=2)]
    made = compare(run(result(), day=3), run(result("a"), day=4), earlier)
    assert changes(made) == {"a": ("relapsed", "")}


def test_an_aspect_that_is_gone_decides_nothing():
    gone = result().model_copy(update={"aspects": ()})
    assert changes(compare(run(result("a")), run(gone)))["a"] == ("vanished", "undecided")


def test_units_are_not_mixed():
    with pytest.raises(UsageError, match="one unit"):
        compare(run(), run(unit="v"))
