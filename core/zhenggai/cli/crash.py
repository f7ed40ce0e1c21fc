"""An error that is our own: a log ready to paste, and where it lies."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

import click

from zhenggai.i18n import _
from zhenggai.version import __version__


def report_crash(args: list[str] | None) -> int:
    """Write versions, the command and the trace to a file; name it; give status 70."""
    given = sys.argv[1:] if args is None else args
    lines = [
        f"zhenggai {__version__}",
        f"python {platform.python_version()} {platform.platform()}",
        f"command: {given}",
        "",
        traceback.format_exc(),
    ]
    descriptor, name = tempfile.mkstemp(prefix="zhenggai-", suffix=".log")
    with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - the descriptor is open
        file.write("\n".join(lines))
    click.echo(
        _("An unexpected error, which is ours. Please report it with the log {path}").format(
            path=Path(name)
        ),
        err=True,
    )
    return 70
