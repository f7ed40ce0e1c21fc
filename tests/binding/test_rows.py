"""Each row is exactly one of data, heading, totals, notes, blank; and the engine's hint misses none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhenggai.binding.loading import trimmed
from zhenggai.binding.rows import Judge, RowClass, total_word

HEADING = {1: "接待时间", 2: "来访单位", 3: "来访人数", 4: "金额"}
JUDGE = Judge(6, (1, 2, 3, 4), {place: frozenset({text}) for place, text in HEADING.items()})


def judge(line):
    cells = [cell.strip() or None for cell in line.split("|")]
    return JUDGE.judge([*cells, *(None,) * (6 - len(cells))])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1|2024-03-05|某局|5|300|", RowClass.DATA),
        ("1||合计科技公司|5|300|", RowClass.DATA),
        ("||某局|||", RowClass.DATA),
        ("1|2024-03-05||||", RowClass.DATA),
        ("1|-|某局|5|无|", RowClass.DATA),
        ("||||||", RowClass.BLANK),
        ("15|||||", RowClass.BLANK),
        ("（3）|||||", RowClass.BLANK),
        ("|-|/|无||", RowClass.BLANK),
        ("合计|||5|300|", RowClass.TOTALS),
        ("合 计|||5|300|", RowClass.TOTALS),
        ("合　计：|||5|300|", RowClass.TOTALS),
        ("|2024-03-31|本月合计|5|300|", RowClass.TOTALS),
        ("3|2024-03-31|本年累计|5|300|", RowClass.TOTALS),
        ("承前页||||300|", RowClass.TOTALS),
        ("过 次 页||||300|", RowClass.TOTALS),
        ("城关所小计|||5||", RowClass.TOTALS),
        ("合计（大写）：叁佰元||||300|", RowClass.TOTALS),
        ("序号|接待时间|来访单位|来访人数|金额|备注", RowClass.HEADING),
        ("|接待时间|来访 单位|||", RowClass.HEADING),
        ("注：以上数据截至三月|||||", RowClass.NOTES),
        ("备  注：无|||||", RowClass.NOTES),
        ("制表人：张三|||审核人：李四||", RowClass.NOTES),
        ("填报单位（盖章）：某局|||||", RowClass.NOTES),
        ("示例|2024-01-01|某单位|3|100|", RowClass.NOTES),
        ("（必填）|（必填）|（必填）|||", RowClass.NOTES),
        ("一、城关市场监管所|||||", RowClass.NOTES),
        (
            "本表由各股室于每月五日前填报，逾期未报的按照有关规定予以通报，请认真核对。|||||",
            RowClass.NOTES,
        ),
        ("|||||仅有备注", RowClass.NOTES),
    ],
)
def test_a_row_is_what_it_says(line, expected):
    assert judge(line) is expected


def test_the_word_of_a_totals_row_has_no_blanks():
    assert total_word(["合　 计", None]) == "合计"
    assert total_word(["2024-03-31", None, "本 月 合 计"]) == "本月合计"
    assert total_word(["一", "二", "三", "合计"]) == ""


def test_a_table_of_one_column_has_no_lone_notes():
    one = Judge(1, (0,), {0: frozenset({"姓名"})})
    assert one.judge(["一、这是名字"]) is RowClass.DATA
    assert one.judge(["姓名"]) is RowClass.HEADING


CELLS = st.sampled_from(
    [None, "", " ", "1", "2024-03-05", "某局", "合计", "小 计", "本月合计", "会计", "注：无", "制表人：", "接待时间",
     "来访单位", "来访 人数", "金额", "-", "无", "一、城关所", "示例", "说明", "长" * 31, "过次页"]
)  # fmt: skip


@given(rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_the_engine_suspects_every_row_that_is_not_data(shared_con, rows):
    names = [f"c{number}" for number in range(6)]
    values = {1: "TRY_CAST(c1 AS DATE)", 3: "TRY_CAST(c3 AS BIGINT)"}
    picks = ", ".join(f"unnest(${n + 1}::VARCHAR[]) AS {name}" for n, name in enumerate(names))
    # the engine sees cells as the fast path leaves them; blanks around them are looked at again
    plain = [[cell if cell is None else cell.strip() or None for cell in row] for row in rows]
    found = shared_con.execute(
        f"SELECT {JUDGE.suspicious(names, values)} FROM (SELECT {picks})",
        [list(column) for column in zip(*plain, strict=True)],
    ).fetchall()
    for row, (suspected,) in zip(plain, found, strict=True):
        if JUDGE.judge(trimmed(row)) is not RowClass.DATA:
            assert suspected, row


@pytest.fixture(scope="module")
def shared_con():
    import duckdb

    with duckdb.connect() as session:
        yield session
