from __future__ import annotations

import pytest

from zhenggai.catalog import LARGEST_FILE, load_plugin, parse_toml, read_text, validate
from zhenggai.errors import CatalogError
from zhenggai.model.rule import RuleFile
from zhenggai.testing.builders import write_rule

SQL = "SELECT _row, judge(amount > 0) AS verdict FROM edu.ledger"


def load(folder):
    return load_plugin(folder, trusted=False)


def test_a_plugin_folder_gives_its_evidence_rules_and_digest(plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, cases="## 一\n")
    plugin = load(plugin_folder)
    assert sorted(plugin.evidence) == ["edu.ledger", "edu.other", "edu.paper"]
    rule = plugin.rules["edu.paid"]
    assert (rule.plugin, rule.queries[0].slug, rule.queries[0].sql) == ("edu", "wrong", SQL)
    assert not rule.trusted
    before = plugin.digest
    write_rule(plugin_folder, "paid", sql=SQL + " WHERE TRUE")
    assert load(plugin_folder).digest != before


def test_an_unknown_key_is_refused_with_file_path_and_nearest_key(plugin_folder):
    home = write_rule(plugin_folder, "paid", sql=SQL)
    text = (home / "rule.toml").read_text(encoding="utf-8")
    (home / "rule.toml").write_text(text.replace("severity", "severty"), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load(plugin_folder)
    assert "rule.toml" in caught.value.where
    assert "“severty” is not a known key" in str(caught.value)
    assert "severity" in str(caught.value)
    assert caught.value.exit_status == 4


def test_an_unknown_key_inside_an_aspect_names_its_path(plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, tail='mesage_en = "x"')
    with pytest.raises(CatalogError, match=r"aspects\.wrong\.mesage_en.*message_en"):
        load(plugin_folder)


def test_an_id_that_is_not_its_folder_is_refused(plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL).rename(plugin_folder / "rules" / "unpaid")
    with pytest.raises(CatalogError, match=r"edu\.paid.*edu\.unpaid"):
        load(plugin_folder)


def test_an_evidence_whose_id_is_not_its_file_is_refused(plugin_folder):
    (plugin_folder / "evidence" / "ledger.toml").rename(plugin_folder / "evidence" / "book.toml")
    with pytest.raises(CatalogError, match=r"edu\.ledger.*edu\.book"):
        load(plugin_folder)


def test_an_aspect_needs_exactly_one_of_sql_and_check(plugin_folder):
    write_rule(plugin_folder, "paid")
    with pytest.raises(CatalogError, match=r"needs either wrong\.sql or a declared check"):
        load(plugin_folder)
    write_rule(
        plugin_folder, "paid", sql=SQL, check='kind = "require"\nfrom = "edu.ledger"\nmust = "TRUE"'
    )
    with pytest.raises(CatalogError, match="not both"):
        load(plugin_folder)


def test_a_query_that_belongs_to_no_aspect_is_named(plugin_folder):
    home = write_rule(plugin_folder, "paid", sql=SQL)
    (home / "wrang.sql").write_text(SQL, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"wrang\.sql.*\n?.*wrong"):
        load(plugin_folder)


def test_a_bare_folder_with_python_is_refused_since_it_would_not_run(plugin_folder):
    (plugin_folder / "hooks.py").write_text("", encoding="utf-8")
    with pytest.raises(CatalogError, match="runs no Python"):
        load(plugin_folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "not valid TOML"),
        ("[" * 5000, "not valid TOML"),
        ("a = inf", "not a finite number"),
        ("b = [{ c = nan }]", "not a finite number"),
        ('"a\u202eb" = 1', "invisible character"),
    ],
)
def test_toml_that_cannot_mean_what_it_shows_is_refused(text, said):
    with pytest.raises(CatalogError, match=said):
        parse_toml(text, "x.toml")


def test_a_file_too_large_missing_or_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "x.toml"
    with pytest.raises(CatalogError, match="cannot be read"):
        read_text(path)
    path.write_bytes(b"x" * (LARGEST_FILE + 1))
    with pytest.raises(CatalogError, match="larger than"):
        read_text(path)
    path.write_bytes("标题".encode("gb18030"))
    with pytest.raises(CatalogError, match="not UTF-8"):
        read_text(path)


def test_a_check_for_one_of_several_aspects_must_say_which():
    data = {
        "id": "edu.paid",
        "title": "x",
        "title_en": "x",
        "severity": "major",
        "kind": "table",
        "since": "0.1",
        "rectify": "x",
        "basis": [{"document": "某规定"}],
        "aspects": {"a": {"title": "a", "message": "a"}, "b": {"title": "b", "message": "b"}},
        "check": {"kind": "require", "from": "edu.ledger", "must": "TRUE"},
    }
    with pytest.raises(CatalogError, match=r"use \[aspects\.X\.check\]"):
        validate(RuleFile, data, "rule.toml")
    data["aspects"] = {"a": {"title": "a", "message": "a", "check": data["check"]}}
    with pytest.raises(CatalogError, match="both given"):
        validate(RuleFile, data, "rule.toml")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('[[fields]]\nname = "a"\ntitle = "a"\ntype = "enum"', "needs `values`"),
        ('[[fields]]\nname = "a"\ntitle = "a"\nvalues = ["x"]', "only an enum field"),
        (
            '[[fields]]\nname = "a"\ntitle = "a"\ntype = "enum"\nvalues = ["x"]\nvalue_synonyms = { y = ["z"] }',
            "of no value: y",
        ),
        ('[[fields]]\nname = "a"\ntitle = "a"\nmonths = true', "only a date field"),
        (
            '[[fields]]\nname = "a"\ntitle = "a"\n[[fields]]\nname = "a"\ntitle = "b"',
            "two fields give the column a",
        ),
        ('key = ["b"]\n[[fields]]\nname = "a"\ntitle = "a"', "`b` in key or date is no field"),
        ('form = "table"', "a table needs fields"),
        ('form = "derived"\n[[fields]]\nname = "a"\ntitle = "a"', "`source` names the document"),
    ],
)
def test_an_evidence_that_contradicts_itself_is_refused(plugin_folder, body, said):
    (plugin_folder / "evidence" / "bad.toml").write_text(
        f'id = "edu.bad"\ntitle = "坏"\n{body}', encoding="utf-8"
    )
    with pytest.raises(CatalogError, match=said):
        load(plugin_folder)
