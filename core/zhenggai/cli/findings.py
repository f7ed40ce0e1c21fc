"""`zhenggai findings`: the last run's findings, narrowed as asked."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import click

from zhenggai.cli.common import folder_argument, load_result, results_folder
from zhenggai.i18n import _


@click.command()
@folder_argument
@click.option("--rule", "patterns", multiple=True, help="Only this rule id or pattern.")
@click.option("--owner", help="Only findings of this section or person.")
@click.option(
    "--new", "only_new", is_flag=True, help="Only findings that the run before did not have."
)
@click.option("--relapsed", is_flag=True, help="Only findings that were put right and are back.")
@click.option("--gaps", is_flag=True, help="What could not be decided, instead.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
)
def findings(
    folder: Path,
    patterns: tuple[str, ...],
    owner: str | None,
    only_new: bool,
    relapsed: bool,
    gaps: bool,
    kind: str,
) -> int:
    """List the findings of the last run in FOLDER, each with its address, law and remedy."""
    assessment = load_result(folder)
    chosen = [
        finding
        for result in assessment.results
        for finding in (result.gaps if gaps else result.findings)
        if (not patterns or any(fnmatchcase(finding.rule, pattern) for pattern in patterns))
        and (owner is None or owner in finding.owner)
    ]
    if only_new or relapsed:
        from zhenggai.cli.history import trend
        from zhenggai.comparing import compare

        kept = sorted((results_folder(folder) / "history").glob("*.json"))
        earlier = trend(kept)
        if not earlier:
            click.echo(_("there is no earlier run to compare with"), err=True)
            return 0
        comparison = compare(earlier[-1], assessment, earlier[:-1])
        wanted = {
            one.fingerprint
            for one in (
                comparison.relapsed if relapsed else (*comparison.new, *comparison.relapsed)
            )
        }
        chosen = [finding for finding in chosen if finding.fingerprint in wanted]
    if kind == "json":
        click.echo("[" + ",\n".join(finding.model_dump_json() for finding in chosen) + "]")
    elif kind == "csv":
        from zhenggai.reporting.csv_findings import rows_of

        click.echo(rows_of(assessment, chosen), nl=False)
    else:
        from zhenggai.reporting.terminal import console, print_findings

        print_findings(chosen, console())
    return 0
