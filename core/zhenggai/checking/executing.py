"""Ask one query: here for installed plugins, in a process that can be killed for bare folders."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import duckdb

from zhenggai.checking.findings import ContractError
from zhenggai.i18n import _
from zhenggai.model.assessment import Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from zhenggai.checking.preparing import Prepared

TIME_LIMIT = 60.0
"""Seconds that one query may take."""

VERDICTS = frozenset(verdict.value for verdict in Verdict)


class QueryFailedError(Exception):
    """A query did not run to its end; the text says why, in one line."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Subjects by verdict, the rows of the verdicts asked for, and when pending ones fall due."""

    counts: dict[str, int]
    rows: list[dict[str, Any]]
    falls_due: dt.date | None = None


class Engine(Protocol):
    """Where queries are asked."""

    def ask(self, one: Prepared, listed: frozenset[Verdict]) -> Answer:
        """The verdicts of one aspect.

        Raises:
            QueryFailedError: it failed, or took too long.
            ContractError: it gave a verdict that is none.
        """
        ...

    def value(self, one: Prepared) -> Any:
        """The first value of a query: a rule's own condition.

        Raises:
            QueryFailedError: it failed, or took too long.
        """
        ...


def counting_sql(one: Prepared, listed: frozenset[Verdict]) -> str:
    """A query wrapped so that only the listed verdicts' rows leave the engine."""
    wanted = ", ".join(f"'{verdict}'" for verdict in sorted(listed))
    due = (
        "min(q.due) FILTER (verdict = 'pending')"
        if one.parsed and "due" in one.parsed.columns
        else "NULL"
    )
    return (
        f"SELECT verdict, count(*), list(q) FILTER (verdict IN ({wanted})), {due}"
        f" FROM ({one.sql}\n) AS q GROUP BY verdict"
    )


def arguments(one: Prepared) -> dict[str, Any]:
    """The parameters that a query uses, by name."""
    used = one.parsed.params if one.parsed else ()
    return {name: one.planned.params[name].value for name in used}


def answer_of(rows: Sequence[tuple[Any, ...]]) -> Answer:
    """The rows of `counting_sql` as an answer; ContractError for a verdict that is none."""
    counts = dict.fromkeys(sorted(VERDICTS), 0)
    listed: list[dict[str, Any]] = []
    falls_due = None
    for verdict, count, found, due in rows:
        if verdict not in VERDICTS:
            raise ContractError(
                _("a verdict is {verdict!r}, which is none").format(verdict=verdict)
            )
        counts[verdict] = count
        listed += found or []
        falls_due = due if verdict == Verdict.PENDING else falls_due
    return Answer(counts, listed, falls_due)


@dataclass(frozen=True, slots=True)
class Here:
    """The unit's own session; a query that takes too long is interrupted."""

    con: duckdb.DuckDBPyConnection
    time_limit: float = TIME_LIMIT

    def ask(self, one: Prepared, listed: frozenset[Verdict]) -> Answer:
        """The verdicts of one aspect."""
        return answer_of(self._rows(counting_sql(one, listed), one))

    def value(self, one: Prepared) -> Any:
        """The first value of a query."""
        rows = self._rows(f"SELECT * FROM ({one.sql}\n) LIMIT 1", one)
        return rows[0][0] if rows else None

    def _rows(self, sql: str, one: Prepared) -> list[tuple[Any, ...]]:
        try:
            with _interrupted_after(self.con, self.time_limit):
                return self.con.execute(sql, arguments(one)).fetchall()
        except duckdb.InterruptException as error:
            raise QueryFailedError(stopped()) from error
        except duckdb.Error as error:
            raise QueryFailedError(one_line(error)) from error


def stopped() -> str:
    """What is said of a query that took too long."""
    return _("the query took longer than its limit and was stopped")


def one_line(error: BaseException) -> str:
    """An engine's error in one line."""
    text = str(error).strip()
    return f"{type(error).__name__}: {text.splitlines()[0] if text else ''}"


@contextmanager
def _interrupted_after(con: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, con.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
