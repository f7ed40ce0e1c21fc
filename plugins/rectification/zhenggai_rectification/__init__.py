"""Rectification work (巡察整改): rules and evidence as data, and the reader of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai import hookimpl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import click

    from zhenggai import Paper, Row


@hookimpl
def derive_tables(papers: Sequence[Paper]) -> Mapping[str, Sequence[Row]]:
    """Reports, feedback letters and plans as tables (see `tables`)."""
    from zhenggai_rectification.tables import derive  # noqa: PLC0415 - only runs with papers need it

    return derive(papers)


@hookimpl
def register_commands() -> Sequence[click.Command]:
    """`zhenggai report lint` and `zhenggai report verify`."""
    from zhenggai_rectification.commands import report  # noqa: PLC0415 - loaded when commands are

    return [report]
