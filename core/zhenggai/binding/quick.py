"""The fast path: what the engine casts by itself, and a look whether a text surely is of that kind."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.sql import Conversion, Step, among, quoted
from zhenggai.binding.tidying import EMPTY, ODD_ORG, ODD_PERSON, WHITE, tidied

if TYPE_CHECKING:
    from zhenggai.binding.vocabulary import Column

_FIRST_DAY = "DATE '1900-01-01'"
_LAST_DAY = "DATE '2100-12-31'"
_FORMATS = "['%Y.%m.%d', '%Y年%m月%d日']"
_PLAIN_NUMBER = re.compile(r"0|-?[1-9]\d{0,14}")
_PLAIN_DECIMAL = re.compile(r"-?\d{1,13}(?:\.\d{1,12})?")
_PLAIN_DATE = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?: 00:00:00)?")
_WRITTEN_DATE = re.compile(r"(\d{4})(?:\.(\d\d?)\.|年(\d\d?)月)(\d\d?)日?")
_COMPACT_DATE = re.compile(r"(?:19|20)\d{6}")
_PLAIN_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})*")
_PLAIN_ORG = re.compile(r"[\u4e00-\u9fff0-9A-Za-z()]{2,}")
_PLAIN = {
    "integer": _PLAIN_NUMBER,
    "decimal": _PLAIN_DECIMAL,
    "money": _PLAIN_DECIMAL,
    "person": _PLAIN_NAME,
    "org": _PLAIN_ORG,
}


def fast(field: Column, cell: str, key: str, *, factor: int = 1) -> Conversion | None:
    """The SQL of the fast path alone; what it does not take is in `failed`, blanks and marks too.

    None for a type that has no fast path.
    """
    value = f"f{key}"
    match field.type:
        case "integer":
            sql = whole_number(cell)
        case "decimal":
            sql = f"TRY_CAST({cell} AS DECIMAL(18,4))"
        case "money":
            sql = plain_money(cell, factor)
        case "date":
            sql = _plain_date(cell)
        case "month":
            first = f"TRY_CAST({cell} || '-01' AS DATE)"
            month = f"CAST(date_trunc('month', TRY_CAST({cell} AS DATE)) AS DATE)"
            sql = f"CASE WHEN strlen({cell}) = 7 THEN {a_day(first)} ELSE {a_day(month)} END"
        case "bool":
            sql = f"CASE {cell} WHEN '是' THEN true WHEN '否' THEN false WHEN '√' THEN true END"
        case "enum":
            sql = f"CASE WHEN {among(cell, field.values)} THEN {cell} END"
        case "text" | "org" | "person":
            # words never fail: what looks odd is tidied on the spot, the rest is left alone
            text = f"nullif(trim({cell}, {quoted(WHITE)}), '')"
            sql = f"CASE WHEN {_odd(field, cell)} THEN {tidied(field, text)} ELSE {cell} END"
            return Conversion(((Step(value, sql),),), (Step(field.name, value),))
        case _:
            return None
    return Conversion(
        ((Step(value, sql),),),
        tuple(Step(name, value) for name, _kind in field.columns),
        f"CASE WHEN {value} IS NULL THEN {cell} END",
    )


def plain(field: Column, text: str) -> bool:
    """Whether the fast path surely takes this text, which is trimmed and not empty."""
    if text in (words.DASHES if field.type == "text" else EMPTY):
        return False
    match field.type:
        case "text":
            return True
        case "enum":
            return text in field.values
        case "bool":
            return text in ("是", "否", "√")
        case "date":
            return _is_day(text) or _is_compact_day(text) or _is_written_day(text)
        case "month":
            return _is_day(text) or _PLAIN_MONTH.fullmatch(text) is not None
        case _:
            pattern = _PLAIN.get(field.type)
            return pattern is not None and pattern.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    found = _PLAIN_DATE.fullmatch(text)
    try:
        return found is not None and dt.date.fromisoformat(found[1]).year > 0
    except ValueError:
        return False


def _is_compact_day(text: str) -> bool:
    if _COMPACT_DATE.fullmatch(text) is None:
        return False
    return _is_day(f"{text[:4]}-{text[4:6]}-{text[6:]}")


def _is_written_day(text: str) -> bool:
    found = _WRITTEN_DATE.fullmatch(text)
    if found is None or ("年" in text) != text.endswith("日"):
        return False
    year, dotted, worded, day = found.groups()
    return _is_day(f"{year}-{dotted or worded:0>2}-{day:0>2}")


def _odd(field: Column, cell: str) -> str:
    """Whether a text needs a second look: for blanks, as a mark, or for what its type tidies."""
    marks = words.DASHES if field.type == "text" else (*words.DASHES, *words.EMPTY_WORDS)
    longest = max(len(mark.encode()) for mark in marks)
    # a short text within the marks strung together may be one of them
    mark = f"strlen({cell}) <= {longest} AND contains({quoted('|'.join(marks))}, {cell})"
    if field.type == "text":
        # looking for any blank is several times faster than looking at the ends
        odd = " OR ".join(f"contains({cell}, {quoted(sign)})" for sign in WHITE)
    else:
        odd = f"regexp_matches({cell}, {quoted(ODD_ORG if field.type == 'org' else ODD_PERSON)})"
    return f"{mark} OR {odd}"


def whole_number(cell: str) -> str:
    """A whole number as the engine writes it back, else NULL."""
    # "12.6" casts to 13, "1e3" to 1000: only what reads back the same is taken at once
    number = f"TRY_CAST({cell} AS BIGINT)"
    return f"CASE WHEN CAST({number} AS VARCHAR) = {cell} THEN {number} END"


def plain_money(cell: str, factor: int) -> str:
    """A plain figure times the heading's factor, in yuan."""
    if factor == 1:
        return f"TRY_CAST({cell} AS DECIMAL(18,2))"
    return f"TRY_CAST(TRY_CAST({cell} AS DECIMAL(28,8)) * {factor} AS DECIMAL(18,2))"


def _plain_date(cell: str) -> str:
    # a cast that fails is ten times dearer than one that does not: 20260305 is not cast first
    cast = a_day(f"TRY_CAST({cell} AS DATE)")
    compact, dotted, others = (
        a_day(f"CAST(try_strptime({cell}, {formats}) AS DATE)")
        for formats in ("'%Y%m%d'", "'%Y.%m.%d'", _FORMATS)
    )
    return (
        f"CASE WHEN strlen({cell}) = 8 THEN coalesce({compact}, {cast}, {dotted})"
        f" WHEN {cast} IS NOT NULL THEN TRY_CAST({cell} AS DATE)"
        f" WHEN strlen({cell}) > 8 THEN {others} END"
    )


def a_day(date: str) -> str:
    """The date if it lies in this century or the last, else NULL."""
    return f"CASE WHEN {date} BETWEEN {_FIRST_DAY} AND {_LAST_DAY} THEN {date} END"
