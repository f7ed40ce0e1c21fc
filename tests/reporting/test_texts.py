"""Markdown and the terminal: the same facts, in characters that survive every pipe."""

from __future__ import annotations

import io
import re

import pytest
import sample
from rich.cells import cell_len
from rich.console import Console

from zhenggai.comparing import compare
from zhenggai.explaining import explain
from zhenggai.reporting import markdown
from zhenggai.reporting.changes import print_comparison, print_explanation
from zhenggai.reporting.terminal import print_scorecard


def printed(call, *args, encoding="utf-8", width=110, **more):
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="") as file:
        call(*args, Console(file=file, width=width), **more)
        file.flush()
        return raw.getvalue().decode(encoding)


def test_the_terminal_shows_vetoes_numbers_undecided_and_the_worst_findings():
    text = printed(print_scorecard, sample.assessment(), limit=2)
    for words in (
        "[Veto items failed] 选拔任用程序完整且时间有序",
        "[Veto items not decided] 收入全部纳入账内核算",
        "78.6",
        "What could not be decided (10)",
        "Findings (71)",
        "[critical problem]",
        "finance/财务管理台账2026.xlsx / 2026年 / H5",
        "and 69 more",
        "and 8 more",
    ):
        assert words in text


def test_no_line_is_wider_than_the_terminal():
    for line in printed(print_scorecard, sample.assessment(), width=80).splitlines():
        assert cell_len(line) <= 80


def test_the_terminal_survives_a_gbk_pipe():
    assert "整改" in printed(print_scorecard, sample.assessment(), encoding="gbk", limit=100)


def test_markup_and_control_characters_in_evidence_are_only_text():
    text = printed(print_scorecard, sample.assessment(poison="[bold red]x[/]\x1b[2J"), limit=100)
    assert "[bold red]x[/]" in text
    assert "\x1b" not in text


def test_a_terminal_scorecard_without_findings_or_score_says_so():
    made = sample.assessment().model_copy(update={"results": (), "scorecard": None})
    text = printed(print_scorecard, made)
    assert "Every applicable rule could be decided." in text
    assert "No findings among what could be decided." in text


def test_without_exceptions_the_terminal_shows_no_second_column():
    made = sample.assessment()
    card = made.scorecard.model_copy(update={"with_waivers": made.scorecard.figures})
    plain = printed(print_scorecard, made.model_copy(update={"scorecard": card}))
    assert "With approved exceptions" in printed(print_scorecard, made)
    assert "With approved exceptions" not in plain


def test_the_explanation_prints_every_term_and_the_sums():
    made = sample.assessment()
    text = printed(print_explanation, explain(made.scorecard), width=160)
    assert all(line.rule in text for line in made.scorecard.lines)
    assert re.search(r"Score on what is decided: 100 \* [\d.]+ / [\d.]+ = 78\.6", text)


def test_an_explanation_of_nothing_says_so():
    card = sample.assessment().scorecard
    none = {"score": None, "coverage": None, "low": None, "high": None}
    empty = card.model_copy(update={"lines": (), "figures": card.figures.model_copy(update=none)})
    assert "nothing to count = -" in printed(print_explanation, explain(empty))


def test_a_comparison_prints_what_changed():
    old, new = sample.assessment(mended=0), sample.assessment(mended=1)
    text = printed(print_comparison, compare(old, new), limit=2)
    assert "Score 78.6 to" in text
    assert "fixed (" in text
    assert re.search(r"persisting \(\d+\)", text)
    assert "and " in text
    other = new.model_copy(update={"results": new.results[1:]})
    changed = new.checklist.model_copy(update={"digest": "d" * 64})
    text = printed(print_comparison, compare(old, other.model_copy(update={"checklist": changed})))
    assert "finance.reception-standard  公务接待陪餐人数和标准合规  dropped" in text
    assert "the scores are not comparable" in text
    assert "the rule is not asked any more" in text
    unscored = old.model_copy(update={"scorecard": None})
    assert "Score" not in printed(print_comparison, compare(unscored, unscored))


def test_markdown_has_all_parts_and_all_findings():
    made = sample.assessment()
    text = markdown.render(made)
    assert text.startswith("# 示例县市场监督管理局 Self-check scorecard")
    assert "| 78.6 | 85.3 | 67.1 | 81.7 |" in text
    assert text.count("   - Remedy: ") == len(made.findings)


def test_markdown_says_how_many_findings_it_leaves_out():
    text = markdown.render(sample.assessment(), limit=5)
    assert text.count("   - Remedy: ") == 5
    assert "and 66 more" in text


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("<b>|x|", "\\<b\\>\\|x\\|"),
        ("- a\n# b", "\\- a \\# b"),
        ("1. a", "1\\. a"),
        ("78.6", "78.6"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("a\x1b", "a\ufffd"),
    ],
)
def test_markdown_escapes_what_it_would_act_on(given, safe):
    assert markdown.escape(given) == safe


def test_markdown_without_findings_or_score_says_so():
    text = markdown.render(
        sample.assessment().model_copy(update={"results": (), "scorecard": None})
    )
    assert "No findings among what could be decided." in text
    assert "Every applicable rule could be decided." in text
