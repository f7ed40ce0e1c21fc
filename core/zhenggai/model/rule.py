"""A rule as its folder declares it: what is demanded, by what law, with which parameters."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field as PydanticField
from pydantic import model_validator

from zhenggai.model.base import Frozen
from zhenggai.model.checks import Check

Severity = Literal["critical", "major", "minor"]
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")
ParamType = Literal["integer", "decimal", "money", "percent", "date", "text", "bool", "list"]
Operator = Literal["<=", ">=", "<", ">", "=="]
RULE_ID = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_COMPARISONS = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "==": operator.eq,
}
SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class Bound(Frozen):
    """The loosest value the law tolerates; tailoring may only be stricter."""

    op: Operator
    value: Decimal | dt.date
    basis: str = PydanticField(min_length=1)

    def allows(self, value: Any) -> bool:
        """Whether a value keeps the bound; a value of another kind never does."""
        compare: Callable[[Any, Any], bool] = _COMPARISONS[self.op]
        try:
            given = value if isinstance(self.value, dt.date) else Decimal(str(value))
            return bool(compare(given, self.value))
        except (ArithmeticError, TypeError, ValueError):
            return False


class DatedValue(Frozen):
    """The value of a parameter for facts of a stretch of time, both ends included."""

    value: Any
    from_: dt.date | None = PydanticField(default=None, alias="from")
    to: dt.date | None = None


class Param(Frozen):
    """A figure a rule depends on, with its reason and, where law sets one, its bound.

    With `dated`, the value changes with the date of the fact; SQL then reads it with
    ``dated($name, fact_date)``. `default` still gives the value in force now.
    """

    type: ParamType
    default: Any
    unit: str = ""
    why: str = PydanticField(min_length=1)
    bound: Bound | None = None
    dated: tuple[DatedValue, ...] = ()


class Basis(Frozen):
    """An article of law or of a standard. `verified` only if its text was read."""

    document: str = PydanticField(min_length=1)
    issuer: str = ""
    number: str = ""
    article: str = ""
    from_: dt.date | None = PydanticField(default=None, alias="from")
    to: dt.date | None = None
    fact: str = ""
    status: Literal["verified", "secondary", "memory"] = "secondary"
    source: str = ""

    def in_force(self, on: dt.date) -> bool:
        """Whether it was law on that day."""
        return (self.from_ is None or self.from_ <= on) and (self.to is None or on <= self.to)

    def cite(self) -> str:
        """`《文件》（文号）第十条`, with 待核 where its text was not read."""
        title = self.document if self.document.startswith("《") else f"《{self.document}》"
        number = f"（{self.number}）" if self.number else ""
        doubt = "" if self.status == "verified" else "（待核）"
        return f"{title}{number}{self.article}{doubt}"


class Aspect(Frozen):
    """One query of a rule. Its SQL stands beside in ``<slug>.sql`` unless `check` declares it."""

    title: str = PydanticField(min_length=1)
    title_en: str = ""
    message: str = PydanticField(min_length=1)
    message_en: str = ""
    fields: tuple[str, ...] = ()
    severity: Severity | None = None
    optional: tuple[str, ...] = ()
    check: Check | None = None
    rectify: str = ""


class RuleFile(Frozen):
    """`rule.toml`, as written. `reads` declares evidence of other plugins that its queries name."""

    id: Annotated[str, PydanticField(pattern=RULE_ID)]
    title: str = PydanticField(min_length=1)
    title_en: str = PydanticField(min_length=1)
    severity: Severity
    kind: Literal[
        "table",
        "timeline",
        "frequency",
        "coverage",
        "reconcile",
        "presence",
        "document",
        "attest",
    ]
    since: str
    aliases: tuple[str, ...] = ()
    rectify: str = PydanticField(min_length=1)
    rectify_en: str = ""
    reads: tuple[str, ...] = ()
    applies: str = ""
    params: dict[Annotated[str, PydanticField(pattern=r"^[a-z][a-z0-9_]*$")], Param] = {}
    basis: tuple[Basis, ...] = PydanticField(min_length=1)
    aspects: dict[Annotated[str, PydanticField(pattern=SLUG)], Aspect] = PydanticField(min_length=1)
    check: Check | None = None

    @model_validator(mode="after")
    def _one_check(self) -> Self:
        if self.check is not None:
            if len(self.aspects) != 1:
                raise ValueError(
                    "[check] speaks of the only aspect; with several use [aspects.X.check]"
                )
            if next(iter(self.aspects.values())).check is not None:
                raise ValueError("[check] and [aspects.X.check] both given")
        return self


class Query(Frozen):
    """An aspect ready to run: its SQL, and what the parser says of it."""

    slug: str
    aspect: Aspect
    sql: str
    attest: bool = False


class Rule(Frozen):
    """A rule with its queries: what the folder says, and nothing from elsewhere.

    Its worked cases stay in the folder: `zhenggai.catalog.cases_of` reads them.
    """

    file: RuleFile
    queries: tuple[Query, ...]
    folder: str
    digest: str
    trusted: bool = True

    @property
    def id(self) -> str:
        """`plugin.slug`, for ever."""
        return self.file.id

    @property
    def plugin(self) -> str:
        """The plugin it belongs to."""
        return self.file.id.partition(".")[0]
