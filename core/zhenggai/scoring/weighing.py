"""One item weighed: what it earns, what is settled, and the least and most it can come to.

An item is a planned rule of m points. Its aspects weigh alike, however many rows each has.

========== ======================================================================================
q          decided share: the mean over the aspects of (subjects decided) / (subjects due); a doubt
           is decided. An aspect that could not see its evidence (missing, unread, out of date, in
           error, or waiting for a person) has 0; one that does not apply, or of which nothing is
           due yet, is left out.
high       what the item earns if every undecided subject turns out to be in order
low        what it earns if every one turns out to be a violation; 0 for an aspect that saw nothing,
           and for the whole item where the number of its violations has no bound
c          ``max(q, 1 - (high - low) / m)``: points are settled where subjects are decided, and where
           they cannot be earned or lost any more (an all-or-nothing item with one violation)
s          earned on the settled share: ``(high - (1 - c) m) / c``
========== ======================================================================================

In mode `ratio` c is q and s is ``m (1 - violations / decided)``. In every mode
``low <= c s <= s <= m`` and ``high = c s + (1 - c) m``; from this follow ``L <= S C <= S <= H`` and
``H = S C + 1 - C`` for any set of items.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zhenggai.model.assessment import UNDECIDED, AspectResult, Result, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhenggai.model.checklist import Mode

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Weight:
    """An item's terms, exact: m, c, c·s, and the least and most points. All 0 if not applicable."""

    points: Fraction
    share: Fraction
    settled: Fraction
    low: Fraction
    high: Fraction

    @property
    def earned(self) -> Fraction:
        """Points on the settled share, s; 0 where nothing is settled."""
        return self.settled / self.share if self.share else ZERO


NOTHING = Weight(ZERO, ZERO, ZERO, ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class Tally:
    """An aspect's subjects that are due; `seen` is false if there may be others, unread."""

    due: int
    violations: int
    gaps: int
    deduction: Fraction
    seen: bool


def weigh(
    result: Result,
    points: Fraction,
    mode: Mode,
    deductions: Mapping[str, Fraction],
    forgiven: Mapping[str, int],
) -> Weight:
    """Weigh one result.

    Args:
        result: what the rule came to.
        points: m.
        mode: how violations cost points.
        deductions: points that one violation of an aspect costs, by aspect; used by `per_finding`.
        forgiven: violations of an aspect to be taken as in order, by aspect (waivers).
    """
    if result.status is Status.NOT_APPLICABLE:
        return NOTHING
    tallies = tuple(
        _tally(aspect, deductions.get(aspect.aspect, ZERO), forgiven.get(aspect.aspect, 0))
        for aspect in result.aspects
        if aspect.status is not Status.NOT_APPLICABLE
    )
    low, high = _bounds(tallies, points, mode)
    share = _mean(_decided(tally) for tally in tallies)
    if result.status in UNDECIDED and all(tally.seen and not tally.gaps for tally in tallies):
        # No aspect says why the rule is undecided: believe the rule, not the silence.
        low, share = ZERO, ZERO
    if points:
        share = max(share, 1 - (high - low) / points)
    return Weight(points, share, high - (1 - share) * points, low, high)


def _tally(aspect: AspectResult, deduction: Fraction, forgiven: int) -> Tally:
    due = aspect.examined - aspect.pending
    violations = max(0, aspect.violations - forgiven)
    if not due and aspect.status in {Status.PASS, Status.FAIL}:
        # A person's answer, or a paper that is there or not: one subject.
        due = 1
        violations = int(aspect.status is Status.FAIL and not forgiven)
    if aspect.status is Status.INSUFFICIENT:
        seen = aspect.gaps > 0 and not aspect.missing_evidence and not aspect.unread_sources
    elif aspect.status is Status.FAIL:
        seen = not aspect.unread_sources
    else:
        seen = aspect.status is Status.PASS
    return Tally(due, violations, aspect.gaps, deduction, seen)


def _bounds(tallies: Sequence[Tally], points: Fraction, mode: Mode) -> tuple[Fraction, Fraction]:
    if not tallies:
        return ZERO, points
    blind = any(not tally.seen for tally in tallies)
    if mode == "ratio":
        low = points * _mean(
            1 - Fraction(tally.violations + tally.gaps, tally.due) if tally.seen else ZERO
            for tally in tallies
        )
        high = points * _mean(
            1 - Fraction(tally.violations, tally.due) if tally.due else ONE for tally in tallies
        )
        return low, high
    if mode == "all_or_nothing":
        violated = any(tally.violations for tally in tallies)
        open_ = blind or any(tally.gaps for tally in tallies)
        return (ZERO if violated or open_ else points), (ZERO if violated else points)
    lost = sum((tally.deduction * tally.violations for tally in tallies), ZERO)
    at_risk = sum((tally.deduction * tally.gaps for tally in tallies), ZERO)
    low = ZERO if blind else max(ZERO, points - lost - at_risk)
    return low, max(ZERO, points - lost)


def _decided(tally: Tally) -> Fraction:
    return 1 - Fraction(tally.gaps, tally.due) if tally.seen else ZERO


def _mean(shares: Iterable[Fraction]) -> Fraction:
    given = tuple(shares)
    return sum(given, ZERO) / len(given) if given else ZERO
