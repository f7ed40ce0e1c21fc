"""Builders for tests: a plugin folder from a few words, and results of a query over rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RULE = """\
id = "{plugin}.{slug}"
title = "{slug}"
title_en = "{slug}"
severity = "{severity}"
kind = "table"
since = "0.1"
rectify = "改正"
{head}
[[basis]]
document = "某规定"
article = "第一条"
status = "verified"

[aspects.{aspect}]
title = "{aspect}"
message = "{message}"
{tail}
"""


def write_plugin(
    folder: Path, plugin: str = "edu", *, evidence: Mapping[str, str] | None = None
) -> Path:
    """A bare plugin folder; `evidence` maps a name to the TOML of its fields and further keys."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plugin.toml").write_text(
        f'id = "{plugin}"\ntitle = "{plugin}"\nversion = "1"\n', encoding="utf-8"
    )
    home = folder / "evidence"
    home.mkdir(exist_ok=True)
    for name, body in (evidence or {}).items():
        (home / f"{name}.toml").write_text(
            f'id = "{plugin}.{name}"\ntitle = "{name}"\n{body}', encoding="utf-8"
        )
    return folder


def write_rule(
    folder: Path,
    slug: str,
    *,
    sql: str = "",
    check: str = "",
    aspect: str = "wrong",
    plugin: str = "edu",
    severity: str = "major",
    message: str = "有问题",
    head: str = "",
    tail: str = "",
    cases: str = "",
) -> Path:
    """A rule's folder in a plugin folder, with one aspect: by SQL or by a declared check."""
    home = folder / "rules" / slug
    home.mkdir(parents=True, exist_ok=True)
    text = RULE.format(
        plugin=plugin,
        slug=slug,
        severity=severity,
        head=head,
        aspect=aspect,
        message=message,
        tail=tail + (f"\n[check]\n{check}\n" if check else ""),
    )
    (home / "rule.toml").write_text(text, encoding="utf-8")
    if sql:
        (home / f"{aspect}.sql").write_text(sql, encoding="utf-8")
    if cases:
        (home / "cases.md").write_text(cases, encoding="utf-8")
    return home
