"""Reports, feedback letters and plans as rows of derived evidence, for the rules' SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhenggai import Row
from zhenggai_rectification import headings
from zhenggai_rectification.headings import outline
from zhenggai_rectification.reading import Report, Section, paper_lines, read_report
from zhenggai_rectification.summary import group_leader, stated_counts
from zhenggai_rectification.verifying import verifiable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhenggai import Paper

REPORT = "rectification.report_document"
FEEDBACK = "rectification.feedback_document"
PLAN = "rectification.plan_document"


def derive(papers: Sequence[Paper]) -> Mapping[str, Sequence[Row]]:
    """Rows by evidence id, from every report, feedback letter and plan of the unit."""
    tables: dict[str, list[Row]] = {}
    for paper in papers:
        if paper.evidence == REPORT:
            made = report_rows(paper)
        elif paper.evidence == FEEDBACK:
            made = [("rectification.feedback_items", row) for row in _feedback(paper)]
        elif paper.evidence == PLAN:
            made = [("rectification.plan_summary", _plan(paper))]
        else:
            continue
        for evidence, row in made:
            tables.setdefault(evidence, []).append(row)
    return tables


def report_rows(paper: Paper) -> list[tuple[str, Row]]:
    """All derived rows of one report, each with the id of its evidence."""
    report = read_report(paper)
    rows = [("report_summary", _summary(paper, report))]
    for number, section in enumerate(report.sections, 1):
        common = _common(paper, report, number, section)
        rows.append(("report_items", _item(paper, section, common)))
        rows += [("report_measures", row) for row in _measures(paper, section, common)]
        rows += [("report_claims", row) for row in _claims(paper, report, section, common)]
        rows += [("report_citations", row) for row in _citations(paper, section, common)]
        rows += [("report_dates", row) for row in _dates(paper, section, common)]
    rows += [("report_masks", row) for row in _masks(paper, report)]
    rows += [("report_repeats", row) for row in _repeats(paper, report)]
    return [(f"rectification.{name}", row) for name, row in rows]


def _common(paper: Paper, report: Report, number: int, section: Section) -> dict[str, Any]:
    item = section.item
    return {
        "document": paper.ordinal,
        "report": report.title,
        "item": number,
        "kind": item.kind,
        "chapter": item.chapter,
        "dimension": item.dimension,
        "finding": item.finding,
        "title": item.title,
        "scope": item.scope,
    }


def _summary(paper: Paper, report: Report) -> Row:
    when, counts, totals = report.dates, report.counts, report.totals
    values = {
        "document": paper.ordinal,
        "report": report.title,
        "public": report.public,
        "contact": report.contact,
        "feedback_date": when.feedback,
        "inspect_start": when.inspect_start,
        "inspect_end": when.inspect_end,
        "report_date": when.report,
        "findings": report.findings,
        "measures": report.measures,
        "stated_dimensions": counts.dimensions,
        "stated_findings": counts.findings,
        "stated_specifics": counts.specifics,
        "counts_masked": counts.masked,
        "counts_sentence": counts.sentence,
        "given": totals.given,
        "done": totals.done,
        "basic": totals.basic,
        "still_open": totals.open,
        "rate": totals.rate,
        "rate_decimals": totals.rate_decimals,
        "absorbed": totals.absorbed,
        "totals_sentence": totals.sentence,
    }
    return Row(paper, totals.line or counts.line or 1, values)


def _item(paper: Paper, section: Section, common: Mapping[str, Any]) -> Row:
    item = section.item
    counted = [one for one in section.measures if not one.lead]
    numbers = [one.ordinal for one in counted if one.ordinal is not None]
    values = {
        **common,
        "rank": item.rank,
        "number": item.number,
        "ordinal": item.ordinal,
        "heading": item.heading,
        "parent": item.parent,
        "paragraph": item.line.number,
        "last_paragraph": item.body[-1].number if item.body else item.line.number,
        "body": item.text,
        "body_chars": len("".join(item.text.split())),
        "measures": len(counted),
        "sequence": "、".join(str(number) for number in numbers),
        "in_sequence": numbers == list(range(1, len(numbers) + 1)),
    }
    return Row(paper, item.line.number, values)


def _measures(paper: Paper, section: Section, common: Mapping[str, Any]) -> Iterator[Row]:
    for one in section.measures:
        values = {
            **common,
            "measure": one.position,
            "ordinal": one.ordinal,
            "marker": one.marker,
            "text": one.text.strip(),
            "place": one.at,
            "lead": one.lead,
            "has_result": one.has_result,
            "intention": one.intention,
            "acted": one.acted,
            "acts": "、".join(one.acts),
        }
        yield Row(paper, section.paragraph(one.at), values)


def _claims(
    paper: Paper, report: Report, section: Section, common: Mapping[str, Any]
) -> Iterator[Row]:
    for number, one in enumerate(section.claims, 1):
        measure = section.measure(one.at)
        values = {
            **common,
            "measure": measure.position if measure else None,
            "n": number,
            "place": one.at,
            "text": one.text,
            "before": one.before,
            "after": one.after,
            "noun": one.noun,
            "subject": one.subject,
            "value": one.value,
            "value_to": one.value_to,
            "factor": one.factor,
            "decimals": one.decimals,
            "masked": one.masked,
            "width": one.width,
            "vague": one.vague,
            "approximate": one.approximate,
            "unit": one.unit,
            "counts": one.counts,
            "growth": one.growth,
            "verifiable": verifiable(report, section, one),
            "since": one.since,
            "sentence": one.sentence,
        }
        yield Row(paper, section.paragraph(one.at), values)


def _citations(paper: Paper, section: Section, common: Mapping[str, Any]) -> Iterator[Row]:
    for number, one in enumerate(section.citations, 1):
        measure = section.measure(one.at)
        following = section.citations[number].at if number < len(section.citations) else None
        values = {
            **common,
            "measure": measure.position if measure else None,
            "n": number,
            "place": one.at,
            "ends": one.end,
            "next_place": following,
            "cited": one.title,
            "cited_key": one.key,
            "doc_no": one.doc_no,
        }
        yield Row(paper, section.paragraph(one.at), values)


def _dates(paper: Paper, section: Section, common: Mapping[str, Any]) -> Iterator[Row]:
    for number, one in enumerate(section.dates, 1):
        measure = section.measure(one.at)
        values = {
            **common,
            "measure": measure.position if measure else None,
            "n": number,
            "text": one.text,
            "first_day": one.first,
            "last_day": one.last,
            "inferred": one.inferred,
            "holiday": one.holiday,
            "earlier": one.earlier,
            "ahead": one.ahead,
            "object": one.object,
            "event": one.event,
            "sentence": one.sentence,
        }
        yield Row(paper, section.paragraph(one.at), values)


def _masks(paper: Paper, report: Report) -> Iterator[Row]:
    for number, (paragraph, one) in enumerate(report.masks, 1):
        values = {
            "document": paper.ordinal,
            "report": report.title,
            "public": report.public,
            "n": number,
            "text": one.text,
            "width": one.width,
            "kind": one.kind,
            "unit": one.unit,
            "sentence": one.sentence,
        }
        yield Row(paper, paragraph, values)


def _repeats(paper: Paper, report: Report) -> Iterator[Row]:
    for one in report.repeats:
        first, second = report.words[one.first], report.words[one.second]
        values = {
            "document": paper.ordinal,
            "report": report.title,
            "item": first[0],
            "other_item": second[0],
            "sentence": first[2],
            "other_sentence": second[2],
            "other_paragraph": second[1],
            "likeness": round(one.likeness, 4),
            "chars": one.characters,
        }
        yield Row(paper, first[1], values)


def _feedback(paper: Paper) -> Iterator[Row]:
    """The problems that a feedback letter points out; praise and advice are none."""
    lines = paper_lines(paper)
    number = 0
    for item in outline(lines, share=0.2):
        if item.kind == headings.FINDING and not _advice(item.chapter):
            number += 1
            values = {
                "document": paper.ordinal,
                "n": number,
                "chapter": item.chapter,
                "dimension": item.dimension,
                "number": item.number,
                "finding": item.title,
                "heading": item.heading,
                "body": item.text,
            }
            yield Row(paper, item.line.number, values)


def _advice(chapter: str) -> bool:
    return any(word in chapter for word in ("建议", "要求", "成绩", "肯定", "总体评价"))


def _plan(paper: Paper) -> Row:
    lines = paper_lines(paper)
    counts = stated_counts(lines)
    values = {
        "document": paper.ordinal,
        "plan": paper.title,
        "stated_dimensions": counts.dimensions,
        "stated_findings": counts.findings,
        "stated_specifics": counts.specifics,
        "counts_masked": counts.masked,
        "counts_sentence": counts.sentence,
        "leader": group_leader(lines),
    }
    return Row(paper, counts.line or 1, values)
