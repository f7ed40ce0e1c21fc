"""An unchanged aspect over unchanged papers is not run again: answers are remembered by their inputs.

The answer of an aspect is a pure function of its rule, its parameters, the dates of the run and the
papers it names; a digest of all of these is its key. Memory lies in the user's own cache folder,
never in the unit's: what a unit hands in must not be able to answer for it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from zhenggai.checking.calendar import work_calendar
from zhenggai.checking.functions import WORKDAYS
from zhenggai.errors import UsageError
from zhenggai.i18n import language
from zhenggai.model.assessment import AspectResult, Finding
from zhenggai.model.base import Frozen
from zhenggai.model.plan import Dates
from zhenggai.version import __version__
from zhenggai.writing import write_atomic

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhenggai.checking.gate import Parsed
    from zhenggai.checking.preparing import Prepare, Prepared
    from zhenggai.model.intake import Intake
    from zhenggai.model.plan import Plan
    from zhenggai.model.source import Source

FILE = "answers.json"
_WHOLE = frozenset({"core.sources", "core.paragraphs", "core.unread"})
"""Core tables that rest on every source."""


class Remembered(Frozen):
    """What an aspect came to, and under which key."""

    key: str
    aspect: AspectResult
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Memory:
    """Answers of one unit's aspects, by `rule/aspect`; without a folder nothing is remembered."""

    folder: Path | None = None
    keys: dict[str, str] = field(default_factory=dict)
    recalled: dict[str, Remembered] = field(default_factory=dict)
    _kept: dict[str, Any] = field(default_factory=dict)
    _new: bool = False

    def recall(
        self, plan: Plan, prepared: Prepare, intake: Intake, own_functions: Collection[str]
    ) -> None:
        """Find out which aspects need not run again.

        Args:
            plan: the plan.
            prepared: its queries.
            intake: the sources, as they are now.
            own_functions: functions of plugins; what calls them is never remembered.
        """
        if self.folder is None:
            return
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads((self.folder / FILE).read_bytes())
            self._kept = kept if isinstance(kept, dict) else {}
        inputs = _Inputs(plan, intake)
        for aspects in prepared.aspects.values():
            for one in aspects:
                if one.parsed is None or one.parsed.functions & set(own_functions):
                    continue
                name = f"{one.planned.rule.id}/{one.query.slug}"
                self.keys[name] = inputs.key(one)
                found = self._kept.get(name)
                if isinstance(found, dict) and found.get("key") == self.keys[name]:
                    with contextlib.suppress(ValidationError):
                        self.recalled[name] = Remembered.model_validate_json(json.dumps(found))

    def get(self, one: Prepared) -> Remembered | None:
        """What was remembered of an aspect."""
        return self.recalled.get(f"{one.planned.rule.id}/{one.query.slug}")

    def put(self, one: Prepared, aspect: AspectResult, findings: list[Finding]) -> None:
        """Remember what an aspect came to."""
        name = f"{one.planned.rule.id}/{one.query.slug}"
        if self.folder is not None and name in self.keys:
            kept = Remembered(key=self.keys[name], aspect=aspect, findings=tuple(findings))
            self._kept[name] = json.loads(kept.model_dump_json(exclude_defaults=True))
            self._new = True

    def save(self) -> None:
        """Write what is remembered; a cache that cannot be written is no cache."""
        if self._new and self.folder is not None:
            with contextlib.suppress(OSError, UsageError):
                write_atomic(self.folder / FILE, json.dumps(self._kept, ensure_ascii=False))


class _Inputs:
    """Digests of all that an aspect's answer depends on."""

    def __init__(self, plan: Plan, intake: Intake) -> None:
        self._plan = plan
        dates = Dates(
            as_of=plan.as_of,
            period=plan.period,
            unit_sections=plan.unit_sections,
            region_prefixes=plan.region_prefixes,
            holidays=plan.holidays,
        )
        self._common = f"{__version__}\0{_code()}\0{language()}\0{dates.model_dump_json()}"
        self._sources = [
            (_evidence_of(source), source.model_dump_json()) for source in intake.sources
        ]
        self._papers: dict[str, str] = {}
        self._known_days = ""

    def key(self, one: Prepared) -> str:
        """The key of an aspect."""
        rule, tables = one.planned.rule, one.parsed.tables if one.parsed else frozenset()
        params = {name: param.value for name, param in one.planned.params.items()}
        waivers = [w.model_dump_json() for w in self._plan.waivers if w.rule == rule.id]
        parts = [
            self._common,
            rule.digest,
            one.query.slug,
            one.sql,
            json.dumps(params, default=str, sort_keys=True, ensure_ascii=False),
            *waivers,
            self._calendar() if one.parsed and _counts_workdays(one.parsed) else "",
            *(self._paper(table) for table in sorted(tables)),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _calendar(self) -> str:
        """The working days as they are known now."""
        if not self._known_days:
            known = work_calendar(self._plan.holidays)
            digest = hashlib.sha256(bytes(known.worked)).hexdigest()
            self._known_days = f"{known.first}{digest}"
        return self._known_days

    def _paper(self, table: str) -> str:
        """A digest of what a table is declared as, and of every source that it may rest on."""
        if table not in self._papers:
            declared = self._plan.evidence.get(table)
            wanted = {table, declared.source} if declared is not None else {table}
            parts = [table, declared.model_dump_json(by_alias=True) if declared else ""]
            if declared is not None and declared.form == "derived":
                parts.append(_code_of(declared.plugin))
            parts += [
                text for evidence, text in self._sources if table in _WHOLE or evidence & wanted
            ]
            self._papers[table] = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        return self._papers[table]


def _counts_workdays(parsed: Parsed) -> bool:
    return bool(parsed.functions & WORKDAYS) or "core.calendar" in parsed.tables


def _evidence_of(source: Source) -> set[str]:
    """The evidence that a source gives, or may hold where it could not be read."""
    return {*source.evidence, *source.likely}


@cache
def _code() -> str:
    """The state of the code that answers: a changed engine asks anew."""
    import duckdb

    home = Path(__file__).parent
    files = sorted([*home.glob("*.py"), *(home.parent / "model").glob("*.py")])
    return f"{duckdb.__version__},{_times(files)}"


@cache
def _code_of(plugin: str) -> str:
    """The state of a plugin's Python, which derives tables."""
    from importlib.util import find_spec

    spec = find_spec(f"zhenggai_{plugin}")
    if spec is None or spec.origin is None:
        return ""
    return _times(sorted(Path(spec.origin).parent.glob("*.py")))


def _times(files: list[Path]) -> str:
    return ",".join(f"{file.name}:{file.stat().st_mtime_ns}" for file in files)


def still_needed(plan: Plan, prepared: Prepare, memory: Memory) -> frozenset[str]:
    """The evidence that must be loaded for what is not remembered."""
    needed: set[str] = set()
    asked = [
        one for aspects in prepared.aspects.values() for one in aspects if memory.get(one) is None
    ]
    for one in [*asked, *prepared.applies.values()]:
        if one.parsed is not None:
            needed |= one.parsed.tables & set(plan.evidence)
    return frozenset(needed)


def nothing_to_ask(prepared: Prepare, memory: Memory) -> bool:
    """Whether every query is remembered, so that no session need be made ready."""
    queries = [
        one for aspects in prepared.aspects.values() for one in aspects if not one.query.attest
    ]
    return not prepared.applies and all(memory.get(one) is not None for one in queries)
