"""`zhenggai score explain`: every term of the score, and what putting each item right would add."""

from __future__ import annotations

from pathlib import Path

import click

from zhenggai.cli.common import console, folder_argument, load_result
from zhenggai.errors import UsageError
from zhenggai.i18n import _


@click.group()
def score() -> None:
    """The scorecard's arithmetic."""


@score.command()
@folder_argument
def explain(folder: Path) -> int:
    """Print every term of the last run's score in FOLDER, and the sums they make."""
    from zhenggai.explaining import explain as lay_open
    from zhenggai.reporting.changes import print_explanation

    assessment = load_result(folder)
    if assessment.scorecard is None:
        raise UsageError(_("the result has no scorecard"), where=str(folder))
    print_explanation(lay_open(assessment.scorecard), console())
    return 0
