"""An assessment for people and programs: one module a format, found by name, loaded when used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhenggai.model.assessment import Assessment

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output: the stable name of its file, and where it is made."""

    name: str
    filename: str
    module: str
    function: str = "render"

    def render(self, assessment: Assessment) -> bytes:
        """The bytes of the file; only now is the module loaded, with whatever it needs."""
        made = getattr(import_module(self.module), self.function)(assessment)
        return made if isinstance(made, bytes) else made.encode()


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("json", "result.json", "zhenggai.reporting.result_json", "dumps"),
        Format("html", "scorecard.html", "zhenggai.reporting.html"),
        Format("xlsx", "scorecard.xlsx", "zhenggai.reporting.xlsx"),
        Format("md", "scorecard.md", "zhenggai.reporting.markdown"),
        Format("csv", "findings.csv", "zhenggai.reporting.csv_findings"),
    )
}
"""The formats of the core by name; plugins add theirs by `register_report_formats`."""
