"""More unread cells than can be listed: what tells them from empty ones is then not decided."""

from __future__ import annotations

import datetime as dt

import pytest

from zhenggai.binding.result import SHOWN
from zhenggai.model.assessment import Status
from zhenggai.run import Request, assess
from zhenggai.testing.builders import write_rule

EMPTY = """SELECT _row, name, CASE
    WHEN done IS NOT NULL THEN 'ok'
    WHEN _row IN (SELECT _row FROM core.unread WHERE field = 'done') THEN 'gap'
    ELSE 'violation' END AS verdict
FROM edu.ledger"""
PLAIN = "SELECT _row, name, judge(name <> '') AS verdict FROM edu.ledger"


@pytest.fixture
def check(tmp_path, plugin_folder):
    (plugin_folder / "checklists").mkdir()
    (plugin_folder / "checklists" / "mine.toml").write_text(
        'id = "mine"\ntitle = "x"\n[[sections]]\nid = "a"\ntitle = "a"\nrules = ["edu.*"]\n',
        encoding="utf-8",
    )
    unit = tmp_path / "unit"
    unit.mkdir()

    def run(unreadable: int):
        rows = ["名称,日期,完成日期", *(f"甲{n},2026-01-05,近日" for n in range(unreadable))]
        (unit / "台账.csv").write_text("\n".join([*rows, "乙,2026-01-05,2026-01-06", ""]), "utf-8")
        request = Request(
            folder=unit,
            as_of=dt.date(2026, 11, 24),
            checklist="mine",
            plugin_dirs=(plugin_folder,),
            cache=tmp_path / "memory",
        )
        return assess(request).results

    return run


def test_an_unread_cell_that_is_not_listed_is_no_violation(check, plugin_folder):
    write_rule(plugin_folder, "done", sql=EMPTY)
    (result,) = check(SHOWN)
    assert (result.aspects[0].gaps, result.aspects[0].violations) == (SHOWN, 0)
    (result,) = check(SHOWN + 1)
    assert result.status is Status.INSUFFICIENT
    assert result.findings == ()
    assert "台账.csv" in result.reason
    assert result.aspects[0].unread_sources == ("台账.csv",)


def test_a_query_that_asks_nothing_of_unread_cells_is_answered(check, plugin_folder):
    write_rule(plugin_folder, "named", sql=PLAIN)
    (result,) = check(SHOWN + 1)
    assert result.status is Status.PASS


def test_a_condition_that_asks_for_unread_cells_is_left_open(check, plugin_folder):
    condition = "SELECT count(*) = 0 FROM core.unread WHERE _row IN (SELECT _row FROM edu.ledger)"
    write_rule(plugin_folder, "named", sql=PLAIN, head=f'applies = "{condition}"')
    (result,) = check(1)
    assert result.status is Status.NOT_APPLICABLE
    (result,) = check(SHOWN + 1)
    assert (result.status, result.aspects) == (Status.INSUFFICIENT, ())
    assert "台账.csv" in result.reason
