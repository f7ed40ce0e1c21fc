"""Only units with the same rules decided are ranked; the others are listed apart, with the reason."""

from __future__ import annotations

import io

import openpyxl
import pytest
import sample
from rich.console import Console

from zhenggai.reporting.league import League, league, print_league, render_html, render_xlsx


@pytest.fixture(scope="module")
def base():
    return sample.assessment()


def unit(made, name, **changes):
    return made.model_copy(
        update={"unit": made.unit.model_copy(update={"id": name, "name": f"{name}县"}), **changes}
    )


def scored(made, **changes):
    return made.scorecard.model_copy(update=changes)


def lines(made, rule, **changes):
    kept = tuple(
        line.model_copy(update=changes) if line.rule == rule else line
        for line in made.scorecard.lines
    )
    return scored(made, lines=kept)


def test_equals_are_ranked_and_ties_share_a_rank(base):
    better = lines(base, "finance.split-purchase", earned=sample.Decimal(10))
    table = league([unit(base, "a"), unit(base, "b", scorecard=better), unit(base, "c")])
    (group,) = table.groups
    assert [(made.unit, made.rank) for made in group.standings] == [("b", 1), ("a", 2), ("c", 2)]
    assert group.rules == 28
    assert table.apart == ()


def test_a_failed_veto_stands_below_whatever_the_score(base):
    clean = scored(base, vetoes=())
    better = lines(base, "finance.split-purchase", earned=sample.Decimal(10))
    table = league([unit(base, "a", scorecard=better), unit(base, "b", scorecard=clean)])
    assert [made.unit for made in table.groups[0].standings] == ["b", "a"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (lambda made: {"scorecard": None}, "not-scored"),
        (lambda made: {"scorecard": scored(made, lines=())}, "nothing-decided"),
        (lambda made: {"scorecard": scored(made, scoring_digest="other")}, "other-terms"),
        (
            lambda made: {"scorecard": lines(made, "finance.split-purchase", applicable=False)},
            "other-rules",
        ),
        (
            lambda made: {
                "scorecard": lines(
                    made, "finance.split-purchase", decided_share=sample.Decimal("0.5")
                )
            },
            "other-decided",
        ),
    ],
)
def test_who_cannot_be_compared_is_listed_apart_with_the_reason(base, changes, reason):
    table = league([unit(base, "a"), unit(base, "b"), unit(base, "c", **changes(base))])
    assert [made.unit for made in table.groups[0].standings] == ["a", "b"]
    assert table.apart == (("c", "c县", reason),)


def test_the_league_prints_and_renders_groups_and_those_apart(base):
    odd = unit(base, "<b>c", scorecard=None)
    table = league([unit(base, "a"), unit(base, "b"), odd])
    file = io.StringIO()
    print_league(table, Console(file=file, width=120))
    page = render_html(table)
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(table)))
    assert "2 units, compared on 28 rules" in file.getvalue()
    assert "was not scored" in file.getvalue()
    assert "&lt;b&gt;c县" in page
    assert "<b>c" not in page
    assert [sheet.title for sheet in book] == ["Group 1", "Not ranked"]
    assert [cell.value for cell in book["Group 1"][3]][:2] == [1, "a县"]


def test_a_league_of_nobody_is_empty_but_a_workbook():
    table = league([])
    assert table == League((), ())
    assert openpyxl.load_workbook(io.BytesIO(render_xlsx(table))).sheetnames == ["Not ranked"]
    file = io.StringIO()
    print_league(table, Console(file=file))
    assert file.getvalue() == ""


def test_a_league_without_anyone_apart_has_no_such_sheet(base):
    table = league([unit(base, "a"), unit(base, "b")])
    assert openpyxl.load_workbook(io.BytesIO(render_xlsx(table))).sheetnames == ["Group 1"]
