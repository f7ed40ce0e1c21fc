"""`zhenggai findings`: the last run's findings, narrowed as asked."""

from __future__ import annotations

import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhenggai.cli.common import console, folder_argument, load_result, results_folder
from zhenggai.errors import UsageError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from zhenggai.model.assessment import Assessment, Finding


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
    wanted = _changed(assessment, folder, relapsed=relapsed) if only_new or relapsed else None

    def chosen(one: Finding) -> bool:
        return (
            (not patterns or any(fnmatchcase(one.rule, pattern) for pattern in patterns))
            and (owner is None or owner in one.owner)
            and (wanted is None or one.fingerprint in wanted)
        )

    narrowed = assessment.model_copy(
        update={
            "results": tuple(
                result.model_copy(
                    update={
                        "findings": tuple(
                            one for one in (result.gaps if gaps else result.findings) if chosen(one)
                        )
                    }
                )
                for result in assessment.results
            )
        }
    )
    if kind == "json":
        found = [finding.model_dump_json() for finding in narrowed.findings]
        click.echo("[" + ",\n".join(found) + "]")
    elif kind == "csv":
        from zhenggai.reporting.csv_findings import render

        sys.stdout.buffer.write(render(narrowed))
    else:
        from zhenggai.reporting.listing import print_findings

        print_findings(narrowed, console())
    return 0


def _changed(assessment: Assessment, folder: Path, *, relapsed: bool) -> set[str]:
    """Fingerprints of findings that are new since the run before, or that are back."""
    from zhenggai.cli.history import trend
    from zhenggai.comparing import compare

    kept = sorted((results_folder(folder) / "history").glob("[0-9]*.json"))
    earlier = [run for run in trend(kept) if run.unit.id == assessment.unit.id]
    if not earlier:
        raise UsageError(
            _("there is no earlier run to compare with"), where=str(results_folder(folder))
        )
    comparison = compare(earlier[-1], assessment, earlier[:-1])
    entries = comparison.of("relapsed")
    if not relapsed:
        entries = (*comparison.of("new"), *entries)
    return {entry.finding.fingerprint for entry in entries}
