"""Small pieces of SQL: quoting, membership, and SELECTs nested level upon level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """The name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def among(text: str, texts: Iterable[str]) -> str:
    """Whether the SQL `text` is one of the texts.

    Not by IN: from a handful of constants on the engine makes a join of it, which loses the order
    of the rows, and with it their numbers.
    """
    items = ", ".join(quoted(item) for item in dict.fromkeys(texts))
    return f"list_contains([{items}], {text})"


@dataclass(frozen=True, slots=True)
class Step:
    """A column of the first or second level of the binding query, and the name it has there."""

    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """The SQL of one matched column, in levels of nested SELECTs.

    A step may use the names of earlier levels, never of its own: an alias used beside its own
    definition is pasted in, and a grammar pasted into itself grows without end. `values` are the
    evidence's columns; `failed` is the cell's text where it is not empty and did not convert, else
    NULL; `bare` names the step with numbers whose percent sign is missing. Both may use all steps.
    """

    levels: tuple[tuple[Step, ...], ...]
    values: tuple[Step, ...]
    failed: str | None = None
    bare: str | None = None


def nested(source: str, levels: Sequence[Sequence[Step]]) -> str:
    """The relation with all levels of helper columns, each over the one before."""
    for level in levels:
        steps = ", ".join(f"{step.sql} AS {step.name}" for step in level)
        source = f"(SELECT *, {steps} FROM {source})"
    return source
