"""SQL from bare folders runs in a process of its own, with limits, that can be killed.

One call inside a vector of the engine cannot be interrupted, and its memory limit does not hold for
every function: what nobody reviewed may cost a process, never the run. The tables that such rules
name are handed over as Parquet before the session is locked.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from zhenggai.checking.calendar import work_calendar
from zhenggai.checking.executing import (
    TIME_LIMIT,
    Answer,
    QueryFailedError,
    answer_of,
    arguments,
    counting_sql,
    one_line,
    stopped,
)
from zhenggai.checking.functions import CORE, install, set_dates
from zhenggai.checking.session import connect, lock, quote
from zhenggai.i18n import _
from zhenggai.model.plan import Dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import duckdb

    from zhenggai.checking.preparing import Prepared
    from zhenggai.model.assessment import Verdict
    from zhenggai.model.plan import Plan

MEMORY = 2 << 30
"""Bytes of address space that the process may have beyond what it starts with."""
_OWN = {
    "core.months",
    "core.quarters",
    "core.halves",
    "core.years",
    "core.calendar",
    "core.sections",
}


@dataclass(slots=True)
class Outside:
    """An engine for rules of bare folders: started at its first question, replaced when it dies."""

    home: tempfile.TemporaryDirectory[str]
    time_limit: float = TIME_LIMIT
    _process: subprocess.Popen[bytes] | None = field(default=None)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, one: Prepared, listed: frozenset[Verdict]) -> Answer:
        """The verdicts of one aspect."""
        return answer_of(self._rows(counting_sql(one, listed), one))

    def value(self, one: Prepared) -> Any:
        """The first value of a query."""
        rows = self._rows(f"SELECT * FROM ({one.sql}\n) LIMIT 1", one)
        return rows[0][0] if rows else None

    def close(self) -> None:
        """End the process and remove what was handed over."""
        self._kill()
        self.home.cleanup()

    def _rows(self, sql: str, one: Prepared) -> list[tuple[Any, ...]]:
        with self._one_at_a_time:
            return self._answered(sql, one)

    def _answered(self, sql: str, one: Prepared) -> list[tuple[Any, ...]]:
        process = self._process or self._start()
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            raise AssertionError("the process was started with pipes")
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.time_limit, stop)
        timer.daemon = True
        timer.start()
        try:
            stdin.write(json.dumps({"sql": sql, "params": pack(arguments(one))}).encode() + b"\n")
            stdin.flush()
            line = stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if not line:
            self._kill()
            died = _("the process of this query died: it may have asked for too much memory")
            raise QueryFailedError(stopped() if late.is_set() else died)
        said = json.loads(line)
        if "error" in said:
            raise QueryFailedError(said["error"])
        return [tuple(row) for row in cast("list[list[Any]]", unpack(said["rows"]))]

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "zhenggai.checking.outside", self.home.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait()


def hand_over(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    tables: Iterable[str],
    *,
    time_limit: float = TIME_LIMIT,
) -> Outside:
    """Write the tables that rules of bare folders name, from a session that is not yet locked."""
    home = tempfile.TemporaryDirectory(prefix="zhenggai-")
    for table in sorted({*tables, *CORE} - _OWN):
        schema, _dot, name = table.partition(".")
        path = (Path(home.name) / f"{table}.parquet").as_posix().replace("'", "''")
        con.execute(f"COPY {quote(schema)}.{quote(name)} TO '{path}' (FORMAT parquet)")
    dates = Dates(
        as_of=plan.as_of,
        period=plan.period,
        unit_sections=plan.unit_sections,
        region_prefixes=plan.region_prefixes,
        holidays=plan.holidays,
    )
    (Path(home.name) / "dates.json").write_text(dates.model_dump_json(), encoding="utf-8")
    return Outside(home, time_limit)


def pack(value: Any) -> Any:
    """A value of the engine as JSON, without loss: dates and decimals are marked."""
    if isinstance(value, dict):
        return {"m": [[pack(key), pack(one)] for key, one in value.items()]}
    if isinstance(value, (list, tuple)):
        return [pack(one) for one in value]
    if isinstance(value, Decimal):
        return {"n": str(value)}
    if isinstance(value, dt.datetime):
        return {"t": value.isoformat()}
    if isinstance(value, dt.date):
        return {"d": value.isoformat()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def unpack(value: Any) -> Any:
    """The value that was packed."""
    if isinstance(value, list):
        return [unpack(one) for one in value]
    if isinstance(value, dict):
        ((mark, inner),) = value.items()
        if mark == "m":
            return {unpack(key): unpack(one) for key, one in inner}
        return _SCALARS[mark](inner)
    return value


_SCALARS: dict[str, Callable[[str], Any]] = {
    "n": Decimal,
    "t": dt.datetime.fromisoformat,
    "d": dt.date.fromisoformat,
}


def serve(home: Path) -> None:
    """The other end: load what was handed over, lock, and answer a line with a line."""
    dates = Dates.model_validate_json((home / "dates.json").read_text(encoding="utf-8"))
    con = connect(memory_limit="1GB", threads=1)
    install(con, work_calendar(dates.holidays))
    set_dates(con, dates)
    for path in sorted(home.glob("*.parquet")):
        schema, _dot, name = path.stem.partition(".")
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {quote(schema)}")
        source = path.as_posix().replace("'", "''")
        con.execute(
            f"CREATE OR REPLACE TABLE {quote(schema)}.{quote(name)} AS FROM read_parquet('{source}')"
        )
    lock(con)
    _limit_memory()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            rows = con.execute(asked["sql"], unpack(asked["params"])).fetchall()
            said: dict[str, Any] = {"rows": pack(rows)}
        except Exception as error:  # noqa: BLE001 - whatever stopped the query is its error
            said = {"error": one_line(error)}
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
        sys.stdout.buffer.flush()


def _limit_memory() -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return  # not on this system: the engine's own limit and the time limit remain
    statm = Path("/proc/self/statm")
    now = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
