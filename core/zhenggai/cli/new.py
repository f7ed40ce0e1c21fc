"""`zhenggai new`: a plugin or rule that works, to be changed into one's own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from zhenggai.errors import UsageError
from zhenggai.i18n import _


@click.group()
def new() -> None:
    """Scaffolds: a plugin folder, or a rule in one."""


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--id", "id_", help="The plugin's id, lower-case letters; default the folder's name.")
@click.option("--title", default="", help="Its Chinese title.")
def plugin(folder: Path, id_: str | None, title: str) -> int:
    """Write a bare plugin folder with one evidence, one rule, its cases and a checklist."""
    name = id_ or folder.resolve().name
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise UsageError(
            _("“{name}” is no plugin id").format(name=name),
            hint=_("use lower-case letters: --id education"),
        )
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(_("is not empty"), where=str(folder))
    _write(folder / "plugin.toml", _PLUGIN.format(id=name, title=title or name))
    _write(folder / "evidence" / "ledger.toml", _EVIDENCE.format(id=name))
    _write(
        folder / "checklists" / f"{name.replace('_', '-')}.toml",
        _CHECKLIST.format(id=name.replace("_", "-"), plugin=name, title=title or name),
    )
    _rule(folder, name, "done-on-time")
    click.echo(_("written: {folder}; try: zhenggai test {folder}").format(folder=folder))
    return 0


@new.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("slug")
def rule(folder: Path, slug: str) -> int:
    """Add a rule named SLUG (words joined by `-`, naming the subject) to the plugin in FOLDER."""
    from zhenggai.catalog import PluginFile, load_toml

    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        raise UsageError(
            _("“{slug}” is no slug").format(slug=slug), hint=_("write it like done-on-time")
        )
    if not (folder / "plugin.toml").is_file():
        raise UsageError(_("is no plugin folder: it has no plugin.toml"), where=str(folder))
    if (folder / "rules" / slug).exists():
        raise UsageError(_("is there already"), where=str(folder / "rules" / slug))
    _rule(folder, load_toml(PluginFile, folder / "plugin.toml").id, slug)
    click.echo(
        _("written: {folder}; try: zhenggai test {folder}").format(folder=folder / "rules" / slug)
    )
    return 0


def _rule(folder: Path, plugin_id: str, slug: str) -> None:
    evidence = next(iter(sorted((folder / "evidence").glob("*.toml"))), None)
    name = f"{plugin_id}.{evidence.stem}" if evidence else f"{plugin_id}.ledger"
    home = folder / "rules" / slug
    _write(home / "rule.toml", _RULE.format(id=f"{plugin_id}.{slug}", evidence=name))
    _write(home / "cases.md", _CASES.format(evidence=name))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


_PLUGIN = """\
id = "{id}"
title = "{title}"
version = "0.1.0"
"""

_EVIDENCE = """\
id = "{id}.ledger"
title = "任务台账"
title_en = "Task ledger"
grain = "one row per task"
key = ["task"]
date = "due_date"
aliases = ["工作台账"]

[[fields]]
name = "task"
title = "任务"
synonyms = ["事项", "工作任务"]
required = true

[[fields]]
name = "owner"
title = "责任人"
type = "person"

[[fields]]
name = "due_date"
title = "完成时限"
type = "date"
required = true

[[fields]]
name = "done_date"
title = "完成日期"
synonyms = ["实际完成日期"]
type = "date"
"""

_RULE = """\
id = "{id}"
title = "任务按时限完成"
title_en = "Tasks are done by their time limit"
severity = "major"
kind = "table"
since = "0.1"
rectify = "说明逾期原因，限期完成并补记完成日期。"

[[basis]]
document = "本单位工作制度"
article = "第一条"
fact = "任务应当在时限内完成"
status = "memory"

[aspects.done-late]
title = "逾期完成或逾期未完成"
message = "{{task}}应于{{due_date}}前完成，完成日期{{done_date}}"
message_en = "{{task}} was due on {{due_date}}, done on {{done_date}}"
fields = ["due_date", "done_date"]

[check]
kind = "require"
from = "{evidence}"
where = "done_date IS NOT NULL OR due_date < as_of()"
must = "coalesce(done_date, as_of()) <= due_date"
"""

_CASES = """\
# 任务按时限完成

## 当天完成不算逾期，次日完成算
时限当天完成在时限以内。

as-of: 2026-06-30

{evidence}
| 任务 | 完成时限 | 完成日期 | expect |
|---|---|---|---|
| 报送总结 | 2026-03-31 | 2026-03-31 | ok: done-late |
| 报送名册 | 2026-03-31 | 2026-04-01 | violation: done-late |
| 整改门牌 | 2026-05-31 |  | violation: done-late |

## 没有写时限的判不了
空着的时限不当作没有时限。

{evidence}
| 任务 | 完成时限 | 完成日期 | expect |
|---|---|---|---|
| 报送总结 |  | 2026-03-31 | gap: done-late |
"""

_CHECKLIST = """\
id = "{id}"
title = "{title}自查"

[[sections]]
id = "all"
title = "全部"
rules = ["{plugin}.*"]
"""
