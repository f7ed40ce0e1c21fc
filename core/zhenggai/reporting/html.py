"""The scorecard as one HTML file: no network, no other file, readable without scripts."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhenggai.explaining import explain
from zhenggai.i18n import _, language
from zhenggai.model.assessment import Status
from zhenggai.model.rule import SEVERITIES
from zhenggai.reporting import charts, view, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import jinja2

    from zhenggai.model.assessment import Assessment, Result
    from zhenggai.model.scorecard import Scorecard, ScoreLine
    from zhenggai.reporting.view import FindingRow

TEMPLATES = Path(__file__).parent / "templates"
BIG = 300
"""Above this many findings and open rows, details start collapsed."""


def render(assessment: Assessment, earlier: Sequence[Assessment] = ()) -> str:
    """The whole page; `earlier` runs over the same unit, oldest first, give the trend.

    The only script is our own, allowed by its hash; whatever the evidence says is text.
    """
    return page("scorecard.html.j2", **_content(assessment, earlier))


def page(template: str, **content: Any) -> str:
    """A page from one of our templates, with the style, and the script and its hash."""
    from markupsafe import Markup

    script = _read("scorecard.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    text = (
        _environment()
        .get_template(template)
        .render(
            **content,
            _=_,
            lang="en" if language() == "en" else "zh-CN",
            style=Markup(_read("scorecard.css")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=f"sha256-{digest}",
            money=words.money,
        )
    )
    return text.encode(errors="replace").decode()


@cache
def _environment() -> jinja2.Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=False,  # folding constants costs more time than the one rendering gains
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _content(assessment: Assessment, earlier: Sequence[Assessment]) -> dict[str, Any]:
    rows = view.finding_rows(assessment)
    gaps = view.gap_rows(assessment)
    return {
        "title": _("Self-check scorecard"),
        "unit": view.clean(assessment.unit.name),
        "meta": _meta(assessment),
        "links": _links(assessment),
        "alarms": _alarms(assessment.scorecard),
        "card": _card(assessment, rows) if assessment.scorecard else None,
        "statuses": _statuses(assessment),
        "severities": _severities(rows),
        "trend": _trend(assessment, earlier),
        "open": _open(assessment),
        "gaps": gaps,
        "groups": _groups(assessment, rows),
        "filters": _filters(rows),
        "counted": _counted(rows),
        "total": len(rows),
        "big": len(rows) + len(gaps) > BIG,
        "verdicts": {code: words.verdict(code) for code in view.VERDICTS},
        "severity_names": {code: words.severity(code) for code in SEVERITIES},
        "rules": _rules(assessment),
        "sums": _sums(assessment.scorecard),
        "sources": _sources(assessment),
        "method": _method(assessment),
        "notes": tuple(view.clean(note) for note in assessment.notes),
        "footer": f"{assessment.tool.name} {assessment.tool.version}",
    }


def _meta(assessment: Assessment) -> tuple[str, ...]:
    period = assessment.period
    return (
        _("Checklist: {name}").format(name=view.clean(assessment.checklist.title)),
        _("Period: {start} to {end}").format(start=period.start, end=period.end),
        _("As of: {day}").format(day=assessment.as_of),
    )


def _links(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    return (
        *((("sections", _("Sections")),) if assessment.scorecard else ()),
        ("open", _("Undecided")),
        ("findings", _("Findings")),
        ("rules", _("All rules")),
        ("evidence", _("Evidence")),
        ("method", _("How the score is made")),
    )


def _alarms(card: Scorecard | None) -> list[dict[str, Any]]:
    boxes = []
    for failed, title in ((True, _("Veto items failed")), (False, _("Veto items not decided"))):
        vetoes = [veto for veto in card.vetoes if veto.decided is failed] if card else []
        if vetoes:
            named = [{"rule": veto.rule, "title": view.clean(veto.title)} for veto in vetoes]
            boxes.append({"failed": failed, "title": title, "vetoes": named})
    return boxes


def _card(assessment: Assessment, rows: Sequence[FindingRow]) -> dict[str, Any]:
    from markupsafe import Markup

    card = assessment.scorecard
    assert card is not None  # noqa: S101 - the caller asked
    figures, waived = card.figures, card.with_waivers
    names = [(words.named(grade.name, grade.name_en), grade) for grade in card.definition.grades]
    return {
        "grade": view.clean(words.grade(card)),
        "look": "withheld" if card.grade is None else _look(card),
        "reason": words.grade_reason(card.grade_reason),
        "four": (
            (_("Score on what is decided"), words.figure(figures.score), ""),
            (_("Coverage"), words.figure(figures.coverage), "%"),
            (_("Lowest possible"), words.figure(figures.low), ""),
            (_("Highest possible"), words.figure(figures.high), ""),
        ),
        "range": Markup(charts.score_range(figures, names)),  # noqa: S704 - texts escaped there
        "reading": _(
            "The score speaks only of what could be decided: the coverage says how much of the "
            "points that is. The band is what the score can still become."
        ),
        "waived": _("With approved exceptions: score {score}, possible {low} to {high}").format(
            score=words.figure(waived.score),
            low=words.figure(waived.low),
            high=words.figure(waived.high),
        )
        if waived != figures
        else "",
        "sections": _sections(card, rows),
    }


def _look(card: Scorecard) -> str:
    lowest = min(card.definition.grades, key=lambda grade: grade.at_least, default=None)
    return "bad" if lowest is not None and lowest.name == card.grade else "good"


def _sections(card: Scorecard, rows: Sequence[FindingRow]) -> list[dict[str, Any]]:
    from markupsafe import Markup

    problems = Counter(row.section for row in rows if row.verdict == "violation")
    return [
        {
            "title": view.clean(words.named(part.title, part.title_en)),
            "points": words.points(part.points),
            "score": words.figure(part.figures.score),
            "coverage": _percent(words.figure(part.figures.coverage)),
            "range": words.span(part.figures),
            "bar": Markup(charts.section_bar(part.figures)),  # noqa: S704 - numbers only
            "problems": problems[part.id],
            "counts": words.counts(part.counts),
        }
        for part in card.sections
    ]


def _percent(text: str) -> str:
    return text if text == "-" else f"{text}%"


def _statuses(assessment: Assessment) -> dict[str, Any]:
    counts = Counter(result.status for result in assessment.results)
    return _stacked([(code.value, words.status(code), counts[code]) for code in Status])


def _severities(rows: Sequence[FindingRow]) -> dict[str, Any]:
    counts = Counter(row.severity for row in rows if row.verdict == "violation")
    return _stacked([(code, words.severity(code), counts[code]) for code in SEVERITIES])


def _stacked(parts: Sequence[tuple[str, str, int]]) -> dict[str, Any]:
    from markupsafe import Markup

    bar = Markup(charts.stack([(code, count) for code, _name, count in parts]))  # noqa: S704 - numbers
    return {"bar": bar, "legend": [part for part in parts if part[2]]}


def _trend(assessment: Assessment, earlier: Sequence[Assessment]) -> str:
    from markupsafe import Markup

    runs = [
        (str(run.as_of), run.scorecard.figures) for run in (*earlier, assessment) if run.scorecard
    ]
    if not earlier:
        return ""
    return Markup(charts.trend(runs))  # noqa: S704 - numbers and dates


def _open(assessment: Assessment) -> list[dict[str, Any]]:
    return [
        {
            "rule": item.rule,
            "title": item.title,
            "section": item.section_title,
            "status": item.status,
            "status_name": words.status(item.status),
            "points": words.points(item.points),
            "veto": item.veto,
            "reasons": item.reasons,
            "supply": item.supply,
        }
        for item in view.open_items(assessment)
    ]


def _groups(assessment: Assessment, rows: Sequence[FindingRow]) -> list[dict[str, Any]]:
    """Findings by rule, in the order of their worst; what all of a rule share is said once."""
    by_rule: dict[str, list[FindingRow]] = {}
    for row in rows:
        by_rule.setdefault(row.rule, []).append(row)
    lines = {line.rule: line for line in assessment.scorecard.lines} if assessment.scorecard else {}
    results = {result.rule: result for result in assessment.results}
    return [_group(found, results[rule], lines.get(rule)) for rule, found in by_rule.items()]


def _group(rows: list[FindingRow], result: Result, line: ScoreLine | None) -> dict[str, Any]:
    basis = _shared([row.basis for row in rows])
    rectify = _shared([(row.rectify,) for row in rows])
    common = {*basis, *rectify}
    return {
        "rule": result.rule,
        "title": rows[0].title,
        "section": rows[0].section_title,
        "severity": result.severity,
        "severity_name": words.severity(result.severity),
        "veto": result.veto,
        "points": _("{earned} of {points} points").format(
            earned=words.points(line.earned), points=words.points(line.points)
        )
        if line
        else "",
        "basis": basis,
        "rectify": rectify,
        "rows": rows,
        "amounts": any(row.amount is not None for row in rows),
        "extra": {
            row.fingerprint: [text for text in (*row.basis, row.rectify) if text not in common]
            for row in rows
        },
    }


def _shared(texts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The texts that every row has, in the order of the first."""
    return tuple(text for text in texts[0] if all(text in others for others in texts))


def _filters(rows: Sequence[FindingRow]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    owners = sorted({row.owner for row in rows if row.owner})
    made = [
        ("section", _("Section"), list({row.section: row.section_title for row in rows}.items())),
        ("severity", _("Severity"), _present(rows, "severity")),
        ("verdict", _("Kind"), _present(rows, "verdict")),
        ("rule", _("Rule"), list({row.rule: row.title for row in rows}.items())),
        ("owner", _("Responsible"), [(owner, owner) for owner in owners]),
    ]
    return [choice for choice in made if choice[2]]


def _present(rows: Sequence[FindingRow], name: str) -> list[tuple[str, str]]:
    order, say = (
        (SEVERITIES, words.severity) if name == "severity" else (view.VERDICTS, words.verdict)
    )
    found = {getattr(row, name) for row in rows}
    return [(code, say(code)) for code in order if code in found]


def _counted(rows: Sequence[FindingRow]) -> str:
    problems = sum(row.verdict == "violation" for row in rows)
    waived = sum(bool(row.waiver) for row in rows)
    return _(
        "{problems} problems, {doubts} doubts, {waived} of them under approved exceptions"
    ).format(problems=problems, doubts=len(rows) - problems, waived=waived)


def _rules(assessment: Assessment) -> list[dict[str, Any]]:
    lines = {line.rule: line for line in assessment.scorecard.lines} if assessment.scorecard else {}
    return [_rule(result, lines.get(result.rule)) for result in assessment.results]


def _rule(result: Result, line: ScoreLine | None) -> dict[str, Any]:
    counted = line is not None and line.applicable
    return {
        "rule": result.rule,
        "title": view.clean(words.named(result.title, result.title_en)),
        "veto": result.veto,
        "reason": view.clean(result.reason),
        "status": result.status.value,
        "status_name": words.status(result.status),
        "mode": words.mode(line.mode) if line else "",
        "terms": (
            words.points(line.points),
            words.percent(line.decided_share),
            words.points(line.earned) if line.decided_share else "-",
            words.points(line.low),
            words.points(line.high),
            f"+{words.points(line.if_righted)}" if line.if_righted else "",
        )
        if line is not None and counted
        else ("-",) * 6,
    }


def _sums(card: Scorecard | None) -> tuple[str, ...]:
    if card is None or card.figures.coverage is None:
        return ()
    sums = explain(card).sums
    return (
        words.points(sums.points),
        f"{words.figure(card.figures.coverage)}%",
        words.points(sums.settled_earned),
        words.points(sums.low),
        words.points(sums.high),
        "",
    )


def _sources(assessment: Assessment) -> list[dict[str, Any]]:
    return [
        {
            "path": file.path,
            "sha256": file.sha256,
            "size": words.size(file.size),
            "fate": file.fate,
            "fate_name": words.fate(file.fate),
            "evidence": file.evidence,
            "sheets": file.sheets,
            "span": max(1, len(file.sheets)),
            "troubles": file.troubles,
            "more": _("and {count} more").format(count=file.trouble_count - len(file.troubles))
            if file.trouble_count > len(file.troubles)
            else "",
        }
        for file in view.source_rows(assessment)
    ]


def _method(assessment: Assessment) -> list[str]:
    card = assessment.scorecard
    plugins = "、".join(f"{plugin.id} {plugin.version}" for plugin in assessment.plugins)
    lines = [
        _("Checklist {id}, digest {digest}").format(
            id=assessment.checklist.id, digest=assessment.checklist.digest[:16]
        ),
        _("Plugins: {names}").format(names=plugins),
    ]
    if card:
        lines.append(
            _("Scoring {id}, digest {digest}").format(
                id=card.scoring, digest=card.scoring_digest[:16]
            )
        )
        lines.append(
            _("Not applicable: {share} of the rules").format(
                share=words.percent(card.not_applicable_share)
            )
        )
    return [view.clean(line) for line in lines]
