"""The scorecard: items added up to four numbers, the grade they allow, and the vetoes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from zhenggai.errors import ConfigurationError, ZhenggaiError
from zhenggai.i18n import _
from zhenggai.model.assessment import UNDECIDED, Result, Status, Verdict
from zhenggai.model.scorecard import Scorecard, ScoreFigures, ScoreLine, SectionScore, Veto
from zhenggai.scoring.weighing import NOTHING, ONE, ZERO, Weight, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhenggai.model.checklist import Scoring
    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Severity

PLACES = Decimal("0.000001")
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class _Item:
    """A planned rule with its result, weighed as it stands and with waived violations in order."""

    planned: PlannedRule
    result: Result
    plain: Weight
    waived: Weight

    @property
    def applicable(self) -> bool:
        return self.result.status is not Status.NOT_APPLICABLE

    @property
    def violated(self) -> bool:
        return self.result.status is Status.FAIL or any(
            aspect.violations for aspect in self.result.aspects
        )

    @property
    def undecided(self) -> bool:
        return self.applicable and (self.plain.share < ONE or self.result.status in UNDECIDED)


def score(results: Sequence[Result], plan: Plan) -> tuple[tuple[Result, ...], Scorecard]:
    """Weigh the results of a run.

    Gives the results in the order of the plan with `points`, `earned` and `decided_share` filled
    (`earned` is None where nothing is settled), and the scorecard. A planned rule without a result
    comes back as `not_run`. Sums are exact; the figures kept are cut, never rounded up, to six
    places, so that 100 means 100 and a grade's threshold is not reached by rounding.

    Raises:
        ZhenggaiError: two results of one rule, or a result of a rule that was not planned.
        ConfigurationError: the scoring names no deduction for a severity that needs one.
    """
    given = _by_rule(results, plan)
    items = tuple(
        _item(planned, given.get(planned.rule.id), plan.scoring) for planned in plan.rules
    )
    return tuple(_filled(item) for item in items), _card(items, plan)


def _by_rule(results: Sequence[Result], plan: Plan) -> Mapping[str, Result]:
    given = {result.rule: result for result in results}
    if len(given) != len(results):
        twice = sorted(rule for rule, n in Counter(r.rule for r in results).items() if n > 1)
        raise ZhenggaiError(_("two results of one rule: {rules}").format(rules=", ".join(twice)))
    if strange := sorted(given.keys() - {planned.rule.id for planned in plan.rules}):
        raise ZhenggaiError(
            _("results of rules that were not planned: {rules}").format(rules=", ".join(strange))
        )
    return given


def _item(planned: PlannedRule, result: Result | None, scoring: Scoring) -> _Item:
    kept = result or _not_run(planned)
    points = Fraction(planned.points)
    deductions = _deductions(kept, planned, scoring) if planned.mode == "per_finding" else {}
    forgiven = Counter(
        finding.aspect
        for finding in kept.findings
        if finding.waiver is not None and finding.verdict is Verdict.VIOLATION
    )
    plain = weigh(kept, points, planned.mode, deductions, {})
    waived = weigh(kept, points, planned.mode, deductions, forgiven) if forgiven else plain
    return _Item(planned, kept, plain, waived)


def _not_run(planned: PlannedRule) -> Result:
    file = planned.rule.file
    return Result(
        rule=planned.rule.id,
        plugin=planned.rule.plugin,
        title=file.title,
        title_en=file.title_en,
        section=planned.section,
        severity=file.severity,
        status=Status.NOT_RUN,
        points=planned.points,
        veto=planned.veto,
        rule_digest=planned.rule.digest,
    )


def _deductions(result: Result, planned: PlannedRule, scoring: Scoring) -> dict[str, Fraction]:
    file = planned.rule.file
    severities: dict[str, Severity] = {}
    for aspect in result.aspects:
        declared = file.aspects.get(aspect.aspect)
        severities[aspect.aspect] = (declared and declared.severity) or file.severity
    if missing := sorted(set(severities.values()) - set(scoring.deductions)):
        raise ConfigurationError(
            _("the scoring has no deduction for severity {names}").format(names=", ".join(missing)),
            where=scoring.id,
        )
    return {slug: Fraction(scoring.deductions[name]) for slug, name in severities.items()}


def _filled(item: _Item) -> Result:
    settled = item.applicable and item.plain.share > 0
    return item.result.model_copy(
        update={
            "points": item.planned.points,
            "section": item.planned.section,
            "veto": item.planned.veto,
            "earned": decimal(item.plain.earned) if settled else None,
            "decided_share": decimal(item.plain.share),
        }
    )


def _card(items: Sequence[_Item], plan: Plan) -> Scorecard:
    applicable = tuple(item for item in items if item.applicable)
    total = _total(item.plain for item in applicable)
    vetoes = _vetoes(applicable)
    grade, reason = _grade(total, vetoes, plan.scoring)
    undecided = sorted(
        (item for item in items if item.undecided),
        key=lambda item: (-(1 - item.plain.share) * item.plain.points, item.planned.rule.id),
    )
    return Scorecard(
        scoring=f"{plan.scoring.id}/{plan.scoring.version}",
        scoring_digest=plan.scoring_digest,
        definition=plan.scoring,
        figures=_figures(total),
        with_waivers=_figures(_total(item.waived for item in applicable)),
        grade=grade,
        grade_reason=reason,
        vetoes=vetoes,
        sections=_sections(items, plan),
        lines=tuple(_line(item, total) for item in items),
        undecided=tuple(item.planned.rule.id for item in undecided),
        counts=_counts(items),
        not_applicable_share=decimal(
            Fraction(len(items) - len(applicable), len(items)) if items else ZERO
        ),
    )


def _total(weights: Iterable[Weight]) -> Weight:
    """Sums over items: Σ m, Σ c·m in `share`, Σ c·s, Σ low, Σ high."""
    points = share = settled = low = high = ZERO
    for weight in weights:
        points += weight.points
        share += weight.share * weight.points
        settled += weight.settled
        low += weight.low
        high += weight.high
    return Weight(points, share, settled, low, high)


def _figures(total: Weight) -> ScoreFigures:
    if not total.points:
        return ScoreFigures(score=None, coverage=None, low=None, high=None)
    return ScoreFigures(
        score=decimal(HUNDRED * total.settled / total.share) if total.share else None,
        coverage=decimal(HUNDRED * total.share / total.points),
        low=decimal(HUNDRED * total.low / total.points),
        high=decimal(HUNDRED * total.high / total.points),
    )


def _vetoes(items: Sequence[_Item]) -> tuple[Veto, ...]:
    """Veto items that failed, then those that are not decided."""
    failed = [item for item in items if item.planned.veto and item.violated]
    open_ = [item for item in items if item.planned.veto and not item.violated and item.undecided]
    return tuple(
        Veto(rule=item.planned.rule.id, title=item.result.title, decided=item.violated)
        for item in (*failed, *open_)
    )


def _grade(total: Weight, vetoes: Sequence[Veto], scoring: Scoring) -> tuple[str | None, str]:
    """The grade, or None, with the reason as one of `scorecard.GradeReason`."""
    if not total.points:
        return None, "nothing-applicable"
    grades = sorted(scoring.grades, key=lambda grade: grade.at_least, reverse=True)
    if not grades:
        return None, "no-grades"
    if any(veto.decided for veto in vetoes):
        return grades[-1].name, "vetoed"
    if vetoes:
        return None, "undecided-veto"
    if not total.share:
        return None, "nothing-decided"

    def earned(points: Fraction) -> str | None:
        reached = HUNDRED * points / total.points
        return next((grade.name for grade in grades if grade.at_least <= reached), None)

    if earned(total.low) != earned(total.high):
        return None, "undecided"
    return earned(total.low), "settled" if earned(total.low) else "below-all"


def _line(item: _Item, total: Weight) -> ScoreLine:
    plain, result = item.plain, item.result
    return ScoreLine(
        rule=item.planned.rule.id,
        title=result.title,
        section=item.planned.section,
        mode=item.planned.mode,
        points=item.planned.points,
        earned=decimal(plain.earned),
        decided_share=decimal(plain.share),
        applicable=item.applicable,
        low=decimal(plain.low),
        high=decimal(plain.high),
        veto=item.planned.veto,
        vetoed=item.planned.veto and item.applicable and item.violated,
        waived_earned=decimal(item.waived.earned) if item.waived is not plain else None,
        if_righted=decimal(_gain(plain, total)) if item.applicable else Decimal(0),
        why=result.reason,
    )


def _gain(item: Weight, total: Weight) -> Fraction:
    """What the score on the decided gains if the item becomes wholly decided and in order."""
    share = total.share + (1 - item.share) * item.points
    if not share:
        return ZERO
    now = total.settled / total.share if total.share else ZERO
    return HUNDRED * ((total.settled - item.settled + item.points) / share - now)


def _sections(items: Sequence[_Item], plan: Plan) -> tuple[SectionScore, ...]:
    made = []
    for section in plan.sections:
        inside = tuple(item for item in items if item.planned.section == section.id)
        total = _total(item.plain if item.applicable else NOTHING for item in inside)
        made.append(
            SectionScore(
                id=section.id,
                title=section.title,
                title_en=section.title_en,
                figures=_figures(total),
                points=decimal(total.points),
                counts=_counts(inside),
            )
        )
    return tuple(made)


def _counts(items: Sequence[_Item]) -> dict[str, int]:
    """Every status with its number of rules: they add up to the planned rules."""
    found = Counter(item.result.status for item in items)
    return {status.value: found[status] for status in Status}


def decimal(value: Fraction) -> Decimal:
    """A fraction cut to six places, without trailing zeros."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    whole = exact.quantize(PLACES, rounding=ROUND_FLOOR)
    text = f"{whole:f}".rstrip("0").rstrip(".")
    return Decimal(text or "0")
