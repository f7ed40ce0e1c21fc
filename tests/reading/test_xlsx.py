"""XLSX: values at their true addresses, and everything the value reader is silent about."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from books import cells_of, handmade, handmade_parts, kinds, rows_of, written, zipped

from zhenggai.reading import read_file


def read(data, path="台账.xlsx"):
    return read_file(path, data)


def only(data):
    raw = read(data)
    assert len(raw.sheets) == 1
    return raw.sheets[0]


def test_a_table_that_starts_at_c4_keeps_its_addresses_and_its_blank_rows():
    def fill(book):
        sheet = book.add_worksheet("台账")
        sheet.write("C4", "来访单位")
        sheet.write("D4", "人数")
        sheet.write("C7", "邻县局")
        sheet.write("D7", 12)

    sheet = only(written(fill))
    assert cells_of(sheet) == {
        (4, 3): "来访单位",
        (4, 4): "人数",
        (7, 3): "邻县局",
        (7, 4): "12",
    }
    assert (sheet.rows, sheet.columns, sheet.first_row, sheet.first_column) == (7, 2, 1, 3)


def test_values_become_text_as_people_read_them():
    def fill(book):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["  x ", 12.0, 0.1 + 0.2, -3, True])
        sheet.write_datetime("F1", dt.date(2026, 3, 5), day)
        sheet.write_datetime("G1", dt.time(8, 30), clock)
        sheet.write_string("H1", "110101199003078515")
        sheet.write_string("I1", "第一行\n第二行")

    assert rows_of(only(written(fill))) == (
        (
            "  x ",
            "12",
            "0.3",
            "-3",
            "true",
            "2026-03-05 00:00:00",
            "1899-12-31 08:30:00",
            "110101199003078515",
            "第一行\n第二行",
        ),
    )


@pytest.mark.parametrize("format_id", [27, 31, 36, 50, 57, 58])
def test_dates_in_formats_built_into_chinese_editions_are_dates(format_id):
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders>'
        f'<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="{format_id}"/></cellXfs></styleSheet>'
    )
    parts = handmade_parts(
        '<row r="1"><c r="A1" s="1"><v>46086</v></c><c r="B1"><v>7</v></c></row>'
    )
    parts["xl/styles.xml"] = styles
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId2" Target="styles.xml" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>',
    )
    assert rows_of(only(zipped(parts))) == (("2026-03-05 00:00:00", "7"),)


def test_the_epoch_of_1904_gives_the_same_days():
    def fill(book):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        book.add_worksheet().write_datetime("A1", dt.date(2026, 3, 5), day)

    assert rows_of(only(written(fill, date_1904=True))) == (("2026-03-05 00:00:00",),)


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"])
def test_an_error_cell_is_empty_in_the_grid_and_named(error):
    sheet = only(
        handmade(
            '<row r="2"><c r="B2" t="s"/><c r="C2" t="e"><f>A1/0</f>'
            f'<v>{error}</v></c><c r="D2"><v>5</v></c></row>'
        )
    )
    assert sheet.errors == {(2, 3): error}
    assert cells_of(sheet) == {(2, 4): "5"}
    assert sheet.bare_formulas == frozenset()


def test_an_error_mark_inside_a_text_is_no_error():
    sheet = only(
        handmade('<row r="1"><c r="A1" t="str"><f>"# t="e""</f><v># t="e" x</v></c></row>')
    )
    assert sheet.errors == {}
    assert cells_of(sheet) == {(1, 1): '# t="e" x'}


def test_formulas_without_a_value_are_named_and_counted():
    book = openpyxl.Workbook()
    book.active["A1"] = 3
    book.active["B2"] = "=A1*2"
    out = BytesIO()
    book.save(out)
    sheet = only(out.getvalue())
    assert sheet.bare_formulas == {(2, 2)}
    assert sheet.formulas == 1


BARE = {
    "without v": "<f>A1</f>",
    "empty v": "<f>A1</f><v></v>",
    "closed v": "<f>A1</f><v/>",
    "closed v with a blank": "<f>A1</f><v />",
    "shared": '<f t="shared" si="0"/>',
    "shared with empty v": '<f t="shared" si="0"/><v></v>',
}


@pytest.mark.parametrize("inside", BARE.values(), ids=BARE)
@pytest.mark.parametrize("quote", ['"', "'"], ids=["plain", "parsed in full"])
def test_every_way_to_write_a_formula_without_a_value_is_seen(inside, quote):
    rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="B1">{inside}</c></row>'
    sheet = only(handmade(rows.replace('"', quote)))
    assert sheet.bare_formulas == {(1, 2)}
    assert sheet.formulas == 1


@pytest.mark.parametrize("quote", ['"', "'"], ids=["plain", "parsed in full"])
def test_a_formula_whose_value_is_the_empty_text_has_a_value(quote):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'
    assert only(handmade(rows.replace('"', quote))).bare_formulas == frozenset()


def test_shared_and_array_formulas_with_values_are_read():
    sheet = only(
        handmade(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">1+1</f><v>2</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c>'
            '<c r="B2"><f t="array" ref="B2">SUM(A1:A2)</f><v>5</v></c></row>'
        )
    )
    assert cells_of(sheet) == {(1, 1): "2", (2, 1): "3", (2, 2): "5"}
    assert (sheet.formulas, sheet.bare_formulas) == (3, frozenset())


def test_formulas_that_were_never_calculated_block_the_sheet():
    def fill(book):
        sheet = book.add_worksheet("合计")
        sheet.write("A1", 5)
        sheet.write_formula("A2", "=SUM(A1)")

    raw = read(written(fill))
    assert kinds(raw) == ["formula-without-value"]
    assert raw.troubles[0].blocking
    assert raw.troubles[0].sheet == "合计"


def test_formulas_that_were_calculated_do_not():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write("A1", 5)
        sheet.write_formula("A2", "=SUM(A1)", value=5)
        sheet.write_formula("A3", "=A1-A2", value=0)

    assert kinds(read(written(fill))) == []


def test_hidden_rows_columns_and_sheets_are_told():
    def fill(book):
        sheet = book.add_worksheet("露")
        for row in range(6):
            sheet.write_row(row, 0, ["a", "b", "c", "d"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        sheet.set_column("Z:XFD", None, None, {"hidden": True})
        for name, hide in (("藏", "hide"), ("深藏", "very_hidden")):
            other = book.add_worksheet(name)
            other.write("A1", name)
            getattr(other, hide)()

    raw = read(written(fill))
    assert [sheet.hidden for sheet in raw.sheets] == [False, True, True]
    assert raw.sheets[0].hidden_rows == {3, 5}
    assert raw.sheets[0].hidden_columns == {2, 3}
    assert cells_of(raw.sheets[2]) == {(1, 1): "深藏"}


def test_merged_ranges_are_told_and_not_filled():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "国内公务接待台账")
        sheet.merge_range("A2:A3", "科室")
        sheet.write("B3", "x")

    sheet = only(written(fill))
    assert set(sheet.merges) == {(1, 1, 1, 3), (2, 1, 3, 1)}
    assert cells_of(sheet) == {(1, 1): "国内公务接待台账", (2, 1): "科室", (3, 2): "x"}


def test_inline_strings_and_cells_without_addresses_are_read():
    sheet = only(
        handmade(
            "<row><c t='inlineStr'><is><t>甲</t></is></c><c><v>1</v></c></row>"
            "<row hidden='1'><c/><c t='e'><v>#N/A</v></c><c><f>A1</f></c></row>"
        )
    )
    assert cells_of(sheet) == {(1, 1): "甲", (1, 2): "1"}
    assert sheet.errors == {(2, 2): "#N/A"}
    assert sheet.bare_formulas == {(2, 3)}
    assert sheet.hidden_rows == {2}


def test_prefixed_elements_are_parsed_in_full():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = only(
        handmade(
            sheet=f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v>'
            '</x:c><x:c r="B1" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData>'
            '<x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>'
        )
    )
    assert sheet.errors == {(1, 2): "#REF!"}
    assert sheet.merges == ((1, 1, 2, 1),)


@pytest.mark.parametrize(
    ("value", "lost"),
    [
        ("110101199003078515", True),
        ("1.10101199003078E+17", True),
        ("-1234567890123456", True),
        ("1E+15", True),
        ("123456789012345", False),
        ("0.30000000000000004", False),
        ("1.5E+3", False),
    ],
)
@pytest.mark.parametrize("quote", ['"', "'"], ids=["plain", "parsed in full"])
def test_a_number_longer_than_a_spreadsheet_holds_has_lost_digits(value, lost, quote):
    rows = f'<row r="3"><c r="F3"><v>{value}</v></c></row>'
    raw = read(handmade(rows.replace('"', quote)))
    expected = [("lost-digits", "F3", value, False)] if lost else []
    assert [(t.kind.value, t.cell, t.text, t.blocking) for t in raw.troubles] == expected


@pytest.mark.parametrize("kind", ["str", "s"])
def test_a_text_of_many_digits_has_lost_nothing(kind):
    parts = handmade_parts(f'<row r="1"><c r="A1" t="{kind}"><v>0</v></c></row>')
    if kind == "str":
        parts = handmade_parts('<row r="1"><c r="A1" t="str"><v>110101199003078515</v></c></row>')
    else:
        parts["xl/sharedStrings.xml"] = (
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            "<si><t>110101199003078515</t></si></sst>"
        )
        parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
            "</Relationships>",
            '<Relationship Id="rId2" Target="sharedStrings.xml" Type="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
        )
    raw = read(zipped(parts))
    assert kinds(raw) == []
    assert rows_of(raw.sheets[0]) == (("110101199003078515",),)


def test_beyond_a_thousand_the_lost_digits_are_counted():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>110101199003078515</v></c></row>' for n in range(1, 1006)
    )
    raw = read(handmade(rows))
    assert len(raw.troubles) == 1001
    assert raw.troubles[-1].message.startswith("5 more cells")


def test_escaped_characters_are_read_as_themselves():
    def fill(book):
        book.add_worksheet().write_row("B1", ["甲\r乙", 5])

    sheet = only(written(fill))
    assert cells_of(sheet) == {(1, 2): "甲\r乙", (1, 3): "5"}


def test_a_sheet_without_values_has_no_rows_and_a_workbook_without_any_is_empty():
    raw = read(written(lambda book: book.add_worksheet("空")))
    assert [(sheet.rows, sheet.columns, sheet.grid) for sheet in raw.sheets] == [(0, 0, ())]
    assert kinds(raw) == ["empty"]


def test_a_sheet_that_is_one_chart_is_no_table():
    def fill(book):
        book.add_worksheet("表").write("A1", 1)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=表!$A$1:$A$2"})
        book.add_chartsheet("图").set_chart(chart)

    raw = read(written(fill))
    assert [sheet.name for sheet in raw.sheets] == ["表"]
    assert kinds(raw) == []


def test_a_large_sheet_is_searched_beside_the_reader_of_values():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="e"><v>#N/A</v></c></row>'
        for n in range(1, 20_001)
    )
    sheet = only(handmade(rows))
    assert sheet.rows == 20_000
    assert len(sheet.errors) == 20_000


def test_a_large_sheet_with_too_many_merges_is_refused_from_the_thread_too():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 30_001))
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 50_002))
    raw = read(handmade(rows, after=f"<mergeCells>{merges}</mergeCells>"))
    assert kinds(raw) == ["too-large"]
    assert raw.troubles[0].blocking


def test_a_damaged_sheet_does_not_take_the_others_with_it():
    parts = handmade_parts()
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="坏" sheetId="2" r:id="rId9"/></sheets>'
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId9" Target="worksheets/sheet9.xml" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        "</Relationships>",
    )
    parts["xl/worksheets/sheet9.xml"] = "<worksheet><sheetData><row>"
    raw = read(zipped(parts))
    assert [sheet.name for sheet in raw.sheets] == ["Sheet1"]
    assert [(t.kind.value, t.sheet, t.blocking) for t in raw.troubles] == [
        ("unreadable", "坏", True)
    ]


def test_a_sheet_whose_part_is_missing_is_named():
    parts = handmade_parts()
    del parts["xl/worksheets/sheet1.xml"]
    raw = read(zipped(parts))
    assert [(t.kind.value, t.sheet) for t in raw.troubles] == [("unreadable", "Sheet1")]
