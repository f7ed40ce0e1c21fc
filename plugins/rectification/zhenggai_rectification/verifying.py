"""Which figures of a report the ledgers can bear out, and which of them they did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from zhenggai_rectification import headings

if TYPE_CHECKING:
    from zhenggai import Assessment
    from zhenggai_rectification.claims import Claim
    from zhenggai_rectification.reading import Report, Section

FIGURES: Final = "rectification.report-vs-ledger-figures"
RULES: Final = (
    FIGURES,
    "rectification.recovered-money-agrees",
    "rectification.institution-list-real",
)
"""The rules that tie what a report says to ledgers."""

_RETURNED: Final = re.compile(r"退|缴|追回")
_INSTITUTIONS: Final = re.compile(r"(?:建立|制定|出台|修订|完善)[^，]*(?:制度|清单|方案|计划)")


def verifiable(report: Report, section: Section, claim: Claim) -> bool:
    """Whether a figure is to be tied to a ledger of what was done.

    The totals of problems, money returned and institutions made are not: they have rules of their
    own. What the outlook says is not done yet.
    """
    if section.item.scope == headings.IN_OUTLOOK:
        return False
    if claim.sentence in report.totals.sentence or claim.sentence in report.counts.sentence:
        return False
    returned = claim.unit == "元" and _RETURNED.search(claim.before)
    return not returned and not _INSTITUTIONS.search(claim.before)


def claim_key(report: Report, section: Section, claim: Claim, number: int) -> str:
    """The business key of the `number`th figure of a section, as the rule's findings carry it."""
    measure = section.measure(claim.at)
    parts = [
        report.title,
        section.item.title,
        *([str(measure.position)] if measure else []),
        claim.before,
        claim.unit,
        str(number),
    ]
    return "|".join(parts)


def supported(report: Report, result: Assessment) -> list[Claim] | None:
    """The figures that the ledgers bear out, in order; None where they were not compared at all."""
    figures = result.result(FIGURES)
    if any(aspect.error or aspect.missing_evidence for aspect in figures.aspects):
        return None
    wanting = {one.key for one in (*figures.findings, *figures.gaps)}
    return [
        claim
        for section in report.sections
        for number, claim in enumerate(section.claims, 1)
        if verifiable(report, section, claim)
        and claim_key(report, section, claim, number) not in wanting
    ]
