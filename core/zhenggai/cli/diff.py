"""`zhenggai diff`: two results: new, persisting, fixed, relapsed; changed rules kept apart."""

from __future__ import annotations

from pathlib import Path

import click

from zhenggai.cli.common import console, load_result


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The comparison as JSON.")
def diff(old: Path, new: Path, as_json: bool) -> int:
    """Compare two results: OLD and NEW are result.json files, or folders that hold one.

    Exit status 1 where findings are new or relapsed.
    """
    from zhenggai.comparing import compare

    comparison = compare(load_result(old), load_result(new))
    if as_json:
        click.echo(comparison.model_dump_json(indent=1))
    else:
        from zhenggai.reporting.changes import print_comparison

        print_comparison(comparison, console())
    return 1 if comparison.of("new") or comparison.of("relapsed") else 0
