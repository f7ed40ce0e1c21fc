"""XLS, XLSB and ODS: what their readers are silent about is told as for XLSX."""

import datetime as dt
import struct
from io import BytesIO

import msoffcrypto
import pytest
import xlwt
from books import cells_of, handmade, kinds, rels, rows_of, zipped
from msoffcrypto.format.ooxml import OOXMLFile

from zhenggai.reading import limits, read_file


def xls(fill, encoding="utf-8"):
    book = xlwt.Workbook(encoding=encoding)
    fill(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_xls_values_are_the_same_text_as_from_xlsx():
    def fill(book):
        day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
        clock = xlwt.easyxf(num_format_str="HH:MM")
        sheet = book.add_sheet("台账")
        sheet.write(3, 2, "单位")
        sheet.write(4, 2, 12.0)
        sheet.write(4, 3, 0.1 + 0.2)
        sheet.write(4, 4, True)
        sheet.write(5, 2, dt.date(2026, 3, 5), day)
        sheet.write(5, 3, dt.time(8, 30), clock)
        sheet.write(5, 4, 1e-12)
        sheet.write(6, 2, 4_000_000, day)

    raw = read_file("a.xls", xls(fill))
    assert kinds(raw) == []
    assert cells_of(raw.sheets[0]) == {
        (4, 3): "单位",
        (5, 3): "12",
        (5, 4): "0.3",
        (5, 5): "true",
        (6, 3): "2026-03-05 00:00:00",
        (6, 4): "1899-12-31 08:30:00",
        (6, 5): "0",
        (7, 3): "4000000",
    }


def test_xls_tells_errors_hidden_parts_merges_and_lost_digits():
    def fill(book):
        sheet = book.add_sheet("露")
        sheet.write_merge(0, 0, 0, 2, "标题")
        sheet.row(1).set_cell_error(0, "#DIV/0!")
        sheet.row(1).set_cell_error(1, "#N/A!")
        sheet.write(2, 0, 110101199003078515)
        sheet.write(3, 2, 1)
        sheet.row(2).hidden = True
        sheet.col(1).hidden = True
        book.add_sheet("藏").visibility = 1

    raw = read_file("a.xls", xls(fill))
    first, second = raw.sheets
    assert first.errors == {(2, 1): "#DIV/0!", (2, 2): "#N/A"}
    assert first.merges == ((1, 1, 1, 3),)
    assert first.hidden_rows == {3}
    assert first.hidden_columns == {2}
    assert (first.hidden, second.hidden) == (False, True)
    assert [(t.kind.value, t.cell) for t in raw.troubles] == [("lost-digits", "A3")]


def test_xls_of_the_1904_epoch_gives_the_same_days():
    def fill(book):
        book.dates_1904 = True
        day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
        book.add_sheet("a").write(0, 0, dt.date(2026, 3, 5), day)

    assert rows_of(read_file("a.xls", xls(fill)).sheets[0]) == (("2026-03-05 00:00:00",),)


def test_xls_with_too_many_cells_on_a_sheet_names_the_sheet(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 3)

    def fill(book):
        book.add_sheet("小").write(0, 0, 1)
        for row in range(5):
            (book.get_sheet(1) if row else book.add_sheet("大")).write(row, 0, row)

    raw = read_file("a.xls", xls(fill))
    assert [sheet.name for sheet in raw.sheets] == ["小"]
    assert [(t.kind.value, t.sheet) for t in raw.troubles] == [("too-large", "大")]


def test_damaged_xls_is_named():
    data = xls(lambda book: book.add_sheet("a").write(0, 0, "x"))
    broken = data.replace(b"\x09\x08\x10\x00", b"\xff\xff\xff\xff", 1)
    assert kinds(read_file("a.xls", broken)) == ["unreadable"]


def test_xls_under_a_password_is_named():
    data = xls(lambda book: book.add_sheet("a").write(0, 0, "x"))
    at = data.find(b"\x09\x08\x10\x00") + 20
    locked = data[:at] + b"\x2f\x00\x06\x00\x00\x00\x01\x02\x03\x04" + data[at + 10 :]
    assert kinds(read_file("a.xls", locked)) == ["encrypted"]


def test_xlsx_under_a_password_is_named():
    out = BytesIO()
    OOXMLFile(BytesIO(handmade())).encrypt("密码", out)
    assert msoffcrypto.OfficeFile(BytesIO(out.getvalue())).is_encrypted()
    assert kinds(read_file("a.xlsx", out.getvalue())) == ["encrypted"]


def record(number, body=b""):
    """One BIFF12 record."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = len(body), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 127 else 0)])
        size >>= 7
        if not size:
            return head + length + body


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row_header(row, hidden=False):
    return record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def cell(number, column, value):
    return record(number, struct.pack("<II", column, 0) + value)


def xlsb(*records, state=0):
    sheet = (
        record(129)
        + record(148, struct.pack("<IIII", 0, 9, 0, 9))
        + record(60, struct.pack("<IIIIH", 1, 2, 2560, 0, 1))
        + record(145)
        + b"".join(records)
        + record(146)
        + record(176, struct.pack("<IIII", 0, 1, 0, 1))
        + record(130)
    )
    book = (
        record(131)
        + record(143)
        + record(156, struct.pack("<II", state, 1) + wide("rId1") + wide("表"))
        + record(144)
        + record(132)
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": rels(("rId1", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def test_xlsb_values_come_with_errors_hidden_parts_and_merges():
    raw = read_file(
        "a.xlsb",
        xlsb(
            row_header(2),
            cell(6, 1, wide("单位")),
            cell(5, 2, struct.pack("<d", 12.5)),
            cell(3, 3, b"\x07"),
            row_header(4, hidden=True),
            cell(5, 1, struct.pack("<d", 1.1e17)),
            cell(11, 2, b"\x2a" + b"\0" * 10),
            state=1,
        ),
    )
    sheet = raw.sheets[0]
    assert cells_of(sheet) == {(3, 2): "单位", (3, 3): "12.5", (5, 2): "110000000000000000"}
    assert sheet.errors == {(3, 4): "#DIV/0!", (5, 3): "#N/A"}
    assert sheet.formulas == 1
    assert sheet.hidden
    assert sheet.hidden_rows == {5}
    assert sheet.hidden_columns == {2, 3}
    assert sheet.merges == ((1, 1, 2, 2),)
    assert [(t.kind.value, t.cell) for t in raw.troubles] == [("lost-digits", "B5")]


def test_xlsb_cells_far_apart_are_refused():
    raw = read_file(
        "a.xlsb",
        xlsb(
            row_header(0), cell(6, 0, wide("a")), row_header(1_048_575), cell(6, 16_383, wide("b"))
        ),
    )
    assert [(t.kind.value, t.sheet, t.cell) for t in raw.troubles] == [
        ("too-large", "表", "XFD1048576")
    ]


@pytest.mark.parametrize("tail", [b"\x05\x7f\x00", b"\x85", b"\x00\x01\x00", b"\x05"])
def test_a_damaged_xlsb_sheet_is_named(tail):
    raw = read_file("a.xlsb", xlsb(row_header(0), cell(6, 0, wide("a")), tail))
    assert "unreadable" in kinds(raw)
    assert raw.sheets == ()


def test_xlsb_without_its_sheet_or_its_plan_is_named():
    rest = {"[Content_Types].xml": "<Types/>"}
    assert kinds(read_file("a.xlsb", zipped({"xl/workbook.bin": b"\x05\x7f"} | rest))) == [
        "unreadable"
    ]


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:automatic-styles><style:style style:name="ta1"><style:table-properties '
    'table:display="false"/></style:style></office:automatic-styles>'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


def ods(rows, *, before="", table='table:name="表"', **parts):
    tables = f"<table:table {table}>{before}{rows}</table:table>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS.format(tables=tables),
            **parts,
        }
    )


def ods_row(*cells, **attributes):
    inner = "".join(
        f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-row{inner}>{''.join(cells)}</table:table-row>"


def ods_cell(text="", **attributes):
    inner = "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{v}"' for name, v in attributes.items()
    )
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell{inner}>{paragraphs}</table:table-cell>"


def test_ods_values_are_the_same_text_as_from_xlsx():
    raw = read_file(
        "a.ods",
        ods(
            ods_row(ods_cell(), number_rows_repeated=2)
            + ods_row(
                ods_cell(table__number_columns_repeated=2),
                ods_cell(
                    "甲<text:s text:c='2'/>乙<text:tab/>丙\n第二行", office__value_type="string"
                ),
                ods_cell("12.00", office__value_type="float", office__value="12"),
                ods_cell("95%", office__value_type="percentage", office__value="0.95"),
                ods_cell("x", office__value_type="date", office__date_value="2026-03-05"),
                ods_cell("x", office__value_type="date", office__date_value="2026-03-05T08:30:00"),
                ods_cell("x", office__value_type="time", office__time_value="PT8H30M00S"),
                ods_cell("x", office__value_type="time", office__time_value="PT30H00M00S"),
                ods_cell("真", office__value_type="boolean", office__boolean_value="true"),
            )
            + ods_row(ods_cell("x", office__value_type="string", table__number_columns_repeated=3))
            + ods_row(ods_cell(table__number_columns_repeated=16384), number_rows_repeated=1048570)
        ),
    )
    assert kinds(raw) == []
    sheet = raw.sheets[0]
    assert (sheet.rows, sheet.columns) == (4, 10)
    assert cells_of(sheet) == {
        (3, 3): "甲  乙\t丙\n第二行",
        (3, 4): "12",
        (3, 5): "0.95",
        (3, 6): "2026-03-05 00:00:00",
        (3, 7): "2026-03-05 08:30:00",
        (3, 8): "1899-12-31 08:30:00",
        (3, 9): "PT30H00M00S",
        (3, 10): "true",
        (4, 1): "x",
        (4, 2): "x",
        (4, 3): "x",
    }


def test_ods_tells_errors_bare_formulas_hidden_parts_and_merges():
    raw = read_file(
        "a.ods",
        ods(
            ods_row(
                ods_cell("标题", office__value_type="string", table__number_columns_spanned=2),
                "<table:covered-table-cell/>",
                ods_cell(
                    "#DIV/0!", table__formula="of:=1/0", office__value_type="float", office__value=0
                ),
                ods_cell("Err:502", calcext__value_type="error", office__value_type="string"),
                ods_cell("", table__formula="of:=A1"),
                ods_cell("1", office__value_type="float", office__value="1.1E+17"),
            )
            + ods_row(ods_cell("x"), visibility="collapse")
            + ods_row(ods_cell("x"), visibility="filter", number_rows_repeated=2),
            before='<table:table-column/><table:table-column table:visibility="collapse"/>',
            table='table:name="表" table:style-name="ta1"',
        ),
    )
    sheet = raw.sheets[0]
    assert sheet.errors == {(1, 3): "#DIV/0!", (1, 4): "Err:502"}
    assert sheet.bare_formulas == {(1, 5)}
    assert sheet.formulas == 2
    assert sheet.merges == ((1, 1, 1, 2),)
    assert sheet.hidden
    assert sheet.hidden_rows == {2, 3, 4}
    assert sheet.hidden_columns == {2}
    assert [(t.kind.value, t.cell) for t in raw.troubles] == [("lost-digits", "F1")]


def test_ods_notes_and_tables_within_cells_are_not_values():
    inner = (
        "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:p>值</text:p></table:table-cell>"
    )
    nested = (
        "<table:table-cell><table:table><table:table-row><table:table-cell><text:p>内</text:p>"
        "</table:table-cell></table:table-row></table:table></table:table-cell>"
    )
    assert rows_of(read_file("a.ods", ods(ods_row(inner, nested))).sheets[0])[0][0] == "值"


@pytest.mark.parametrize(
    "cells",
    [
        ods_row(ods_cell("x", table__number_columns_repeated=999_999_999)),
        ods_row(ods_cell("x", table__number_columns_repeated=100), number_rows_repeated=1_000_000),
        ods_row(ods_cell("x")) * 2 + ods_row(ods_cell("x"), number_rows_repeated=2_000_000),
    ],
)
def test_ods_with_endless_repeats_is_refused_and_the_sheet_named(cells):
    raw = read_file("a.ods", ods(cells))
    assert [(t.kind.value, t.sheet) for t in raw.troubles] == [("too-large", "表")]


def test_damaged_and_protected_ods_are_named():
    mimetype = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    assert kinds(read_file("a.ods", zipped(mimetype))) == ["unreadable"]
    assert kinds(
        read_file("a.ods", ods(ods_row(ods_cell("x", table__number_columns_repeated="x"))))
    ) == ["unreadable"]
    manifest = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    assert kinds(read_file("a.ods", ods("", **manifest))) == ["encrypted"]
