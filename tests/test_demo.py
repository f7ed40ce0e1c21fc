"""The demo bureau: what is planted is found, at its address, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fnmatch import fnmatch
from typing import TYPE_CHECKING

import pytest

from zhenggai.demo import Built, build
from zhenggai.model.assessment import Verdict
from zhenggai.plugins import discover
from zhenggai.run import Request, assess

if TYPE_CHECKING:
    from pathlib import Path

    from zhenggai.demo import Planted
    from zhenggai.model.assessment import Assessment, Finding

FAULTS = {Verdict.VIOLATION, Verdict.DOUBT}

UNPLANTED: frozenset[str] = frozenset()
"""Rules of which the bureau breaks none yet. This list only shrinks."""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Assessment]:
    built = build(tmp_path_factory.mktemp("bureau") / "云溪", discover())
    return built, assess(Request(built.folder, as_of=date(2026, 11, 24)))


def _answers(fault: Planted, finding: Finding) -> bool:
    """Whether the finding is what was planted: the same demand, at the same place or in the same words."""
    if (fault.verdict, fault.rule, fault.aspect) != (
        finding.verdict.value,
        finding.rule,
        finding.aspect,
    ):
        return False
    if fault.row is None:
        return fault.words in finding.key or fault.words in finding.message
    return any(
        (place.path, place.row) == (fault.path, fault.row)
        and place.sheet == fault.sheet
        for place in finding.locations
    )


def _differences(planted: tuple[Planted, ...], findings: tuple[Finding, ...]) -> list[str]:
    faults = [fault for fault in planted if fault.verdict in FAULTS]
    found = [finding for finding in findings if finding.verdict in FAULTS]
    missing = [
        f"MISSING {fault.verdict} {fault.rule}/{fault.aspect} {fault.path} {fault.sheet} {fault.row} {fault.words}"
        for fault in faults
        if not any(_answers(fault, finding) for finding in found)
    ]
    extra = [
        f"EXTRA {finding.verdict} {finding.rule}/{finding.aspect} "
        f"{[(place.path, place.sheet, place.row) for place in finding.locations]} "
        f"{finding.key}: {finding.message}"
        for finding in found
        if not any(_answers(fault, finding) for fault in faults)
    ]
    return missing + extra


def test_exactly_what_was_planted_is_found(bureau: tuple[Built, Assessment]) -> None:
    built, assessment = bureau
    differences = _differences(built.planted, assessment.findings)
    assert not differences, "\n".join(differences)


def test_every_rule_is_broken_once_but_those_named_as_missing(
    bureau: tuple[Built, Assessment],
) -> None:
    built, _assessment = bureau
    broken = {fault.rule for fault in built.planted if fault.verdict == Verdict.VIOLATION}
    still = {rule for rule in UNPLANTED if rule in broken}
    assert not still, f"planted by now, to be taken off UNPLANTED: {sorted(still)}"


def test_every_planted_rule_is_asked(bureau: tuple[Built, Assessment]) -> None:
    built, assessment = bureau
    asked = {result.rule for result in assessment.results}
    assert {fault.rule for fault in built.planted} <= asked
