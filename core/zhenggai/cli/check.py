"""`zhenggai check`: run a checklist over a unit, or over each of many, and answer by exit status."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhenggai.cli.common import (
    console,
    folder_argument,
    progress_bar,
    request_for,
    results_folder,
    run_options,
)
from zhenggai.errors import UnknownNameError, UsageError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhenggai.model.assessment import Assessment
    from zhenggai.run import Request

DEFAULT_FORMATS = ("json", "html", "xlsx")
LEVELS = ("critical", "major", "minor", "never")


@click.command()
@folder_argument
@run_options
@click.option(
    "--each", is_flag=True, help="Every folder in FOLDER is a unit; ends in a league table."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    help="json, html, xlsx, md, csv …; may be given several times.",
)
@click.option(
    "--output", help="Folder for the results, or `-` for standard output; default .zhenggai/out."
)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="The lowest severity that makes the exit status 1 or 3; default minor.",
)
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def check(
    folder: Path,
    each: bool,
    formats: tuple[str, ...],
    output: str | None,
    fail_on: str | None,
    quiet: bool,
    **options: Any,
) -> int:
    """Run a checklist over the papers in FOLDER (default: here).

    Exit status: 0 nothing at or above the level; 1 findings; 2 wrong use; 3 undecided;
    4 a plugin or a paper failed to load.
    """
    if output == "-":
        if each or len(formats) != 1:
            raise UsageError(_("`--output -` takes one unit and one `--format`"))
        return _to_standard_output(folder, formats[0], fail_on, options)
    target = Path(output) if output else None
    if each:
        from zhenggai.cli.each import check_each

        return check_each(folder, formats or DEFAULT_FORMATS, target, fail_on, options, quiet=quiet)
    request = request_for(folder, output=results_folder(folder, target), **options)
    with progress_bar(shown=not quiet) as progress:
        from zhenggai.run import assess

        _known_formats(formats or DEFAULT_FORMATS, request)
        assessment = assess(request, progress=progress)
    written = write_results(
        assessment, formats or DEFAULT_FORMATS, results_folder(folder, target), request
    )
    if not quiet:
        show(assessment, written)
    return exit_status(assessment, fail_on or _level_of(folder))


def _to_standard_output(
    folder: Path, name: str, fail_on: str | None, options: dict[str, Any]
) -> int:
    from zhenggai.run import assess

    request = request_for(folder, **options)
    _filename, render = _known_formats((name,), request)[name]
    assessment = assess(request)
    sys.stdout.buffer.write(render(assessment))
    return exit_status(assessment, fail_on or _level_of(folder))


def _level_of(folder: Path) -> str:
    from zhenggai.planning import load_settings

    level = load_settings(folder).check.fail_on
    if level is not None and level not in LEVELS:
        raise UnknownNameError(_("fail level"), level, LEVELS, where="zhenggai.toml")
    return level or "minor"


def _known_formats(
    names: Sequence[str], request: Request
) -> dict[str, tuple[str, Callable[[Assessment], bytes]]]:
    """File name and renderer of each format asked for, the core's or a plugin's."""
    from zhenggai.reporting import FORMATS

    chosen: dict[str, tuple[str, Callable[[Assessment], bytes]]] = {}
    for name in names:
        if name in FORMATS:
            chosen[name] = (FORMATS[name].filename, FORMATS[name].render)
            continue
        from zhenggai.planning import load_settings
        from zhenggai.run import load_plugins

        plugins = load_plugins(request, load_settings(request.folder))
        further = {one.name: one for one in plugins.report_formats()}
        if name not in further:
            raise UnknownNameError(_("format"), name, [*FORMATS, *further])
        chosen[name] = (further[name].filename, further[name].render)
    return chosen


def write_results(
    assessment: Assessment, formats: Sequence[str], folder: Path, request: Request
) -> list[Path]:
    """Write every format (and always `result.json`), each whole or not at all; keep the last runs.

    A result that says the same as the last one is no new run, and files that are made of it and
    still as they were made are not made again.
    """
    from zhenggai.cli.history import Made, keep, kept, trend
    from zhenggai.writing import write_atomic

    wanted = list(dict.fromkeys(["json", *formats]))
    renderers = _known_formats(wanted, request)
    filename, render = renderers["json"]
    result = render(assessment)
    same = (folder / filename).is_file() and (folder / filename).read_bytes() == result
    earlier = kept(folder) if same else keep(folder)
    made = Made(folder, result, earlier)
    written = []
    for name in wanted:
        filename, render = renderers[name]
        path = folder / filename
        written.append(path)
        if made.holds(path):
            continue
        data = _html(assessment, trend(earlier)) if name == "html" else render(assessment)
        write_atomic(path, data)
        made.note(path, data)
    made.save()
    return written


def _html(assessment: Assessment, earlier: Sequence[Assessment]) -> bytes:
    """The scorecard with its trend over the earlier runs."""
    from zhenggai.reporting.html import render

    return render(assessment, earlier).encode()


def exit_status(assessment: Assessment, level: str) -> int:
    """4 before 1 before 3: what was not loaded may hide what was not found."""
    from zhenggai.model.assessment import UNDECIDED, Status, Verdict
    from zhenggai.model.raw import TroubleKind
    from zhenggai.model.rule import SEVERITIES

    failed_to_load = {
        TroubleKind.UNREADABLE,
        TroubleKind.ENCRYPTED,
        TroubleKind.TOO_LARGE,
        TroubleKind.HOSTILE,
        TroubleKind.READER_DIED,
        TroubleKind.ENCODING,
    }
    if any(
        trouble.kind in failed_to_load and trouble.blocking
        for source in assessment.sources
        for trouble in source.troubles
    ) or any(result.status == Status.ERROR for result in assessment.results):
        return 4
    if level == "never":
        return 0
    counted = SEVERITIES[: SEVERITIES.index(level) + 1]
    if any(
        finding.verdict == Verdict.VIOLATION
        and finding.severity in counted
        and finding.waiver is None
        for finding in assessment.findings
    ):
        return 1
    if any(
        result.status in UNDECIDED and result.severity in counted for result in assessment.results
    ):
        return 3
    return 0


def show(assessment: Assessment, written: Sequence[Path]) -> None:
    """The scorecard in the terminal, and where the files are."""
    from zhenggai.reporting.terminal import print_scorecard

    out = console()
    print_scorecard(assessment, out)
    for path in written:
        click.echo(f"  {path}")
