"""Write the pages of rules and of evidence from the catalog; nobody writes them by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.catalog import cases_of
from zhenggai.checking.kinds import query_sql
from zhenggai.plugins import discover

if TYPE_CHECKING:
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.rule import Rule

HERE = Path(__file__).parent
STATUS = {"verified": "已核", "secondary": "待核（转引）", "memory": "待核（凭记忆）"}


def rule_page(rule: Rule, evidence: dict[str, Evidence]) -> str:
    """One rule: what it demands, by what law, its figures, its checks, its cases."""
    file = rule.file
    lines = [
        f"# {file.title}",
        "",
        f"`{file.id}` · {file.title_en} · {file.severity}",
        "",
        "## 依据",
        "",
    ]
    for basis in file.basis:
        span = f"（{basis.from_ or ''}～{basis.to or ''}）" if basis.from_ or basis.to else ""
        lines.append(f"- {basis.cite()}{span} {STATUS[basis.status]}：{basis.fact}")
    if file.params:
        lines += [
            "",
            "## 参数",
            "",
            "| 名称 | 默认 | 单位 | 说明 | 法定界限 |",
            "|---|---|---|---|---|",
        ]
        for name, param in file.params.items():
            bound = (
                f"{param.bound.op} {param.bound.value}（{param.bound.basis}）"
                if param.bound
                else ""
            )
            default = (
                "、".join(map(str, param.default))
                if isinstance(param.default, list)
                else param.default
            )
            lines.append(
                f"| `{name}` | {_cell(default)} | {_cell(param.unit)} | {_cell(param.why)} | {_cell(bound)} |"
            )
    lines += ["", "## 检查点", ""]
    for query in rule.queries:
        sql = query_sql(query, evidence).strip()
        lines += [f"### {query.aspect.title}", "", f"`{query.slug}`", ""]
        lines += ["```sql", sql, "```", ""] if sql else ["由人回答。", ""]
    lines += [
        "## 整改",
        "",
        file.rectify,
        "",
        "## 案例",
        "",
        "````markdown",
        cases_of(rule).strip(),
        "````",
        "",
    ]
    return "\n".join(lines)


def evidence_page(evidence: Evidence) -> str:
    """One evidence: its other names, its key and its fields."""
    lines = [
        f"# {evidence.title}",
        "",
        f"`{evidence.id}` · {evidence.title_en} · {evidence.form}",
        "",
        f"别名：{'、'.join(evidence.aliases) or '无'}。主键：{'、'.join(f'`{name}`' for name in evidence.key) or '无'}。",
        "",
    ]
    if evidence.form == "table":
        lines += [f"空白台账：`zhenggai template {evidence.id}`", ""]
    lines += ["| 字段 | 名称 | 其他写法 | 类型 | 必填 |", "|---|---|---|---|---|"]
    for field in evidence.fields:
        kind = field.type + (f"（{'、'.join(field.values)}）" if field.values else "")
        lines.append(
            f"| `{field.name}` | {_cell(field.title)} | {_cell('、'.join(field.synonyms))} | {_cell(kind)} |"
            f" {'是' if field.required else ''} |"
        )
    return "\n".join([*lines, ""])


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _write(folder: Path, title: str, pages: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    listed = "\n".join(sorted(pages))
    index = f"# {title}\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    (folder / "index.md").write_text(index, encoding="utf-8")


def main() -> None:
    """Write `rules/` and `evidence/`."""
    plugins = discover()
    evidence = plugins.evidence
    _write(
        HERE / "rules",
        "规则",
        {rule.id: rule_page(rule, evidence) for rule in plugins.rules.values()},
    )
    _write(HERE / "evidence", "材料", {one.id: evidence_page(one) for one in evidence.values()})


if __name__ == "__main__":
    main()
