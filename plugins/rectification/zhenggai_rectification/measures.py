"""The measures of a finding: 一是…二是…, and whether each tells of a result or of an intention."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zhenggai_rectification.numerals import ordinal

_SYSTEMS: Final = (
    re.compile(r"(?:^|(?<=[\n。；，：、 ！]))(?P<n>[一二三四五六七八九十]{1,3})(?:是|要)(?=\S)"),
    re.compile(r"(?:^|(?<=[\n。；，：]))第(?P<n>[一二三四五六七八九十]{1,3})(?=[，、：])"),
    re.compile(r"(?:^|(?<=[\n。；：]))(?P<n>\d{1,2})(?:[.](?!\d)|、)(?=\D)"),
    re.compile(r"(?:^|(?<=[\n。；：]))（(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})）"),
    re.compile(r"(?:^|(?<=[\n。；，： ]))(?P<n>[①-⑳⑴-⒇])"),
    re.compile(r"(?:^|(?<=[\n。；：]))(?P<n>\d{1,2})）"),
)
"""The ways of counting measures; the one that opens first counts, another inside it does not."""

_LIKELY_AGAIN: Final = 2
_TITLES: Final = re.compile(r"《[^》]*》?")
_NUMBER: Final = r"(?:\d[\d,.]*|\*+|[X×]{2,}|□+|_{2,}|[二两三四五六七八九十百千万]{1,6})"
_COUNTED: Final = re.compile(
    rf"(?<!第){_NUMBER}\s*(?:余|多)?\s*(?:大类|万?[次件户份项名场批起期篇所元条]|家(?!长)|人(?!民|员|才|大)|个(?!人|体)|%)"
)
_DONE: Final = re.compile(
    r"(?<![而对])已|(?<![已未])完成(?!时限|时间|期限|情况|率)|(?<!公)共(?!同|建|享|产|青|识|治|赢|性|和)|截[至止](?:目前|到)|目前|完毕|印发了?|制发了?|出台了?"
    r"|制定了?|成立了?|召开了?|签订了?|清退|收缴|退回|立案|全覆盖|(?<!不)(?<!未)到位"
)
_FUTURE: Final = re.compile(
    r"将(?:会|要)?(?=进一步|继续|持续|定期|适时|不断|严格|积极|全面|深入)"
    r"|将(?:会|要)?(?=加强|加大|组织|开展|推进|建立|完善|制定|召开|印发|出台|修订)"
    r"(?![^，。；]{0,40}?(?:纳入|列入|作为|分开|推送|移交|移送|转为|融入|贯穿|列为|摆在|放在|报送|公布))"
    r"|拟(?!定)|下一?步|今后|下一阶段|力争|(?:计划|准备|打算)(?:于|在)"
    r"|确保[^，。；]{0,12}(?:年底|月底)前"
)
_ALREADY: Final = re.compile(r"(?<![而对])已|截[至止](?:目前|到)|目前|累计|[成完开发定立订]了")
_WISHED: Final = re.compile(r"确保|务求|力求|努力实现|坚决")
_DATED: Final = re.compile(
    r"(?:\d{1,2}|\*{1,2}|[一二三四五六七八九十]{1,3})月|(?:\d|\*){4}年|第[一二三四\d*]+季度|今年|去年"
)
_ACTED: Final = re.compile(
    r"学习|传达|组织|下发|审议|调整|开展|召开|举办|邀请|进行|核定|核实|检查|排查|督促|审查|培训|维修|改造|维护|收集"
    r"|发布|通报|约谈|播放|配备|调研|走访|批评|自查|修订|签署|上报|报送|列入|纳入|落实了|建立了|梳理|整理|公示|抽查|问责"
)
_LIGHT: Final = frozenset({"组织", "开展", "召开", "举办", "邀请", "进行", "参加", "梳理", "传达"})
_ACTS: Final = re.compile(
    r"学习|传达|会议|思想认识|提高认识|培训|印发|制发|出台|制定|成立|签订|清退|收缴|追缴|退回|立案|检查|排查|核实|核定"
    r"|审查|审核|维修|改造|下发|审议|调整|发布|通报|约谈|播放|配备|调研|走访|批评|自查|修订|上报|报送|列入|纳入|建立|问责"
    r"|轮岗|提拔|选拔|任用|招录|配置|整改|处罚|查处|督查|督促|公示|抽查|演练|安装|采购|退还|扣减|宣传|服务|兑现|办理|指导|评议"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a body of text; `at` is where its text begins in the body.

    `ordinal` is None for text that no number opens: the lead-in before the first measure
    (`lead`), or a body without numbers, which is one measure as a whole.
    """

    position: int
    ordinal: int | None
    marker: str
    text: str
    at: int
    lead: bool
    has_result: bool
    intention: bool
    acted: bool
    acts: tuple[str, ...]


def split_measures(body: str) -> tuple[Measure, ...]:
    """The measures of a body, in order; nothing of the text is left out."""
    if not body.strip():
        return ()
    marks = _markers(body)
    if not marks:
        return (_measure(1, None, "", body, 0, lead=False),)
    cuts: list[tuple[int, int | None, str, int]] = []
    if body[: marks[0].start()].strip():
        cuts.append((0, None, "", 0))
    cuts += [(mark.start(), ordinal(mark["n"]), mark[0].strip(), mark.end()) for mark in marks]
    ends = [start for start, *_rest in cuts[1:]] + [len(body)]
    made: list[Measure] = []
    for (start, number, marker, _after), end in zip(cuts, ends, strict=True):
        lead = number is None
        position = 0 if lead else len([one for one in made if not one.lead]) + 1
        made.append(_measure(position, number, marker, body[start:end], start, lead=lead))
    return tuple(made)


def _markers(body: str) -> list[re.Match[str]]:
    """The opening numbers of the outermost way of counting that the body uses."""
    best: list[re.Match[str]] = []
    for at, pattern in enumerate(_SYSTEMS):
        marks = list(pattern.finditer(body))
        counting = [mark for mark in marks if (ordinal(mark["n"]) or 0) > 0]
        # A lone `1.` or `（1）` is no list; a lone 一是 is a list that breaks off.
        if not counting or (at > 1 and len(counting) < _LIKELY_AGAIN):
            continue
        if not best or counting[0].start() < best[0].start():
            best = counting
    return best


def _measure(
    position: int, number: int | None, marker: str, text: str, at: int, *, lead: bool
) -> Measure:
    plain = _TITLES.sub("《》", text)
    told = _told(plain)
    result = bool(_DONE.search(told) or _COUNTED.search(told))
    return Measure(
        position=position,
        ordinal=number,
        marker=marker,
        text=text,
        at=at,
        lead=lead,
        has_result=result,
        intention=not result and bool(_FUTURE.search(plain)),
        acted=bool(_DATED.search(plain) or _ACTED.search(told)),
        acts=acts(plain),
    )


def _told(plain: str) -> str:
    """What is told as done: without the clauses that follow a word of the future in a sentence.

    `拟印发…、开展检查3次` tells of no result though 印发 and 3次 stand in it; a clause with 已, 目前
    or 了 tells of what is done again.
    """
    kept: list[str] = []
    for sentence in re.split(r"(?<=[。；！\n])", plain):
        future = False
        for clause in re.split(r"(?<=，)", sentence):
            ahead = _FUTURE.search(clause)
            future = future or bool(ahead)
            if _ALREADY.search(clause):
                future = False
            if future:
                kept.append(clause[: ahead.start()] if ahead else "")
            elif wish := _WISHED.search(clause):
                kept.append(clause[: wish.start()] + "，")
            else:
                kept.append(clause)
    return "".join(kept)


def acts(text: str) -> tuple[str, ...]:
    """The deeds a text names, without the light verbs (组织, 开展 …) that say nothing alone."""
    return tuple(dict.fromkeys(word for word in _ACTS.findall(text) if word not in _LIGHT))
