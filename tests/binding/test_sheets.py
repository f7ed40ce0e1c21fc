"""Whole sheets, as they come: found, matched, typed, counted, and every oddity named."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.binding.result import SHOWN

D = dt.date

LEDGER = """
国内公务接待台账
填报单位：某局||||||单位：元
序号|接待时间|来访单位|来访人数|陪餐人数|金额|备注
1|2024.3.5|市市监局|6人|2|350.00|
2|2024年3月6日|邻县 市监局|3|1|1,200|
"""


def test_a_ledger_with_title_lines_is_read(binding, sheet):
    result = binding(sheet(LEDGER))
    assert result.rows() == [
        {
            "_n": 4,
            "day": D(2024, 3, 5),
            "visitor": "市市监局",
            "guests": 6,
            "companions": 2,
            "cost": Decimal("350.00"),
        },
        {
            "_n": 5,
            "day": D(2024, 3, 6),
            "visitor": "邻县市监局",
            "guests": 3,
            "companions": 1,
            "cost": Decimal("1200.00"),
        },
    ]
    (record,) = result.source.sheets
    assert (record.evidence, record.heading_rows, record.unmatched) == (
        "finance.receptions",
        (3,),
        ("序号",),
    )
    assert record.rows.model_dump() == {
        "total": 5,
        "data": 2,
        "heading": 1,
        "notes": 2,
        "totals": 0,
        "blank": 0,
    }
    assert [(one.field, one.column, one.how) for one in record.columns][:2] == [
        ("day", "B", "title"),
        ("visitor", "C", "title"),
    ]
    assert result.troubles == []


def test_columns_keep_the_order_and_the_types_of_the_evidence(binding, sheet, declared, con):
    result = binding(sheet(LEDGER))
    found = con.execute(f"DESCRIBE {result.bound.tables[0].select}").fetchall()
    assert [(name, kind) for name, kind, *_rest in found] == [
        ("_n", "BIGINT"),
        *declared["finance.receptions"].columns(),
    ]


def test_addresses_are_those_of_the_sheet(binding, sheet):
    result = binding(
        sheet("接待时间|来访单位|来访人数\n2024-03-05|甲局|五", first_row=4, first_column=3)
    )
    assert [row["_n"] for row in result.rows()] == [5]
    assert result.troubles == [("not-converted", "E5", "五")]
    assert [one.column for one in result.source.sheets[0].columns] == ["C", "D", "E"]


def test_totals_notes_blanks_and_repeated_headings_are_no_data(binding, sheet):
    result = binding(
        sheet(
            LEDGER
            + "合 计|||9|3|1550|\n||||||\n序号|接待时间|来访单位|来访人数|陪餐人数|金额|备注\n"
            + "3|2024-03-07|丙局|2|1|100|\n注：以上为一季度数。||||||\n制表人：张三||审核人：李四||||"
        )
    )
    (record,) = result.source.sheets
    assert record.rows.model_dump() == {
        "total": 11, "data": 3, "heading": 2, "notes": 4, "totals": 1, "blank": 1,
    }  # fmt: skip
    assert result.column("_n") == [4, 5, 9]
    assert result.troubles == []


def test_a_unit_in_the_heading_multiplies(binding, sheet):
    result = binding(sheet("接待时间|来访单位|来访人数|金额（万元）\n2024-03-05|甲局|5|0.1234"))
    assert result.column("cost") == [Decimal("1234.00")]
    assert result.source.sheets[0].columns[3].factor == 10_000


def test_a_unit_over_the_heading_multiplies_unless_the_heading_has_one(binding, sheet):
    text = "单位：万元|||\n接待时间|来访单位|来访人数|{}\n2024-03-05|甲局|5|2"
    assert binding(sheet(text.format("金额")), path="a.xlsx").column("cost") == [
        Decimal("20000.00")
    ]
    assert binding(sheet(text.format("金额（元）")), path="b.xlsx").column("cost") == [
        Decimal("2.00")
    ]


def test_cells_that_do_not_convert_are_null_and_named(binding, sheet):
    result = binding(
        sheet("接待时间|来访单位|来访人数|陪餐人数\n2024-03-05|甲局|5+1|约3人\n3月|乙局|2|/")
    )
    assert result.column("guests") == [None, 2]
    assert result.column("companions") == [None, None]
    assert sorted(result.troubles) == [
        ("not-converted", "A3", "3月"),
        ("not-converted", "C2", "5+1"),
        ("not-converted", "D2", "约3人"),
    ]
    assert {one.field for one in result.source.troubles} == {"day", "guests", "companions"}


def test_many_troubles_are_counted_but_not_all_listed(binding, sheet):
    rows = "\n".join("2024-03-05|甲局|多人" for _number in range(SHOWN + 30))
    result = binding(sheet(f"接待时间|来访单位|来访人数\n{rows}"))
    assert len(result.source.troubles) == SHOWN
    assert result.source.trouble_count == SHOWN + 30


def test_the_text_of_a_personal_field_is_masked(binding, sheet):
    result = binding(sheet("姓名|身份证号\n张三|110105194912310021"))
    (trouble,) = result.source.troubles
    assert trouble.text == "110***********0021"
    assert result.column("id_card") == ["110105194912310021"]


def test_digits_lost_in_a_number_are_named_as_such(binding, sheet):
    result = binding(sheet("姓名|身份证号\n张三|1.10101199003078e+17"))
    assert [one.kind.value for one in result.source.troubles] == ["lost-digits"]
    assert result.column("id_card") == [None]


def test_a_missing_required_column_is_named_with_what_looks_like_it(binding, sheet):
    result = binding(sheet("国内公务接待台账||\n接待时间|来访单位|来访的人数\n2024-03-05|甲局|5"))
    (record,) = result.source.sheets
    assert (record.evidence, record.missing) == ("finance.receptions", ("guests",))
    assert [one.kind.value for one in result.source.troubles] == ["missing-field"]
    assert "来访的人数" in result.source.troubles[0].message
    assert result.rows() == [{"_n": 3, "day": D(2024, 3, 5), "visitor": "甲局"}]


def test_a_missing_column_without_a_likeness_is_named_alone(binding, sheet):
    result = binding(sheet("国内公务接待台账||\n接待时间|来访单位|ABC\n2024-03-05|甲局|5"))
    assert result.source.troubles[0].message == "no column “来访人数” was found"


def test_an_unknown_sheet_is_named_and_gives_no_rows(binding, sheet):
    result = binding(sheet("甲|乙\n1|2"))
    assert result.evidence == [None]
    assert [one.kind.value for one in result.source.troubles] == ["not-recognised"]
    assert result.bound.tables == ()


def test_a_sheet_whose_headings_fit_badly_names_its_candidates(binding, sheet):
    result = binding(sheet("接待时间|颜色|大小|重量|形状|气味\n2024-03-05|红|大|1|圆|香\n"))
    assert result.evidence == [None]
    assert result.source.sheets[0].candidates == () or result.source.sheets[0].confidence < 0.45
    assert result.source.troubles[0].kind.value == "not-recognised"


def test_a_title_alone_binds_nothing(binding, sheet):
    result = binding(sheet("国内公务接待台账\n甲|乙|丙\n1|2|3"))
    assert result.evidence == [None]


def test_a_sheet_of_nothing_is_no_trouble(binding, sheet):
    assert binding(sheet("||\n||")).troubles == []


def test_an_unread_file_named_like_an_evidence_weighs(binding, sheet):
    result = binding(sheet("甲|乙\n1|2"), path="2024年国内公务接待台账.xlsx")
    assert result.source.likely == ("finance.receptions",)
    assert result.source.unread


def test_a_cover_sheet_beside_the_ledger_does_not_weigh(binding, sheet):
    result = binding(
        sheet("甲|乙\n1|2", "封面"), sheet(LEDGER.strip(), "台账"), path="国内公务接待台账.xlsx"
    )
    assert result.evidence == [None, "finance.receptions"]
    assert not result.source.unread


def test_two_row_headings_with_merges_are_read(binding, sheet):
    result = binding(
        sheet(
            "党支部名称|会议类型|会议情况|||\n|||实际|参会|\n||计划会议时间|会议时间|应到|实到\n"
            "第一支部|党课|2024-01-01|2024-01-05|10|9",
            merges=((1, 3, 1, 6), (1, 1, 3, 1), (1, 2, 3, 2), (2, 5, 2, 6)),
        )
    )
    assert result.rows() == [
        {
            "_n": 4,
            "branch": "第一支部",
            "kind": "党课",
            "held": D(2024, 1, 5),
            "due": 10,
            "present": 9,
        }
    ]
    assert result.source.sheets[0].heading_rows == (1, 2, 3)


def test_two_row_headings_without_merges_are_read(binding, sheet):
    result = binding(
        sheet(
            "党支部名称|会议类型|计划||实际|\n||会议时间|应到|会议时间|实到\n"
            "第一支部|党课|2024-01-01|10|2024-01-05|9"
        )
    )
    assert result.rows() == [
        {
            "_n": 3,
            "branch": "第一支部",
            "kind": "党课",
            "held": D(2024, 1, 5),
            "due": 10,
            "present": 9,
        }
    ]


def test_a_row_that_numbers_the_columns_belongs_to_the_heading(binding, sheet):
    result = binding(sheet("接待时间|来访单位|来访人数|金额\n1|2|3|4\n2024-03-05|甲局|5|6\n"))
    assert result.source.sheets[0].heading_rows == (1, 2)
    assert result.column("_n") == [3]


def test_the_title_wins_over_a_synonym_for_the_same_field(binding, sheet):
    result = binding(sheet("接待时间|日期|来访单位|来访人数\n2024-03-05|2024-03-09|甲局|5"))
    assert result.column("day") == [D(2024, 3, 5)]
    assert result.source.sheets[0].unmatched == ("日期",)


def test_two_columns_of_one_heading_are_both_left(binding, sheet):
    result = binding(
        sheet("国内公务接待台账|||\n接待时间|来访单位|来访单位|来访人数\n2024-03-05|甲局|乙局|5")
    )
    kinds = sorted(one.kind.value for one in result.source.troubles)
    assert kinds == ["ambiguous", "missing-field"]
    assert result.column("visitor") == [None]
    assert "B C" in next(one.message for one in result.source.troubles if one.kind == "ambiguous")


def test_merged_cells_apply_to_each_row_but_numbers_once(binding, sheet):
    result = binding(
        sheet(
            "监管所|被检查单位|检查日期|检查人员|合格率\n城关所|甲店|2024-03-05|张三|95%\n|乙店|2024-03-06||\n|丙店|2024-03-07|李四|80%",
            merges=((2, 1, 4, 1), (2, 4, 3, 4), (2, 5, 3, 5)),
        )
    )
    assert result.column("station") == ["城关所"] * 3
    assert result.column("officers") == ["张三", "张三", "李四"]
    assert result.column("rate") == [Decimal("0.950000"), None, Decimal("0.800000")]


def test_blanks_without_a_merge_stay_blank(binding, sheet):
    result = binding(sheet("监管所|被检查单位|检查日期\n城关所|甲店|2024-03-05\n|乙店|2024-03-06"))
    assert result.column("station") == ["城关所", None]


def test_fill_down_takes_the_value_above_within_the_data(binding, sheet):
    result = binding(
        sheet(
            "凭证日期|凭证号|摘要|科目编码|借方金额|贷方金额\n2024-03-05|记-1|办公用品|5001|100|\n||办公用品|1002||100\n"
            "|本月合计|||100|100\n2024-03-06|记-2|差旅|5001|50|\n||差旅|1002||50"
        )
    )
    assert result.column("number") == ["记-1", "记-1", "记-2", "记-2"]
    assert result.column("day") == [D(2024, 3, 5)] * 2 + [D(2024, 3, 6)] * 2
    assert result.column("debit") == [Decimal("100.00"), None, Decimal("50.00"), None]
    assert result.troubles == []


def test_percents_without_their_sign_are_scaled_by_the_column(binding, sheet):
    text = "监管所|被检查单位|检查日期|合格率\n{}"
    rows = [f"城关所|店{n}|2024-03-05|{rate}" for n, rate in enumerate(("95", "100", "98%", "1"))]
    result = binding(sheet(text.format("\n".join(rows))))
    assert result.column("rate") == [
        Decimal("0.950000"),
        Decimal("1.000000"),
        Decimal("0.980000"),
        Decimal("0.010000"),
    ]
    assert result.troubles == []


def test_a_fraction_among_whole_percents_is_not_guessed(binding, sheet):
    result = binding(
        sheet(
            "监管所|被检查单位|检查日期|合格率\n城关所|甲|2024-03-05|95\n城关所|乙|2024-03-05|0.95"
        )
    )
    assert result.column("rate") == [Decimal("0.950000"), None]
    assert [(kind, cell) for kind, cell, _text in result.troubles] == [("not-converted", "D3")]


def test_error_cells_and_bare_formulas_in_matched_columns_are_named(binding, sheet):
    result = binding(
        sheet(
            "接待时间|来访单位|来访人数|金额|颜色\n2024-03-05|甲局|||\n|||||\n",
            errors={(2, 3): "#REF!", (2, 5): "#DIV/0!", (3, 4): "#N/A"},
            bare_formulas=frozenset({(2, 4)}),
        )
    )
    assert sorted(result.troubles) == [
        ("error-cell", "C2", "#REF!"),
        ("error-cell", "D3", "#N/A"),
        ("formula-without-value", "D2", "="),
    ]
    (record,) = result.source.sheets
    assert (record.error_cells, record.bare_formulas) == (2, 1)
    assert record.rows.data == 2


def test_a_total_that_disagrees_is_named_with_both_figures(binding, sheet):
    result = binding(sheet(LEDGER + "合计|||9|3|1600|"))
    (trouble,) = result.source.troubles
    assert (trouble.kind.value, trouble.cell, trouble.text, trouble.expected) == (
        "total-disagrees", "F6", "1600", "1550",
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "a|10\nb|20\n小计|30\nc|5\n小计|5\n合计|35",
        "a|10\n本月合计|10\n本年累计|10\nb|5\n本月合计|5\n本年累计|15",
        "a|10\n合计|10\nb|5\n合计|5\n合计|15",
        "合计|15\na|10\nb|5",
        "承前页|999\na|10\n过次页|1009",
        "a|10\n合计|",
    ],
)
def test_nested_and_running_totals_agree(binding, sheet, rows):
    lines = [line.split("|") for line in rows.split("\n")]
    text = "\n".join(
        f"{name}|2024-03-05|摘要|5001|{amount}"
        if "计" not in name and "页" not in name
        else f"{name}||||{amount}"
        for name, amount in lines
    )
    result = binding(sheet(f"凭证号|凭证日期|摘要|科目编码|借方金额\n{text}"))
    assert result.troubles == []


def test_a_subtotal_is_compared_with_its_own_rows(binding, sheet):
    result = binding(
        sheet(
            "凭证号|凭证日期|摘要|科目编码|借方金额\n1|2024-03-05|x|5001|10\n小计||||10\n2|2024-03-05|x|5001|5\n小计||||6"
        )
    )
    assert [(one.cell, one.text, one.expected) for one in result.source.troubles] == [
        ("E5", "6", "5")
    ]


def test_a_column_with_an_unread_cell_is_not_summed(binding, sheet):
    result = binding(sheet(LEDGER + "3|2024-03-07|丙局|多人|1|10|\n合计|||99|4|1560|"))
    assert [kind for kind, _cell, _text in result.troubles] == ["not-converted"]


def test_tables_one_below_the_other_are_two(binding, sheet):
    result = binding(
        sheet(
            LEDGER
            + "||||||\n附：干部名册||||||\n姓名|身份证号|出生年月||||\n张三|11010519491231002X|1949-12||||\n"
        )
    )
    assert result.evidence == ["finance.receptions", "cadre.roster"]
    assert result.rows(1) == [
        {"_n": 9, "name": "张三", "id_card": "11010519491231002X", "born": D(1949, 12, 1)}
    ]
    first, second = result.source.sheets
    assert first.rows.total + second.rows.total == 9
    assert (first.last_row, second.first_row) == (second.first_row - 1, 6)


def test_tables_side_by_side_are_two(binding, sheet):
    result = binding(
        sheet(
            "接待时间|来访单位|来访人数||姓名|出生年月\n2024-03-05|甲局|5||张三|1990-01\n2024-03-06|乙局|6||李四|1991-02"
        )
    )
    assert result.evidence == ["finance.receptions", "cadre.roster"]
    assert result.column("visitor") == ["甲局", "乙局"]
    assert result.column("name", 1) == ["张三", "李四"]
    assert [one.column for one in result.source.sheets[1].columns] == ["E", "F"]


def test_an_empty_column_within_a_table_does_not_part_it(binding, sheet):
    result = binding(sheet("接待时间|来访单位||来访人数\n2024-03-05|甲局||5"))
    assert result.evidence == ["finance.receptions"]
    assert result.column("guests") == [5]


def test_a_table_above_the_heading_is_named_as_not_read(binding, sheet):
    result = binding(
        sheet("甲|乙|丙|\n1|2|3|\n4|5|6|\n接待时间|来访单位|来访人数|金额\n2024-03-05|甲局|5|10")
    )
    assert result.column("_n") == [5]
    assert [one.kind.value for one in result.source.troubles] == ["not-recognised"]
    assert "1" in result.source.troubles[0].message


def test_every_station_has_its_sheet_of_the_same_evidence(binding, sheet):
    heading = "监管所|被检查单位|检查日期\n"
    result = binding(
        sheet(f"{heading}城关所|甲店|2024-03-05", "城关所"),
        sheet(f"{heading}东关所|乙店|2024-03-06", "东关所"),
    )
    assert result.evidence == ["food.inspections"] * 2
    assert [table.number for table in result.bound.tables] == [0, 1]


def test_a_pin_decides_kind_heading_row_and_columns(binding, sheet, pin):
    one = pin(
        file="接待*.xlsx",
        **{"as": "finance.receptions"},
        columns={"哪个单位": "visitor", "几时": "day"},
        **{"heading-row": 2},
    )
    result = binding(
        sheet("随便写的题目||\n几时|哪个单位|人数\n2024-03-05|甲局|5"),
        path="x/接待一.xlsx",
        pins=[one],
    )
    (record,) = result.source.sheets
    assert (record.evidence, record.pinned, record.confidence) == ("finance.receptions", True, 1.0)
    assert result.rows() == [{"_n": 3, "day": D(2024, 3, 5), "visitor": "甲局"}]
    assert [one.how for one in record.columns] == ["pin", "pin"]


def test_a_pin_for_another_sheet_decides_nothing(binding, sheet, pin):
    one = pin(file="*.xlsx", sheet="别的", **{"as": "skip"})
    assert binding(sheet(LEDGER), pins=[one]).evidence == ["finance.receptions"]


def test_a_skipped_sheet_is_named(binding, sheet, pin):
    result = binding(sheet(LEDGER), pins=[pin(file="*.xlsx", **{"as": "skip"})])
    assert result.evidence == [None]
    assert [kind for kind, *_rest in result.troubles] == ["skipped"]
    assert result.source.sheets[0].pinned


@pytest.mark.parametrize("kind", ["finance.nothing", "cadre.roster"])
def test_a_pin_that_cannot_be_kept_weighs(binding, sheet, pin, kind):
    result = binding(sheet("甲|乙\n1|2"), pins=[pin(file="*.xlsx", **{"as": kind})])
    assert result.evidence == [None]
    assert result.source.unread


def test_between_two_kinds_that_fit_alike_nothing_is_bound(binding, sheet, twins):
    binding.vocabulary = twins
    result = binding(sheet("姓名|岗位\n张三|检查"))
    assert result.evidence == [None]
    assert [kind for kind, *_rest in result.troubles] == ["ambiguous"]
    assert result.source.likely == ("food.staff", "ip.staff")
    assert result.source.unread


def test_parquet_files_hold_the_same_rows(binding, sheet, tmp_path):
    result = binding(sheet(LEDGER), out=tmp_path / "kept")
    (table,) = result.bound.tables
    select = table.select.replace("$zhenggai_file", f"'{tmp_path / table.file}'")
    assert result.con.execute(f"SELECT _n, guests FROM ({select})").fetchall() == [(4, 6), (5, 3)]
    left = result.con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    assert left == []


def test_hidden_rows_and_columns_are_counted(binding, sheet):
    result = binding(
        sheet(LEDGER, hidden=True, hidden_rows=frozenset({5, 99}), hidden_columns=frozenset({6}))
    )
    (record,) = result.source.sheets
    assert (record.hidden, record.hidden_rows, record.hidden_columns) == (True, 1, 1)
    assert len(result.rows()) == 2


def test_expected_values_are_told_in_words(binding, sheet):
    result = binding(
        sheet(
            "监管所|被检查单位|检查日期|检查结果|合格率|统一社会信用代码\n城关所|甲|2024-03-05|尚可|多|123\n"
        )
    )
    assert {(one.field, one.expected) for one in result.source.troubles} == {
        ("result", "符合 / 基本符合 / 不符合"),
        ("rate", "a percentage"),
        ("code", "a unified social credit code"),
    }


def test_an_ambiguity_below_the_threshold_names_the_nearest(binding, sheet):
    result = binding(sheet("监管所|检查人员|甲|乙|丙|丁|戊|己|庚|辛\n" + "|".join("x" * 10)))
    assert result.evidence == [None]
    assert "food.inspections" in result.source.troubles[0].message


def test_money_and_months_of_a_roster_are_plain(binding, sheet):
    result = binding(sheet("姓名|出生年月|住房面积（㎡）\n张三|1990-01|88.5\n李四|1990-02-03|90"))
    assert result.column("height") == [Decimal("88.5000"), Decimal("90.0000")]
    assert result.column("born") == [D(1990, 1, 1), D(1990, 2, 1)]


def test_merges_beyond_any_reason_are_not_followed(binding, sheet, monkeypatch):
    monkeypatch.setattr("zhenggai.binding.sheets._MOST_FILLS", 0)
    result = binding(
        sheet(
            "监管所|被检查单位|检查日期\n城关所|甲店|2024-03-05\n|乙店|2024-03-06",
            merges=((2, 1, 3, 1),),
        )
    )
    assert result.column("station") == ["城关所", None]
