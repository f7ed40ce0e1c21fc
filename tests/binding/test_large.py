"""Sheets longer than what is looked at row by row, and delimited text that is read where it lies."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.binding.layout import HEAD
from zhenggai.model.raw import CsvText, RawSheet

HEADING = "接待时间,来访单位,来访人数,金额,备注"


@pytest.fixture(params=["csv", "grid"])
def large(request, binding, tmp_path):
    """Binds lines of delimited text, as a file on disk or as a grid."""

    def bind(lines, **more):
        rows = [tuple(cell or None for cell in line.split(",")) for line in lines]
        if request.param == "grid":
            return binding(RawSheet("大表", tuple(rows), len(rows), len(rows[0])), **more)
        file = tmp_path / "大'表.csv"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return binding(RawSheet("大表", CsvText(str(file), ","), len(rows), len(rows[0])), **more)

    return bind


def lines(count=HEAD * 6):
    return [HEADING, *(f"2024-03-{n % 28 + 1:02},单位{n},{n},{n}.50,平常" for n in range(count))]


def test_every_row_keeps_its_number(large):
    result = large(lines())
    (record,) = result.source.sheets
    assert record.rows.model_dump() == {
        "total": HEAD * 6 + 1, "data": HEAD * 6, "heading": 1, "notes": 0, "totals": 0, "blank": 0,
    }  # fmt: skip
    rows = result.rows()
    assert [row["_n"] for row in rows] == list(range(2, HEAD * 6 + 2))
    assert [row["guests"] for row in rows] == list(range(HEAD * 6))
    assert rows[7] == {
        "_n": 9, "day": dt.date(2024, 3, 8), "visitor": "单位7", "guests": 7, "cost": Decimal("7.50"), "remarks": "平常",
    }  # fmt: skip
    assert result.troubles == []


def test_rows_that_are_no_data_are_found_far_down(large):
    text = lines()
    text[1000] = "合 计,,5,,"
    text[1001] = ",,,,"
    text[1002] = HEADING
    text[1003] = "注：以上已核对,,,,"
    text[1004] = "-,无,,,"
    text[1005] = "2024-03-01,合计科技公司,1,2,平常"
    text[1006] = "2024-03-01,会计学会页岩公司,1,2,平常"
    result = large(text)
    (record,) = result.source.sheets
    assert record.rows.model_dump() == {
        "total": HEAD * 6 + 1, "data": HEAD * 6 - 5, "heading": 2, "notes": 1, "totals": 1, "blank": 2,
    }  # fmt: skip
    numbers = result.column("_n")
    assert not {1001, 1002, 1003, 1004, 1005} & set(numbers)
    assert {1006, 1007} <= set(numbers)
    assert [(kind, cell) for kind, cell, _text in result.troubles] == [("total-disagrees", "C1001")]


def test_what_the_fast_path_refuses_far_down_goes_the_slow_way(large):
    text = lines()
    text[1500] = "2024年3月5日,某 某（县）局, 6人 ,1234.5万元, 两头有空白 "
    text[1501] = "20240306,-,约6人,￥5,-"
    text[1502] = "3月, 某局,7,无, 　"
    result = large(text)
    rows = {row["_n"]: row for row in result.rows()}
    assert rows[1501] == {
        "_n": 1501, "day": dt.date(2024, 3, 5), "visitor": "某某(县)局", "guests": 6, "cost": Decimal("12345000.00"), "remarks": "两头有空白",
    }  # fmt: skip
    assert rows[1502] == {"_n": 1502, "day": dt.date(2024, 3, 6), "cost": Decimal("5.00")}
    assert rows[1503] == {"_n": 1503, "visitor": "某局", "guests": 7, "cost": Decimal("0.00")}
    assert sorted(result.troubles) == [
        ("not-converted", "A1503", "3月"),
        ("not-converted", "C1502", "约6人"),
    ]


def test_a_column_written_otherwise_throughout_is_read(large):
    text = [HEADING, *(f'2024.3.{n % 28 + 1},单位{n},{n}人,"",' for n in range(HEAD * 2))]
    text = [line.replace('""', "￥" + str(number)) for number, line in enumerate(text)]
    result = large(text)
    assert result.column("guests") == list(range(HEAD * 2))
    assert result.troubles == []


def test_a_second_table_far_down_a_grid_is_found(binding):
    rows = [tuple(line.split(",")) for line in lines()]
    rows[900:903] = [
        (None,) * 5,
        ("干部名册", *(None,) * 4),
        ("姓名", "身份证号", "出生年月", None, None),
    ]
    rows[903:] = [
        (f"张{chr(0x4E00 + n)}", None, "1990-01", None, None) for n in range(len(rows) - 903)
    ]
    result = binding(RawSheet("大表", tuple(rows), len(rows), 5))
    assert result.evidence == ["finance.receptions", "cadre.roster"]
    first, second = result.source.sheets
    assert (first.last_row, second.first_row, second.heading_rows) == (900, 901, (903,))
    assert (first.rows.data, second.rows.data) == (899, len(rows) - 903)
    assert first.rows.total + second.rows.total == len(rows)


def test_merges_far_down_are_filled(binding):
    rows = [("监管所", "被检查单位", "检查日期")] + [
        ("城关所", f"店{n}", "2024-03-05") for n in range(HEAD * 2)
    ]
    rows[600:602] = [("东关所", "甲", "2024-03-05"), (None, "乙", "2024-03-05")]
    result = binding(RawSheet("大表", tuple(rows), len(rows), 3, merges=((601, 1, 602, 1),)))
    stations = result.column("station")
    assert stations[599:602] == ["东关所", "东关所", "城关所"]


def test_a_byte_order_mark_and_quotes_are_no_part_of_cells(binding, tmp_path):
    file = tmp_path / "a.csv"
    text = [
        '"接待时间","来访单位","来访人数"',
        *(f'2024-03-05,"甲,""{n}""局",{n}' for n in range(500)),
    ]
    file.write_text("\n".join(text), encoding="utf-8-sig")
    result = binding(RawSheet("a", CsvText(str(file), ","), 501, 3), path="a.csv")
    assert result.column("guests") == list(range(500))
    assert result.rows()[0]["visitor"] == '甲,"0"局'


@pytest.mark.parametrize(
    "odd", ["", "2024-03-05,甲局", "2024-03-05,甲局,5,6", '2024-03-05,甲"局,"5']
)
def test_a_file_whose_rows_the_engine_finds_otherwise_is_refused(binding, tmp_path, odd):
    file = tmp_path / "a.csv"
    file.write_text(f"接待时间,来访单位,来访人数\n{odd}\n2024-03-05,甲局,5\n", encoding="utf-8")
    result = binding(RawSheet("a", CsvText(str(file), ","), 3, 3), path="a.csv")
    assert result.bound.tables == ()
    assert [one.kind.value for one in result.source.troubles] == ["unreadable"]
    assert result.source.unread


def test_days_without_strokes_are_read_at_once_and_others_beside_them(large):
    text = [HEADING, *(f"202403{n % 28 + 1:02},单位{n},{n},{n}.50,平常" for n in range(HEAD * 2))]
    for number, day in ((5, "2024-3-5"), (6, "2024.3.6"), (7, "20240230"), (700, "2024年3月9日")):
        text[number] = day + text[number][8:]
    result = large(text)
    rows = result.column("day")
    assert rows[:3] == [dt.date(2024, 3, 1), dt.date(2024, 3, 2), dt.date(2024, 3, 3)]
    assert rows[4:7] == [dt.date(2024, 3, 5), dt.date(2024, 3, 6), None]
    assert rows[699] == dt.date(2024, 3, 9)
    assert [one.text for one in result.source.troubles] == ["20240230"]
