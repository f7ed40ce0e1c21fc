from __future__ import annotations

import datetime as dt

import pytest

from zhenggai.checking import connect
from zhenggai.checking.calendar import work_calendar
from zhenggai.checking.functions import install, set_dates, stretches
from zhenggai.model.plan import Dates
from zhenggai.model.settings import UnitSection
from zhenggai.planning import parse_period


@pytest.fixture(scope="module", params=[1, 4], ids=["one thread", "four threads"])
def con(request):
    session = connect(threads=request.param)
    install(session, work_calendar())
    set_dates(
        session,
        Dates(
            as_of=dt.date(2026, 8, 15),
            period=parse_period("2026"),
            unit_sections=(UnitSection(name="城关所", kind="监管所", head="李某"),),
            region_prefixes=("某省", "某县"),
        ),
    )
    yield session
    session.close()


def value(con, expression):
    return con.execute(f"SELECT {expression}").fetchone()[0]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        # National Day of 2026: off from 1 to 7 October, 10 October (a Saturday) is worked.
        ("workdays_between(DATE '2026-09-30', DATE '2026-10-08')", 1),
        ("workdays_between(DATE '2026-09-30', DATE '2026-10-10')", 3),
        ("workdays_between(DATE '2026-10-10', DATE '2026-09-30')", -3),
        ("workdays_between(DATE '2026-10-08', DATE '2026-10-08')", 0),
        ("add_workdays(DATE '2026-09-30', 1)", dt.date(2026, 10, 8)),
        ("add_workdays(DATE '2026-09-30', 3)", dt.date(2026, 10, 10)),
        ("add_workdays(DATE '2026-09-30', 4)", dt.date(2026, 10, 12)),
        ("add_workdays(DATE '2026-09-30', 0)", dt.date(2026, 9, 30)),
        ("add_workdays(DATE '2026-10-09', -1)", dt.date(2026, 10, 8)),
        ("add_workdays(DATE '2026-10-08', -1)", dt.date(2026, 9, 30)),
        ("add_workdays(DATE '2026-10-04', -1)", dt.date(2026, 9, 30)),
        ("is_workday(DATE '2026-10-10')", True),
        ("is_workday(DATE '2026-10-11')", False),
        ("next_workday(DATE '2026-10-03')", dt.date(2026, 10, 8)),
        ("next_workday(DATE '2026-10-10')", dt.date(2026, 10, 10)),
        ("is_workday(NULL)", None),
        # The holidays of a year are announced in the November before: until then nobody knows.
        ("is_workday(DATE '2099-01-04')", None),
        ("workdays_between(DATE '2026-12-31', DATE '2099-01-04')", None),
        ("add_workdays(DATE '2026-12-30', 300)", None),
        ("add_workdays(DATE '2004-01-05', -30)", None),
        ("judge(workdays_between(DATE '2026-12-31', DATE '2099-01-04') <= 5)", "gap"),
    ],
)
def test_working_days_know_make_up_days_and_their_horizon(con, expression, expected):
    assert value(con, expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("judge(TRUE)", "ok"),
        ("judge(FALSE)", "violation"),
        ("judge(NULL)", "gap"),
        ("in_period(DATE '2026-01-01')", True),
        ("in_period(DATE '2027-01-01')", False),
        ("in_period(NULL)", None),
        ("as_of()", dt.date(2026, 8, 15)),
        ("period_start()", dt.date(2026, 1, 1)),
        ("period_end()", dt.date(2026, 12, 31)),
        ("add_months(DATE '2026-01-31', 1)", dt.date(2026, 2, 28)),
        ("add_months(DATE '2024-02-29', 12)", dt.date(2025, 2, 28)),
        ("norm_text(' Ａ（１） b\u00a0\u3000')", "A(1)b"),
        ("norm_name('某省某县（城关） 第一小学')", "(城关)第一小学"),
        ("norm_name('《　》')", None),
        ("same_name('甲（集团）公司', '甲(集团) 公司')", True),
        ("same_name('甲有限责任公司', '甲有限公司')", False),
        ("name_fits('城关小学', '城关小学食堂')", True),
        ("name_fits('城关小学', '南门小学')", False),
        ("norm_docno('县市监〔2025〕第003号')", "县市监〔2025〕3号"),
        ("norm_docno('县市监[2025] 3 号') = norm_docno('县市监（2025）3号')", True),
        ("split_names('张 三（所长）、李四\n王五;')", ["张三", "李四", "王五"]),
        ("split_names(NULL)", []),
        ("day_in('有效期至2026年3月5日')", dt.date(2026, 3, 5)),
        ("day_in('2026.3.5 14:30')", dt.date(2026, 3, 5)),
        ("day_in('20260305')", dt.date(2026, 3, 5)),
        ("day_in('2026年3月')", None),
        ("day_in('2026-02-30')", None),
        ("last_day_in('有效期至2026年11月')", dt.date(2026, 11, 30)),
        ("last_day_in('2026.02')", dt.date(2026, 2, 28)),
        ("last_day_in('2026-11-24')", dt.date(2026, 11, 24)),
        ("last_day_in('长期')", None),
        (
            "dated([{'from': DATE '2020-01-01', 'to': DATE '2025-12-31', 'value': 1}, {'from': DATE '2026-01-01', 'to': DATE '9999-12-31', 'value': 2}], DATE '2025-12-31')",
            1,
        ),
        (
            "dated([{'from': DATE '2026-01-01', 'to': DATE '9999-12-31', 'value': 2}], DATE '2025-12-31')",
            None,
        ),
    ],
)
def test_functions_of_rules(con, expression, expected):
    assert value(con, expression) == expected


def test_stretches_overlap_the_period_and_know_if_they_have_ended(con):
    rows = con.execute("FROM core.quarters").fetchall()
    assert [(row[0], row[3]) for row in rows] == [
        ("2026Q1", True),
        ("2026Q2", True),
        ("2026Q3", False),
        ("2026Q4", False),
    ]
    assert con.execute("SELECT count(*) FROM core.months").fetchone() == (12,)
    assert con.execute("SELECT label FROM core.halves").fetchall() == [("2026H1",), ("2026H2",)]
    assert con.execute("FROM core.sections").fetchall() == [("城关所", "监管所", "李某")]
    crossing = stretches(dt.date(2025, 12, 15), dt.date(2026, 1, 2), 12, dt.date(2025, 12, 31))
    assert [(row[0], row[3]) for row in crossing] == [("2025", True), ("2026", False)]


def test_a_unit_can_add_the_next_years_holidays_but_not_leave_a_hole():
    known = work_calendar()
    year = known.last.year + 1
    off, work = (
        dt.date(year, 1, 1),
        next(
            day
            for day in (dt.date(year, 1, 2) + dt.timedelta(n) for n in range(7))
            if day.weekday() == 5
        ),
    )
    more = work_calendar({"off": [off], "work": [work]})
    assert more.last == dt.date(year, 12, 31)
    at = (off - more.first).days
    assert not more.worked[at]
    assert more.worked[(work - more.first).days]
    assert work_calendar({"off": [dt.date(year + 1, 1, 1)]}).last == known.last


def test_the_calendar_agrees_with_the_state_councils_notices_day_by_day():
    calendar = work_calendar()
    from chinese_calendar import is_workday

    days = [dt.date(2024, 1, 1) + dt.timedelta(step) for step in range(1096)]
    assert all(calendar.worked[(day - calendar.first).days] == is_workday(day) for day in days)
