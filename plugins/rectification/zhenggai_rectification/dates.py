"""The days and months that a report names, and the holidays whose day is known."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from zhenggai_rectification.claims import sentence_at
from zhenggai_rectification.numerals import chinese_number

_YEAR: Final = r"(?P<year>20\d\d|二[〇零][〇零一二三四五六七八九]{2})"
_DATE: Final = re.compile(
    rf"(?<!\d)(?:(?:{_YEAR}\s*年|(?P<this>今年|去年|当年))\s*)?"
    r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!薪|度|嫂)份?(?:\s*(?P<day>3[01]|[12]\d|0?[1-9]|[一二三]?十?[一二三四五六七八九]|[一二三]?十)[日号])?"
    r"|(?<!\d)(?P<y2>20\d\d)[./-](?P<m2>1[0-2]|0?[1-9])(?:[./-](?P<d2>3[01]|[12]\d|0?[1-9]))?(?![\d%])"
)
_HOLIDAY: Final = re.compile(
    rf"(?:{_YEAR}年?|(?P<this>今年|去年))?(?P<name>元旦|春节|清明|五一|劳动节|端午|中秋|国庆)"
)
_BRACKETED: Final = re.compile(r"《[^》]*》(?:（[^）]*）)?|“[^”]*”")
_EARLIER: Final = re.compile(
    r"巡察(?:期间|前|时|进驻)|巡视(?:期间|前)|此前|当时|长期以来|反馈(?:之)?前|整改(?:之)?前|以往|原(?:来|先)|曾"
)
_AHEAD: Final = re.compile(
    r"将(?:会|要|于|在)|拟(?!定)|计划(?:于|在)|下一?步|今后|力争|预计|确保|有效期|截止|底前|(?<=[日月])(?:之|以)?前"
)
_OBJECT: Final = re.compile(r"(?:对|将|就|把|针对|自|从|涉及|关于)[^，。；]{0,12}$")
_OF: Final = re.compile(r"^[^，。；]{0,20}?的|^(?:份|日|号)?(?:以来|起|开始|至今)")
_EVENT: Final = re.compile(
    r"[^，。；]{0,12}?(?:专题民主生活会|警示教育大?会|动员(?:部署)?大?会|启动仪式|表彰大会|工作推进会|专题会议)|(?:印发|制发|出台|制定)了?《[^》]*》"
)

_LUNAR: Final = {
    "春节": "0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203",
    "端午": "0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605",
    "中秋": "0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912",
    "清明": "0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405",
}
_FIRST_LUNAR: Final = 2019
_SOLAR: Final = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "国庆": (10, 1)}
_NOTICE: Final = dt.timedelta(days=10)
"""A reminder goes out some days before the holiday it is for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day, month or holiday named in a text: the first and last day it may mean.

    They are None where the year is not written and the report's own date, which would tell it,
    is unknown. `earlier`: the sentence says that it speaks of the time before; `ahead`: it speaks
    of what is to come; `object`: the date only describes what the deed was about.
    """

    at: int
    text: str
    first: dt.date | None
    last: dt.date | None
    inferred: bool
    holiday: str
    earlier: bool
    ahead: bool
    object: bool
    event: str
    sentence: str


def find_dates(text: str, report_date: dt.date | None) -> tuple[Mention, ...]:
    """Every date and holiday outside of titles and quotations, in order."""
    covered = [match.span() for match in _BRACKETED.finditer(text)]
    found: list[Mention] = []
    year_before: tuple[int, int] | None = None
    for match in _DATE.finditer(text):
        if any(start <= match.start() < end for start, end in covered):
            continue
        written, relative = match["year"] or match["y2"], match["this"]
        year = _written_year(written)
        if year is None and relative and report_date:
            year = report_date.year - (relative == "去年")
        joined = year_before is not None and re.fullmatch(
            r"\s*[至到、－-]+\s*", text[year_before[0] : match.start()]
        )
        if year is None and joined and year_before is not None:
            year = year_before[1]
        month = _small(match["month"] or match["m2"])
        day = _small(match["day"] or match["d2"])
        inferred = year is None
        if year is None and report_date is not None and month is not None:
            year = _nearest(report_date, month, day)
        first, last = _span(year, month, day)
        if year is not None:
            year_before = (match.end(), year)
        found.append(_mention(text, match, first, last, inferred=inferred, holiday=""))
    for match in _HOLIDAY.finditer(text):
        if any(start <= match.start() < end for start, end in covered):
            continue
        year = _written_year(match["year"])
        if year is None and match["this"] and report_date:
            year = report_date.year - (match["this"] == "去年")
        day_of = _holiday(match["name"], year, report_date)
        found.append(
            _mention(text, match, day_of, day_of, inferred=year is None, holiday=match["name"])
        )
    return tuple(sorted(found, key=lambda one: one.at))


def full_date(text: str) -> dt.date | None:
    """The first date with year, month and day in a text; None if there is none."""
    for mention in find_dates(text, None):
        if mention.first is not None and mention.first == mention.last and not mention.holiday:
            return mention.first
    return None


def _mention(
    text: str,
    match: re.Match[str],
    first: dt.date | None,
    last: dt.date | None,
    *,
    inferred: bool,
    holiday: str,
) -> Mention:
    sentence = sentence_at(text, match.start())
    start = max((text.rfind(stop, 0, match.start()) for stop in "。；\n，"), default=-1) + 1
    before, after = text[start : match.start()], text[match.end() : match.end() + 40]
    event = _EVENT.search(re.split(r"[。；\n]", after)[0])
    return Mention(
        at=match.start(),
        text=match[0],
        first=first,
        last=last,
        inferred=inferred,
        holiday=holiday,
        earlier=bool(_EARLIER.search(sentence)),
        ahead=bool(_AHEAD.search(sentence)),
        object=not holiday and bool(_OBJECT.search(before) and _OF.match(after)),
        event=re.sub(r"^[，\s]*(?:我?局(?:党组)?|机关党委|了)*", "", event[0])
        if event and not holiday
        else "",
        sentence=sentence,
    )


def _written_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() and text.isascii() else chinese_number(text)


def _small(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isascii() else chinese_number(text)


def _nearest(report_date: dt.date, month: int, day: int | None) -> int:
    """The year of the last such month or day that is not after the report."""
    return report_date.year - ((month, day or 1) > (report_date.month, report_date.day))


def _span(
    year: int | None, month: int | None, day: int | None
) -> tuple[dt.date | None, dt.date | None]:
    if year is None or month is None:
        return None, None
    last = monthrange(year, month)[1]
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, last)
    if day > last:
        return None, None
    return dt.date(year, month, day), dt.date(year, month, day)


def _holiday(name: str, year: int | None, report_date: dt.date | None) -> dt.date | None:
    """The day of a holiday in a year, or the last one that a report of a date can speak of."""
    if year is not None:
        return _holiday_in(name, year)
    if report_date is None:
        return None
    days = [_holiday_in(name, one) for one in range(report_date.year - 1, report_date.year + 2)]
    return max((day for day in days if day and day <= report_date + _NOTICE), default=None)


def _holiday_in(name: str, year: int) -> dt.date | None:
    if name in _SOLAR:
        return dt.date(year, *_SOLAR[name])
    days = _LUNAR[name].split()
    if not _FIRST_LUNAR <= year < _FIRST_LUNAR + len(days):
        return None
    written = days[year - _FIRST_LUNAR]
    return dt.date(year, int(written[:2]), int(written[2:]))
