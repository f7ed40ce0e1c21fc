"""Delimited text: every row at its number, ragged ones named, large files left to DuckDB."""

from pathlib import Path

import pytest
from books import kinds, rows_of

from zhenggai.model.raw import CsvText
from zhenggai.reading import limits, read_file
from zhenggai.reading.delimited import _lines
from zhenggai.reading.delimiter import find_delimiter

TABLE = "单位,人数,备注\n甲局,3,无\n乙局,4,\n"
ROWS = (("单位", "人数", "备注"), ("甲局", "3", "无"), ("乙局", "4", None))


def only(data, path="台账.csv", **more):
    raw = read_file(path, data, **more)
    assert len(raw.sheets) == 1
    return raw.sheets[0]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
    ],
)
def test_the_encoding_is_told_by_its_mark_or_by_strict_decoding(encoding, named):
    raw = read_file("台账.csv", TABLE.encode(encoding))
    assert rows_of(raw.sheets[0]) == ROWS
    assert raw.facts == {"encoding": named, "delimiter": ","}


def test_big_endian_utf_16_has_a_mark_too():
    data = b"\xfe\xff" + TABLE.encode("utf-16-be")
    assert rows_of(only(data)) == ROWS


def test_a_character_that_only_gb18030_has_is_read():
    assert rows_of(only("姓名,数\n䶮,1\n𠮷,2\n".encode("gb18030")))[1:] == (
        ("䶮", "1"),
        ("𠮷", "2"),
    )


@pytest.mark.parametrize(
    "data", [b"a,b\n\xe9\xff,1\n", b"\xef\xbb\xbfa,\xff\n", b"a,b\n" * 2000 + b"\0,1\n"]
)
def test_a_text_in_no_known_encoding_is_named(data):
    raw = read_file("a.csv", data)
    assert kinds(raw) == ["encoding"]
    assert raw.troubles[0].blocking


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_the_one_that_stands_evenly(delimiter):
    data = TABLE.replace(",", delimiter).replace("无", "a,b" if delimiter != "," else "无")
    raw = read_file("台账.csv", data.encode())
    assert raw.facts["delimiter"] == delimiter
    assert raw.sheets[0].columns == 3


def test_a_text_of_one_column_has_no_delimiter():
    assert rows_of(only("名单\n张三\n李四\n".encode())) == (("名单",), ("张三",), ("李四",))


def test_sentences_with_commas_are_no_table():
    assert find_delimiter(["In short, yes.", "No.", "Well, it is, as said, late."]) is None
    assert find_delimiter(["a,b"]) is None
    assert find_delimiter(["a,b"], even=0.0) == ","


def test_quotes_hold_delimiters_quotes_and_line_ends():
    data = 'a,b\n"x, ""y""","第一行\n第二行"\n3,4\n'.encode()
    assert rows_of(only(data)) == (("a", "b"), ('x, "y"', "第一行\n第二行"), ("3", "4"))


def test_blank_rows_keep_their_place_and_those_at_the_end_go():
    assert rows_of(only(b"a,b\r\n\r\n1,2\r\n,\r\n\r\n")) == (("a", "b"), (None, None), ("1", "2"))


def test_ragged_rows_are_kept_and_named():
    raw = read_file("台账.csv", b"a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3,\n,,\n")
    assert rows_of(raw.sheets[0]) == (
        ("a", "b", "c", None),
        ("1", "2", "3", None),
        ("4", "5", None, None),
        ("6", "7", "8", "9"),
        ("1", "2", "3", None),
    )
    assert [(t.kind.value, t.cell, t.blocking) for t in raw.troubles] == [
        ("ragged", "A3", False),
        ("ragged", "A4", False),
    ]


def test_beyond_a_thousand_ragged_rows_are_counted(monkeypatch):
    monkeypatch.setattr(limits, "MAX_NAMED", 2)
    raw = read_file("a.csv", b"a,b,c\n" * 9 + b"1,2\n" * 5)
    assert len(raw.troubles) == 3
    assert raw.troubles[-1].message.startswith("3 more rows")


@pytest.mark.parametrize("data", [b'a,b\n"x,1\n', b'a,b\n"x"y,1\n', b"a,b\n" + b"x" * 200_000])
def test_quotes_that_do_not_pair_up_are_named_with_their_line(data):
    raw = read_file("a.csv", data)
    assert kinds(raw) == ["unreadable"]
    assert "line" in raw.troubles[0].message
    assert raw.sheets == ()


def test_a_file_of_line_ends_is_empty():
    assert kinds(read_file("a.csv", b"\n\n\n")) == ["empty"]


def test_a_sheet_is_named_after_its_file():
    assert only(TABLE.encode(), "财务/2026.接待.csv").name == "2026.接待"


@pytest.mark.parametrize("size", [1, 2, 3, 4, 100])
def test_line_ends_of_any_kind_are_found_wherever_the_text_is_cut(size):
    text = "a,b\r\n1,2\r3,4\n\r\n5,6\r"
    pieces = iter([text[at : at + size] for at in range(0, len(text), size)])
    assert list(_lines(pieces)) == ["a,b\n", "1,2\n", "3,4\n", "\n", "5,6\n"]


@pytest.fixture
def _large(monkeypatch):
    monkeypatch.setattr(limits, "SMALL_TEXT", 20)


def on_disk(tmp_path, data):
    file = tmp_path / "source.csv"
    file.write_bytes(data)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    raw = read_file("台账.csv", data, location=str(file), scratch=str(scratch))
    return raw, raw.sheets[0], file, list(scratch.iterdir())


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_large_regular_file_is_left_to_duckdb_where_it_lies(tmp_path, end, line, mark):
    text = mark + (TABLE + '"丙, ""局""",,"x"' + end).replace("\n", line)
    _raw, sheet, file, copies = on_disk(tmp_path, text.encode())
    assert sheet.grid == CsvText(str(file), ",")
    assert copies == []
    assert rows_of(sheet) == (*ROWS, ('丙, "局"', None, "x"))


IRREGULAR = {
    "blank row": "a,b\n\n1,2\n3,4\n5,6\n7,8\n",
    "ragged": "a,b\n1,2\n3\n4,5\n6,7\n8,9\n0,1\n",
    "broken cell": 'a,b\n"1\n2",3\n4,5\n6,7\n8,9\n',
    "quote inside": 'a,b\n1"2,3\n4,5\n6,7\n8,9\n0,1\n',
    "lone return": "a,b\r1,2\r3,4\n5,6\n7,8\n9,0\n",
    "mixed line ends": "a,b\r\n1,2\n3,4\n5,6\n7,8\n9,0\n",
}


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("text", IRREGULAR.values(), ids=IRREGULAR)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_large_irregular_file_is_written_anew_with_the_same_rows(
    tmp_path, monkeypatch, text, encoding
):
    data = text.encode(encoding)
    raw, sheet, file, copies = on_disk(tmp_path, data)
    assert sheet.grid.path == str(copies[0])
    assert sheet.grid.path != str(file)
    monkeypatch.setattr(limits, "SMALL_TEXT", 10_000)
    small = read_file("台账.csv", data)
    assert rows_of(sheet) == rows_of(small.sheets[0])
    assert raw.troubles == small.troubles


@pytest.mark.usefixtures("_large")
def test_a_large_file_in_gb18030_is_recoded(tmp_path):
    _raw, sheet, _file, copies = on_disk(tmp_path, TABLE.encode("gb18030"))
    assert Path(sheet.grid.path) == copies[0]
    assert copies[0].read_text(encoding="utf-8") == TABLE
    assert rows_of(sheet) == ROWS


@pytest.mark.usefixtures("_large")
def test_a_delimiter_that_may_be_half_a_character_is_not_searched_for(tmp_path):
    data = TABLE.replace(",", "|").encode("gb18030")
    _raw, sheet, _file, _copies = on_disk(tmp_path, data)
    assert rows_of(sheet) == ROWS


@pytest.mark.usefixtures("_large")
def test_without_a_place_for_a_copy_the_rows_are_parsed_here():
    assert rows_of(only(TABLE.encode("gb18030"))) == ROWS
    assert rows_of(only(TABLE.encode())) == ROWS


@pytest.mark.usefixtures("_large")
def test_a_large_file_of_one_column_keeps_its_blank_rows(tmp_path):
    _raw, sheet, _file, _copies = on_disk(tmp_path, "名单\n\n张三\n李四\n".encode())
    assert rows_of(sheet) == (("名单",), (None,), ("张三",), ("李四",))


@pytest.mark.usefixtures("_large")
def test_a_line_longer_than_duckdb_reads_is_irregular(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_LINE", 30)
    _raw, _sheet, _file, copies = on_disk(tmp_path, b"a,b\n" + b"x" * 40 + b",1\n2,3\n")
    assert copies


@pytest.mark.usefixtures("_large")
def test_a_large_file_of_blank_rows_is_empty(tmp_path):
    raw, sheet, _file, _copies = on_disk(tmp_path, b"\n" * 50)
    assert kinds(raw) == []
    assert all(cell is None for row in rows_of(sheet) for cell in row)
