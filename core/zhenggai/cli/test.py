"""`zhenggai test`: run the cases of a plugin's rules, for authors without pytest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhenggai.errors import UsageError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhenggai.model.rule import Rule
    from zhenggai.plugins import Plugins


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--rule", "only", multiple=True, help="Only this rule id or pattern.")
def test(folder: Path, only: tuple[str, ...]) -> int:
    """Run the worked cases of the plugin in FOLDER (or of one rule's folder, or of many plugins).

    Exit status 1 where a case does not hold, or an aspect is not proved both ways.
    """
    from fnmatch import fnmatchcase

    from zhenggai.testing.proving import prove, unproved

    failed = passed = 0
    rules_seen = 0
    for rule, plugins in _rules(folder):
        if only and not any(fnmatchcase(rule.id, pattern) for pattern in only):
            continue
        rules_seen += 1
        outcomes = prove(rule, plugins)
        lines = [
            f"  {outcome.case.title}\n"
            + "\n".join(f"    {problem}" for problem in outcome.problems)
            for outcome in outcomes
            if outcome.problems
        ]
        lines += [f"  {problem}" for problem in unproved(rule, outcomes)]
        failed += len(lines)
        passed += sum(not outcome.problems for outcome in outcomes)
        if lines:
            click.echo(f"{rule.id}\n" + "\n".join(lines))
    if not rules_seen:
        raise UsageError(_("there is no rule to test"), where=str(folder))
    click.echo(
        _("{rules} rules, {passed} cases hold, {failed} problems").format(
            rules=rules_seen, passed=passed, failed=failed
        )
    )
    return 1 if failed else 0


def _rules(folder: Path) -> Iterator[tuple[Rule, Plugins]]:
    from zhenggai.plugins import discover

    one_rule = (folder / "rule.toml").is_file()
    root = folder.resolve().parent.parent if one_rule else folder.resolve()
    roots = (
        [root]
        if (root / "plugin.toml").is_file()
        else sorted(path.parent for path in root.rglob("plugin.toml"))
    )
    if not roots:
        raise UsageError(_("is no plugin folder: it has no plugin.toml"), where=str(folder))
    installed = discover()
    homes = {plugin.root.resolve() for plugin in installed.data.values()}
    for one in roots:
        plugins = installed if one in homes else discover([one])
        for rule in plugins.rules.values():
            inside = Path(rule.folder).resolve()
            if inside.is_relative_to(one) and (not one_rule or inside == folder.resolve()):
                yield rule, plugins
