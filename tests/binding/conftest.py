"""Evidence of several domains in small, and ways to write a sheet as one reads it."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest
import tomli

from zhenggai.binding import Bound, Vocabulary, bind
from zhenggai.i18n import choose
from zhenggai.model.evidence import Evidence
from zhenggai.model.raw import RawDocument, RawFile, RawParagraph, RawSheet
from zhenggai.model.settings import Pin
from zhenggai.model.source import Source

DECLARED = """
[[evidence]]
id = "finance.receptions"
title = "国内公务接待台账"
aliases = ["公务接待明细"]
fields = [
  { name = "day", title = "接待时间", synonyms = ["接待日期", "日期"], type = "date", required = true },
  { name = "visitor", title = "来访单位", synonyms = ["来宾单位"], type = "org", required = true },
  { name = "guests", title = "来访人数", synonyms = ["接待人数"], type = "integer", required = true },
  { name = "companions", title = "陪餐人数", synonyms = ["陪同人数", "陪餐"], type = "integer" },
  { name = "cost", title = "金额", synonyms = ["接待费用"], type = "money" },
  { name = "handler", title = "经办人", type = "person", personal = true },
  { name = "letter", title = "公函", synonyms = ["有无公函"], type = "bool" },
  { name = "remarks", title = "备注", type = "text" },
]

[[evidence]]
id = "finance.vouchers"
title = "记账凭证序时账"
aliases = ["凭证明细账"]
fields = [
  { name = "day", title = "凭证日期", synonyms = ["日期"], type = "date", required = true, fill_down = true },
  { name = "number", title = "凭证号", synonyms = ["凭证字号", "序号"], type = "text", required = true, fill_down = true },
  { name = "summary", title = "摘要", type = "text", required = true },
  { name = "account", title = "科目编码", synonyms = ["科目代码"], type = "text", required = true },
  { name = "debit", title = "借方金额", synonyms = ["借方"], type = "money" },
  { name = "credit", title = "贷方金额", synonyms = ["贷方"], type = "money" },
]

[[evidence]]
id = "food.inspections"
title = "食品安全日常监督检查台账"
aliases = ["日常检查台账"]
fields = [
  { name = "station", title = "监管所", type = "org", required = true },
  { name = "operator", title = "被检查单位", synonyms = ["单位名称"], type = "org", required = true },
  { name = "code", title = "统一社会信用代码", type = "uscc" },
  { name = "day", title = "检查日期", synonyms = ["检查时间"], type = "date", required = true },
  { name = "officers", title = "检查人员", type = "person" },
  { name = "result", title = "检查结果", type = "enum", values = ["符合", "基本符合", "不符合"], value_synonyms = { "符合" = ["合格"], "不符合" = ["不合格"] } },
  { name = "rate", title = "合格率", type = "percent" },
]

[[evidence]]
id = "rectification.ledger"
title = "巡察整改台账"
aliases = ["整改台账"]
fields = [
  { name = "finding", title = "反馈问题", synonyms = ["存在问题"], type = "text", required = true },
  { name = "measure", title = "整改措施", type = "text", required = true },
  { name = "leader", title = "责任领导", type = "person" },
  { name = "unit", title = "责任单位", type = "org", required = true },
  { name = "deadline", title = "整改时限", synonyms = ["完成时限"], type = "date", months = true },
  { name = "done", title = "完成日期", synonyms = ["完成时间"], type = "date" },
]

[[evidence]]
id = "party.meetings"
title = "三会一课台账"
fields = [
  { name = "branch", title = "党支部名称", synonyms = ["支部名称"], type = "org", required = true },
  { name = "kind", title = "会议类型", synonyms = ["类型"], type = "enum", values = ["支部党员大会", "支委会", "党小组会", "党课"], required = true },
  { name = "held", title = "实际会议时间", synonyms = ["会议时间"], type = "date", required = true },
  { name = "due", title = "应到人数", synonyms = ["应到"], type = "integer" },
  { name = "present", title = "实到人数", synonyms = ["实到"], type = "integer" },
]

[[evidence]]
id = "cadre.roster"
title = "干部名册"
fields = [
  { name = "name", title = "姓名", type = "person", required = true },
  { name = "id_card", title = "身份证号", type = "id_card", personal = true },
  { name = "born", title = "出生年月", type = "month" },
  { name = "height", title = "住房面积", type = "decimal", unit = "㎡" },
]

[[evidence]]
id = "rectification.feedback"
title = "巡察反馈意见"
form = "document"
fields = [
  { name = "feedback_day", title = "反馈日期", type = "date" },
  { name = "count", title = "问题数量", type = "integer" },
]

[[evidence]]
id = "rectification.plan"
title = "整改方案"
form = "document"
"""


@pytest.fixture(autouse=True)
def _english():
    choose("en")


@pytest.fixture(scope="session")
def declared() -> dict[str, Evidence]:
    return {raw["id"]: Evidence.model_validate(raw) for raw in tomli.loads(DECLARED)["evidence"]}


@pytest.fixture(scope="session")
def vocabulary(declared) -> Vocabulary:
    return Vocabulary.of(declared)


@pytest.fixture(scope="session")
def twins() -> Vocabulary:
    """Two kinds of the same headings."""
    fields = (
        {"name": "name", "title": "姓名", "required": True},
        {"name": "post", "title": "岗位"},
    )
    kinds = [
        Evidence.model_validate({"id": id_, "title": title, "fields": fields})
        for id_, title in (("food.staff", "食品监管人员名册"), ("ip.staff", "知识产权人员名册"))
    ]
    return Vocabulary.of({kind.id: kind for kind in kinds})


@pytest.fixture
def con():
    with duckdb.connect() as session:
        yield session


def sheet(text: str, name: str = "Sheet1", **more: Any) -> RawSheet:
    """A sheet from lines with cells parted by `|`; an empty cell is NULL."""
    rows = [
        tuple(cell.strip() or None for cell in line.split("|"))
        for line in text.strip("\n").split("\n")
    ]
    width = max(map(len, rows))
    grid = tuple(row + (None,) * (width - len(row)) for row in rows)
    return RawSheet(name, grid, len(grid), width, **more)


def document(*texts: str, **more: Any) -> RawDocument:
    return RawDocument(
        tuple(RawParagraph(number, text) for number, text in enumerate(texts, 1)), **more
    )


class Binding:
    """Binds sheets and documents of the evidence above, and shows what came of it."""

    def __init__(self, con, vocabulary):
        self.con = con
        self.vocabulary = vocabulary

    def __call__(self, *sheets, path="材料.xlsx", document=None, pins=(), troubles=(), out=None):
        raw = RawFile(path, "0" * 64, 1, "xlsx", tuple(sheets), document, tuple(troubles))
        return Result(self.con, bind(raw, self.vocabulary, pins, con=self.con, out=out))


class Result:
    """A binding: its source as the model reads it, and its rows by table."""

    def __init__(self, con, bound: Bound):
        self.con = con
        self.bound = bound
        self.source = Source.model_validate(bound.source)

    @property
    def troubles(self):
        return [(one.kind.value, one.cell, one.text) for one in self.source.troubles]

    @property
    def evidence(self):
        return [record.evidence for record in self.source.sheets]

    def rows(self, number=0):
        """The rows of a table as dictionaries without their empty columns."""
        select = self.bound.tables[number].select.replace("$zhenggai_path", "'材料'")
        found = self.con.execute(select)
        names = [column[0] for column in found.description]
        return [
            {name: value for name, value in zip(names, row, strict=True) if value is not None}
            for row in found.fetchall()
        ]

    def column(self, name, number=0):
        return [row.get(name) for row in self.rows(number)]


@pytest.fixture
def binding(con, vocabulary) -> Binding:
    return Binding(con, vocabulary)


@pytest.fixture(name="sheet")
def _sheet():
    return sheet


@pytest.fixture(name="document")
def _document():
    return document


@pytest.fixture
def pin():
    return lambda **values: Pin.model_validate(values)
