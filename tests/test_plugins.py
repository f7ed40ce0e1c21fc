from __future__ import annotations

import sys
from importlib.metadata import EntryPoint

import pytest

from zhenggai import plugins as loading
from zhenggai.errors import CatalogError, PluginError, UnknownNameError
from zhenggai.model.intake import Paper
from zhenggai.plugins import checklist_paths, discover
from zhenggai.testing.builders import write_plugin, write_rule

SQL = "SELECT _row, judge(amount > 0) AS verdict FROM edu.ledger"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Make a package of a plugin importable as an entry point; gives a function."""

    def make(name: str, code: str, plugin: str = "coded") -> None:
        folder = write_plugin(tmp_path / name, plugin)
        (folder / "__init__.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        points = [EntryPoint(plugin, name, loading.GROUP)]
        monkeypatch.setattr(loading, "entry_points", lambda group: points)
        monkeypatch.delitem(sys.modules, name, raising=False)

    return make


def test_every_plugin_of_the_distribution_loads():
    found = discover()
    assert not found.broken
    assert set(found.data) >= {
        "cadre",
        "drugs",
        "enforcement",
        "finance",
        "food",
        "ip",
        "party",
        "rectification",
        "service",
    }
    assert all(plugin.trusted for plugin in found.data.values())


def test_a_bare_folder_is_loaded_beside_the_packages(plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL)
    found = discover([plugin_folder])
    assert found.rule("edu.paid").id == "edu.paid"
    assert not found.data["edu"].trusted


def test_an_old_id_leads_to_the_rule_and_an_unknown_one_to_the_nearest(plugin_folder):
    write_rule(plugin_folder, "paid", sql=SQL, head='aliases = ["edu.payed-up"]')
    found = discover([plugin_folder], packages=False)
    assert found.rule("edu.payed-up").id == "edu.paid"
    with pytest.raises(UnknownNameError, match=r"edu\.paid") as caught:
        found.rule("edu.payd")
    assert caught.value.exit_status == 2


def test_a_folder_without_plugin_toml_is_refused(tmp_path):
    with pytest.raises(PluginError, match="no plugin folder"):
        discover([tmp_path], packages=False)


def test_two_plugins_of_one_id_are_refused(plugin_folder, tmp_path):
    other = write_plugin(tmp_path / "second")
    with pytest.raises(PluginError, match="two plugins have the id “edu”"):
        discover([plugin_folder, other], packages=False)


def test_a_package_that_raises_on_import_is_kept_by_name_and_not_lost(package):
    package("zz_raises", "raise RuntimeError('boom')")
    found = discover()
    assert "boom" in str(found.broken["coded"])
    assert "coded" not in found.data


def test_a_package_that_is_not_installed_is_kept_by_name(monkeypatch):
    points = [EntryPoint("ghost", "zz_no_such_package", loading.GROUP)]
    monkeypatch.setattr(loading, "entry_points", lambda group: points)
    assert "not installed" in str(discover().broken["ghost"])


def test_a_hook_without_its_mark_is_refused_since_it_would_not_run(package):
    package("zz_unmarked", "def derive_tables(papers):\n    return {}\n")
    assert "lacks the @hookimpl mark" in str(discover().broken["coded"])


def test_a_hook_with_a_wrong_argument_is_refused(package):
    package(
        "zz_wrong",
        "from zhenggai import hookimpl\n@hookimpl\ndef derive_tables(sheets):\n    return {}\n",
    )
    assert "sheets" in str(discover().broken["coded"])


def test_an_unknown_hook_is_refused(package):
    package(
        "zz_unknown",
        "from zhenggai import hookimpl\n@hookimpl\ndef derive_table(papers):\n    return {}\n",
    )
    with pytest.raises(PluginError, match="derive_table"):
        discover()


def test_hooks_of_a_package_are_called_and_their_gifts_joined(package):
    package(
        "zz_hooks",
        "from zhenggai import hookimpl, Row\nfrom zhenggai.hooks import Function, ReportFormat, Reader\nimport click\n@hookimpl\ndef derive_tables(papers):\n    return {'coded.x': [Row(papers[0], 1, {'a': 1})]}\n@hookimpl\ndef register_functions():\n    return [Function('plus_one', ('BIGINT',), 'BIGINT', lambda n: n + 1)]\n@hookimpl\ndef register_report_formats():\n    return [ReportFormat('txt', 'a.txt', lambda a: b'')]\n@hookimpl\ndef register_readers():\n    return [Reader('abc', ('.abc',), lambda p, d: None)]\n@hookimpl\ndef register_commands():\n    return [click.Command('greet')]",
    )
    found = discover()
    paper = Paper("coded.p", "a.docx", "a", ())
    assert found.derives
    assert found.derive_tables([paper])["coded.x"][0].values == {"a": 1}
    assert [one.name for one in found.functions()] == ["plus_one"]
    assert [one.name for one in found.report_formats()] == ["txt"]
    assert [one.format for one in found.readers()] == ["abc"]
    assert [one.name for one in found.commands()] == ["greet"]


def test_checklists_of_a_folder_stand_beside_those_of_the_distribution(plugin_folder):
    home = plugin_folder / "checklists"
    home.mkdir()
    (home / "school.toml").write_text('id = "school"\ntitle = "x"\n', encoding="utf-8")
    paths = checklist_paths(discover([plugin_folder]))
    assert paths["school"] == home / "school.toml"
    assert "county-market-supervision" in paths
    (home / "county-market-supervision.toml").write_text("", encoding="utf-8")
    with pytest.raises(CatalogError, match="two checklists have the id"):
        checklist_paths(discover([plugin_folder]))
