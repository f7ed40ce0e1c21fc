from __future__ import annotations

import duckdb
import pytest

from zhenggai.checking.gate import LONGEST_QUERY, examine
from zhenggai.errors import QueryRefusedError

TABLES = {"edu.ledger", "edu.other"}


@pytest.fixture(scope="module")
def con():
    with duckdb.connect() as connection:
        yield connection


def let_through(con, sql):
    return examine(con, sql, tables=TABLES, params={"cap"}, where="edu.tried/wrong")


def test_the_parser_names_tables_parameters_functions_and_columns(con):
    parsed = let_through(
        con,
        """
        WITH big AS (SELECT * FROM edu.ledger WHERE amount > $cap)
        SELECT big._row, lower(big.name) AS who, sum(other.amount) OVER () AS due
        FROM big JOIN edu.other AS other USING (name)
        """,
    )
    assert parsed.tables == TABLES
    assert parsed.params == {"cap"}
    assert {"lower", "sum"} <= parsed.functions
    assert parsed.columns == {"_row", "who", "due"}


@pytest.mark.parametrize(
    "sql",
    [
        "FROM edu.ledger",
        "VALUES (1)",
        "SELECT 1 UNION ALL SELECT 2",
        "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r WHERE i < 3) SELECT * FROM r",
        "SELECT * FROM range(3) CROSS JOIN unnest([1, 2])",
        "SELECT list_transform([1], lambda x: x + 1), CASE WHEN name LIKE '%x' THEN 1 END FROM edu.ledger",
        "SELECT * FROM (SELECT name FROM edu.ledger) AS ledger WHERE name IN (SELECT name FROM edu.other)",
        "SELECT a.name FROM edu.ledger a ASOF JOIN edu.other b ON a.day >= b.day",
        "SELECT label FROM core.months",
    ],
)
def test_plain_queries_pass(con, sql):
    let_through(con, sql)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT 1; SELECT 2", "2 statements"),
        ("DROP TABLE edu.ledger", "one SELECT, and nothing else"),
        ("INSERT INTO edu.ledger VALUES (1)", "one SELECT"),
        ("UPDATE edu.ledger SET name = 'x'", "one SELECT"),
        ("COPY edu.ledger TO 'x.csv'", "one SELECT"),
        ("ATTACH 'x.db'", "one SELECT"),
        ("INSTALL httpfs", "one SELECT"),
        ("LOAD httpfs", "one SELECT"),
        ("PRAGMA version", "one SELECT"),
        ("SET threads = 1", "one SELECT"),
        ("CALL pragma_version()", "one SELECT"),
        ("EXPORT DATABASE 'x'", "one SELECT"),
        ("EXPLAIN SELECT 1", "one SELECT"),
        ("DESCRIBE edu.ledger", "one SELECT"),
        ("PIVOT edu.ledger ON name", "one SELECT"),
        ("WITH x AS (DELETE FROM edu.ledger RETURNING *) SELECT * FROM x", "one SELECT"),
        ("SELECT * FROM read_csv('/etc/passwd')", "table function “read_csv”"),
        ("SELECT * FROM '/etc/passwd'", "no evidence table “/etc/passwd”"),
        ("SELECT read_text('/etc/passwd')", "function “read_text”"),
        ("SELECT * FROM glob('*')", "table function “glob”"),
        ("SELECT * FROM query('SELECT 1')", "table function “query”"),
        ("SELECT * FROM query_table('edu.other')", "table function “query_table”"),
        ("SELECT * FROM duckdb_settings()", "table function “duckdb_settings”"),
        ("SELECT * FROM information_schema.tables", "no evidence table"),
        ("SELECT * FROM other_db.edu.ledger", "names another database"),
        ("SELECT getenv('HOME')", "function “getenv”"),
        ("SELECT getvariable('as_of')", "function “getvariable”"),
        ("SELECT current_setting('threads')", "function “current_setting”"),
        ("SELECT now()", "function “now”"),
        ("SELECT pg_catalog.now()", "function “now”"),
        ("SELECT random()", "function “random”"),
        ("SELECT repeat('x', 1000000000)", "function “repeat”"),
        ("SELECT sleep_ms(100000)", "function “sleep_ms”"),
        ("SELECT nextval('s')", "function “nextval”"),
        ("SELECT current_date", "reads the clock"),
        ("SELECT current_timestamp", "reads the clock"),
        ("SELECT user", "reads the clock or the session"),
        ("SELECT $other", "no parameter “other”"),
        ("SELECT ?", "no parameter"),
        ("SELECT (", "syntax error"),
        ("", "0 statements"),
        ("SELECT " + "(" * 2000 + "1" + ")" * 2000, "depth|nested"),
        ("SELECT " + "replace(" * 300 + "'x'" + ", 'a', 'b')" * 300, "nested too deeply"),
        ("SELECT '" + "x" * LONGEST_QUERY + "'", "longer than"),
    ],
)
def test_everything_else_is_refused(con, sql, said):
    with pytest.raises(QueryRefusedError, match=said) as caught:
        let_through(con, sql)
    assert caught.value.where == "edu.tried/wrong"
    assert caught.value.exit_status == 4


def test_an_unknown_table_function_or_parameter_comes_with_the_nearest(con):
    with pytest.raises(QueryRefusedError, match=r"did you mean edu\.ledger"):
        let_through(con, "SELECT * FROM edu.leger")
    with pytest.raises(QueryRefusedError, match="workdays_between"):
        let_through(con, "SELECT workday_between(day, day) FROM edu.ledger")
    with pytest.raises(QueryRefusedError, match="cap"):
        let_through(con, "SELECT $capp")


def test_the_name_of_a_cte_is_no_table_only_within_its_scope(con):
    let_through(con, "WITH mine AS (SELECT 1) SELECT * FROM mine")
    with pytest.raises(QueryRefusedError, match="no evidence table “mine”"):
        let_through(
            con, "SELECT * FROM (WITH mine AS (SELECT 1) SELECT * FROM mine) JOIN mine ON TRUE"
        )
