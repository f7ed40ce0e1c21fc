"""What several commands share: options, the clock, progress, where results lie."""

from __future__ import annotations

import datetime as dt
import functools
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zhenggai.errors import UsageError, ZhenggaiError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from zhenggai.model.assessment import Assessment
    from zhenggai.run import Progress, Request

_F = TypeVar("_F", bound=Callable[..., Any])

_PIPED = 100
"""Columns of what is printed into a pipe."""

folder_argument = click.argument(
    "folder", default=".", type=click.Path(path_type=Path, file_okay=True, dir_okay=True)
)
plugin_dir_option = click.option(
    "--plugin-dir",
    "plugin_dirs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A bare plugin folder; may be given several times.",
)


def run_options(command: _F) -> _F:
    """The options of a run: checklist, period, as-of date, rules, plugin folders, workers."""
    options = [
        click.option("--checklist", help="Id or TOML file of the checklist."),
        click.option("--period", help="2026, 2026Q1, 2026-01 or 2026-01-01..2026-11-24."),
        click.option("--as-of", "as_of", help="The day the run speaks for; default today."),
        click.option("--rule", "only", multiple=True, help="Only this rule id or pattern."),
        plugin_dir_option,
        click.option(
            "--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Workers."
        ),
        click.option("--no-cache", is_flag=True, help="Keep no parsed evidence."),
    ]
    return functools.reduce(lambda done, option: option(done), reversed(options), command)


def console() -> Console:
    """Standard output for rich text: as wide as the terminal, 100 columns when piped."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else _PIPED)


def today() -> dt.date:
    """The clock, read in one place."""
    return dt.date.today()  # noqa: DTZ011, TID251 - the command line is where the clock is read


def request_for(
    folder: Path,
    *,
    checklist: str | None = None,
    period: str | None = None,
    as_of: str | None = None,
    only: tuple[str, ...] = (),
    plugin_dirs: tuple[Path, ...] = (),
    jobs: int = 2,
    no_cache: bool = False,
    output: Path | None = None,
) -> Request:
    """The words of a command as a request."""
    from zhenggai.compiling import unit_cache
    from zhenggai.planning import parse_date
    from zhenggai.run import Request

    exclude: tuple[str, ...] = ()
    if output is not None and output.resolve().is_relative_to(folder.resolve()):
        exclude = (output.resolve().relative_to(folder.resolve()).as_posix(),)
    return Request(
        folder=folder,
        as_of=parse_date(as_of) if as_of else today(),
        checklist=checklist,
        period=period,
        only=only,
        plugin_dirs=plugin_dirs,
        cache=None if no_cache else unit_cache(folder),
        exclude=exclude,
        jobs=jobs,
    )


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Progress | None]:
    """Progress on standard error where a person looks on; else nothing."""
    if not shown or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    names = {"read": _("Reading"), "check": _("Checking")}
    with Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[what]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        tasks: dict[str, Any] = {}

        def tell(stage: str, what: str, number: int, count: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(names.get(stage, stage), total=count, what="")
            bar.update(tasks[stage], completed=number, total=count, what=what[:40])

        yield tell


def results_folder(folder: Path, output: Path | None = None) -> Path:
    """Where a unit's results lie: `--output`, else `.zhenggai/out`."""
    from zhenggai.run import STATE

    return output or folder / STATE / "out"


def load_result(path: Path) -> Assessment:
    """A `result.json`, given itself or by the folder of the unit or of its results.

    Raises:
        UsageError: there is none, or it is none.
    """
    from zhenggai.reporting.result_json import load

    for candidate in (path, path / "result.json", results_folder(path) / "result.json"):
        if candidate.is_file():
            try:
                return load(candidate.read_bytes(), str(candidate))
            except ZhenggaiError as error:
                raise UsageError(error.message, where=str(candidate), hint=error.hint) from error
    raise UsageError(
        _("there is no result yet"), where=str(path), hint=_("run `zhenggai check` there first")
    )
