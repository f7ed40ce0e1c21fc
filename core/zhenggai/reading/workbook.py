"""The plan of an XLSX workbook: its sheets in order, their parts, and whether they are hidden."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.reading.refusal import broken
from zhenggai.reading.sheetwalk import TRUE
from zhenggai.reading.xml import elements

if TYPE_CHECKING:
    from zhenggai.reading.container import Container

_OFFICE_DOCUMENT = "/officeDocument"
_STYLES = "/styles"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: `part` is the name of its member in the container, `kind` worksheet, chart …."""

    name: str
    part: str
    kind: str
    hidden: bool

    @property
    def is_table(self) -> bool:
        """Whether it has cells: not so a sheet that is one chart."""
        return self.kind != "chartsheet"


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """The sheets, the styles part, and whether formulas are to be calculated before their use."""

    sheets: tuple[SheetPlan, ...]
    styles: str
    recalculate: bool = False


def relations(container: Container, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part by id: type and the target's full name."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in container:
        return {}
    found = {}
    for element, attributes in elements(container.xml(rels)):
        if element == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[attributes.get("Id", "")] = (
                attributes.get("Type", ""),
                posixpath.normpath(full),
            )
    return found


def main_part(container: Container, usual: str) -> str:
    """The part that the package names as its document; `usual` where it names none."""
    for kind, target in relations(container, "").values():
        if kind.endswith(_OFFICE_DOCUMENT) and target in container:
            return target
    return usual


def plan_workbook(container: Container, part: str) -> WorkbookPlan:
    """Read the plan from an XLSX workbook part.

    Raises:
        Refusal: the part is missing or not well-formed.
    """
    if part not in container:
        raise broken(part)
    targets = relations(container, part)
    sheets: list[SheetPlan] = []
    recalculate = False
    for element, attributes in elements(container.xml(part)):
        if element == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            kind, target = targets.get(key, ("", ""))
            state = attributes.get("state", "visible")
            sheets.append(
                SheetPlan(
                    name=attributes.get("name", ""),
                    part=target,
                    kind=kind.rpartition("/")[2],
                    hidden=state != "visible",
                )
            )
        elif element == "calcPr":
            recalculate = attributes.get("fullCalcOnLoad") in TRUE
    styles = next((part for kind, part in targets.values() if kind.endswith(_STYLES)), "")
    return WorkbookPlan(tuple(sheets), styles, recalculate)
