"""Which column of a sheet is which field of a kind: decided by exact headings, never by likeness."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhenggai.binding import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhenggai.binding.vocabulary import Kind, Vocabulary

Path = tuple[str, ...]
"""The texts over a column, from the widest group down to its own heading."""

_NUMBERED = ("序号", "编号", "no", "行次", "栏次", "备注", "说明")
"""Headings that say nothing of a sheet's kind when no field has claimed them."""

PINNED, TITLE_PATH, TITLE, SYNONYM_PATH, SYNONYM = 5, 4, 3, 2, 1
HOW = {
    PINNED: "pin",
    TITLE_PATH: "title",
    TITLE: "title",
    SYNONYM_PATH: "synonym",
    SYNONYM: "synonym",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The forms under which a column is looked up: its own heading, and together with its groups.

    `whole` holds the longer, more telling names ("实际" over "会议时间" is "实际会议时间").
    """

    path: Path
    own: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def text(self) -> str:
        """The column's own heading, as written."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Matched:
    """A column of the sheet (0-based, of the grid) taken as a field."""

    column: int
    field: int
    heading: str
    strength: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Columns and fields that could not be told apart, so that none of them is bound."""

    columns: tuple[int, ...]
    fields: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the columns are, what none is, and what stayed open."""

    matched: tuple[Matched, ...]
    clashes: tuple[Clash, ...]


def names_of(path: Path) -> Names:
    """The names of a column from the texts over it; a group repeated over itself counts once."""
    texts = [text for number, text in enumerate(path) if not number or text != path[number - 1]]
    if not texts:
        return Names((), (), ())
    own = words.heading_forms(texts[-1])
    whole: dict[str, None] = {}
    for start in range(len(texts) - 1):
        joined = "".join(texts[start:])
        whole |= dict.fromkeys(words.heading_forms(joined))
        # "责任领导" under "整改责任" may also be written as the group with the heading in brackets
        whole |= dict.fromkeys(words.heading_forms(f"{texts[start]}{texts[-1]}"))
    if len(texts) > 1 and words.only_decoration(texts[-1]):
        own = (*own, *words.heading_forms(texts[-2]))
    return Names(tuple(texts), own, tuple(name for name in whole if name not in own))


def neutral(names: Names) -> bool:
    """Whether a column nobody claims says nothing about the kind of the sheet."""
    return not names.own or names.own[-1] in _NUMBERED


def assign(
    kind: int, vocabulary: Vocabulary, columns: Mapping[int, Names], pinned: Mapping[str, str]
) -> Assignment:
    """Match the columns with the fields of one kind.

    The exact title beats a synonym; with equal strength a column's name together with its groups
    decides; if even that leaves two columns for one field, or two fields for one column, none of
    them is bound.
    """
    declared = vocabulary.kind(kind)
    strengths = _strengths(kind, vocabulary, columns)
    for (column, field), strength in _pins(declared, columns, pinned).items():
        strengths[column, field] = strength
    matched: list[Matched] = []
    clashes: list[Clash] = []
    open_columns, open_fields = set(columns), set(range(len(declared.fields)))
    for level in (PINNED, TITLE_PATH, TITLE, SYNONYM_PATH, SYNONYM):
        pairs = {pair for pair, best in strengths.items() if level in best}
        while True:
            pairs = {(c, f) for c, f in pairs if c in open_columns and f in open_fields}
            sure = _unique(pairs) or _by_path(pairs, strengths, level)
            if not sure:
                break
            for column, field in sorted(sure):
                matched.append(Matched(column, field, columns[column].text, level))
                open_columns.discard(column)
                open_fields.discard(field)
        for clash in _components(pairs):
            clashes.append(clash)
            open_columns -= set(clash.columns)
            open_fields -= set(clash.fields)
    return Assignment(tuple(sorted(matched, key=lambda one: one.column)), tuple(clashes))


def _strengths(
    kind: int, vocabulary: Vocabulary, columns: Mapping[int, Names]
) -> dict[tuple[int, int], set[int]]:
    strengths: dict[tuple[int, int], set[int]] = defaultdict(set)
    for column, names in columns.items():
        for forms, title, synonym in (
            (names.whole, TITLE_PATH, SYNONYM_PATH),
            (names.own, TITLE, SYNONYM),
        ):
            for form in forms:
                found = [p for p in vocabulary.postings(form) if p[0] == kind]
                for _kind, field, is_title in found:
                    strengths[column, field].add(title if is_title else synonym)
                if found:
                    break
    return strengths


def _pins(
    kind: Kind, columns: Mapping[int, Names], pinned: Mapping[str, str]
) -> dict[tuple[int, int], set[int]]:
    places = {field.name: place for place, field in enumerate(kind.fields)}
    pins: dict[tuple[int, int], set[int]] = {}
    for heading, name in pinned.items():
        wanted = set(words.heading_forms(heading)[:1])
        for column, names in columns.items():
            if name in places and wanted & {*names.own, *names.whole}:
                pins[column, places[name]] = {PINNED}
    return pins


def _unique(pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs whose column and field both stand in no other pair."""
    columns: dict[int, int] = defaultdict(int)
    fields: dict[int, int] = defaultdict(int)
    for column, field in pairs:
        columns[column] += 1
        fields[field] += 1
    return {(c, f) for c, f in pairs if columns[c] == 1 and fields[f] == 1}


def _by_path(
    pairs: set[tuple[int, int]], strengths: Mapping[tuple[int, int], set[int]], level: int
) -> set[tuple[int, int]]:
    """Of pairs that clash, those that alone are also known by the name with the groups."""
    if level in (TITLE_PATH, SYNONYM_PATH, PINNED):
        return set()
    return _unique({pair for pair in pairs if SYNONYM_PATH in strengths[pair]})


def _components(pairs: set[tuple[int, int]]) -> Sequence[Clash]:
    left = set(pairs)
    clashes: list[Clash] = []
    while left:
        columns, fields = {min(left)[0]}, {min(left)[1]}
        while True:
            near = {(c, f) for c, f in left if c in columns or f in fields}
            if not near:
                break
            columns |= {c for c, _f in near}
            fields |= {f for _c, f in near}
            left -= near
        clashes.append(Clash(tuple(sorted(columns)), tuple(sorted(fields))))
    return clashes
