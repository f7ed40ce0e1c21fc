"""The page says what the assessment says, in one file that nothing in the evidence can break."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
import sample
from lxml import html as lxml_html

from zhenggai import i18n
from zhenggai.model.assessment import Status
from zhenggai.reporting import charts
from zhenggai.reporting.html import render

POISON = (
    "</script></style><img src=x onerror=alert(1)>\"'=cmd|'/c calc'!A0&{{7*7}}\x00\x1b[31m\u202e"
)
VOID = {"meta", "br", "input", "img"}


class Elements(HTMLParser):
    """Counts elements, and notices what is not closed in order."""

    def __init__(self):
        super().__init__()
        self.names = Counter()
        self.attributes = Counter()
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.names[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.names[tag] += 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def elements(text):
    parser = Elements()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser


def content(text):
    return lxml_html.document_fromstring(text).text_content()


def test_the_page_is_well_formed_and_deterministic():
    page = render(sample.assessment())
    assert elements(page).names["h1"] == 1
    assert render(sample.assessment()) == page


def test_hostile_texts_add_no_element_and_no_attribute():
    plain, poisoned = (
        elements(render(sample.assessment(poison="plain"))),
        elements(render(sample.assessment(poison=POISON))),
    )
    assert poisoned.names == plain.names
    assert poisoned.attributes == plain.attributes


def test_hostile_texts_stand_as_text_without_what_hides():
    text = content(render(sample.assessment(poison=POISON)))
    assert "<img src=x onerror=alert(1)>" in text
    assert "{{7*7}}" in text
    assert not re.search("[\x00\x1b\u202e]", render(sample.assessment(poison=POISON)))


def test_only_our_script_may_run_and_nothing_is_fetched():
    page = render(sample.assessment())
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}'" in policy
    assert not re.search(r"""(?:src|href|action)\s*=\s*["'](?!#)""", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_script_keeps_to_what_old_browsers_know():
    script = re.search(r"<script>(.*?)</script>", render(sample.assessment()), re.DOTALL)[1]
    assert not re.search(r"=>|\?\.|\?\?|\blet\b|\bconst\b|`", script)


def test_the_four_numbers_grade_and_vetoes_are_said_together():
    text = content(render(sample.assessment()))
    for words in (
        "78.6",
        "85.3",
        "67.1",
        "81.7",
        "failed",
        "Veto items failed",
        "Veto items not decided",
    ):
        assert words in text
    assert text.index("Veto items failed") < text.index("Score on what is decided")


def test_a_finding_has_its_message_address_basis_remedy_and_fingerprint():
    made = sample.assessment()
    text = content(render(made))
    found = made.findings[3]
    for words in (
        found.message_en,
        "finance/财务管理台账2026.xlsx / 2026年 / E14 F14",
        "来访人数 9",
        "第十条",
        found.rectify,
        found.fingerprint,
    ):
        assert words in text
    assert all(finding.fingerprint in text for finding in made.findings)


def test_a_waiver_is_shown_on_its_finding():
    assert "援疆干部临时接待，县委办批准 (approved by 局党组" in content(
        render(sample.assessment())
    )


def test_chinese_is_the_language_of_the_page_when_chosen():
    i18n.choose("zh")
    page = render(sample.assessment())
    assert '<html lang="zh-CN">' in page
    assert "不合格" in page
    assert "陪餐" in page


def test_every_rule_and_every_file_is_listed():
    made = sample.assessment()
    text = content(render(made))
    assert all(result.rule in text for result in made.results)
    assert all(source.path in text for source in made.sources)
    assert "could not be read" in text
    assert "not used by any rule" in text


def test_undecided_rules_say_what_to_supply():
    text = content(render(sample.assessment()))
    assert "Bank statement (finance.bank_statement)" in text
    assert "a readable copy of 食品/进货查验记录扫描件.pdf" in text
    assert "an answer to: 是否已对全体干部开展谈心谈话？" in text
    assert "newer evidence" in text


def test_a_page_without_findings_and_without_a_score_says_so():
    made = sample.assessment()
    passed = tuple(
        result.model_copy(update={"status": Status.PASS, "findings": (), "gaps": ()})
        for result in made.results[:1]
    )
    text = content(render(made.model_copy(update={"results": passed, "scorecard": None})))
    assert "No findings among what could be decided." in text
    assert "Every applicable rule could be decided." in text
    assert "Grade" not in text


def test_five_thousand_findings_stay_below_five_megabytes_and_start_closed():
    made = sample.assessment(times=84)
    page = render(made)
    assert len(made.findings) > 5000
    assert len(page.encode()) < 5_000_000
    assert '<details class="group" open>' not in page
    assert '<details class="group" open>' in render(sample.assessment())


def test_troubles_left_out_are_counted():
    made = sample.assessment()
    many = made.sources[0].model_copy(update={"trouble_count": 40})
    assert "and 39 more" in content(render(made.model_copy(update={"sources": (many,)})))


def test_all_not_applicable_shows_dashes_and_no_sums():
    made = sample.assessment()
    none = {"score": None, "coverage": None, "low": None, "high": None}
    figures = made.scorecard.figures.model_copy(update=none)
    card = made.scorecard.model_copy(
        update={"figures": figures, "grade": None, "grade_reason": "nothing-applicable"}
    )
    text = content(render(made.model_copy(update={"scorecard": card})))
    assert "no rule applies: there is no score" in text
    assert "Sum of the applicable rules" not in text


def test_earlier_runs_give_a_trend():
    made = sample.assessment()
    page = render(made, [made.model_copy(update={"as_of": sample.dt.date(2026, 6, 30)})])
    assert "2026-06-30" in page
    assert 'class="trend"' in page
    assert 'class="trend"' not in render(made)


@pytest.mark.parametrize("figures", [sample.assessment().scorecard.figures, None])
def test_charts_are_well_formed_with_and_without_numbers(figures):
    from zhenggai.model.checklist import Scoring
    from zhenggai.model.scorecard import ScoreFigures

    shown = figures or ScoreFigures(score=None, coverage=None, low=None, high=None)
    grades = [(grade.name + "<b>", grade) for grade in Scoring().grades]
    for svg in (
        charts.score_range(shown, grades),
        charts.section_bar(shown),
        charts.trend([("a<b>", shown), ("b", shown)]),
        charts.stack([("pass", 3), ("fail", 0)]),
        charts.stack([]),
    ):
        assert elements(svg).names["svg"] == 1
        assert elements(svg).names["b"] == 0
