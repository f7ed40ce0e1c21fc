"""Findings listed in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.i18n import _
from zhenggai.reporting import terminal, view

if TYPE_CHECKING:
    from rich.console import Console

    from zhenggai.model.assessment import Assessment


def print_findings(assessment: Assessment, console: Console) -> None:
    """Every finding of an assessment with its address, law and remedy."""
    rows = view.finding_rows(assessment)
    for row in rows:
        for part in terminal.finding(row):
            console.print(part)
    console.print(_("{count} findings").format(count=len(rows)))
