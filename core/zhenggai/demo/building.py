"""Build the demo bureau from the plugins' papers, and know what was planted where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from zhenggai.demo.papers import delimited, pdf, word
from zhenggai.demo.styles import read_style
from zhenggai.demo.workbooks import workbook
from zhenggai.errors import UsageError
from zhenggai.i18n import _
from zhenggai.testing.cases import CaseError, read_cases
from zhenggai.testing.values import field_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhenggai.model.evidence import Evidence, Field
    from zhenggai.plugins import Plugins
    from zhenggai.testing.cases import Case, CaseTable

UNIT = "云溪县市场监督管理局"
AS_OF = "2026-11-24"
PERIOD = "2026"
SETTINGS = "demo.toml"
"""What a plugin adds to the bureau's `zhenggai.toml`."""

_HEAD = f"""\
# 演示单位：一切人名、单位、金额均为虚构。
[unit]
id = "demo"
name = "{UNIT}"

[check]
checklist = "county-market-supervision"
period = "{PERIOD}"
"""


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted fault: what must be found, and where (`sheet` and `row` empty for a document)."""

    verdict: str
    rule: str
    aspect: str
    path: str
    sheet: str = ""
    row: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """The bureau's folder, its papers, and what was planted in them."""

    folder: Path
    papers: tuple[str, ...]
    planted: tuple[Planted, ...]


def build(folder: Path, plugins: Plugins) -> Built:
    """Write the bureau into an empty or new folder.

    Raises:
        UsageError: the folder holds something that is not an earlier demo.
        CaseError: a plugin's `demo.md` is not written as it should be.
    """
    _make_room(folder)
    papers: list[str] = []
    planted: list[Planted] = []
    settings = [_HEAD]
    for plugin in plugins.data.values():
        if (plugin.root / SETTINGS).is_file():
            settings.append((plugin.root / SETTINGS).read_text(encoding="utf-8"))
        for case, where in _papers(plugin.root):
            data, faults = _paper(case, plugins.evidence, where)
            path = folder / case.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            papers.append(case.file)
            planted += faults
    (folder / "zhenggai.toml").write_text("\n".join(settings), encoding="utf-8")
    return Built(folder, tuple(papers), tuple(planted))


def planted_in(plugins: Plugins) -> tuple[Planted, ...]:
    """What a build would plant, without writing anything."""
    return tuple(
        fault
        for plugin in plugins.data.values()
        for case, where in _papers(plugin.root)
        for fault in _paper(case, plugins.evidence, where)[1]
    )


def _make_room(folder: Path) -> None:
    settings = folder / "zhenggai.toml"
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not settings.is_file() or not settings.read_text(encoding="utf-8").startswith(_HEAD[:12]):
        raise UsageError(
            _("is not empty, and no earlier demo"), where=str(folder), hint=_("name another folder")
        )


def _papers(root: Path) -> Iterator[tuple[Case, str]]:
    path = root / "demo.md"
    if path.is_file():
        for case in read_cases(path.read_text(encoding="utf-8"), str(path)):
            yield case, f"{path}:{case.line}"


def _paper(case: Case, evidence: dict[str, Evidence], where: str) -> tuple[bytes, list[Planted]]:
    """The bytes of one paper, and what is planted in it."""
    if not case.file:
        raise CaseError("a paper needs `file:`", where=where)
    style = read_style(case.style, where)
    tables = [_resolved(table, evidence, where) for table in case.tables]
    lines = [line for text in case.texts for line in text.text.splitlines() if line.strip()]
    match PurePosixPath(case.file).suffix:
        case ".xlsx":
            data, placed = workbook(tables, style, UNIT)
        case ".csv":
            data, rows = delimited(tables[0][0], tables[0][2], style)
            placed = [(PurePosixPath(case.file).stem, rows)]
        case ".docx":
            data, of_tables = word(lines, tables, style)
            placed = [(f"表{number}", rows) for number, rows in enumerate(of_tables, 1)]
        case ".pdf":
            data, placed = pdf(lines), []
        case ".txt" | ".md":
            data, placed = "\n".join(lines).encode(), []
        case suffix:
            raise CaseError(f"“{suffix}” cannot be written", where=where)
    return data, list(_planted(case, placed))


def _resolved(
    table: CaseTable, evidence: dict[str, Evidence], where: str
) -> tuple[CaseTable, Evidence, Sequence[Field]]:
    if table.evidence not in evidence:
        raise CaseError(_("there is no evidence “{name}”").format(name=table.evidence), where=where)
    declared = evidence[table.evidence]
    spot = f"{where}:{table.line}"
    return table, declared, [field_for(head, declared.fields, spot) for head in table.heads]


def _planted(case: Case, placed: Sequence[tuple[str, dict[int, int]]]) -> Iterator[Planted]:
    for table, (sheet, rows) in zip(case.tables, placed, strict=False):
        for number, marks in enumerate(table.marks, 1):
            for mark in marks:
                if mark.verdict != "ok":
                    rule, _slash, aspect = mark.aspect.partition("/")
                    yield Planted(
                        mark.verdict, rule, aspect, case.file, sheet, rows[number], mark.words
                    )
    for mark in case.expected:
        rule, _slash, aspect = mark.aspect.partition("/")
        yield Planted(mark.verdict, rule, aspect, case.file, words=mark.words)
