from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from zhenggai.errors import (
    CatalogError,
    ConfigurationError,
    PluginError,
    UnknownNameError,
    UsageError,
)
from zhenggai.model.settings import Settings
from zhenggai.planning import load_settings, make_plan, parse_date, parse_period
from zhenggai.plugins import Plugins, discover
from zhenggai.testing.builders import write_rule

SQL = "SELECT _row, judge(amount <= $cap) AS verdict FROM edu.ledger"
CAP = """
[params.cap]
type = "money"
default = 100
why = "x"
bound = { op = "<=", value = 150, basis = "某法" }
"""


@pytest.fixture
def plan(plugin_folder):
    """Write a checklist and plan it; keyword arguments go to make_plan."""
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP)
    write_rule(
        plugin_folder, "kept", sql="SELECT _row, 'ok' AS verdict FROM edu.ledger", severity="minor"
    )
    (plugin_folder / "checklists").mkdir()

    def make(
        text: str, settings: dict | None = None, *, more: dict[str, str] | None = None, **rest
    ):
        for name, body in {"mine": text, **(more or {})}.items():
            (plugin_folder / "checklists" / f"{name}.toml").write_text(
                f'id = "{name}"\ntitle = "x"\n{body}', encoding="utf-8"
            )
        return make_plan(
            rest.pop("checklist", "mine"),
            rest.pop("plugins", None) or discover([plugin_folder], packages=False),
            Settings.model_validate(settings or {}),
            as_of=dt.date(2026, 11, 24),
            period=parse_period("2026"),
            **rest,
        )

    return make


ALL = '[[sections]]\nid = "all"\ntitle = "全部"\nrules = ["edu.*"]\n'


def test_a_pattern_selects_rules_with_the_points_of_their_severity(plan):
    planned = plan(ALL)
    assert [(one.rule.id, one.points, one.mode, one.veto) for one in planned.rules] == [
        ("edu.kept", Decimal(2), "ratio", False),
        ("edu.paid", Decimal(5), "ratio", False),
    ]
    assert [plugin.id for plugin in planned.plugins] == ["edu"]


def test_an_id_after_a_pattern_sets_points_mode_and_veto_where_the_rule_stands(plan):
    planned = plan(
        '[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.*"]\n'
        '[[sections]]\nid = "b"\ntitle = "b"\n'
        'rules = [{ rule = "edu.paid", points = 9, mode = "all_or_nothing", veto = true }]\n'
    )
    paid = planned.rules[1]
    assert (paid.section, paid.points, paid.mode, paid.veto) == (
        "a",
        Decimal(9),
        "all_or_nothing",
        True,
    )


def test_an_extending_checklist_adds_drops_and_tightens(plan):
    planned = plan(
        'extends = "base"\ndrop = ["edu.kept"]\nparams = { "edu.paid.cap" = 90 }\n'
        '[[sections]]\nid = "more"\ntitle = "more"\n',
        more={"base": ALL},
    )
    assert [one.rule.id for one in planned.rules] == ["edu.paid"]
    assert [section.id for section in planned.sections] == ["all", "more"]
    assert planned.rules[0].params["cap"].value == Decimal(90)


def test_every_setting_of_a_parameter_is_kept_with_its_origin(plan):
    planned = plan(ALL + '[params]\n"edu.paid.cap" = 120\n', {"params": {"edu.paid.cap": 110}})
    cap = planned.rules[1].params["cap"]
    assert cap.value == Decimal(110)
    assert [(one.by, one.where, one.value) for one in cap.origins] == [
        ("default", "rule.toml", Decimal(100)),
        ("checklist", "mine", Decimal(120)),
        ("unit", "zhenggai.toml", Decimal(110)),
    ]


@pytest.mark.parametrize(
    ("text", "settings", "error", "said"),
    [
        (
            '[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.payd"]',
            {},
            CatalogError,
            r"edu\.paid",
        ),
        (
            '[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edx.*"]',
            {},
            CatalogError,
            "selects no rule",
        ),
        ('[[sections]]\nid = "a"\ntitle = "a"', {}, CatalogError, "the checklist selects no rule"),
        (ALL + '[params]\n"edu.paid.cpa" = 1\n', {}, CatalogError, r"edu\.paid\.cap"),
        (ALL, {"params": {"edu.paid.cpa": 1}}, ConfigurationError, r"edu\.paid\.cap"),
        (
            ALL,
            {"params": {"edu.paid.cap": 151}},
            ConfigurationError,
            "beyond the bound <= 150 set by 某法",
        ),
        (ALL, {"params": {"edu.paid.cap": "much"}}, ConfigurationError, "not of the type money"),
        ('drop = ["edu.other"]\n' + ALL, {}, CatalogError, "edu.other"),
        ('extends = "mine"\n' + ALL, {}, CatalogError, "in a circle"),
        (
            ALL,
            {
                "waivers": [
                    {
                        "rule": "edu.payd",
                        "reason": "x",
                        "approved_by": "x",
                        "last_day": dt.date(2026, 1, 1),
                    }
                ]
            },
            ConfigurationError,
            r"\[\[waivers\]\].*edu\.payd",
        ),
        (
            ALL,
            {
                "answers": [
                    {"rule": "edu.payd", "answer": "yes", "by": "x", "on": dt.date(2026, 1, 1)}
                ]
            },
            ConfigurationError,
            r"\[\[answers\]\]",
        ),
        (
            ALL,
            {"not-applicable": [{"rule": "edu.payd", "reason": "x", "approved_by": "x"}]},
            ConfigurationError,
            r"\[\[not-applicable\]\]",
        ),
        (ALL, {"evidence": [{"file": "a", "as": "edu.leger"}]}, ConfigurationError, r"edu\.ledger"),
        (
            ALL,
            {"evidence": [{"file": "a", "as": "edu.ledger", "columns": {"x": "nam"}}]},
            ConfigurationError,
            "name",
        ),
    ],
)
def test_what_matches_nothing_or_loosens_the_law_is_an_error(plan, text, settings, error, said):
    with pytest.raises(error, match=said):
        plan(text, settings)


def test_a_bound_holds_at_its_very_value(plan):
    planned = plan(ALL, {"params": {"edu.paid.cap": 150}})
    assert planned.rules[1].params["cap"].value == Decimal(150)


def test_only_narrows_to_rules_of_the_checklist(plan):
    assert [one.rule.id for one in plan(ALL, only=("edu.p*",)).rules] == ["edu.paid"]
    with pytest.raises(UnknownNameError, match="edu.nothing"):
        plan(ALL, only=("edu.nothing",))


def test_an_unknown_checklist_names_the_nearest_and_a_file_may_be_given(plan, tmp_path):
    with pytest.raises(UnknownNameError, match="mine"):
        plan(ALL, checklist="mien")
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\ntitle = "x"\n' + ALL, encoding="utf-8")
    assert plan(ALL, checklist=str(path)).checklist_id == "own"
    with pytest.raises(UsageError, match="no such checklist file"):
        plan(ALL, checklist=str(tmp_path / "none.toml"))
    path.write_text('id = "other"\ntitle = "x"\n' + ALL, encoding="utf-8")
    with pytest.raises(CatalogError, match="the file says “own”"):
        plan(ALL, checklist=str(path))


def test_a_plugin_that_did_not_load_ends_the_run_if_the_checklist_names_it(plan, plugin_folder):
    plan(ALL)
    loaded = discover([plugin_folder], packages=False)
    broken = Plugins(loaded.data, {"edu2": PluginError("raises on import")}, loaded.manager)
    text = '[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.*", "edu2.*"]\n'
    with pytest.raises(CatalogError, match="“edu2” does not load, but the checklist names it"):
        plan(text, plugins=broken)
    assert plan(ALL, plugins=broken).rules


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026Q1", "2026-01-01", "2026-03-31"),
        ("2026H2", "2026-07-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        (" 2026-01-05..2026-01-05 ", "2026-01-05", "2026-01-05"),
    ],
)
def test_periods_are_read(text, start, end):
    span = parse_period(text)
    assert (span.start.isoformat(), span.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "26", "2026Q5", "2026-13", "0000", "2026-02-01..2026-01-01", "2026-01-01..x"]
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(UsageError):
        parse_period(text)


def test_what_is_no_date_is_refused():
    assert parse_date("2026-02-28") == dt.date(2026, 2, 28)
    with pytest.raises(UsageError, match="no date"):
        parse_date("2026-02-30")


def test_settings_are_strict_and_optional(tmp_path):
    assert load_settings(tmp_path) == Settings()
    (tmp_path / "zhenggai.toml").write_text('[unit]\nnmae = "x"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"unit\.nmae.*name") as caught:
        load_settings(tmp_path)
    assert caught.value.exit_status == 2
    (tmp_path / "zhenggai.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load_settings(tmp_path)


def test_a_dated_parameter_keeps_its_spans_and_an_override_holds_for_all_of_time(
    plan, plugin_folder
):
    write_rule(
        plugin_folder,
        "dated",
        sql="SELECT _row, judge(amount <= dated($cap, day)) AS verdict FROM edu.ledger",
        head='[params.cap]\ntype = "money"\ndefault = 2\nwhy = "x"\n'
        "dated = [{ to = 2025-12-31, value = 1 }, { from = 2026-01-01, value = 2 }]\n",
    )
    spans = plan(ALL).rules[0].params["cap"].value
    assert [(one["to"].year, one["value"]) for one in spans] == [(2025, 1), (9999, 2)]
    (only,) = plan(ALL, {"params": {"edu.dated.cap": 3}}).rules[0].params["cap"].value
    assert (only["from"].year, only["value"]) == (1, 3)
