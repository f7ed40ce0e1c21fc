"""An assessment: what every planned rule came to, with findings and their addresses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import Field as PydanticField

from zhenggai.model.base import Frozen
from zhenggai.model.plan import PeriodSpan, PluginInfo
from zhenggai.model.rule import Severity
from zhenggai.model.scorecard import Scorecard
from zhenggai.model.source import Source

SCHEMA: Final = "zhenggai/assessment/1"


class Verdict(StrEnum):
    """What an aspect says of one subject."""

    OK = "ok"
    VIOLATION = "violation"
    DOUBT = "doubt"
    GAP = "gap"
    PENDING = "pending"


class Status(StrEnum):
    """What a rule, or one aspect of it, comes to for a unit."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    INSUFFICIENT = "insufficient"
    STALE = "stale"
    MANUAL = "manual"
    ERROR = "error"
    NOT_RUN = "not_run"


DECIDED = frozenset({Status.PASS, Status.FAIL})
UNDECIDED = frozenset(
    {Status.INSUFFICIENT, Status.STALE, Status.MANUAL, Status.ERROR, Status.NOT_RUN}
)


class Location(Frozen):
    """Where a finding stands: cells by field name, or a paragraph of a document."""

    path: str
    sheet: str = ""
    row: int | None = None
    paragraph: int | None = None
    page: int | None = None
    cells: dict[str, str] = {}
    values: dict[str, str] = {}


class BasisLine(Frozen):
    """A basis as cited in a finding: in force on the date of the fact."""

    cite: str
    fact: str = ""
    status: str


class WaiverNote(Frozen):
    """The waiver laid over a finding; it never changes the result under it."""

    reason: str
    approved_by: str
    last_day: dt.date


class Finding(Frozen):
    """A violation or doubt (or a gap, listed apart), with its address and fingerprint."""

    fingerprint: str
    rule: str
    aspect: str
    verdict: Verdict
    severity: Severity
    key: str
    owner: str = ""
    amount: Decimal | None = None
    message: str
    message_en: str = ""
    rectify: str
    fact_date: dt.date | None = None
    due: dt.date | None = None
    basis: tuple[BasisLine, ...] = ()
    locations: tuple[Location, ...] = ()
    waiver: WaiverNote | None = None


class AspectResult(Frozen):
    """One query's outcome. Subjects examined = ok + violations + doubts + gaps + pending."""

    aspect: str
    title: str
    status: Status
    examined: int = 0
    ok: int = 0
    violations: int = 0
    doubts: int = 0
    gaps: int = 0
    pending: int = 0
    falls_due: dt.date | None = None
    missing_evidence: tuple[str, ...] = ()
    unread_sources: tuple[str, ...] = ()
    reason: str = ""
    error: str = ""
    milliseconds: float = PydanticField(default=0.0, exclude=True)


class Attestation(Frozen):
    """A person's answer, kept with the result."""

    question: str
    answer: str = ""
    by: str = ""
    on: dt.date | None = None
    proof: str | None = None
    proof_sha256: str | None = None


class Result(Frozen):
    """What one rule came to."""

    rule: str
    plugin: str
    title: str
    title_en: str = ""
    section: str
    severity: Severity
    status: Status
    reason: str = ""
    points: Decimal
    earned: Decimal | None = None
    decided_share: Decimal = Decimal(0)
    veto: bool = False
    waived: bool = False
    aspects: tuple[AspectResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Finding, ...] = ()
    params: dict[str, Any] = {}
    attestations: tuple[Attestation, ...] = ()
    rule_digest: str = ""


class ChecklistInfo(Frozen):
    """The checklist an assessment used."""

    id: str
    title: str
    digest: str


class UnitInfo(Frozen):
    """The assessed unit."""

    id: str
    name: str


class EvidenceTitle(Frozen):
    """What an evidence is called, so that a report can name it without the plugin."""

    title: str
    title_en: str = ""


class ToolInfo(Frozen):
    """The tool that made the assessment."""

    name: str = "zhenggai"
    version: str


class Assessment(Frozen):
    """One run over one unit: frozen, reproducible; the source of every report."""

    schema_: Literal["zhenggai/assessment/1"] = PydanticField(default=SCHEMA, alias="schema")
    tool: ToolInfo
    as_of: dt.date
    period: PeriodSpan
    checklist: ChecklistInfo
    plugins: tuple[PluginInfo, ...]
    unit: UnitInfo
    evidence: dict[str, EvidenceTitle] = {}
    sources: tuple[Source, ...]
    results: tuple[Result, ...]
    scorecard: Scorecard | None = None
    notes: tuple[str, ...] = ()

    def result(self, rule: str) -> Result:
        """The result of a rule; KeyError if it was not planned."""
        for result in self.results:
            if result.rule == rule:
                return result
        raise KeyError(rule)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order of the results."""
        return tuple(finding for result in self.results for finding in result.findings)
