"""`zhenggai template`: blank ledgers that bind perfectly."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import click

from zhenggai.cli.common import plugin_dir_option
from zhenggai.errors import UnknownNameError, UsageError
from zhenggai.i18n import _


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="EVIDENCE…")
@plugin_dir_option
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path(), help="Folder; default here."
)
@click.option("--force", is_flag=True, help="Replace files that are there.")
def template(
    names: tuple[str, ...], plugin_dirs: tuple[Path, ...], output: Path, force: bool
) -> int:
    """Write blank ledgers of EVIDENCE ids or patterns (`finance.*`)."""
    from zhenggai.plugins import discover

    plugins = discover(list(plugin_dirs))
    tables = {id_: one for id_, one in plugins.evidence.items() if one.form == "table"}
    chosen: dict[str, Path] = {}
    for name in names:
        found = [id_ for id_ in tables if fnmatchcase(id_, name)]
        if not found:
            raise UnknownNameError(_("evidence table"), name, tables)
        chosen |= {id_: output / f"{tables[id_].title}.xlsx" for id_ in found}
    there = [path for path in chosen.values() if path.exists()]
    if there and not force:
        raise UsageError(_("is there already"), where=str(there[0]), hint=_("--force replaces it"))
    write_templates(plugins.evidence, chosen)
    for path in chosen.values():
        click.echo(f"  {path}")
    return 0


def write_templates(evidence: object, chosen: dict[str, Path]) -> None:
    """Write the blank ledger of each evidence id to its path."""
    from zhenggai.binding.template import write_template
    from zhenggai.writing import write_atomic

    for id_, path in chosen.items():
        write_atomic(path, write_template(evidence[id_]))  # type: ignore[index]
