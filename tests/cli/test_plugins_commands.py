"""Commands that plugins add, and one document read alone."""

from __future__ import annotations

import pytest

from zhenggai import read_paper
from zhenggai.errors import EvidenceError, UnknownNameError

REPORT = """关于巡察整改进展情况的报告

一、提高认识，压实责任
成立领导小组，召开会议3次。
二、逐项整改，务求实效
针对财务管理不规范问题
一是印发《财务管理制度》，组织培训2次。二是清退款项1200元。
三、巩固成果
将定期召开会议。
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "整改报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    (tmp_path / "别的.txt").write_text("与本报告无关", encoding="utf-8")
    return path


def test_one_document_is_read_alone(report):
    paper = read_paper(report, "rectification.report_document")
    assert paper.evidence == "rectification.report_document"
    assert paper.text.splitlines()[0] == "关于巡察整改进展情况的报告"


def test_what_cannot_be_read_or_is_unknown_is_named(report, tmp_path):
    with pytest.raises(EvidenceError, match="no such file"):
        read_paper(tmp_path / "无.txt", "rectification.report_document")
    with pytest.raises(UnknownNameError, match=r"rectification\.report_document"):
        read_paper(report, "rectification.report_documents")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04" + b"x" * 300)
    with pytest.raises(EvidenceError, match="damaged"):
        read_paper(tmp_path / "坏.docx", "rectification.report_document")


def test_a_report_is_linted_from_the_command_line(zhenggai, report):
    said = zhenggai("report", "lint", report)
    assert "3 chapters, 1 findings, 2 measures" in said.out
    assert "Traceback" not in said.err
    assert zhenggai("report", "lint", report.parent / "无.txt").status in {2, 4}


def test_a_command_of_a_plugin_stands_in_the_help(zhenggai):
    assert "  report " in zhenggai("--help").out
