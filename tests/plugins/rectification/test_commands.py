"""`zhenggai report lint` and `verify` over papers on disk."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from samples import HARBOUR

from zhenggai_rectification.commands import report

CASES = """案件编号,行政处罚决定书文号,当事人,案由,处罚依据,适用程序,办案机构,立案日期,处罚决定日期,罚款金额,结案日期
1,1号,甲公司,无照,条例,普通程序,执法队,2026-03-10,2026-05-20,1000,2026-06-01
2,2号,乙公司,无照,条例,普通程序,执法队,2026-05-10,,,
"""
TOLD = """关于巡察整改情况的报告
报告日期：2026-08-20
反馈日期：2026-03-10
二、反馈问题整改情况
针对行政处罚不规范问题
一是加大办案力度，共立案{filed}件，结案1件。{more}
"""


def run(*words):
    result = CliRunner().invoke(report, [*map(str, words)], standalone_mode=False)
    assert result.exception is None, result.exception
    return result


@pytest.fixture
def unit(tmp_path):
    (tmp_path / "台账").mkdir()
    (tmp_path / "台账" / "行政处罚案件台账.csv").write_text(CASES, encoding="utf-8")
    return tmp_path


def test_lint_prints_the_structure_and_what_is_wrong(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(HARBOUR.replace("检查值班8次", "检查值班**次"), encoding="utf-8")
    result = run("lint", path, "--as-of", "2025-08-30")
    assert result.return_value == 1
    assert "计量监管存在短板" in result.output
    assert "**次" in result.output


def test_verify_tells_supported_from_contradicted(unit):
    path = unit / "报告.txt"
    path.write_text(TOLD.format(filed=3, more=""), encoding="utf-8")
    result = run("verify", path, unit, "--as-of", "2026-08-30")
    assert result.return_value == 1
    assert "✓ 结案1件" in result.output
    assert "立案3件" in result.output
    assert "为2" in result.output


def test_verify_takes_a_report_from_elsewhere_and_leaves_the_folder_as_it_was(
    unit, tmp_path_factory
):
    path = tmp_path_factory.mktemp("elsewhere") / "报告.txt"
    path.write_text(TOLD.format(filed=2, more="二是配备干部2名。"), encoding="utf-8")
    settings = unit / "zhenggai.toml"
    settings.write_text('[unit]\nname = "某局"\n', encoding="utf-8")
    before = sorted(one.name for one in unit.rglob("*"))
    result = run("verify", path, unit, "--as-of", "2026-08-30")
    assert result.return_value == 3
    assert "✓ 共立案2件" in result.output
    assert sorted(one.name for one in unit.rglob("*")) == before
    assert settings.read_text(encoding="utf-8") == '[unit]\nname = "某局"\n'


def test_a_date_that_is_none_is_refused(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    result = CliRunner().invoke(report, ["lint", str(path), "--as-of", "昨天"])
    assert result.exit_code == 2
