"""Totals rows against the rows above them: a sum that disagrees is a trouble of its own."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from zhenggai.binding.sql import identifier
from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb

    from zhenggai.binding.tables import Bindable, Typed

_SUMMED = frozenset({"integer", "decimal", "money"})
_CARRIED = ("承前", "过次", "转下", "接上", "承上")
_HALF_CENT = Decimal("0.005")


def disagreements(
    con: duckdb.DuckDBPyConnection, typed: Typed, columns: Sequence[Bindable]
) -> Iterator[tuple[Bindable, int, Trouble]]:
    """The totals that agree with no sum they could be of, with column and row (0-based, of the grid).

    A totals row may sum the rows since the last one of its own word, since the last one of any
    word, all rows above it or, standing above them, all rows. Pages carried over sum what this
    sheet need not hold; a column with a cell that did not convert cannot be summed.
    """
    summed = [one for one in columns if one.field.type in _SUMMED and one.place not in typed.failed]
    if not summed or not typed.totals:
        return
    picks = ", ".join(identifier(one.field.name) for one in summed)
    sums = ", ".join(
        f"sum(CASE WHEN {typed.where} THEN {identifier(one.field.name)} END)"
        " OVER (ORDER BY rowid ROWS UNBOUNDED PRECEDING)"
        for one in summed
    )
    numbers = ", ".join(map(str, sorted(typed.totals)))
    rows = con.execute(
        f"SELECT * FROM (SELECT rowid AS _n, {picks}, {sums} FROM {typed.relation})"
        f" WHERE list_contains([{numbers}], _n) ORDER BY _n"
    ).fetchall()
    (whole,) = con.execute(
        f"SELECT {', '.join(f'sum({identifier(one.field.name)})' for one in summed)}"
        f" FROM {typed.relation} WHERE {typed.where}"
    ).fetchall()
    count = len(summed)
    before: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * count)
    last = [Decimal(0)] * count
    for number, *values in rows:
        word = typed.totals[number]
        above = [Decimal(value or 0) for value in values[count:]]
        for place, one in enumerate(summed):
            stated = values[place]
            possible = {
                above[place],
                above[place] - before[word][place],
                above[place] - last[place],
                Decimal(whole[place] or 0),
            }
            if stated is None or any(sign in word for sign in _CARRIED):
                continue
            if min(abs(Decimal(stated) - sum_) for sum_ in possible) > _HALF_CENT * one.factor:
                yield one, number, _trouble(one, word, stated, above[place] - before[word][place])
        before[word] = above
        last = above


def _trouble(one: Bindable, word: str, stated: object, summed: Decimal) -> Trouble:
    return Trouble(
        TroubleKind.TOTAL_DISAGREES,
        _("“{heading}”: the row “{word}” says {stated}, the rows above it sum to {summed}").format(
            heading=one.heading, word=word, stated=_figure(stated), summed=_figure(summed)
        ),
        text=_figure(stated),
        expected=_figure(summed),
    )


def _figure(value: object) -> str:
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
