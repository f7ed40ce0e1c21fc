"""A plan: the rules to run on this occasion, each parameter with its origin."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from zhenggai.model.base import Frozen
from zhenggai.model.checklist import Mode, Scoring
from zhenggai.model.evidence import Evidence
from zhenggai.model.rule import Rule
from zhenggai.model.settings import Answer, NotApplicable, Pin, UnitSection, Waiver


class PeriodSpan(Frozen):
    """The assessed period, both days included, with the words that asked for it."""

    text: str
    start: dt.date
    end: dt.date


class Origin(Frozen):
    """One setting of a parameter: who set it, where, to what; the last one holds."""

    by: str
    where: str
    value: Any


class ParamValue(Frozen):
    """A parameter's value in force, and every setting that led to it."""

    name: str
    value: Any
    origins: tuple[Origin, ...]


class PlannedRule(Frozen):
    """A rule with everything this occasion decides about it."""

    rule: Rule
    section: str
    points: Decimal
    mode: Mode
    veto: bool = False
    params: dict[str, ParamValue] = {}


class PlannedSection(Frozen):
    """A section of the plan, in order."""

    id: str
    title: str
    title_en: str = ""


class PluginInfo(Frozen):
    """A loaded plugin, as named in results."""

    id: str
    title: str
    version: str
    digest: str
    origin: str


class Dates(Frozen):
    """What the functions of rules need to know of a run."""

    as_of: dt.date
    period: PeriodSpan
    unit_sections: tuple[UnitSection, ...] = ()
    region_prefixes: tuple[str, ...] = ()
    holidays: dict[str, tuple[dt.date, ...]] = {}


class Plan(Frozen):
    """What a run does, fixed before any evidence is read."""

    unit_id: str
    unit_name: str
    checklist_id: str
    checklist_title: str
    checklist_digest: str
    as_of: dt.date
    period: PeriodSpan
    sections: tuple[PlannedSection, ...]
    rules: tuple[PlannedRule, ...]
    evidence: dict[str, Evidence]
    scoring: Scoring
    scoring_digest: str
    plugins: tuple[PluginInfo, ...]
    pins: tuple[Pin, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    answers: tuple[Answer, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    unit_sections: tuple[UnitSection, ...] = ()
    region_prefixes: tuple[str, ...] = ()
    holidays: dict[str, tuple[dt.date, ...]] = {}
