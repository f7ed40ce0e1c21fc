"""The outline of a report: chapters, dimensions (方面), findings (针对…问题) and their bodies.

Reports of one county look alike, those of two do not: findings are headed `针对…问题` without a
number, `1.关于“…”问题`, `（1）…不到位`, alone in a paragraph or at the head of one. So a paragraph is
first read for what it may be, and then decided by its neighbours.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from zhenggai_rectification.numerals import fold, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

CHAPTER: Final = "章"
DIMENSION: Final = "方面"
FINDING: Final = "问题"
SPECIFIC: Final = "具体问题"
SECTION: Final = "小节"
PREAMBLE: Final = "前言"
CLOSING: Final = "落款"

IN_FINDINGS: Final = "问题整改"
IN_OUTLOOK: Final = "展望"
ELSEWHERE: Final = "其他"

_NUMBERS: Final = (
    (
        1,
        re.compile(
            r"(?:第(?P<a>[一二三四五六七八九十]{1,3})(?:章|部分)|(?P<b>[一二三四五六七八九十]{1,3})[、.])\s*"
        ),
    ),
    (2, re.compile(r"（(?P<a>[一二三四五六七八九十]{1,3})）[、.]?\s*|(?P<b>[㈠-㈩])\s*")),
    (3, re.compile(r"(?P<a>\d{1,2})(?:[.](?!\d)|、)\s*(?P<b>)")),
    (4, re.compile(r"（(?P<a>\d{1,2})）[、.]?\s*|(?P<b>[⑴-⒇])\s*")),
    (5, re.compile(r"(?P<a>[①-⑳])\s*|(?P<b>\d{1,2})）\s*")),
)
_TAIL: Final = r"(?:的)?(?:整改(?:落实)?(?:工作)?(?:进展)?(?:情况|方面)?)?"
_NAMED: Final = re.compile(r"(?:针对|关于)\s*")
_RUN_IN: Final = re.compile(
    rf"(?:针对|关于)\s*[“\"]?(.{{2,80}}?)[”\"]?(?:的)?问题[”\"]?{_TAIL}[。：]"
)
_CLOSED: Final = re.compile(rf"(?:问题|方面|情况|事项)[”\"]?{_TAIL}$")
_DEFECT: Final = re.compile(
    r"(?:问题|不[^，。；：]{1,6}|未[^，。；：]{1,8}|缺[乏失位少]|薄弱|短板|差距|[弱虚淡]化|走过场|[较偏]少"
    rf"|滞后|缓慢|松散|乏力|欠缺|空白|漏洞|隐患)[”\"]?(?:的)?(?:问题)?{_TAIL}$"
)
_DIMENSION: Final = re.compile(rf"(?:方面(?:的|存在的)?(?:问题)?|问题整改){_TAIL}$")
_FINDINGS_CHAPTER: Final = re.compile(r"反馈|问题|整改(?:落实|任务|措施|进展)|逐项|逐条")
_OUTLOOK_CHAPTER: Final = re.compile(r"巩固|下一?步|今后|长效|努力方向|后续")
_DATE_LINE: Final = re.compile(
    r"(?:\d{4}|[一二〇零三四五六七八九]{4}|[*X]{2,4})年[^，。]{1,6}月[^，。]{0,6}日?"
)
_CONTACT_LINE: Final = re.compile(
    r"(?:监督)?(?:联系|电话|邮箱|电子邮箱|电子邮件|地址|通讯地址|通信地址|邮编|邮政|信箱|附件|抄送|此页无正文)[^。]*"
)
_SIGNER_LINE: Final = re.compile(r"[^。；：]{2,40}(?:党组|党委|委员会|局|组|支部|办公室)")

_TELLING: Final = re.compile(r"[一二三四五六七八九十]是|已")
_LONGEST_HEAD: Final = 50
_LONGEST_FINDING: Final = 90
_FIRST_INNER: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the paper: its 1-based number, its folded text, its heading style (0: none)."""

    number: int
    text: str
    style: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A heading with the text that stands under it until the next heading.

    `rank` is the style of its number, 1 一、 2 （一） 3 1. 4 （1） 5 ①, 0 for none. `body` are the lines
    of its text: the rest of the heading's own paragraph first, if the text runs in.
    """

    kind: str
    rank: int
    number: str
    ordinal: int | None
    heading: str
    title: str
    line: Line
    body: tuple[Line, ...] = ()
    chapter: str = ""
    dimension: str = ""
    finding: str = ""
    scope: str = ELSEWHERE
    parent: int | None = None

    @property
    def text(self) -> str:
        """The body, a line a paragraph."""
        return "\n".join(line.text for line in self.body)


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    rank: int
    number: str
    ordinal: int | None
    head: str
    rest: str
    named: bool
    defect: bool


def lines_of(paragraphs: Sequence[tuple[int, str, int]]) -> tuple[Line, ...]:
    """Numbered paragraphs as folded lines; blank ones are left out."""
    return tuple(
        Line(number, fold(text).strip(), style)
        for number, text, style in paragraphs
        if text.strip()
    )


def outline(lines: Sequence[Line], *, share: float = 0.5) -> tuple[Item, ...]:
    """The items of a paper in order. Every line stands in exactly one of them.

    Text before the first heading is a 前言; date, signature and contact lines at the end are a 落款.

    Args:
        lines: the paragraphs.
        share: where findings are headed by their defect (`1.学习不够深入。`), a list is taken as one of
            findings if at least this share of its headings ends in a defect word.
    """
    end = _closing(lines)
    found = [one for at, line in enumerate(lines[:end]) if (one := _candidate(at, line))]
    found = _whole_lists(_without_defects(found), share)
    scopes = _scopes(found)
    found = [one for one in found if _stands(one, scopes[one.at])]
    found = _without_numbered_measures(found)
    kinds = _kinds(found, scopes)
    items: list[Item] = []
    if not found or found[0].at > 0:
        first = found[0].at if found else end
        if first:
            items.append(Item(PREAMBLE, 0, "", None, "", "", lines[0], tuple(lines[:first])))
    for position, one in enumerate(found):
        stop = found[position + 1].at if position + 1 < len(found) else end
        items.append(_item(one, kinds[position], lines, stop, items, scopes[one.at]))
    if end < len(lines):
        items.append(Item(CLOSING, 0, "", None, "", "", lines[end], tuple(lines[end:])))
    return tuple(items)


def is_numbered(text: str) -> bool:
    """Whether a line opens with a number as headings have it: `一、`, `（一）`, `1.`."""
    return _numbered(fold(text).strip())[0] > 0


def normal_title(heading: str) -> str:
    """What a heading speaks of: without 针对, quotes, 问题 and 整改情况, punctuation and spaces."""
    text = _NAMED.sub("", fold(heading).strip(), count=1)
    text = re.sub(r"[。：；\s]+$", "", text)
    text = re.sub(rf"(?:的)?(?:问题)?[”\"]?(?:的)?(?:问题)?{_TAIL}$", "", text)
    return _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"[\s“”\"‘’，、。；：《》（）]", "", text)


def _candidate(at: int, line: Line) -> _Candidate | None:
    """What a paragraph may be the heading of; None for plain text."""
    rank, number, value, rest = _numbered(line.text)
    run_in = _RUN_IN.match(rest)
    stop = re.search(r"[。：！？]", rest)
    head = run_in[0][:-1] if run_in else (rest[: stop.start()] if stop else rest)
    named = bool(run_in) or _whole_named(rest)
    if named and not run_in:
        head = rest.rstrip("。：")
    if rank == 0 and line.style > 0 and not named and len(rest) <= _LONGEST_HEAD:
        rank = min(line.style, _FIRST_INNER)
    defect = (
        not named
        and rank >= 2  # noqa: PLR2004 - （一） and below
        and 2 <= len(head) <= _LONGEST_HEAD  # noqa: PLR2004 - shorter is no heading
        and bool(_DEFECT.search(head))
        and not _TELLING.search(head)
    )
    if not (named or defect or rank in {1, 2} or (rank > 0 and len(head) <= _LONGEST_HEAD)):
        return None
    if not (named or defect) and len(head) > _LONGEST_HEAD:
        head = re.split(r"[，；]", head, maxsplit=1)[0][:_LONGEST_HEAD]
    tail = rest[len(head) :]
    return _Candidate(at, rank, number, value, head, tail.lstrip("。： "), named, defect)


def _numbered(text: str) -> tuple[int, str, int | None, str]:
    for rank, pattern in _NUMBERS:
        if match := pattern.match(text):
            value = ordinal(match["a"] or match["b"] or "")
            return rank, match[0].strip(), value, text[match.end() :]
    return 0, "", None, text


def _whole_named(rest: str) -> bool:
    """Whether the whole paragraph is `针对…` or `关于…`: a heading, not a sentence."""
    text = rest.rstrip("。： ")
    if not _NAMED.match(text) or len(text) > _LONGEST_FINDING or re.search(r"[。；！？：]", text):
        return False
    if _CLOSED.search(text):
        return True
    # `关于…的通知` is a paper's title, `针对上述问题，我局…` a sentence.
    return "，" not in text and (text.startswith("针对") or bool(_DEFECT.search(text)))


def _without_defects(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Where findings are headed 针对 or 关于, a list item that ends in a defect word is a measure."""
    named = sum(one.named for one in found)
    defects = sum(one.defect for one in found)
    if defects > named:
        return list(found)
    return [replace(one, defect=False) for one in found]


def _whole_lists(found: Sequence[_Candidate], share: float) -> list[_Candidate]:
    """In a list of findings an entry without a defect word (`2.无依据发放津补贴。`) is a finding too."""
    done = list(found)
    runs: dict[int, list[int]] = {}
    for at, one in enumerate([*found, None]):
        for rank in [rank for rank in runs if one is None or one.rank < rank or one.named]:
            _promote(done, runs.pop(rank), share)
        if one is None or one.named or one.rank < 2:  # noqa: PLR2004 - （一） and below
            continue
        run = runs.setdefault(one.rank, [])
        if run and not _follows(found[run[-1]], one):
            _promote(done, run, share)
            run = runs[one.rank] = []
        run.append(at)
    return done


def _follows(before: _Candidate, one: _Candidate) -> bool:
    """Whether a list goes on: by its next number, or by styled headings without numbers."""
    if before.ordinal is None or one.ordinal is None:
        return before.ordinal is one.ordinal
    return one.ordinal == before.ordinal + 1


def _promote(found: list[_Candidate], run: Sequence[int], share: float) -> None:
    defects = sum(found[at].defect for at in run)
    if defects and defects >= share * len(run):
        for at in run:
            if not _DIMENSION.search(found[at].head) and not _TELLING.search(found[at].head):
                found[at] = replace(found[at], defect=True)


def _scopes(found: Sequence[_Candidate]) -> dict[int, str]:
    """In which kind of chapter each candidate stands."""
    scopes: dict[int, str] = {}
    chapters = [at for at, one in enumerate(found) if one.rank == 1 and not one.named]
    bounds = [0, *chapters, len(found)]
    for first, last in itertools.pairwise(bounds):
        part = found[first:last]
        if not part:
            continue
        title = part[0].head if part[0].rank == 1 and not part[0].named else ""
        if any(one.named for one in part):
            scope = IN_FINDINGS
        elif _OUTLOOK_CHAPTER.search(title) and not re.search("反馈", title):
            scope = IN_OUTLOOK
        elif any(one.defect for one in part) and (not title or _FINDINGS_CHAPTER.search(title)):
            scope = IN_FINDINGS
        else:
            scope = ELSEWHERE
        scopes |= {one.at: scope for one in part}
    return scopes


def _stands(one: _Candidate, scope: str) -> bool:
    if one.named or one.rank in {1, 2}:
        return True
    return one.defect and scope == IN_FINDINGS


def _without_numbered_measures(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Take out `（一）` that number the measures of an unnumbered finding, counting from one.

    Dimensions go on counting over the whole chapter; measures begin anew under each finding.
    """
    kept: list[_Candidate] = []
    run = 0
    for one in found:
        under = bool(kept) and kept[-1].named and kept[-1].rank in {0, 1}
        plain = one.rank == 2 and not one.named and not one.defect  # noqa: PLR2004 - （一）
        if plain and under and not _DIMENSION.search(one.head) and one.ordinal == run + 1:
            run += 1
            continue
        run = 0
        kept.append(one)
    return kept


def _kinds(found: Sequence[_Candidate], scopes: dict[int, str]) -> list[str]:
    """What each heading is, by itself and by what stands below it."""
    kinds: list[str] = []
    open_finding: int | None = None
    for at, one in enumerate(found):
        in_findings = scopes[one.at] == IN_FINDINGS
        following = found[at + 1] if at + 1 < len(found) else None
        if one.rank == 1 and not one.named:
            kind, open_finding = CHAPTER, None
        elif one.named or (one.defect and in_findings):
            below = following is not None and (following.named or following.defect)
            deeper = following is not None and (
                following.rank > one.rank > 0 or following.rank == 0
            )
            nested = open_finding is not None and one.rank > open_finding > 0
            if one.defect and one.rank < _FIRST_INNER and below and deeper:
                kind, open_finding = DIMENSION, None
            elif nested:
                kind = SPECIFIC
            else:
                kind, open_finding = FINDING, one.rank
        elif in_findings:
            kind, open_finding = DIMENSION, None
        else:
            kind, open_finding = SECTION, None
        kinds.append(kind)
    return kinds


def _item(
    one: _Candidate, kind: str, lines: Sequence[Line], stop: int, before: Sequence[Item], scope: str
) -> Item:
    line = lines[one.at]
    body = tuple(lines[one.at + 1 : stop])
    if one.rest:
        body = (Line(line.number, one.rest), *body)
    title = normal_title(one.head) if kind in {FINDING, SPECIFIC} else _bare(one.head)
    last = before[-1] if before else None
    chapter = title if kind == CHAPTER else (last.chapter if last else "")
    dimension = "" if kind == CHAPTER else (last.dimension if last else "")
    if kind in {DIMENSION, SECTION}:
        dimension = title
    finding = title if kind == FINDING else (last.finding if last and kind == SPECIFIC else "")
    parent = None
    if kind == SPECIFIC:
        parent = next(at for at in range(len(before), 0, -1) if before[at - 1].kind == FINDING)
    return Item(
        kind=kind,
        rank=one.rank,
        number=one.number,
        ordinal=one.ordinal,
        heading=line.text[: len(line.text) - len(one.rest)] if one.rest else line.text,
        title=title,
        line=line,
        body=body,
        chapter=chapter,
        dimension=dimension,
        finding=finding,
        scope=scope,
        parent=parent,
    )


def _closing(lines: Sequence[Line]) -> int:
    """Where the signature, date and contact lines at the end begin."""
    at = len(lines)
    sure = False
    while at > 1:
        text = lines[at - 1].text.strip("（）")
        if _DATE_LINE.fullmatch(text) or _CONTACT_LINE.fullmatch(text):
            sure = True
        elif not (_SIGNER_LINE.fullmatch(text) and not _NAMED.match(text)):
            break
        at -= 1
    return at if sure else len(lines)
