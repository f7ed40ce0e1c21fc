"""The SQL functions and core tables that every rule may use, written in SQL."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import duckdb

    from zhenggai.checking.calendar import WorkCalendar
    from zhenggai.model.plan import Dates, Plan

_TIDY = {chr(0xFF01 + step): chr(0x21 + step) for step in range(94)} | dict.fromkeys(
    "\u3000\u00a0 \t\n\f\r", ""
)
"""Full-width forms and what is written for them; blanks go."""
_DROPPED = '《》“”"·-—'
_NAMES = {
    one: "" if other in _DROPPED else other
    for one, other in (_TIDY | dict.fromkeys(_DROPPED, "")).items()
}
_NUMBERS = _TIDY | dict.fromkeys("[［(（【", "〔") | dict.fromkeys("]］)）】", "〕")
_DATES = dict.fromkeys("./年月", "-")
_BARE_DATES = dict.fromkeys("-./年月", "")


def _put(words: str, written: Mapping[str, str]) -> str:
    """SQL that puts one character for another, or none: it costs far less than a pattern does."""
    source = [one for one, other in written.items() if other]
    source += [one for one, other in written.items() if not other]
    both = ("".join(source), "".join(written.values()))
    source_text, target_text = (text.replace("'", "''") for text in both)
    return f"translate({words}, '{source_text}', '{target_text}')"


MACROS = f"""
CREATE MACRO judge(condition) AS
  CASE WHEN condition THEN 'ok' WHEN NOT condition THEN 'violation' ELSE 'gap' END;
CREATE MACRO as_of() AS getvariable('as_of');
CREATE MACRO period_start() AS getvariable('period_start');
CREATE MACRO period_end() AS getvariable('period_end');
CREATE MACRO in_period(day) AS day BETWEEN getvariable('period_start') AND getvariable('period_end');
CREATE MACRO dated(choices, day) AS
  list_filter(choices, lambda choice: day BETWEEN choice."from" AND choice."to")[1]."value";
CREATE MACRO add_months(day, months) AS CAST(day + to_months(CAST(months AS INTEGER)) AS DATE);
CREATE MACRO _day_index(day) AS
  greatest(CAST(day - getvariable('calendar_first') AS INTEGER) + 1, 0);
CREATE MACRO is_workday(day) AS getvariable('workday_flags')[_day_index(day)];
CREATE MACRO workdays_between(first, last) AS
  getvariable('workday_counts')[_day_index(last)] - getvariable('workday_counts')[_day_index(first)];
CREATE MACRO add_workdays(day, n) AS
  getvariable('workday_dates')[greatest(
    CASE WHEN n < 0 THEN getvariable('workday_ranks')[_day_index(day)]
         ELSE getvariable('workday_counts')[_day_index(day)] END + n, 0)];
CREATE MACRO next_workday(day) AS
  getvariable('workday_dates')[getvariable('workday_ranks')[_day_index(day)]];
CREATE MACRO norm_text(words) AS {_put("words", _TIDY)};
CREATE MACRO _bare_name(name) AS {_put("name", _NAMES)};
CREATE MACRO norm_name(name) AS nullif(coalesce(
  regexp_replace(_bare_name(name), getvariable('region_prefix'), ''), _bare_name(name)), '');
CREATE MACRO same_name(one, other) AS norm_name(one) = norm_name(other);
CREATE MACRO name_fits(one, other) AS
  starts_with(norm_name(one), norm_name(other)) OR starts_with(norm_name(other), norm_name(one));
CREATE MACRO norm_docno(number) AS
  nullif(regexp_replace({_put("number", _NUMBERS)}, '第?0*([0-9]+)号', '\\1号'), '');
CREATE MACRO split_names(names) AS
  list_filter(list_transform(
    string_split_regex(regexp_replace(coalesce(names, ''), '[（(][^）)]*[）)]', '', 'g'), '[、，,；;/\\n]+'),
    lambda one: {_put("one", _TIDY)}),
    lambda one: one <> '');
CREATE MACRO _day_words(words) AS {_put("words", _DATES)};
CREATE MACRO day_in(words) AS
  CAST(try_strptime(_day_words(regexp_extract(
           norm_text(regexp_replace(words, '\\s+\\d{{1,2}}[:：].*', '')),
           '\\d{{4}}[-./年]\\d{{1,2}}[-./月]\\d{{1,2}}|\\d{{8}}')),
         ['%Y-%m-%d', '%Y%m%d']) AS DATE);
CREATE MACRO _month_words(words) AS {_put("words", _BARE_DATES)};
CREATE MACRO last_day_in(words) AS
  coalesce(day_in(words), CAST(last_day(try_strptime(_month_words(
         regexp_extract(norm_text(words),
           '^[^0-9]*(\\d{{4}}[-./年]\\d{{1,2}}月?|\\d{{6}})$', 1)), ['%Y%m'])) AS DATE));
"""

CORE_TABLES = """
CREATE SCHEMA IF NOT EXISTS core;
CREATE TABLE core.calendar (day DATE, is_workday BOOLEAN);
CREATE TABLE core.months (label VARCHAR, first_day DATE, last_day DATE, ended BOOLEAN);
CREATE TABLE core.quarters (label VARCHAR, first_day DATE, last_day DATE, ended BOOLEAN);
CREATE TABLE core.halves (label VARCHAR, first_day DATE, last_day DATE, ended BOOLEAN);
CREATE TABLE core.years (label VARCHAR, first_day DATE, last_day DATE, ended BOOLEAN);
CREATE TABLE core.sections (name VARCHAR, kind VARCHAR, head VARCHAR);
CREATE TABLE core.sources (path VARCHAR, sha256 VARCHAR, format VARCHAR, size BIGINT);
CREATE TABLE core.paragraphs (
  _row BIGINT, document BIGINT, evidence VARCHAR, path VARCHAR,
  number INTEGER, page INTEGER, level INTEGER, text VARCHAR);
CREATE TABLE core.unread (_row BIGINT, field VARCHAR, text VARCHAR);
"""

CORE = {
    "core.calendar": ("day", "is_workday"),
    "core.months": ("label", "first_day", "last_day", "ended"),
    "core.quarters": ("label", "first_day", "last_day", "ended"),
    "core.halves": ("label", "first_day", "last_day", "ended"),
    "core.years": ("label", "first_day", "last_day", "ended"),
    "core.sections": ("name", "kind", "head"),
    "core.sources": ("path", "sha256", "format", "size"),
    "core.paragraphs": (
        "_row",
        "document",
        "evidence",
        "path",
        "number",
        "page",
        "level",
        "text",
    ),
    "core.unread": ("_row", "field", "text"),
}
"""The core's tables and their columns, beside the evidence tables of the plugins."""

FUNCTIONS = (
    "judge",
    "as_of",
    "period_start",
    "period_end",
    "in_period",
    "dated",
    "add_months",
    "is_workday",
    "workdays_between",
    "add_workdays",
    "next_workday",
    "norm_text",
    "norm_name",
    "same_name",
    "name_fits",
    "norm_docno",
    "split_names",
    "day_in",
    "last_day_in",
)
"""The functions of rules, beside DuckDB's own."""

WORKDAYS = frozenset({"is_workday", "workdays_between", "add_workdays", "next_workday"})
"""Those that need the calendar of working days."""

_STRETCHES = (("months", 1), ("quarters", 3), ("halves", 6), ("years", 12))

_CALENDAR = """
INSERT INTO core.calendar
  SELECT $first + CAST(unnest(range(len(flags))) AS INTEGER), unnest(flags) = '1'
  FROM (SELECT string_split($flags, '') AS flags)
"""

_WORKDAY_LISTS = (
    """
SET VARIABLE calendar_first = (SELECT min(day) FROM core.calendar)
""",
    """
SET VARIABLE calendar_last = (SELECT max(day) FROM core.calendar)
""",
    """
SET VARIABLE workday_flags = (SELECT list(is_workday ORDER BY day) FROM core.calendar)
""",
    """
SET VARIABLE workday_dates = (SELECT list(day ORDER BY day) FROM core.calendar WHERE is_workday)
""",
    """
SET VARIABLE workday_counts = (
  SELECT list(n ORDER BY day)
  FROM (SELECT day, CAST(sum(CAST(is_workday AS INTEGER)) OVER (ORDER BY day ROWS UNBOUNDED PRECEDING)
                    AS INTEGER) AS n
        FROM core.calendar))
""",
    """
SET VARIABLE workday_ranks = list_transform(
  list_zip(getvariable('workday_counts'), getvariable('workday_flags')),
  lambda one: one[1] + CASE WHEN one[2] THEN 0 ELSE 1 END)
""",
)
"""The working days as lists by day: counts up to a day, and the rank of the next one from a day on.

A macro pastes its argument in wherever it names it: each names it as rarely as can be.
"""


def install(con: duckdb.DuckDBPyConnection, calendar: WorkCalendar) -> None:
    """Define the functions, the calendar and the core's tables, still without dates of a run."""
    con.execute(MACROS)
    con.execute(CORE_TABLES)
    flags = "".join("1" if worked else "0" for worked in calendar.worked)
    con.execute(_CALENDAR, {"first": calendar.first, "flags": flags})
    set_workdays(con)


def set_workdays(con: duckdb.DuckDBPyConnection) -> None:
    """Give this cursor of a session the working days: variables are each cursor's own."""
    for statement in _WORKDAY_LISTS:
        con.execute(statement)


def set_dates(con: duckdb.DuckDBPyConnection, plan: Plan | Dates) -> None:
    """Give the functions the dates of a run, and fill the tables of its months, quarters, years."""
    set_day(con, plan)
    for table, months in _STRETCHES:
        rows = stretches(plan.period.start, plan.period.end, months, plan.as_of)
        con.execute(f"TRUNCATE core.{table}")
        con.execute(
            f"INSERT INTO core.{table} SELECT unnest($labels), unnest($first), unnest($last), unnest($ended)",
            {
                "labels": [row[0] for row in rows],
                "first": [row[1] for row in rows],
                "last": [row[2] for row in rows],
                "ended": [row[3] for row in rows],
            },
        )
    con.execute("TRUNCATE core.sections")
    for section in plan.unit_sections:
        con.execute(
            "INSERT INTO core.sections VALUES (?, ?, ?)", [section.name, section.kind, section.head]
        )


def set_day(con: duckdb.DuckDBPyConnection, plan: Plan | Dates) -> None:
    """Give this cursor of a session the day, the period and the region of a run."""
    for name, value in (
        ("as_of", plan.as_of),
        ("period_start", plan.period.start),
        ("period_end", plan.period.end),
    ):
        con.execute(f"SET VARIABLE {name} = $value", {"value": value})
    con.execute(
        "SET VARIABLE region_prefix = CAST($pattern AS VARCHAR)",
        {"pattern": _region_pattern(plan.region_prefixes)},
    )


def _region_pattern(prefixes: tuple[str, ...]) -> str | None:
    """A pattern of the province, city and county names that open a full name; None of none."""
    import re

    if not prefixes:
        return None
    return "^(" + "|".join(re.escape(one) for one in sorted(prefixes, key=len, reverse=True)) + ")+"


def stretches(
    start: dt.date, end: dt.date, months: int, as_of: dt.date
) -> list[tuple[str, dt.date, dt.date, bool]]:
    """Label, first and last day of the calendar stretches that overlap a period, and if ended."""
    rows = []
    year, month = start.year, (start.month - 1) // months * months + 1
    while (first := dt.date(year, month, 1)) <= end:
        following = month + months
        year, month = (year + 1, 1) if following > 12 else (year, following)  # noqa: PLR2004
        last = dt.date(year, month, 1) - dt.timedelta(days=1)
        rows.append((_label(first, months), first, last, last <= as_of))
    return rows


def _label(first: dt.date, months: int) -> str:
    return {
        1: f"{first:%Y-%m}",
        3: f"{first.year}Q{(first.month + 2) // 3}",
        6: f"{first.year}H{1 if first.month == 1 else 2}",
        12: f"{first.year}",
    }[months]
