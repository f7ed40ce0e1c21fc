"""A measure tells of a result, of an act, or only of an intention."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenggai_rectification.measures import acts, split_measures


def one(text):
    (measure,) = split_measures(text)
    return measure


@pytest.mark.parametrize(
    "text",
    [
        "检查市场12家。",
        "印发《2026年工作计划》，开展检查。",
        "将“小个专”工作纳入党建架构，完成建设任务。",
        "将组织生活会纳入考核，已通报2个支部。",
        "全部支部均已换届。",
        "清退违规款项。",
        "共组织学习**次。",
        "检查三十五户。",
    ],
)
def test_these_tell_of_a_result(text):
    measure = one(text)
    assert measure.has_result
    assert not measure.intention


@pytest.mark.parametrize(
    "text",
    [
        "将进一步加强监管，持续提升水平。",
        "拟印发《检查办法》，检查30家。",
        "下一步将新增人员5名。",
        "力争年底前完成换届。",
        "确保在年底前落实到位。",
    ],
)
def test_these_tell_of_an_intention_whatever_figures_they_hold(text):
    measure = one(text)
    assert measure.intention
    assert not measure.has_result


@pytest.mark.parametrize(
    "text", ["拟印发办法，目前已检查30家。", "下一步继续抓好整改。已约谈3户。"]
)
def test_what_is_done_already_counts_beside_an_intention(text):
    assert one(text).has_result


@pytest.mark.parametrize(
    ("text", "acted"),
    [
        ("高度重视，认真落实有关规定。", False),
        ("及时给各支部下发工作提示。", True),
        ("5月审议有关事项，确保责任落实到位。", True),
    ],
)
def test_an_act_without_a_result_is_told_from_nothing_at_all(text, acted):
    measure = one(text)
    assert not measure.has_result
    assert not measure.intention
    assert measure.acted is acted


def test_words_inside_a_title_are_no_deeds():
    assert not one("认真贯彻《关于已完成整改工作计划的通知》精神。").has_result


def test_a_lead_in_is_kept_apart_from_the_measures():
    lead, first, second = split_measures("整改情况：一是检查12家。二是约谈3户。")
    assert lead.lead
    assert (first.ordinal, second.ordinal) == (1, 2)


def test_the_outer_numbering_counts_and_not_the_inner():
    measures = split_measures("一是制定办法：（1）起草；（2）印发。\n二是检查12家。")
    assert [measure.marker for measure in measures] == ["一是", "二是"]


def test_gaps_in_the_numbering_are_kept_as_written():
    assert [measure.ordinal for measure in split_measures("一是检查。二是约谈。四是通报。")] == [
        1,
        2,
        4,
    ]


def test_light_verbs_are_no_acts():
    assert acts("组织开展学习，约谈3户") == ("学习", "约谈")


@given(st.text(alphabet="一二三是。；，（）1.①检查12家\n", max_size=60))
def test_measures_put_together_are_the_body(body):
    measures = split_measures(body)
    if body.strip():
        assert "".join(measure.text for measure in measures).strip() == body.strip()
    else:
        assert measures == ()
