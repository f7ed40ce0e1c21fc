"""The search and the full parse of a sheet give the same answers."""

import pytest
from books import SHEET
from hypothesis import given
from hypothesis import strategies as st

from zhenggai.reading.cells import cell_name
from zhenggai.reading.delimiter import find_delimiter
from zhenggai.reading.sheetscan import NotPlain, scan_sheet
from zhenggai.reading.sheetwalk import walk_sheet

INSIDES = [
    ("", ""),
    ("", "<v>7</v>"),
    ("", "<v>110101199003078515</v>"),
    ("", "<v>-1.5E+17</v>"),
    ("", "<v>1.5E+2</v>"),
    ("", "<v/>"),
    ("", "<v></v>"),
    ("", "<f>A1+B1</f>"),
    ("", "<f>A1</f><v/>"),
    ("", "<f>A1</f><v>0</v>"),
    ("", '<f t="shared" si="0"/><v></v>'),
    ("", '<f t="shared" si="0"/><v>0</v>'),
    ("", '<f t="shared" si="0"/>'),
    (' t="e"', "<v>#REF!</v>"),
    (' t="e"', "<f>A1</f><v>#N/A</v>"),
    (' t="e"', ""),
    (' t="str"', "<f>A1</f><v></v>"),
    (' t="str"', '<f>"# t=""e"""</f><v># t="e" hidden="1"</v>'),
    (' t="str"', "<v>110101199003078515</v>"),
    (' t="inlineStr"', '<is><t>E+17 # t="e" hidden="1"</t></is>'),
    (' t="b"', "<v>1</v>"),
]
ROW = st.tuples(
    st.sampled_from(["", ' hidden="1"', ' hidden="0"', ' ht="15" hidden="true"']),
    st.lists(st.sampled_from(INSIDES), max_size=5),
)


def sheet(rows, first_row=1, first_column=1, before="", after=""):
    text = ""
    for row, (attributes, cells) in enumerate(rows, start=first_row):
        inner = "".join(
            f'<c r="{cell_name(row, column)}" s="1"{kind}>{inside}</c>'
            if inside
            else f'<c r="{cell_name(row, column)}" s="1"{kind}/>'
            for column, (kind, inside) in enumerate(cells, start=first_column)
        )
        text += f'<row r="{row}"{attributes}>{inner}</row>'
    return SHEET.format(before=before, rows=text, after=after).encode()


@given(st.lists(ROW, max_size=8), st.sampled_from([1, 9, 99_999]), st.sampled_from([1, 25]))
def test_both_see_the_same(rows, first_row, first_column):
    xml = sheet(
        rows,
        first_row,
        first_column,
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>',
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D4"/></mergeCells>',
    )
    assert scan_sheet(xml) == walk_sheet(xml).overlay


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<sheetData>", "<SheetData>"),
        ("</sheetData>", "</sheetData >"),
        ('<row r="1"', "<row r='1'"),
        ('<row r="1"', "<row"),
        ('r="A1"', ""),
        ("<c ", "\n <c "),
        (
            "<worksheet ",
            '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
        ),
    ],
)
def test_what_is_written_in_an_unusual_way_is_left_to_the_parser(old, new):
    xml = sheet([("", [("", "<v>1</v>")])]).decode()
    assert old in xml
    with pytest.raises(NotPlain):
        scan_sheet(xml.replace(old, new).encode())


def test_an_unusual_way_that_begins_late_is_noticed_where_it_matters():
    plain = sheet([("", [("", "<v>1</v>")] * 5)] * 200).decode()
    for mark in (
        '<row hidden="1"><c r="A201"><v>1</v></c></row>',
        '<row r="201"><c t="e"><v>#N/A</v></c></row>',
        '<row x="1"><c r="A201"><v>1</v></c></row>',
    ):
        with pytest.raises(NotPlain):
            scan_sheet(plain.replace("</sheetData>", mark + "</sheetData>").encode())
    merge = "<mergeCells><mergeCell  ref='A1:B2'/></mergeCells></worksheet>"
    with pytest.raises(NotPlain):
        scan_sheet(plain.replace("</worksheet>", merge).encode())


def test_a_sheet_of_no_rows_is_plain():
    for xml in (sheet([]), sheet([]).replace(b"<sheetData></sheetData>", b"<sheetData/>")):
        assert scan_sheet(xml) == walk_sheet(xml).overlay


def test_quotes_that_do_not_pair_up_end_the_look_at_the_rows():
    assert find_delimiter(["a,b", "1,2", '3,"4']) == ","
