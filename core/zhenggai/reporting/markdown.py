"""The scorecard in Markdown, to be pasted into a message or a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.reporting import view, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai.model.assessment import Assessment
    from zhenggai.model.scorecard import Scorecard

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_START = re.compile(r"^([-+=]|\d+(?=[.)](?:\s|$)))")


def render(assessment: Assessment, limit: int | None = None) -> str:
    """The whole scorecard; at most `limit` findings, and it says how many are left out."""
    period = assessment.period
    title = _("Self-check scorecard")
    lines = [
        f"# {escape(assessment.unit.name)} {title}",
        "",
        f"{escape(assessment.checklist.title)} · {period.start} ~ {period.end} · {assessment.as_of}",
        "",
    ]
    if assessment.scorecard:
        lines += _card(assessment.scorecard)
    lines += _open(assessment)
    lines += _findings(assessment, limit)
    return "\n".join(lines).encode(errors="replace").decode()


def escape(text: str) -> str:
    """The text with nothing in it that Markdown or HTML would act on, on one line."""
    flat = " ".join(view.clean(text).split())
    escaped = _SPECIAL.sub(r"\\\1", flat)
    return _START.sub(
        lambda start: f"{start[1]}\\" if start[1].isdecimal() else f"\\{start[1]}", escaped
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [
        f"| {' | '.join(headings)} |",
        f"|{'---|' * len(headings)}",
        *(f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows),
        "",
    ]


def _card(card: Scorecard) -> list[str]:
    figures = card.figures
    lines = [
        "**"
        + _("Grade")
        + f": {escape(words.grade(card))}** ({words.grade_reason(card.grade_reason)})",
        "",
    ]
    for veto in card.vetoes:
        what = _("Veto items failed") if veto.decided else _("Veto items not decided")
        lines += [f"- **{what}**: {escape(veto.title)} (`{veto.rule}`)"]
    lines += [""] if card.vetoes else []
    headings = (
        _("Score on what is decided"),
        _("Coverage"),
        _("Lowest possible"),
        _("Highest possible"),
    )
    values = (figures.score, figures.coverage, figures.low, figures.high)
    lines += _table(headings, [[words.figure(value) for value in values]])
    rows = [
        (
            words.named(part.title, part.title_en),
            words.points(part.points),
            words.figure(part.figures.score),
            words.figure(part.figures.coverage),
            words.span(part.figures),
            words.counts(part.counts),
        )
        for part in card.sections
    ]
    names = (_("Section"), _("Points"), _("Score"), _("Coverage"), _("Possible range"), _("Rules"))
    return [*lines, "## " + _("Sections"), "", *_table(names, rows)]


def _open(assessment: Assessment) -> list[str]:
    items = view.open_items(assessment)
    head = ["## " + _("What could not be decided") + f" ({len(items)})", ""]
    if not items:
        return [*head, _("Every applicable rule could be decided."), ""]
    rows = [
        (
            item.title,
            words.status(item.status),
            words.points(item.points),
            "; ".join(item.reasons),
            "; ".join(item.supply),
        )
        for item in items
    ]
    names = (_("Rule"), _("Status"), _("Points at stake"), _("Why"), _("What to supply"))
    return [*head, *_table(names, rows)]


def _findings(assessment: Assessment, limit: int | None) -> list[str]:
    rows = view.finding_rows(assessment)
    lines = ["## " + _("Findings") + f" ({len(rows)})", ""]
    if not rows:
        return [*lines, _("No findings among what could be decided."), ""]
    shown = rows if limit is None else rows[:limit]
    rule = ""
    for row in shown:
        if row.rule != rule:
            rule = row.rule
            lines += [f"### {escape(row.title)} (`{row.rule}`)", ""]
        marks = [words.verdict(row.verdict), words.severity(row.severity)]
        marks += [_("Approved exception")] if row.waiver else []
        lines.append(f"{row.number}. **[{', '.join(marks)}]** {escape(row.message)}")
        details = [(_("Address"), "; ".join(str(place) for place in row.places))]
        details += [(_("Basis"), text) for text in row.basis]
        details += [(_("Remedy"), row.rectify), (_("Responsible"), row.owner)]
        lines += [f"   - {name}: {escape(text)}" for name, text in details if text]
    lines.append("")
    if len(shown) < len(rows):
        lines += [_("and {count} more").format(count=len(rows) - len(shown)), ""]
    return lines
