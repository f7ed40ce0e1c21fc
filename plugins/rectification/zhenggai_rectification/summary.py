"""What a report or plan says of itself as a whole: its dates, and how many problems it counts."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from zhenggai_rectification.dates import Mention, find_dates
from zhenggai_rectification.numerals import decimal, decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from zhenggai_rectification.headings import Line

_N: Final = r"(?:\d+|[一二两三四五六七八九十百]+|[*□_]+|[X×]{2,})"
_OF: Final = r"\s*(?:个|项|条)"
_STATED: Final = re.compile(
    rf"(?P<dims>{_N})\s*(?:大类|个(?:大的)?方面|方面|个大类|类)[^，。；]{{0,8}}?(?P<items>{_N}){_OF}[^，。；]{{0,6}}?问题"
)
_SPECIFIC: Final = re.compile(
    rf"(?:细化|分解|梳理|拆分)(?:为|成|出)\s*(?P<n>{_N}){_OF}(?:具体)?(?:问题|事项|整改)"
)
_GIVEN: Final = re.compile(
    rf"(?:反馈|指出|移交|涉及)[^，。；\d*]{{0,16}}?(?P<n>{_N}){_OF}[^，。；]{{0,6}}?(?:问题|事项|，|。)"
)
_DONE: Final = re.compile(
    rf"(?<!基本)(?<!未)(?<!能)(?:完成整改|整改完成|完成|整改到位|销号)(?:的|了|问题|的问题|（含基本完成）)*\s*(?P<n>{_N}){_OF}"
    rf"|(?P<m>{_N}){_OF}(?:问题)?(?:已|均已|全部)(?:完成|整改到位|整改完成)"
)
_BASIC: Final = re.compile(
    rf"基本(?:完成|整改到位)(?:整改)?(?:的|了|问题)*\s*(?P<n>{_N}){_OF}|(?P<m>{_N}){_OF}(?:问题)?(?:已)?基本(?:完成|整改到位)"
)
_OPEN: Final = re.compile(
    rf"(?:未完成|未整改|正在整改|正在推进|持续推进|持续整改|推进中|长期坚持|尚未完成)(?:整改)?(?:的|问题)*\s*(?P<n>{_N}){_OF}"
    rf"|(?P<m>{_N}){_OF}(?:问题)?(?:未完成|正在整改|正在推进|持续推进|尚未完成)"
)
_RATE: Final = re.compile(r"(?:完成率|整改率)[^\d，。；*]{0,6}(?P<n>\d+(?:\.\d+)?|\*+)\s*%")
_ABSORBED: Final = re.compile(r"含[“”]?基本完成")
_PUBLIC: Final = re.compile(r"通报|公开|公示|公布")
_CONTACT: Final = re.compile(r"电话|邮箱|电子邮件|信箱|[\w.]+@[\w.]+")
_LEADER: Final = re.compile(
    r"(?P<post>[^，。；：\s]{0,24}?)(?:同志)?(?:任|担任|为)(?:整改工作)?(?:领导小组)?组长|(?<!副)组\s*长[：\s]+(?P<name>[^，。；\s]{2,30})"
)


_NEAR: Final = 60
"""Characters within which 反馈 must follow its date."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many dimensions, problems and specific problems a text states; None: not, or masked."""

    dimensions: int | None = None
    findings: int | None = None
    specifics: int | None = None
    masked: bool = False
    sentence: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The sentence that says how many problems were fed back, are done, nearly done and open."""

    given: int | None = None
    done: int | None = None
    basic: int | None = None
    open: int | None = None
    rate: Decimal | None = None
    rate_decimals: int = 0
    absorbed: bool = False
    sentence: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Dates:
    """When the inspection began and ended, when it was fed back, and the date of the report."""

    inspect_start: dt.date | None = None
    inspect_end: dt.date | None = None
    feedback: dt.date | None = None
    report: dt.date | None = None


def stated_counts(lines: Iterable[Line]) -> Counts:
    """The first statement of dimensions and problems, and the first of specific problems."""
    dims = items = specifics = None
    masked = False
    sentence, number = "", 0
    for line in lines:
        if dims is None and items is None and (match := _STATED.search(line.text)):
            dims, items = _whole(match["dims"]), _whole(match["items"])
            masked = masked or dims is None or items is None
            sentence, number = line.text, line.number
        if specifics is None and (match := _SPECIFIC.search(line.text)):
            specifics = _whole(match["n"])
            masked = masked or specifics is None
            sentence, number = sentence or line.text, number or line.number
    return Counts(dims, items, specifics, masked, sentence, number)


def totals(lines: Iterable[Line]) -> Totals:
    """The totals sentence; empty if the text has none.

    It is the first that names what was fed back and at least one of done, nearly done and open.
    """
    for line in lines:
        for sentence in re.split(r"(?<=。)", line.text):
            given = _GIVEN.search(sentence)
            if not given:
                continue
            rest = sentence[given.end("n") :]
            done, basic, still = (_sum(pattern, rest) for pattern in (_DONE, _BASIC, _OPEN))
            if done is None and basic is None and still is None:
                continue
            rate = _RATE.search(rest)
            return Totals(
                given=_whole(given["n"]),
                done=done,
                basic=basic,
                open=still,
                rate=decimal(rate["n"]) if rate else None,
                rate_decimals=decimals(rate["n"]) if rate else 0,
                absorbed=bool(_ABSORBED.search(rest)),
                sentence=sentence.strip(),
                line=line.number,
            )
    return Totals()


def dates(opening: Sequence[Line], closing: Sequence[Line], fields: Mapping[str, object]) -> Dates:
    """The dates of a report, from its declared fields, its opening paragraphs and its end."""
    report = _field(fields, "report_date") or _field(fields, "issued_on") or _last_date(closing)
    feedback = _field(fields, "feedback_date")
    start = end = None
    for line in opening:
        named = [one for one in find_dates(line.text, report) if not one.holiday]
        for one, other in itertools.pairwise(named):
            between = line.text[one.at + len(one.text) : other.at].strip()
            if start is None and re.fullmatch(r"[至到－-]+", between):
                start, end = one.first, other.last
        feedback = feedback or next(
            (one.first for one in named if one.first == one.last and _of_feedback(line.text, one)),
            None,
        )
    return Dates(start, end, feedback, report)


def _of_feedback(text: str, mention: Mention) -> bool:
    """Whether a date is the one of the feedback: 反馈 follows it, and no stretch of inspection."""
    after = text[mention.at + len(mention.text) :][:_NEAR].split("。", maxsplit=1)[0]
    between, found, _rest = after.partition("反馈")
    ends_a_stretch = text[: mention.at].rstrip().endswith(("至", "到"))
    return bool(found) and not ends_a_stretch and not re.search(r"[至到]|进行了", between)


def is_public(title: str, fields: Mapping[str, object]) -> bool:
    """Whether the paper is for the public or for circulation; a declared audience goes first."""
    audience = fields.get("audience")
    if audience:
        return str(audience) != "报送"
    return bool(_PUBLIC.search(title))


def has_contact(lines: Iterable[Line]) -> bool:
    """Whether a telephone number, mail box or address is given for the public."""
    return any(_CONTACT.search(line.text) for line in lines)


def group_leader(lines: Iterable[Line]) -> str:
    """Who heads the leading group, by post or name, as the plan writes it; empty if it does not."""
    for line in lines:
        for match in _LEADER.finditer(line.text):
            found = (match["post"] or match["name"] or "").strip("由：、， ")
            if found:
                return found
    return ""


def _whole(text: str) -> int | None:
    value = decimal(text)
    return None if value is None else int(value)


def _sum(pattern: re.Pattern[str], text: str) -> int | None:
    """The sum of all figures a pattern finds; None if there is none, or one is masked."""
    total: int | None = None
    for match in pattern.finditer(text):
        value = _whole(match["n"] or match["m"])
        if value is None:
            return None
        total = (total or 0) + value
    return total


def _field(fields: Mapping[str, object], name: str) -> dt.date | None:
    value = fields.get(name)
    return value if isinstance(value, dt.date) else None


def _last_date(closing: Sequence[Line]) -> dt.date | None:
    for line in reversed(closing):
        for one in find_dates(line.text, None):
            if (
                one.first is not None
                and one.first == one.last
                and one.text == line.text.strip("（） ")
            ):
                return one.first
    return None
