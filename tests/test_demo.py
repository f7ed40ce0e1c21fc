"""The demo bureau: what is planted is found, at its address, and nothing else."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zhenggai import i18n
from zhenggai.demo import Built, build
from zhenggai.model.assessment import Verdict
from zhenggai.plugins import discover
from zhenggai.reporting.result_json import dumps
from zhenggai.run import Request, assess

if TYPE_CHECKING:
    from pathlib import Path

    from zhenggai.demo import Planted
    from zhenggai.model.assessment import Assessment, Finding

FAULTS = {Verdict.VIOLATION, Verdict.DOUBT}

UNPLANTED: frozenset[str] = frozenset(
    {
        "cadre.appointment-talk",
        "cadre.exceptional-promotion",
        "cadre.inspection-notice-and-team",
        "cadre.minutes-back-each-appointment",
        "cadre.party-group-quorum",
        "cadre.posts-within-quota",
        "cadre.probation-one-year",
        "cadre.report-upward-first",
        "cadre.township-level-tenure",
        "finance.advances-overdue",
        "finance.allowance-whitelist",
        "finance.budget-item-use",
        "finance.finance-training",
        "finance.incompatible-duties",
        "finance.must-tender-threshold",
        "finance.reception-hidden-or-duplicate",
        "finance.sme-payment-deadline",
        "finance.spending-patterns-advisory",
        "finance.travel-overlap",
        "finance.vehicle-per-car-accounting",
        "finance.voucher-completeness",
        "finance.works-settlement-and-final-accounts",
        "food.accompany-meal-coverage",
        "food.biennial-full-coverage",
        "food.canteen-inspection-frequency",
        "food.canteen-sample-coverage",
        "food.committee-meetings",
        "food.daily-weekly-monthly-control",
        "food.kitchen-camera-coverage",
        "food.risk-grade-frequency",
        "food.sampling-case-consistent",
        "food.sampling-failure-handling",
        "food.serious-problem-case-filed",
        "party.democratic-life-meeting",
        "party.democratic-review",
        "party.dual-organizational-life",
        "party.organizational-life-meeting",
        "party.party-lecture",
        "party.presence-conflicts",
        "party.responsibility-pledge-coverage",
        "party.self-criticism-not-copied",
        "party.study-topics-covered",
        "rectification.closing-evidence-approval",
        "rectification.look-back-covers-closed",
        "rectification.paper-rectification-signs",
        "rectification.principal-signoff",
        "rectification.publication-in-scope",
        "rectification.recovered-money-agrees",
        "rectification.relapse-after-closing",
        "rectification.report-pasted-figures",
        "rectification.report-vs-ledger-figures",
        "rectification.responsibility-assignable",
        "rectification.special-life-meeting",
    }
)
"""Rules of which the bureau breaks none yet. This list only shrinks."""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Assessment]:
    i18n.choose("zh")
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
        (place.path, place.row) == (fault.path, fault.row) and place.sheet == fault.sheet
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


def test_the_result_is_the_same_with_one_worker_and_from_another_place(
    bureau: tuple[Built, Assessment], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built, assessment = bureau
    monkeypatch.setattr(i18n, "_chosen", ["zh"])
    elsewhere = tmp_path / built.folder.name
    shutil.copytree(built.folder, elsewhere)
    again = assess(Request(elsewhere, as_of=date(2026, 11, 24), jobs=1))
    assert dumps(again) == dumps(assessment)


def test_only_rules_that_nothing_breaks_are_named_as_unplanted(
    bureau: tuple[Built, Assessment],
) -> None:
    built, _assessment = bureau
    broken = {fault.rule for fault in built.planted if fault.verdict == Verdict.VIOLATION}
    planted_by_now = sorted(UNPLANTED & broken)
    assert not planted_by_now, f"to be taken off UNPLANTED: {planted_by_now}"


def test_every_planted_rule_is_asked(bureau: tuple[Built, Assessment]) -> None:
    built, assessment = bureau
    asked = {result.rule for result in assessment.results}
    assert {fault.rule for fault in built.planted} <= asked


def test_every_row_of_a_bound_sheet_is_of_one_kind(bureau: tuple[Built, Assessment]) -> None:
    _built, assessment = bureau
    sheets = [sheet for source in assessment.sources for sheet in source.sheets if sheet.evidence]
    assert sheets
    for sheet in sheets:
        rows = sheet.rows
        assert rows.data + rows.heading + rows.notes + rows.totals + rows.blank == rows.total


def test_every_paper_has_a_fate(bureau: tuple[Built, Assessment]) -> None:
    built, assessment = bureau
    sources = {source.path: source for source in assessment.sources}
    lost = [
        path
        for path in built.papers
        if path not in sources
        or not (
            sources[path].troubles
            or sources[path].document
            or any(sheet.evidence for sheet in sources[path].sheets)
        )
    ]
    assert not lost


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    plugins = discover()
    first, second = (build(tmp_path / name, plugins) for name in ("a", "b"))
    assert first.planted == second.planted
    for paper in first.papers:
        assert (first.folder / paper).read_bytes() == (second.folder / paper).read_bytes(), paper
