"""The workbook a discipline officer works with: scorecard, findings, undecided, evidence, rules."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zhenggai.i18n import _
from zhenggai.reporting import view, words
from zhenggai.reporting.columns import finding_columns
from zhenggai.reporting.safe import xlsx_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhenggai.model.assessment import Assessment
    from zhenggai.model.scorecard import Scorecard
    from zhenggai.reporting.columns import Cell

FONT = "微软雅黑"


def render(assessment: Assessment) -> bytes:
    """The workbook's bytes. Every text is written as text: no formula, no link."""
    book = Book()
    _scorecard(book, assessment)
    _findings(book, assessment)
    _undecided(book, assessment)
    _evidence(book, assessment)
    _rules(book, assessment)
    return book.close(_("Self-check scorecard"))


class Book:
    """A workbook being written, in one look: headings, filters, frozen panes, A4 landscape."""

    def __init__(self) -> None:
        import xlsxwriter

        self._file = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._file, options)
        base = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
        edge = {"border": 1, "border_color": "#D9D5CC"}
        self.title = self._book.add_format(
            {"font_name": FONT, "font_size": 16, "bold": True, "font_color": "#A8231A"}
        )
        self.note = self._book.add_format(
            {"font_name": FONT, "font_size": 10, "font_color": "#55616E", "valign": "top"}
        )
        self.big = self._book.add_format({"font_name": FONT, "font_size": 14, "bold": True, **edge})
        self.alarm = self._book.add_format(
            {"font_name": FONT, "font_size": 11, "bold": True, "font_color": "#A8231A"}
        )
        self._head = self._book.add_format(
            {**base, **edge, "bold": True, "bg_color": "#E8EEF4", "valign": "vcenter"}
        )
        self._text = self._book.add_format({**base, **edge})
        self._number = self._book.add_format({**base, **edge, "num_format": "#,##0.0#"})
        self._whole = self._book.add_format({**base, **edge, "num_format": "#,##0"})

    def sheet(self, name: str) -> Any:
        """A new sheet, set up for print."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P / &N")
        return sheet

    def table(
        self,
        sheet: Any,
        first: int,
        headings: Sequence[tuple[str, int]],
        rows: Iterable[Sequence[Cell]],
    ) -> None:
        """Write headings, with their widths, at a 0-based row, and the rows below."""
        for number, (heading, width) in enumerate(headings):
            sheet.write_string(first, number, heading, self._head)
            sheet.set_column(number, number, width)
        at = first
        for at, row in enumerate(rows, start=first + 1):
            for number, cell in enumerate(row):
                self.cell(sheet, at, number, cell)
        sheet.autofilter(first, 0, max(at, first + 1), len(headings) - 1)
        sheet.freeze_panes(first + 1, 0)
        sheet.repeat_rows(first)
        # Numbers of vouchers and the like are texts, and are meant to be.
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        """One cell: numbers as numbers, everything else as text."""
        if isinstance(cell, Decimal):
            sheet.write_number(row, column, cell, self._number)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, self._whole)
        elif cell:
            sheet.write_string(row, column, xlsx_cell(cell), self._text)
        else:
            sheet.write_blank(row, column, None, self._text)

    def close(self, title: str) -> bytes:
        """The finished bytes; no time is in them."""
        from datetime import UTC, datetime

        epoch = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self._book.set_properties({"title": title, "created": epoch})
        self._book.close()
        return self._file.getvalue()


def _scorecard(book: Book, assessment: Assessment) -> None:
    sheet = book.sheet(_("Scorecard"))
    period = assessment.period
    sheet.write_string(
        0, 0, xlsx_cell(f"{assessment.unit.name} " + _("Self-check scorecard")), book.title
    )
    meta = f"{assessment.checklist.title}  {period.start} ~ {period.end}  {assessment.as_of}"
    sheet.write_string(1, 0, xlsx_cell(meta), book.note)
    card = assessment.scorecard
    if card is None:
        sheet.write_string(3, 0, _("not scored"), book.alarm)
        return
    at = _grade(book, sheet, card)
    headings = (
        (_("Section"), 26),
        (_("Points"), 14),
        (_("Score"), 14),
        (_("Coverage"), 14),
        (_("Lowest possible"), 14),
        (_("Highest possible"), 14),
        (_("Rules"), 60),
    )
    rows = [
        (
            words.named(part.title, part.title_en),
            part.points,
            words.cut(part.figures.score),
            words.cut(part.figures.coverage),
            words.cut(part.figures.low),
            words.cut(part.figures.high),
            words.counts(part.counts),
        )
        for part in card.sections
    ]
    book.table(sheet, at + 1, headings, rows)
    sheet.freeze_panes(0, 0)


def _grade(book: Book, sheet: Any, card: Scorecard) -> int:
    """Vetoes, the grade and the four numbers; gives the next free row."""
    at = 3
    for veto in card.vetoes:
        what = _("Veto items failed") if veto.decided else _("Veto items not decided")
        sheet.write_string(at, 0, xlsx_cell(f"{what}: {veto.title} ({veto.rule})"), book.alarm)
        at += 1
    figures, waived = card.figures, card.with_waivers
    pairs = [
        (_("Grade"), words.grade(card), words.grade_reason(card.grade_reason)),
        (_("Score on what is decided"), words.figure(figures.score), ""),
        (_("Coverage"), words.figure(figures.coverage), "%"),
        (_("Possible range"), words.span(figures), ""),
        (_("Score with approved exceptions"), words.figure(waived.score), words.span(waived)),
    ]
    for number, (name, value, note) in enumerate(pairs, start=at):
        book.cell(sheet, number, 0, name)
        sheet.write_string(number, 1, xlsx_cell(value), book.big)
        sheet.write_string(number, 2, xlsx_cell(note), book.note)
    return at + len(pairs)


def _findings(book: Book, assessment: Assessment) -> None:
    columns = finding_columns()
    rows = ([column.cell(row) for column in columns] for row in view.finding_rows(assessment))
    sheet = book.sheet(_("Findings"))
    book.table(sheet, 0, [(column.heading, column.width) for column in columns], rows)
    sheet.freeze_panes(1, 4)


def _undecided(book: Book, assessment: Assessment) -> None:
    headings = (
        (_("Rule"), 30),
        (_("Section"), 14),
        (_("Status"), 14),
        (_("Points at stake"), 12),
        (_("Why"), 46),
        (_("What to supply"), 46),
        (_("Address"), 40),
        (_("Rule id"), 28),
    )
    rules = [
        (
            item.title,
            item.section_title,
            words.status(item.status),
            item.points.quantize(words.HUNDREDTH),
            "\n".join(item.reasons),
            "\n".join(item.supply),
            "",
            item.rule,
        )
        for item in view.open_items(assessment)
    ]
    gaps = [
        (
            row.title,
            row.section_title,
            words.verdict(row.verdict),
            None,
            row.message,
            row.rectify,
            "\n".join(str(place) for place in row.places),
            row.rule,
        )
        for row in view.gap_rows(assessment)
    ]
    book.table(book.sheet(_("Undecided")), 0, headings, [*rules, *gaps])


def _evidence(book: Book, assessment: Assessment) -> None:
    headings = (
        (_("File"), 40),
        (_("What became of it"), 18),
        (_("Sheet"), 14),
        (_("Evidence"), 34),
        (_("Rows"), 8),
        (_("data"), 8),
        (_("heading"), 8),
        (_("totals"), 8),
        (_("notes"), 8),
        (_("blank"), 8),
        (_("Troubles"), 50),
        ("SHA-256", 20),
    )
    rows: list[tuple[str | int | None, ...]] = []
    for file in view.source_rows(assessment):
        troubles = [
            " ".join(part for part in (cell, message, text) if part)
            for cell, message, text, _kind in file.troubles
        ]
        if (more := file.trouble_count - len(troubles)) > 0:
            troubles.append(_("and {count} more").format(count=more))
        sheets = file.sheets or (("", "、".join(file.evidence), *(None,) * 6),)
        for sheet in sheets:
            name, evidence, *counts = sheet
            rows.append(
                (
                    file.path,
                    words.fate(file.fate),
                    name,
                    evidence,
                    *counts,
                    "\n".join(troubles),
                    file.sha256,
                )
            )
    book.table(book.sheet(_("Evidence")), 0, headings, rows)


def _rules(book: Book, assessment: Assessment) -> None:
    titles = view.sections(assessment)
    lines = {line.rule: line for line in assessment.scorecard.lines} if assessment.scorecard else {}
    headings = (
        (_("Section"), 14),
        (_("Rule"), 36),
        (_("Status"), 14),
        (_("Severity"), 10),
        (_("Points"), 9),
        (_("Decided"), 10),
        (_("Earned"), 9),
        (_("Veto"), 8),
        (_("Examined"), 10),
        (_("Problems"), 8),
        (_("Doubts"), 8),
        (_("Undecided"), 9),
        (_("Why"), 40),
        (_("Rule id"), 28),
    )
    rows = []
    for result in assessment.results:
        line = lines.get(result.rule)
        counted = line is not None and line.applicable
        rows.append(
            (
                titles[result.section],
                words.named(result.title, result.title_en),
                words.status(result.status),
                words.severity(result.severity),
                result.points,
                words.percent(result.decided_share) if counted else "-",
                None if result.earned is None else result.earned.quantize(words.HUNDREDTH),
                _("yes") if result.veto else "",
                sum(aspect.examined for aspect in result.aspects),
                sum(aspect.violations for aspect in result.aspects),
                sum(aspect.doubts for aspect in result.aspects),
                sum(aspect.gaps for aspect in result.aspects),
                result.reason,
                result.rule,
            )
        )
    book.table(book.sheet(_("Rules")), 0, headings, rows)
