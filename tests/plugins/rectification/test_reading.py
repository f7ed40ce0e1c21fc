"""A report of any layout is read into its outline, and nothing of it is lost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DEFECTS, HARBOUR, NUMBERED, THREE_LEVELS, paper

from zhenggai_rectification.headings import Line, lines_of, normal_title, outline
from zhenggai_rectification.reading import read_report
from zhenggai_rectification.tables import derive


def kinds(text):
    return [(item.kind, item.title) for item in outline(lines_of(numbered(text)))]


def numbered(text):
    return [(number, line, 0) for number, line in enumerate(text.splitlines(), 1)]


def findings(text):
    report = read_report(paper(text))
    return {
        section.item.title: [one.ordinal for one in section.measures if not one.lead]
        for section in report.sections
        if section.item.kind in {"问题", "具体问题"}
    }


def test_unnumbered_findings_stand_under_their_dimensions():
    report = read_report(paper(HARBOUR))
    assert (report.findings, report.measures) == (4, 8)
    dimensions = {
        section.item.title: section.item.dimension
        for section in report.sections
        if section.item.kind == "问题"
    }
    assert dimensions["计量监管存在短板"] == "贯彻落实决策部署方面问题整改"
    assert dimensions["公务接待不规范"] == "群众身边不正之风方面问题整改"


def test_findings_numbered_1_have_measures_numbered_in_brackets():
    assert findings(NUMBERED) == {"计量监管存在短板": [1, 2, 3], "值班制度不落实": [None]}


def test_a_third_level_holds_the_measures_of_its_finding():
    found = findings(THREE_LEVELS)
    assert found["检定不及时"] == [1, 2]
    report = read_report(paper(THREE_LEVELS))
    parents = {
        section.item.title: report.sections[section.item.parent - 1].item.title
        for section in report.sections
        if section.item.kind == "具体问题"
    }
    assert parents == {"检定不及时": "计量监管有短板", "台账不完整": "计量监管有短板"}
    assert [title for kind, title in kinds(THREE_LEVELS) if kind == "方面"] == [
        "在落实决策部署方面",
        "在作风建设方面",
    ]


def test_findings_headed_by_their_defect_take_along_one_without_a_defect_word():
    assert findings(DEFECTS) == {
        "理论学习抓得不紧": [1, 2],
        "违规发放补贴": [1, 2],
        "计量监管不到位": [1],
    }


@pytest.mark.parametrize("join", ["", "\n"])
def test_measures_in_one_paragraph_or_in_several_are_the_same(join):
    text = f"二、反馈问题整改\n针对甲事不到位问题\n一是检查12家。{join}二是约谈3户。{join}三是通报2次。"
    assert findings(text) == {"甲事不到位": [1, 2, 3]}


@pytest.mark.parametrize(
    "marks",
    [
        ("一是", "二是", "三是"),
        ("1.", "2.", "3."),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("（一）", "（二）", "（三）"),
    ],
)
def test_measures_are_counted_in_any_numbering(marks):
    body = "\n".join(f"{mark}检查市场{number}家。" for number, mark in enumerate(marks, 5))
    text = f"二、反馈问题整改\n针对甲事不到位问题\n{body}\n针对乙事不到位问题\n{body}"
    assert findings(text) == {"甲事不到位": [1, 2, 3], "乙事不到位": [1, 2, 3]}


@pytest.mark.parametrize(
    "heading",
    [
        "针对甲事不到位问题",
        "针对甲事不到位的问题。",
        "关于“甲事不到位”问题的整改情况",
        "1.关于甲事不到位问题",
        "３．关于“甲事不到位”的问题：",
    ],
)
def test_a_heading_is_known_however_it_is_written(heading):
    assert list(findings(f"二、反馈问题整改\n{heading}\n一是检查12家。")) == ["甲事不到位"]


def test_a_sentence_that_begins_as_a_heading_does_is_none():
    text = "二、反馈问题整改\n针对甲事不到位问题\n一是检查12家。\n针对检查发现的问题，立即召开会议，逐条整改。"
    assert list(findings(text)) == ["甲事不到位"]


def test_measures_after_a_run_in_heading_belong_to_it():
    found = findings("二、反馈问题整改\n1.关于甲事不到位问题。一是检查12家。二是约谈3户。")
    assert found == {"甲事不到位": [1, 2]}


def test_the_end_of_a_report_is_no_measure():
    items = outline(lines_of(numbered(HARBOUR)))
    assert items[-1].kind == "落款"
    assert items[-1].body[0].text.startswith("中共云港县")


def test_dates_counts_and_totals_are_read_from_the_opening():
    report = read_report(paper(HARBOUR))
    assert report.dates.feedback == dt.date(2025, 3, 10)
    assert (report.dates.inspect_start, report.dates.inspect_end) == (
        dt.date(2025, 1, 5),
        dt.date(2025, 2, 28),
    )
    assert report.dates.report == dt.date(2025, 8, 20)
    assert (report.counts.dimensions, report.counts.findings, report.counts.specifics) == (2, 4, 9)
    totals = report.totals
    assert (totals.given, totals.done, totals.open, totals.rate) == (4, 3, 1, Decimal(75))


def test_a_report_without_a_title_is_called_by_its_file():
    assert read_report(paper("一、提高站位\n召开会议3次。")).title == "报告"


def test_titles_are_compared_without_their_dress():
    assert normal_title("针对“理论学习、不深入”的问题") == normal_title(
        "关于理论学习不深入问题的整改情况"
    )


def test_a_feedback_letter_gives_its_problems_and_not_its_advice():
    text = "反馈意见\n二、存在的主要问题\n（一）决策部署方面\n1.学习不够深入。如…\n2.违规发放补贴。\n三、意见建议\n1.切实解决认识不到位问题。"
    rows = derive([paper(text, "rectification.feedback_document")])["rectification.feedback_items"]
    assert [row.values["finding"] for row in rows] == ["学习不够深入", "违规发放补贴"]


def test_a_plan_gives_its_counts_and_the_head_of_its_group():
    text = "整改方案\n成立由党组书记、局长任组长的领导小组。\n对反馈的三大类十二项问题细化为三十五个具体问题。"
    (row,) = derive([paper(text, "rectification.plan_document")])["rectification.plan_summary"]
    assert (
        row.values["stated_dimensions"],
        row.values["stated_findings"],
        row.values["stated_specifics"],
    ) == (3, 12, 35)
    assert "党组书记" in row.values["leader"]


def test_papers_of_other_kinds_are_left_alone():
    assert derive([paper("一、甲", "party.minutes")]) == {}


def test_the_tables_of_a_report_agree_with_one_another():
    tables = derive([paper(HARBOUR)])
    (summary,) = tables["rectification.report_summary"]
    items = tables["rectification.report_items"]
    measures = tables["rectification.report_measures"]
    assert summary.values["findings"] == sum(row.values["kind"] == "问题" for row in items)
    assert summary.values["measures"] == sum(
        row.values["measures"] for row in items if row.values["kind"] == "问题"
    )
    known = {row.values["item"] for row in items}
    assert {row.values["item"] for row in measures} <= known
    assert {row.values["item"] for row in tables["rectification.report_claims"]} <= known
    assert all(row.paper.ordinal == 7 for row in measures)


pieces = st.sampled_from(
    [
        "一、提高站位",
        "二、反馈问题整改落实",
        "（一）决策部署方面问题整改",
        "针对甲事不到位问题",
        "1.关于“乙事”问题",
        "（1）丙事不规范。",
        "一是检查12家。二是约谈。",
        "①印发《办法》。",
        "三是将进一步加强。",
        "2025年8月20日",
        "联系电话：0000",
        "我局高度重视。",
        "（二）1.",
        "针对",
        "、",
        "第一，学习。",
    ]
)


@given(st.lists(st.one_of(pieces, st.text(max_size=30)), max_size=25))
def test_no_paragraph_is_lost_and_none_stands_twice(texts):
    lines = lines_of([(number, text, 0) for number, text in enumerate(texts, 1)])
    items = outline(lines)
    held: dict[int, str] = {}
    for item in items:
        if item.kind not in {"前言", "落款"}:
            held[item.line.number] = held.get(item.line.number, "") + item.heading
        for line in item.body:
            held[line.number] = held.get(line.number, "") + line.text
    bare = {number: "".join(text.split()) for number, text in held.items()}
    assert bare == {line.number: "".join(line.text.split()) for line in lines}


@given(st.lists(st.one_of(pieces, st.text(max_size=30)), max_size=25))
def test_any_text_is_read_and_items_come_in_order(texts):
    report = read_report(paper("\n".join(texts)))
    starts = [section.item.line.number for section in report.sections]
    assert starts == sorted(starts)
    for section in report.sections:
        places = [one.at for one in section.measures]
        assert places == sorted(places)
        positions = [one.position for one in section.measures if not one.lead]
        assert positions == list(range(1, len(positions) + 1))


@given(st.integers(1, 20))
def test_ordinals_of_a_complete_list_run_on(count):
    numerals = [
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "十一",
        "十二",
        "十三",
        "十四",
        "十五",
        "十六",
        "十七",
        "十八",
        "十九",
        "二十",
    ]
    body = "".join(f"{one}是检查市场{number}家。" for number, one in enumerate(numerals[:count], 3))
    assert findings(f"二、反馈问题整改\n针对甲事不到位问题\n{body}") == {
        "甲事不到位": list(range(1, count + 1))
    }


def test_headings_by_style_alone_are_read():
    texts = [
        ("聚焦反馈问题抓整改", 1),
        ("理论学习抓得不紧", 2),
        ("制定学习计划1份。", 0),
        ("违规发放补贴", 2),
        ("清退补贴3万元。", 0),
    ]
    lines = lines_of([(at, text, style) for at, (text, style) in enumerate(texts, 1)])
    found = [(item.kind, item.title) for item in outline(lines)]
    assert found == [
        ("章", "聚焦反馈问题抓整改"),
        ("问题", "理论学习抓得不紧"),
        ("问题", "违规发放补贴"),
    ]


def test_lines_keep_the_numbers_of_their_paragraphs():
    assert lines_of([(1, " ", 0), (2, "甲（1)", 1)]) == (Line(2, "甲（1）", 1),)
