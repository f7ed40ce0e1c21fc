"""`zhenggai check --each`: many units, each alone, several at a time, and a league table."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhenggai.cli.common import progress_bar, request_for, results_folder
from zhenggai.errors import EvidenceError, ZhenggaiError
from zhenggai.i18n import _, choose, language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORST_FIRST = (70, 2, 4, 1, 3, 0)


def check_each(
    folder: Path,
    formats: Sequence[str],
    output: Path | None,
    fail_on: str | None,
    options: Mapping[str, Any],
    *,
    quiet: bool,
) -> int:
    """Check every folder in `folder`; a unit that cannot be checked is named, the others go on.

    Raises:
        EvidenceError: there is no unit in the folder.
    """
    from zhenggai.run import units_in

    units = units_in(folder)
    if not units:
        raise EvidenceError(_("holds no folder of a unit"), where=str(folder))
    jobs = min(int(options.get("jobs") or 1), len(units))
    done: list[tuple[Path, int, str]] = []
    tasks = [
        (
            unit,
            tuple(formats),
            results_folder(unit, output and output / unit.name),
            fail_on,
            dict(options),
            language(),
        )
        for unit in units
    ]
    with progress_bar(shown=not quiet) as progress:
        for number, one in enumerate(_map(tasks, jobs), 1):
            done.append(one)
            if progress:
                progress("check", one[0].name, number, len(units))
    return _finish(folder, output, done, quiet=quiet)


def _map(tasks: Sequence[tuple[Any, ...]], jobs: int) -> Any:
    if jobs == 1:
        yield from (_one(task) for task in tasks)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_one, tasks)


def _one(task: tuple[Any, ...]) -> tuple[Path, int, str]:
    """One unit in a process of its own: its exit status, and what stopped it."""
    from zhenggai.cli.check import exit_status, write_results
    from zhenggai.run import assess

    unit, formats, target, fail_on, options, chosen = task
    choose(chosen)
    try:
        request = request_for(unit, output=target, **{**options, "jobs": 1})
        assessment = assess(request)
        write_results(assessment, formats, target, request)
    except ZhenggaiError as error:
        return unit, error.exit_status, str(error)
    return unit, exit_status(assessment, fail_on or "minor"), ""


def _finish(
    folder: Path, output: Path | None, done: Sequence[tuple[Path, int, str]], *, quiet: bool
) -> int:
    from zhenggai.cli.common import console, load_result
    from zhenggai.reporting.league import league, print_league, render_html, render_xlsx
    from zhenggai.writing import write_atomic

    table = league(
        [
            load_result(results_folder(unit, output and output / unit.name))
            for unit, _status, stopped in done
            if not stopped
        ]
    )
    failed = {unit.name: stopped for unit, _status, stopped in done if stopped}
    target = results_folder(folder, output)
    write_atomic(target / "league.html", render_html(table))
    write_atomic(target / "league.xlsx", render_xlsx(table))
    if not quiet:
        print_league(table, console())
        click.echo(f"  {target / 'league.html'}")
    for name, stopped in failed.items():
        click.echo(
            _("{unit} could not be checked: {error}").format(unit=name, error=stopped), err=True
        )
    statuses = {status for _unit, status, _stopped in done}
    return next((status for status in _WORST_FIRST if status in statuses), 0)
