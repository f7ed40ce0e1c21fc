"""Run a rule's cases over the real engine, and show that they would catch a broken aspect."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli

from zhenggai.catalog import cases_of
from zhenggai.checking import check, connect, define, fill, prepare
from zhenggai.checking.executing import Here
from zhenggai.checking.parsing import Parses
from zhenggai.errors import nearest
from zhenggai.i18n import _
from zhenggai.model.assessment import Finding, Result, Verdict
from zhenggai.model.checklist import Checklist, Item, Scoring, Section
from zhenggai.model.intake import Intake, Paper, Part
from zhenggai.model.plan import ParamValue, Plan, PlannedRule
from zhenggai.model.raw import RawParagraph, TroubleKind
from zhenggai.model.settings import Answer, Settings, UnitSection
from zhenggai.model.source import (
    ColumnMatch,
    DocumentRecord,
    SheetRecord,
    Source,
    TroubleRecord,
)
from zhenggai.planning import parameters, parse_date, parse_period
from zhenggai.testing.cases import Case, CaseError, CaseTable, CaseText, read_cases
from zhenggai.testing.values import UNREADABLE, columns_of, field_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhenggai.model.rule import Rule
    from zhenggai.plugins import Plugins

DEFAULT_AS_OF = dt.date(2026, 12, 31)
_ALL = frozenset(Verdict)
_ANSWER = re.compile(
    r"(?P<answer>\S+) by (?P<by>\S+) on (?P<on>\d{4}-\d{2}-\d{2})(?: with (?P<proof>.+))?"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one case came to: nothing in `problems` if it holds."""

    case: Case
    problems: tuple[str, ...]
    found: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()


@dataclass
class Workbench:
    """A session in which the cases of one rule are run, one after another."""

    rule: Rule
    plugins: Plugins
    _con: Any = field(init=False)
    _parses: Parses = field(init=False, default_factory=Parses)

    def __post_init__(self) -> None:
        self._con = connect(threads=1)
        define(self._con, self._plan(Case(title="", line=0)), self.plugins.functions())

    def close(self) -> None:
        """End the session."""
        self._con.close()

    def run(self, case: Case) -> Outcome:
        """One case over the engine; a CaseError if the case itself is wrong."""
        where = f"{self.rule.folder}/cases.md:{case.line}"
        plan = self._plan(case)
        self._check_marks(case, where)
        functions = [one.name for one in self.plugins.functions()]
        prepared = prepare(self._con, plan, functions, parses=self._parses)
        intake = self._intake(case, plan, where)
        derived = self.plugins.derive_tables(intake.papers()) if intake.papers() else {}
        fill(self._con, plan, intake, prepared.needed, derived=derived)
        (result,) = check(
            self._con,
            plan,
            prepared,
            intake,
            proofs=lambda path: path and "0" * 64,
            listed=_ALL,
            outside=Here(self._con),
        )
        return _compare(case, result)

    def _plan(self, case: Case) -> Plan:
        as_of = parse_date(case.as_of) if case.as_of else DEFAULT_AS_OF
        period = parse_period(case.period or str(as_of.year))
        return Plan(
            unit_id="case",
            unit_name="case",
            checklist_id="case",
            checklist_title="case",
            checklist_digest="",
            as_of=as_of,
            period=period,
            sections=(),
            rules=(
                PlannedRule(
                    rule=self.rule,
                    section="case",
                    points=Decimal(1),
                    mode="ratio",
                    params=self._params(case),
                ),
            ),
            evidence=self.plugins.evidence,
            scoring=Scoring(),
            scoring_digest="",
            plugins=(),
            answers=tuple(self._answer(text, case) for text in case.answers),
            unit_sections=tuple(UnitSection(name=a, kind=b, head=c) for a, b, c in case.sections),
        )

    def _params(self, case: Case) -> dict[str, ParamValue]:
        given = {}
        for name, text in case.params.items():
            try:
                value = tomli.loads(f"value = {text}")["value"]
            except tomli.TOMLDecodeError:
                value = text
            given[f"{self.rule.id}.{name}"] = value
        checklist = Checklist(
            id="case",
            title="case",
            sections=(Section(id="case", title="", rules=(Item(rule=self.rule.id),)),),
            params=given,
        )
        return parameters([self.rule], checklist, Settings(), self.plugins)[self.rule.id]

    def _answer(self, text: str, case: Case) -> Answer:
        match = _ANSWER.fullmatch(text)
        if not match:
            raise CaseError(
                _("write `answer: yes by 张三 on 2026-01-05 with 材料.pdf`"),
                where=f"{self.rule.folder}:{case.line}",
            )
        return Answer(
            rule=self.rule.id,
            answer=match["answer"],
            by=match["by"],
            on=dt.date.fromisoformat(match["on"]),
            proof=match["proof"],
        )

    def _check_marks(self, case: Case, where: str) -> None:
        known = [query.slug for query in self.rule.queries]
        for name in [mark.aspect for mark in case.marks] + list(case.aspect_statuses):
            if name not in known:
                raise CaseError(
                    _("the rule has no aspect “{name}”").format(name=name),
                    where=where,
                    hint=nearest(name, known),
                )

    def _intake(self, case: Case, plan: Plan, where: str) -> Intake:
        """The tables and texts of a case as if they had been collected."""
        self._con.execute("CREATE SCHEMA IF NOT EXISTS casework")
        sources: list[Source] = []
        parts: list[Part] = []
        paragraphs: list[Part] = []
        papers: list[Paper] = []
        blocks: list[CaseTable | CaseText] = [*case.tables, *case.texts]
        for ordinal, given in enumerate(blocks, 1):
            if given.evidence not in plan.evidence:
                raise CaseError(
                    _("there is no evidence “{name}”").format(name=given.evidence),
                    where=where,
                    hint=nearest(given.evidence, plan.evidence),
                )
            if isinstance(given, CaseTable):
                source, part = self._table(given, ordinal, plan, where)
            else:
                source, part, paragraph, paper = self._document(given, ordinal, plan)
                paragraphs.append(paragraph)
                papers.append(paper)
            sources.append(source)
            parts.append(part)
        return Intake(
            sources=tuple(sources),
            parts=tuple(parts),
            paragraphs=tuple(paragraphs),
            papers=lambda: tuple(papers),
        )

    def _table(self, table: CaseTable, ordinal: int, plan: Plan, where: str) -> tuple[Source, Part]:
        evidence = plan.evidence[table.evidence]
        spot = f"{where}:{table.line}"
        fields = [field_for(head, evidence.fields, spot) for head in table.heads]
        columns: dict[str, list[Any]] = {name: [] for name, _kind in evidence.columns()}
        troubles: list[TroubleRecord] = []
        for number, row in enumerate(table.rows, 1):
            given: dict[str, Any] = {}
            for one, cell in zip(fields, row, strict=True):
                values = columns_of(one, cell, spot)
                if cell.startswith(UNREADABLE):
                    troubles.append(_unreadable(one.name, cell, "Sheet1", f"A{number}"))
                given.update(zip((name for name, _kind in one.columns()), values, strict=True))
            for name, values_of in columns.items():
                values_of.append(given.get(name))
        path = f"{ordinal}-{evidence.title}.xlsx"
        select = self._select(ordinal, len(table.rows), dict(evidence.columns()), columns)
        record = SheetRecord(
            sheet="Sheet1",
            ordinal=ordinal,
            evidence=evidence.id,
            confidence=1.0,
            columns=tuple(
                ColumnMatch(field=one.name, heading=one.title, column=chr(ord("A") + at % 26))
                for at, one in enumerate(fields)
            ),
        )
        source = Source(
            path=path,
            sha256="0" * 64,
            size=0,
            format="case",
            sheets=(record,),
            troubles=tuple(troubles),
            trouble_count=len(troubles),
        )
        return source, Part(evidence.id, ordinal, select, path)

    def _document(
        self, text: CaseText, ordinal: int, plan: Plan
    ) -> tuple[Source, Part, Part, Paper]:
        evidence = plan.evidence[text.evidence]
        lines = [line.strip() for line in text.text.splitlines() if line.strip()]
        path = text.name or f"{evidence.title}-{ordinal}.docx"
        columns: dict[str, list[Any]] = {name: [None] for name, _kind in evidence.columns()}
        columns |= {
            "path": [path],
            "title": [lines[0] if lines else ""],
            "text": ["\n".join(lines)],
        }
        for one in evidence.fields:
            for line in lines:
                head, colon, value = line.replace(":", "：").partition("：")
                if colon and head.strip() in (one.name, one.title, *one.synonyms):
                    values = columns_of(one, value.strip(), path)
                    for (name, _kind), item in zip(one.columns(), values, strict=True):
                        columns[name] = [item]
        for line in lines:
            head, colon, value = line.partition("：")
            if colon and head in {"doc_no", "文号"}:
                columns["doc_no"] = [value.strip()]
            if colon and head in {"issued_on", "印发日期", "成文日期"}:
                columns["issued_on"] = [dt.date.fromisoformat(value.strip())]
        select = self._select(ordinal, 1, dict(evidence.columns()), columns, first=0)
        count = len(lines)
        body = self._select(
            ordinal,
            count,
            {"page": "INTEGER", "level": "INTEGER", "text": "VARCHAR"},
            {"page": [1] * count, "level": [0] * count, "text": list(lines)},
            suffix="p",
        )
        record = DocumentRecord(
            ordinal=ordinal, evidence=evidence.id, confidence=1.0, title=lines[0] if lines else ""
        )
        source = Source(path=path, sha256="0" * 64, size=0, format="case", documents=(record,))
        paper = Paper(
            evidence=evidence.id,
            path=path,
            title=lines[0] if lines else "",
            paragraphs=tuple(
                RawParagraph(number=at, text=line) for at, line in enumerate(lines, 1)
            ),
            ordinal=ordinal,
            fields={name: values[0] for name, values in columns.items() if name != "text"},
        )
        return (
            source,
            Part(evidence.id, ordinal, select, path),
            Part(evidence.id, ordinal, body, path),
            paper,
        )

    def _select(
        self,
        ordinal: int,
        count: int,
        kinds: Mapping[str, str],
        columns: Mapping[str, Sequence[Any]],
        *,
        first: int = 1,
        suffix: str = "",
    ) -> str:
        name = f"casework.t{ordinal}{suffix}"
        definition = ", ".join(f'"{column}" {kind}' for column, kind in kinds.items())
        self._con.execute(f"CREATE OR REPLACE TABLE {name} (_n BIGINT, {definition})")
        if count:
            values = {f"v{at}": list(columns[column]) for at, column in enumerate(kinds)}
            picks = ", ".join(
                f"CAST(unnest($v{at}) AS {kind})" for at, kind in enumerate(kinds.values())
            )
            self._con.execute(
                f"INSERT INTO {name} SELECT unnest($n), {picks}",
                {"n": list(range(first, first + count)), **values},
            )
        return f"SELECT * FROM {name}"


def _unreadable(field: str, cell: str, sheet: str, place: str) -> TroubleRecord:
    """A cell that was written and did not convert, as binding records it."""
    return TroubleRecord(
        kind=TroubleKind.NOT_CONVERTED,
        message="",
        sheet=sheet,
        cell=place,
        text=cell.removeprefix(UNREADABLE),
        field=field,
    )


def _compare(case: Case, result: Result) -> Outcome:
    """Every mark must be met by a finding, and every finding must meet a mark."""
    problems = [
        _("{aspect}: error: {error}").format(aspect=aspect.aspect, error=aspect.error)
        for aspect in result.aspects
        if aspect.error and case.status != "error"
    ]
    everything = [*result.findings, *result.gaps]
    found = [one for one in everything if one.verdict not in {Verdict.OK, Verdict.PENDING}]
    placed = [
        (ordinal, row, mark)
        for ordinal, table in enumerate(case.tables, 1)
        for row, marks in enumerate(table.marks, 1)
        for mark in marks
    ]
    met: set[int] = set()
    for ordinal, row, mark in placed:
        meeting = [
            number
            for number, one in enumerate(everything)
            if one.verdict == mark.verdict
            and one.aspect == mark.aspect
            and (ordinal, row) in _rows_of(one)
        ]
        met.update(meeting)
        if not meeting:
            problems.append(
                _("MISSING  {place}: {verdict}: {aspect}").format(
                    place=_row_text(case, ordinal, row), verdict=mark.verdict, aspect=mark.aspect
                )
            )
    for mark in case.expected:
        meeting = [
            number
            for number, one in enumerate(everything)
            if number not in met
            and one.verdict == mark.verdict
            and one.aspect == mark.aspect
            and (mark.words in one.key or mark.words in one.message or not mark.words)
        ]
        if meeting:
            met.add(meeting[0])
        else:
            problems.append(
                _("MISSING  {verdict}: {aspect} @ {words}").format(
                    verdict=mark.verdict, aspect=mark.aspect, words=mark.words
                )
            )
    for number, one in enumerate(everything):
        if one in found and number not in met:
            problems.append(
                _("EXTRA    {verdict}: {aspect}: {message} [{key}]").format(
                    verdict=one.verdict, aspect=one.aspect, message=one.message, key=one.key
                )
            )
    if case.status and result.status != case.status:
        problems.append(
            _("STATUS   {found}, expected {wanted} ({reason})").format(
                found=result.status, wanted=case.status, reason=result.reason
            )
        )
    for aspect in result.aspects:
        wanted = case.aspect_statuses.get(aspect.aspect)
        if wanted and aspect.status != wanted:
            problems.append(
                _("STATUS   {aspect}: {found}, expected {wanted} ({reason})").format(
                    aspect=aspect.aspect, found=aspect.status, wanted=wanted, reason=aspect.reason
                )
            )
    by = {
        verdict: {one.aspect for one in everything if one.verdict == verdict} for verdict in Verdict
    }
    attested = {aspect.aspect for aspect in result.aspects if aspect.ok}
    return Outcome(
        case=case,
        problems=tuple(problems),
        found=frozenset(by[Verdict.VIOLATION] | by[Verdict.DOUBT]),
        left=frozenset(by[Verdict.OK] | attested),
        undecided=frozenset(
            by[Verdict.GAP]
            | {
                one.aspect
                for one in result.aspects
                if one.status in {"insufficient", "manual", "stale"}
            }
        ),
    )


def _rows_of(finding: Finding) -> set[tuple[int, int]]:
    """The case's rows (table number, row number) at which a finding stands."""
    return {
        (_ordinal(location.path), location.row)
        for location in finding.locations
        if location.row is not None
    }


def _ordinal(path: str) -> int:
    """The number that a case's table has in its path."""
    return int(path.partition("-")[0])


def _row_text(case: Case, ordinal: int, row: int) -> str:
    table = case.tables[ordinal - 1]
    return f"{table.evidence} {row}: {' | '.join(table.rows[row - 1])}"


def prove(rule: Rule, plugins: Plugins) -> tuple[Outcome, ...]:
    """All cases of a rule, run."""
    bench = Workbench(rule, plugins)
    try:
        return tuple(
            bench.run(case) for case in read_cases(cases_of(rule), f"{rule.folder}/cases.md")
        )
    finally:
        bench.close()


def unproved(rule: Rule, outcomes: Sequence[Outcome]) -> list[str]:
    """Aspects whose cases would not notice if they found nothing, or found everything.

    An aspect must have a subject that a case expects it to find, and one that it examines and
    leaves; and a case in which it cannot decide.
    """
    problems = []
    for query in rule.queries:
        slug = query.slug
        if not any(slug in outcome.found for outcome in outcomes):
            problems.append(_("{aspect}: no case that it must find").format(aspect=slug))
        if not any(slug in outcome.left for outcome in outcomes):
            problems.append(
                _("{aspect}: no near miss that it examines and leaves").format(aspect=slug)
            )
        if not any(slug in outcome.undecided for outcome in outcomes):
            problems.append(_("{aspect}: no case in which it cannot decide").format(aspect=slug))
    return problems
