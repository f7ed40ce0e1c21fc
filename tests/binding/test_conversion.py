"""What people write in a cell, and what it means: by type, on the fast path and on the slow."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhenggai.binding.conversion import convert
from zhenggai.binding.quick import fast, plain
from zhenggai.binding.sql import identifier, nested
from zhenggai.binding.vocabulary import Column
from zhenggai.model.evidence import Field

D = dt.date


def column(type_, **more):
    field = Field(name="x", title="列", type=type_, **more)
    return Column(
        name="x",
        title="列",
        type=type_,
        columns=field.columns(),
        months=field.months,
        unit=field.unit,
        values=field.values,
        value_synonyms=field.value_synonyms,
    )


def run(con, made, texts):
    """Values (a tuple if there are several) and failed text of each text."""
    picks = ", ".join(f"{step.sql} AS {identifier(step.name)}" for step in made.values)
    source = nested("(SELECT unnest($1::VARCHAR[]) AS cell)", made.levels)
    rows = con.execute(
        f"SELECT cell, {picks}, {made.failed or 'NULL'} AS failed FROM {source}", [list(texts)]
    ).fetchall()
    return {
        cell: (values[0] if len(values) == 1 else tuple(values), failed)
        for cell, *values, failed in rows
    }


def value(con, type_, text, *, factor=1, percent=False, **more):
    made = convert(column(type_, **more), "cell", "k", factor=factor, percent=percent)
    return run(con, made, [text])[text]


READ = [
    ("integer", "6", 6),
    ("integer", "6人", 6),
    ("integer", "12 人次", 12),
    ("integer", "3个工作日", 3),
    ("integer", "12.0", 12),
    ("integer", "1,234", 1234),
    ("integer", "１２", 12),
    ("integer", "-3", -3),
    ("integer", "+3", 3),
    ("integer", "007", 7),
    ("decimal", "12.5", Decimal("12.5000")),
    ("decimal", "35.5升", Decimal("35.5000")),
    ("decimal", "1,200.25 km", Decimal("1200.2500")),
    ("decimal", ".5", Decimal("0.5000")),
    ("money", "1234.5", Decimal("1234.50")),
    ("money", "1,234.50", Decimal("1234.50")),
    ("money", "￥35", Decimal("35.00")),
    ("money", "¥ 35.00元", Decimal("35.00")),
    ("money", "人民币35元整", Decimal("35.00")),
    ("money", "(350.00)", Decimal("-350.00")),
    ("money", "（350）", Decimal("-350.00")),
    ("money", "−350", Decimal("-350.00")),
    ("money", "３５．５", Decimal("35.50")),
    ("money", "3.5万元", Decimal("35000.00")),
    ("money", "3.5万", Decimal("35000.00")),
    ("money", "0.12亿元", Decimal("12000000.00")),
    ("money", "1 234.50", Decimal("1234.50")),
    ("money", "-", Decimal("0.00")),
    ("money", "—", Decimal("0.00")),
    ("money", "无", Decimal("0.00")),
    ("money", "/", Decimal("0.00")),
    ("date", "2024-03-05", D(2024, 3, 5)),
    ("date", "2024-3-5", D(2024, 3, 5)),
    ("date", "2024/3/5", D(2024, 3, 5)),
    ("date", "2024.3.5", D(2024, 3, 5)),
    ("date", "2024. 03. 05", D(2024, 3, 5)),
    ("date", "20240305", D(2024, 3, 5)),
    ("date", "2024年3月5日", D(2024, 3, 5)),
    ("date", "2024 年 3 月 5 日", D(2024, 3, 5)),
    ("date", "２０２４年３月５日", D(2024, 3, 5)),
    ("date", "2024-03-05 00:00:00", D(2024, 3, 5)),
    ("date", "2024-03-05T10:30", D(2024, 3, 5)),
    ("date", "2024/3/5  14:30", D(2024, 3, 5)),
    ("date", "2024年3月5日14时30分", D(2024, 3, 5)),
    ("date", "2024年3月5日 上午9:00", D(2024, 3, 5)),
    ("date", "2024.3.5（星期二）", D(2024, 3, 5)),
    ("date", "45356", D(2024, 3, 5)),
    ("date", "45356.5", D(2024, 3, 5)),
    ("date", "二〇二四年三月五日", D(2024, 3, 5)),
    ("date", "二○二四年十二月二十一日", D(2024, 12, 21)),
    ("date", "二〇二四年十月三十日", D(2024, 10, 30)),
    ("date", "2024年十月三十一日", D(2024, 10, 31)),
    ("month", "2024-03", D(2024, 3, 1)),
    ("month", "2024年3月", D(2024, 3, 1)),
    ("month", "2024年03月份", D(2024, 3, 1)),
    ("month", "202403", D(2024, 3, 1)),
    ("month", "2024.3", D(2024, 3, 1)),
    ("month", "2024.10", D(2024, 10, 1)),
    ("month", "2024/12", D(2024, 12, 1)),
    ("month", "2024-03-05", D(2024, 3, 1)),
    ("month", "二〇二四年三月", D(2024, 3, 1)),
    ("percent", "95%", Decimal("0.950000")),
    ("percent", "９５％", Decimal("0.950000")),
    ("percent", "100%", Decimal("1.000000")),
    ("percent", "0.95", Decimal("0.950000")),
    ("percent", "5‰", Decimal("0.005000")),
    ("bool", "是", True),
    ("bool", "√", True),
    ("bool", " ✓ ", True),
    ("bool", "有", True),
    ("bool", "Y", True),
    ("bool", "TRUE", True),
    ("bool", "已公示", True),
    ("bool", "否", False),
    ("bool", "×", False),
    ("bool", "无", False),
    ("bool", "0", False),
    ("bool", "未公示", False),
    ("id_card", "11010519491231002X", "11010519491231002X"),
    ("id_card", "１１０１０５ 19491231 002x", "11010519491231002X"),
    ("uscc", "91110000600037341l".upper(), "91110000600037341L"),
    ("uscc", " 91110000600037341l ", "91110000600037341L"),
    ("person", "张三", "张三"),
    ("person", "张 三", "张三"),
    ("person", "张　三", "张三"),
    ("person", "张三（所长）", "张三"),
    ("person", "李四、王五", "李四、王五"),
    ("person", "李四，王五；赵 六", "李四、王五、赵六"),
    ("person", "李四\n王五", "李四、王五"),
    ("person", "张三丰 李四", "张三丰、李四"),
    ("person", "张三(34000012)、李四 34000013", "张三、李四"),
    ("person", "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
    ("person", "John Smith", "John Smith"),
    ("org", "某 某（县）公司", "某某(县)公司"),
    ("org", "某某公司", "某某公司"),
    ("text", " 两头有空白　", "两头有空白"),
    ("text", "无", "无"),
]


@pytest.mark.parametrize(("type_", "text", "expected"), READ)
def test_what_people_write_is_read(con, type_, text, expected):
    assert value(con, type_, text) == (expected, None)


@pytest.mark.parametrize(("type_", "text", "expected"), READ)
def test_the_fast_path_reads_the_same_or_nothing(con, type_, text, expected):
    made = fast(column(type_), "cell", "k")
    if made is None:
        assert type_ in {"percent", "id_card", "uscc"}
        return
    found, left = run(con, made, [text])[text]
    assert (found == expected and left is None) or (found is None and left == text)


UNREAD = [
    ("integer", "5+1"),
    ("integer", "约6人"),
    ("integer", "12.6"),
    ("integer", "1,23"),
    ("integer", "六"),
    ("integer", "1e3"),
    ("decimal", "12.5-13"),
    ("money", "叁万伍仟元整"),
    ("money", "35/36"),
    ("money", "1.2.3"),
    ("money", "约100元"),
    ("date", "24.3.5"),
    ("date", "24-03-05"),
    ("date", "2024年3月"),
    ("date", "2024.3"),
    ("date", "2024-13-05"),
    ("date", "2024-02-30"),
    ("date", "3月5日"),
    ("date", "2024.3.5-3.7"),
    ("date", "infinity"),
    ("date", "1899-12-31 08:30:00"),
    ("date", "2024115"),
    ("date", "81000"),
    ("month", "2024"),
    ("month", "2024.1"),
    ("month", "2024-13"),
    ("percent", "九成"),
    ("percent", "95-96%"),
    ("bool", "不详"),
    ("bool", "是（2024.3.5）"),
    ("person", None),
]


@pytest.mark.parametrize(("type_", "text"), UNREAD[:-1])
def test_what_cannot_be_read_is_null_and_named(con, type_, text):
    assert value(con, type_, text) == (None, text)


@pytest.mark.parametrize(("type_", "text"), UNREAD[:-1])
def test_the_fast_path_leaves_it_to_the_slow_one(con, type_, text):
    made = fast(column(type_), "cell", "k")
    assert made is None or run(con, made, [text])[text] == (None, text)


@pytest.mark.parametrize(
    "type_", ["integer", "decimal", "date", "month", "percent", "person", "org", "id_card", "uscc"]
)
@pytest.mark.parametrize(
    "mark", ["", " ", "-", "—", "——", "/", "\\", "无", "不适用", "待补", "N/A", "　"]
)
def test_marks_for_nothing_are_empty_and_no_trouble(con, type_, mark):
    assert value(con, type_, mark) == (None, None)


@pytest.mark.parametrize("mark", ["-", "—", "/", "\\", ""])
def test_strokes_are_empty_in_text_too(con, mark):
    assert value(con, "text", mark) == (None, None)


def test_a_stroke_is_no_answer_to_yes_or_no(con):
    assert value(con, "bool", "/") == (None, None)


def test_a_blank_money_cell_is_not_zero(con):
    assert value(con, "money", " ") == (None, None)
    assert value(con, "money", "待补") == (None, None)


def test_the_unit_of_the_heading_multiplies(con):
    assert value(con, "money", "1.2345", factor=10_000) == (Decimal("12345.00"), None)
    assert value(con, "money", "1,234.5", factor=1_000) == (Decimal("1234500.00"), None)


def test_the_unit_in_the_cell_wins_over_the_heading(con):
    assert value(con, "money", "35元", factor=10_000) == (Decimal("35.00"), None)
    assert value(con, "money", "3.5万元", factor=10_000) == (Decimal("35000.00"), None)


def test_a_month_is_an_interval_where_the_field_allows_it(con):
    months = {"months": True}
    assert value(con, "date", "2024年2月", **months) == (
        (None, D(2024, 2, 1), D(2024, 2, 29)),
        None,
    )
    assert value(con, "date", "2024.3.5", **months) == ((D(2024, 3, 5),) * 3, None)
    assert value(con, "date", "立行立改", **months) == ((None, None, None), "立行立改")


def test_a_heading_with_percent_divides_bare_figures(con):
    assert value(con, "percent", "95", percent=True) == (Decimal("0.950000"), None)
    assert value(con, "percent", "95%", percent=True) == (Decimal("0.950000"), None)


def test_an_enum_knows_its_values_and_their_other_names(con):
    enum = {"values": ("符合", "不符合"), "value_synonyms": {"不符合": ("不合格", "×")}}
    assert value(con, "enum", "符合", **enum) == ("符合", None)
    assert value(con, "enum", " 不 合 格", **enum) == ("不符合", None)
    assert value(con, "enum", "大概符合", **enum) == (None, "大概符合")
    assert value(con, "enum", "/", **enum) == (None, None)


def test_an_enum_may_have_no_other_names(con):
    made = convert(Column("x", "列", "enum", (("x", "VARCHAR"),), values=("甲",)), "cell", "k")
    assert run(con, made, [" 甲 "])[" 甲 "] == ("甲", None)


def test_a_word_for_nothing_may_be_a_value(con):
    assert value(con, "enum", "无", values=("有", "无")) == ("无", None)


def test_the_unit_of_the_field_may_follow_the_number(con):
    assert value(con, "decimal", "35.5 元/人", unit="元/人") == (Decimal("35.5000"), None)


@pytest.mark.parametrize(
    "text", ["110105194912310021", "11010519491231", "012345678901234567", "张三"]
)
def test_an_identity_card_that_cannot_be_right_keeps_its_text_and_is_named(con, text):
    assert value(con, "id_card", text) == (text, text)


def test_a_number_that_lost_its_digits_has_no_value(con):
    assert value(con, "id_card", "1.10101199003078e+17") == (None, "1.10101199003078e+17")


def test_a_code_of_another_length_keeps_its_text_and_is_named(con):
    assert value(con, "uscc", "340000123456789") == ("340000123456789", "340000123456789")


@given(
    type_=st.sampled_from(
        ["integer", "decimal", "money", "date", "month", "bool", "text", "org", "person"]
    ),
    text=st.one_of(
        st.text("0123456789.,-/年月日 张三公司（）()人元万√是否", min_size=1, max_size=12),
        st.integers().map(str),
        st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str),
        st.dates().map(str),
        st.dates().map(lambda day: f"{day.year}.{day.month}.{day.day}"),
        st.dates().map(lambda day: f"{day.year}年{day.month:02}月{day.day}日"),
        st.lists(st.text("张三李四", min_size=1, max_size=3), min_size=1).map("、".join),
    ),
)
@settings(max_examples=300, deadline=None)
def test_the_fast_path_never_disagrees_with_the_slow_one(shared_con, type_, text):
    one = column(type_)
    quick = run(shared_con, fast(one, "cell", "k"), [text])[text]
    slow = run(shared_con, convert(one, "cell", "k"), [text])[text]
    if quick[0] is not None:
        assert quick[0] == slow[0]
    if plain(one, text.strip()) and text == text.strip():
        assert quick[0] is not None
        assert slow[1] is None


@pytest.fixture(scope="module")
def shared_con():
    import duckdb

    with duckdb.connect() as session:
        yield session
