"""What every format shows: order, addresses, reasons, words; and personal data masked."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
import sample

from zhenggai import i18n
from zhenggai.model.assessment import AspectResult, Location, Status
from zhenggai.model.scorecard import GradeReason
from zhenggai.reporting import FORMATS, view, words
from zhenggai.reporting.personal import scrubbed


def test_findings_stand_worst_first_and_waived_ones_last():
    rows = view.finding_rows(sample.assessment())
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0].severity == "critical"
    assert rows[-1].waiver
    kinds = [row.verdict for row in rows if not row.waiver]
    assert kinds == sorted(kinds, key=view.VERDICTS.index)


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location(path="a.xlsx", sheet="一", cells={"x": "F17", "y": "F17"}), "a.xlsx / 一 / F17"),
        (Location(path="a.xlsx", sheet="一", row=3), "a.xlsx / 一 / row 3"),
        (Location(path="a.docx", paragraph=4, page=2), "a.docx / page 2 paragraph 4"),
        (Location(path="a.docx"), "a.docx"),
    ],
)
def test_an_address_names_the_cell_the_row_or_the_paragraph(location, text):
    made = sample.assessment()
    found = made.results[0].findings[0].model_copy(update={"locations": (location,)})
    result = made.results[0].model_copy(update={"findings": (found,)})
    (row,) = view.finding_rows(made.model_copy(update={"results": (result,)}))
    assert str(row.places[0]) == text


def test_a_rule_with_several_aspects_says_which_one_lacks_what():
    made = sample.assessment()
    aspects = (
        AspectResult(aspect="a", title="甲", status=Status.INSUFFICIENT, missing_evidence=("x.y",)),
        AspectResult(aspect="b", title="乙", status=Status.ERROR, error="停止"),
        AspectResult(aspect="c", title="丙", status=Status.STALE, reason="过期"),
        AspectResult(aspect="d", title="丁", status=Status.PASS, reason="无关"),
    )
    result = made.results[0].model_copy(
        update={"status": Status.ERROR, "aspects": aspects, "reason": ""}
    )
    (item,) = view.open_items(made.model_copy(update={"results": (result,), "scorecard": None}))
    assert item.reasons == ("甲: not found: x.y", "乙: 停止", "丙: 过期")
    assert item.supply == ("x.y",)


def test_an_undecided_rule_without_any_reason_still_says_something():
    made = sample.assessment()
    result = made.results[0].model_copy(
        update={"status": Status.INSUFFICIENT, "aspects": (), "reason": ""}
    )
    (item,) = view.open_items(made.model_copy(update={"results": (result,), "scorecard": None}))
    assert item.reasons == ("cannot be decided",)
    assert item.supply == ("the evidence that the rule needs",)


def test_a_source_partly_read_is_called_so_and_its_troubles_are_counted():
    made = sample.assessment()
    ledger, scan = made.sources[0], made.sources[-3]
    partly = ledger.model_copy(update={"troubles": scan.troubles, "trouble_count": 40})
    (row,) = view.source_rows(made.model_copy(update={"sources": (partly,)}))
    assert (row.fate, row.trouble_count) == ("partly", 40)


def test_figures_are_cut_never_rounded_up():
    assert words.figure(Decimal("89.999999")) == "89.9"
    assert words.figure(Decimal(100)) == "100.0"
    assert words.figure(None) == "-"
    assert words.percent(Decimal("0.99999")) == "99.9%"
    assert [words.points(Decimal(text)) for text in ("10", "0.126", "2.50")] == [
        "10",
        "0.12",
        "2.5",
    ]
    assert [words.size(n) for n in (999, 48_213, 5_000_000, 7_000_000_000)] == [
        "999 B",
        "48 kB",
        "5 MB",
        "7.0 GB",
    ]


def test_every_grade_reason_has_its_words():
    for reason in GradeReason.__args__:
        assert words.grade_reason(reason)


def test_a_grade_is_named_in_the_language_in_use_where_it_has_such_a_name():
    card = sample.assessment().scorecard
    assert words.grade(card) == "failed"
    assert words.grade(card.model_copy(update={"grade": "参评"})) == "参评"
    assert words.grade(card.model_copy(update={"grade": None})) == "grade withheld"
    i18n.choose("zh")
    assert words.grade(card) == "不合格"


def test_personal_data_in_free_text_is_masked_and_the_rest_left():
    typed = " 身份证110101199003070038电话13812345678"
    made = scrubbed(sample.assessment(poison=typed))
    found = made.results[0].findings[0]
    for text in (
        found.message,
        found.key,
        found.owner,
        found.locations[0].values["visitor_count"],
        made.sources[0].troubles[0].text,
        made.notes[0],
    ):
        assert "138****5678" in text
        assert "110***********0038" in text
    assert scrubbed(sample.assessment()) == sample.assessment()


def test_formats_are_found_by_name_and_give_bytes():
    assert {name: made.filename for name, made in FORMATS.items()} == {
        "json": "result.json",
        "html": "scorecard.html",
        "xlsx": "scorecard.xlsx",
        "md": "scorecard.md",
        "csv": "findings.csv",
    }
    for made in FORMATS.values():
        assert isinstance(made.render(sample.assessment()), bytes)


def test_json_loads_nothing_heavy():
    code = (
        "import sys; from zhenggai.reporting import FORMATS; import zhenggai.reporting.result_json;"
        "print([name for name in ('jinja2', 'xlsxwriter', 'rich', 'duckdb') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
