"""`zhenggai init`: a workspace for a unit: settings, folders by domain, blank ledgers."""

from __future__ import annotations

from pathlib import Path

import click

from zhenggai.cli.common import plugin_dir_option
from zhenggai.errors import UsageError
from zhenggai.i18n import _

_SETTINGS = """\
# 本单位的设置；全部可以不写。说明见 README。
[unit]
name = "{name}"

[check]
checklist = "{checklist}"
# period = "2026"
# plugin-dirs = ["规则/教育"]

# [params]
# "finance.reception-standard.meal_cap" = 120

# [[evidence]]                # 自动识别不对时，指定某个文件是什么
# file = "接待*.xlsx"
# as = "finance.reception_ledger"

# [[answers]]                 # 回答需要人来回答的规则
# rule = "…"
# answer = "yes"
# by = "…"
# on = 2026-11-20
# proof = "材料/照片.pdf"
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--checklist", help="The checklist the unit will use.")
@click.option("--name", default="", help="The unit's name.")
@plugin_dir_option
def init(folder: Path, checklist: str | None, name: str, plugin_dirs: tuple[Path, ...]) -> int:
    """Make FOLDER a workspace: zhenggai.toml, a folder a domain, blank ledgers."""
    from zhenggai.cli.template import write_templates
    from zhenggai.planning import SETTINGS_FILE, load_checklist
    from zhenggai.plugins import discover
    from zhenggai.run import DEFAULT_CHECKLIST

    if (folder / SETTINGS_FILE).exists():
        raise UsageError(_("is a workspace already"), where=str(folder / SETTINGS_FILE))
    plugins = discover(list(plugin_dirs))
    chosen = checklist or DEFAULT_CHECKLIST
    load_checklist(chosen, plugins)
    folder.mkdir(parents=True, exist_ok=True)
    for plugin in plugins.data.values():
        (folder / plugin.file.title).mkdir(exist_ok=True)
    tables = {id_: one for id_, one in plugins.evidence.items() if one.form == "table"}
    # Beside the papers, not among them: a blank ledger is no evidence.
    blank = folder / ".zhenggai" / "templates"
    homes = {
        id_: blank / plugins.data[one.plugin].file.title / f"{one.title}.xlsx"
        for id_, one in tables.items()
    }
    write_templates(plugins.evidence, homes)
    text = _SETTINGS.format(
        name=(name or folder.resolve().name).replace('"', "'"), checklist=chosen
    )
    (folder / SETTINGS_FILE).write_text(text, encoding="utf-8")
    click.echo(_("workspace: {folder}; blank ledgers: {blank}").format(folder=folder, blank=blank))
    click.echo(_("put the papers into it, then: zhenggai check {folder}").format(folder=folder))
    return 0
