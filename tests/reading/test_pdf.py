"""PDF: text page by page; what is a picture of a page is said to be one."""

import sys
from io import BytesIO

import pytest
from books import kinds, rows_of
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from zhenggai.reading import limits, pdftables, read_file
from zhenggai.reading.pdf import page_list

FONT = "STSong-Light"


def pdf(*pages, **options):
    """A document; each page is a function given the canvas."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out, **options)
    for draw in pages:
        canvas.setFont(FONT, 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts):
    def draw(canvas):
        for number, text in enumerate(texts):
            canvas.drawString(72, 760 - 24 * number, text)

    return draw


def picture(canvas):
    canvas.rect(100, 100, 200, 200, fill=1)


def table(canvas):
    for row in range(4):
        canvas.line(100, 700 - 30 * row, 400, 700 - 30 * row)
    for column in range(4):
        canvas.line(100 + 100 * column, 700, 100 + 100 * column, 610)
    for row in range(3):
        for column in range(3):
            canvas.drawString(105 + 100 * column, 680 - 30 * row, f"第{row}行{column}列")


def read(data):
    return read_file("报告.pdf", data)


LONG = "一、根据县委统一部署，县委巡察组对我局开展了巡察"


def test_the_text_has_its_pages_paragraphs_and_levels():
    raw = read(
        pdf(
            lines(LONG, "（一）加强组织领导，及时整改落实"),
            lines("2026年，全年检查企业二十三家，没有问题"),
        )
    )
    document = raw.document
    assert [(p.number, p.text, p.page, p.level) for p in document.paragraphs] == [
        (1, LONG, 1, 1),
        (2, "（一）加强组织领导，及时整改落实", 1, 2),
        (3, "2026年，全年检查企业二十三家，没有问题", 2, 0),
    ]
    assert document.pages == 2
    assert document.characters == (len(LONG) + 16, 21)
    assert kinds(raw) == []


def test_pages_without_text_are_named_as_scans():
    raw = read(pdf(lines(LONG), picture, picture, lines(LONG), picture))
    assert kinds(raw) == ["not-machine-readable"]
    assert raw.troubles[0].blocking
    assert "2-3, 5" in raw.troubles[0].message
    assert raw.document.characters[1:3] == (0, 0)


def test_a_short_page_of_nothing_but_text_is_read():
    raw = read(pdf(lines("附件")))
    assert kinds(raw) == []
    assert [p.text for p in raw.document.paragraphs] == ["附件"]


def test_a_document_of_blank_pages_is_empty():
    raw = read(pdf(lambda _canvas: None))
    assert kinds(raw) == ["empty"]
    assert raw.troubles[0].blocking


def test_a_page_that_shows_nothing_is_named():
    raw = read(pdf(lines(LONG), lambda _canvas: None))
    assert kinds(raw) == ["empty"]
    assert not raw.troubles[0].blocking
    assert ": 2;" in raw.troubles[0].message


def test_ruled_tables_are_sheets_with_their_page():
    raw = read(pdf(lines(LONG), table))
    assert [(sheet.name, sheet.page) for sheet in raw.sheets] == [("表1", 2)]
    assert rows_of(raw.sheets[0])[1] == ("第1行0列", "第1行1列", "第1行2列")


def test_without_pdfplumber_the_tables_are_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    monkeypatch.setattr(pdftables, "find_spec", lambda _name: None)
    raw = read(pdf(table))
    assert kinds(raw) == ["unsupported"]
    assert not raw.troubles[0].blocking
    assert raw.sheets == ()


def test_tables_beyond_the_limit_of_pages_are_named(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TABLE_PAGES", 1)
    raw = read(pdf(table, table))
    assert [sheet.page for sheet in raw.sheets] == [1]
    assert kinds(raw) == ["too-large"]


def test_tables_that_cannot_be_read_are_named():
    sheets, troubles = pdftables.read_tables(b"%PDF-1.4 nothing", [1])
    assert sheets == []
    assert [(t.kind.value, t.blocking) for t in troubles] == [("unreadable", True)]


def test_a_password_is_named():
    data = pdf(lines(LONG), encrypt=StandardEncryption("secret"))
    assert kinds(read(data)) == ["encrypted"]


def test_a_damaged_document_is_named():
    assert kinds(read(b"%PDF-1.4 nothing")) == ["unreadable"]


def test_a_page_that_cannot_be_loaded_is_named():
    data = pdf(lines(LONG), lines(LONG))
    kids = data.index(b"/Kids [") + len(b"/Kids [ ")
    broken = data[:kids] + b"2" + data[kids + 1 :]
    raw = read(broken)
    assert kinds(raw) == ["unreadable"]
    assert raw.troubles[0].message.endswith("read: 1")
    assert raw.document.pages == 2


@pytest.mark.parametrize(("limit", "value"), [("MAX_PAGES", 1), ("MAX_PAGE_CHARACTERS", 5)])
def test_more_than_the_limits_is_refused(monkeypatch, limit, value):
    monkeypatch.setattr(limits, limit, value)
    assert kinds(read(pdf(lines(LONG), lines(LONG)))) == ["too-large"]


def test_page_numbers_are_told_as_spans():
    assert page_list([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
