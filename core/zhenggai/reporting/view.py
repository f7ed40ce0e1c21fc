"""An assessment laid out for reading: rows with addresses in words, ready for every format.

Every text is made harmless to look at here: control and direction-changing characters, which could
hide or turn around what a report says, become U+FFFD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.i18n import _, language
from zhenggai.model.assessment import UNDECIDED, Status
from zhenggai.model.rule import SEVERITIES
from zhenggai.reporting import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from zhenggai.model.assessment import AspectResult, Assessment, Finding, Location, Result
    from zhenggai.model.scorecard import ScoreLine
    from zhenggai.model.source import Source

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
VERDICTS = ("violation", "doubt", "gap")


@dataclass(frozen=True, slots=True)
class Place:
    """An address in words: the file, the sheet or page, and the cells; `values` as (heading, cell, value)."""

    path: str
    sheet: str
    cells: str
    values: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        return " / ".join(part for part in (self.path, self.sheet, self.cells) if part)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, or a row that could not be decided, as reports show it."""

    number: int
    rule: str
    title: str
    section: str
    section_title: str
    aspect: str
    verdict: str
    severity: str
    message: str
    key: str
    owner: str
    amount: Decimal | None
    places: tuple[Place, ...]
    basis: tuple[str, ...]
    rectify: str
    due: dt.date | None
    waiver: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Open:
    """An undecided rule: why, what to supply, and the points that hang on it."""

    rule: str
    title: str
    section_title: str
    status: str
    points: Decimal
    veto: bool
    reasons: tuple[str, ...]
    supply: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A file and what became of it. `fate` is `used`, `partly`, `unread` or `unused`."""

    path: str
    size: int
    sha256: str
    fate: str
    evidence: tuple[str, ...]
    sheets: tuple[tuple[str, str, int, int, int, int, int, int], ...]
    troubles: tuple[tuple[str, str, str, str], ...]
    trouble_count: int


def clean(text: str) -> str:
    """Text without characters that hide, overwrite or turn around others."""
    return _UNSEEN.sub("\ufffd", text)


def sections(assessment: Assessment) -> dict[str, str]:
    """Titles of the sections, by id, in order; an id without a title stands for itself."""
    card = assessment.scorecard
    known = (
        {part.id: words.named(part.title, part.title_en) for part in card.sections} if card else {}
    )
    for result in assessment.results:
        known.setdefault(result.section, result.section)
    return {name: clean(title) for name, title in known.items()}


def evidence_title(assessment: Assessment, name: str) -> str:
    """What an evidence is called, with its id."""
    known = assessment.evidence.get(name)
    return f"{words.named(known.title, known.title_en)} ({name})" if known else name


def finding_rows(assessment: Assessment) -> tuple[FindingRow, ...]:
    """All findings, numbered, worst first: open before waived, violations before doubts."""
    found = [(finding, result) for result in assessment.results for finding in result.findings]
    return _rows(assessment, found)


def gap_rows(assessment: Assessment) -> tuple[FindingRow, ...]:
    """All rows that could not be decided, numbered."""
    return _rows(
        assessment, [(gap, result) for result in assessment.results for gap in result.gaps]
    )


def _rows(assessment: Assessment, found: list[tuple[Finding, Result]]) -> tuple[FindingRow, ...]:
    titles = sections(assessment)
    order = {name: number for number, name in enumerate(titles)}
    headings = _headings(assessment)

    def rank(pair: tuple[Finding, Result]) -> tuple[bool, int, int, int, str]:
        finding, result = pair
        return (
            finding.waiver is not None,
            VERDICTS.index(finding.verdict),
            SEVERITIES.index(finding.severity),
            order[result.section],
            result.rule,
        )

    return tuple(
        _row(number, finding, result, titles[result.section], headings)
        for number, (finding, result) in enumerate(sorted(found, key=rank), start=1)
    )


def _row(
    number: int,
    finding: Finding,
    result: Result,
    section_title: str,
    headings: Mapping[tuple[str, str, str], str],
) -> FindingRow:
    message = finding.message_en if language() == "en" and finding.message_en else finding.message
    aspects = {aspect.aspect: aspect.title for aspect in result.aspects}
    waiver = finding.waiver
    return FindingRow(
        number=number,
        rule=finding.rule,
        title=clean(words.named(result.title, result.title_en)),
        section=result.section,
        section_title=section_title,
        aspect=clean(aspects.get(finding.aspect, finding.aspect)),
        verdict=finding.verdict.value,
        severity=finding.severity,
        message=clean(message),
        key=clean(finding.key),
        owner=clean(finding.owner),
        amount=finding.amount,
        places=tuple(_place(location, headings) for location in finding.locations),
        basis=tuple(
            clean(f"{line.cite}：{line.fact}" if line.fact else line.cite) for line in finding.basis
        ),
        rectify=clean(finding.rectify),
        due=finding.due,
        waiver=clean(
            _("{reason} (approved by {who}, until {day})").format(
                reason=waiver.reason, who=waiver.approved_by, day=waiver.last_day
            )
        )
        if waiver
        else "",
        fingerprint=finding.fingerprint,
    )


def _headings(assessment: Assessment) -> dict[tuple[str, str, str], str]:
    """The heading of a field as it stands in a file's sheet."""
    return {
        (source.path, sheet.sheet, column.field): column.heading
        for source in assessment.sources
        for sheet in source.sheets
        for column in sheet.columns
    }


def _place(location: Location, headings: Mapping[tuple[str, str, str], str]) -> Place:
    names = dict.fromkeys([*location.cells, *location.values])
    values = tuple(
        (
            clean(headings.get((location.path, location.sheet, name), name)),
            clean(location.cells.get(name, "")),
            clean(location.values.get(name, "")),
        )
        for name in names
    )
    parts = list(dict.fromkeys(location.cells.values()))
    if not parts and location.row is not None:
        parts.append(_("row {number}").format(number=location.row))
    if location.page is not None:
        parts.append(_("page {number}").format(number=location.page))
    if location.paragraph is not None:
        parts.append(_("paragraph {number}").format(number=location.paragraph))
    return Place(clean(location.path), clean(location.sheet), clean(" ".join(parts)), values)


def open_items(assessment: Assessment) -> tuple[Open, ...]:
    """Rules that are not, or not wholly, decided: most points at stake first."""
    titles = sections(assessment)
    lines: dict[str, ScoreLine] = {}
    order: dict[str, int] = {}
    if assessment.scorecard:
        lines = {line.rule: line for line in assessment.scorecard.lines}
        order = {rule: number for number, rule in enumerate(assessment.scorecard.undecided)}
    undecided = [
        result
        for result in assessment.results
        if result.status in UNDECIDED or result.rule in order
    ]
    undecided.sort(key=lambda result: (order.get(result.rule, len(order)), result.rule))
    return tuple(
        _open(assessment, result, titles[result.section], lines.get(result.rule))
        for result in undecided
    )


def _open(assessment: Assessment, result: Result, section: str, line: ScoreLine | None) -> Open:
    found: dict[str, list[str]] = {}
    supply: list[str] = []
    for aspect in result.aspects:
        for reason in _reasons(assessment, aspect):
            found.setdefault(reason, []).append(aspect.title)
        supply += [evidence_title(assessment, name) for name in aspect.missing_evidence]
        supply += [
            _("a readable copy of {path}").format(path=path) for path in aspect.unread_sources
        ]
    supply += [
        _("an answer to: {question}").format(question=item.question)
        for item in result.attestations
        if not item.answer
    ]
    if any(aspect.gaps for aspect in result.aspects):
        supply.append(_("the blank or unreadable cells, listed below"))
    # One reason for every aspect is said once, without naming them.
    reasons = [
        reason
        if len(aspects) == len(result.aspects)
        else _("{aspects}: {reason}").format(aspects="、".join(aspects), reason=reason)
        for reason, aspects in found.items()
    ] or [result.reason or words.status(result.status)]
    if not supply:
        supply.append(_remedy(result.status))
    share = line.decided_share if line else result.decided_share
    return Open(
        rule=result.rule,
        title=clean(words.named(result.title, result.title_en)),
        section_title=section,
        status=result.status.value,
        points=(1 - share) * result.points,
        veto=result.veto,
        reasons=tuple(clean(text) for text in dict.fromkeys(reasons)),
        supply=tuple(clean(text) for text in dict.fromkeys(supply)),
    )


def _remedy(status: Status) -> str:
    """What to do where no aspect names what it lacks."""
    if status is Status.STALE:
        return _("newer evidence")
    if status in {Status.ERROR, Status.NOT_RUN}:
        return _("nothing: the rule itself must be put right and the check run again")
    return _("the evidence that the rule needs")


def _reasons(assessment: Assessment, aspect: AspectResult) -> list[str]:
    reasons = []
    if aspect.missing_evidence:
        names = "、".join(evidence_title(assessment, name) for name in aspect.missing_evidence)
        reasons.append(_("not found: {names}").format(names=names))
    if aspect.unread_sources:
        reasons.append(_("not read: {paths}").format(paths="、".join(aspect.unread_sources)))
    if aspect.gaps:
        reasons.append(
            _("{gaps} of {due} could not be decided").format(
                gaps=aspect.gaps, due=aspect.examined - aspect.pending
            )
        )
    if aspect.error:
        reasons.append(aspect.error)
    elif aspect.reason and not reasons and aspect.status is not Status.PASS:
        reasons.append(aspect.reason)
    return reasons


def source_rows(assessment: Assessment) -> tuple[SourceRow, ...]:
    """All files in order of their paths: none is left out."""
    return tuple(_source(assessment, source) for source in sorted(assessment.sources, key=_path))


def _path(source: Source) -> str:
    return source.path


def _source(assessment: Assessment, source: Source) -> SourceRow:
    names = source.evidence
    fate = "used" if names else "unused"
    if source.unread:
        fate = "partly" if names else "unread"
    sheets = tuple(
        (
            clean(sheet.sheet),
            clean(evidence_title(assessment, sheet.evidence)) if sheet.evidence else "",
            sheet.rows.total,
            sheet.rows.data,
            sheet.rows.heading,
            sheet.rows.totals,
            sheet.rows.notes,
            sheet.rows.blank,
        )
        for sheet in source.sheets
    )
    troubles = tuple(
        (
            clean(" ".join(part for part in (trouble.sheet, trouble.cell) if part)),
            clean(trouble.message),
            clean(trouble.text),
            trouble.kind.value,
        )
        for trouble in source.troubles
    )
    return SourceRow(
        path=clean(source.path),
        size=source.size,
        sha256=source.sha256,
        fate=fate,
        evidence=tuple(clean(evidence_title(assessment, name)) for name in names),
        sheets=sheets,
        troubles=troubles,
        trouble_count=max(source.trouble_count, len(source.troubles)),
    )
