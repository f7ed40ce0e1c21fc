"""`zhenggai demo`: a county bureau with planted faults, built, checked, and its scorecard shown."""

from __future__ import annotations

from pathlib import Path

import click

from zhenggai.i18n import _


@click.command()
@click.argument("folder", default="demo", type=click.Path(path_type=Path))
@click.option("--no-check", is_flag=True, help="Only build the papers.")
def demo(folder: Path, no_check: bool) -> int:
    """Build an invented county bureau with planted faults in FOLDER, check it, show the scorecard."""
    from zhenggai.demo import build
    from zhenggai.demo.building import AS_OF
    from zhenggai.plugins import discover

    built = build(folder, discover())
    click.echo(
        _("built: {folder}, {papers} papers, {faults} planted faults").format(
            folder=folder, papers=len(built.papers), faults=len(built.planted)
        )
    )
    if no_check:
        return 0
    from zhenggai.cli.check import DEFAULT_FORMATS, show, write_results
    from zhenggai.cli.common import progress_bar, request_for, results_folder
    from zhenggai.run import assess

    request = request_for(folder, as_of=AS_OF)
    with progress_bar(shown=True) as progress:
        assessment = assess(request, progress=progress)
    written = write_results(assessment, DEFAULT_FORMATS, results_folder(folder), request)
    show(assessment, written)
    page = results_folder(folder).resolve() / "scorecard.html"
    click.echo(_("open this page in a browser: {page}").format(page=page.as_uri()))
    return 0
