"""The figures that a report states: value, unit, approximation, and the time they speak for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from zhenggai_rectification.numerals import chinese_number, decimal, decimals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

VISITS: Final = "次数"
DISTINCT: Final = "个数"
EITHER: Final = "口径不明"
MONEY: Final = "金额"
SHARE: Final = "比例"

UNITS: Final = (
    r"家次|家（次）|人次|人（次）|户次|户（次）|件次|场次|批次|班次|台次|车次"
    r"|次(?!日|序|要)|大类|个百分点|百分点|项(?!目)|个(?!人|体|转|别|月|小时)"
    r"|人(?!民|大|社|事|才|员|力|均|为|类|心)|家(?!长|庭|具|畜|校|风|乡)|户(?!外|籍|口)|名(?!称|单|录|牌|义)|件(?!套)"
    r"|份(?!额)|条(?!例|款)|起(?!草|来|到|诉|底|步)|期(?!间|限|中|末|满)|篇|所(?!有|属|在|长|得|需|以)|场(?!所|镇|地|景)"
    r"|批(?!准|发|评|示|复)|宗|台(?!账|帐)|套|辆|册|张|本(?!次|局|级|地|着|人)|元(?!旦|宵|素)|亩|吨|公斤|瓶|箱|幅|块|处(?!罚|理|置|级|室|于)"
    r"|支(?!部|持|出|付)|字|分(?!局|管|所|中|别|工|析|类|解|级|为|析|布)|%"
)
"""A pattern of the units that are counted; a unit that opens another word (人民, 项目) is none."""
_MASKS: Final = r"\*+|[X×]{2,}|□+|_{2,}|○{2,}"
_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE: Final = r"[一二两三四五六七八九十百千〇零][一二两三四五六七八九十百千万〇零]*"
_CLAIM: Final = re.compile(
    rf"(?P<near>将近|近|大?约|超过|超|逾|不少于|至少|突破)?\s*"
    rf"(?:(?<![\d*X×第.〔/－-])(?P<digits>{_DIGITS})(?:(?P<dash>[-~～－至到]{{1,2}}|、)(?P<to>{_DIGITS}))?"
    rf"|(?<![*X×第〔\d.])(?P<mask>{_MASKS})"
    rf"|(?<![第一二两三四五六七八九十百千万〇零年月])(?P<chinese>{_CHINESE})"
    rf"|(?P<vague>若干|数[十百千万]))"
    rf"\s*(?P<scale>[千百]?[万亿])?(?P<about>余|多|来)?\s*(?P<scale2>[万亿])?(?P<unit>{UNITS})(?P<after>以上|左右|以内)?"
)
_TITLED: Final = re.compile(r"《[^》]*》")
_QUOTED: Final = re.compile(r"“[^”]*”")
_SENTENCE: Final = re.compile(r"[^。；！？\n]*[。；！？\n]?")
_SINCE: Final = re.compile(
    r"巡[察视]反馈以来|反馈以来|巡[察视]整改以来|巡[察视]以来|整改以来|整改期间|集中整改期(?:间|内)?|今年以来|去年以来"
    r"|(?:\d{4}|\*{4})年以来|截[至止]目前|目前|(?:\d{4}|\*{4})年度?(?!\d|\*|第)|上半年|下半年|每(?:学期|季度|周|天|日|[月年])|近年来|此前|巡[察视]前"
)
_OPENERS: Final = re.compile(
    r"^(?:集中整改期间?|整改期间|整改以来|反馈以来|(?:\d{4}|\*{4})年度?(?:以来)?|上半年|下半年|去年以来|同时|先后|累计|总共|共计|合计|共|已|已经|达到|达|为|仅|有(?!效)|并|还|其中|目前|截[至止]目前|巡[察视](?:反馈|整改)?以来|今年以来|今年|了)+"
)
_CLOSERS: Final = re.compile(r"(?:先后|累计|总共|共计|合计|共|达到|达|为|仅|已|了|近|约)+$")
_GROWTH: Final = re.compile(r"同比|环比|增长|增幅|增加|提升|提高|上升|下降|减少|降低|翻")
_DOINGS: Final = re.compile(
    r"(?:我|全|县|区|市)?局(?:党组)?(?:会议?|班子)?|党组会?|先后|累计|集体|开展|组织|召开|举办|进行|实施|研究|讨论|审议|完成|全部|全县|[对的了共各]"
)
_TEN_THOUSAND: Final = {"千": 1000, "百": 100, "万": 10_000, "亿": 100_000_000}
_RANGE_VAGUE: Final = 20
_NOUN: Final = 16


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its unit, at a place of the text.

    `value` is in the unit itself (万 and 亿 multiplied out) and None where the figure is masked or
    vague; `value_to` is the upper end of a range. `before` is the phrase that leads to the figure,
    `after` the words that follow its unit, `noun` the one that says what is counted.
    """

    at: int
    end: int
    text: str
    before: str
    after: str
    noun: str
    subject: str
    value: Decimal | None
    value_to: Decimal | None
    factor: int
    decimals: int
    masked: bool
    width: int | None
    vague: bool
    approximate: str
    unit: str
    counts: str
    growth: bool
    since: str
    sentence: str


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with the places where they begin; 。；！？ and line ends divide."""
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield match.start(), match[0].strip()


def find_claims(text: str) -> tuple[Claim, ...]:
    """Every figure with a unit, in order; figures inside a document's title are none."""
    titled = [match.span() for match in _TITLED.finditer(text)]
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = []
    last: Claim | None = None
    for match in _CLAIM.finditer(text):
        if _inside(match.start("unit"), titled):
            continue
        if match["chinese"] and (match["chinese"] == "一" or _inside(match.start("unit"), quoted)):
            continue
        claim = _claim(text, match)
        if not claim.noun and last is not None and claim.at == last.end:
            claim = replace(claim, noun=last.noun, subject=last.subject)
        found.append(claim)
        last = claim
    return tuple(found)


def sentence_at(text: str, at: int) -> str:
    """The sentence in which a place of the text lies."""
    start = max((text.rfind(stop, 0, at) for stop in "。；！？\n"), default=-1) + 1
    ends = [end for stop in "。；！？\n" if (end := text.find(stop, at)) >= 0]
    return text[start : min(ends, default=len(text))].strip()


def since_words(text: str, at: int) -> str:
    """The last words before a place that say for which time it speaks; empty if there are none."""
    start = max((text.rfind(stop, 0, at) for stop in "。；！？\n"), default=-1) + 1
    words = [match[0] for match in _SINCE.finditer(_TITLED.sub(_blank, text[start:at]))]
    return words[-1] if words else ""


def subject_of(noun: str) -> str:
    """What a noun phrase speaks of, without who did it and the verbs of meeting and doing.

    `局党组会先后讨论重大执法决定` and `开展重大执法决定集体审议` are one subject.
    """
    return _DOINGS.sub("", noun) or noun


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _claim(text: str, match: re.Match[str]) -> Claim:
    digits, to, chinese = match["digits"], match["to"], match["chinese"]
    factor = 1
    for scale in (match["scale"] or "") + (match["scale2"] or ""):
        factor *= _TEN_THOUSAND[scale]
    value = decimal(digits or chinese) if digits or chinese else None
    upper = decimal(to) if to else None
    listed = match["dash"] == "、"
    vague = bool(match["vague"]) or bool(
        listed
        and value is not None
        and upper is not None
        and upper == value + 1
        and upper < _RANGE_VAGUE
    )
    if chinese and _two_guesses(chinese):
        vague, value = True, None
    if vague:
        value = upper = None
    unit = match["unit"]
    start = match.start()
    before = _before(text, start)
    after = _after(text, match.end())
    counts = _counts(unit)
    noun = _CLOSERS.sub("", _OPENERS.sub("", before)) or after
    return Claim(
        at=start,
        end=match.end(),
        text=match[0].strip(),
        before=before,
        after=after,
        noun=noun,
        subject=subject_of(noun),
        value=None if value is None else value * factor,
        value_to=None if upper is None else upper * factor,
        factor=factor,
        decimals=decimals(digits or ""),
        masked=match["mask"] is not None,
        width=len(match["mask"]) if match["mask"] else None,
        vague=vague,
        approximate=match["near"] or match["about"] or match["after"] or "",
        unit=unit,
        counts=counts,
        growth=bool(_GROWTH.search(before)),
        since=since_words(text, start),
        sentence=sentence_at(text, start),
    )


def _two_guesses(chinese: str) -> bool:
    """`两三`, `三四`, `七八`: two neighbouring digits are a guess, not a number."""
    if len(chinese) != 2:  # noqa: PLR2004 - two characters
        return False
    one, other = chinese_number(chinese[0]), chinese_number(chinese[1])
    return one is not None and other == one + 1 and "十" not in chinese


def _before(text: str, at: int) -> str:
    """The words that lead to a figure, back to the last stop or other figure."""
    start = max((text.rfind(stop, 0, at) for stop in "。；！？\n，：、”》（）"), default=-1) + 1
    if start == at and text[:at].endswith("”"):
        start = max((text.rfind(stop, 0, at) for stop in "。；！？\n，："), default=-1) + 1
    words = re.split(rf"(?:{_DIGITS}|{_MASKS})(?:{UNITS})?", text[start:at])[-1]
    return re.sub(r"^[一二三四五六七八九十]{1,3}是|[“”]", "", words.strip())[-_NOUN:]


def _after(text: str, at: int) -> str:
    """The words that follow a unit, up to the next stop or figure."""
    words = re.split(
        rf"[。；！？\n，：、“《（）和与及并]|{_DIGITS}|{_MASKS}", text[at : at + _NOUN + 8]
    )[0]
    return _CLOSERS.sub("", words.strip()[:_NOUN])


def _counts(unit: str) -> str:
    if "（" in unit:
        return EITHER
    if unit.endswith("次"):
        return VISITS
    if unit == "元":
        return MONEY
    return SHARE if unit in {"%", "百分点", "个百分点"} else DISTINCT
