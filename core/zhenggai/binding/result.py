"""What binding a file gives: the fields of its `Source` as plain data, and its tables as SQL."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zhenggai.masking import mask_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhenggai.binding.vocabulary import Column
    from zhenggai.model.raw import Trouble

SHOWN = 200
"""So many troubles of one kind and column are listed; all are counted."""

Record = dict[str, Any]
"""Fields of a record of `zhenggai.model.source`, as JSON holds them: a worker starts twice as fast
without the models themselves."""


@dataclass(frozen=True, slots=True)
class BoundTable:
    """A table or document bound to a kind of evidence (None: paragraphs of an unknown document).

    `number` is that of its record among the sheets or, with `document`, among the documents.
    `select` is as in `Part.select`; where `file` is given, it reads that Parquet file, and says
    ``$zhenggai_file`` for its path. `paragraphs`: it holds the paragraphs of the document.
    """

    evidence: str | None
    number: int
    select: str
    file: str = ""
    document: bool = False
    paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """One file bound: `source` holds the fields of its `Source`, all ordinals still 0."""

    source: Record
    tables: tuple[BoundTable, ...] = ()


@dataclass(slots=True)
class Troubles:
    """Gathers troubles: all are counted, the first of each kind and column are kept.

    What is said of a sheet as one kind and again, in the same words, as another is said once.
    """

    kept: list[Record] = field(default_factory=list)
    count: int = 0
    _listed: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _said: set[Trouble] = field(default_factory=set)

    def add(self, trouble: Trouble, *, personal: Column | None = None) -> None:
        """Keep a trouble; the text of a personal field is masked."""
        if not trouble.field:
            if trouble in self._said:
                return
            self._said.add(trouble)
        self.count += 1
        key = (trouble.kind, trouble.sheet, trouble.field, trouble.evidence)
        self._listed[key] += 1
        if self._listed[key] <= SHOWN or trouble.blocking:
            self.kept.append(record_of(trouble, personal))

    def add_all(self, troubles: Iterable[Trouble]) -> None:
        """Keep several."""
        for trouble in troubles:
            self.add(trouble)

    def uncounted(self, number: int) -> None:
        """Count troubles that are too many to be listed."""
        self.count += number


def record_of(trouble: Trouble, personal: Column | None = None) -> Record:
    """The fields of a `TroubleRecord`, without those that are empty."""
    text = mask_field(trouble.text, personal.type) if personal else trouble.text
    fields = {
        "kind": str(trouble.kind),
        "message": trouble.message,
        "sheet": trouble.sheet,
        "cell": trouble.cell,
        "text": text[:_LONGEST],
        "expected": trouble.expected,
        "field": trouble.field,
        "evidence": trouble.evidence,
        "blocking": trouble.blocking,
    }
    return {name: value for name, value in fields.items() if value}


_LONGEST = 200


def letters(column: int) -> str:
    """The letters of a 1-based column number."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
