"""What holds of every score, whatever the facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from score_builders import aspect, finding, plan, planned, result

from zhenggai.model.assessment import Status
from zhenggai.scoring import score

CUT = Decimal("0.00001")
MODES = ("ratio", "all_or_nothing", "per_finding")


@dataclass(frozen=True)
class Counted:
    ok: int
    violations: int
    doubts: int
    gaps: int
    pending: int
    seen: bool


counted = st.builds(
    Counted, *(st.integers(0, 6) for _ in range(5)), seen=st.sampled_from([True, True, True, False])
)
items = st.lists(
    st.tuples(
        st.sampled_from(MODES),
        st.integers(0, 20),
        st.booleans(),
        st.lists(counted, min_size=1, max_size=3),
    ),
    max_size=5,
)
SEVERITIES = ("minor", "major", "critical")


def run(given_items, *, order=None, waive=0):
    rules, results = [], []
    for number, (mode, points, veto, aspects) in enumerate(given_items):
        slug = f"r{number}"
        names = {f"a{i}": SEVERITIES[i] for i in range(len(aspects))}
        rules.append(planned(slug, points, mode, veto=veto, aspects=names))
        findings = tuple(
            finding(slug, name, str(i), waived=i < waive)
            for name, facts in zip(names, aspects, strict=True)
            for i in range(facts.violations)
        )
        made = tuple(
            aspect(
                facts.ok,
                facts.violations,
                facts.doubts,
                facts.gaps,
                facts.pending,
                name=name,
                unread=() if facts.seen else ("a.xlsx",),
                status=_status(facts),
            )
            for name, facts in zip(names, aspects, strict=True)
        )
        results.append(result(slug, *made, findings=findings))
    if order is not None:
        results = [results[i] for i in order]
    return score(results, plan(*rules))[1]


def _status(facts):
    if not facts.seen and not facts.violations:
        return Status.INSUFFICIENT
    return None


few = settings(max_examples=150, deadline=None)


@few
@given(items)
def test_the_four_numbers_stand_in_order(given_items):
    figures = run(given_items).figures
    if figures.coverage is None:
        assert figures.low is figures.high is figures.score is None
        return
    assert 0 <= figures.low <= figures.high <= 100
    assert 0 <= figures.coverage <= 100
    if figures.score is None:
        assert figures.coverage == 0
        return
    settled = figures.score * figures.coverage / 100
    assert figures.low <= settled + CUT
    assert figures.low <= figures.score <= figures.high + CUT
    assert abs(figures.high - (settled + 100 - figures.coverage)) <= CUT


@few
@given(items, st.data())
def test_deleting_evidence_never_raises_the_lowest_possible_score(given_items, data):
    def weaker(facts):
        ok = data.draw(st.integers(0, facts.ok))
        violations = data.draw(st.integers(0, facts.violations))
        doubts = data.draw(st.integers(0, facts.doubts))
        lost = facts.ok - ok + facts.violations - violations + facts.doubts - doubts
        seen = facts.seen and data.draw(st.booleans())
        return replace(
            facts, ok=ok, violations=violations, doubts=doubts, gaps=facts.gaps + lost, seen=seen
        )

    fewer = [
        (mode, m, veto, [weaker(a) for a in aspects]) for mode, m, veto, aspects in given_items
    ]
    before, after = run(given_items), run(fewer)
    if before.figures.low is not None and after.figures.low is not None:
        applies = [line.applicable for line in before.lines]
        if applies == [line.applicable for line in after.lines]:
            assert after.figures.low <= before.figures.low


@few
@given(items, st.integers(1, 3))
def test_a_waiver_never_changes_the_score_and_never_lowers_the_second_column(given_items, waive):
    bare, waived = run(given_items), run(given_items, waive=waive)
    assert waived.figures == bare.figures
    assert (waived.grade, waived.vetoes) == (bare.grade, bare.vetoes)
    assert bare.with_waivers == bare.figures
    if waived.figures.low is not None:
        assert waived.with_waivers.low >= bare.figures.low
        assert waived.with_waivers.high >= bare.figures.high


@few
@given(items, st.data())
def test_the_order_of_results_does_not_matter(given_items, data):
    order = data.draw(st.permutations(range(len(given_items))))
    assert run(given_items, order=order) == run(given_items)


@few
@given(items)
def test_counts_add_up_to_the_planned_rules(given_items):
    card = run(given_items)
    assert sum(card.counts.values()) == len(given_items)
    assert sum(sum(section.counts.values()) for section in card.sections) == len(given_items)


@few
@given(items)
def test_a_rule_that_is_not_run_never_raises_coverage(given_items):
    whole = run(given_items)
    rules = plan(*(planned(f"r{i}", m, mode) for i, (mode, m, _, _) in enumerate(given_items)))
    card = score([], rules)[1]
    if whole.figures.coverage is not None and card.figures.coverage is not None:
        assert card.figures.coverage == 0 <= whole.figures.coverage
        assert card.figures.score is None


@few
@given(items, st.integers(2, 4))
def test_duplicated_rows_do_not_change_all_or_nothing(given_items, times):
    def more(facts):
        return Counted(
            facts.ok * times,
            facts.violations * times,
            facts.doubts * times,
            facts.gaps * times,
            facts.pending * times,
            facts.seen,
        )

    single = [("all_or_nothing", m, veto, aspects) for _, m, veto, aspects in given_items]
    double = [(mode, m, veto, [more(a) for a in aspects]) for mode, m, veto, aspects in single]
    assert run(double).figures == run(single).figures


@few
@given(items)
def test_righting_an_item_never_lowers_the_score(given_items):
    assert all(line.if_righted >= 0 for line in run(given_items).lines)
