"""What collecting a unit's evidence gives: records of its sources, and its tables to be loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from zhenggai.model.raw import RawParagraph
from zhenggai.model.source import Source


@dataclass(frozen=True, slots=True)
class Part:
    """One bound table or document.

    `select` is a SELECT on the session's own connection. For a table or document evidence it gives
    ``_n BIGINT`` (the 1-based row of the sheet; 0 for a document) and the evidence's columns in
    order; for paragraphs ``_n, page INTEGER, level INTEGER, text VARCHAR``.
    `evidence` is None for a document that was not recognised.
    """

    evidence: str | None
    ordinal: int
    select: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of the unit, as handed to `derive_tables`."""

    evidence: str
    path: str
    title: str
    paragraphs: tuple[RawParagraph, ...]
    ordinal: int = 0
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole text, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """One derived row: values by field name, and the 1-based paragraph it stands in."""

    paper: Paper
    paragraph: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything collected from one unit's folder, sources ordered by path.

    `papers` gives the recognised documents when asked: only plugins that derive tables need them.
    """

    sources: tuple[Source, ...]
    parts: tuple[Part, ...] = ()
    paragraphs: tuple[Part, ...] = ()
    papers: Callable[[], tuple[Paper, ...]] = field(default=tuple)
    read_anew: int = 0
    from_cache: int = 0
