"""Names what is odd about a table: each oddity a trouble with its address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhenggai.binding.result import letters
from zhenggai.binding.totals import disagreements
from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zhenggai.binding.context import Context
    from zhenggai.binding.layout import Grid, Table
    from zhenggai.binding.tables import Bindable, Failure, Typed
    from zhenggai.binding.vocabulary import Kind
    from zhenggai.model.raw import RawSheet

_FEW_CELLS = 3
_FEW_ROWS = 2
_LIKE = 50


class Namer:
    """Names the oddities of one sheet's tables; `evidence` as in `Trouble`."""

    def __init__(self, context: Context, sheet: RawSheet, grid: Grid, evidence: str = "") -> None:
        self._context = context
        self._sheet = sheet
        self._grid = grid
        self._evidence = evidence

    def cell(self, row: int, place: int) -> str:
        """The address of a cell from its 0-based place in the grid."""
        return f"{letters(self._sheet.first_column + place)}{self._sheet.first_row + row}"

    def say(self, kind: TroubleKind, message: str, row: int, place: int) -> None:
        """A trouble at a cell."""
        self._context.say(kind, message, sheet=self._sheet.name, cell=self.cell(row, place))

    def unknown(self, *, pinned: bool) -> None:
        """A sheet in which no heading was found; an empty one is no trouble."""
        if pinned:
            message = _("no heading of the evidence that zhenggai.toml pins was found")
        elif not any(any(cells) for cells in self._grid.cells.values()):
            return
        else:
            message = _("no heading row of a known ledger was found")
        self._context.say(
            TroubleKind.NOT_RECOGNISED, message, sheet=self._sheet.name, blocking=pinned
        )

    def passed_over(self, table: Table) -> None:
        """Rows over the heading that look like a table: they were not read."""
        rows = [
            row
            for row in range(table.start, table.top)
            if sum(map(bool, self._grid.cells.get(row, ())[table.left : table.right + 1]))
            >= _FEW_CELLS
        ]
        if len(rows) >= _FEW_ROWS:
            first = self._sheet.first_row
            message = _("rows {first} to {last} stand above the heading and were not read").format(
                first=first + rows[0], last=first + rows[-1]
            )
            self.say(TroubleKind.NOT_RECOGNISED, message, rows[0], table.left)

    def undecided(self, table: Table) -> None:
        """A table whose kind is open: between equals, or for want of known headings."""
        kinds = [
            self._context.vocabulary.kind(number) for number, _value in table.verdict.candidates
        ]
        names = " / ".join(f"{kind.title} ({kind.id})" for kind in kinds)
        if table.verdict.ambiguous:
            message = _(
                "it could be {names}; say which in zhenggai.toml ([[evidence]] file, sheet, as)"
            ).format(names=names)
            self._context.say(
                TroubleKind.AMBIGUOUS,
                message,
                sheet=self._sheet.name,
                cell=self.cell(table.top, table.left),
                blocking=True,
            )
            return
        message = _("its headings fit no known ledger well enough")
        if names:
            message = _("its headings fit no known ledger well enough; nearest: {names}").format(
                names=names
            )
        self.say(TroubleKind.NOT_RECOGNISED, message, table.top, table.left)

    def misread(self, error: Exception) -> None:
        """Delimited text whose rows the engine finds otherwise than reading did."""
        message = _("the rows cannot be told apart; save the file as xlsx ({detail})")
        self._context.say(
            TroubleKind.UNREADABLE,
            message.format(detail=error),
            sheet=self._sheet.name,
            blocking=True,
        )

    def missing(self, table: Table, kind: Kind, columns: Sequence[Bindable]) -> list[str]:
        """The required fields without a column, each with the heading most like it."""
        there = {one.field.name for one in columns}
        taken = {one.place for one in columns}
        free = [names.text for place, names in table.names.items() if place not in taken]
        missing = [field for field in kind.fields if field.required and field.name not in there]
        for field in missing:
            message = _("no column “{title}” was found").format(title=field.title)
            if near := _nearest(field.title, free):
                message = _(
                    "no column “{title}” was found; “{near}” looks like it: if it is, pin it in "
                    "zhenggai.toml"
                ).format(title=field.title, near=near)
            self._context.troubles.add(
                Trouble(
                    TroubleKind.MISSING_FIELD,
                    message,
                    path=self._context.path,
                    sheet=self._sheet.name,
                    cell=self.cell(table.bottom, table.left),
                    expected=field.title,
                )
            )
        return [field.name for field in missing]

    def clashes(self, table: Table, kind: Kind) -> None:
        """Columns and fields that could not be told apart."""
        for clash in table.assignment.clashes if table.assignment else ():
            message = _(
                "the columns {columns} ({headings}) and the fields {fields} cannot be told apart; "
                "none of them was read"
            ).format(
                columns=" ".join(letters(self._sheet.first_column + n) for n in clash.columns),
                headings=" / ".join(table.names[n].text for n in clash.columns),
                fields=" / ".join(kind.fields[n].title for n in clash.fields),
            )
            self.say(TroubleKind.AMBIGUOUS, message, table.bottom, clash.columns[0])

    def errors(
        self, broken: Mapping[tuple[int, int], tuple[Bindable, str]], data: Collection[int]
    ) -> tuple[int, int]:
        """The error cells and formulas without value in data rows; how many there are of each."""
        counts = [0, 0]
        for (row, _place), (one, text) in broken.items():
            if row not in data:
                continue
            if text:
                counts[0] += 1
                message = _("“{heading}”: the cell shows the error {text}")
                self._add(TroubleKind.ERROR_CELL, message, one, row, text)
            else:
                counts[1] += 1
                message = _(
                    "“{heading}”: the formula has no stored value; save the file in Excel or WPS"
                )
                self._add(TroubleKind.FORMULA_WITHOUT_VALUE, message, one, row, "=")
        return counts[0], counts[1]

    def failures(self, typed: Typed) -> None:
        """The cells that did not convert, listed or at least counted."""
        listed: dict[int, int] = {}
        for failure in typed.failures:
            listed[failure.column.place] = listed.get(failure.column.place, 0) + 1
            self._failure(failure)
        for place, count in typed.failed.items():
            self._context.troubles.uncounted(count - listed.get(place, 0))

    def _failure(self, failure: Failure) -> None:
        one = failure.column
        kind = TroubleKind.NOT_CONVERTED
        message = _("“{heading}”: {expected} expected")
        if one.field.type == "id_card" and "e" in failure.text.lower():
            kind = TroubleKind.LOST_DIGITS
            message = _("“{heading}”: typed as a number, the last digits are lost")
        elif one.field.type in ("id_card", "uscc"):
            message = _("“{heading}”: not a valid number of its kind")
        self._add(kind, message, one, failure.row, failure.text, _expected(one))

    def totals(self, typed: Typed, columns: Sequence[Bindable]) -> None:
        """The totals rows that disagree with the rows they sum."""
        found: Iterable[tuple[Bindable, int, Trouble]] = disagreements(
            self._context.con, typed, columns
        )
        for one, row, trouble in found:
            self._context.troubles.add(
                replace(
                    trouble,
                    path=self._context.path,
                    sheet=self._sheet.name,
                    cell=self.cell(row, one.place),
                )
            )

    def _add(
        self,
        kind: TroubleKind,
        message: str,
        one: Bindable,
        row: int,
        text: str,
        expected: str = "",
    ) -> None:
        said = message.format(heading=one.heading, expected=expected, text=text)
        self._context.troubles.add(
            Trouble(
                kind,
                said,
                path=self._context.path,
                sheet=self._sheet.name,
                cell=self.cell(row, one.place),
                text=text,
                expected=expected,
                field=one.field.name,
                evidence=self._evidence,
            ),
            personal=one.field if one.field.personal else None,
        )


def _expected(one: Bindable) -> str:
    names = {
        "integer": _("a whole number"),
        "decimal": _("a number"),
        "money": _("an amount of money"),
        "date": _("a day (2024-03-05)"),
        "month": _("a month (2024-03)"),
        "percent": _("a percentage"),
        "bool": _("yes or no"),
        "id_card": _("an identity card number"),
        "uscc": _("a unified social credit code"),
        "enum": " / ".join(one.field.values),
    }
    return names[one.field.type]


def _nearest(title: str, headings: Sequence[str]) -> str:
    """The heading most like a title, as a proposal to a person; it never binds."""
    if not headings:
        return ""
    from rapidfuzz import fuzz, process

    found = process.extractOne(title, headings, scorer=fuzz.ratio, score_cutoff=_LIKE)
    return str(found[0]) if found else ""
