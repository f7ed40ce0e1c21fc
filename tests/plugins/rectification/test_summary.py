"""What a report says of itself as a whole: totals, counts, dates, for whom it is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai_rectification.headings import lines_of
from zhenggai_rectification.summary import (
    dates,
    group_leader,
    has_contact,
    is_public,
    stated_counts,
    totals,
)


def lines(*texts):
    return lines_of([(number, text, 0) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("text", "given", "done", "basic", "still"),
    [
        ("反馈697个问题，完成688个，基本完成4个，未完成5个", 697, 688, 4, 5),
        ("反馈的25个问题，已完成整改19个，正在整改6个", 25, 19, None, 6),
        ("反馈二十个问题，19个已完成，1个正在推进", 20, 19, None, 1),
        ("反馈10项问题，完成7项，正在推进2项，长期坚持1项", 10, 7, None, 3),
        ("反馈10个问题，完成**个，未完成1个", 10, None, None, 1),
    ],
)
def test_totals_are_read_in_any_order(text, given, done, basic, still):
    found = totals(lines("关于整改的报告", text))
    assert (found.given, found.done, found.basic, found.open) == (given, done, basic, still)
    assert found.line == 2


def test_the_rate_keeps_its_decimals_and_its_definition():
    found = totals(lines("反馈20个问题，完成19个（含基本完成2个），完成率95.00%。"))
    assert (found.rate, found.rate_decimals, found.absorbed) == (Decimal("95.00"), 2, True)


def test_a_count_of_the_problems_alone_is_no_total():
    assert totals(lines("反馈20个问题，我局高度重视。", "检查12家。")).given is None


def test_masked_counts_are_known_to_be_masked():
    counts = stated_counts(lines("对反馈的*大类**项问题细化为**个具体问题"))
    assert counts.masked
    assert (counts.dimensions, counts.findings, counts.specifics) == (None, None, None)


def test_specific_problems_may_be_stated_alone():
    assert stated_counts(lines("逐条分解为35个具体问题")).specifics == 35


def test_declared_dates_go_before_those_of_the_text():
    found = dates(
        lines("2025年3月10日反馈了意见。"),
        (),
        {"feedback_date": dt.date(2025, 3, 12), "issued_on": dt.date(2025, 8, 20)},
    )
    assert (found.feedback, found.report) == (dt.date(2025, 3, 12), dt.date(2025, 8, 20))


def test_the_days_of_the_inspection_are_not_that_of_the_feedback():
    found = dates(lines("2025年1月5日至2月28日巡察并反馈。"), lines("检查于2025年8月"), {})
    assert (found.feedback, found.report) == (None, None)


@pytest.mark.parametrize(
    ("title", "fields", "public"),
    [
        ("整改情况的通报", {}, True),
        ("整改情况的报告", {}, False),
        ("整改情况的通报", {"audience": "报送"}, False),
        ("整改情况的报告", {"audience": "社会公开"}, True),
    ],
)
def test_for_whom_a_text_is(title, fields, public):
    assert is_public(title, fields) is public


def test_contacts_and_heads_of_groups():
    assert has_contact(lines("联系电话：0000"))
    assert not has_contact(lines("检查12家"))
    assert group_leader(lines("副组长：张某", "组长：王某")) == "王某"
    assert group_leader(lines("成立领导小组")) == ""
