"""The kind of a file is told by its content, whatever its name says."""

import hashlib
import struct
from io import BytesIO

import pytest
import xlwt
from books import handmade, kinds, written, zipped

from zhenggai.hooks import Reader
from zhenggai.model.raw import RawFile, RawSheet
from zhenggai.reading import READING_VERSION, read_file, read_path, sniff


def xls_bytes():
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "甲")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def ole(*names, root="Root Entry", size=512):
    """An OLE container whose root holds empty streams of these names, side by side."""
    entries = []
    for number, name in enumerate([root, *names]):
        stored = (name + "\0").encode("utf-16-le")
        right = number + 1 if 0 < number < len(names) else 0xFFFFFFFF
        child = 1 if number == 0 else 0xFFFFFFFF
        entries.append(
            stored.ljust(64, b"\0")
            + struct.pack(
                "<HBBIII", len(stored), 2 if number else 5, 1, 0xFFFFFFFF, right, child
            ).ljust(64, b"\0")
        )
    directory = b"".join(entries)
    sectors = -(-len(directory) // size)
    directory = directory.ljust(sectors * size, b"\0")
    chain = [*range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack(f"<{1 + len(chain)}I", 0xFFFFFFFD, *chain).ljust(size, b"\xff")
    header = bytearray(512)
    header[:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<H", header, 30, size.bit_length() - 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<II", header, 68, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    return bytes(header).ljust(size, b"\0") + table + directory


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("a.xls", handmade(), "xlsx"),
        ("a.et", xls_bytes(), "xls"),
        ("a.xlsx", xls_bytes(), "xls"),
        ("a.xlsm", zipped({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": b""}), "xlsm"),
        ("a", zipped({"xl/workbook.bin": b""}), "xlsb"),
        ("a.doc", zipped({"word/document.xml": "<a/>"}), "docx"),
        ("a", zipped({"ppt/presentation.xml": "<a/>"}), "pptx"),
        ("a", zipped({"OFD.xml": "<a/>"}), "ofd"),
        ("a", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        ("a", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        ("a", zipped({"mimetype": "text/plain"}), "zip"),
        ("a.xlsx", zipped({"材料/台账.xlsx": b""}), "zip"),
        ("a.zip", zipped({}), "zip"),
        ("a.xls", ole("Workbook"), "xls"),
        ("a.xls", ole("WORKBOOK"), "xls"),
        ("a.xls", ole("Book"), "xls"),
        ("a.doc", ole("Workbook", "1Table", "WordDocument"), "doc"),
        ("a.wps", ole("WordDocument", size=4096), "doc"),
        ("a.ppt", ole("PowerPoint Document"), "ppt"),
        ("a.xlsx", ole("EncryptionInfo", "EncryptedPackage"), "ole-encrypted"),
        ("a.doc", ole("\tDRMContent"), "ole-encrypted"),
        ("a.msi", ole("Something"), "ole"),
        ("a.xls", ole("Workbook", root="Root Entry")[:600], "ole"),
        ("a.xls", ole("Workbook")[:8], "ole"),
        ("a.txt", b"%PDF-1.7\n\xe2\xe3", "pdf"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "image"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0", "image"),
        ("a", b"Rar!\x1a\x07\x01\0", "archive"),
        ("a", b"7z\xbc\xaf\x27\x1c\0", "archive"),
        ("a", b"\x1f\x8b\x08\0", "archive"),
        ("a", b"SQLite format 3\0", "database"),
        ("a.exe", b"MZ\x90\0", "program"),
        ("a.xls", b"\x09\x08\x10\x00\x00\x06", "xls"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "html"),
        ("a.xls", b"  <!DOCTYPE html><p>", "html"),
        ("a.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "xml"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.xls", b"MIME-Version: 1.0\nContent-Type", "mhtml"),
        ("a.json", b'{"a": 1}', "json"),
        ("a.json", b"1", "json"),
        ("a.txt", "甲,乙\n1,2\n3,4\n".encode(), "csv"),
        ("a.csv", "说明：无\n".encode(), "csv"),
        ("a.txt", "一、总体情况\n全年平稳。\n".encode(), "txt"),
        ("a.md", "# 标题\n| a | b |\n| 1 | 2 |\n".encode(), "md"),
        ("BM.csv", b"BM,1\nMZ,2\n", "csv"),
        ("a.txt", "甲\t乙\n1\t2\n".encode("utf-16"), "csv"),
        ("a.txt", "甲\t乙\n1\t2\n".encode("gb18030"), "csv"),
        ("a.dat", b"\x00\x01\x02\x03", "unknown"),
        ("a.xlsx", b"", "empty"),
    ],
)
def test_content_decides(path, data, kind):
    assert sniff(path, data) == kind


def test_a_main_part_with_an_unusual_name_is_found_by_its_declared_type():
    types = (
        '<Types><Override PartName="/book.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    assert sniff("a.xlsx", zipped({"[Content_Types].xml": types, "book.xml": "<a/>"})) == "xlsx"
    assert sniff("a.xlsx", zipped({"[Content_Types].xml": "<Types/>"})) == "zip"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", "empty", "no bytes"),
        (ole("EncryptedPackage"), "encrypted", "password"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not-machine-readable", "picture"),
        (ole("WordDocument"), "unsupported", ".docx"),
        (ole("PowerPoint Document"), "unsupported", "presentation"),
        (ole("Something"), "unsupported", "damaged"),
        (b"<html><table>", "unsupported", ".xlsx"),
        (b'<?xml version="1.0"?><Workbook/>', "unsupported", ".xlsx"),
        (zipped({"OFD.xml": "<a/>"}), "unsupported", "OFD"),
        (zipped({"台账.xlsx": b""}), "unsupported", "unpack"),
        (b"Rar!\x1a\x07\x01\0", "unsupported", "unpack"),
        (b"\x00\x01\x02", "unsupported", "no known kind"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(data, kind, words):
    raw = read_file("材料/文件", data)
    assert kinds(raw) == [kind]
    assert words in raw.troubles[0].message
    assert raw.troubles[0].blocking
    assert raw.troubles[0].path == "材料/文件"
    assert raw.size == len(data)


def test_the_hash_is_of_the_bytes_that_were_read():
    data = b"a,b\n1,2\n"
    assert read_file("a.csv", data).sha256 == hashlib.sha256(data).hexdigest()
    assert READING_VERSION


def test_a_file_is_read_by_path_once_and_hashed(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"a,b\n1,2\n")
    assert read_path("sub/a.csv", str(file)) == read_file("sub/a.csv", file.read_bytes())


def test_a_file_that_is_not_there_is_a_trouble(tmp_path):
    raw = read_path("a.csv", str(tmp_path / "a.csv"))
    assert kinds(raw) == ["unreadable"]
    assert raw.troubles[0].blocking


def test_a_file_that_keeps_changing_is_a_trouble(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_bytes(b"a")
    read_bytes = type(file).read_bytes

    def read_and_grow(path):
        data = read_bytes(path)
        path.write_bytes(data + b"x")
        return data

    monkeypatch.setattr(type(file), "read_bytes", read_and_grow)
    raw = read_path("a.csv", str(file))
    assert kinds(raw) == ["unreadable"]
    assert "changed while" in raw.troubles[0].message


def _plugin_sheet(path, data):
    return RawFile(path, "", 0, "odd", sheets=(RawSheet("表", ((data.decode(),),), 1, 1),))


def _plugin_that_fails(_path, _data):
    raise ValueError("no such thing")


def test_a_plugin_reads_what_has_its_first_bytes():
    reader = Reader("odd", (".odd",), _plugin_sheet, magic=(b"ODD",))
    raw = read_file("a.csv", b"ODD,1", readers=[reader])
    assert (raw.format, raw.sheets[0].grid, raw.size) == ("odd", (("ODD,1",),), 5)
    assert len(raw.sha256) == 64
    assert read_file("a.odd", b"a,b\n1,2\n", readers=[reader]).format == "csv"


def test_a_plugin_reads_a_suffix_only_where_the_core_reads_nothing():
    reader = Reader("odd", (".odd",), _plugin_sheet)
    assert read_file("a.ODD", b"\x01\x02", readers=[reader]).format == "odd"
    assert read_file("a.odd", b"a,b\n1,2\n", readers=[reader]).format == "csv"
    assert kinds(read_file("a.dat", b"\x01\x02", readers=[reader])) == ["unsupported"]


def test_a_plugin_that_fails_is_a_named_trouble():
    reader = Reader("odd", (".odd",), _plugin_that_fails)
    raw = read_file("a.odd", b"\x01\x02", readers=[reader])
    assert kinds(raw) == ["unreadable"]
    assert "odd: no such thing" in raw.troubles[0].message


def test_a_workbook_by_xlsxwriter_is_what_it_says():
    assert sniff("a", written(lambda book: book.add_worksheet())) == "xlsx"
