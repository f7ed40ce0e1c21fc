"""What may drift apart is held together: ids and folders, declarations, documents, public names."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import click
import pytest
import tomli

import zhenggai
from zhenggai import cli, errors, hooks
from zhenggai.catalog import cases_of
from zhenggai.checking.allowed import ALLOWED
from zhenggai.checking.functions import CORE, FUNCTIONS
from zhenggai.model.raw import TroubleKind
from zhenggai.plugins import checklist_paths, discover

ROOT = Path(__file__).parent.parent
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLUGINS = discover()


def docs(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_plugin_folder_is_declared_everywhere():
    found = {path.parent.name: path.name for path in ROOT.glob("plugins/*/zhenggai_*")}
    assert PROJECT["project"]["entry-points"]["zhenggai.plugins"] == found
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) == {"core/zhenggai"} | {
        f"plugins/{name}/{module}" for name, module in found.items()
    }
    linter = PROJECT["tool"]["importlinter"]
    assert set(linter["root_packages"]) == {"zhenggai", *found.values()}
    for contract in linter["contracts"]:
        for key in ("modules", "source_modules"):
            named = {one for one in contract.get(key, ()) if one.startswith("zhenggai_")}
            assert named in (set(), set(found.values())), contract["name"]
    path = PROJECT["tool"]["mypy"]["mypy_path"].split(":")
    assert set(path) == {"core"} | {f"plugins/{name}" for name in found}


def test_the_public_names_are_exactly_those_that_load():
    assert set(zhenggai.__all__) == {*zhenggai._HOMES, "__version__"}
    for name in zhenggai.__all__:
        assert getattr(zhenggai, name) is not None
    with pytest.raises(AttributeError):
        _ = zhenggai.nothing


def test_every_rule_has_cases_a_sentence_each_and_a_compliant_title():
    for rule in PLUGINS.rules.values():
        assert "## " in cases_of(rule), rule.id
        for text in (
            rule.file.title,
            rule.file.rectify,
            *(query.aspect.message for query in rule.queries),
        ):
            assert not {"！", "!"} & set(text), rule.id


@pytest.mark.parametrize("rule", sorted(PLUGINS.rules))
def test_every_aspect_speaks_both_languages(rule):
    for query in PLUGINS.rules[rule].queries:
        assert query.aspect.title_en or query.aspect.check is not None, query.slug
        assert query.aspect.message_en, query.slug


def test_every_checklist_speaks_both_languages():
    for name, path in checklist_paths(PLUGINS).items():
        data = tomli.loads(path.read_text(encoding="utf-8"))
        assert data.get("title_en"), name
        assert all(section.get("title_en") for section in data.get("sections", ())), name


def test_every_hook_is_documented_and_typed():
    names = [name for name, one in vars(hooks).items() if hasattr(one, "zhenggai_spec")]
    assert len(names) == 5
    text = docs("authoring.md")
    for name in names:
        assert name in text
        assert "return" in inspect.get_annotations(getattr(hooks, name)), name


def test_every_function_and_core_table_is_documented():
    text = docs("authoring.md")
    for name in FUNCTIONS:
        assert re.search(rf"`{name}\b", text), name
    for table in CORE:
        stem = table.removeprefix("core.")
        assert table in text or stem in text, table
    assert set(FUNCTIONS) <= ALLOWED


def test_every_declared_kind_of_check_is_documented():
    from typing import get_args

    from zhenggai.model.checks import Check

    kinds = [one.model_fields["kind"].annotation for one in get_args(get_args(Check)[0])]
    text = docs("authoring.md")
    for kind in kinds:
        assert f"| `{get_args(kind)[0]}` |" in text


def test_every_error_has_its_line_in_the_docs():
    text = docs("errors.md")

    def tree(one: type[errors.ZhenggaiError]) -> list[type[errors.ZhenggaiError]]:
        return [one, *(deeper for child in one.__subclasses__() for deeper in tree(child))]

    for error in tree(errors.ZhenggaiError):
        if error.__module__.startswith("zhenggai."):
            assert f"| `{error.slug}` | {error.exit_status} |" in text, error
            if error.__module__ == "zhenggai.errors":
                assert error.__name__ in (errors.__doc__ or "")


def test_every_trouble_has_its_line_in_the_docs():
    text = docs("troubles.md")
    assert [kind for kind in TroubleKind if f"| `{kind}` |" not in text] == []


def commands(command: click.Command, path: str = "zhenggai") -> list[tuple[str, click.Command]]:
    found = [(path, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += commands(inner, f"{path} {name}")
    return found


def test_every_command_has_help_and_every_option_says_what_it_does():
    for path, command in commands(cli.cli):
        assert command.help or command.short_help, path
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help or isinstance(parameter.type, click.Choice), (
                    path,
                    parameter.name,
                )


def test_every_command_of_the_core_is_listed_and_has_its_module():
    for name, home in cli.COMMANDS.items():
        module = home.partition(":")[0]
        assert module.startswith("zhenggai.cli."), name
    modules = {path.stem for path in (ROOT / "core/zhenggai/cli").glob("*.py")}
    helpers = {"__init__", "common", "crash", "each", "history"}
    assert {
        home.partition(":")[0].rpartition(".")[2] for home in cli.COMMANDS.values()
    } == modules - helpers


def test_modules_open_with_a_sentence():
    for path in [*ROOT.glob("core/**/*.py"), *ROOT.glob("plugins/**/*.py")]:
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert docstring, path
        assert docstring.split("\n\n")[0].rstrip().endswith((".", "。")), path


def test_the_version_is_a_literal():
    text = (ROOT / "core/zhenggai/version.py").read_text(encoding="utf-8")
    assert f'__version__ = "{zhenggai.__version__}"' in text
