"""SQL of bare folders runs in a process that can be killed, and gives the same answers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.checking import connect, define, fill, hand_over, prepare
from zhenggai.checking.executing import Here, QueryFailedError
from zhenggai.checking.outside import pack, unpack
from zhenggai.model.assessment import Verdict
from zhenggai.plugins import discover
from zhenggai.testing.builders import write_rule
from zhenggai.testing.cases import read_cases
from zhenggai.testing.proving import Workbench

ALL = frozenset(Verdict)
CASE = """## case
edu.ledger
| name | day | amount |
|---|---|---|
| 甲 | 2026-01-01 | 12.5 |
| 乙 | 2026-09-30 | |
"""


@pytest.fixture
def engines(plugin_folder):
    """Both engines over the same tables, and a prepared query."""
    opened = []

    def make(sql: str, head: str = "", time_limit: float = 20.0):
        write_rule(plugin_folder, "tried", sql=sql, head=head)
        plugins = discover([plugin_folder], packages=False)
        bench = Workbench(plugins.rules["edu.tried"], plugins)
        (case,) = read_cases(CASE)
        plan = bench._plan(case)
        con = connect(threads=1)
        define(con, plan)
        bench._con.close()
        bench._con = con
        prepared = prepare(con, plan)
        fill(con, plan, bench._intake(case, plan, "x"), prepared.needed)
        outside = hand_over(con, plan, prepared.needed, time_limit=time_limit)
        opened.append((outside, con))
        return Here(con), outside, prepared.aspects["edu.tried"][0]

    yield make
    for outside, con in opened:
        outside.close()
        con.close()


def test_both_engines_give_the_same_verdicts_rows_and_values(engines):
    here, outside, one = engines(
        """
        SELECT _row, name, day, amount, [day] AS days, {'a': amount} AS pair,
               add_workdays(day, 1) AS due, judge(amount <= $cap AND name <> ALL($words)) AS verdict
        FROM edu.ledger
        """,
        head='[params.cap]\ntype = "money"\ndefault = 10\nwhy = "x"\n'
        '[params.words]\ntype = "list"\ndefault = ["丙"]\nwhy = "x"\n',
    )
    answer = outside.ask(one, ALL)
    assert answer == here.ask(one, ALL)
    assert answer.counts["violation"] == answer.counts["gap"] == 1
    assert answer.rows[0]["amount"] == Decimal("12.50")
    assert outside.value(one) == here.value(one)


def test_a_failing_query_is_an_error_and_the_next_one_runs(engines):
    _here, outside, one = engines("SELECT _row, error_now AS verdict FROM edu.ledger")
    with pytest.raises(QueryFailedError, match="error_now"):
        outside.ask(one, ALL)
    with pytest.raises(QueryFailedError, match="error_now"):
        outside.value(one)


def test_a_query_without_end_is_killed(engines):
    _here, outside, one = engines(
        "SELECT a._row, judge(sum(r.range % 7 + s.range % 3) > 0) AS verdict"
        " FROM edu.ledger a, range(10000000) r, range(10000000) s GROUP BY ALL",
        time_limit=1.0,
    )
    with pytest.raises(QueryFailedError, match="longer than its limit"):
        outside.ask(one, ALL)


def test_a_query_that_eats_memory_costs_its_process_alone(engines):
    _here, outside, one = engines(
        "SELECT _row, judge(len(list_transform(range(400000000), lambda i: i || 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')) > 0) AS verdict"
        " FROM edu.ledger"
    )
    with pytest.raises(QueryFailedError):
        outside.ask(one, ALL)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        1,
        1.5,
        "甲",
        Decimal("1.10"),
        dt.date(2026, 1, 1),
        dt.datetime(2026, 1, 1, 8),
        [1, ["x"]],
        {"a": Decimal(1), "b": {"c": None}},
    ],
)
def test_values_come_through_whole(value):
    assert unpack(pack(value)) == value


def test_a_value_of_another_kind_comes_as_text():
    assert unpack(pack(dt.timedelta(days=1))) == "1 day, 0:00:00"
