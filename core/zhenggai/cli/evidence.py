"""`zhenggai evidence`: each file's fate: what was recognised as what, and what was not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhenggai.cli.common import (
    console,
    folder_argument,
    plugin_dir_option,
    progress_bar,
    request_for,
)
from zhenggai.i18n import _, language

if TYPE_CHECKING:
    from rich.console import Console

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.source import DocumentRecord, SheetRecord, Source


@click.command()
@folder_argument
@plugin_dir_option
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Workers.")
@click.option("--no-cache", is_flag=True, help="Keep no parsed evidence.")
@click.option("--columns", is_flag=True, help="Also which column was taken as which field.")
@click.option(
    "--troubles",
    "most",
    type=click.IntRange(0),
    default=5,
    show_default=True,
    help="Troubles shown of each file.",
)
@click.option("--json", "as_json", is_flag=True, help="The reading records as JSON.")
def evidence(
    folder: Path,
    plugin_dirs: tuple[Path, ...],
    jobs: int,
    no_cache: bool,
    columns: bool,
    most: int,
    as_json: bool,
) -> int:
    """Show what became of every file in FOLDER, and what could not be read."""
    from zhenggai.checking import connect
    from zhenggai.intake import collect
    from zhenggai.planning import load_settings
    from zhenggai.run import existing, load_plugins, stage

    request = request_for(existing(folder), plugin_dirs=plugin_dirs, jobs=jobs, no_cache=no_cache)
    settings = load_settings(folder)
    plugins = load_plugins(request, settings)
    with connect() as con, progress_bar(shown=not as_json) as progress:
        intake = collect(
            folder,
            plugins.evidence,
            settings.evidence,
            con=con,
            cache=request.cache,
            jobs=jobs,
            readers=plugins.readers(),
            progress=stage(progress, "read"),
        )
    if as_json:
        click.echo("[" + ",\n".join(source.model_dump_json() for source in intake.sources) + "]")
    else:
        out = console()
        for source in intake.sources:
            _show(source, plugins.evidence, out, columns=columns, most=most)
        _sum_up(intake.sources, out)
    return 4 if any(source.unread for source in intake.sources) else 0


def _show(
    source: Source, known: dict[str, Evidence], out: Console, *, columns: bool, most: int
) -> None:
    out.print(f"[bold]{_safe(source.path)}[/]  {source.format}  {source.size:,} B", highlight=False)
    for sheet in source.sheets:
        _sheet(sheet, known, out, columns=columns)
    for document in source.documents:
        _document(document, known, out)
    for trouble in source.troubles[:most]:
        place = " ".join(part for part in (trouble.sheet, trouble.cell) if part)
        text = f"「{trouble.text}」" if trouble.text else ""
        mark = "!!" if trouble.blocking else "!"
        out.print(
            f"    {mark} {_safe(place)} {_safe(trouble.message)} {_safe(text)}", highlight=False
        )
    if source.trouble_count > most:
        out.print(
            "    " + _("… {count} troubles in all").format(count=source.trouble_count),
            highlight=False,
        )


def _sheet(sheet: SheetRecord, known: dict[str, Evidence], out: Console, *, columns: bool) -> None:
    rows = sheet.rows
    counts = _(
        "data {data}, heading {heading}, notes {notes}, totals {totals}, blank {blank} of {total} rows"
    ).format(
        data=rows.data,
        heading=rows.heading,
        notes=rows.notes,
        totals=rows.totals,
        blank=rows.blank,
        total=rows.total,
    )
    out.print(
        f"  [{_safe(sheet.sheet)}] → {_what(sheet, known)}  {counts}", highlight=False, markup=False
    )
    if columns:
        for column in sheet.columns:
            out.print(
                f"      {column.column}  {column.heading} → {column.field} ({column.how})",
                highlight=False,
                markup=False,
            )
    if sheet.unmatched and sheet.evidence:
        out.print(
            "      " + _("columns not used: {names}").format(names="、".join(sheet.unmatched)),
            highlight=False,
            markup=False,
        )


def _document(document: DocumentRecord, known: dict[str, Evidence], out: Console) -> None:
    size = _("{pages} pages, {paragraphs} paragraphs").format(
        pages=document.pages or "?", paragraphs=document.paragraphs
    )
    out.print(
        "  " + _("text") + f" → {_what(document, known)}  {size}",
        highlight=False,
        markup=False,
    )


def _what(record: SheetRecord | DocumentRecord, known: dict[str, Evidence]) -> str:
    if record.evidence is None:
        near = "、".join(f"{one.evidence} {one.confidence:.0%}" for one in record.candidates[:3])
        return _("not recognised") + (f" ({near}?)" if near else "")
    declared = known[record.evidence]
    title = declared.title_en if language() == "en" and declared.title_en else declared.title
    how = _("pinned") if record.pinned else f"{record.confidence:.0%}"
    return f"{title} ({record.evidence}, {how})"


def _sum_up(sources: tuple[Source, ...], out: Console) -> None:
    used = sum(bool(source.evidence) for source in sources)
    unread = [source.path for source in sources if source.unread]
    out.print(
        _("{count} files, {used} recognised, {unread} not wholly read").format(
            count=len(sources), used=used, unread=len(unread)
        )
    )


def _safe(text: str) -> str:
    from rich.markup import escape

    return escape(text)
