"""A finding's address, key, fingerprint, words, law and waiver."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.checking.findings import ContractError, basis_lines, fill, plain, shown
from zhenggai.masking import mask_field
from zhenggai.model.plan import PlannedRule
from zhenggai.model.settings import Waiver
from zhenggai.plugins import discover
from zhenggai.testing import proving
from zhenggai.testing.builders import write_rule
from zhenggai.testing.cases import read_cases

TABLE = """
edu.ledger
| name | day | amount | phone |
|---|---|---|---|
| 甲 | 2026-01-01 | 12.50 | 13812345678 |
| 甲 | 2026-01-01 | 7 | 13812345678 |
"""


def findings(folder, case, monkeypatch=None, waivers=(), **rule):
    """The findings of one case, through the engine."""
    write_rule(folder, "tried", **rule)
    plugins = discover([folder], packages=False)
    bench = proving.Workbench(plugins.rules["edu.tried"], plugins)
    kept = []
    original = proving.check

    def keep(con, plan, *rest, **named):
        results = original(con, plan.model_copy(update={"waivers": tuple(waivers)}), *rest, **named)
        kept.extend(results)
        return results

    with monkeypatch.context() as patched:
        patched.setattr(proving, "check", keep)
        bench.run(read_cases("## case\n" + case)[0])
    bench.close()
    return kept[0].findings


SQL = "SELECT _row, amount, name, phone, name AS owner, day AS fact_date, 'violation' AS verdict FROM edu.ledger"


def test_a_finding_names_file_sheet_row_cells_values_owner_amount_and_law(
    plugin_folder, monkeypatch
):
    first, second = findings(
        plugin_folder,
        TABLE,
        monkeypatch,
        sql=SQL,
        message="{name}电话{phone}金额{amount}",
        tail='fields = ["amount", "phone"]',
    )
    (place,) = first.locations
    assert (place.path, place.sheet, place.row) == ("1-ledger.xlsx", "Sheet1", 1)
    assert place.cells == {"amount": "C1", "phone": "D1"}
    assert place.values == {"amount": "12.5", "phone": "138****5678"}
    assert (first.owner, first.amount, first.fact_date) == (
        "甲",
        Decimal("12.50"),
        dt.date(2026, 1, 1),
    )
    assert first.message == "甲电话138****5678金额12.5"
    assert first.basis[0].cite == "《某规定》第一条"
    assert first.rectify == "改正"
    assert second.key == "甲#2"


def test_the_fingerprint_follows_the_business_key_and_not_the_row(plugin_folder, monkeypatch):
    one = findings(plugin_folder, TABLE, monkeypatch, sql=SQL)[0]
    moved = findings(
        plugin_folder,
        "\nedu.ledger\n| name | day |\n|---|---|\n| 乙 | 2026-01-01 |\n| 甲 | 2026-03-01 |\n",
        monkeypatch,
        sql=SQL,
    )
    assert one.fingerprint in {finding.fingerprint for finding in moved}


def test_a_key_and_a_subject_of_the_query_name_the_finding(plugin_folder, monkeypatch):
    found = findings(
        plugin_folder,
        TABLE,
        monkeypatch,
        sql="SELECT list(_row) AS _rows, name AS key, 'x' AS subject, sum(amount) AS amount, 'doubt' AS verdict FROM edu.ledger GROUP BY name",
    )
    assert (found[0].key, len(found[0].locations), found[0].amount) == ("甲|x", 2, Decimal("19.50"))


@pytest.mark.parametrize(
    ("waiver", "waived"),
    [
        ({"key": None, "last_day": dt.date(2026, 12, 31)}, [True, True]),
        ({"key": "甲#2", "last_day": dt.date(2026, 12, 31)}, [False, True]),
        ({"key": None, "last_day": dt.date(2026, 12, 30)}, [False, False]),
    ],
)
def test_a_waiver_lies_over_findings_through_its_last_day(
    plugin_folder, monkeypatch, waiver, waived
):
    given = Waiver(rule="edu.tried", reason="x", approved_by="y", **waiver)
    found = findings(plugin_folder, TABLE, monkeypatch, waivers=[given], sql=SQL)
    assert [finding.waiver is not None for finding in found] == waived


def test_a_waiver_may_name_the_fingerprint(plugin_folder, monkeypatch):
    one = findings(plugin_folder, TABLE, monkeypatch, sql=SQL)[1]
    given = Waiver(
        rule="edu.tried",
        key=one.fingerprint,
        reason="x",
        approved_by="y",
        last_day=dt.date(2027, 1, 1),
    )
    again = findings(plugin_folder, TABLE, monkeypatch, waivers=[given], sql=SQL)
    assert [finding.waiver is not None for finding in again] == [False, True]


def test_articles_not_in_force_on_the_day_are_left_out(plugin_folder):
    write_rule(
        plugin_folder,
        "tried",
        sql=SQL,
        head='[[basis]]\ndocument = "旧规定"\nto = 2025-12-31\n[[basis]]\ndocument = "新规定"\nnumber = "1号"\nfrom = 2026-01-01\n',
    )
    rule = discover([plugin_folder], packages=False).rules["edu.tried"]
    planned = PlannedRule(rule=rule, section="s", points=Decimal(1), mode="ratio")
    cited = [line.cite for line in basis_lines(planned, dt.date(2026, 1, 1))]
    assert cited == ["《新规定》（1号）（待核）", "《某规定》第一条"]
    assert next(line.cite for line in basis_lines(planned, dt.date(2025, 12, 31))).startswith(
        "《旧规定》"
    )


def test_a_message_takes_plain_names_alone():
    assert fill("{a}{b.c}{0}", {"a": "1"}) == "1{b.c}{0}"
    with pytest.raises(ContractError, match="“x”"):
        fill("{x}", {})
    assert fill("{x}", {}, strict=False) == "{x}"


@pytest.mark.parametrize(
    ("value", "key", "text"),
    [
        (None, "", "(empty)"),
        (True, "True", "yes"),
        (Decimal("10.00"), "10", "10"),
        (Decimal("0.50"), "0.5", "0.5"),
        (1.5, "1.5", "1.5"),
        (["甲", None], "['甲', None]", "甲、(empty)"),
        (dt.date(2026, 1, 1), "2026-01-01", "2026-01-01"),
    ],
)
def test_values_in_keys_and_before_people(value, key, text):
    assert plain(value) == key
    assert shown(value) == text


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("张三", "person", "张*"),
        ("110101199003070000", "id_card", "110***********0000"),
        ("13812345678", "text", "138****5678"),
        ("6222021234567890123", "text", "6222***********0123"),
        ("0553-1234567", "text", "055*****4567"),
        ("甲乙丙", "text", "甲*丙"),
    ],
)
def test_a_personal_field_is_masked_by_what_it_holds(text, kind, masked):
    assert mask_field(text, kind) == masked
