"""A checklist: which rules are asked on which occasion, in sections, with points."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field as PydanticField

from zhenggai.model.base import Frozen
from zhenggai.model.rule import SLUG, Severity

Mode = Literal["all_or_nothing", "per_finding", "ratio"]


class Grade(Frozen):
    """A grade and the lowest score that earns it."""

    name: str
    name_en: str = ""
    at_least: Decimal


class Scoring(Frozen):
    """How results are weighed; a file of its own, or inside a checklist. Its digest is in results."""

    id: str = "default"
    version: str = "1"
    mode: Mode = "ratio"
    points: dict[Severity, Decimal] = {
        "critical": Decimal(10),
        "major": Decimal(5),
        "minor": Decimal(2),
    }
    deductions: dict[Severity, Decimal] = {
        "critical": Decimal(10),
        "major": Decimal(5),
        "minor": Decimal(2),
    }
    grades: tuple[Grade, ...] = (
        Grade(name="优秀", name_en="excellent", at_least=Decimal(90)),
        Grade(name="合格", name_en="good", at_least=Decimal(75)),
        Grade(name="基本合格", name_en="fair", at_least=Decimal(60)),
        Grade(name="不合格", name_en="failed", at_least=Decimal(0)),
    )


class Item(Frozen):
    """Rules asked under a section: one id, or a pattern such as `finance.*`.

    `points` are for each rule selected; without it the severity's points of the scoring apply.
    """

    rule: str = PydanticField(min_length=1)
    points: Decimal | None = PydanticField(default=None, ge=0)
    mode: Mode | None = None
    veto: bool = False
    why: str = ""


class Section(Frozen):
    """A part of a checklist; one of an extended checklist with the same id is added to."""

    id: Annotated[str, PydanticField(pattern=SLUG)]
    title: str
    title_en: str = ""
    seed: str = ""
    rules: tuple[Item | str, ...] = ()


class Checklist(Frozen):
    """`checklists/<id>.toml`. `params` are `{"rule-id.param": value}`; `drop` takes rules out."""

    id: Annotated[str, PydanticField(pattern=SLUG)]
    title: str
    title_en: str = ""
    version: str = "1"
    description: str = ""
    extends: str | None = None
    sections: tuple[Section, ...] = ()
    drop: tuple[str, ...] = ()
    params: dict[str, Any] = {}
    scoring: Scoring | None = None
