"""What a plugin declares of its papers: kinds of evidence and their typed fields."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field as PydanticField
from pydantic import model_validator

from zhenggai.model.base import Frozen

FieldType = Literal[
    "text",
    "integer",
    "decimal",
    "money",
    "date",
    "month",
    "percent",
    "bool",
    "enum",
    "id_card",
    "uscc",
    "person",
    "org",
]

COLUMN_TYPES: dict[FieldType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(18,4)",
    "money": "DECIMAL(18,2)",
    "date": "DATE",
    "month": "DATE",
    "percent": "DECIMAL(9,6)",
    "bool": "BOOLEAN",
    "enum": "VARCHAR",
    "id_card": "VARCHAR",
    "uscc": "VARCHAR",
    "person": "VARCHAR",
    "org": "VARCHAR",
}
"""The DuckDB type of a field: money in yuan, percent as a fraction, a month as its first day."""

NAME = r"^[a-z][a-z0-9_]*$"
EVIDENCE_ID = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"


class Field(Frozen):
    """A typed column of an evidence table.

    A `date` field with ``months = true`` may hold a month without a day ("2024年3月"): it then has
    two more columns, ``<name>_from`` and ``<name>_to``, the first and last day it may mean; they
    equal ``<name>`` where the day is known. Without it a month is not a date, and a trouble.
    """

    name: str = PydanticField(pattern=NAME)
    title: str = PydanticField(min_length=1)
    title_en: str = ""
    synonyms: tuple[str, ...] = ()
    type: FieldType = "text"
    required: bool = False
    personal: bool = False
    values: tuple[str, ...] = ()
    value_synonyms: dict[str, tuple[str, ...]] = {}
    unit: str = ""
    months: bool = False
    fill_down: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.type == "enum" and not self.values:
            raise ValueError("an enum field needs `values`")
        if self.type != "enum" and (self.values or self.value_synonyms):
            raise ValueError("only an enum field has `values`")
        if unknown := sorted(set(self.value_synonyms) - set(self.values)):
            raise ValueError(f"`value_synonyms` of no value: {', '.join(unknown)}")
        if self.months and self.type != "date":
            raise ValueError("only a date field can have `months`")
        return self

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name and DuckDB type of each column the field gives the evidence table."""
        kind = COLUMN_TYPES[self.type]
        if self.months:
            return ((self.name, kind), (f"{self.name}_from", kind), (f"{self.name}_to", kind))
        return ((self.name, kind),)


DOCUMENT_COLUMNS: tuple[tuple[str, str], ...] = (
    ("path", "VARCHAR"),
    ("title", "VARCHAR"),
    ("doc_no", "VARCHAR"),
    ("issued_on", "DATE"),
    ("text", "VARCHAR"),
)
"""Columns that every evidence of form `document` has before its declared fields."""


class Evidence(Frozen):
    """A kind of paper that a rule reads, declared by a plugin.

    `table`: ledgers, one row a thing. `document`: papers, one row a document, whose paragraphs are
    in ``core.paragraphs``; its fields are read from ``标题：值`` lines. `derived`: a table that a
    plugin makes from documents (hook ``derive_tables``); it is found when its `source` is found.

    `phrases` are for documents that carry no title: one that no title names is recognised by its
    text if all of them stand in it.

    With `fresh_days`, what the newest row says must not be older than that on the as-of date (or
    on the last day of the period, if that is earlier): else the rule is `stale`.
    """

    id: str = PydanticField(pattern=EVIDENCE_ID)
    title: str = PydanticField(min_length=1)
    title_en: str = ""
    form: Literal["table", "document", "derived"] = "table"
    grain: str = ""
    key: tuple[str, ...] = ()
    date: str | None = None
    aliases: tuple[str, ...] = ()
    phrases: tuple[Annotated[str, PydanticField(min_length=2)], ...] = ()
    source: str | None = None
    fresh_days: int | None = PydanticField(default=None, ge=1)
    note: str = ""
    fields: tuple[Field, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        names = [name for field in self.fields for name, _ in field.columns()]
        if self.form == "document":
            names += [name for name, _ in DOCUMENT_COLUMNS]
        if len(names) != len(set(names)):
            twice = sorted({name for name in names if names.count(name) > 1})
            raise ValueError(f"two fields give the column {', '.join(twice)}")
        for name in (*self.key, *((self.date,) if self.date else ())):
            if name not in names:
                raise ValueError(f"`{name}` in key or date is no field")
        if self.form == "table" and not self.fields:
            raise ValueError("a table needs fields")
        if self.form != "document" and self.phrases:
            raise ValueError("only a document has `phrases`")
        if (self.form == "derived") != (self.source is not None):
            raise ValueError("`source` names the document of a derived table, and only of one")
        return self

    @property
    def plugin(self) -> str:
        """The plugin that declares it; also its schema in the checking session."""
        return self.id.partition(".")[0]

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name and DuckDB type of each column a rule sees, after ``_row BIGINT``."""
        given = DOCUMENT_COLUMNS if self.form == "document" else ()
        return (*given, *(column for field in self.fields for column in field.columns()))

    def field(self, name: str) -> Field | None:
        """The field of this name, or of which this is a companion column (`_from`, `_to`)."""
        for field in self.fields:
            if any(column == name for column, _ in field.columns()):
                return field
        return None
