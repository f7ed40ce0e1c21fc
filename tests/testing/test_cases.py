from __future__ import annotations

import pytest

from zhenggai.testing.cases import CaseError, Mark, read_cases

WHOLE = """# 规则

## 第一例
一句话。
又一句。

as-of: 2026-03-31
period: 2026Q1
param: cap = 120
section: 城关所 | 监管所 | 李某
answer: yes by 张某 on 2026-01-05 with 签字.pdf
missing: edu.other
expect: fail
expect: insufficient: other
expect: violation: wrong @ 甲

edu.ledger
| name | amount | expect |
|---|---|---|
| 甲\\|乙 | 1<br>2 | violation: wrong; doubt: other |
| 丙 | | ok |
| 丁 | | ok: wrong |

edu.paper 报告.docx
```text
## 不是标题
| 不是表 |
```

## 第二例
"""


def test_a_file_of_cases_is_read_whole():
    text = WHOLE.replace("## 不是标题", "一、标题")
    first, second = read_cases(text)
    assert (first.title, first.prose, first.line) == ("第一例", "一句话。 又一句。", 3)
    assert (first.as_of, first.period, first.status) == ("2026-03-31", "2026Q1", "fail")
    assert first.params == {"cap": "120"}
    assert first.sections == (("城关所", "监管所", "李某"),)
    assert first.missing == ("edu.other",)
    assert first.aspect_statuses == {"other": "insufficient"}
    assert first.expected == (Mark("violation", "wrong", "甲"),)
    (table,) = first.tables
    assert table.heads == ("name", "amount")
    assert table.rows[0] == ("甲|乙", "1\n2")
    assert table.marks == (
        (Mark("violation", "wrong"), Mark("doubt", "other")),
        (),
        (Mark("ok", "wrong"),),
    )
    assert first.texts[0].name == "报告.docx"
    assert len(first.marks) == 4
    assert second.tables == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## a\n| x |\n|---|\n", "without the name of its evidence"),
        ("## a\nedu.ledger\n\ntext\n", "no table or text follows edu.ledger"),
        ("## a\nedu.ledger\n| x | expect |\n|---|---|\n| 1 | wrong |\n", "“wrong” is no mark"),
        ("## a\nedu.ledger\n| x | expect |\n|---|---|\n| 1 | violation: |\n", "is no mark"),
        ("## a\nedu.ledger\n| x | y |\n|---|---|\n| 1 |\n", "1 cells under 2 heads"),
        ("## a\nedu.paper\n```text\nx\n", "not closed"),
        ("## a\nexpect: passed\n", "is no mark"),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(text, said):
    with pytest.raises(CaseError, match=said) as caught:
        read_cases(text, "cases.md")
    assert caught.value.where.startswith("cases.md:")
