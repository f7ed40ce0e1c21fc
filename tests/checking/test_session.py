"""The session: plugins' functions, and the lock."""

from __future__ import annotations

import duckdb
import pytest

from zhenggai.checking import connect, lock
from zhenggai.checking.session import quote, register, table_name
from zhenggai.errors import PluginError
from zhenggai.hooks import Function


@pytest.fixture
def con():
    with connect(threads=1) as session:
        yield session


def test_a_plugins_function_is_called_and_gives_null_where_it_raises(con):
    half = Function("half", ("BIGINT",), "BIGINT", lambda number: 10 // number)
    register(con, [half])
    assert con.execute("SELECT half(5), half(0)").fetchone() == (2, None)


def test_a_function_that_cannot_be_registered_is_a_named_error(con):
    with pytest.raises(PluginError, match=r"twice[\s\S]*zhenggai\[functions\]"):
        register(con, [Function("twice", ("NO SUCH TYPE",), "BIGINT", lambda n: n)] * 2)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO '/tmp/x'",
        "SET threads = 4",
        "INSTALL httpfs",
        "ATTACH '/tmp/x.db'",
    ],
)
def test_a_locked_session_reaches_no_file_and_no_setting(con, sql):
    lock(con)
    with pytest.raises(duckdb.Error):
        con.execute(sql).fetchall()


def test_names_are_quoted():
    assert table_name("edu.ledger") == '"edu"."ledger"'
    assert quote('a"b') == '"a""b"'
