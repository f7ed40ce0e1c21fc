"""Small real files for the tests of reading, made by the usual writers or by hand."""

import zipfile
from io import BytesIO

import duckdb
import xlsxwriter

SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>"
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rels(*relations):
    """A relations part from (id, kind, target)."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    """A zip of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def handmade_parts(rows="", before="", after="", *, sheet=None, workbook="", name="Sheet1"):
    """The parts of a workbook of one sheet, written by hand."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}<sheets>'
            f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": rels(("rId1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": sheet or SHEET.format(before=before, rows=rows, after=after),
    }


def handmade(rows="", before="", after="", **more):
    """A workbook of one sheet, written by hand."""
    return zipped(handmade_parts(rows, before, after, **more))


def written(fill, **options):
    """A workbook by XlsxWriter; `fill` is given it."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    fill(book)
    book.close()
    return out.getvalue()


def rows_of(sheet):
    """The grid of a sheet as tuples, whatever holds it; ”” counts as empty."""
    grid = sheet.grid
    if not isinstance(grid, tuple):
        if hasattr(grid, "path"):
            columns = ", ".join(f"'c{n}': 'VARCHAR'" for n in range(sheet.columns))
            query = (
                "SELECT * FROM read_csv($path, header=false, auto_detect=false, delim=$delimiter, "
                f"quote=$quote, escape=$quote, strict_mode=true, columns={{{columns}}})"
            )
            found = duckdb.execute(
                query, {"path": grid.path, "delimiter": grid.delimiter, "quote": grid.quote}
            ).fetchall()
        else:
            found = duckdb.sql("SELECT * FROM grid").fetchall()
        grid = tuple(tuple(cell or None for cell in row) for row in found)
    assert len(grid) == sheet.rows
    assert all(len(row) == sheet.columns for row in grid)
    return grid


def cells_of(sheet):
    """The values of a sheet by their true address (row, column)."""
    return {
        (row, column): cell
        for row, cells in enumerate(rows_of(sheet), start=sheet.first_row)
        for column, cell in enumerate(cells, start=sheet.first_column)
        if cell is not None
    }


def kinds(raw):
    """The kinds of a file's troubles, in order."""
    return [trouble.kind.value for trouble in raw.troubles]
