"""Figures are read with unit, approximation and period; hidden ones are hidden, not zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenggai_rectification.citations import find_citations, title_key
from zhenggai_rectification.claims import find_claims, subject_of
from zhenggai_rectification.masks import find_masks
from zhenggai_rectification.numerals import chinese_number, decimals, fold, ordinal
from zhenggai_rectification.repeats import find_repeats


def one(text):
    (claim,) = find_claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts", "approximate"),
    [
        ("检查餐饮单位320家次", 320, "家次", "次数", ""),
        ("走访企业300余家", 300, "家", "个数", "余"),
        ("申报资金近80.5万元", 805000, "元", "金额", "近"),
        ("点击量超过3万次", 30000, "次", "次数", "超过"),
        ("完成率98.71％", Decimal("98.71"), "%", "比例", ""),
        ("走访1,200户", 1200, "户", "个数", ""),
        ("排查问题三十五个", 35, "个", "个数", ""),
        ("检查４０家（次）", 40, "家（次）", "口径不明", ""),
        ("评分80分以上", 80, "分", "个数", "以上"),
    ],
)
def test_a_figure_is_read_with_its_unit(text, value, unit, counts, approximate):
    claim = one(fold(text))
    assert (claim.value, claim.unit, claim.counts, claim.approximate) == (
        value,
        unit,
        counts,
        approximate,
    )


@pytest.mark.parametrize(
    ("text", "width"), [("立案**件", 2), ("约谈XX次", 2), ("检查□□家", 2), ("退款****元", 4)]
)
def test_a_masked_figure_has_a_width_and_no_value(text, width):
    claim = one(text)
    assert claim.masked
    assert claim.width == width
    assert claim.value is None


@pytest.mark.parametrize("text", ["召开4、5次", "约谈两三次", "处理若干件", "走访数十家"])
def test_vague_figures_have_no_value(text):
    claim = one(text)
    assert claim.vague
    assert claim.value is None


@pytest.mark.parametrize(
    "text",
    [
        "第3次会议",
        "2025年度",
        "《三会一课十项制度汇编》",
        "一个会议",
        "坚持“两个维护”",
        "10个月",
        "八项目录",
        "5人民警察",
    ],
)
def test_these_are_no_figures(text):
    assert find_claims(text) == ()


def test_a_range_keeps_both_ends():
    claim = one("走访30－50家")
    assert (claim.value, claim.value_to, claim.vague) == (30, 50, False)


def test_the_noun_leads_or_follows():
    first, second = find_claims("巡察反馈以来，共结案12件，组织8次培训")
    assert (first.noun, first.since) == ("结案", "巡察反馈以来")
    assert second.after == "培训"


def test_two_figures_side_by_side_share_their_noun():
    first, second = find_claims("组织培训2次20人次")
    assert first.noun == second.noun == "组织培训"


def test_deliberation_and_discussion_of_one_thing_are_one_subject():
    assert subject_of("局党组会先后讨论重大执法决定") == subject_of("开展重大执法决定集体审议")


def test_growth_may_exceed_a_hundred_per_cent():
    assert one("同比增长128%").growth


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("学习**次", ["计数"]),
        ("*月**日", ["日期", "日期"]),
        ("退款***元", ["金额"]),
        ("达***%", ["比例"]),
        ("**县市监局", ["名称"]),
        ("（*督字〔****〕*号）", ["文号", "文号", "文号"]),
        ("“*+*”", ["其他", "其他"]),
        ("**人民政府", ["名称"]),
        ("召开第 次会议", ["缺数"]),
        ("占比%", ["缺数"]),
        ("共  家，", ["缺数"]),
        ("共12家", []),
        ("第3次", []),
        ("1O次", ["计数"]),
        ("****－****年", ["日期", "日期"]),
    ],
)
def test_what_is_hidden_is_told_apart(text, kinds):
    assert [mask.kind for mask in find_masks(text)] == kinds


@given(st.integers(1, 12), st.sampled_from(["次", "件", "家", "人", "万元", "%"]))
def test_every_mask_before_a_unit_is_a_masked_figure(width, unit):
    claim = one(f"完成{'*' * width}{unit}")
    assert claim.masked
    assert claim.width == width


@given(st.text(max_size=60))
def test_any_text_is_searched_and_places_lie_within_it(text):
    folded = fold(text)
    assert len(folded) == len(text)
    for claim in find_claims(folded):
        assert 0 <= claim.at < claim.end <= len(folded)
    for mask in find_masks(folded):
        assert 0 <= mask.at <= len(folded)


@given(st.integers(0, 99_999))
def test_chinese_numbers_are_read_back(number):
    digits = "零一二三四五六七八九"
    text, rest = "", number
    for value, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if rest >= value:
            text += digits[rest // value] + name
            rest %= value
            if rest and rest < value // 10:
                text += "零"
    text += digits[rest] if rest or not text else ""
    assert chinese_number(text) == number


def test_ordinals_of_every_style():
    assert [ordinal(one) for one in ("三", "12", "③", "⑵", "十一", "甲")] == [3, 12, 3, 2, 11, None]
    assert (decimals("7.13"), decimals("7")) == (2, 0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("云港县市场监督管理局计量检查办法（试行）", "云港县市监局计量检查办法"),
        ("**县市监局廉政风险点清单", "廉政风险点清单"),
        ("云港县市场监管局党组2025年度学习计划", "党组学习计划"),
    ],
)
def test_one_document_under_two_names_has_one_key(first, second):
    assert title_key(first).removeprefix("党组") == title_key(second).removeprefix("党组")


def test_citations_keep_their_numbers_and_nested_titles():
    found = find_citations(
        "学习《关于印发《计量办法》的通知》（云市监〔2025〕3号）和云委发〔2025〕12号"
    )
    assert [(one.title, one.doc_no) for one in found] == [
        ("关于印发《计量办法》的通知", "云市监〔2025〕3号"),
        ("", "和云委发〔2025〕12号"),
    ]


def test_like_sentences_of_two_findings_are_paired_and_those_of_one_are_not():
    long = "局党组会同各科室对照反馈意见逐条梳理并形成整改工作任务分工表共{}条"
    sentences = [(1, long.format(12)), (1, long.format(13)), (2, long.format(15)), (2, "检查门店")]
    pairs = [(repeat.first, repeat.second) for repeat in find_repeats(sentences)]
    assert pairs == [(0, 2), (1, 2)]
