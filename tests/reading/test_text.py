"""Running text becomes paragraphs with their line numbers and heading levels."""

import pytest
from books import kinds

from zhenggai.reading import read_file
from zhenggai.reading.headings import heading_level
from zhenggai.reading.lines import joined_lines


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、总体情况", 1),
        ("第二部分 问题", 1),
        ("十二、其他", 1),
        ("（三）党的建设", 2),
        ("(三)党的建设", 2),
        ("1.未落实", 3),
        ("2．未落实", 3),
        ("3、未落实", 3),
        ("（4）未落实", 4),
        ("1.5万元", 0),
        ("2026年", 0),
        ("一是加强", 0),
        ("正文", 0),
        ("", 0),
    ],
)
def test_official_numbering_shows_the_level(text, level):
    assert heading_level(text) == level


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_line_is_a_paragraph_with_the_number_of_its_line(encoding):
    text = "整改报告\r\n\r\n一、总体情况\r\n  全年平稳。\r\n"
    document = read_file("报告.txt", text.encode(encoding)).document
    assert [(p.number, p.text, p.level) for p in document.paragraphs] == [
        (1, "整改报告", 0),
        (3, "一、总体情况", 1),
        (4, "全年平稳。", 0),
    ]
    assert document.characters == (15,)
    assert document.pages is None


def test_markdown_headings_have_their_level():
    document = read_file("a.md", "# 总体 #\n正文\n### 细节\n#标签\n".encode()).document
    assert [(p.text, p.level) for p in document.paragraphs] == [
        ("总体", 1),
        ("正文", 0),
        ("细节", 3),
        ("#标签", 0),
    ]


def test_a_text_of_blank_lines_is_empty():
    raw = read_file("a.txt", b" \n\n")
    assert kinds(raw) == ["empty"]
    assert raw.document is None


def test_full_lines_go_on_and_items_begin_anew():
    assert joined_lines(
        [
            "整改情况报告",
            "",
            "根据县委统一部署，县委巡察组对我局开展了",
            "巡察，现将情况报告如下。",
            "一、强化政治担当，切实扛起整改主体责任心",
            "（一）加强组织领导",
            "　　全年共检查企业二十三家，发现问题十个",
            "一是及时整改。",
        ]
    ) == [
        "整改情况报告",
        "根据县委统一部署，县委巡察组对我局开展了巡察，现将情况报告如下。",
        "一、强化政治担当，切实扛起整改主体责任心",
        "（一）加强组织领导",
        "全年共检查企业二十三家，发现问题十个",
        "一是及时整改。",
    ]


def test_latin_words_are_joined_with_a_blank():
    assert joined_lines(["The quick brown fox", "jumps over"]) == ["The quick brown fox jumps over"]
    assert joined_lines([]) == []


def test_a_sentence_that_ends_short_of_the_edge_ends_its_paragraph():
    assert (
        len(
            joined_lines(["一二三四五六七八九十一二三四五。", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚"])
        )
        == 2
    )
