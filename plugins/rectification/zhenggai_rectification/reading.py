"""Read a rectification report: its outline, measures, figures, hidden figures, citations, dates."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from zhenggai_rectification import headings, summary
from zhenggai_rectification.citations import Citation, find_citations
from zhenggai_rectification.claims import Claim, find_claims, sentences
from zhenggai_rectification.dates import Mention, find_dates
from zhenggai_rectification.headings import Item, Line, lines_of, outline
from zhenggai_rectification.masks import Mask, find_masks
from zhenggai_rectification.measures import Measure, split_measures
from zhenggai_rectification.repeats import Repeat, find_repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai import Paper


@dataclass(frozen=True, slots=True)
class Section:
    """An item with everything found in its text; places are offsets in `item.text`."""

    item: Item
    measures: tuple[Measure, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    dates: tuple[Mention, ...]

    def paragraph(self, at: int) -> int:
        """The 1-based paragraph of the paper in which a place of the item's text lies."""
        starts = [0]
        for line in self.item.body:
            starts.append(starts[-1] + len(line.text) + 1)
        number = min(bisect_right(starts, at), len(self.item.body)) - 1
        return self.item.body[max(number, 0)].number if self.item.body else self.item.line.number

    def measure(self, at: int) -> Measure | None:
        """The measure in which a place of the item's text lies."""
        return next((one for one in reversed(self.measures) if one.at <= at), None)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. `masks` stand with the paragraph they are in; `repeats` speak of `words`."""

    title: str
    public: bool
    contact: bool
    dates: summary.Dates
    counts: summary.Counts
    totals: summary.Totals
    sections: tuple[Section, ...]
    masks: tuple[tuple[int, Mask], ...]
    words: tuple[tuple[int, int, str], ...]
    repeats: tuple[Repeat, ...]

    @property
    def findings(self) -> int:
        """How many findings (针对…问题) it has."""
        return sum(one.item.kind == headings.FINDING for one in self.sections)

    @property
    def measures(self) -> int:
        """How many measures stand under findings."""
        return sum(
            not measure.lead
            for one in self.sections
            if one.item.kind in {headings.FINDING, headings.SPECIFIC}
            for measure in one.measures
        )


def paper_lines(paper: Paper) -> tuple[Line, ...]:
    """The paragraphs of a paper as folded lines."""
    return lines_of([(one.number, one.text, one.level) for one in paper.paragraphs])


def read_report(paper: Paper) -> Report:
    """A report of any of the usual layouts; what has no heading is still read, as its 前言."""
    lines = paper_lines(paper)
    items = outline(lines)
    opening = items[0].body if items and items[0].kind == headings.PREAMBLE else lines[:3]
    closing = items[-1].body if items and items[-1].kind == headings.CLOSING else ()
    when = summary.dates(opening, [*opening[:2], *closing], paper.fields)
    sections = tuple(_section(item, when) for item in items)
    words = tuple(_sentences(sections))
    return Report(
        title=_title(paper),
        public=summary.is_public(paper.title, paper.fields),
        contact=summary.has_contact(lines[-10:]),
        dates=when,
        counts=summary.stated_counts(lines),
        totals=summary.totals(lines),
        sections=sections,
        masks=tuple((line.number, mask) for line in lines for mask in find_masks(line.text)),
        words=words,
        repeats=find_repeats([(number, text) for number, _paragraph, text in words]),
    )


def _title(paper: Paper) -> str:
    """The paper's title; where it has none but its first chapter, the name of the file."""
    if paper.title and not headings.is_numbered(paper.title):
        return paper.title
    return PurePosixPath(paper.path).stem


def _section(item: Item, when: summary.Dates) -> Section:
    text = item.text
    measured = (
        item.kind in {headings.FINDING, headings.SPECIFIC} or item.scope == headings.IN_OUTLOOK
    )
    return Section(
        item=item,
        measures=split_measures(text) if measured else (),
        claims=find_claims(text),
        citations=find_citations(text),
        dates=find_dates(text, when.report),
    )


def _sentences(sections: Sequence[Section]) -> list[tuple[int, int, str]]:
    """Sentences of findings: the number of the item, the paragraph, the words."""
    return [
        (number, section.paragraph(at), words)
        for number, section in enumerate(sections, 1)
        if section.item.kind in {headings.FINDING, headings.SPECIFIC}
        for at, words in sentences(section.item.text)
    ]
