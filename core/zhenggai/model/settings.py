"""`zhenggai.toml`: what a unit says of itself. All of it is optional."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field as PydanticField

from zhenggai.model.base import Frozen


class UnitSettings(Frozen):
    """Who is assessed. `regions` are the names (省、市、县) that names of others may begin with."""

    id: str = ""
    name: str = ""
    regions: tuple[str, ...] = ()


class CheckSettings(Frozen):
    """What `zhenggai check` does without options."""

    checklist: str | None = None
    period: str | None = None
    plugin_dirs: tuple[str, ...] = PydanticField(default=(), alias="plugin-dirs")
    fail_on: str | None = PydanticField(default=None, alias="fail-on")


class UnitSection(Frozen):
    """A section or station of the unit: the rows of ``core.sections``."""

    name: str
    kind: str = ""
    head: str = ""


class Pin(Frozen):
    """Decides what recognition would otherwise: a file (glob) or one sheet of it is an evidence.

    `columns` maps headings as found to field names; ``as = "skip"`` leaves the sheet out, named.
    """

    file: str
    sheet: str | None = None
    as_: str = PydanticField(alias="as")
    columns: dict[str, str] = {}
    heading_row: int | None = PydanticField(default=None, alias="heading-row", ge=1)


class Waiver(Frozen):
    """An approved exception for one business key, or for all findings of the rule."""

    rule: str
    key: str | None = None
    reason: str = PydanticField(min_length=1)
    approved_by: str = PydanticField(min_length=1)
    last_day: dt.date


class Answer(Frozen):
    """A person's answer to an attest rule."""

    rule: str
    aspect: str | None = None
    answer: str
    by: str = PydanticField(min_length=1)
    on: dt.date
    proof: str | None = None
    note: str = ""


class NotApplicable(Frozen):
    """A named approval that a rule does not apply to the unit."""

    rule: str
    reason: str = PydanticField(min_length=1)
    approved_by: str = PydanticField(min_length=1)


class Settings(Frozen):
    """The whole of `zhenggai.toml`."""

    unit: UnitSettings = UnitSettings()
    check: CheckSettings = CheckSettings()
    params: dict[str, Any] = {}
    sections: tuple[UnitSection, ...] = ()
    evidence: tuple[Pin, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    answers: tuple[Answer, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = PydanticField(default=(), alias="not-applicable")
    holidays: dict[str, tuple[dt.date, ...]] = {}
