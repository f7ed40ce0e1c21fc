"""The scorecard in a terminal: plain marks, right widths for Chinese, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.reporting import view, words

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

    from zhenggai.model.assessment import Assessment
    from zhenggai.model.scorecard import Scorecard
    from zhenggai.reporting.view import FindingRow

TOP = 10
_STYLES = {"critical": "bold red", "major": "yellow", "minor": "cyan"}


def print_scorecard(assessment: Assessment, console: Console, *, limit: int = TOP) -> None:
    """Print the scorecard and the `limit` worst findings and undecided rules.

    Nothing outside the character set of GBK is used but what the evidence itself says; on a pipe
    that cannot carry Chinese the console's `errors="replace"` decides.
    """
    for part in _parts(assessment, limit):
        console.print(part)


def _parts(assessment: Assessment, limit: int) -> list[RenderableType]:
    from rich.text import Text

    period = assessment.period
    head = Text(f"\n{view.clean(assessment.unit.name)}  " + _("Self-check scorecard"), style="bold")
    meta = f"{view.clean(assessment.checklist.title)}  {period.start} ~ {period.end}  {assessment.as_of}"
    parts: list[RenderableType] = [head, Text(meta, style="dim")]
    if assessment.scorecard:
        parts += _card(assessment.scorecard)
    parts += _open(assessment, limit)
    parts += _findings(assessment, limit)
    return parts


def _card(card: Scorecard) -> list[RenderableType]:
    from rich.text import Text

    parts: list[RenderableType] = [Text()]
    for veto in card.vetoes:
        what = _("Veto items failed") if veto.decided else _("Veto items not decided")
        style = "bold red" if veto.decided else "bold yellow"
        parts.append(Text(f"[{what}] {view.clean(veto.title)}  {veto.rule}", style=style))
    grade = Text.assemble(
        _("Grade") + "  ",
        (view.clean(words.grade(card)), "bold"),
        f"  {words.grade_reason(card.grade_reason)}",
    )
    figures = card.figures
    four = plain_table(
        _("Score on what is decided"),
        _("Coverage"),
        _("Lowest possible"),
        _("Highest possible"),
    )
    values = (figures.score, figures.coverage, figures.low, figures.high)
    four.add_row(*(words.figure(value) for value in values))
    parts += [grade, four]
    if card.with_waivers != figures:
        text = _("With approved exceptions: score {score}, possible {low} to {high}").format(
            score=words.figure(card.with_waivers.score),
            low=words.figure(card.with_waivers.low),
            high=words.figure(card.with_waivers.high),
        )
        parts.append(Text(text, style="dim"))
    return [*parts, _sections(card)]


def _sections(card: Scorecard) -> Table:
    table = plain_table(
        _("Section"), _("Points"), _("Score"), _("Coverage"), _("Possible range"), _("Rules")
    )
    for column in table.columns[1:5]:
        column.justify = "right"
    for part in card.sections:
        table.add_row(
            *texts(
                words.named(part.title, part.title_en),
                words.points(part.points),
                words.figure(part.figures.score),
                words.figure(part.figures.coverage),
                words.span(part.figures),
                words.counts(part.counts),
            )
        )
    return table


def _open(assessment: Assessment, limit: int) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    items = view.open_items(assessment)
    if not items:
        return [Text(_("Every applicable rule could be decided."))]
    head = Text("\n" + _("What could not be decided") + f" ({len(items)})", style="bold")
    parts: list[RenderableType] = [head]
    for item in items[:limit]:
        stake = _("{points} points").format(points=words.points(item.points))
        parts.append(Text(f"[{words.status(item.status)}] {item.title}  {item.rule}  {stake}"))
        lines = [*item.reasons, *(_("to supply: {what}").format(what=what) for what in item.supply)]
        parts.append(Padding(Text("\n".join(lines), style="dim"), (0, 0, 0, 4)))
    return [*parts, *_more(len(items) - limit)]


def _findings(assessment: Assessment, limit: int) -> list[RenderableType]:
    from rich.text import Text

    rows = view.finding_rows(assessment)
    if not rows:
        return [Text(_("No findings among what could be decided."))]
    parts: list[RenderableType] = [Text("\n" + _("Findings") + f" ({len(rows)})", style="bold")]
    for row in rows[:limit]:
        parts += finding(row)
    return [*parts, *_more(len(rows) - limit)]


def finding(row: FindingRow) -> list[RenderableType]:
    """One finding: what, where, by what law, and how to put it right."""
    from rich.padding import Padding
    from rich.text import Text

    marks = f"{words.severity(row.severity)} {words.verdict(row.verdict)}"
    head = Text.assemble(f"{row.number}. ", (f"[{marks}]", _STYLES[row.severity]), f" {row.title}")
    details = [("", row.message), *((_("Address"), str(place)) for place in row.places)]
    details += [(_("Basis"), text) for text in row.basis]
    details += [
        (_("Remedy"), row.rectify),
        (_("Responsible"), row.owner),
        (_("Approved exception"), row.waiver),
    ]
    lines = [f"{name}  {text}" if name else text for name, text in details if text]
    return [head, Padding(Text("\n".join(lines)), (0, 0, 1, 4))]


def _more(count: int) -> list[RenderableType]:
    from rich.text import Text

    return [Text(_("and {count} more").format(count=count), style="dim")] if count > 0 else []


def plain_table(*headings: str) -> Table:
    """A table without frame, whose lines turn to ASCII where the output is not Unicode."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(heading)
    return table


def texts(*cells: str) -> list[RenderableType]:
    """Cells as text: what looks like markup in evidence is not."""
    from rich.text import Text

    return [Text(view.clean(cell)) for cell in cells]
