"""Every blank ledger binds to its evidence, with all its fields."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from zhenggai.binding.template import ROWS, heading_of, write_template
from zhenggai.model.evidence import Evidence, Field
from zhenggai.reading import read_file

VALUES = {
    "text": "内容", "integer": 12, "decimal": 12.5, "money": 1234.5, "date": dt.date(2026, 3, 5),
    "month": "2026-03", "percent": 0.95, "bool": "是", "id_card": "11010519491231002X",
    "uscc": "91110000600037341L", "person": "张三", "org": "某公司",
}  # fmt: skip
TABLES = [
    "finance.receptions", "finance.vouchers", "food.inspections", "rectification.ledger", "party.meetings", "cadre.roster",
]  # fmt: skip


def filled(evidence):
    book = openpyxl.load_workbook(io.BytesIO(write_template(evidence)))
    for column, field in enumerate(evidence.fields, 1):
        book.active.cell(3, column, field.values[0] if field.type == "enum" else VALUES[field.type])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("id_", TABLES)
def test_a_filled_template_binds_with_all_fields(binding, declared, id_):
    raw = read_file("表.xlsx", filled(declared[id_]))
    result = binding(*raw.sheets, path="表.xlsx", troubles=raw.troubles)
    assert result.evidence == [id_]
    assert result.source.sheets[0].missing == ()
    assert result.troubles == []
    (row,) = result.rows()
    assert set(row) == {"_n", *(name for name, _kind in declared[id_].columns())}


@pytest.mark.parametrize("id_", TABLES)
def test_an_empty_template_binds_without_rows(binding, declared, id_):
    raw = read_file("表.xlsx", write_template(declared[id_]))
    result = binding(*raw.sheets, path="表.xlsx", troubles=raw.troubles)
    assert result.evidence == [id_]
    assert result.rows() == []


def test_choices_formats_and_notes_are_there(declared):
    evidence = declared["food.inspections"]
    sheet = openpyxl.load_workbook(io.BytesIO(write_template(evidence))).active
    headings = [cell.value for cell in sheet[2]]
    assert headings[:2] == ["监管所*", "被检查单位*"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"符合,基本符合,不符合"'
    assert str(choice.sqref) == f"F3:F{ROWS + 2}"
    assert sheet.column_dimensions["D"].width > 0
    assert "符合 / 基本符合 / 不符合" in sheet["F2"].comment.text


def test_a_heading_names_its_unit_once():
    field = Field(name="x", title="面积", type="decimal", unit="㎡", required=True)
    assert heading_of(field) == "面积（㎡）*"
    assert (
        heading_of(field.model_copy(update={"title": "面积（㎡）", "required": False}))
        == "面积（㎡）"
    )


def test_a_title_that_no_sheet_may_have_is_shortened():
    evidence = Evidence(id="a.b", title="一/二：[三]" * 10, fields=(Field(name="x", title="列"),))
    sheet = openpyxl.load_workbook(io.BytesIO(write_template(evidence))).active
    assert len(sheet.title) <= 31
    assert sheet["A1"].value == evidence.title
