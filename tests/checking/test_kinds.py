"""Each declared shape finds, leaves and cannot decide, at its boundaries."""

from __future__ import annotations

import pytest

from zhenggai.checking.kinds import compile_check
from zhenggai.errors import CatalogError
from zhenggai.model.checks import Gap, Reconcile, Require, Side


def test_require_judges_each_row_in_the_period(bench):
    bench.holds(
        """
edu.ledger
| name | day | amount | expect |
|---|---|---|---|
| 甲 | 2026-01-01 | 100 | ok: wrong |
| 乙 | 2026-01-01 | 100.01 | violation: wrong |
| 丙 | 2026-01-01 | | gap: wrong |
| 丁 | 2025-12-31 | 500 | ok |
| 戊 | | 500 | violation: wrong |
""",
        check='kind = "require"\nfrom = "edu.ledger"\nwhere = "name IS NOT NULL"\nmust = "amount <= 100"',
    )


def test_unique_finds_every_row_of_a_double_and_leaves_empty_ones_undecided(bench):
    bench.holds(
        """
edu.ledger
| name | day | phone | expect |
|---|---|---|---|
| 甲 | 2026-01-01 | 1 | violation: wrong |
| 甲 | 2026-02-01 | 1 | violation: wrong |
| 甲 | 2026-02-01 | 2 | ok: wrong |
| 乙 | 2026-02-01 | | gap: wrong |
| 丙 | 2025-02-01 | 2 | ok |
""",
        check='kind = "unique"\nfrom = "edu.ledger"\nby = ["name", "phone"]',
    )


FREQUENCY = """kind = "frequency"
entities = "edu.other"
entity = "name"
events = "edu.ledger"
match = "name"
date = "day"
at_least = {least}
per = "quarter"
names = true
"""


def test_frequency_counts_by_stretch_and_waits_for_one_that_has_not_ended(bench):
    bench.holds(
        """
as-of: 2026-08-15
expect: violation: wrong @ 乙|2026Q2
expect: pending: wrong @ 甲|2026Q4
expect: pending: wrong @ 乙|2026Q3
expect: pending: wrong @ 乙|2026Q4
expect: gap: wrong @ 丙|2026Q1

edu.other
| name |
|---|
| 甲 |
| 乙 |
| 丙 |

edu.ledger
| name | day |
|---|---|
| 甲 | 2026-01-01 |
| 甲 | 2026-06-30 |
| 甲 | 2026-07-01 |
| 乙 | 2026-03-31 |
| 乙 | 2025-04-01 |
| 丙 | |
| 丙 | 2026-04-01 |
| 丙 | 2026-07-01 |
| 丙 | 2026-10-01 |
""",
        check=FREQUENCY.format(least=1),
    )


def test_frequency_cannot_decide_for_an_entity_without_a_name(bench):
    bench.holds(
        """
period: 2026Q1
expect: gap: wrong

edu.other
| name |
|---|
| |

edu.ledger
| name | day |
|---|---|
| 甲 | 2026-01-01 |
""",
        check=FREQUENCY.format(least=1),
    )


def test_frequency_takes_its_number_from_a_parameter(bench):
    bench.holds(
        """
period: 2026Q1
param: least = 2
expect: violation: wrong @ 甲

edu.other
| name |
|---|
| 甲 |

edu.ledger
| name | day |
|---|---|
| 甲 | 2026-01-01 |
""",
        check=FREQUENCY.format(least='"$least"'),
        head='[params.least]\ntype = "integer"\ndefault = 1\nwhy = "x"\n',
    )


def test_coverage_compares_normalised_names(bench):
    bench.holds(
        """
edu.other
| name | expect |
|---|---|
| 甲（一）所 | ok: wrong |
| 乙所 | violation: wrong |
| | gap: wrong |

edu.ledger
| name | day |
|---|---|
| 甲(一) 所 | 2026-01-01 |
| 甲(一) 所 | 2026-01-02 |
| 乙二所 | 2026-01-02 |
""",
        check='kind = "coverage"\nfrom = "edu.other"\nkey = "name"\nin = "edu.ledger"\nmatch = "name"\nnames = true',
    )


SEQUENCE = """kind = "sequence"
from = "edu.ledger"
steps = ["day", "done"]
gaps = [{ from = "day", to = "done", most = 3, days = "DAYS" }]
"""


def test_sequence_keeps_order_and_the_greatest_gap_in_calendar_days(bench):
    bench.holds(
        """
as-of: 2026-03-10

edu.ledger
| name | day | done | expect |
|---|---|---|---|
| 当日 | 2026-03-01 | 2026-03-01 | ok: wrong |
| 末日 | 2026-03-01 | 2026-03-04 | ok: wrong |
| 过一日 | 2026-03-01 | 2026-03-05 | violation: wrong |
| 倒序 | 2026-03-02 | 2026-03-01 | violation: wrong |
| 未到期 | 2026-03-07 | | pending: wrong |
| 到期未办 | 2026-03-06 | | violation: wrong |
| 缺前步 | | 2026-03-01 | gap: wrong |
""",
        check=SEQUENCE.replace("DAYS", "calendar"),
    )


def test_sequence_counts_working_days_over_a_holiday_with_make_up_days(bench):
    bench.holds(
        """
as-of: 2026-11-01

edu.ledger
| name | day | done | expect |
|---|---|---|---|
| 补班日算一日 | 2026-09-30 | 2026-10-10 | ok: wrong |
| 第四个工作日 | 2026-09-30 | 2026-10-12 | violation: wrong |
""",
        check=SEQUENCE.replace("DAYS", "working"),
    )


def test_sequence_beyond_the_holiday_data_is_a_gap(bench):
    bench.holds(
        """
as-of: 2099-01-31
period: 2098-12-01..2099-01-31

edu.ledger
| name | day | done | expect |
|---|---|---|---|
| 甲 | 2098-12-31 | 2099-01-05 | gap: wrong |
""",
        check=SEQUENCE.replace("DAYS", "working"),
    )


RECONCILE = """kind = "reconcile"
left = { from = "edu.ledger", sum = "amount", by = ["name"] }
right = { from = "edu.other", sum = "amount", by = ["name"] }
tolerance = "0.01"
"""


def test_reconcile_compares_groups_and_knows_a_sum_with_an_unread_cell(bench):
    bench.holds(
        """
expect: violation: wrong @ 乙
expect: violation: wrong @ 丁
expect: gap: wrong @ 丙

edu.ledger
| name | day | amount |
|---|---|---|
| 甲 | 2026-01-01 | 10 |
| 甲 | 2026-01-02 | 20.01 |
| 乙 | 2026-01-02 | 5 |
| 丙 | 2026-01-02 | 5 |
| 丙 | 2026-01-02 | ?不清 |

edu.other
| name | amount |
|---|---|
| 甲 | 30 |
| 乙 | 5.02 |
| 丙 | 5 |
| 丁 | 1 |
""",
        check=RECONCILE,
    )


def test_reconcile_of_counts_in_total(bench):
    check = 'kind = "reconcile"\nleft = { from = "edu.ledger", count = "*" }\nright = { from = "edu.other", count = "name" }'
    tables = """
edu.ledger
| name | day |
|---|---|
| 甲 | 2026-01-01 |
| 甲 | 2026-01-02 |

edu.other
| name |
|---|
| 甲 |
| 乙 |
| 乙 |
"""
    bench.holds("expect: pass\n" + tables, check=check)
    bench.holds("expect: violation: wrong @ total\n" + tables + "| 丙 |\n", check=check)


def test_presence_in_each_quarter(bench):
    bench.holds(
        """
as-of: 2026-08-15
expect: violation: wrong @ 2026Q2
expect: pending: wrong @ 2026Q3
expect: pending: wrong @ 2026Q4
expect: ok: wrong @ 2026Q1

edu.ledger
| name | day |
|---|---|
| 甲 | 2026-03-31 |
""",
        check='kind = "presence"\nof = "edu.ledger"\nper = "quarter"\ndate = "day"',
    )


def test_presence_with_an_undated_record_cannot_be_decided(bench):
    bench.holds(
        """
period: 2026Q1
expect: gap: wrong

edu.ledger
| name | day |
|---|---|
| 甲 | |
""",
        check='kind = "presence"\nof = "edu.ledger"\nper = "quarter"\ndate = "day"',
    )


def test_presence_in_all_and_what_was_not_handed_in_is_not_missing(bench):
    check = 'kind = "presence"\nof = "edu.ledger"\nwhere = "amount > 5"\nat_least = 1'
    bench.holds(
        "expect: pass\n\nedu.ledger\n| name | day | amount |\n|---|---|---|\n| 甲 | 2026-01-01 | 6 |\n",
        check=check,
    )
    bench.holds(
        "expect: violation: wrong\n\nedu.ledger\n| name | day | amount |\n|---|---|---|\n| 甲 | 2026-01-01 | 5 |\n",
        check=check,
    )
    bench.holds("expect: insufficient\n", check=check)


def test_mention_asks_each_document_for_each_topic(bench):
    check = 'kind = "mention"\nin = "edu.paper"\ntopics = ["报销|核销", "接待"]'
    bench.holds(
        """
expect: violation: wrong @ 接待

edu.paper
```text
财务制度
费用核 销应当及时。
```
""",
        check=check,
    )
    bench.holds("expect: pass\n\nedu.paper\n```text\n公务接待\n报销\n```\n", check=check)
    bench.holds(
        "expect: gap: wrong @ 接待\nexpect: gap: wrong @ 报销\n\nedu.paper\n```text\n```\n",
        check=check,
    )


def test_mention_takes_its_topics_from_a_parameter(bench):
    bench.holds(
        """
param: topics = ["学习"]
expect: violation: wrong

edu.paper
```text
制度
```
""",
        check='kind = "mention"\nin = "edu.paper"\ntopics = "$topics"',
        head='[params.topics]\ntype = "list"\ndefault = ["制度"]\nwhy = "x"\n',
    )


ATTEST = 'kind = "attest"\nquestion = "是否已签字？"'


def test_attest_keeps_the_answer_and_asks_for_proof(bench):
    bench.holds("expect: manual\n", check=ATTEST)
    bench.holds("expect: pass\nanswer: yes by 张某 on 2026-01-05 with 签字页.pdf\n", check=ATTEST)
    bench.holds("expect: manual\nanswer: yes by 张某 on 2026-01-05\n", check=ATTEST)
    bench.holds(
        "expect: violation: wrong\nanswer: no by 张某 on 2026-01-05 with 签字页.pdf\n",
        check=ATTEST,
        message="{by}于{on}答：{answer}",
    )
    bench.holds(
        "expect: manual\nas-of: 2026-01-04\nanswer: yes by 张某 on 2026-01-05 with 签字页.pdf\n",
        check=ATTEST,
    )


def test_a_check_that_contradicts_itself_is_refused():
    with pytest.raises(ValueError, match="`least` or `most`"):
        Gap(**{"from": "a", "to": "b"})
    with pytest.raises(ValueError, match="either `sum` or `count`"):
        Side(**{"from": "edu.ledger", "sum": "a", "count": "*"})
    side = Side(**{"from": "edu.ledger", "sum": "a", "by": ("x",)})
    with pytest.raises(ValueError, match="same number of columns"):
        Reconcile(kind="reconcile", left=side, right=side.model_copy(update={"by": ()}))


def test_a_check_over_an_unknown_evidence_is_named():
    check = Require(**{"kind": "require", "from": "edu.leger", "must": "TRUE"})
    with pytest.raises(CatalogError, match=r"edu\.leger"):
        compile_check(check, {})
