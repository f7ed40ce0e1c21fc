"""The workbook and the CSV: the text of every sheet, read back; nothing in them is a formula."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import sample

from zhenggai.reporting import csv_findings, xlsx
from zhenggai.reporting.safe import CELL_LIMIT, csv_cell, xlsx_cell

PAYLOADS = ("=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "http://example.org")


def book(made):
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(made)))


def dump(made):
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book(made)
    }


def test_the_workbook_has_its_five_sheets():
    assert list(dump(sample.assessment())) == [
        "Scorecard",
        "Findings",
        "Undecided",
        "Evidence",
        "Rules",
    ]


def test_every_finding_is_a_row_with_its_address_and_amount():
    made = sample.assessment()
    heading, *rows = dump(made)["Findings"]
    assert len(rows) == len(made.findings)
    first = dict(zip(heading, rows[0], strict=True))
    assert first["Section"] == "Finance"
    assert first["File"] == "finance/财务管理台账2026.xlsx"
    assert first["Cell"] == "H5"
    assert first["Amount (yuan)"] == 350
    assert {row[-1] for row in rows} == {finding.fingerprint for finding in made.findings}


def test_the_scorecard_sheet_has_vetoes_four_numbers_and_sections():
    rows = dump(sample.assessment())["Scorecard"]
    flat = [cell for row in rows for cell in row if cell is not None]
    assert "Veto items failed: 选拔任用程序完整且时间有序 (cadre.selection-steps)" in flat
    assert "78.6" in flat
    assert "67.1 ~ 81.7" in flat
    assert ["Finance", 45, 41.6, 77.6, 32.3, 54.6] in [row[:6] for row in rows]


def test_undecided_rules_and_rows_and_all_sources_and_rules_are_listed():
    made = sample.assessment()
    sheets = dump(made)
    gaps = sum(len(result.gaps) for result in made.results)
    assert len(sheets["Undecided"]) == 1 + len(made.scorecard.undecided) + gaps
    assert {row[0] for row in sheets["Evidence"][1:]} == {source.path for source in made.sources}
    assert [row[-1] for row in sheets["Rules"][1:]] == [result.rule for result in made.results]


def test_troubles_left_out_of_the_workbook_are_counted():
    made = sample.assessment()
    many = made.sources[0].model_copy(update={"trouble_count": 40})
    rows = dump(made.model_copy(update={"sources": (many,)}))["Evidence"]
    assert rows[1][10].endswith("and 39 more")


def test_sheets_are_filtered_frozen_and_set_up_for_a4_landscape():
    for sheet in book(sample.assessment()):
        assert sheet.auto_filter.ref
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert book(sample.assessment())["Findings"].freeze_panes == "E2"


def test_no_payload_becomes_a_formula_or_a_link():
    for payload in PAYLOADS:
        data = xlsx.render(sample.assessment(poison=payload))
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for name in parts.namelist():
                text = parts.read(name).decode()
                if name.startswith("xl/worksheets/"):
                    assert "<f>" not in text
                    assert "<hyperlink" not in text


def test_a_text_that_begins_like_a_formula_stays_text():
    made = sample.assessment()
    found = (
        made.results[0].findings[0].model_copy(update={"owner": PAYLOADS[0], "message_en": "=1+1"})
    )
    result = made.results[0].model_copy(update={"findings": (found,)})
    heading, row = dump(made.model_copy(update={"results": (result,)}))["Findings"]
    shown = dict(zip(heading, row, strict=True))
    assert (shown["Responsible"], shown["What was found"]) == (PAYLOADS[0], "=1+1")


def test_a_workbook_without_a_score_says_so():
    made = sample.assessment().model_copy(update={"scorecard": None, "results": ()})
    sheets = dump(made)
    assert sheets["Scorecard"][3][0] == "not scored"
    assert len(sheets["Findings"]) == 1


def test_the_same_assessment_gives_the_same_workbook():
    assert xlsx.render(sample.assessment()) == xlsx.render(sample.assessment())


def test_a_text_too_long_for_a_cell_is_cut_and_marked():
    assert xlsx_cell("长" * (CELL_LIMIT + 5)) == "长" * (CELL_LIMIT - 1) + "…"
    assert xlsx_cell("短\x00") == "短\ufffd"


def test_the_csv_opens_in_excel_and_lists_every_finding():
    made = sample.assessment()
    data = csv_findings.render(made)
    assert data.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert len(rows) == len(made.findings)
    assert all(len(row) == len(heading) for row in rows)


def test_no_cell_of_the_csv_begins_like_a_formula():
    for payload in PAYLOADS[:6]:
        assert csv_cell(payload) == f"'{payload}"
    made = sample.assessment()
    found = made.results[0].findings[0].model_copy(update={"owner": "=1"})
    result = made.results[0].model_copy(update={"findings": (found,)})
    data = csv_findings.render(made.model_copy(update={"results": (result,)})).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data)) for cell in row]
    assert "'=1" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
