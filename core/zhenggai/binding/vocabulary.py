"""The declared evidence as binding needs it: light enough for a worker to load in milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from zhenggai.binding import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhenggai.model.evidence import Evidence, FieldType
    from zhenggai.model.settings import Pin

SKIP = "skip"
"""What a pin says of a sheet that is no evidence."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a kind; `columns` are the name and DuckDB type of each column it gives."""

    name: str
    title: str
    type: FieldType
    columns: tuple[tuple[str, str], ...]
    required: bool = False
    personal: bool = False
    months: bool = False
    fill_down: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()
    value_synonyms: Mapping[str, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of evidence: `columns` are those of its table, after ``_n``."""

    id: str
    title: str
    form: str
    columns: tuple[tuple[str, str], ...]
    fields: tuple[Column, ...]

    def field(self, name: str) -> Column | None:
        """The field of this name."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class Pinned:
    """A pin of `zhenggai.toml`, as plain data."""

    file: str
    as_: str
    sheet: str | None = None
    columns: Mapping[str, str] | None = None
    heading_row: int | None = None

    @classmethod
    def of(cls, pin: Pin) -> Self:
        """The pin of the settings."""
        return cls(pin.file, pin.as_, pin.sheet, dict(pin.columns), pin.heading_row)

    def fits(self, path: str, sheet: str | None = None) -> bool:
        """Whether it speaks of this file (by path or by name), and of this sheet if one is given."""
        if not (fnmatchcase(path, self.file) or fnmatchcase(path.rpartition("/")[2], self.file)):
            return False
        return sheet is None or self.sheet is None or fnmatchcase(sheet, self.sheet)


Posting = tuple[int, int, bool]
"""Kind, field and whether the heading is the field's title (else a synonym)."""


class Vocabulary:
    """All kinds, and which heading may be which field of which of them.

    Built once from the declarations (some 20,000 headings for all of the product's evidence), kept
    as JSON; kinds become objects when they are asked for.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._kinds: dict[int, Kind] = {}
        self._index: dict[str, list[Posting]] = data["index"]

    @classmethod
    def of(cls, evidence: Mapping[str, Evidence]) -> Self:
        """The vocabulary of declared evidence; derived tables are bound to nothing."""
        chosen = [one for one in evidence.values() if one.form != "derived"]
        index: dict[str, list[Posting]] = {}
        for number, one in enumerate(chosen):
            for place, field in enumerate(one.fields):
                _enter(index, number, place, field.title, (*field.synonyms, field.name))
        titles = [
            [form, number, rank]
            for number, one in enumerate(chosen)
            for rank, name in enumerate((one.title, *one.aliases))
            for form in words.title_forms(name)
        ]
        phrases = [
            [number, [words.plain(phrase) for phrase in one.phrases]]
            for number, one in enumerate(chosen)
            if one.phrases
        ]
        kinds = [_declared(one) for one in chosen]
        return cls({"kinds": kinds, "index": index, "titles": titles, "phrases": phrases})

    @property
    def data(self) -> Mapping[str, Any]:
        """Everything, as JSON can hold it."""
        return self._data

    def __len__(self) -> int:
        return len(self._data["kinds"])

    def kind(self, number: int) -> Kind:
        """The kind of this number."""
        if number not in self._kinds:
            raw = self._data["kinds"][number]
            self._kinds[number] = Kind(
                raw["id"],
                raw["title"],
                raw["form"],
                _pairs(raw["columns"]),
                tuple(_column(field) for field in raw["fields"]),
            )
        return self._kinds[number]

    def number(self, id_: str) -> int | None:
        """The number of the kind of this id."""
        return self._numbers.get(id_)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {raw["id"]: number for number, raw in enumerate(self._data["kinds"])}

    @cached_property
    def sizes(self) -> list[tuple[int, int, bool]]:
        """Of each kind the number of fields, of required fields, and whether it is a table."""
        return [
            (
                len(raw["fields"]),
                sum(bool(field.get("required")) for field in raw["fields"]),
                raw["form"] == "table",
            )
            for raw in self._data["kinds"]
        ]

    @cached_property
    def required(self) -> list[frozenset[int]]:
        """Of each kind the places of its required fields."""
        return [
            frozenset(place for place, field in enumerate(raw["fields"]) if field.get("required"))
            for raw in self._data["kinds"]
        ]

    def postings(self, form: str) -> Sequence[Posting]:
        """The fields that a heading in this form may be."""
        return self._index.get(form, ())

    def known(self, text: str) -> bool:
        """Whether the text is a heading of anything."""
        return any(form in self._index for form in words.heading_forms(text))

    def titles(self, form: str) -> Sequence[tuple[str, int, int]]:
        """Title or alias, kind and rank (0 the title) of the kinds of a form."""
        return self._titles[form]

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, int, int]]]:
        titles: dict[str, list[tuple[str, int, int]]] = {"table": [], "document": []}
        for text, number, rank in self._data["titles"]:
            if len(text) >= _SHORTEST:
                titles[self._data["kinds"][number]["form"]].append((text, number, rank))
        return titles

    def plugin(self, kind: int) -> str:
        """The plugin that declares a kind."""
        id_: str = self._data["kinds"][kind]["id"]
        return id_.partition(".")[0]

    def same_paper(self, one: int, other: int) -> bool:
        """Whether two plugins declare these kinds under a common title or alias: one paper, then."""
        return self.plugin(one) != self.plugin(other) and not self._papers[one].isdisjoint(
            self._papers[other]
        )

    @cached_property
    def _papers(self) -> list[set[str]]:
        """Of each kind its form with each of its titles and aliases."""
        papers: list[set[str]] = [set() for _kind in self._data["kinds"]]
        for text, number, _rank in self._data["titles"]:
            if len(text) >= _SHORTEST:
                papers[number].add(f"{self._data['kinds'][number]['form']}:{text}")
        return papers

    def phrased(self, text: str) -> tuple[int, ...]:
        """The kinds of document all of whose phrases stand in the text."""
        if not self._data["phrases"]:
            return ()
        full = words.plain(text)
        return tuple(
            number
            for number, phrases in self._data["phrases"]
            if all(phrase in full for phrase in phrases)
        )

    def likely(self, path: str) -> tuple[str, ...]:
        """The ids of the kinds whose title or alias stands in the file's name."""
        name = words.plain(path.rpartition("/")[2].rpartition(".")[0] or path)
        found = {
            n: len(t) for t, n, _rank in self._data["titles"] if len(t) >= _SHORTEST and t in name
        }
        best = max(found.values(), default=0)
        return tuple(
            sorted(self._data["kinds"][n]["id"] for n, size in found.items() if size == best)
        )


_SHORTEST = 3
"""A shorter alias ("台账") says nothing when it stands in a title."""


def _enter(
    index: dict[str, list[Posting]], number: int, place: int, title: str, others: Iterable[str]
) -> None:
    entered: set[str] = set()
    for text, is_title in ((title, True), *((other, False) for other in others)):
        for form in words.declared_forms(text):
            if form not in entered:
                entered.add(form)
                index.setdefault(form, []).append((number, place, is_title))


def _declared(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": evidence.id,
        "title": evidence.title,
        "form": evidence.form,
        "columns": evidence.columns(),
        "fields": [
            {
                "columns": field.columns(),
                **{
                    name: getattr(field, name)
                    for name in _PLAIN
                    if name in {"name", "title", "type"} or getattr(field, name)
                },
            }
            for field in evidence.fields
        ],
    }


_PLAIN = tuple(field.name for field in fields(Column) if field.name != "columns")


def _pairs(raw: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, kind) for name, kind in raw)


def _column(raw: Mapping[str, Any]) -> Column:
    return Column(
        **{
            **raw,
            "columns": _pairs(raw["columns"]),
            "values": tuple(raw.get("values", ())),
        }
    )
