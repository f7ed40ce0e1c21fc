"""A paper that several plugins declare under one title is bound to each of their kinds."""

from __future__ import annotations

from decimal import Decimal

import pytest
import tomli

from zhenggai.binding import Vocabulary
from zhenggai.model.evidence import Evidence

DECLARED = """
[[evidence]]
id = "food.staff"
title = "监管人员名册"
fields = [
  { name = "name", title = "姓名", type = "person", required = true },
  { name = "post", title = "岗位", required = true },
  { name = "since", title = "任职时间", type = "date" },
]

[[evidence]]
id = "drugs.staff"
title = "药品监管人员情况"
aliases = ["监管人员名册"]
fields = [
  { name = "name", title = "姓名", type = "person", required = true },
  { name = "post", title = "岗位", required = true },
  { name = "since", title = "任职时间" },
]

[[evidence]]
id = "food.former_staff"
title = "历任人员名单"
fields = [
  { name = "name", title = "姓名", type = "person", required = true },
  { name = "post", title = "岗位" },
  { name = "until", title = "离任时间", type = "date", required = true },
]

[[evidence]]
id = "ip.staff"
title = "知识产权干部名单"
fields = [
  { name = "name", title = "姓名", type = "person", required = true },
  { name = "post", title = "岗位" },
  { name = "left", title = "离任时间", type = "date", required = true },
]

[[evidence]]
id = "food.report"
title = "整改（进展）情况报告"
form = "document"
fields = [{ name = "day", title = "报告日期", type = "date" }]

[[evidence]]
id = "rectification.report"
title = "巡察整改通报"
aliases = ["整改情况报告"]
phrases = ["针对", "一是", "巡察 整改"]
form = "document"

[[evidence]]
id = "rectification.minutes"
title = "整改会议纪要"
form = "document"

[[evidence]]
id = "party.minutes"
title = "党组会记录"
phrases = ["会议由", "主持", "会议研究"]
form = "document"

[[evidence]]
id = "party.other_minutes"
title = "支部会记录"
phrases = ["会议由", "主持", "支部"]
form = "document"

[[evidence]]
id = "cadre.minutes"
title = "党组会记录"
phrases = ["会议由", "会议研究"]
form = "document"
"""
ROSTER = "监管人员名册\n姓名|岗位|任职时间\n张三|检查|2024-03-05\n李四|抽检|去年"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    kinds = [Evidence.model_validate(raw) for raw in tomli.loads(DECLARED)["evidence"]]
    return Vocabulary.of({kind.id: kind for kind in kinds})


def test_a_sheet_is_bound_once_for_each_plugin_that_declares_its_title(binding, sheet):
    result = binding(sheet(ROSTER))
    assert result.evidence == ["food.staff", "drugs.staff"]
    assert [(table.evidence, table.number) for table in result.bound.tables] == [
        ("food.staff", 0),
        ("drugs.staff", 1),
    ]
    assert [record.rows.data for record in result.source.sheets] == [2, 2]
    assert [len(record.columns) for record in result.source.sheets] == [3, 3]
    assert result.column("name", 1) == ["张三", "李四"]
    assert result.column("since", 1) == ["2024-03-05", "去年"]
    assert not result.source.unread


def test_a_cell_is_unread_only_as_what_it_does_not_convert_to(binding, sheet):
    (trouble,) = binding(sheet(ROSTER)).source.troubles
    assert (trouble.cell, trouble.field, trouble.evidence) == ("C4", "since", "food.staff")


def test_what_is_said_of_a_sheet_is_said_once(binding, sheet):
    result = binding(sheet("监管人员名册\n姓名|任职时间\n张三|2024-03-05"))
    assert result.evidence == ["food.staff", "drugs.staff"]
    assert [one.kind.value for one in result.source.troubles] == ["missing-field"]
    assert result.source.trouble_count == 1


def test_merged_cells_are_filled_for_each_kind_by_itself(binding, sheet, tmp_path):
    text = "监管人员名册\n姓名|岗位|任职时间\n张三|检查|2024-03-05\n李四||2024-03-06"
    merged = sheet(text, merges=((3, 2, 4, 2),))
    result = binding(merged, out=tmp_path / "kept")
    for number in (0, 1):
        file = tmp_path / result.bound.tables[number].file
        rows = result.con.execute(f"SELECT post FROM read_parquet('{file}')").fetchall()
        assert rows == [("检查",), ("检查",)]
    assert result.con.execute("SELECT table_name FROM duckdb_tables()").fetchall() == []


def test_a_pin_binds_one_kind_alone(binding, sheet, document, pin):
    one = pin(file="*", **{"as": "drugs.staff"})
    assert binding(sheet(ROSTER), pins=[one]).evidence == ["drugs.staff"]
    paper = document("整改情况报告", "正文。")
    other = pin(file="*", **{"as": "rectification.report"})
    (record,) = binding(document=paper, path="a.docx", pins=[other]).source.documents
    assert record.evidence == "rectification.report"


def test_kinds_without_a_common_title_stay_ambiguous(binding, sheet):
    result = binding(sheet("姓名|岗位|离任时间\n张三|检查|2024-03-05"))
    assert result.evidence == [None]
    assert [one.kind.value for one in result.source.troubles] == ["ambiguous"]
    assert {"food.former_staff", "ip.staff"} <= set(result.source.likely)


@pytest.mark.parametrize("second", ["food.second", "ip.staff"])
def test_a_rival_beside_the_same_paper_leaves_all_open(binding, sheet, vocabulary, second):
    fields = [{"name": "name", "title": "姓名", "required": True}, {"name": "p", "title": "岗位"}]
    titles = {"food.first": "监管人员名册", second: "干部名册", "drugs.staff": "监管人员名册"}
    if second == "food.second":
        titles[second] = "监管人员名册"
    kinds = [Evidence(id=id_, title=title, fields=fields) for id_, title in titles.items()]
    binding.vocabulary = Vocabulary.of({kind.id: kind for kind in kinds})
    result = binding(sheet("姓名|岗位\n张三|检查"))
    assert result.evidence == [None]
    assert result.source.likely == tuple(sorted(titles))


def test_a_document_has_a_record_a_row_and_paragraphs_for_each_kind(binding, document):
    result = binding(
        document=document("关于整改情况报告", "报告日期：上周", "正文。"), path="a.docx"
    )
    found = result.source.documents
    assert [one.evidence for one in found] == ["food.report", "rectification.report"]
    assert result.source.document == found[0]
    assert result.source.evidence == ("food.report", "rectification.report")
    assert [(t.evidence, t.number, t.paragraphs) for t in result.bound.tables] == [
        ("food.report", 0, True),
        ("food.report", 0, False),
        ("rectification.report", 1, True),
        ("rectification.report", 1, False),
    ]
    assert [len(result.rows(number)) for number in range(4)] == [3, 1, 3, 1]
    (trouble,) = result.source.troubles
    assert (trouble.field, trouble.evidence) == ("day", "food.report")


REPORT = ("根据安排，巡察整改情况如下。", "一、强化担当", "针对学习不深的问题。一是补学。")


def test_a_document_without_a_title_is_known_by_its_phrases(binding, document):
    result = binding(document=document(*REPORT), path="材料一.docx")
    (record,) = result.source.documents
    assert (record.evidence, record.confidence) == ("rectification.report", 0.6)
    assert record.title == "材料一"
    assert result.troubles == []


def test_one_phrase_missing_is_too_little(binding, document):
    result = binding(document=document(*REPORT[:2]), path="材料一.docx")
    assert result.source.document.evidence is None
    assert [kind for kind, *_rest in result.troubles] == ["not-recognised"]


def test_a_title_goes_before_phrases(binding, document):
    result = binding(document=document("整改会议纪要", *REPORT), path="a.docx")
    assert [one.evidence for one in result.source.documents] == ["rectification.minutes"]


def test_phrases_may_speak_for_one_paper_of_several_plugins(binding, document):
    result = binding(document=document("会议由甲主持。", "会议研究三项。"), path="a.docx")
    assert result.source.evidence == ("party.minutes", "cadre.minutes")


def test_phrases_that_fit_several_papers_decide_nothing(binding, document):
    result = binding(document=document("支部会议由甲主持。", "会议研究三项。"), path="a.docx")
    assert result.source.evidence == ()
    assert [kind for kind, *_rest in result.troubles] == ["ambiguous"]
    assert result.source.likely == ("cadre.minutes", "party.minutes", "party.other_minutes")


def test_only_a_document_has_phrases():
    with pytest.raises(ValueError, match="only a document"):
        Evidence(id="a.b", title="甲", fields=[{"name": "a", "title": "乙"}], phrases=("丙丁",))


def test_money_merged_downwards_counts_once_to_the_kind_that_sums_it(binding, sheet):
    kinds = [
        Evidence.model_validate(
            {
                "id": id_,
                "title": "经费名册",
                "fields": [
                    {"name": "name", "title": "姓名", "required": True},
                    {"name": "sum", "title": "金额", "type": type_},
                ],
            }
        )
        for id_, type_ in (("food.money", "text"), ("drugs.money", "money"))
    ]
    binding.vocabulary = Vocabulary.of({kind.id: kind for kind in kinds})
    result = binding(sheet("经费名册\n姓名|金额\n张三|100\n李四|", merges=((3, 2, 4, 2),)))
    assert result.column("sum", 0) == ["100", "100"]
    assert result.column("sum", 1) == [Decimal("100.00"), None]
