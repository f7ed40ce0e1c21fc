"""The kit: cases fail on what is missing and on what is extra, and must prove every aspect."""

from __future__ import annotations

import pytest

from zhenggai.plugins import discover
from zhenggai.testing import CaseError, prove
from zhenggai.testing.builders import write_rule
from zhenggai.testing.proving import unproved

SQL = "SELECT _row, name, judge(amount <= 100) AS verdict FROM edu.ledger"
FOUND = """## 超过的要找到
edu.ledger
| 名称 | amount | expect |
|---|---|---|
| 甲 | 100 | ok: wrong |
| 乙 | 101 | violation: wrong |
"""
OPEN = """## 判不了的不算合规
edu.ledger
| 单位名称 | amount | expect |
|---|---|---|
| 甲 | | gap: wrong |
"""


@pytest.fixture
def run(plugin_folder):
    """The outcomes and the unproved aspects of a rule with these cases."""

    def go(cases: str, sql: str = SQL, **rest):
        write_rule(plugin_folder, "tried", sql=sql, cases=cases, **rest)
        plugins = discover([plugin_folder], packages=False)
        rule = plugins.rules["edu.tried"]
        outcomes = prove(rule, plugins)
        return [problem for one in outcomes for problem in one.problems], unproved(rule, outcomes)

    return go


def test_cases_that_hold_and_prove_both_ways(run):
    assert run(FOUND + OPEN) == ([], [])


def test_a_missing_finding_fails_and_names_the_row(run):
    problems, _open = run(FOUND, sql=SQL.replace("100", "1000"))
    assert problems == ["MISSING  edu.ledger 2: 乙 | 101: violation: wrong"]


def test_an_unexpected_finding_fails_and_names_its_message(run):
    problems, _open = run(FOUND, sql=SQL.replace("100", "10"), message="{name}")
    assert problems == [
        "MISSING  edu.ledger 1: 甲 | 100: ok: wrong",
        "EXTRA    violation: wrong: 甲 [甲]",
    ]


@pytest.mark.parametrize("broken", ["'ok'", "'violation'"])
def test_an_aspect_that_finds_nothing_or_everything_fails_its_cases(run, broken):
    problems, _open = run(FOUND + OPEN, sql=f"SELECT _row, {broken} AS verdict FROM edu.ledger")
    assert problems


def test_an_aspect_that_is_not_proved_is_named_three_ways(run):
    _problems, lacking = run(
        "## 空\nexpect: pass\n\nedu.ledger\n| name | amount |\n|---|---|\n| 甲 | 1 |\n"
    )
    assert lacking == [
        "wrong: no case that it must find",
        "wrong: no case in which it cannot decide",
    ]
    _problems, lacking = run(OPEN)
    assert lacking == [
        "wrong: no case that it must find",
        "wrong: no near miss that it examines and leaves",
    ]


def test_a_wrong_status_is_named_with_its_reason(run):
    problems, _open = run(
        FOUND.replace("edu.ledger\n", "expect: pass\nexpect: pass: wrong\n\nedu.ledger\n")
    )
    assert problems == ["STATUS   fail, expected pass ()", "STATUS   wrong: fail, expected pass ()"]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("## a\nexpect: violation: wrng @ x\n", r"no aspect “wrng”[\s\S]*wrong"),
        ("## a\nedu.leger\n| name |\n|---|\n| 1 |\n", r"edu\.leger[\s\S]*edu\.ledger"),
        ("## a\nedu.ledger\n| nme |\n|---|\n| 1 |\n", r"“nme” names no single field[\s\S]*name"),
        ("## a\nedu.ledger\n| amount |\n|---|\n| 一百 |\n", "“一百” is no money for amount"),
        ("## a\nedu.ledger\n| day |\n|---|\n| 2026.3.5 |\n", "is no date for day"),
        ("## a\nanswer: yes\n", "write `answer:"),
        ("## a\nas-of: 3月\n", "no date"),
    ],
)
def test_a_case_that_is_written_wrongly_is_an_error_of_its_own(run, case, said):
    with pytest.raises(Exception, match=said) as caught:
        run(case)
    assert isinstance(caught.value, CaseError) or "no date" in said


def test_a_document_is_read_with_its_fields_and_paragraphs(run, plugin_folder):
    path = plugin_folder / "evidence" / "paper.toml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '[[fields]]\nname = "held"\ntitle = "会议时间"\ntype = "date"\n',
        encoding="utf-8",
    )
    problems, _open = run(
        """## 会议在印发之后
expect: violation: wrong @ 县市监〔2026〕1号

edu.paper 会议记录.docx
```text
党组会议记录
文号：县市监〔2026〕1号
会议时间：2026-03-05
印发日期：2026-03-04
第三段
```
""",
        sql="""
        SELECT p._row, p.doc_no AS key, count(q._row) AS lines, judge(p.held <= p.issued_on) AS verdict
        FROM edu.paper p JOIN core.paragraphs q ON q.document = p._row AND q.evidence = 'edu.paper'
        GROUP BY ALL HAVING count(q._row) = 5
        """,
    )
    assert problems == []


def test_the_pytest_plugin_runs_cases_and_the_proof(pytester, plugin_folder):
    write_rule(plugin_folder, "tried", sql=SQL, cases=FOUND)
    (plugin_folder / "README.md").write_text("# no case\n", encoding="utf-8")
    result = pytester.runpytest_subprocess(str(plugin_folder), "-p", "no:cacheprovider", "-q")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*wrong: no case in which it cannot decide*"])
    write_rule(plugin_folder, "tried", sql=SQL.replace("100", "1"), cases=FOUND + OPEN)
    result = pytester.runpytest_subprocess(str(plugin_folder), "-p", "no:cacheprovider", "-q")
    result.stdout.fnmatch_lines(["*MISSING  edu.ledger 1: 甲 | 100: ok: wrong*"])
    write_rule(plugin_folder, "tried", sql=SQL, cases=FOUND + OPEN)
    result = pytester.runpytest_subprocess(str(plugin_folder), "-p", "no:cacheprovider", "-q")
    result.assert_outcomes(passed=3)
