"""A whole check from the command line: statuses, outputs, and that nothing silent ends green."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from zhenggai.testing.builders import write_plugin, write_rule

SQL = "SELECT _row, name, amount, name AS owner, judge(amount <= 100) AS verdict FROM edu.ledger WHERE in_period(day) IS NOT FALSE"
CHECKLIST = (
    'id = "mine"\ntitle = "自查"\n[[sections]]\nid = "all"\ntitle = "全部"\nrules = ["edu.*"]\n'
)
ROWS = [["名称", "日期", "金额"], ["甲公司", "2026-01-05", 90], ["乙公司", "2026-02-05", 120]]


def write_book(path: Path, rows: list[list[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    book.close()


@pytest.fixture
def unit(tmp_path, plugin_folder):
    """A unit with one ledger, and the checklist of a bare plugin with one rule."""
    write_rule(
        plugin_folder,
        "paid",
        sql=SQL,
        message="{name}金额{amount}元，上限100元",
        tail='fields = ["amount"]',
    )
    (plugin_folder / "checklists").mkdir()
    (plugin_folder / "checklists" / "mine.toml").write_text(CHECKLIST, encoding="utf-8")
    folder = tmp_path / "unit"
    write_book(folder / "台账.xlsx", ROWS)
    return folder


@pytest.fixture
def check(zhenggai, unit, plugin_folder):
    def run(*words: object, folder: Path = unit):
        return zhenggai(
            "check",
            folder,
            "--plugin-dir",
            plugin_folder,
            "--checklist",
            "mine",
            "--as-of",
            "2026-11-24",
            *words,
        )

    return run


def result_of(folder: Path) -> dict:
    return json.loads((folder / ".zhenggai" / "out" / "result.json").read_bytes())


def test_a_violation_is_found_with_its_cell_and_every_output_is_written(check, unit):
    said = check()
    assert said.status == 1, said.err
    assert "乙公司金额120元，上限100元" in said.out
    (finding,) = result_of(unit)["results"][0]["findings"]
    assert finding["locations"][0]["cells"] == {"amount": "C3"}
    assert (finding["key"], finding["owner"]) == ("乙公司", "乙公司")
    out = unit / ".zhenggai" / "out"
    assert {path.name for path in out.iterdir() if path.is_file()} == {
        "result.json",
        "scorecard.html",
        "scorecard.xlsx",
    }
    assert "乙公司金额120元" in (out / "scorecard.html").read_text(encoding="utf-8")


def test_the_same_folder_checklist_and_date_give_the_same_bytes(check, unit):
    check("--quiet")
    first = (unit / ".zhenggai" / "out" / "result.json").read_bytes()
    check("--quiet", "--no-cache", "--jobs", "1")
    assert (unit / ".zhenggai" / "out" / "result.json").read_bytes() == first


def test_machine_readable_output_goes_to_standard_output_alone(unit, plugin_folder):
    words = [
        "check",
        unit,
        "--plugin-dir",
        plugin_folder,
        "--checklist",
        "mine",
        "--as-of",
        "2026-11-24",
        "--format",
        "json",
        "--output",
        "-",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "zhenggai", *map(str, words)], capture_output=True, check=False
    )
    assert json.loads(done.stdout)["schema"] == "zhenggai/assessment/1"
    assert (done.returncode, done.stderr) == (1, b"")


def test_formats_and_the_output_folder_can_be_chosen(check, unit, tmp_path):
    target = unit / "结果"
    assert check("--format", "md", "--format", "csv", "--output", target, "--quiet").status == 1
    assert {path.name for path in target.iterdir() if path.is_file()} == {
        "result.json",
        "scorecard.md",
        "findings.csv",
    }
    rows = list(csv.reader((target / "findings.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert check("--output", target, "--quiet").status == 1
    assert [
        source["path"] for source in json.loads((target / "result.json").read_bytes())["sources"]
    ] == ["台账.xlsx"]
    said = check("--format", "docz")
    assert (said.status, "there is no format named “docz”" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("level", "status"), [("critical", 0), ("major", 1), ("minor", 1), ("never", 0)]
)
def test_the_fail_level_decides_the_exit_status(check, level, status):
    assert check("--fail-on", level, "--quiet").status == status


def test_nothing_at_fault_is_status_zero(check, unit):
    write_book(unit / "台账.xlsx", ROWS[:2])
    said = check()
    assert said.status == 0, said.out
    assert result_of(unit)["results"][0]["status"] == "pass"


def test_a_waived_finding_does_not_fail_but_stays_visible(check, unit):
    (unit / "zhenggai.toml").write_text(
        '[[waivers]]\nrule = "edu.paid"\nkey = "乙公司"\nreason = "已批准"\napproved_by = "局长"\nlast_day = 2026-11-24\n',
        encoding="utf-8",
    )
    assert check("--quiet").status == 0
    result = result_of(unit)["results"][0]
    assert (result["status"], result["waived"]) == ("fail", True)


# What must never end green -----------------------------------------------------------------


def undecided(unit: Path) -> tuple[str, str]:
    result = result_of(unit)["results"][0]
    return result["status"], result["reason"]


def test_an_empty_ledger(check, unit):
    write_book(unit / "台账.xlsx", ROWS[:1])
    assert check("--quiet").status == 3
    status, reason = undecided(unit)
    assert status == "insufficient"
    assert "ledger" in reason


def test_a_ledger_of_the_wrong_period(check, unit):
    write_book(unit / "台账.xlsx", [ROWS[0], ["甲公司", "2025-01-05", 90]])
    assert check("--quiet").status == 3
    assert "no row in the period 2026" in undecided(unit)[1]


def test_a_query_that_returns_no_subject(check, unit, plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL + " AND name = '丙'")
    assert check("--quiet").status == 3
    assert undecided(unit)[0] == "insufficient"


def test_a_paper_that_is_not_there(check, unit):
    (unit / "台账.xlsx").unlink()
    assert check("--quiet").status == 3
    assert "edu.ledger" in undecided(unit)[1]


def test_a_paper_that_cannot_be_opened(check, unit):
    write_book(unit / "台账.xlsx", ROWS[:2])
    (unit / "ledger补.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 500)
    said = check()
    assert said.status == 4
    assert "ledger补.xlsx" in said.out
    assert undecided(unit)[0] == "insufficient"


def test_a_cell_that_cannot_be_read(check, unit):
    write_book(unit / "台账.xlsx", [*ROWS[:2], ["丙公司", "2026-03-05", "若干"]])
    assert check("--quiet").status == 3
    assert undecided(unit)[0] == "insufficient"
    (source,) = result_of(unit)["sources"]
    assert [
        trouble["cell"] for trouble in source["troubles"] if trouble["kind"] == "not-converted"
    ] == ["C3"]


def test_a_rule_file_that_does_not_parse(check, unit, plugin_folder):
    (plugin_folder / "rules" / "paid" / "rule.toml").write_text("id = ", encoding="utf-8")
    said = check()
    assert (said.status, "rule.toml" in said.err) == (4, True)
    assert not (unit / ".zhenggai" / "out").exists()


def test_a_rule_whose_sql_fails(check, unit, plugin_folder):
    write_rule(
        plugin_folder,
        "paid",
        sql="SELECT _row, judge(amount + name > 1) AS verdict FROM edu.ledger",
    )
    assert check("--quiet").status == 4
    assert undecided(unit)[0] == "error"


def test_a_rule_whose_sql_is_refused(check, unit, plugin_folder):
    write_rule(
        plugin_folder, "paid", sql="SELECT _row, 'ok' AS verdict FROM read_csv('/etc/passwd')"
    )
    assert check("--quiet").status == 4
    assert "read_csv" in undecided(unit)[1]


def test_a_checklist_that_names_an_unknown_rule(check, unit, plugin_folder):
    (plugin_folder / "checklists" / "mine.toml").write_text(
        CHECKLIST.replace("edu.*", "edu.payd"), encoding="utf-8"
    )
    said = check()
    assert (said.status, "edu.paid" in said.err) == (4, True)


def test_a_plugin_that_raises_on_import_and_is_named(
    check, unit, plugin_folder, tmp_path, monkeypatch
):
    from importlib.metadata import EntryPoint

    from zhenggai import plugins as loading

    home = write_plugin(tmp_path / "zz_boom", "boom")
    (home / "__init__.py").write_text("raise RuntimeError('boom')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "zz_boom", raising=False)
    monkeypatch.setattr(
        loading, "entry_points", lambda group: [EntryPoint("boom", "zz_boom", loading.GROUP)]
    )
    (plugin_folder / "checklists" / "mine.toml").write_text(
        CHECKLIST.replace('"edu.*"', '"edu.*", "boom.*"'), encoding="utf-8"
    )
    said = check()
    assert said.status == 4
    assert "“boom” does not load" in said.err
    (plugin_folder / "checklists" / "mine.toml").write_text(CHECKLIST, encoding="utf-8")
    assert check("--quiet").status == 1
    assert "boom" in result_of(unit)["notes"][0]


# Wrong use -----------------------------------------------------------------------------------


def test_a_folder_that_is_none_and_a_file_in_its_place(check, unit):
    said = check(folder=unit / "无")
    assert (said.status, "no such folder" in said.err) == (4, True)
    said = check(folder=unit / "台账.xlsx")
    assert (said.status, "not a folder" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--period", "2026Q5"], "is no period"),
        (["--as-of", "today"], "no date"),
        (["--rule", "edu.payd"], "edu.paid"),
        (["--output", "-"], "one unit and one `--format`"),
    ],
)
def test_wrong_use_is_status_two_and_writes_nothing(check, unit, words, said):
    found = check(*words)
    assert found.status == 2
    assert said in found.err
    assert "Traceback" not in found.err
    assert not (unit / ".zhenggai" / "out").exists()


def test_settings_that_are_wrong_name_file_and_key(check, unit):
    (unit / "zhenggai.toml").write_text('[check]\nfail-on = "mayor"\n', encoding="utf-8")
    said = check()
    assert (said.status, "major" in said.err) == (2, True)
    (unit / "zhenggai.toml").write_text("[chekc]\n", encoding="utf-8")
    said = check()
    assert (said.status, "chekc" in said.err) == (2, True)


# Later commands over the results ---------------------------------------------------------------


def test_findings_are_listed_narrowed_and_compared_with_the_run_before(check, zhenggai, unit):
    check("--quiet")
    assert "1 findings" in zhenggai("findings", unit, "--owner", "乙").out
    assert "0 findings" in zhenggai("findings", unit, "--owner", "财务股").out
    assert zhenggai("findings", unit, "--new").status == 2
    write_book(unit / "台账.xlsx", [*ROWS, ["丙公司", "2026-03-05", 300]])
    check("--quiet")
    said = zhenggai("findings", unit, "--new")
    assert "丙公司" in said.out
    assert "乙公司" not in said.out
    listed = json.loads(zhenggai("findings", unit, "--format", "json", "--rule", "edu.*").out)
    assert len(listed) == 2
    assert zhenggai("findings", unit.parent / "无").status == 2


def test_two_results_are_compared(check, zhenggai, unit, tmp_path):
    check("--quiet", "--output", tmp_path / "a")
    write_book(
        unit / "台账.xlsx", [ROWS[0], ["甲公司", "2026-01-05", 900], ["乙公司", "2026-02-05", 20]]
    )
    check("--quiet", "--output", tmp_path / "b")
    said = zhenggai("diff", tmp_path / "a", tmp_path / "b")
    assert said.status == 1
    assert "甲公司" in said.out
    assert zhenggai("diff", tmp_path / "b", tmp_path / "b").status == 0
    kinds = {
        entry["change"]
        for entry in json.loads(zhenggai("diff", tmp_path / "a", tmp_path / "b", "--json").out)[
            "entries"
        ]
    }
    assert kinds == {"new", "fixed"}


def test_the_score_is_explained_term_by_term(check, zhenggai, unit):
    check("--quiet")
    said = zhenggai("score", "explain", unit)
    assert said.status == 0
    assert "edu.paid" in said.out


def test_a_broken_result_is_named(zhenggai, unit):
    home = unit / ".zhenggai" / "out"
    home.mkdir(parents=True)
    (home / "result.json").write_text("{}", encoding="utf-8")
    said = zhenggai("findings", unit)
    assert (said.status, "result.json" in said.err) == (2, True)


def test_many_units_end_in_a_league_table(check, tmp_path, unit):
    province = tmp_path / "全市"
    for name, rows in (("甲县", ROWS), ("乙县", ROWS[:2]), ("空县", ROWS[:1])):
        write_book(province / name / "台账.xlsx", rows)
    said = check("--each", "--jobs", "2", folder=province)
    assert said.status == 1, said.err
    for name in ("甲县", "乙县", "空县"):
        assert name in said.out
        assert (province / name / ".zhenggai" / "out" / "result.json").is_file()
    assert (province / ".zhenggai" / "out" / "league.html").is_file()
    (province / "乙县" / "zhenggai.toml").write_text("[x]\n", encoding="utf-8")
    said = check("--each", "--jobs", "1", "--quiet", folder=province)
    assert said.status == 2
    assert "乙县 could not be checked" in said.err
    assert check("--each", folder=unit / ".zhenggai").status == 4


def test_evidence_shows_the_fate_of_every_file(zhenggai, unit, plugin_folder):
    (unit / "空.xlsx").write_bytes(b"")
    said = zhenggai("evidence", unit, "--plugin-dir", plugin_folder, "--columns")
    assert said.status == 4
    for part in (
        "台账.xlsx",
        "edu.ledger",
        "data 2, heading 1",
        "金额 → amount",
        "空.xlsx",
        "2 files, 1 recognised, 1 not wholly read",
    ):
        assert part in said.out
    records = json.loads(zhenggai("evidence", unit, "--plugin-dir", plugin_folder, "--json").out)
    assert [record["path"] for record in records] == ["台账.xlsx", "空.xlsx"]


def test_a_workspace_is_made_with_blank_ledgers_that_are_no_evidence(zhenggai, tmp_path):
    folder = tmp_path / "局"
    said = zhenggai("init", folder, "--name", "某局")
    assert said.status == 0, said.err
    assert 'name = "某局"' in (folder / "zhenggai.toml").read_text(encoding="utf-8")
    assert list((folder / ".zhenggai" / "templates").rglob("*.xlsx"))
    assert "0 files" in zhenggai("evidence", folder).out
    assert zhenggai("init", folder).status == 2


def test_blank_ledgers_are_written_once(zhenggai, tmp_path, plugin_folder):
    words = ("template", "edu.*", "--plugin-dir", plugin_folder, "--output", tmp_path)
    assert zhenggai(*words).status == 0
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"ledger.xlsx", "other.xlsx"}
    assert zhenggai(*words).status == 2
    assert zhenggai(*words, "--force").status == 0
    assert zhenggai("template", "edu.leger", "--plugin-dir", plugin_folder).status == 2


def test_files_that_say_the_same_are_not_made_again_but_mended_where_changed(check, unit):
    out = unit / ".zhenggai" / "out"
    check("--quiet")
    page, book = out / "scorecard.html", out / "scorecard.xlsx"
    times = {path: path.stat().st_mtime_ns for path in (page, book)}
    check("--quiet")
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert list((out / "history").glob("0*.json")) == []
    whole = page.read_bytes()
    page.write_bytes(b"changed by hand")
    check("--quiet")
    assert page.read_bytes() == whole
    write_book(unit / "台账.xlsx", ROWS[:2])
    check("--quiet")
    assert len(list((out / "history").glob("0*.json"))) == 1
    assert page.read_bytes() != whole


def test_only_the_last_runs_are_kept(check, unit):
    from zhenggai.cli.history import KEPT

    for amount in range(KEPT + 3):
        write_book(unit / "台账.xlsx", [ROWS[0], ["甲公司", "2026-01-05", 200 + amount]])
        check("--quiet", "--format", "json")
    kept = sorted(path.stem for path in (unit / ".zhenggai" / "out" / "history").glob("0*.json"))
    assert len(kept) == KEPT
    assert kept[-1] == f"{KEPT + 2:06d}"
