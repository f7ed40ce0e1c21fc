"""`zhenggai report lint` and `report verify`: one report read, linted, and tied to the evidence."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhenggai import Request, assess, read_paper
from zhenggai.i18n import _
from zhenggai_rectification import headings
from zhenggai_rectification.reading import Report, read_report
from zhenggai_rectification.verifying import RULES, supported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhenggai import Assessment
    from zhenggai.model.assessment import Finding

REPORT = "rectification.report_document"
_CHECKLIST = """id = "one-report"
title = "整改情况报告"
[[sections]]
id = "report"
title = "整改情况报告"
rules = [{rules}]
"""
_LINT = (
    "rectification.report-finding-without-measure",
    "rectification.report-measure-without-result",
    "rectification.report-masked-numbers",
    "rectification.report-pasted-figures",
    "rectification.report-arithmetic",
    "rectification.report-dates-plausible",
)

_MOST = 12
"""Findings of one kind that are printed."""

_file = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
_as_of = click.option("--as-of", "as_of", help="The day the check speaks for; default today.")


@click.group()
def report() -> None:
    """Read a rectification report: lint it, or tie its figures to the evidence."""


@report.command()
@_file
@_as_of
def lint(file: Path, as_of: str | None) -> int:
    """Print the structure of the report in FILE and what is wrong with it.

    Exit status: 0 nothing found, 1 findings, 3 something could not be decided.
    """
    told = read_report(read_paper(file, REPORT))
    _print_structure(told)
    with _unit(file, None) as (folder, _name):
        result = assess(_request(folder, as_of, _LINT))
    return _print_findings(result, file.name)


@report.command()
@_file
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@_as_of
def verify(file: Path, folder: Path, as_of: str | None) -> int:
    """Tie the figures of the report in FILE to the evidence in FOLDER (default: here).

    Each figure is supported, contradicted (with both figures), or has no evidence.
    Exit status: 0 all supported, 1 some contradicted, 3 some without evidence.
    """
    told = read_report(read_paper(file, REPORT))
    with _unit(file, folder) as (unit, name):
        result = assess(_request(unit, as_of, RULES))
    borne_out = supported(told, result) or []
    click.echo(_("Supported by the evidence: {count}").format(count=len(borne_out)))
    for claim in borne_out:
        click.echo(f"✓ {claim.before}{claim.text}{claim.after}")
    return _print_findings(result, name)


@contextmanager
def _unit(file: Path, folder: Path | None) -> Iterator[tuple[Path, str]]:
    """A folder in which the file is the one report, beside the evidence of another folder.

    The evidence is linked, not copied, where the disk allows it; it is never written to.
    Gives the folder, and the path of the report in it.
    """
    with tempfile.TemporaryDirectory(prefix="zhenggai-") as home:
        unit = Path(home) / "unit"
        name = file.name
        settings = ""
        if folder is None:
            unit.mkdir()
        else:
            shutil.copytree(folder, unit, copy_function=_link, symlinks=True, ignore=_no_state)
            if file.resolve().is_relative_to(folder.resolve()):
                name = file.resolve().relative_to(folder.resolve()).as_posix()
            given = folder / "zhenggai.toml"
            settings = given.read_text(encoding="utf-8") if given.is_file() else ""
        target = unit / name
        if not target.exists():
            shutil.copyfile(file, target)
        pin = f'\n[[evidence]]\nfile = "{_quoted(name)}"\nas = "{REPORT}"\n'
        (unit / "zhenggai.toml").unlink(missing_ok=True)
        (unit / "zhenggai.toml").write_text(settings + pin, encoding="utf-8")
        yield unit, name


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return target


def _no_state(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == ".zhenggai"]


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


def _request(folder: Path, as_of: str | None, rules: tuple[str, ...]) -> Request:
    checklist = folder.parent / "one-report.toml"
    checklist.write_text(
        _CHECKLIST.format(rules=", ".join(f'"{rule}"' for rule in rules)), encoding="utf-8"
    )
    return Request(folder=folder, as_of=_day(as_of), checklist=str(checklist))


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.date.today()  # noqa: DTZ011, TID251 - a command is where the clock is read
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(_("write a date as 2026-11-24"), param_hint="--as-of") from error


def _print_structure(told: Report) -> None:
    """Chapters, findings with their measures, and how many figures of each kind."""
    claims = [claim for section in told.sections for claim in section.claims]
    click.echo(told.title)
    click.echo(
        _(
            "{chapters} chapters, {findings} findings, {measures} measures, {claims} figures"
            " ({masked} masked), {cited} documents cited"
        ).format(
            chapters=sum(one.item.kind == headings.CHAPTER for one in told.sections),
            findings=told.findings,
            measures=told.measures,
            claims=len(claims),
            masked=sum(claim.masked for claim in claims),
            cited=sum(len(section.citations) for section in told.sections),
        )
    )
    for section in told.sections:
        item = section.item
        if item.kind in {headings.PREAMBLE, headings.CLOSING}:
            continue
        depth = {headings.CHAPTER: 0, headings.FINDING: 2, headings.SPECIFIC: 3}.get(item.kind, 1)
        counted = [one for one in section.measures if not one.lead]
        line = "  " * depth + item.heading.rstrip("。：")
        if item.kind in {headings.FINDING, headings.SPECIFIC}:
            line += _("  ({measures} measures, {claims} figures)").format(
                measures=len(counted), claims=len(section.claims)
            )
        click.echo(line)


def _print_findings(result: Assessment, path: str) -> int:
    """What the rules found in this report, the gravest first; the exit status it comes to."""
    found = [one for one in result.findings if _stands_in(one, path)]
    gaps = [gap for each in result.results for gap in each.gaps if _stands_in(gap, path)]
    order = ("critical", "major", "minor")
    shown: Counter[str] = Counter()
    for finding in sorted(found, key=lambda one: order.index(one.severity)):
        shown[finding.aspect] += 1
        if shown[finding.aspect] <= _MOST:
            click.echo(f"✗ [{finding.severity}] {finding.message}")
    for aspect, count in shown.items():
        if count > _MOST:
            click.echo(
                _("… and {count} more of {aspect}").format(count=count - _MOST, aspect=aspect)
            )
    for gap in gaps:
        click.echo(f"? {gap.message}")
    for each in result.results:
        if each.status in {"error", "insufficient"} and not each.findings and not each.gaps:
            click.echo(f"! {each.title}：{each.reason}")
    click.echo(_("{found} found, {gaps} not decided").format(found=len(found), gaps=len(gaps)))
    if found:
        return 1
    undecided = any(each.status in {"error", "insufficient"} for each in result.results)
    return 3 if gaps or undecided else 0


def _stands_in(finding: Finding, path: str) -> bool:
    return not finding.locations or any(one.path == path for one in finding.locations)
