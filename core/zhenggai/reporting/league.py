"""A league of several units that ranks only what can be compared.

Two units can be ranked against one another if they were asked the same checklist over the same
period under the same scoring, the same rules apply to them, and the same rules are wholly decided.
The rank goes by the score on those rules; equal scores share a rank, and a unit with a failed veto
item stands below those without. Whoever has no such companion is listed apart, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from zhenggai.i18n import _
from zhenggai.reporting import view, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from zhenggai.model.assessment import Assessment
    from zhenggai.model.scorecard import Scorecard, ScoreFigures

Apart = Literal["not-scored", "nothing-decided", "other-terms", "other-rules", "other-decided"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit in the league. `common` is its score on the rules its group has decided, 0 to 100."""

    unit: str
    name: str
    common: Decimal
    figures: ScoreFigures
    grade: str
    vetoed: bool
    problems: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Units that can be compared: the number of rules decided by all, and the points they carry."""

    rules: int
    points: Decimal
    applicable_points: Decimal
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class League:
    """Groups of comparable units, the largest first; `apart` are units without a companion."""

    groups: tuple[Group, ...]
    apart: tuple[tuple[str, str, Apart], ...]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What must be equal for two units to be ranked."""

    asked: tuple[str, ...]
    applicable: frozenset[str]
    decided: frozenset[str]


def league(assessments: Sequence[Assessment]) -> League:
    """Rank units among their equals."""
    by_terms: dict[_Terms, list[tuple[Assessment, Scorecard]]] = {}
    apart: list[tuple[str, str, Apart]] = []
    for run in sorted(assessments, key=lambda run: run.unit.id):
        if run.scorecard is None:
            apart.append((run.unit.id, run.unit.name, "not-scored"))
        elif not (terms := _terms(run, run.scorecard)).decided:
            apart.append((run.unit.id, run.unit.name, "nothing-decided"))
        else:
            by_terms.setdefault(terms, []).append((run, run.scorecard))
    groups = []
    for terms, members in by_terms.items():
        if len(members) == 1:
            run = members[0][0]
            apart.append((run.unit.id, run.unit.name, _difference(terms, by_terms)))
        else:
            groups.append(_group(terms, members))
    groups.sort(key=lambda group: (-len(group.standings), group.standings[0].unit))
    return League(groups=tuple(groups), apart=tuple(sorted(apart)))


def _terms(run: Assessment, card: Scorecard) -> _Terms:
    lines = [line for line in card.lines if line.applicable]
    return _Terms(
        asked=(
            run.checklist.digest,
            card.scoring_digest,
            str(run.period.start),
            str(run.period.end),
            *sorted(f"{plugin.id}={plugin.digest}" for plugin in run.plugins),
        ),
        applicable=frozenset(line.rule for line in lines),
        decided=frozenset(line.rule for line in lines if line.decided_share == 1 and line.points),
    )


def _difference(terms: _Terms, others: dict[_Terms, list[tuple[Assessment, Scorecard]]]) -> Apart:
    """In what a unit without companions first differs from all others."""
    same_asked = [other for other in others if other is not terms and other.asked == terms.asked]
    if not same_asked:
        return "other-terms"
    if not any(other.applicable == terms.applicable for other in same_asked):
        return "other-rules"
    return "other-decided"


def _group(terms: _Terms, members: Sequence[tuple[Assessment, Scorecard]]) -> Group:
    standings = [_standing(run, card, terms.decided) for run, card in members]
    standings.sort(key=lambda unit: (unit.vetoed, -unit.common, unit.unit))
    first: dict[tuple[bool, Decimal], int] = {}
    for number, unit in enumerate(standings, start=1):
        first.setdefault((unit.vetoed, unit.common), number)
    ranked = (replace(unit, rank=first[unit.vetoed, unit.common]) for unit in standings)
    lines = [line for line in members[0][1].lines if line.applicable]
    zero = Decimal(0)
    return Group(
        rules=len(terms.decided),
        points=sum((line.points for line in lines if line.rule in terms.decided), zero),
        applicable_points=sum((line.points for line in lines), zero),
        standings=tuple(ranked),
    )


def _standing(run: Assessment, card: Scorecard, decided: frozenset[str]) -> Standing:
    lines = [line for line in card.lines if line.rule in decided]
    earned = sum((line.earned for line in lines), Decimal(0))
    points = sum((line.points for line in lines), Decimal(0))
    return Standing(
        unit=run.unit.id,
        name=view.clean(run.unit.name),
        common=100 * earned / points,
        figures=card.figures,
        grade=view.clean(words.grade(card)),
        vetoed=any(veto.decided for veto in card.vetoes),
        problems=sum(finding.verdict.value == "violation" for finding in run.findings),
    )


def _headings() -> tuple[str, ...]:
    return (
        _("Rank"),
        _("Unit"),
        _("Score on the common rules"),
        _("Score on what is decided"),
        _("Coverage"),
        _("Possible range"),
        _("Grade"),
        _("Problems"),
    )


def _cells(unit: Standing) -> tuple[str, ...]:
    return (
        str(unit.rank),
        unit.name,
        words.figure(unit.common),
        words.figure(unit.figures.score),
        words.figure(unit.figures.coverage),
        words.span(unit.figures),
        unit.grade,
        str(unit.problems),
    )


def _title(group: Group) -> str:
    return _("{units} units, compared on {rules} rules with {points} of {all} points").format(
        units=len(group.standings),
        rules=group.rules,
        points=words.points(group.points),
        all=words.points(group.applicable_points),
    )


def _why(code: Apart) -> str:
    return {
        "not-scored": _("was not scored"),
        "nothing-decided": _("no rule is wholly decided"),
        "other-terms": _("other checklist, period, scoring or plugins than the rest"),
        "other-rules": _("other rules apply than to the rest"),
        "other-decided": _("other rules are decided than of the rest"),
    }[code]


def print_league(table: League, console: Console) -> None:
    """Print the league: a table a group, then the units that cannot be ranked."""
    from rich.text import Text

    from zhenggai.reporting.terminal import plain_table, texts

    for group in table.groups:
        console.print(Text(f"\n{_title(group)}", style="bold"))
        made = plain_table(*_headings())
        for unit in group.standings:
            made.add_row(*texts(*_cells(unit)))
        console.print(made)
    if table.apart:
        console.print(Text("\n" + _("Not ranked"), style="bold"))
        for _unit, name, code in table.apart:
            console.print(Text(f"{view.clean(name)}  {_why(code)}"))


def render_html(table: League) -> str:
    """The league as one HTML file like the scorecard."""
    from zhenggai.reporting.html import page

    return page(
        "league.html.j2",
        title=_("Comparison of units"),
        headings=_headings(),
        groups=[
            (_title(group), [_cells(unit) for unit in group.standings]) for group in table.groups
        ],
        apart=[(view.clean(name), _why(code)) for _unit, name, code in table.apart],
    )


def render_xlsx(table: League) -> bytes:
    """The league as a workbook: a sheet a group, and one of the units that cannot be ranked."""
    from zhenggai.reporting.xlsx import Book

    book = Book()
    widths = (8, 30, 16, 16, 12, 18, 14, 10)
    for number, group in enumerate(table.groups, start=1):
        sheet = book.sheet(_("Group {number}").format(number=number))
        sheet.write_string(0, 0, _title(group), book.note)
        rows = [
            (
                unit.rank,
                unit.name,
                words.cut(unit.common),
                words.cut(unit.figures.score),
                words.cut(unit.figures.coverage),
                words.span(unit.figures),
                unit.grade,
                unit.problems,
            )
            for unit in group.standings
        ]
        book.table(sheet, 1, tuple(zip(_headings(), widths, strict=True)), rows)
    if table.apart or not table.groups:
        headings = ((_("Unit"), 36), (_("Why"), 60))
        apart = [(name, _why(code)) for _unit, name, code in table.apart]
        book.table(book.sheet(_("Not ranked")), 0, headings, apart)
    return book.close(_("Comparison of units"))
