"""Every term of a score, and how the terms add up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhenggai.model.checklist import Mode
    from zhenggai.model.scorecard import Scorecard, ScoreFigures, ScoreLine


@dataclass(frozen=True, slots=True)
class Term:
    """One item: m, c, s, then c·m and c·s as they enter the sums, its bounds and what it could add."""

    rule: str
    title: str
    section: str
    mode: Mode
    applicable: bool
    points: Decimal
    share: Decimal
    earned: Decimal
    settled_points: Decimal
    settled_earned: Decimal
    low: Decimal
    high: Decimal
    if_righted: Decimal
    veto: bool
    vetoed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Sums:
    """Σ m, Σ c·m, Σ c·s, Σ low and Σ high over the applicable items."""

    points: Decimal
    settled_points: Decimal
    settled_earned: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Explanation:
    """The terms in order of the checklist, their sums, and the figures the sums give.

    ``score = 100 * settled_earned / settled_points``, ``coverage = 100 * settled_points / points``,
    ``low = 100 * low / points``, ``high = 100 * high / points``.
    """

    terms: tuple[Term, ...]
    sums: Sums
    figures: ScoreFigures


def explain(scorecard: Scorecard) -> Explanation:
    """Lay open how a scorecard came about. Products have as many places as their factors."""
    terms = tuple(_term(line) for line in scorecard.lines)
    counted = tuple(term for term in terms if term.applicable)
    zero = Decimal(0)
    sums = Sums(
        points=sum((term.points for term in counted), zero),
        settled_points=sum((term.settled_points for term in counted), zero),
        settled_earned=sum((term.settled_earned for term in counted), zero),
        low=sum((term.low for term in counted), zero),
        high=sum((term.high for term in counted), zero),
    )
    return Explanation(terms=terms, sums=sums, figures=scorecard.figures)


def _term(line: ScoreLine) -> Term:
    return Term(
        rule=line.rule,
        title=line.title,
        section=line.section,
        mode=line.mode,
        applicable=line.applicable,
        points=line.points,
        share=line.decided_share,
        earned=line.earned,
        settled_points=line.decided_share * line.points,
        settled_earned=line.decided_share * line.earned,
        low=line.low,
        high=line.high,
        if_righted=line.if_righted,
        veto=line.veto,
        vetoed=line.vetoed,
        why=line.why,
    )
