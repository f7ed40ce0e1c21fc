"""Answers are remembered while everything they rest on is the same, and no longer."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import xlsxwriter

from zhenggai.checking.remembering import FILE
from zhenggai.run import Request, assess
from zhenggai.testing.builders import write_rule

SQL = """SELECT _row, name, amount, judge(amount <= $cap) AS verdict
FROM edu.ledger WHERE in_period(day) IS NOT FALSE AND is_workday(day) IS NOT NULL"""
CAP = '[params.cap]\ntype = "money"\ndefault = 100\nwhy = "x"\n'


@pytest.fixture
def unit(tmp_path, plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP, message="{name}")
    (plugin_folder / "checklists").mkdir()
    (plugin_folder / "checklists" / "mine.toml").write_text(
        'id = "mine"\ntitle = "x"\n[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.*"]\n',
        encoding="utf-8",
    )
    folder = tmp_path / "unit"
    folder.mkdir()
    book(folder, 120)
    return folder


def book(folder, amount) -> None:
    made = xlsxwriter.Workbook(str(folder / "台账.xlsx"))
    sheet = made.add_worksheet()
    for at, row in enumerate([["名称", "日期", "金额"], ["甲", "2026-01-05", amount]]):
        sheet.write_row(at, 0, row)
    made.close()


@pytest.fixture
def status(unit, plugin_folder, tmp_path):
    def run(as_of=dt.date(2026, 11, 24), period=None) -> tuple[str, bool, tuple[str, ...]]:
        request = Request(
            folder=unit,
            as_of=as_of,
            period=period,
            checklist="mine",
            plugin_dirs=(plugin_folder,),
            cache=tmp_path / "memory",
        )
        (result,) = assess(request).results
        return result.status.value, result.waived, tuple(one.message for one in result.findings)

    return run


FOUND = ("fail", False, ("甲",))


def test_an_unchanged_aspect_is_answered_from_memory(status, tmp_path):
    assert status() == FOUND
    path = tmp_path / "memory" / FILE
    kept = json.loads(path.read_bytes())
    kept["edu.paid/wrong"]["findings"][0]["message"] = "from memory"
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert status()[2] == ("from memory",)


@pytest.mark.parametrize(
    "broken",
    ["{", "[]", '{"edu.paid/wrong": {"key": "KEY", "aspect": {}}}', '{"edu.paid/wrong": 1}'],
)
def test_a_memory_that_makes_no_sense_is_no_memory(status, tmp_path, broken):
    status()
    path = tmp_path / "memory" / FILE
    key = json.loads(path.read_bytes())["edu.paid/wrong"]["key"]
    path.write_text(broken.replace("KEY", key), encoding="utf-8")
    assert status() == FOUND


def test_a_changed_paper_is_asked_anew(status, unit):
    assert status() == FOUND
    book(unit, 90)
    assert status()[0] == "pass"
    (unit / "台账.xlsx").unlink()
    assert status()[0] == "insufficient"


def test_a_further_paper_that_cannot_be_read_undoes_a_pass(status, unit):
    book(unit, 90)
    assert status()[0] == "pass"
    (unit / "ledger补.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 500)
    assert status()[0] == "insufficient"


def test_changed_dates_settings_and_rules_are_asked_anew(status, unit, plugin_folder):
    assert status() == FOUND
    assert status(period="2025")[0] == "insufficient"
    (unit / "zhenggai.toml").write_text('[params]\n"edu.paid.cap" = 120\n', encoding="utf-8")
    assert status()[0] == "pass"
    waiver = (
        '[[waivers]]\nrule = "edu.paid"\nreason = "x"\napproved_by = "y"\nlast_day = 2026-11-24\n'
    )
    (unit / "zhenggai.toml").write_text(waiver, encoding="utf-8")
    assert status()[1] is True
    assert status(as_of=dt.date(2026, 11, 25))[1] is False
    (unit / "zhenggai.toml").write_text("", encoding="utf-8")
    write_rule(
        plugin_folder, "paid", sql=SQL.replace("$cap", "$cap + 50"), head=CAP, message="{name}"
    )
    assert status()[0] == "pass"
    path = plugin_folder / "evidence" / "ledger.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('title = "金额"', 'title = "价款"'),
        encoding="utf-8",
    )
    assert status()[0] == "insufficient"


def test_a_failed_aspect_is_not_remembered(status, plugin_folder, tmp_path):
    write_rule(plugin_folder, "paid", sql=SQL + " AND nothing", head=CAP)
    assert status()[0] == "error"
    assert not (tmp_path / "memory" / FILE).exists()
