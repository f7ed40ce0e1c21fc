"""The hook specifications: the few places where a plugin gives code, not data, typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pluggy

from zhenggai.model.intake import Paper, Row

if TYPE_CHECKING:
    import click

    from zhenggai.model.assessment import Assessment
    from zhenggai.model.raw import RawFile

__all__ = ["Function", "Paper", "Reader", "ReportFormat", "Row", "hookimpl", "hookspec"]

PROJECT = "zhenggai"
_F = TypeVar("_F", bound=Callable[..., Any])

hookspec = cast("Callable[[_F], _F]", pluggy.HookspecMarker(PROJECT))
hookimpl = cast("Callable[[_F], _F]", pluggy.HookimplMarker(PROJECT))


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read one more kind of file.

    `suffixes` are lower case with the dot; `magic` are the first bytes, any of which will do.
    `read` takes the relative path and all bytes, and may raise whatever it likes: the file is then
    a named trouble. It runs in the reading worker, under its limits of memory and time.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], RawFile]
    magic: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Function:
    """A scalar SQL function: pure, deterministic; `parameters` and `returns` are DuckDB types."""

    name: str
    parameters: tuple[str, ...]
    returns: str
    call: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One more output: `render` gives the bytes of the file called `filename`."""

    name: str
    filename: str
    render: Callable[[Assessment], bytes]


@hookspec
def register_readers() -> Sequence[Reader]:
    """Give readers for kinds of file that the core does not read."""
    raise NotImplementedError


@hookspec
def derive_tables(papers: Sequence[Paper]) -> Mapping[str, Sequence[Row]]:
    """Give rows of `derived` evidence, by evidence id, from the unit's documents."""
    raise NotImplementedError


@hookspec
def register_functions() -> Sequence[Function]:
    """Give scalar functions for the SQL of rules."""
    raise NotImplementedError


@hookspec
def register_report_formats() -> Sequence[ReportFormat]:
    """Give report formats for `zhenggai check --format`."""
    raise NotImplementedError


@hookspec
def register_commands() -> Sequence[click.Command]:
    """Give commands for the `zhenggai` command line."""
    raise NotImplementedError
