"""The command line: one module a command, loaded when it is called; errors are caught here alone."""

from __future__ import annotations

import sys
from typing import Any

import click

from zhenggai.errors import ZhenggaiError
from zhenggai.version import __version__

COMMANDS = {
    "check": "zhenggai.cli.check:check",
    "demo": "zhenggai.cli.demo:demo",
    "diff": "zhenggai.cli.diff:diff",
    "evidence": "zhenggai.cli.evidence:evidence",
    "findings": "zhenggai.cli.findings:findings",
    "init": "zhenggai.cli.init:init",
    "new": "zhenggai.cli.new:new",
    "rules": "zhenggai.cli.rules:rules",
    "score": "zhenggai.cli.score:score",
    "template": "zhenggai.cli.template:template",
    "test": "zhenggai.cli.test:test",
}
"""Each command's home; plugins may add others by `register_commands`."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--version` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The core's commands and those of plugins."""
        return sorted({*COMMANDS, *self._of_plugins()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; plugins are asked only for a name that the core does not have."""
        if cmd_name in COMMANDS:
            from importlib import import_module

            module, _colon, name = COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return self._of_plugins().get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, naming the nearest commands where there is none of the name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from zhenggai.errors import nearest

            hint = nearest(args[0], self.list_commands(ctx))
            raise click.UsageError(f"{error.message} {hint}".strip(), ctx) from error

    def _of_plugins(self) -> dict[str, click.Command]:
        from zhenggai.plugins import discover

        found = discover().commands()
        return {command.name: command for command in found if command.name}


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zhenggai", message="%(prog)s %(version)s")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of texts; else ZHENGGAI_LANG, else zh.",
)
def cli(lang: str | None) -> None:
    """Self-checks for public bodies: a folder of papers in, a rectification scorecard out.

    整改自查：把台账、文件放进一个文件夹，得到问题清单和评分卡。
    """
    if lang:
        from zhenggai.i18n import choose

        choose(lang)


def main(args: list[str] | None = None) -> None:
    """The `zhenggai` command: runs it and exits with its status (DESIGN §8)."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run a command and give its exit status; every error becomes one plain message."""
    _plain_streams()
    try:
        status: Any = cli.main(args=args, prog_name="zhenggai", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("", err=True)
        return 130
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ZhenggaiError as error:
        from zhenggai.i18n import _

        click.echo(_("error: {error}").format(error=error), err=True)
        return error.exit_status
    except BrokenPipeError:
        return 0
    except Exception:  # noqa: BLE001 - our own bug: told once, with a log to paste
        from zhenggai.cli.crash import report_crash

        return report_crash(args)
    return status if isinstance(status, int) else 0


def _plain_streams() -> None:
    """A console that cannot show a character shows a `?`, and does not end the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
