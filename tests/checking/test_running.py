"""Statuses: what verdicts, papers and conditions come to; nothing silent ends green."""

from __future__ import annotations

import datetime as dt

import pytest

from zhenggai.checking.deciding import aspect_status, rule_status
from zhenggai.model.assessment import AspectResult, Status

ROWS = """
edu.ledger
| name | day | amount |
|---|---|---|
| 甲 | 2026-01-01 | 1 |
"""
OK = "SELECT _row, 'ok' AS verdict FROM edu.ledger WHERE in_period(day) IS NOT FALSE"


def counts(**given):
    return {"ok": 0, "violation": 0, "doubt": 0, "gap": 0, "pending": 0, **given}


@pytest.mark.parametrize(
    ("given", "unread", "hollow", "stale", "status"),
    [
        (counts(ok=3), [], "", "", Status.PASS),
        (counts(doubt=1), [], "", "", Status.PASS),
        (counts(ok=3, violation=1, gap=2), ["a.xlsx"], "", "old", Status.FAIL),
        (counts(ok=3, gap=1), [], "", "", Status.INSUFFICIENT),
        (counts(ok=3), ["a.xlsx"], "", "", Status.INSUFFICIENT),
        (counts(ok=3), [], "", "old", Status.STALE),
        (counts(pending=2), [], "", "", Status.NOT_APPLICABLE),
        (counts(), [], "no row", "", Status.INSUFFICIENT),
        (counts(), [], "", "", Status.NOT_APPLICABLE),
    ],
)
def test_verdicts_come_to_the_status_of_an_aspect(given, unread, hollow, stale, status):
    assert aspect_status(given, unread, hollow, stale)[0] == status


def aspects(*statuses, **rest):
    return [
        AspectResult(aspect=f"a{n}", title="x", status=status, **rest)
        for n, status in enumerate(statuses)
    ]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ([Status.PASS, Status.PASS], Status.PASS),
        ([Status.PASS, Status.NOT_APPLICABLE], Status.PASS),
        ([Status.PASS, Status.INSUFFICIENT], Status.INSUFFICIENT),
        ([Status.FAIL, Status.INSUFFICIENT], Status.FAIL),
        ([Status.FAIL, Status.ERROR], Status.ERROR),
        ([Status.MANUAL, Status.PASS], Status.MANUAL),
        ([Status.INSUFFICIENT, Status.MANUAL], Status.INSUFFICIENT),
        ([Status.STALE, Status.PASS], Status.STALE),
        ([Status.NOT_APPLICABLE], Status.INSUFFICIENT),
        ([], Status.INSUFFICIENT),
    ],
)
def test_aspects_come_to_the_status_of_a_rule(statuses, status):
    assert rule_status(aspects(*statuses))[0] == status


def test_a_rule_whose_subjects_are_all_pending_says_when_it_falls_due():
    waiting = aspects(Status.NOT_APPLICABLE, pending=2, falls_due=dt.date(2026, 12, 31))
    status, reason = rule_status(waiting)
    assert status == Status.NOT_APPLICABLE
    assert "2026-12-31" in reason


def test_a_query_that_returns_no_subject_is_never_a_pass(bench):
    bench.holds("expect: insufficient" + ROWS, sql=OK + " AND amount > 5")


def test_an_empty_ledger_is_insufficient(bench):
    bench.holds("expect: insufficient\n\nedu.ledger\n| name | day |\n|---|---|\n", sql=OK)


def test_a_ledger_of_the_wrong_period_is_insufficient_and_says_so(bench):
    outcome = bench.outcome("period: 2025\nexpect: pass" + ROWS, sql=OK)
    assert "no row in the period 2025" in outcome.problems[0]


def test_a_paper_that_was_not_found_is_named(bench):
    outcome = bench.outcome("expect: pass\n", sql=OK)
    assert "ledger（edu.ledger）" in outcome.problems[0]


def test_optional_evidence_may_be_missing(bench):
    bench.holds(
        "expect: pass" + ROWS,
        sql="SELECT l._row, judge(o.name IS NULL) AS verdict FROM edu.ledger l LEFT JOIN edu.other o USING (name)",
        tail='optional = ["edu.other"]',
    )


def test_evidence_of_a_plugin_that_is_not_installed_is_insufficient(bench):
    outcome = bench.outcome(
        "expect: pass" + ROWS,
        sql="SELECT l._row, 'ok' AS verdict FROM edu.ledger l JOIN law.cases c ON c.name = l.name",
        head='reads = ["law.cases"]',
    )
    assert "declares law.cases is not installed" in outcome.problems[0]


def test_evidence_of_another_plugin_that_is_not_declared_is_refused(bench):
    outcome = bench.outcome(
        "expect: error" + ROWS, sql="SELECT _row, 'ok' AS verdict FROM law.cases"
    )
    assert outcome.problems == ()


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT _row, 'fine' AS verdict FROM edu.ledger",
        "SELECT _row, NULL AS verdict FROM edu.ledger",
        "SELECT name, 'violation' AS verdict FROM edu.ledger",
        "SELECT _row FROM edu.ledger",
        "SELECT _row, judge(amount + name) AS verdict FROM edu.ledger",
        "SELECT 5 AS _row, 'violation' AS verdict FROM edu.ledger",
        "DROP TABLE edu.ledger",
    ],
)
def test_a_query_that_breaks_the_contract_or_fails_is_an_error(bench, sql):
    bench.holds("expect: error" + ROWS, sql=sql)


def test_a_message_that_speaks_of_no_column_is_an_error(bench):
    bench.holds(
        "expect: error" + ROWS,
        sql="SELECT _row, 'violation' AS verdict FROM edu.ledger",
        message="{nothing}",
    )


def test_the_rules_own_condition_makes_it_not_applicable(bench):
    condition = 'applies = "SELECT count(*) > 1 FROM edu.ledger"\n'
    bench.holds("expect: not_applicable" + ROWS, sql=OK, head=condition)
    bench.holds("expect: pass" + ROWS + "| 乙 | 2026-01-01 | 1 |\n", sql=OK, head=condition)
    bench.holds("expect: insufficient\n", sql=OK, head=condition)
    bench.holds(
        "expect: insufficient" + ROWS, sql=OK, head='applies = "SELECT NULL FROM edu.ledger"\n'
    )
    bench.holds("expect: error" + ROWS, sql=OK, head='applies = "SELECT nme FROM edu.ledger"\n')
    bench.holds("expect: error" + ROWS, sql=OK, head='applies = "DROP TABLE edu.ledger"\n')


def test_evidence_that_is_too_old_is_stale(bench):
    path = bench.folder / "evidence" / "ledger.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('date = "day"', 'date = "day"\nfresh_days = 30'),
        encoding="utf-8",
    )
    bench.holds("as-of: 2026-01-31\nexpect: pass" + ROWS, sql=OK)
    bench.holds("as-of: 2026-02-01\nexpect: stale" + ROWS, sql=OK)


def test_a_pending_row_without_a_due_day_and_with_one(bench):
    pending = "SELECT _row, DATE '2026-12-31' AS due, 'pending' AS verdict FROM edu.ledger"
    bench.holds("expect: not_applicable" + ROWS, sql=pending)


def test_law_is_chosen_by_the_date_of_the_fact(bench):
    head = ""
    tail = ""
    sql = "SELECT _row, day AS fact_date, judge(amount <= dated($cap, day)) AS verdict FROM edu.ledger"
    bench.holds(
        """
period: 2025-01-01..2026-12-31

edu.ledger
| name | day | amount | expect |
|---|---|---|---|
| 旧法末日 | 2025-12-31 | 150 | ok: wrong |
| 新法首日 | 2026-01-01 | 150 | violation: wrong |
""",
        sql=sql,
        head=head
        + '[params.cap]\ntype = "money"\ndefault = 130\nwhy = "x"\n'
        + "dated = [{ to = 2025-12-31, value = 150 }, { from = 2026-01-01, value = 130 }]\n",
        tail=tail,
    )
