"""The commands that need no evidence: the catalog, the scaffolds, and errors without a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

import zhenggai as package
from zhenggai import cli
from zhenggai.testing.builders import write_rule

SQL = "SELECT _row, judge(amount <= $cap) AS verdict FROM edu.ledger"
CAP = '[params.cap]\ntype = "money"\ndefault = 100\nunit = "元"\nwhy = "理由"\nbound = { op = "<=", value = 150, basis = "某法" }\n'
CASES = """## 一
edu.ledger
| name | amount | expect |
|---|---|---|
| 甲 | 100 | ok: wrong |
| 乙 | 101 | violation: wrong |
| 丙 | | gap: wrong |
"""


def test_the_version_is_quick_to_say_since_nothing_else_is_imported():
    code = "import sys\nfrom zhenggai.cli import run\nrun(['--version'])\nprint([m for m in ('duckdb', 'pydantic', 'rich', 'pluggy', 'tomli') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == f"zhenggai {package.__version__}\n[]\n"


def test_help_lists_every_command(zhenggai):
    said = zhenggai("--help")
    assert said.status == 0
    for name in cli.COMMANDS:
        assert f"  {name} " in said.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chekc"], "check"),
        (["rules", "shwo"], "show"),
        (["check", "--fomat", "json"], "--format"),
        (["check", "--jobs", "0"], "--jobs"),
    ],
)
def test_a_mistyped_command_or_option_is_wrong_use_with_the_nearest(zhenggai, words, hint):
    said = zhenggai(*words)
    assert said.status == 2
    assert hint in said.err
    assert "Traceback" not in said.err


def test_rules_are_listed_all_or_by_pattern(zhenggai, plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP)
    said = zhenggai("rules", "list", "edu.*", "--plugin-dir", plugin_folder)
    assert said.status == 0
    assert "edu.paid" in said.out
    assert "1 rules" in said.out
    assert (
        zhenggai("rules", "list", "--ids", "edu.*", "--plugin-dir", plugin_folder).out
        == "edu.paid\n"
    )
    said = zhenggai("rules", "list", "edu.payd", "--plugin-dir", plugin_folder)
    assert (said.status, "edu.paid" in said.err) == (2, True)


def test_a_rule_is_shown_with_law_aspects_evidence_and_parameters(zhenggai, plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP, cases=CASES)
    said = zhenggai("rules", "show", "edu.paid", "--plugin-dir", plugin_folder)
    assert said.status == 0
    for part in (
        "《某规定》第一条",
        "wrong",
        "edu.ledger",
        "cap = 100 元  <= 150 (某法)",
        "理由",
        "改正",
    ):
        assert part in said.out
    assert SQL in zhenggai("rules", "show", "edu.paid", "--sql", "--plugin-dir", plugin_folder).out
    assert (
        "| 乙 | 101 |"
        in zhenggai("rules", "show", "edu.paid", "--cases", "--plugin-dir", plugin_folder).out
    )


def test_a_declared_check_is_shown_as_the_sql_it_compiles_to(zhenggai, plugin_folder):
    write_rule(
        plugin_folder, "paid", check='kind = "require"\nfrom = "edu.ledger"\nmust = "amount > 0"'
    )
    said = zhenggai("rules", "show", "edu.paid", "--sql", "--plugin-dir", plugin_folder)
    assert "judge(amount > 0)" in said.out
    write_rule(plugin_folder, "asked", check='kind = "attest"\nquestion = "?"')
    assert (
        "-- attest"
        in zhenggai("rules", "show", "edu.asked", "--sql", "--plugin-dir", plugin_folder).out
    )


def test_every_origin_of_a_parameter_is_shown(zhenggai, plugin_folder, tmp_path):
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP)
    (plugin_folder / "checklists").mkdir()
    (plugin_folder / "checklists" / "mine.toml").write_text(
        'id = "mine"\ntitle = "x"\nparams = { "edu.paid.cap" = 120 }\n[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.*"]\n',
        encoding="utf-8",
    )
    (tmp_path / "zhenggai.toml").write_text('[params]\n"edu.paid.cap" = 110\n', encoding="utf-8")
    said = zhenggai(
        "rules",
        "show",
        "edu.paid",
        "--params",
        "--plugin-dir",
        plugin_folder,
        "--checklist",
        "mine",
        "--folder",
        tmp_path,
    )
    assert said.out.splitlines() == [
        "edu.paid.cap = 110 元",
        "    default (rule.toml): 100",
        "    checklist (mine): 120",
        "    unit (zhenggai.toml): 110",
        "    bound: <= 150 (某法)",
    ]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"sql": "SELECT _row FROM edu.ledger"}, "no column `verdict`"),
        ({"sql": "SELECT 'ok' AS verdict FROM edu.ledger"}, "neither `_row`, `_rows` nor `key`"),
        ({"sql": "SELECT _row, 'ok' AS verdict FROM edu.leger"}, "no evidence table “edu.leger”"),
        ({"sql": "SELECT _row, nme, 'ok' AS verdict FROM edu.ledger"}, "nme"),
        ({"sql": SQL, "head": CAP, "message": "{nobody}"}, "speaks of “nobody”"),
        ({"sql": SQL, "head": CAP, "tail": 'fields = ["amont"]'}, "“amont”"),
        (
            {"sql": SQL, "head": CAP, "tail": 'optional = ["edu.other"]'},
            "`optional` names edu.other",
        ),
        ({"sql": SQL.replace("$cap", "1"), "head": CAP}, "“cap” is used by no aspect"),
        (
            {"sql": SQL, "head": CAP.replace("default = 100", "default = 151")},
            "beyond its own bound",
        ),
        ({"sql": SQL, "head": CAP, "cases": ""}, "there are no cases"),
        ({"sql": SQL, "head": 'reads = ["edu.other"]\n' + CAP}, "`reads` names its own"),
        ({"sql": SQL, "head": 'applies = "SELECT 1; SELECT 2"\n' + CAP}, "applies: "),
        (
            {
                "sql": "SELECT _row, 'ok' AS verdict FROM law.cases",
                "head": 'reads = ["law.cases"]\n',
            },
            None,
        ),
    ],
)
def test_lint_names_what_is_wrong_with_a_rule(zhenggai, plugin_folder, rule, said):
    write_rule(plugin_folder, "paid", **{"cases": CASES, **rule})
    found = zhenggai("rules", "lint", plugin_folder)
    assert found.status == (1 if said else 0), found.out
    assert (said or "0 problems") in found.out


def test_lint_names_what_is_wrong_with_evidence_and_checklists(zhenggai, plugin_folder):
    (plugin_folder / "evidence" / "odd.toml").write_text(
        'id = "edu.odd"\ntitle = "x"\n[[fields]]\nname = "a"\ntitle = "名称"\n[[fields]]\nname = "b"\ntitle = "单位"\nsynonyms = ["名称"]\n',
        encoding="utf-8",
    )
    (plugin_folder / "evidence" / "made.toml").write_text(
        'id = "edu.made"\ntitle = "x"\nform = "derived"\nsource = "edu.none"\n[[fields]]\nname = "a"\ntitle = "a"\n',
        encoding="utf-8",
    )
    (plugin_folder / "checklists").mkdir()
    (plugin_folder / "checklists" / "mine.toml").write_text(
        'id = "mine"\ntitle = "x"\n', encoding="utf-8"
    )
    said = zhenggai("rules", "lint", plugin_folder)
    assert said.status == 1
    for part in (
        "“名称” is a name of both",
        "no business key",
        "edu.none is no evidence",
        "mine.toml: ",
    ):
        assert part in said.out


def test_the_whole_catalog_is_clean(zhenggai):
    said = zhenggai("rules", "lint")
    assert said.out.splitlines()[-1].endswith(" 0 problems"), said.out
    assert said.status == 0


def test_a_new_plugin_works_at_once_and_a_rule_can_be_added(zhenggai, tmp_path):
    folder = tmp_path / "education"
    assert zhenggai("new", "plugin", folder).status == 0
    said = zhenggai("test", folder)
    assert (said.status, said.out) == (0, "1 rules, 2 cases hold, 0 problems\n")
    assert zhenggai("new", "rule", folder, "plans-filed").status == 0
    assert zhenggai("test", folder).out == "2 rules, 4 cases hold, 0 problems\n"
    assert (
        zhenggai("test", folder / "rules" / "plans-filed").out
        == "1 rules, 2 cases hold, 0 problems\n"
    )
    assert zhenggai("rules", "lint", folder).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plugin", "{tmp}/教育"], "--id education"),
        (["plugin", "{tmp}/full"], "not empty"),
        (["rule", "{tmp}/full", "Late_Report"], "done-on-time"),
        (["rule", "{tmp}/full", "late-report"], "no plugin.toml"),
        (["rule", "{tmp}/made", "done-on-time"], "is there already"),
    ],
)
def test_a_scaffold_never_overwrites_and_says_how_to_name(zhenggai, tmp_path, words, said):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("", encoding="utf-8")
    zhenggai("new", "plugin", tmp_path / "made")
    found = zhenggai("new", *[word.replace("{tmp}", str(tmp_path)) for word in words])
    assert found.status == 2
    assert said in found.err


def test_failing_cases_are_printed_and_give_status_one(zhenggai, plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL.replace("$cap", "1"), cases=CASES)
    said = zhenggai("test", plugin_folder)
    assert said.status == 1
    assert "MISSING  edu.ledger 1: 甲 | 100: ok: wrong" in said.out
    assert "no near miss" in said.out
    assert zhenggai("test", plugin_folder, "--rule", "edu.nothing").status == 2
    assert zhenggai("test", plugin_folder / "rules").status == 2


def test_the_example_department_is_tested_as_an_outsider_would(zhenggai, tmp_path):
    from pathlib import Path

    example = Path(__file__).parents[2] / "examples" / "education"
    assert zhenggai("test", example).status == 0
    assert zhenggai("rules", "lint", example).status == 0


def test_a_plugin_that_does_not_load_gives_status_four_by_name(zhenggai, tmp_path):
    (tmp_path / "plugin.toml").write_text('id = "edu"\n', encoding="utf-8")
    said = zhenggai("rules", "list", "--plugin-dir", tmp_path)
    assert said.status == 4
    assert "title" in said.err
    assert "plugin.toml" in said.err


def test_an_error_of_ours_is_told_once_with_a_log_to_paste(zhenggai, monkeypatch):
    def broken(*_args, **_rest):
        raise RuntimeError("boom")

    monkeypatch.setattr("zhenggai.plugins.discover", broken)
    said = zhenggai("rules", "list")
    assert said.status == 70
    assert "Traceback" not in said.err
    from pathlib import Path

    log = Path(said.err.split()[-1])
    assert "boom" in log.read_text(encoding="utf-8")
    log.unlink()


def test_texts_are_chinese_unless_english_is_asked_for(zhenggai, monkeypatch):
    from zhenggai import i18n

    monkeypatch.setattr(i18n, "_chosen", [])
    monkeypatch.setenv("ZHENGGAI_LANG", "en")
    assert i18n.language() == "en"
    monkeypatch.delenv("ZHENGGAI_LANG")
    assert i18n.language() == "zh"
    zhenggai("--lang", "en", "rules", "list", "--ids")
    assert i18n.language() == "en"
