"""What kind of evidence a table is: a score for each kind, and no verdict between equals."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.matching import Names, neutral

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zhenggai.binding.vocabulary import Vocabulary

THRESHOLD = 0.45
"""Below this a table is not recognised."""
MARGIN = 0.04
"""Two kinds whose scores lie closer than this are not told apart."""
_REQUIRED, _EXPLAINED, _COVERED, _TITLED = 0.40, 0.33, 0.07, 0.20
_TITLE_WORTH, _SYNONYM_WORTH = 1.0, 0.85
_LEAST_REQUIRED = 0.5
_LEAST_MATCHED, _MOST_EXPLAINED, _LEAST_TITLED = 3, 0.75, 0.5
_SHOWN = 3
_LEAST_SHOWN = 0.2
_WHOLE, _LAST, _INSIDE = 1.0, 0.9, 0.7
_BEFORE = 0.5
ALIAS = 0.95
"""What an alias is worth beside the title."""
_TAIL = re.compile(r"(?:\([^()]*\)|的通知|的函|的报告|的请示|的批复|_?\d+)*$")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|第?[一二三四1-4]季度|上半年|下半年)?|\d{1,2}月份?")


@dataclass(frozen=True, slots=True)
class Score:
    """How well a kind fits a table, 0 to 1, and by how much of what."""

    kind: int
    value: float
    matched: int
    required: float
    explained: float
    titled: float

    @property
    def enough(self) -> bool:
        """Whether the table may be taken as this kind, if no other is as good.

        Two headings of many, such as 序号 and 名称, are too little without a title.
        """
        told = (
            self.matched >= _LEAST_MATCHED
            or self.explained >= _MOST_EXPLAINED
            or self.titled >= _LEAST_TITLED
        )
        return told and self.value >= THRESHOLD and self.required >= _LEAST_REQUIRED


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a table, or None; `ambiguous` if only for want of a difference.

    `also` are the kinds of other plugins that are the same paper, with their confidence.
    """

    kind: int | None
    confidence: float
    candidates: tuple[tuple[int, float], ...]
    ambiguous: bool = False
    also: tuple[tuple[int, float], ...] = ()


def titles_worth(
    vocabulary: Vocabulary, texts: Iterable[tuple[str, float]], *, form: str = "table"
) -> dict[int, float]:
    """How much the texts around a table speak for each kind, 0 to 1.

    `texts` are lines above the heading, the sheet's name and the file's, each with its weight. What
    a paper is stands at the end of its title ("关于印发巡察反馈意见整改方案的通知" is a plan); of two
    that end there the longer says more.
    """
    worth: dict[int, float] = defaultdict(float)
    for text, weight in texts:
        full = words.plain(text)
        bare = _YEAR.sub("", full)
        found = [
            (title, kind, rank)
            for title, kind, rank in vocabulary.titles(form)
            if title in full or title in bare
        ]
        last = max((full.rfind(title) + len(title) for title, _kind, _rank in found), default=0)
        longest = max(
            (len(title) for title, _kind, _rank in found if full.rfind(title) + len(title) == last),
            default=0,
        )
        for title, kind, rank in found:
            place = _WHOLE if title in (full, bare) else _INSIDE
            if place == _INSIDE and _TAIL.sub("", bare).endswith(title):
                place = _LAST
            ends_last = full.rfind(title) + len(title) == last
            share = (len(title) / longest) ** 2 if ends_last else _BEFORE
            worth[kind] = max(worth[kind], weight * place * share * (ALIAS if rank else 1.0))
    return worth


def score(
    vocabulary: Vocabulary, columns: Mapping[int, Names], titled: Mapping[int, float]
) -> list[Score]:
    """The kinds of table that share a heading with the columns, the best first."""
    fields: dict[int, set[int]] = defaultdict(set)
    worth: dict[int, float] = defaultdict(float)
    for names in columns.values():
        best: dict[int, float] = {}
        for form in (*names.whole, *names.own):
            for kind, field, is_title in vocabulary.postings(form):
                fields[kind].add(field)
                best[kind] = max(best.get(kind, 0.0), _TITLE_WORTH if is_title else _SYNONYM_WORTH)
        for kind, value in best.items():
            worth[kind] += value
    scores = []
    for kind, found in fields.items():
        size, required, is_table = vocabulary.sizes[kind]
        if not is_table:
            continue
        matched = len(found)
        if matched < min(2, size) and not titled.get(kind):
            continue
        there = len(found & vocabulary.required[kind]) / required if required else 1.0
        told = max(1, len(columns) - _silent(vocabulary, columns, kind))
        explained = min(1.0, worth[kind] / told)
        value = (
            _REQUIRED * there
            + _EXPLAINED * explained
            + _COVERED * matched / size
            + _TITLED * titled.get(kind, 0.0)
        )
        scores.append(Score(kind, value, matched, there, explained, titled.get(kind, 0.0)))
    scores.sort(key=lambda one: (-one.value, one.kind))
    return scores


def _silent(vocabulary: Vocabulary, columns: Mapping[int, Names], kind: int) -> int:
    """Columns that say nothing: serial numbers and remarks that the kind does not know."""
    return sum(
        neutral(names)
        and not any(
            posting[0] == kind
            for form in (*names.whole, *names.own)
            for posting in vocabulary.postings(form)
        )
        for names in columns.values()
    )


def together(
    vocabulary: Vocabulary,
    ranked: Sequence[tuple[int, float]],
    margin: float,
    named: Collection[int],
) -> tuple[tuple[int, float], ...]:
    """The kinds that a paper is, of those that are good enough (best first), with their worth.

    That is the best, if no other lies within the margin. A kind of another plugin that has a title
    in common with the best is no rival but the same paper: it is taken too, if it lies within the
    margin or is `named` by a title that stands here. Between rivals there is no verdict: empty.
    """
    best, value = ranked[0]
    taken = {vocabulary.plugin(best): ranked[0]}
    for kind, other in ranked[1:]:
        same = vocabulary.same_paper(best, kind)
        if value - other >= margin and not (same and kind in named):
            continue
        rival = taken.get(vocabulary.plugin(kind))
        if rival is None and same:
            taken[vocabulary.plugin(kind)] = kind, other
        elif rival is None or rival[1] - other < margin:
            return ()
    return tuple(taken.values())


def decide(scores: Sequence[Score], vocabulary: Vocabulary) -> Verdict:
    """The kind that is good enough and better than all others; else none."""
    shown = tuple(
        (one.kind, round(one.value, 3)) for one in scores[:_SHOWN] if one.value >= _LEAST_SHOWN
    )
    good = [one for one in scores if one.enough]
    if not good:
        return Verdict(None, shown[0][1] if shown else 0.0, shown)
    named = {one.kind for one in good if one.titled >= _LEAST_TITLED}
    ranked = [(one.kind, one.value) for one in good]
    taken = together(vocabulary, ranked, MARGIN, named)
    if not taken:
        return Verdict(None, round(good[0].value, 3), shown, ambiguous=True)
    (kind, value), *others = [(kind, round(value, 3)) for kind, value in taken]
    return Verdict(kind, value, shown, also=tuple(others))
