"""The words reports use for statuses, verdicts, severities and the rest, in the language in use."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from zhenggai.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhenggai.comparing import Change
    from zhenggai.comparing import Reason as ChangeReason
    from zhenggai.model.scorecard import GradeReason, Scorecard, ScoreFigures

TENTH = Decimal("0.1")
HUNDREDTH = Decimal("0.01")


def status(code: str) -> str:
    """A status (结论) in words."""
    return {
        "pass": _("in order"),
        "fail": _("problems found"),
        "not_applicable": _("not applicable"),
        "insufficient": _("cannot be decided"),
        "stale": _("evidence out of date"),
        "manual": _("waits for an answer"),
        "error": _("check failed to run"),
        "not_run": _("not run"),
    }[code]


def verdict(code: str) -> str:
    """A verdict (判定) in words."""
    return {
        "ok": _("in order"),
        "violation": _("problem"),
        "doubt": _("doubt"),
        "gap": _("cannot be decided"),
        "pending": _("not yet due"),
    }[code]


def severity(code: str) -> str:
    """A severity in words."""
    return {"critical": _("critical"), "major": _("major"), "minor": _("minor")}[code]


def mode(code: str) -> str:
    """How an item's points are lost."""
    return {
        "ratio": _("by share of violations"),
        "all_or_nothing": _("all or nothing"),
        "per_finding": _("a deduction for each finding"),
    }[code]


def grade(card: Scorecard) -> str:
    """The grade, or that it is withheld."""
    if card.grade is None:
        return _("grade withheld")
    if language() == "en":
        for known in card.definition.grades:
            if known.name == card.grade and known.name_en:
                return known.name_en
    return card.grade


def grade_reason(code: GradeReason) -> str:
    """Why the grade is what it is, or why there is none."""
    texts: Mapping[GradeReason, str] = {
        "settled": _("whatever is still undecided, the grade stays the same"),
        "vetoed": _("a veto item failed: the lowest grade, whatever the score"),
        "undecided-veto": _("a veto item is not decided"),
        "undecided": _("what is undecided could change the grade"),
        "nothing-decided": _("nothing could be decided: there is no score"),
        "nothing-applicable": _("no rule applies: there is no score"),
        "below-all": _("the score is below every grade"),
        "no-grades": _("the scoring defines no grades"),
    }
    return texts[code]


def change(code: Change) -> str:
    """What became of a finding between two runs."""
    texts: Mapping[Change, str] = {
        "new": _("new"),
        "relapsed": _("relapsed"),
        "persisting": _("persisting"),
        "fixed": _("fixed"),
        "appeared": _("appeared, not comparable"),
        "vanished": _("vanished, not proved fixed"),
    }
    return texts[code]


def change_reason(code: ChangeReason) -> str:
    """Why a finding appeared or vanished without the unit's doing."""
    texts: Mapping[ChangeReason, str] = {
        "": "",
        "rule-added": _("the rule was not asked before"),
        "rule-dropped": _("the rule is not asked any more"),
        "rule-changed": _("the rule or its parameters changed"),
        "first-decided": _("the run before could not decide it"),
        "not-seen-between": _("runs in between could not decide it"),
        "undecided": _("the new run could not decide it"),
        "not-applicable": _("the rule did not apply"),
        "out-of-period": _("the periods differ"),
    }
    return texts[code]


def cut(value: Decimal | None) -> Decimal | None:
    """A figure to one place, never rounded up: 89.97 is 89.9, and 100 is shown only for 100."""
    return None if value is None else value.quantize(TENTH, rounding=ROUND_FLOOR)


def figure(value: Decimal | None) -> str:
    """A score or percentage to one place, cut; a dash where there is none."""
    shown = cut(value)
    return "-" if shown is None else f"{shown:f}"


def points(value: Decimal) -> str:
    """Points to at most two places, cut, without trailing zeros."""
    text = f"{value.quantize(HUNDREDTH, rounding=ROUND_FLOOR):f}"
    return text.rstrip("0").rstrip(".")


def percent(share: Decimal) -> str:
    """A share of 0 to 1 as a percentage to one place, cut."""
    return f"{figure(share * 100)}%"


def money(amount: Decimal | None) -> str:
    """Yuan with separators and two places; empty where no money is at stake."""
    return "" if amount is None else f"{amount:,.2f}"


def named(title: str, title_en: str) -> str:
    """A title in the language in use; the Chinese one where there is no other."""
    return title_en if title_en and language() == "en" else title


def fate(code: str) -> str:
    """What became of a file."""
    return {
        "used": _("recognised and read"),
        "partly": _("recognised, partly unread"),
        "unread": _("could not be read"),
        "unused": _("not used by any rule"),
    }[code]


def span(figures: ScoreFigures) -> str:
    """The possible range; a single figure where it is settled."""
    low, high = figure(figures.low), figure(figures.high)
    return low if low == high else f"{low} ~ {high}"


def counts(given: Mapping[str, int]) -> str:
    """Statuses that occur, with their numbers."""
    return _(", ").join(f"{status(code)} {count}" for code, count in given.items() if count)


def size(count: int) -> str:
    """Bytes in a unit that leaves at most four digits."""
    number = float(count)
    for unit in ("B", "kB", "MB"):
        if number < 1000:  # noqa: PLR2004 - SI units
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"
