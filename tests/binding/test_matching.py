"""Headings become fields by their exact words; what cannot be told apart is left."""

from __future__ import annotations

import pytest

from zhenggai.binding import words
from zhenggai.binding.matching import assign, names_of
from zhenggai.binding.recognition import decide, score, titles_worth


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("金额", ("金额",)),
        ("金 额\n（万元）", ("金额(万元)", "金额")),
        ("2、金额（万元）：", ("2、金额(万元)", "金额(万元)", "金额")),
        ("（1）姓名", ("(1)姓名", "姓名")),
        ("*姓名", ("姓名",)),
        ("备注（是否停用）", ("备注(是否停用)", "备注")),
        ("“四个落实”类别", ("四个落实类别",)),
        ("ＫＪＮＤ", ("kjnd",)),
        ("", ()),
    ],
)
def test_a_heading_has_several_forms_the_fullest_first(text, forms):
    assert words.heading_forms(text) == forms


def test_a_declared_synonym_keeps_brackets_that_hold_no_unit():
    assert words.declared_forms("备注(是否停用)") == ("备注(是否停用)",)
    assert words.declared_forms("罚款（元）") == ("罚款(元)", "罚款")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("金额（万元）", "万元"), ("金额(单位：元)", "元"), ("金额/千元", "千元"), ("合格率%", "%"), ("合格率（％）", "%"),
     ("金额（含税）", ""), ("用车单位", ""), ("借/贷", "")],
)  # fmt: skip
def test_a_heading_may_name_its_unit(text, unit):
    assert words.heading_unit(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位:人民币元", "元"),
        ("填报单位：某局    单位：千元", "千元"),
        ("填报单位：某局", ""),
    ],
)
def test_a_line_may_state_the_unit_of_the_sheet(text, unit):
    assert words.stated_unit(text) == unit


def names(*paths):
    return {number: names_of(tuple(path.split(">"))) for number, path in enumerate(paths)}


def assigned(vocabulary, kind, *paths, pins=None):
    number = vocabulary.number(kind)
    found = assign(number, vocabulary, names(*paths), pins or {})
    fields = vocabulary.kind(number).fields
    return (
        {one.column: fields[one.field].name for one in found.matched},
        [
            (clash.columns, tuple(fields[field].name for field in clash.fields))
            for clash in found.clashes
        ],
    )


def test_a_group_over_a_heading_tells_plan_from_fact(vocabulary):
    assert assigned(
        vocabulary, "party.meetings", "党支部名称", "计划>会议时间", "实际>会议时间"
    ) == (
        {0: "branch", 2: "held"},
        [],
    )


def test_equal_groups_leave_both_columns(vocabulary):
    assert assigned(vocabulary, "party.meetings", "甲>会议时间", "乙>会议时间") == (
        {},
        [((0, 1), ("held",))],
    )


def test_a_number_in_brackets_under_a_group_is_the_group(vocabulary):
    assert assigned(vocabulary, "party.meetings", "党支部名称>（1）", "会议类型>（2）")[0] == {
        0: "branch",
        1: "kind",
    }


def test_a_pin_beats_the_exact_title(vocabulary):
    found, clashes = assigned(
        vocabulary, "finance.receptions", "接待时间", "登记时间", pins={"登记时间": "day"}
    )
    assert (found, clashes) == ({1: "day"}, [])


def test_a_pin_to_no_field_does_nothing(vocabulary):
    assert assigned(vocabulary, "finance.receptions", "登记时间", pins={"登记时间": "nothing"}) == (
        {},
        [],
    )


def test_an_empty_path_has_no_names():
    assert names_of(()).text == ""
    assert names_of(()).own == ()


def test_a_longer_title_says_more(vocabulary):
    worth = titles_worth(vocabulary, [("2025年巡察整改台账（第一季度）", 1.0)])
    assert worth[vocabulary.number("rectification.ledger")] == pytest.approx(0.9)


def test_kinds_that_score_alike_are_not_told_apart(twins):
    verdict = decide(score(twins, names("姓名", "岗位"), {}), twins)
    assert (verdict.kind, verdict.ambiguous, len(verdict.candidates)) == (None, True, 2)
    titled = titles_worth(twins, [("知识产权人员名册", 1.0)])
    assert decide(score(twins, names("姓名", "岗位"), titled), twins).kind == twins.number(
        "ip.staff"
    )


def test_one_heading_is_too_little(vocabulary):
    assert decide(score(vocabulary, names("接待时间"), {}), vocabulary).kind is None


def test_documents_are_no_tables(vocabulary):
    scores = score(vocabulary, names("反馈日期", "问题数量"), {})
    assert scores == []
