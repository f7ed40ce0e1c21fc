"""String the stages together: the Python API, and the only place that knows their order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zhenggai.errors import EvidenceError, UnknownNameError, UsageError
from zhenggai.i18n import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    import duckdb

    from zhenggai.isolation import Pool
    from zhenggai.model.assessment import Assessment, Result
    from zhenggai.model.intake import Intake, Paper
    from zhenggai.model.plan import Plan
    from zhenggai.model.settings import Settings
    from zhenggai.model.source import DocumentRecord, SheetRecord
    from zhenggai.plugins import Plugins

DEFAULT_CHECKLIST = "county-market-supervision"
STATE = ".zhenggai"
"""The folder in a unit's folder that holds its results; never evidence."""

Progress = Callable[[str, str, int, int], None]
"""Told the stage, what is at hand, its number and how many there are."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a run. Where it is silent the unit's `zhenggai.toml` decides, then a default.

    Attributes:
        folder: the unit: every file below it is evidence.
        as_of: the day the run speaks for; the library reads no clock.
        checklist: id or path of a checklist.
        period: `2026`, `2026Q1`, `2026-01` or `2026-01-01..2026-11-24`; else the as-of date's year.
        only: rule ids or patterns to which the checklist is narrowed.
        plugin_dirs: bare plugin folders beside those of `zhenggai.toml`.
        cache: where parsed evidence is kept; None keeps nothing.
        exclude: folders below the unit's that are no evidence (the output, say).
        jobs: reading workers.
    """

    folder: Path
    as_of: dt.date
    checklist: str | None = None
    period: str | None = None
    only: tuple[str, ...] = ()
    plugin_dirs: tuple[Path, ...] = ()
    cache: Path | None = None
    exclude: tuple[str, ...] = ()
    jobs: int = 2


def assess(request: Request, *, progress: Progress | None = None) -> Assessment:
    """One run over one unit: pure but for reading the evidence.

    Raises:
        EvidenceError: the folder cannot be read at all.
        UsageError: the request, or the unit's settings, ask for something that cannot be.
        CatalogError: a plugin or checklist is wrong.
    """
    from zhenggai.planning import load_settings

    folder = existing(request.folder)
    with _workers(request) as pool:
        settings = load_settings(folder)
        plugins = load_plugins(request, settings)
        plan = plan_for(request, settings, plugins)
        with collected(request, plan, plugins, progress=progress, pool=pool) as (con, intake):
            return _assess(request, plan, plugins, con, intake, progress)


@contextmanager
def _workers(request: Request) -> Iterator[Pool | None]:
    """Reading workers, started before the catalog is loaded where nothing was yet read of a unit."""
    if request.cache is not None and request.cache.exists():
        yield None
        return
    from zhenggai.intake import workers

    with workers(request.jobs) as pool:
        yield pool


def read_paper(path: Path, evidence: str) -> Paper:
    """One document, read under the same limits as any other, taken as an evidence of that id.

    Raises:
        EvidenceError: there is no such file, or it gives no text; the message says why.
        UnknownNameError: no plugin declares the evidence.
    """
    import shutil
    import tempfile

    from zhenggai.checking import connect
    from zhenggai.intake import collect
    from zhenggai.model.settings import Pin
    from zhenggai.plugins import discover

    if not path.is_file():
        raise EvidenceError(_("there is no such file"), where=str(path))
    known = discover().evidence
    if evidence not in known:
        raise UnknownNameError(_("evidence"), evidence, known)
    with tempfile.TemporaryDirectory(prefix="zhenggai-") as home, connect() as con:
        # Alone in a folder: its neighbours are none of this command's business.
        shutil.copyfile(path, Path(home) / path.name)
        pin = Pin.model_validate({"file": "*", "as": evidence})
        intake = collect(Path(home), {evidence: known[evidence]}, [pin], con=con, jobs=1)
        papers = intake.papers()
    if not papers:
        troubles = [trouble.message for source in intake.sources for trouble in source.troubles]
        raise EvidenceError("；".join(troubles) or _("the document has no text"), where=str(path))
    return papers[0]


def load_plugins(request: Request, settings: Settings) -> Plugins:
    """The installed plugins, and the bare folders of the request and of the settings."""
    from zhenggai.plugins import discover

    own = [request.folder / folder for folder in settings.check.plugin_dirs]
    return discover(list(dict.fromkeys([*request.plugin_dirs, *own])))


def plan_for(request: Request, settings: Settings, plugins: Plugins) -> Plan:
    """The plan of a run."""
    from zhenggai.planning import make_plan, parse_period

    text = request.period or settings.check.period or str(request.as_of.year)
    return make_plan(
        request.checklist or settings.check.checklist or DEFAULT_CHECKLIST,
        plugins,
        settings,
        as_of=request.as_of,
        period=parse_period(text),
        only=request.only,
        unit_id=request.folder.resolve().name,
    )


@contextmanager
def collected(
    request: Request,
    plan: Plan,
    plugins: Plugins,
    *,
    progress: Progress | None = None,
    pool: Pool | None = None,
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Intake]]:
    """The unit's evidence read and bound, with the session that its parts speak of."""
    from zhenggai.checking import connect
    from zhenggai.intake import collect

    con = connect()
    try:
        yield (
            con,
            collect(
                request.folder,
                plan.evidence,
                plan.pins,
                con=con,
                cache=request.cache,
                exclude=request.exclude,
                jobs=request.jobs,
                readers=plugins.readers(),
                progress=stage(progress, "read"),
                pool=pool,
            ),
        )
    finally:
        con.close()


def _assess(
    request: Request,
    plan: Plan,
    plugins: Plugins,
    con: duckdb.DuckDBPyConnection,
    intake: Intake,
    progress: Progress | None,
) -> Assessment:
    from zhenggai.checking import (
        Memory,
        check,
        hand_over,
        load,
        lock,
        nothing_to_ask,
        prepare,
        still_needed,
    )
    from zhenggai.model.assessment import (
        Assessment,
        ChecklistInfo,
        EvidenceTitle,
        ToolInfo,
        UnitInfo,
    )
    from zhenggai.reporting.personal import scrubbed
    from zhenggai.scoring import score
    from zhenggai.version import __version__

    functions = plugins.functions()
    names = [function.name for function in functions]
    prepared = prepare(con, plan, names)
    memory = Memory(request.cache)
    memory.recall(plan, prepared, intake, names)
    outside = None
    if not nothing_to_ask(prepared, memory):
        needed = still_needed(plan, prepared, memory)
        derives = any(plan.evidence[id_].form == "derived" for id_ in needed)
        derived = plugins.derive_tables(intake.papers()) if derives else {}
        load(con, plan, intake, needed, derived=derived, functions=functions)
        if any(not planned.rule.trusted for planned in plan.rules):
            outside = hand_over(con, plan, needed)
    lock(con)
    try:
        results = check(
            con,
            plan,
            prepared,
            intake,
            proofs=lambda path: _sha256_below(request.folder, path),
            progress=stage(progress, "check"),
            outside=outside,
            memory=memory,
            jobs=request.jobs,
        )
    finally:
        if outside is not None:
            outside.close()
    memory.save()
    if [result.rule for result in results] != [planned.rule.id for planned in plan.rules]:
        raise AssertionError("a planned rule did not come back")
    results, scorecard = score(results, plan)
    assessment = Assessment(
        tool=ToolInfo(version=__version__),
        as_of=plan.as_of,
        period=plan.period,
        checklist=ChecklistInfo(
            id=plan.checklist_id, title=plan.checklist_title, digest=plan.checklist_digest
        ),
        plugins=plan.plugins,
        unit=UnitInfo(id=plan.unit_id, name=plan.unit_name),
        evidence={
            id_: EvidenceTitle(title=one.title, title_en=one.title_en)
            for id_, one in plan.evidence.items()
            if id_ in _named(prepared.needed, results, intake)
        },
        sources=intake.sources,
        results=results,
        scorecard=scorecard,
        notes=tuple(
            _("the plugin {name} does not load: {error}").format(name=name, error=error)
            for name, error in plugins.broken.items()
        ),
    )
    return scrubbed(assessment)


def _named(needed: Iterable[str], results: Sequence[Result], intake: Intake) -> set[str]:
    """The evidence that a report may have to name."""
    names = {*needed}
    for result in results:
        names |= {id_ for aspect in result.aspects for id_ in aspect.missing_evidence}
    for source in intake.sources:
        records: list[SheetRecord | DocumentRecord] = [*source.sheets, *source.documents]
        for record in records:
            names |= {record.evidence or "", *(one.evidence for one in record.candidates)}
    return names


def stage(progress: Progress | None, name: str) -> Callable[[str, int, int], None] | None:
    """The progress of one stage, for the stage to tell."""
    if progress is None:
        return None
    return lambda what, number, count: progress(name, what, number, count)


def existing(folder: Path) -> Path:
    """The folder, if it is one.

    Raises:
        EvidenceError: there is none.
        UsageError: it is a file.
    """
    if not folder.exists():
        raise EvidenceError(_("there is no such folder"), where=str(folder))
    if not folder.is_dir():
        raise UsageError(
            _("is a file, not a folder"),
            where=str(folder),
            hint=_("give the folder in which the papers lie"),
        )
    return folder


def _sha256_below(folder: Path, path: str) -> str | None:
    """The hash of a proof file of the unit; None if it is not there or lies outside."""
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return hashlib.sha256(file.read_bytes()).hexdigest()


def units_in(folder: Path) -> Sequence[Path]:
    """The units of `--each`: the folders directly below, in order of name."""
    return sorted(
        one for one in existing(folder).iterdir() if one.is_dir() and not one.name.startswith(".")
    )
