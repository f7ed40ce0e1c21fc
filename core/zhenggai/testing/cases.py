"""Read `cases.md`: one heading a case, one table an evidence, marks on what must be found.

::

    ## 十人以下陪三人不算超
    来访10人、陪餐3人，正好等于上限。

    as-of: 2026-03-31
    period: 2026
    param: meal_cap = 120
    expect: pass

    finance.reception_ledger
    | 接待时间 | 来访单位 | 来访人数 | 陪餐人数 | expect |
    |---|---|---|---|---|
    | 2026-03-05 | 邻县市监局 | 10 | 3 | ok |
    | 2026-03-06 | 邻县市监局 | 9 | 4 | violation: too-many-companions |

    rectification.report_document
    ```text
    一、…
    ```

Columns are headed by field name, title or synonym. A row's mark is `ok` (or nothing: found by no
aspect), `ok: aspect` (examined and in order), or `violation: aspect`, `doubt: …`, `gap: …`,
`pending: …`; several are joined by `;`. Lines before the tables: `expect: <status>` of the rule;
`expect: <status>: aspect` of one aspect; `expect: violation: aspect @ words` for a finding that
stands on no row of the tables, the words being part of its key or message. `answer: yes by 张三 on
2026-01-05 with 材料.pdf` answers an attest rule; `section: 城关所 | 监管所 | 李四` names a section of
the unit; `missing: evidence.id` says that a paper is not there (a table with a head and no rows is
there, and empty).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhenggai.errors import CatalogError
from zhenggai.i18n import _

VERDICTS = ("ok", "violation", "doubt", "gap", "pending")
STATUSES = ("pass", "fail", "not_applicable", "insufficient", "stale", "manual", "error")


class CaseError(CatalogError):
    """A case is not written as it should be; `where` names the file and line."""

    slug = "case"


@dataclass(frozen=True, slots=True)
class Mark:
    """What must be found (or, for `ok`, must be examined and in order) by one aspect."""

    verdict: str
    aspect: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The rows of one evidence as written, with the marks of each."""

    evidence: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[Mark, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class CaseText:
    """The text of one document, a paragraph a line."""

    evidence: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case."""

    title: str
    line: int
    prose: str = ""
    as_of: str | None = None
    period: str | None = None
    params: dict[str, str] = field(default_factory=dict)
    tables: tuple[CaseTable, ...] = ()
    texts: tuple[CaseText, ...] = ()
    status: str | None = None
    aspect_statuses: dict[str, str] = field(default_factory=dict)
    expected: tuple[Mark, ...] = ()
    answers: tuple[str, ...] = ()
    sections: tuple[tuple[str, str, str], ...] = ()
    missing: tuple[str, ...] = ()
    file: str = ""
    style: str = ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark of the case, on rows or not."""
        return (
            *(mark for table in self.tables for row in table.marks for mark in row),
            *self.expected,
        )


_EVIDENCE = re.compile(r"^`?([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)`?(?:\s+(.+))?$")
_SETTING = re.compile(r"^(as-of|period|param|expect|answer|section|missing|file|style):\s*(.+)$")
_RULE_LINE = re.compile(r"^\|?\s*:?-{2,}")


def read_cases(text: str, where: str = "cases.md") -> tuple[Case, ...]:
    """All cases of a file; CaseError names the line that is not understood."""
    lines = text.splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("## ")]
    return tuple(
        _case(lines, at, end, where)
        for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


@dataclass(slots=True)
class _Draft:
    """A case while its lines are read."""

    prose: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    status: str | None = None
    statuses: dict[str, str] = field(default_factory=dict)
    expected: list[Mark] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    sections: list[tuple[str, str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    tables: list[CaseTable] = field(default_factory=list)
    texts: list[CaseText] = field(default_factory=list)

    def set(self, key: str, value: str, where: str) -> None:
        """Take one `key: value` line."""
        match key:
            case "as-of" | "period" | "file" | "style":
                self.words[key.replace("-", "_")] = value
            case "param":
                name, _equals, given = value.partition("=")
                self.params[name.strip()] = given.strip()
            case "answer":
                self.answers.append(value)
            case "section":
                name, kind, head, *_rest = (*(part.strip() for part in value.split("|")), "", "")
                self.sections.append((name, kind, head))
            case "missing":
                self.missing.append(value)
            case _ if value in STATUSES:
                self.status = value
            case _:
                _expectation(value, self.statuses, self.expected, where)


def _case(lines: list[str], at: int, end: int, where: str) -> Case:
    draft = _Draft()
    number = at + 1
    while number < end:
        line = lines[number].strip()
        if setting := _SETTING.match(line):
            draft.set(setting[1], setting[2].strip(), f"{where}:{number + 1}")
        elif named := _EVIDENCE.match(line):
            number, block = _block(lines, number + 1, end, named, where)
            if isinstance(block, CaseTable):
                draft.tables.append(block)
            else:
                draft.texts.append(block)
            continue
        elif line.startswith("|"):
            raise CaseError(
                _("a table without the name of its evidence above it"),
                where=f"{where}:{number + 1}",
            )
        elif line:
            draft.prose.append(line)
        number += 1
    return Case(
        title=lines[at][3:].strip(),
        line=at + 1,
        prose=" ".join(draft.prose),
        as_of=draft.words.get("as_of"),
        period=draft.words.get("period"),
        file=draft.words.get("file", ""),
        style=draft.words.get("style", ""),
        params=draft.params,
        tables=tuple(draft.tables),
        texts=tuple(draft.texts),
        status=draft.status,
        aspect_statuses=draft.statuses,
        expected=tuple(draft.expected),
        answers=tuple(draft.answers),
        sections=tuple(draft.sections),
        missing=tuple(draft.missing),
    )


def _expectation(value: str, statuses: dict[str, str], expected: list[Mark], where: str) -> None:
    first, _colon, rest = value.partition(":")
    if first.strip() in STATUSES and rest:
        statuses[rest.strip()] = first.strip()
    else:
        expected.extend(_marks(value, where))


def _marks(cell: str, where: str) -> tuple[Mark, ...]:
    marks = []
    for part in (one.strip() for one in cell.split(";")):
        if part in {"", "ok"}:
            continue
        verdict, _colon, rest = part.partition(":")
        aspect, _at, words = rest.partition("@")
        if verdict.strip() not in VERDICTS or not aspect.strip():
            raise CaseError(
                _("“{mark}” is no mark: write `violation: aspect`").format(mark=part), where=where
            )
        marks.append(Mark(verdict.strip(), aspect.strip(), words.strip()))
    return tuple(marks)


def _block(
    lines: list[str], number: int, end: int, named: re.Match[str], where: str
) -> tuple[int, CaseTable | CaseText]:
    while number < end and not lines[number].strip():
        number += 1
    evidence, name = named[1], named[2] or ""
    if number < end and lines[number].strip().startswith("```"):
        close = next((at for at in range(number + 1, end) if lines[at].strip() == "```"), None)
        if close is None:
            raise CaseError(_("the text block is not closed"), where=f"{where}:{number + 1}")
        return close + 1, CaseText(evidence, "\n".join(lines[number + 1 : close]), name)
    rows: list[list[str]] = []
    start = number
    while number < end and lines[number].strip().startswith("|"):
        if not _RULE_LINE.match(lines[number].strip()):
            rows.append(_cells(lines[number].strip()))
        number += 1
    if not rows:
        raise CaseError(
            _("no table or text follows {evidence}").format(evidence=evidence),
            where=f"{where}:{start}",
        )
    heads = rows[0]
    marked = heads.index("expect") if "expect" in heads else None
    body, marks = [], []
    for offset, row in enumerate(rows[1:], start + 3):
        if len(row) != len(heads):
            raise CaseError(
                _("{found} cells under {wanted} heads").format(found=len(row), wanted=len(heads)),
                where=f"{where}:{offset}",
            )
        marks.append(_marks(row[marked], f"{where}:{offset}") if marked is not None else ())
        body.append(tuple(cell for at, cell in enumerate(row) if at != marked))
    return number, CaseTable(
        evidence,
        tuple(head for at, head in enumerate(heads) if at != marked),
        tuple(body),
        tuple(marks),
        start + 1,
    )


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [
        cell.strip().replace("\\|", "|").replace("<br>", "\n")
        for cell in re.split(r"(?<!\\)\|", inner)
    ]
