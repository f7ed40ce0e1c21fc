"""What changed between two runs, and every term of a score, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.comparing import CHANGES
from zhenggai.i18n import _
from zhenggai.reporting import view, words
from zhenggai.reporting.terminal import plain_table, texts

if TYPE_CHECKING:
    from rich.console import Console

    from zhenggai.comparing import Comparison, RuleChange
    from zhenggai.explaining import Explanation, Term


def print_comparison(comparison: Comparison, console: Console, *, limit: int | None = None) -> None:
    """Print counts, the findings of each kind (at most `limit` of one), and the rules that differ."""
    from rich.text import Text

    old, new = comparison.old, comparison.new
    console.print(Text(f"{view.clean(comparison.unit)}  {old.as_of} ~ {new.as_of}", style="bold"))
    if old.figures and new.figures:
        console.print(
            Text(
                _("Score {old} to {new}, coverage {before} to {after}").format(
                    old=words.figure(old.figures.score),
                    new=words.figure(new.figures.score),
                    before=words.figure(old.figures.coverage),
                    after=words.figure(new.figures.coverage),
                )
            )
        )
    if not (comparison.same_checklist and comparison.same_scoring):
        console.print(
            Text(_("The checklist or the scoring differs: the scores are not comparable."))
        )
    for change in CHANGES:
        entries = comparison.of(change)
        if entries:
            console.print(Text(f"\n{words.change(change)} ({len(entries)})", style="bold"))
        for entry in entries[:limit]:
            reason = f" ({words.change_reason(entry.reason)})" if entry.reason else ""
            found = entry.finding
            message = words.named(found.message, found.message_en)
            mark = words.severity(found.severity)
            console.print(Text(f"  [{mark}] {view.clean(message)}{reason}  {found.rule}"))
        if limit is not None and len(entries) > limit:
            console.print(Text("  " + _("and {count} more").format(count=len(entries) - limit)))
    if comparison.rules:
        console.print(
            Text("\n" + _("Rules that differ") + f" ({len(comparison.rules)})", style="bold")
        )
        for rule in comparison.rules:
            console.print(Text(f"  {_rule(rule)}"))


def _rule(rule: RuleChange) -> str:
    what = {"added": _("added"), "dropped": _("dropped"), "changed": _("changed")}[rule.what]
    parts = f": {', '.join(rule.parts)}" if rule.parts else ""
    return f"{rule.rule}  {view.clean(rule.title)}  {what}{parts}"


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print every term of the score, the sums, and how the figures come from them."""
    from rich.text import Text

    table = plain_table(
        _("Rule"),
        _("Points are lost"),
        "m",
        "c",
        "s",
        "c*m",
        "c*s",
        _("At least"),
        _("At most"),
        _("If put right"),
    )
    for column in table.columns[2:]:
        column.justify = "right"
    for term in explanation.terms:
        table.add_row(*texts(*_term(term)))
    sums, figures = explanation.sums, explanation.figures
    totals = (sums.points, sums.settled_points, sums.settled_earned, sums.low, sums.high)
    points, settled, earned, low, high = (words.points(value) for value in totals)
    table.add_row(*texts(_("Sum"), "", points, "", "", settled, earned, low, high, ""))
    console.print(table)
    for name, formula, value in (
        (_("Score on what is decided"), f"100 * {earned} / {settled}", figures.score),
        (_("Coverage"), f"100 * {settled} / {points}", figures.coverage),
        (_("Lowest possible"), f"100 * {low} / {points}", figures.low),
        (_("Highest possible"), f"100 * {high} / {points}", figures.high),
    ):
        given = formula if value is not None else _("nothing to count")
        console.print(Text(f"{name}: {given} = {words.figure(value)}"))


def _term(term: Term) -> tuple[str, ...]:
    name = f"{view.clean(term.title)}\n{term.rule}"
    if not term.applicable:
        return (name, words.status("not_applicable"), words.points(term.points), *("-",) * 6, "")
    return (
        name,
        words.mode(term.mode),
        words.points(term.points),
        words.percent(term.share),
        words.points(term.earned),
        words.points(term.settled_points),
        words.points(term.settled_earned),
        words.points(term.low),
        words.points(term.high),
        f"+{words.points(term.if_righted)}" if term.if_righted else "",
    )
