"""Findings, a comparison and the terms of a score, listed in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.comparing import CHANGES
from zhenggai.i18n import _
from zhenggai.reporting import terminal, view, words
from zhenggai.scoring import explain

if TYPE_CHECKING:
    from rich.console import Console

    from zhenggai.comparing import Comparison
    from zhenggai.model.assessment import Assessment
    from zhenggai.model.scorecard import Scorecard


def print_findings(assessment: Assessment, console: Console) -> None:
    """Every finding of an assessment with its address, law and remedy."""
    rows = view.finding_rows(assessment)
    for row in rows:
        for part in terminal.finding(row):
            console.print(part)
    console.print(_("{count} findings").format(count=len(rows)))


def print_comparison(comparison: Comparison, console: Console) -> None:
    """What changed between two runs: relapses first, changed rules apart."""
    from rich.text import Text

    old, new = comparison.old, comparison.new
    console.print(Text(f"{view.clean(comparison.unit)}  {old.as_of} → {new.as_of}", style="bold"))
    for change in CHANGES:
        entries = comparison.of(change)
        if not entries:
            continue
        console.print(Text(f"\n{words.change(change)} ({len(entries)})", style="bold"))
        for entry in entries:
            found = entry.finding
            reason = f"  [{words.change_reason(entry.reason)}]" if entry.reason else ""
            where = "; ".join(_place(location) for location in found.locations[:3])
            console.print(
                Text(
                    f"  {words.severity(found.severity)} {found.rule}  {view.clean(found.message)}{reason}"
                )
            )
            if where:
                console.print(Text(f"      {view.clean(where)}", style="dim"))
    if comparison.rules:
        console.print(Text(f"\n{_('Rules that are not the same in both')}", style="bold"))
        for change_of in comparison.rules:
            parts = f" ({', '.join(change_of.parts)})" if change_of.parts else ""
            console.print(
                Text(f"  {_(change_of.what)}  {change_of.rule}  {change_of.title}{parts}")
            )
    if not comparison.entries:
        console.print(_("no finding in either"))


def _place(location: object) -> str:
    from zhenggai.model.assessment import Location

    if not isinstance(location, Location):
        raise TypeError(location)
    spot = " ".join(location.cells.values()) or (str(location.row) if location.row else "")
    return " / ".join(part for part in (location.path, location.sheet, spot) if part)


def print_explanation(scorecard: Scorecard, console: Console) -> None:
    """Every term of the score, the sums, and the four figures they give."""
    explanation = explain(scorecard)
    table = terminal.table(
        _("Rule"), "m", "c", "s", "c·m", "c·s", _("low"), _("high"), _("if righted"), _("Mode")
    )
    for column in table.columns[1:9]:
        column.justify = "right"
    for term in explanation.terms:
        name = f"{term.rule}{' !' if term.vetoed else ''}"
        if not term.applicable:
            table.add_row(name, words.points(term.points), *["–"] * 7, _("not applicable"))
            continue
        figures = (
            term.points,
            term.share,
            term.earned,
            term.settled_points,
            term.settled_earned,
            term.low,
            term.high,
            term.if_righted,
        )
        table.add_row(name, *(_short(figure) for figure in figures), words.mode(term.mode))
    console.print(table)
    sums, found = explanation.sums, explanation.figures
    console.print(
        f"S = 100 · Σ c·s / Σ c·m = 100 · {_short(sums.settled_earned)} / {_short(sums.settled_points)}"
        f" = {words.figure(found.score)}"
    )
    console.print(
        f"C = 100 · Σ c·m / Σ m = 100 · {_short(sums.settled_points)} / {_short(sums.points)}"
        f" = {words.figure(found.coverage)}"
    )
    console.print(
        f"L = 100 · {_short(sums.low)} / {_short(sums.points)} = {words.figure(found.low)}"
    )
    console.print(
        f"H = 100 · {_short(sums.high)} / {_short(sums.points)} = {words.figure(found.high)}"
    )
    console.print(
        f"{_('Grade')}: {words.grade(scorecard)}  {words.grade_reason(scorecard.grade_reason)}"
    )


def _short(figure: object) -> str:
    text = f"{figure:.4f}"
    return text.rstrip("0").rstrip(".")
