"""What queries share is written once and put before each that names it."""

from __future__ import annotations

import duckdb
import pytest

from zhenggai.catalog import load_plugin
from zhenggai.errors import CatalogError
from zhenggai.sharing import compose
from zhenggai.testing.builders import write_rule

SHARED = {"two": "SELECT n + 1 AS n FROM one", "one": "SELECT 1 AS n;", "other": "SELECT 9 AS n"}


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("SELECT n FROM two", 2),
        ("-- why\nWITH three AS (SELECT n + 1 AS n FROM two)\nSELECT n FROM three", 3),
        (
            "with recursive r AS (SELECT n FROM one UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT max(n) FROM r",
            5,
        ),
        ("SELECT 7", 7),
        ("SELECT two.n FROM (SELECT 4 AS n) AS two", 4),
        ("WITH one AS (SELECT 8 AS n) SELECT n FROM one", 8),
        ("SELECT length('two')", 3),
    ],
)
def test_a_query_gets_what_it_names_and_what_that_names(sql, found):
    assert duckdb.execute(compose(sql, SHARED)).fetchone() == (found,)


def test_a_shared_query_may_be_computed_once():
    shared = {"one": "-- materialized\nSELECT 1 AS n"}
    assert "one AS MATERIALIZED (" in compose("SELECT n FROM one", shared)
    assert compose("SELECT a.one, one FROM x AS a, y", shared) == "SELECT a.one, one FROM x AS a, y"
    assert compose("SELECT 1 FROM x, one WHERE TRUE", shared).startswith("WITH one")


def test_a_query_that_names_nothing_shared_is_left_as_it_is():
    sql = "SELECT a.two FROM x AS a -- one"
    assert compose(sql, SHARED) == sql
    assert "other" not in compose("SELECT n FROM two", SHARED)


def test_a_circle_is_an_error():
    with pytest.raises(CatalogError, match="a → b → a"):
        compose("SELECT * FROM a", {"a": "SELECT * FROM b", "b": "SELECT * FROM a"})


def test_a_rules_folder_may_hold_shared_queries(plugin_folder):
    home = write_rule(plugin_folder, "paid", sql="SELECT _row, 'ok' AS verdict FROM big")
    before = load_plugin(plugin_folder, trusted=False).rules
    (home / "_big.sql").write_text("SELECT * FROM edu.ledger WHERE amount > 5", encoding="utf-8")
    after = load_plugin(plugin_folder, trusted=False).rules
    assert after["edu.paid"].queries[0].sql.startswith("WITH big AS (\nSELECT * FROM edu.ledger")
    assert after["edu.paid"].digest != before["edu.paid"].digest
