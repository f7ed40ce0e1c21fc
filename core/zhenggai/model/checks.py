"""The nine shapes of demand a rule can state without SQL; each compiles to a query."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field as PydanticField
from pydantic import model_validator

from zhenggai.model.base import Frozen

Period = Literal["month", "quarter", "half", "year"]
Amount = int | str
"""A number, or `$name` of a parameter."""


class Require(Frozen):
    """Each row (where …) must …; a condition that is NULL for a row is a gap."""

    kind: Literal["require"]
    from_: str = PydanticField(alias="from")
    where: str = ""
    must: str = PydanticField(min_length=1)


class Unique(Frozen):
    """No two rows (where …) have the same `by`; an empty `by` is a gap."""

    kind: Literal["unique"]
    from_: str = PydanticField(alias="from")
    by: tuple[str, ...] = PydanticField(min_length=1)
    where: str = ""


class Frequency(Frozen):
    """Each entity has at least n events in each period that lies within the assessed one.

    A period that has not ended by the as-of date, and is not yet met, is pending.
    """

    kind: Literal["frequency"]
    entities: str
    entity: str
    events: str
    match: str
    date: str
    at_least: Amount = 1
    per: Period = "year"
    where: str = ""
    events_where: str = ""
    names: bool = False


class Coverage(Frozen):
    """Each of these appears in those; with `names`, compared as normalised names."""

    kind: Literal["coverage"]
    from_: str = PydanticField(alias="from")
    key: str
    in_: str = PydanticField(alias="in")
    match: str
    where: str = ""
    in_where: str = ""
    names: bool = False


class Gap(Frozen):
    """The least and greatest distance between two steps; the day of the first is not counted."""

    from_: str = PydanticField(alias="from")
    to: str
    least: Amount | None = None
    most: Amount | None = None
    days: Literal["calendar", "working"] = "calendar"

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.least is None and self.most is None:
            raise ValueError("a gap needs `least` or `most`")
        return self


class Sequence(Frozen):
    """Steps dated in order (a later step on the same day is in order), with their gaps.

    A missing step before a dated one is a gap; a step that is not yet due is pending.
    """

    kind: Literal["sequence"]
    from_: str = PydanticField(alias="from")
    steps: tuple[str, ...] = PydanticField(min_length=2)
    gaps: tuple[Gap, ...] = ()
    where: str = ""


class Side(Frozen):
    """One side of a reconciliation: a sum, or a count of rows or of distinct values."""

    from_: str = PydanticField(alias="from")
    sum: str = ""
    count: str = ""
    by: tuple[str, ...] = ()
    where: str = ""

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if bool(self.sum) == bool(self.count):
            raise ValueError("a side needs either `sum` or `count` (`*` counts rows)")
        return self


class Reconcile(Frozen):
    """Two sums or counts agree, in total or for each group of `by`."""

    kind: Literal["reconcile"]
    left: Side
    right: Side
    tolerance: Decimal | str = Decimal(0)

    @model_validator(mode="after")
    def _same_groups(self) -> Self:
        if len(self.left.by) != len(self.right.by):
            raise ValueError("`left.by` and `right.by` need the same number of columns")
        return self


class Presence(Frozen):
    """The document or record exists, at least n times, in each period if `per` is given.

    Where the evidence was not found at all, the aspect is insufficient: what was not handed in is
    not proved to be missing.
    """

    kind: Literal["presence"]
    of: str
    where: str = ""
    at_least: Amount = 1
    per: Period | None = None
    date: str = ""

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.per and not self.date:
            raise ValueError("`per` needs `date`")
        return self


class Mention(Frozen):
    """Each document covers each topic; a topic is words joined by `|`, one of which must stand."""

    kind: Literal["mention"]
    in_: str = PydanticField(alias="in")
    topics: tuple[str, ...] | str
    column: str = "text"
    where: str = ""


class Attest(Frozen):
    """A person answers, by name, on a day, with proof; no answer is `manual`."""

    kind: Literal["attest"]
    question: str = PydanticField(min_length=1)
    question_en: str = ""
    expect: str = "yes"
    proof: bool = True


Check = Annotated[
    Require | Unique | Frequency | Coverage | Sequence | Reconcile | Presence | Mention | Attest,
    PydanticField(discriminator="kind"),
]
