"""DOCX: what a reader of the paper sees, in order, with headings and numbers; tables as sheets."""

import zipfile
from io import BytesIO

import docx
import pytest
from books import cells_of, kinds, rels, rows_of, zipped

from zhenggai.reading import limits, read_file
from zhenggai.reading.numbering import chinese

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def document(body, *, styles="", numbering="", footnotes="", namespace=W, **parts):
    """A document made by hand from the inside of its parts."""

    def part(name, inner):
        return f'<w:{name} xmlns:w="{namespace}" xmlns:mc="{MC}">{inner}</w:{name}>'

    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": rels(
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "footnotes", "footnotes.xml"),
            ),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", styles),
            "word/numbering.xml": part("numbering", numbering),
            "word/footnotes.xml": part("footnotes", footnotes),
            **parts,
        }
    )


def p(text="", properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text="", properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def read(data):
    return read_file("报告.docx", data)


def texts(data):
    return [paragraph.text for paragraph in read(data).document.paragraphs]


def test_a_document_by_the_usual_writer_is_read_in_order():
    paper = docx.Document()
    paper.core_properties.title = "整改报告"
    paper.core_properties.author = "办公室"
    paper.add_heading("整改报告", 0)
    paper.add_heading("总体情况", 1)
    paper.add_paragraph("全年平稳。")
    table = paper.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "甲"
    table.cell(0, 2).text = "乙"
    table.cell(1, 2).text = "1\n2"
    paper.add_heading("问题", 2)
    out = BytesIO()
    paper.save(out)
    raw = read(out.getvalue())
    assert [(p.number, p.text, p.level, p.style) for p in raw.document.paragraphs] == [
        (1, "整改报告", 0, "Title"),
        (2, "总体情况", 1, "heading 1"),
        (3, "全年平稳。", 0, "Normal"),
        (4, "甲\t\t乙", 0, "table"),
        (5, "\t\t1\n2", 0, "table"),
        (6, "问题", 2, "heading 2"),
    ]
    assert raw.document.properties["title"] == "整改报告"
    assert raw.document.properties["creator"] == "办公室"
    assert raw.document.pages is None
    assert [sheet.name for sheet in raw.sheets] == ["表1"]
    assert cells_of(raw.sheets[0]) == {(1, 1): "甲", (1, 3): "乙", (2, 3): "1\n2"}
    assert raw.sheets[0].merges == ((1, 1, 1, 2),)
    assert kinds(raw) == []


def test_levels_come_from_outlines_styles_and_official_numbering():
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="节"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:name w:val="heading 5"/></w:style>'
    )
    body = (
        p("甲", '<w:pStyle w:val="1"/>')
        + p("乙", '<w:pStyle w:val="a"/>')
        + p("丙", '<w:pStyle w:val="b"/>')
        + p("丁", '<w:outlineLvl w:val="3"/>')
        + p("戊", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
        + p("（一）己")
        + p("庚", '<w:pStyle w:val="loop"/>')
        + p("辛", '<w:pStyle w:val="c"/><w:outlineLvl w:val="x"/>')
    )
    raw = read(document(body, styles=styles))
    assert [(q.text, q.level) for q in raw.document.paragraphs] == [
        ("甲", 1),
        ("乙", 1),
        ("丙", 3),
        ("丁", 4),
        ("戊", 0),
        ("（一）己", 2),
        ("庚", 0),
        ("辛", 0),
    ]


def level(depth, kind, text, start=1):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(text, number, depth=0):
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_rendered_as_the_reader_sees_them():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "%1、")
        + level(1, "chineseCountingThousand", "（%2）")
        + level(2, "decimal", "%3.")
        + level(3, "decimal", "%1.%4")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "decimal", "第%1条")
        + "</w:lvlOverride></w:num>"
    )
    body = (
        listed("总体", 1)
        + listed("组织", 1, 1)
        + listed("制度", 1, 1)
        + listed("会议", 1, 2)
        + listed("细则", 1, 3)
        + listed("问题", 1)
        + listed("又一", 1, 1)
        + listed("续", 2)
        + listed("续", 2)
        + listed("则", 3)
        + listed("无此表", 9)
        + listed("无", 0)
        + listed("", 1)
    )
    raw = read(document(body, numbering=numbering))
    assert [(q.text, q.level) for q in raw.document.paragraphs] == [
        ("一、总体", 1),
        ("（一）组织", 2),
        ("（二）制度", 2),
        ("1.会议", 3),
        ("一.1细则", 0),
        ("二、问题", 1),
        ("（一）又一", 2),
        ("七、续", 1),
        ("八、续", 1),
        ("第1条则", 0),
        ("无此表", 0),
        ("无", 0),
    ]


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 25, "25"),
        ("ideographTraditional", 11, "甲"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("chineseCounting", 12, "十二"),
        ("unheardOf", 4, "4"),
        ("chineseCounting", 0, "0"),
        ("bullet", 1, ""),
        ("none", 1, ""),
    ],
)
def test_numbers_are_written_in_the_format_of_their_level(kind, number, label):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, kind, "%1、", number)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    expected = f"{label}、项" if label else "项"
    assert texts(document(listed("项", 1), numbering=numbering)) == [expected]


def test_a_number_that_ends_in_a_figure_stands_apart():
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "1.%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert texts(document(listed("项", 1), numbering=numbering)) == ["1.1 项"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (101, "一百〇一"),
        (110, "一百一十"),
        (1003, "一千〇三"),
        (10_000, "10000"),
    ],
)
def test_chinese_numbers(number, text):
    assert chinese(number) == text


def test_changes_fields_and_special_marks_are_read_as_if_accepted():
    body = (
        "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>域</w:t></w:r></w:fldSimple>"
        "<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>"
        "<w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase>"
        "</w:ruby><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>"
        f"<w:ins>{p('插入的段')}</w:ins>"
        f"<w:sdt><w:sdtContent>{p('控件里的段')}</w:sdtContent></w:sdt>"
    )
    assert texts(document(body)) == ["保留插入域\t-\n拼链", "插入的段", "控件里的段"]


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{p('框中字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + p("后文")
    )
    assert texts(document(body)) == ["正文", "框中字", "后文"]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (f"<mc:Choice/><mc:Fallback>{p('后备')}</mc:Fallback>", ["后备"]),
        (f"<mc:Other>{p('别的')}</mc:Other>", ["别的"]),
        ("", []),
    ],
)
def test_alternative_contents_are_read_once(inside, found):
    data = document(p("正文") + f"<mc:AlternateContent>{inside}</mc:AlternateContent>")
    assert texts(data) == ["正文", *found]


def test_notes_are_put_behind_the_text_in_the_order_they_are_cited():
    footnotes = (
        f'<w:footnote w:id="1">{p("注一")}</w:footnote><w:footnote w:id="2">{p("注二")}</w:footnote>'
        f'<w:footnote w:id="3">{p("未引")}</w:footnote>'
    )
    body = (
        '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r></w:p>'
    )
    raw = read(document(body, footnotes=footnotes))
    assert [(q.text, q.style) for q in raw.document.paragraphs] == [
        ("正文", ""),
        ("注二", "footnote"),
        ("注一", "footnote"),
    ]


def test_spans_are_unfolded_with_the_value_in_the_first_cell():
    down, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("甲", down), tc("乙", '<w:gridSpan w:val="2"/>')),
        tr(tc("", go_on), tc("丙"), tc("丁", down + '<w:gridSpan w:val="x"/>')),
        tr(tc("", go_on), tc("戊"), tc("", go_on)),
        tr(tc("己", down), tc("庚", go_on), tc("辛")),
        tr(tc("删"), properties="<w:del/>"),
        tr(tc("壬"), properties='<w:gridBefore w:val="1"/>'),
    )
    sheet = read(document(table)).sheets[0]
    assert rows_of(sheet) == (
        ("甲", "乙", None),
        (None, "丙", "丁"),
        (None, "戊", None),
        ("己", "庚", "辛"),
        (None, "壬", None),
    )
    assert sorted(sheet.merges) == [(1, 1, 3, 1), (1, 2, 1, 3), (2, 3, 3, 3)]


def test_tables_within_tables_are_sheets_of_their_own():
    inner = tbl(tr(tc("内")))
    outer = tbl(tr(f"<w:tc>{p('外')}{inner}{p('外二')}</w:tc>"))
    raw = read(document(p("前") + outer + p("后")))
    assert [rows_of(sheet) for sheet in raw.sheets] == [(("外\n外二",),), (("内",),)]
    assert [q.text for q in raw.document.paragraphs] == ["前", "外\n外二", "内", "后"]


def test_text_boxes_and_alternatives_within_cells_are_read():
    box = f"<w:p><w:r><w:t>格</w:t></w:r><w:r><w:txbxContent>{p('框')}</w:txbxContent></w:r></w:p>"
    other = f"<mc:AlternateContent><mc:Choice>{p('选')}</mc:Choice></mc:AlternateContent>"
    raw = read(document(tbl(tr(f"<w:tc>{box}{other}</w:tc>"))))
    assert [q.text for q in raw.document.paragraphs] == ["格\n选", "框"]


def test_the_strict_form_of_the_format_is_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts(document(p("严格"), namespace=strict)) == ["严格"]


@pytest.mark.parametrize("span", ["30000000", "2000000000"])
def test_an_endless_span_is_refused_and_the_rest_is_read(span):
    table = tbl(tr(tc("甲", f'<w:gridSpan w:val="{span}"/>')))
    raw = read(document(p("正文") + table))
    assert [(t.kind.value, t.sheet, t.blocking) for t in raw.troubles] == [
        ("too-large", "表1", True)
    ]
    assert [q.text for q in raw.document.paragraphs] == ["正文"]


def test_a_table_of_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 5)
    assert kinds(read(document(tbl(*[tr(tc("甲"), tc("乙"))] * 4)))) == ["too-large"]


def test_tables_too_deep_within_tables_are_refused():
    inner = p("底")
    for _depth in range(limits.MAX_DEPTH + 2):
        inner = tbl(tr(f"<w:tc>{inner}</w:tc>"))
    assert kinds(read(document(inner))) == ["too-large"]


def test_a_text_too_large_for_a_tree_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TREE", 100)
    assert kinds(read(document(p("正文")))) == ["too-large"]


def test_a_document_that_is_one_picture_is_not_machine_readable():
    raw = read(document("<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert kinds(raw) == ["not-machine-readable"]
    assert raw.troubles[0].blocking


def test_an_empty_document_is_empty():
    raw = read(document(p()))
    assert kinds(raw) == ["empty"]
    assert raw.document is None


def test_damaged_documents_are_named():
    assert kinds(read(zipped({"word/document.xml": f'<w:d xmlns:w="{W}"/>'}))) == ["unreadable"]
    assert kinds(read(zipped({"word/document.xml": "<w:document"}))) == ["unreadable"]


def test_an_external_entity_is_refused_rather_than_lost():
    data = document(p("正文"))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + content
            target.writestr(name, content)
    assert kinds(read(out.getvalue())) == ["hostile"]
