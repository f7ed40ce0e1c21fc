"""Files made to break the reader: each is refused in a plain sentence, none is cut in silence."""

import struct
import zipfile
from io import BytesIO

import pytest
from books import SHEET, cells_of, handmade, handmade_parts, kinds, zipped

from zhenggai.reading import limits, read_file

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'


def refused(data, kind):
    raw = read_file("a.xlsx", data)
    assert kinds(raw) == [kind]
    assert raw.troubles[0].blocking
    assert raw.troubles[0].path == "a.xlsx"
    assert raw.sheets == ()
    return raw.troubles[0]


@pytest.mark.parametrize("corner", ["XFD1048576", "A9999999", "CF1048576", "ZZZ99"])
@pytest.mark.parametrize("quote", ['"', "'"], ids=["plain", "parsed in full"])
def test_two_cells_far_apart_are_refused_with_the_address(corner, quote):
    row = corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = (
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{corner}"><v>1</v></c></row>'
    )
    trouble = refused(handmade(rows.replace('"', quote)), "too-large")
    assert trouble.sheet == "Sheet1"
    assert trouble.cell == corner


def test_a_far_cell_in_a_near_row_is_refused():
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'
    refused(handmade(rows), "too-large")


def test_a_far_cell_without_a_value_costs_nothing():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    raw = read_file("a.xlsx", handmade(rows))
    assert kinds(raw) == []
    assert cells_of(raw.sheets[0]) == {(1, 1): "1"}


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 10)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 13))
    assert "12" in refused(handmade(rows), "too-large").message


def test_many_cells_without_a_value_are_not_too_many(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 10)
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(1, 50))
    assert kinds(read_file("a.xlsx", handmade(rows))) == ["empty"]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize("prolog", ["", '<?xml version="1.0"?><!-- note -->\n'])
def test_a_document_type_is_refused_in_any_part(part, prolog):
    parts = handmade_parts()
    parts[part] = prolog + DOCTYPE + parts.get(part, "<sst/>")
    refused(zipped(parts), "hostile")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_document_type_in_a_sheet_is_refused_in_any_encoding(encoding):
    sheet = DOCTYPE + SHEET.format(before="", rows="", after="").partition("?>")[2]
    trouble = refused(handmade(sheet=sheet.encode(encoding)), "hostile")
    assert trouble.sheet == "Sheet1"


def test_a_part_without_a_root_is_damaged():
    refused(handmade(sheet="<!-- no end"), "unreadable")


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_ENTRIES", 3)
    refused(handmade(), "too-large")


def test_a_container_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    refused(handmade(), "too-large")


def test_a_zip_bomb_is_refused_by_its_ratio():
    parts = handmade_parts()
    parts["xl/sharedStrings.xml"] = b" " * 3_000_000
    refused(zipped(parts), "hostile")


def stated(data, name, size):
    """The zip with another size stated for a member, in its header and in the directory."""
    changed = bytearray(data)
    for signature, offset, header in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = 0
        while (at := changed.find(signature, at)) >= 0:
            if changed[at + header : at + header + len(name)] == name.encode():
                struct.pack_into("<I", changed, at + offset, size)
            at += 4
    return bytes(changed)


def test_a_member_larger_than_stated_is_not_believed():
    data = stated(handmade(), "xl/workbook.xml", 50)
    assert "unpacks to more" in refused(data, "hostile").message


def test_a_member_smaller_than_stated_is_damaged():
    refused(stated(handmade(), "xl/workbook.xml", 5000), "unreadable")


def test_two_members_of_one_name_are_refused():
    out = BytesIO(handmade())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    refused(out.getvalue(), "hostile")


def test_damaged_compressed_bytes_are_named():
    data = bytearray(handmade())
    at = data.find(b"xl/workbook.xml") + len("xl/workbook.xml")
    data[at : at + 20] = b"\xff" * 20
    refused(bytes(data), "unreadable")


def test_a_member_behind_the_end_of_the_file_is_damaged():
    data = bytearray(handmade())
    at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    while data[at + 46 : at + 61] != b"xl/workbook.xml":
        at = data.find(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", data, at + 42, len(data) - 10)
    refused(bytes(data), "unreadable")


@pytest.mark.parametrize("cut", [10, 300, 600])
def test_a_file_cut_short_is_damaged(cut):
    refused(handmade()[:cut], "unreadable")


def test_an_unknown_compression_is_refused():
    refused(zipped(handmade_parts(), zipfile.ZIP_BZIP2), "unreadable")


def test_stored_members_are_read():
    data = zipped(handmade_parts('<row r="1"><c r="A1"><v>1</v></c></row>'), zipfile.ZIP_STORED)
    assert kinds(read_file("a.xlsx", data)) == []


def test_an_encrypted_member_is_named_as_such():
    data = bytearray(handmade())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := data.find(signature, at)) >= 0:
            data[at + offset] |= 1
            at += 4
    refused(bytes(data), "encrypted")


def test_an_impossible_address_is_damaged():
    rows = "<row r='1'><c r='QQQQQQ1'><v>1</v></c></row>"
    refused(handmade(rows), "unreadable")


def test_a_row_that_is_no_number_is_damaged():
    refused(handmade("<row r='x'><c r='A1'><v>1</v></c></row>"), "unreadable")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_in_an_encoding_of_no_one_is_damaged(part):
    parts = handmade_parts()
    parts[part] = '<?xml version="1.0" encoding="UTF-F"?>' + parts[part]
    refused(zipped(parts), "unreadable")


def test_what_no_reader_foresees_is_a_damaged_file():
    rows = '<row r="1"><c r="A1" t="e"><v>#\udcff</v></c></row>'
    sheet = SHEET.format(before="", rows=rows, after="").encode("utf-8", "surrogateescape")
    raw = read_file("a.xlsx", handmade(sheet=sheet))
    assert kinds(raw) == ["unreadable"]


def test_deep_nesting_is_not_read_as_an_empty_sheet():
    depth = 20_000
    raw = read_file("a.xlsx", handmade(sheet="<a>" * depth))
    assert kinds(raw) == ["unreadable"]
