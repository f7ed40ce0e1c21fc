"""Working days with make-up days: one calendar, its horizon stated, unknown beyond it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OFF, MAKE_UP = "off", "work"
"""Keys of `[holidays]` in zhenggai.toml: days off beside weekends, and worked weekend days."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days from `first` to `last` without a hole; `worked[i]` speaks of ``first + i`` days."""

    first: dt.date
    last: dt.date
    worked: tuple[bool, ...]


@cache
def _known_years() -> tuple[tuple[dt.date, dt.date], frozenset[dt.date], frozenset[dt.date]]:
    from chinese_calendar.constants import holidays, workdays

    years = sorted({day.year for day in holidays})
    # Only the unbroken run of years up to the newest is one calendar.
    first = years[-1]
    while first - 1 in years:
        first -= 1
    span = (dt.date(first, 1, 1), dt.date(years[-1], 12, 31))
    return span, frozenset(holidays), frozenset(workdays)


def work_calendar(added: Mapping[str, Sequence[dt.date]] | None = None) -> WorkCalendar:
    """The State Council's calendar as chinesecalendar has it, with the unit's further years.

    Args:
        added: `off` and `work` days as in `[holidays]`; a year that they speak of, following the
            known ones without a break, is known as well.
    """
    (first, last), off, work = _known_years()
    added = added or {}
    more_off, more_work = set(added.get(OFF, ())), set(added.get(MAKE_UP, ()))
    years = {day.year for day in more_off | more_work}
    while last.year + 1 in years:
        last = dt.date(last.year + 1, 12, 31)
    rest, worked = (off | more_off) - more_work, (work | more_work) - more_off
    days = (last - first).days + 1
    return WorkCalendar(
        first=first,
        last=last,
        worked=tuple(
            day in worked or (day.weekday() < 5 and day not in rest)  # noqa: PLR2004 - Mon to Fri
            for day in (first + dt.timedelta(days=step) for step in range(days))
        ),
    )
