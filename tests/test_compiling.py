"""What is kept of installed plugins is what their files say, and is made anew when they change."""

from __future__ import annotations

import json

import pytest

from zhenggai.catalog import load_plugin
from zhenggai.checking.parsing import Parses
from zhenggai.compiling import FOLDER, cache_folder, compiled
from zhenggai.model.checklist import Checklist
from zhenggai.model.settings import Settings
from zhenggai.planning import parameters
from zhenggai.plugins import discover
from zhenggai.testing.builders import write_rule

SQL = "SELECT _row, judge(amount <= $cap) AS verdict FROM edu.ledger"
CAP = '[params.cap]\ntype = "money"\ndefault = 100\nwhy = "x"\n'


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv(FOLDER, str(folder))
    return folder


@pytest.mark.parametrize("name", sorted(discover().data))
def test_a_kept_plugin_is_the_same_as_its_files(name, cache):
    root = discover().data[name].root
    loaded = load_plugin(root, trusted=True)
    compiled(root)
    again = compiled(root)
    assert dict(again.evidence) == dict(loaded.evidence)
    assert again.digest == loaded.digest
    assert again.checklists == loaded.checklists
    assert list(again.rules) == list(loaded.rules)
    plugins = discover()
    for id_, rule in loaded.rules.items():
        kept = again.rules[id_]
        assert kept.model_dump_json() == rule.model_dump_json()
        values = [
            parameters([one], Checklist(id="x", title=""), Settings(), plugins)[id_]
            for one in (rule, kept)
        ]
        assert values[0] == values[1]


def test_a_changed_file_is_read_anew_and_the_old_is_dropped(plugin_folder, cache):
    write_rule(plugin_folder, "paid", sql=SQL, head=CAP)
    assert compiled(plugin_folder).rules["edu.paid"].queries[0].sql == SQL
    assert compiled(plugin_folder).trusted
    write_rule(plugin_folder, "paid", sql=SQL + "\nWHERE TRUE", head=CAP)
    assert compiled(plugin_folder).rules["edu.paid"].queries[0].sql.endswith("WHERE TRUE")
    assert len(list(cache.glob("plugin-*.json"))) == 1


def test_what_is_kept_and_broken_is_read_anew(plugin_folder, cache):
    compiled(plugin_folder)
    (kept,) = cache.glob("plugin-*.json")
    kept.write_text("{", encoding="utf-8")
    assert "edu.ledger" in compiled(plugin_folder).evidence
    data = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps({**data, "more": 1}), encoding="utf-8")
    assert "edu.ledger" in compiled(plugin_folder).evidence


def test_a_cache_that_cannot_be_written_or_is_not_wanted_is_no_cache(
    plugin_folder, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path / "file" / "below"))
    assert "edu.ledger" in compiled(plugin_folder).evidence
    parses = Parses()
    parses.put("SELECT 1", {"tables": []})
    parses.save()
    monkeypatch.setenv(FOLDER, "")
    assert cache_folder() is None
    assert "edu.ledger" in compiled(plugin_folder).evidence
    assert Parses().get("SELECT 1") is None
    monkeypatch.delenv(FOLDER)
    assert cache_folder().name == "zhenggai"


def test_what_the_parser_said_is_kept_but_no_permission(cache):
    parses = Parses()
    parses.put("SELECT 1", {"tables": ["edu.ledger"], "params": [], "functions": [], "columns": []})
    parses.save()
    assert Parses().get("SELECT 1")["tables"] == ["edu.ledger"]
    assert Parses().get("SELECT 2") is None
    (kept,) = cache.glob("parses-*.json")
    kept.write_text("[", encoding="utf-8")
    assert Parses().get("SELECT 1") is None
