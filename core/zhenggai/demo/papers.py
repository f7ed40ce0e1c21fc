"""Write a demo paper that is no workbook: delimited text, Word, PDF, plain text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from zhenggai.demo.styles import cell, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai.demo.styles import Style
    from zhenggai.model.evidence import Evidence, Field
    from zhenggai.testing.cases import CaseTable

_STAMP = (2026, 11, 24, 0, 0, 0)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def delimited(
    table: CaseTable, fields: Sequence[Field], style: Style
) -> tuple[bytes, dict[int, int]]:
    """The table as CSV, and the 1-based line of each case row."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([heading(item, style) for item in fields])
    rows = {}
    for number, given in enumerate(table.rows, 1):
        values = (cell(item, text, style, number) for item, text in zip(fields, given, strict=True))
        writer.writerow(["" if value is None else _plain(value) for value in values])
        rows[number] = number + 1
    return out.getvalue().encode(style.encoding), rows


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def word(
    paragraphs: Sequence[str],
    tables: Sequence[tuple[CaseTable, Evidence, Sequence[Field]]],
    style: Style,
) -> tuple[bytes, list[dict[int, int]]]:
    """A Word document: the paragraphs, then the tables; and each table row of each case row."""
    body = [_paragraph(text) for text in paragraphs]
    placed = []
    for table, _evidence, fields in tables:
        lines = [[heading(item, style) for item in fields]]
        for number, given in enumerate(table.rows, 1):
            values = (
                cell(item, text, style, number) for item, text in zip(fields, given, strict=True)
            )
            lines.append(["" if value is None else _plain(value) for value in values])
        body.append(_table(lines))
        placed.append({number: number + 1 for number in range(1, len(table.rows) + 1)})
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_WORD}"><w:body>'
        f"{''.join(body)}<w:sectPr/></w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text)
    return out.getvalue(), placed


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _table(lines: Sequence[Sequence[str]]) -> str:
    rows = (
        "<w:tr>" + "".join(f"<w:tc>{_paragraph(text)}</w:tc>" for text in line) + "</w:tr>"
        for line in lines
    )
    grid = "".join("<w:gridCol/>" for _one in lines[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


_LINE = 38
_LINES = 40


def pdf(paragraphs: Sequence[str]) -> bytes:
    """A PDF whose text can be read: a font that every viewer has for Chinese, none embedded."""
    lines = [
        text[at : at + _LINE] for text in paragraphs for at in range(0, max(len(text), 1), _LINE)
    ]
    pages = [lines[at : at + _LINES] for at in range(0, max(len(lines), 1), _LINES)]
    font = 3
    kids = [font + 3 + 2 * number for number in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
            " /DescendantFonts [4 0 R] >>"
        ),
        (
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
            " /FontDescriptor 5 0 R /DW 1000 >>"
        ),
        (
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
            " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        ),
    ]
    for kid, page in zip(kids, pages, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {kid + 1} 0 R"
            f" /Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in page)
        stream = f"BT /F1 13 Tf 18 TL 50 790 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _assemble(objects)


def _assemble(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + trailer.encode()
