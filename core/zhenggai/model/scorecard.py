"""A scorecard: an assessment weighed. Always four numbers together, never one alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from zhenggai.model.base import Frozen
from zhenggai.model.checklist import Mode, Scoring

GradeReason = Literal[
    "settled",
    "vetoed",
    "undecided-veto",
    "undecided",
    "nothing-decided",
    "nothing-applicable",
    "below-all",
    "no-grades",
]
"""Why the grade is what it is, or why there is none; reports say it in words."""


class ScoreLine(Frozen):
    """One item: points m, earned s on what was decided, decided share c.

    `if_righted` is what putting the item wholly right would add to the score on the decided.
    """

    rule: str
    title: str
    section: str
    mode: Mode
    points: Decimal
    earned: Decimal
    decided_share: Decimal
    applicable: bool
    low: Decimal
    high: Decimal
    veto: bool = False
    vetoed: bool = False
    waived_earned: Decimal | None = None
    if_righted: Decimal = Decimal(0)
    why: str = ""


class ScoreFigures(Frozen):
    """Score on the decided S, coverage C, lowest possible L, highest possible H; 0 to 100.

    `score` is None where nothing was decided: never 0, never 100 by default.
    """

    score: Decimal | None
    coverage: Decimal | None
    low: Decimal | None
    high: Decimal | None


class SectionScore(Frozen):
    """The four numbers of one section, with its counts of statuses."""

    id: str
    title: str
    title_en: str = ""
    figures: ScoreFigures
    points: Decimal
    counts: dict[str, int]


class Veto(Frozen):
    """A veto item (一票否决) that failed, or that is not decided."""

    rule: str
    title: str
    decided: bool


class Scorecard(Frozen):
    """The weighed assessment. `grade` is None where it is withheld (暂不定等), with the reason.

    `definition` is the scoring in force, so that a result explains itself.
    """

    scoring: str
    scoring_digest: str
    definition: Scoring = Scoring()
    figures: ScoreFigures
    with_waivers: ScoreFigures
    grade: str | None
    grade_reason: GradeReason
    vetoes: tuple[Veto, ...] = ()
    sections: tuple[SectionScore, ...] = ()
    lines: tuple[ScoreLine, ...] = ()
    undecided: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    not_applicable_share: Decimal = Decimal(0)
