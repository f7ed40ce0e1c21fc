"""Dates are intervals: what is not written is inferred from the report's own date, or unknown."""

from __future__ import annotations

import datetime as dt

import pytest

from zhenggai_rectification.dates import find_dates, full_date

REPORT = dt.date(2025, 8, 20)


def one(text, report=REPORT):
    (mention,) = find_dates(text, report)
    return mention


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年3月10日召开会议", dt.date(2025, 3, 10), dt.date(2025, 3, 10)),
        ("2025.3.10召开会议", dt.date(2025, 3, 10), dt.date(2025, 3, 10)),
        ("2024年2月召开会议", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("二〇二五年三月十日召开会议", dt.date(2025, 3, 10), dt.date(2025, 3, 10)),
        ("8月20日召开会议", REPORT, REPORT),
        ("8月21日召开会议", dt.date(2024, 8, 21), dt.date(2024, 8, 21)),
        ("去年6月份召开会议", dt.date(2024, 6, 1), dt.date(2024, 6, 30)),
        ("2025年2月30日召开会议", None, None),
    ],
)
def test_a_date_is_an_interval(text, first, last):
    mention = one(text)
    assert (mention.first, mention.last) == (first, last)


def test_a_date_joined_to_another_takes_its_year():
    _start, end = find_dates("2024年1月5日至2月28日", REPORT)
    assert end.first == dt.date(2024, 2, 28)


def test_without_the_reports_date_a_bare_month_is_unknown():
    assert one("5月召开会议", None).first is None


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("此前2024年5月已开展", "earlier"),
        ("将于2025年10月复查", "ahead"),
        ("对2022年5月发放的补贴清退", "object"),
    ],
)
def test_what_a_date_is_said_of_is_known(text, flag):
    assert getattr(one(text), flag)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("端午节前提醒", dt.date(2025, 5, 31)),
        ("中秋前提醒", dt.date(2024, 9, 17)),
        ("国庆前提醒", dt.date(2024, 10, 1)),
        ("2026年春节", dt.date(2026, 2, 17)),
    ],
)
def test_a_holiday_is_the_last_one_the_report_can_speak_of(text, day):
    assert one(text).first == day


def test_a_holiday_beyond_the_known_years_is_unknown():
    assert one("2040年端午").first is None
    assert one("端午", None).first is None


def test_dates_in_titles_and_quotations_are_not_dates_of_deeds():
    assert find_dates("学习《规定》（2018年12月29日修订）和“2021年7月1日讲话”", REPORT) == ()


def test_the_event_follows_its_date():
    assert one("2025年5月20日，局党组召开专题民主生活会").event == "召开专题民主生活会"


def test_a_full_date_needs_a_day():
    assert full_date("2025年3月，2025年4月8日") == dt.date(2025, 4, 8)
    assert full_date("2025年3月") is None
