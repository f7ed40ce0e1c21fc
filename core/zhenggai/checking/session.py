"""The locked DuckDB session of one unit: its tables loaded, then nothing more may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhenggai.checking.calendar import work_calendar
from zhenggai.checking.functions import install, set_dates, set_day, set_workdays
from zhenggai.errors import PluginError
from zhenggai.i18n import _
from zhenggai.model.source import ROW_BITS, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import duckdb

    from zhenggai.hooks import Function
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.intake import Intake, Part, Row
    from zhenggai.model.plan import Plan
    from zhenggai.model.source import Source

MEMORY_LIMIT = "4GB"


def connect(
    *, memory_limit: str = MEMORY_LIMIT, threads: int | None = None
) -> duckdb.DuckDBPyConnection:
    """A new in-memory session without extensions from outside; not yet locked."""
    import duckdb

    settings: dict[str, Any] = {
        "memory_limit": memory_limit,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "python_enable_replacements": "false",
        "preserve_insertion_order": "true",
        "temp_directory": "",
    }
    if threads is not None:
        settings["threads"] = str(threads)
    return duckdb.connect(":memory:", config=settings)


def load(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    intake: Intake,
    needed: Iterable[str],
    *,
    derived: Mapping[str, Sequence[Row]] | None = None,
    functions: Sequence[Function] = (),
) -> None:
    """Define functions and core tables, and load every needed evidence; a missing one is empty.

    Args:
        con: an unlocked session, the one the intake's parts speak of.
        plan: gives dates, sections, holidays and the declared evidence.
        intake: the collected sources.
        needed: evidence ids that the planned queries name.
        derived: rows of derived evidence, by id.
        functions: scalar functions of plugins.
    """
    define(con, plan, functions)
    fill(con, plan, intake, needed, derived=derived)


def define(con: duckdb.DuckDBPyConnection, plan: Plan, functions: Sequence[Function] = ()) -> None:
    """The functions of rules, the core's and the plugins', and the calendar."""
    install(con, work_calendar(plan.holidays))
    register(con, functions)


def register(con: duckdb.DuckDBPyConnection, functions: Sequence[Function]) -> None:
    """The scalar functions of plugins; one that raises gives NULL, hence a gap.

    Raises:
        PluginError: DuckDB cannot call Python here, since the extra `functions` is not installed.
    """
    from duckdb import InvalidInputException, PythonExceptionHandling
    from duckdb.func import PythonUDFType

    for function in functions:
        parameters: list[Any] = list(function.parameters)
        try:
            con.create_function(
                function.name,
                function.call,
                parameters,
                function.returns,
                type=PythonUDFType.NATIVE,
                exception_handling=PythonExceptionHandling.RETURN_NULL,
            )
        except InvalidInputException as error:
            raise PluginError(
                _("the function {name} cannot be registered: {error}").format(
                    name=function.name, error=error
                ),
                hint=_("functions of plugins need the extra: pip install zhenggai[functions]"),
            ) from error


def fill(
    con: duckdb.DuckDBPyConnection,
    plan: Plan,
    intake: Intake,
    needed: Iterable[str],
    *,
    derived: Mapping[str, Sequence[Row]] | None = None,
) -> None:
    """The dates of the run and the tables; those of an earlier filling are replaced."""
    set_dates(con, plan)
    schemas = sorted({id_.partition(".")[0] for id_ in needed})
    for schema in schemas:
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {quote(schema)}")
    parts: dict[str, list[Part]] = {}
    for part in intake.parts:
        if part.evidence is not None:
            parts.setdefault(part.evidence, []).append(part)
    for id_ in sorted(needed):
        evidence = plan.evidence[id_]
        if evidence.form == "derived":
            _load_derived(con, evidence, (derived or {}).get(id_, ()))
        else:
            _load_parts(con, evidence, parts.get(id_, []))
    _load_core(con, intake)


def seat(con: duckdb.DuckDBPyConnection, plan: Plan) -> duckdb.DuckDBPyConnection:
    """Another cursor of a filled session, to ask it from another thread."""
    cursor = con.cursor()
    set_workdays(cursor)
    set_day(cursor, plan)
    return cursor


def lock(con: duckdb.DuckDBPyConnection) -> None:
    """From here on no file, no network, no setting; what remains open the gate closes."""
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


def quote(name: str) -> str:
    """An identifier in SQL."""
    return '"' + name.replace('"', '""') + '"'


def table_name(id_: str) -> str:
    """The quoted full name of an evidence's table."""
    schema, _dot, name = id_.partition(".")
    return f"{quote(schema)}.{quote(name)}"


def _load_parts(con: duckdb.DuckDBPyConnection, evidence: Evidence, parts: Sequence[Part]) -> None:
    table = table_name(evidence.id)
    if not parts:
        columns = ", ".join(f"{quote(name)} {kind}" for name, kind in evidence.columns())
        con.execute(f"CREATE OR REPLACE TABLE {table} (_row BIGINT, {columns})")
        return
    names = ", ".join(quote(name) for name, _kind in evidence.columns())
    union = "\nUNION ALL ".join(
        f"SELECT {part.ordinal << ROW_BITS} + _n AS _row, {names} FROM ({part.select})"
        for part in parts
    )
    con.execute(f"CREATE OR REPLACE TABLE {table} AS {union}")


def _load_derived(con: duckdb.DuckDBPyConnection, evidence: Evidence, rows: Sequence[Row]) -> None:
    columns = evidence.columns()
    definition = ", ".join(f"{quote(name)} {kind}" for name, kind in columns)
    con.execute(f"CREATE OR REPLACE TABLE {table_name(evidence.id)} (_row BIGINT, {definition})")
    if not rows:
        return
    values: dict[str, list[Any]] = {
        "v0": [(row.paper.ordinal << ROW_BITS) + row.paragraph for row in rows]
    }
    picks = ["unnest($v0)"]
    for number, (name, kind) in enumerate(columns, 1):
        values[f"v{number}"] = [row.values.get(name) for row in rows]
        picks.append(f"CAST(unnest($v{number}) AS {kind})")
    con.execute(f"INSERT INTO {table_name(evidence.id)} SELECT {', '.join(picks)}", values)


def _load_core(con: duckdb.DuckDBPyConnection, intake: Intake) -> None:
    con.execute("TRUNCATE core.sources")
    con.execute("TRUNCATE core.paragraphs")
    con.execute("TRUNCATE core.unread")
    unread = [cell for source in intake.sources for cell in _unread_cells(source)]
    if unread:
        rows, fields, texts = (list(column) for column in zip(*unread, strict=True))
        con.execute(
            "INSERT INTO core.unread SELECT unnest($rows), unnest($fields), unnest($texts)",
            {"rows": rows, "fields": fields, "texts": texts},
        )
    if intake.sources:
        con.execute(
            "INSERT INTO core.sources SELECT unnest($path), unnest($sha), unnest($format), unnest($size)",
            {
                "path": [source.path for source in intake.sources],
                "sha": [source.sha256 for source in intake.sources],
                "format": [source.format for source in intake.sources],
                "size": [source.size for source in intake.sources],
            },
        )
    for part in intake.paragraphs:
        con.execute(
            f"INSERT INTO core.paragraphs SELECT {part.ordinal << ROW_BITS} + _n, {part.ordinal << ROW_BITS},"
            f" $evidence, $path, _n, page, level, text FROM ({part.select})",
            {"evidence": part.evidence, "path": part.path},
        )


def _unread_cells(source: Source) -> Iterator[tuple[int, str, str]]:
    """Address, field and text of each cell that is not empty and yet NULL in its table."""
    for trouble in source.troubles:
        if not trouble.field:
            continue
        if not trouble.sheet and source.documents:
            for document in source.documents:
                if trouble.evidence in ("", document.evidence):
                    yield address(document.ordinal, 0), trouble.field, trouble.text
            continue
        row = int(trouble.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)
        for sheet in source.sheets:
            within = not sheet.last_row or sheet.first_row <= row <= sheet.last_row
            meant = sheet.sheet == trouble.sheet and trouble.evidence in ("", sheet.evidence)
            if row and sheet.ordinal and meant and within:
                yield address(sheet.ordinal, row), trouble.field, trouble.text
