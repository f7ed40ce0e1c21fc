"""The four numbers, the grade and the vetoes, on facts small enough to reckon by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from score_builders import aspect, finding, plan, planned, result

from zhenggai.errors import ConfigurationError, ZhenggaiError
from zhenggai.model.assessment import Status, Verdict
from zhenggai.model.checklist import Grade, Scoring
from zhenggai.scoring import explain, score


def numbers(card):
    figures = card.figures
    return tuple(
        None if value is None else float(value)
        for value in (figures.score, figures.coverage, figures.low, figures.high)
    )


def one(*aspects, mode="ratio", points=10, status=None, findings=(), **more):
    (filled,), card = score(
        [result("one", *aspects, status=status, findings=findings)],
        plan(planned("one", points, mode, **more)),
    )
    return filled, card


def test_a_ratio_loses_the_share_of_violations():
    filled, card = one(aspect(ok=9, violations=1))
    assert filled.earned == 9
    assert filled.decided_share == 1
    assert numbers(card) == (90, 100, 90, 90)


def test_a_doubt_costs_nothing():
    filled, card = one(aspect(ok=8, doubts=2))
    assert filled.earned == 10
    assert numbers(card) == (100, 100, 100, 100)


def test_one_blank_cell_in_two_hundred_neither_hides_nor_wipes_out():
    filled, card = one(aspect(ok=199, gaps=1))
    assert filled.decided_share == Decimal("0.995")
    assert filled.earned == 10
    assert numbers(card) == (100, 99.5, 99.5, 100)
    assert card.undecided == ("finance.one",)


def test_one_blank_cell_keeps_an_all_or_nothing_rule_covered_but_not_safe():
    filled, card = one(aspect(ok=199, gaps=1), mode="all_or_nothing")
    assert filled.decided_share == Decimal("0.995")
    assert numbers(card) == (100, 99.5, 0, 100)
    assert card.grade is None


def test_an_all_or_nothing_rule_with_a_violation_is_settled_whatever_is_blank():
    filled, card = one(aspect(ok=5, violations=1, gaps=4), mode="all_or_nothing")
    assert filled.decided_share == 1
    assert filled.earned == 0
    assert numbers(card) == (0, 100, 0, 0)


def test_deductions_stop_at_zero():
    filled, card = one(aspect(ok=1, violations=3), mode="per_finding")
    assert filled.earned == 0
    assert numbers(card) == (0, 100, 0, 0)


def test_deductions_go_by_the_severity_of_the_aspect():
    filled, _ = one(
        aspect(ok=1, violations=1, name="light"),
        aspect(ok=1, violations=1, name="grave"),
        mode="per_finding",
        aspects={"light": "minor", "grave": None},
    )
    assert filled.earned == 10 - 2 - 5


def test_a_gap_puts_one_deduction_at_risk():
    filled, card = one(aspect(ok=199, gaps=1), mode="per_finding")
    assert numbers(card) == (100, 99.5, 50, 100)
    assert filled.earned == 10


def test_points_lost_for_certain_weigh_in_full_against_the_decided():
    _, card = one(
        aspect(ok=1, violations=1, name="seen"),
        aspect(name="unseen", missing=("finance.x",)),
        mode="per_finding",
        aspects={"seen": None, "unseen": None},
    )
    # 5 of 10 lost for certain; half of the subjects decided: nothing of the other 5 is settled.
    assert numbers(card) == (0, 50, 0, 50)


def test_aspects_weigh_alike_however_many_rows_they_have():
    filled, _ = one(
        aspect(ok=1000, name="long"),
        aspect(violations=1, ok=1, name="short"),
        aspects={"long": None, "short": None},
    )
    assert filled.earned == Decimal("7.5")


@pytest.mark.parametrize("status", [Status.ERROR, Status.MANUAL, Status.STALE, Status.NOT_RUN])
def test_an_aspect_that_could_not_run_is_wholly_undecided(status):
    filled, card = one(
        aspect(ok=4, name="seen"),
        aspect(ok=4, name="unseen", status=status),
        aspects={"seen": None, "unseen": None},
    )
    assert filled.decided_share == Decimal("0.5")
    assert numbers(card) == (100, 50, 50, 100)


def test_a_source_left_unread_keeps_its_aspect_undecided_but_not_its_violations_hidden():
    _, card = one(aspect(ok=9, violations=1, unread=("a.xlsx",)))
    assert numbers(card) == (0, 10, 0, 90)


def test_missing_evidence_is_undecided_even_beside_rows_with_gaps():
    _, card = one(aspect(ok=9, gaps=1, missing=("finance.x",)))
    assert numbers(card) == (None, 0, 0, 100)


def test_an_undecided_rule_whose_aspects_say_nothing_of_it_is_believed():
    filled, card = one(aspect(ok=9), status=Status.STALE)
    assert filled.earned is None
    assert numbers(card) == (None, 0, 0, 100)


def test_what_is_not_yet_due_is_left_out():
    filled, _ = one(
        aspect(ok=1, violations=1, pending=8, name="now"),
        aspect(pending=3, name="later"),
        aspects={"now": None, "later": None},
    )
    assert filled.earned == 5
    assert filled.decided_share == 1


@pytest.mark.parametrize(("status", "earned"), [(Status.PASS, 10), (Status.FAIL, 0)])
def test_an_answer_without_rows_is_one_subject(status, earned):
    filled, _ = one(aspect(status=status))
    assert filled.earned == earned
    assert filled.decided_share == 1


def test_all_not_applicable_gives_no_score():
    _, card = one(aspect(pending=3))
    assert numbers(card) == (None, None, None, None)
    assert (card.grade, card.grade_reason) == (None, "nothing-applicable")
    assert card.not_applicable_share == 1
    assert card.lines[0].if_righted == 0


def test_an_empty_plan_gives_no_score():
    filled, card = score([], plan())
    assert filled == ()
    assert numbers(card) == (None, None, None, None)
    assert card.not_applicable_share == 0


def test_nothing_decided_gives_no_score_but_the_whole_range():
    filled, card = one(status=Status.INSUFFICIENT)
    assert filled.earned is None
    assert numbers(card) == (None, 0, 0, 100)
    assert (card.grade, card.grade_reason) == (None, "nothing-decided")
    assert card.lines[0].if_righted == 100


def test_an_item_without_points_changes_nothing():
    _, card = score(
        [result("one", aspect(ok=1)), result("two", aspect(violations=1))],
        plan(planned("one"), planned("two", points=0)),
    )
    assert numbers(card) == (100, 100, 100, 100)


def test_a_grade_stands_only_when_the_bounds_agree():
    rules = plan(planned("one", 90), planned("two", 10))
    _, settled = score([result("one", aspect(ok=1)), result("two", aspect(violations=1))], rules)
    assert (settled.grade, settled.grade_reason) == ("优秀", "settled")
    _, open_ = score(
        [result("one", aspect(ok=8, violations=1)), result("two", aspect(gaps=1))], rules
    )
    assert (open_.grade, open_.grade_reason) == (None, "undecided")
    assert open_.undecided == ("finance.two",)


def test_a_threshold_is_not_reached_by_rounding():
    _, card = one(aspect(ok=8_999_999, violations=1_000_001))
    assert card.figures.score == Decimal("89.99999")
    assert card.grade == "合格"
    _, close = one(aspect(ok=899_999_999, violations=100_000_001))
    assert close.figures.score == Decimal("89.999999")
    assert close.grade == "合格"


def test_below_every_grade_there_is_none():
    scoring = Scoring(grades=(Grade(name="合格", at_least=Decimal(60)),))
    _, card = score([result("one", aspect(violations=1))], plan(planned("one"), scoring=scoring))
    assert (card.grade, card.grade_reason) == (None, "below-all")


def test_a_scoring_without_grades_gives_none():
    _, card = score([result("one", aspect(ok=1))], plan(planned("one"), scoring=Scoring(grades=())))
    assert (card.grade, card.grade_reason) == (None, "no-grades")


def test_a_failed_veto_gives_the_lowest_grade_and_leaves_the_number():
    _, card = score(
        [result("one", aspect(violations=1)), result("two", aspect(ok=1))],
        plan(planned("one", 1, veto=True), planned("two", 99)),
    )
    assert card.grade == "不合格"
    assert card.grade_reason == "vetoed"
    assert card.figures.score == 99
    assert [(veto.rule, veto.decided) for veto in card.vetoes] == [("finance.one", True)]
    assert card.lines[0].vetoed


def test_an_undecided_veto_withholds_the_grade():
    _, card = score(
        [result("one", aspect(gaps=1)), result("two", aspect(ok=1)), result("three", aspect(ok=1))],
        plan(planned("one", 1, veto=True), planned("two", 99), planned("three", 1, veto=True)),
    )
    assert (card.grade, card.grade_reason) == (None, "undecided-veto")
    assert [(veto.rule, veto.decided) for veto in card.vetoes] == [("finance.one", False)]


def test_a_veto_that_does_not_apply_is_no_veto():
    _, card = score(
        [result("one", aspect(pending=1)), result("two", aspect(ok=1))],
        plan(planned("one", 1, veto=True), planned("two", 99)),
    )
    assert card.vetoes == ()
    assert card.grade == "优秀"


def test_an_approved_exception_is_a_second_column():
    findings = (finding(key="a", waived=True), finding(key="b"))
    _, card = one(aspect(ok=8, violations=2), findings=findings)
    assert card.figures.score == 80
    assert card.with_waivers.score == 90
    assert card.lines[0].waived_earned == 9


def test_a_waived_doubt_forgives_no_violation():
    findings = (finding(key="a", waived=True, verdict=Verdict.DOUBT), finding(key="b"))
    _, card = one(aspect(ok=8, violations=1, doubts=1), findings=findings)
    assert card.with_waivers == card.figures
    assert card.lines[0].waived_earned is None


def test_a_planned_rule_without_a_result_comes_back_as_not_run():
    results, card = score([result("two", aspect(ok=1))], plan(planned("one"), planned("two")))
    assert [item.status for item in results] == [Status.NOT_RUN, Status.PASS]
    assert card.figures.coverage == 50
    assert card.counts["not_run"] == 1


def test_results_take_section_points_and_veto_from_the_plan():
    (filled,), _ = score([result("one", aspect(ok=1))], plan(planned("one", 7, veto=True)))
    assert (filled.section, filled.points, filled.veto) == ("money", 7, True)


def test_results_that_were_not_planned_are_refused():
    with pytest.raises(ZhenggaiError, match=r"finance\.two"):
        score([result("two", aspect(ok=1))], plan(planned("one")))


def test_two_results_of_one_rule_are_refused():
    with pytest.raises(ZhenggaiError, match=r"finance\.one"):
        score([result("one"), result("one")], plan(planned("one")))


def test_a_scoring_without_a_deduction_that_it_needs_is_refused():
    scoring = Scoring(deductions={"critical": Decimal(1)})
    with pytest.raises(ConfigurationError, match="major"):
        score(
            [result("one", aspect(violations=1))],
            plan(planned("one", mode="per_finding"), scoring=scoring),
        )


def test_a_section_has_its_own_numbers_and_counts():
    _, card = score(
        [
            result("one", aspect(ok=1)),
            result("two", aspect(ok=1, violations=1)),
            result("three", aspect(pending=1)),
        ],
        plan(
            planned("one"),
            planned("two", section="people"),
            planned("three", section="people"),
            sections=("money", "people", "empty"),
        ),
    )
    assert [section.figures.score for section in card.sections] == [100, 50, None]
    assert [section.points for section in card.sections] == [10, 10, 0]
    assert card.sections[1].counts["fail"] == 1
    assert sum(card.sections[1].counts.values()) == 2


def test_undecided_items_stand_in_order_of_the_points_at_stake():
    _, card = score(
        [result("one", aspect(ok=1, gaps=1)), result("two", aspect(gaps=1)), result("three")],
        plan(planned("one", 10), planned("two", 6), planned("three", 50)),
    )
    assert card.undecided == ("finance.two", "finance.one")


def test_what_righting_an_item_adds_is_what_a_clean_run_would_show():
    rules = plan(planned("one", 10), planned("two", 30))
    _, before = score(
        [result("one", aspect(ok=1, gaps=3)), result("two", aspect(ok=2, violations=1))], rules
    )
    _, after = score([result("one", aspect(ok=1, gaps=3)), result("two", aspect(ok=3))], rules)
    gain = after.figures.score - before.figures.score
    assert abs(before.lines[1].if_righted - gain) <= Decimal("0.000001")


def test_the_explanation_adds_up_to_the_figures():
    _, card = score(
        [
            result("one", aspect(ok=9, violations=1)),
            result("two", aspect(ok=3, gaps=1)),
            result("three", aspect(pending=1)),
        ],
        plan(planned("one", 10), planned("two", 20, "all_or_nothing"), planned("three", 5)),
    )
    laid_open = explain(card)
    sums = laid_open.sums
    assert [term.rule for term in laid_open.terms] == [
        "finance.one",
        "finance.two",
        "finance.three",
    ]
    assert (sums.points, sums.settled_points, sums.settled_earned) == (30, 25, 24)
    assert (sums.low, sums.high) == (9, 29)
    assert laid_open.figures.score == 100 * sums.settled_earned / sums.settled_points
    assert card.definition == Scoring()
