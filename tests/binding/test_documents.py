"""Documents are recognised by their titles; number, date and stated fields are read."""

from __future__ import annotations

import datetime as dt

import pytest

from zhenggai.model.raw import RawDocument, RawParagraph

FEEDBACK = (
    "中共某县委巡察组",
    "县巡反馈〔2025〕3号",
    "关于对某县市场监督管理局党组的",
    "巡察反馈意见",
    "反馈日期：2025年1月7日",
    "一、基本情况",
    "根据《条例》（国发〔2019〕1号），现反馈如下。",
    "问题数量：14个",
    "中共某县委巡察组",
    "2025年1月8日",
)
TITLE = "关于对某县市场监督管理局党组的巡察反馈意见"


def test_a_document_is_found_by_its_title_and_read(binding, document):
    result = binding(document=document(*FEEDBACK), path="巡察/扫描件一.docx")
    record = result.source.document
    assert (record.evidence, record.title, record.paragraphs) == (
        "rectification.feedback",
        TITLE,
        10,
    )
    assert result.rows(1) == [
        {
            "_n": 0,
            "path": "材料",
            "title": TITLE,
            "doc_no": "县巡反馈〔2025〕3号",
            "issued_on": dt.date(2025, 1, 8),
            "text": "\n".join(FEEDBACK),
            "feedback_day": dt.date(2025, 1, 7),
            "count": 14,
        }
    ]
    assert result.troubles == []


def test_its_paragraphs_keep_their_numbers_pages_and_levels(binding):
    paper = RawDocument(
        (
            RawParagraph(3, "整改方案", 1, 0),
            RawParagraph(4, "  ", 1),
            RawParagraph(7, "一、目标", 2, 1),
        ),
        pages=2,
        characters=(4, 4),
    )
    result = binding(document=paper)
    text = result.bound.tables[0]
    assert (text.evidence, text.paragraphs) == ("rectification.plan", True)
    assert result.con.execute(text.select).fetchall() == [
        (3, 1, 0, "整改方案"),
        (7, 2, 1, "一、目标"),
    ]
    assert (result.source.document.pages, result.source.document.characters) == (2, (4, 4))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("中共某县市场监督管理局党组", "巡察整改方案"), "rectification.plan"),
        (("关于印发《巡察反馈意见整改方案》的通知",), "rectification.plan"),
        (("关于整改", "方案的通知"), "rectification.plan"),
        (("会议通知",), None),
        (("我们收到了巡察反馈意见。", "正文"), None),
    ],
)
def test_what_a_paper_is_stands_at_the_end_of_its_title(binding, document, lines, expected):
    assert binding(document=document(*lines), path="a.docx").source.document.evidence == expected


def test_the_name_of_the_file_may_tell(binding, document):
    result = binding(document=document("没有题目的文字"), path="2025年整改方案.docx")
    assert result.source.document.evidence == "rectification.plan"


def test_two_titles_alike_are_ambiguous_and_weigh(binding, document):
    result = binding(document=document("整改方案", "巡察反馈意见"), path="a.docx")
    assert result.source.document.evidence is None
    assert [kind for kind, *_rest in result.troubles] == ["ambiguous"]
    assert result.source.likely == ("rectification.feedback", "rectification.plan")
    assert result.source.unread
    assert len(result.bound.tables) == 1


def test_an_unknown_document_still_gives_its_paragraphs(binding, document):
    result = binding(document=document("会议通知", "定于明日开会。"), path="通知.docx")
    (text,) = result.bound.tables
    assert (text.evidence, text.paragraphs) == (None, True)
    assert [kind for kind, *_rest in result.troubles] == ["not-recognised"]
    assert result.source.document.title == "会议通知"


def test_a_ledger_inside_an_unknown_document_is_no_trouble(binding, document, sheet):
    result = binding(
        sheet("接待时间|来访单位|来访人数\n2024-03-05|甲局|5", "表1"),
        document=document("说明"),
        path="a.docx",
    )
    assert result.evidence == ["finance.receptions"]
    assert result.troubles == []


def test_a_pin_makes_a_file_a_document(binding, document, sheet, pin):
    one = pin(file="a.docx", **{"as": "rectification.plan"})
    result = binding(sheet("甲|乙\n1|2"), document=document("随便"), path="a.docx", pins=[one])
    assert (result.source.document.evidence, result.source.document.pinned) == (
        "rectification.plan",
        True,
    )


def test_a_skipped_file_gives_no_paragraphs(binding, document, pin):
    result = binding(
        document=document("整改方案"), path="a.docx", pins=[pin(file="*", **{"as": "skip"})]
    )
    assert result.bound.tables == ()
    assert result.source.document is None


def test_a_document_without_text_is_not_found(binding):
    result = binding(document=RawDocument((), pages=3, characters=(0, 0, 0)), path="整改方案.pdf")
    assert result.source.document.evidence is None
    assert result.source.likely == ("rectification.plan",)
    assert result.bound.tables == ()


def test_a_value_that_cannot_be_read_is_named(binding, document):
    result = binding(
        document=document("巡察反馈意见", "反馈日期：去年底", "问题数量：\t14"), path="a.docx"
    )
    (trouble,) = result.source.troubles
    assert (trouble.kind.value, trouble.field, trouble.text, trouble.sheet) == (
        "not-converted", "feedback_day", "去年底", "",
    )  # fmt: skip


def test_fields_stand_in_tables_of_pairs_too(binding):
    paper = RawDocument(
        (
            RawParagraph(1, "巡察反馈意见"),
            RawParagraph(2, "反馈日期\t2025.1.7\t问题数量\t3个", style="table"),
        )
    )
    (row,) = binding(document=paper).rows(1)
    assert (row["feedback_day"], row["count"]) == (dt.date(2025, 1, 7), 3)


def test_the_first_statement_of_a_field_counts(binding, document):
    (row,) = binding(document=document("巡察反馈意见", "问题数量：3", "问题数量：5")).rows(1)
    assert row["count"] == 3


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("二〇二五年三月五日", dt.date(2025, 3, 5)),
        ("（2025年3月5日）", dt.date(2025, 3, 5)),
        ("中共某局党组  2025 年 3 月 5 日", dt.date(2025, 3, 5)),
        ("某县局办公室 2025年3月5日印发", dt.date(2025, 3, 5)),
        ("2025-03-05", dt.date(2025, 3, 5)),
        ("请于2025年3月5日前报送", None),
    ],
)
def test_the_date_of_issue_is_the_last_line_that_is_one(binding, document, last, expected):
    (row,) = binding(document=document("整改方案", "正文。", last)).rows(1)
    assert row.get("issued_on") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("县市监党组〔2025〕3号", "县市监党组〔2025〕3号"),
        ("县市监党组[2025]003号", "县市监党组〔2025〕3号"),
        ("县市监 （2025） 第3号    签发人：张三", "县市监〔2025〕3号"),
        ("根据县委〔2025〕1号文件精神，制定本方案。", None),
    ],
)
def test_the_number_is_the_documents_own(binding, document, line, expected):
    (row,) = binding(document=document(line, "整改方案", "正文。")).rows(1)
    assert row.get("doc_no") == expected


def test_parquet_files_hold_paragraphs_and_text(binding, document, tmp_path):
    result = binding(document=document("整改方案", "正文"), path="a.docx", out=tmp_path / "kept")
    text, row = result.bound.tables
    file = f"'{tmp_path / text.file}'"
    assert result.con.execute(text.select.replace("$zhenggai_file", file)).fetchall() == [
        (1, None, 0, "整改方案"), (2, None, 0, "正文"),
    ]  # fmt: skip
    select = row.select.replace("$zhenggai_path", "'a.docx'", 1).replace("$zhenggai_file", file)
    assert result.con.execute(f"SELECT path, text FROM ({select})").fetchall() == [
        ("a.docx", "整改方案\n正文")
    ]
