"""`zhenggai rules`: the catalog, listed, shown and linted, without running anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhenggai.cli.common import console, plugin_dir_option
from zhenggai.i18n import _, language
from zhenggai.reporting import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhenggai.model.rule import Rule
    from zhenggai.plugins import Plugins


@click.group()
def rules() -> None:
    """The catalog of rules."""


@rules.command("list")
@click.argument("patterns", nargs=-1)
@plugin_dir_option
@click.option("--ids", is_flag=True, help="Ids alone, a line each.")
def list_(patterns: tuple[str, ...], plugin_dirs: tuple[Path, ...], ids: bool) -> int:
    """List the rules, all or those that PATTERNS select (`finance.*`)."""
    from fnmatch import fnmatchcase

    plugins = _plugins(plugin_dirs)
    chosen = [
        rule
        for id_, rule in sorted(plugins.rules.items())
        if not patterns or any(fnmatchcase(id_, pattern) for pattern in patterns)
    ]
    if ids:
        for rule in chosen:
            click.echo(rule.id)
    else:
        _table(chosen)
    _name_broken(plugins)
    if patterns and not chosen:
        from zhenggai.errors import UnknownNameError

        raise UnknownNameError(_("rule"), patterns[0], plugins.rules)
    return 4 if plugins.broken else 0


def _table(chosen: Sequence[Rule]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for head in (_("rule"), _("severity"), _("aspects"), _("title")):
        table.add_column(head, no_wrap=head != _("title"))
    for rule in chosen:
        title = rule.file.title_en if language() == "en" else rule.file.title
        table.add_row(rule.id, words.severity(rule.file.severity), str(len(rule.queries)), title)
    out = console()
    out.print(table)
    out.print(_("{count} rules").format(count=len(chosen)))


@rules.command()
@click.argument("id_", metavar="ID")
@plugin_dir_option
@click.option(
    "--sql",
    is_flag=True,
    help="The SQL of every aspect, also where a declared check compiles to it.",
)
@click.option(
    "--params",
    is_flag=True,
    help="Every parameter with its value and where each setting came from.",
)
@click.option("--checklist", help="With --params: the checklist whose settings count.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="With --params: the unit whose settings count.",
)
@click.option("--cases", is_flag=True, help="The worked cases.")
def show(
    id_: str,
    plugin_dirs: tuple[Path, ...],
    sql: bool,
    params: bool,
    checklist: str | None,
    folder: Path | None,
    cases: bool,
) -> int:
    """Show one rule: what it demands, by what law, with which figures, and how to put it right."""
    from zhenggai.catalog import cases_of

    plugins = _plugins(plugin_dirs)
    rule = plugins.rule(id_)
    lines: list[str] = []
    if params:
        lines += _params(rule, plugins, checklist, folder)
    if sql:
        lines += _sql(rule, plugins)
    if cases:
        lines.append(cases_of(rule))
    click.echo("\n".join(lines or list(_page(rule, plugins))))
    return 0


def _page(rule: Rule, plugins: Plugins) -> Iterator[str]:
    file = rule.file
    yield f"{file.id}  {file.title}"
    yield f"  {file.title_en}"
    yield "  " + _("severity {severity}, kind {kind}, since {since}").format(
        severity=words.severity(file.severity), kind=file.kind, since=file.since
    )
    yield ""
    yield _("Legal basis")
    for basis in file.basis:
        span = f"  [{basis.from_ or '…'} – {basis.to or '…'}]" if basis.from_ or basis.to else ""
        yield f"  {basis.cite()}{span}"
        if basis.fact:
            yield f"      {basis.fact}"
    yield ""
    yield _("Aspects")
    for query in rule.queries:
        own = query.aspect.severity
        severity = f"  ({words.severity(own)})" if own else ""
        yield f"  {query.slug}  {query.aspect.title}{severity}"
    yield ""
    yield _("Evidence")
    for evidence in _evidence(rule, plugins):
        declared = plugins.evidence.get(evidence)
        title = declared.title if declared else _("(its plugin is not installed)")
        yield f"  {evidence}  {title}"
    if file.params:
        yield ""
        yield _("Parameters")
        for name, param in file.params.items():
            bound = (
                f"  {param.bound.op} {param.bound.value} ({param.bound.basis})"
                if param.bound
                else ""
            )
            yield f"  {name} = {param.default} {param.unit}{bound}"
            yield f"      {param.why}"
    yield ""
    yield _("To put right")
    yield f"  {file.rectify}"


def _evidence(rule: Rule, plugins: Plugins) -> list[str]:
    import duckdb

    from zhenggai.checking.gate import examine
    from zhenggai.checking.kinds import query_sql

    tables: set[str] = set()
    readable = [*plugins.evidence, *rule.file.reads]
    with duckdb.connect() as con:
        for query in rule.queries:
            if not query.attest:
                parsed = examine(
                    con,
                    query_sql(query, plugins.evidence),
                    tables=readable,
                    params=rule.file.params,
                )
                tables |= parsed.tables
    return sorted(table for table in tables if not table.startswith("core."))


def _params(
    rule: Rule, plugins: Plugins, checklist: str | None, folder: Path | None
) -> Iterator[str]:
    from zhenggai.model.checklist import Checklist
    from zhenggai.model.settings import Settings
    from zhenggai.planning import load_checklist, load_settings, parameters

    asked = load_checklist(checklist, plugins)[0] if checklist else Checklist(id="none", title="")
    mine = {path: value for path, value in asked.params.items() if path.startswith(f"{rule.id}.")}
    settings = load_settings(folder) if folder else Settings()
    found = parameters([rule], asked.model_copy(update={"params": mine}), settings, plugins)
    setters = {"default": _("default"), "checklist": _("checklist"), "unit": _("unit")}
    for name, param in found[rule.id].items():
        declared = rule.file.params[name]
        yield f"{rule.id}.{name} = {_value(param.value)} {declared.unit}"
        for origin in param.origins:
            yield f"    {setters[origin.by]} ({origin.where}): {_value(origin.value)}"
        if declared.bound:
            bound = declared.bound
            yield "    " + _("bound") + f": {bound.op} {bound.value} ({bound.basis})"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(f"{one['value']} [{one['from']} – {one['to']}]" for one in value)
    if isinstance(value, list):
        return "、".join(value)
    return str(value)


def _sql(rule: Rule, plugins: Plugins) -> Iterator[str]:
    from zhenggai.checking.kinds import query_sql

    for query in rule.queries:
        yield f"-- {rule.id}/{query.slug}"
        yield query_sql(query, plugins.evidence).rstrip() or f"-- attest: {query.aspect.title}"
        yield ""


@rules.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
def lint(folders: tuple[Path, ...]) -> int:
    """Examine every rule, evidence and checklist; or those of the bare plugin FOLDERS."""
    from zhenggai.linting import lint as examine_all

    plugins = _plugins(folders)
    only = (
        {name for name, plugin in plugins.data.items() if plugin.root in folders}
        if folders
        else None
    )
    problems = examine_all(plugins, only)
    for problem in problems:
        click.echo(str(problem))
    _name_broken(plugins)
    rules_count = sum(1 for rule in plugins.rules.values() if only is None or rule.plugin in only)
    click.echo(
        _("{rules} rules examined, {problems} problems").format(
            rules=rules_count, problems=len(problems)
        )
    )
    if plugins.broken:
        return 4
    return 1 if problems else 0


def _plugins(folders: Sequence[Path]) -> Plugins:
    from zhenggai.plugins import discover

    return discover(list(folders))


def _name_broken(plugins: Plugins) -> None:
    for name, error in plugins.broken.items():
        click.echo(
            _("the plugin {name} does not load: {error}").format(name=name, error=error), err=True
        )
