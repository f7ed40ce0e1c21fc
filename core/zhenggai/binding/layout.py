"""Where the tables of a sheet are: their headings, their columns, and the rows that are theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.matching import Assignment, Names, assign, names_of
from zhenggai.binding.recognition import Verdict, decide, score, titles_worth
from zhenggai.binding.rows import is_note, total_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhenggai.binding.vocabulary import Vocabulary

HEAD = 400
"""So many rows of a sheet are looked at one by one; of a longer sheet the engine picks the rest."""
_FIGURE = re.compile(
    r"[-+(（￥¥]?\d[\d,]*(?:\.\d+)?[%)）元人]?$|\d{4}[-./年]\d{1,2}(?:[-./月]\d|$)"
)
_FIRST_ROWS = 40
_DEEPEST = 4
_ANCHORS = 6
_BETTER = 0.02
_LATER_SHARE = 0.6
_LATER_CELLS = 3
_TITLE_CELLS = 2
_GAP = 5
_ABOVE, _SHEET, _FILE, _FOLDER = 1.0, 0.9, 0.8, 0.4


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet that are looked at, by their 0-based number in the grid, cells trimmed.

    `merges` are 0-based (top, left, bottom, right) within the grid; `rows` the height of the grid.
    `titles` are the texts beside the sheet (its name, its file's) with their weights.
    """

    cells: Mapping[int, Sequence[str | None]]
    rows: int
    columns: int
    merges: Sequence[tuple[int, int, int, int]] = ()
    titles: Sequence[tuple[str, float]] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pin says of a sheet: its kind, headings by field, and the heading's row (0-based)."""

    kind: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    heading_row: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: rows `start` to `end`, heading rows `top` to `bottom`, columns `left` to `right`.

    All 0-based within the grid and inclusive; `assignment` numbers columns of the grid.
    """

    start: int
    end: int
    top: int
    bottom: int
    left: int
    right: int
    names: Mapping[int, Names]
    verdict: Verdict
    assignment: Assignment | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    """Heading rows, what stands over each column, and what that makes of the table."""

    top: int
    bottom: int
    names: Mapping[int, Names]
    verdict: Verdict
    value: float


def beside(path: str, sheet: str) -> tuple[tuple[str, float], ...]:
    """The texts that name a sheet from outside: its own name, its file's and its folder's."""
    folder, _slash, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    own = () if sheet.lower().startswith("sheet") else ((sheet, _SHEET),)
    return (*own, (stem, _FILE), (folder.rpartition("/")[2], _FOLDER))


def find_tables(grid: Grid, vocabulary: Vocabulary, wanted: Wanted | None = None) -> list[Table]:
    """The tables of a sheet, from top to bottom and from left to right; none if there is no heading.

    A table whose kind could not be decided is given without `assignment`.
    """
    wanted = wanted or Wanted()
    groups = _column_groups(grid)
    if len(groups) > 1 and wanted.heading_row is None:
        parts = [_tables(grid, vocabulary, wanted, left, right) for left, right in groups]
        if all(part and part[0].assignment for part in parts):
            return [table for part in parts for table in part]
    return _tables(grid, vocabulary, wanted, 0, grid.columns - 1)


def _column_groups(grid: Grid) -> list[tuple[int, int]]:
    """Runs of columns between columns that are empty in every row looked at."""
    used = {number for cells in grid.cells.values() for number, text in enumerate(cells) if text}
    groups: list[tuple[int, int]] = []
    for number in sorted(used):
        if groups and groups[-1][1] == number - 1:
            groups[-1] = (groups[-1][0], number)
        else:
            groups.append((number, number))
    return groups


def _tables(
    grid: Grid, vocabulary: Vocabulary, wanted: Wanted, left: int, right: int
) -> list[Table]:
    finder = _Finder(grid, vocabulary, wanted, left, right)
    first = finder.first()
    if first is None:
        return []
    blocks = [first, *finder.later(first)]
    starts = [0, *(finder.begins(block) for block in blocks[1:])]
    ends = [*(start - 1 for start in starts[1:]), grid.rows - 1]
    return [
        finder.table(block, start, end)
        for block, start, end in zip(blocks, starts, ends, strict=True)
    ]


class _Finder:
    """Looks for headings within a range of columns."""

    def __init__(
        self, grid: Grid, vocabulary: Vocabulary, wanted: Wanted, left: int, right: int
    ) -> None:
        self._grid = grid
        self._vocabulary = vocabulary
        self._wanted = wanted
        self._left = left
        self._right = right
        self._hits: dict[int, int] = {}

    def row(self, number: int) -> list[str | None]:
        """The cells of a row within the range; an unknown row is empty."""
        cells = self._grid.cells.get(number, ())
        return [cells[n] if n < len(cells) else None for n in range(self._left, self._right + 1)]

    def filled(self, number: int) -> int:
        """How many cells of a row hold something."""
        return sum(1 for text in self.row(number) if text)

    def hits(self, number: int) -> int:
        """How many cells of a row are headings of anything."""
        if number not in self._hits:
            texts = {text for text in self.row(number) if text}
            self._hits[number] = sum(1 for text in texts if self._vocabulary.known(text))
        return self._hits[number]

    def first(self) -> _Block | None:
        """The best heading near the top, or at the row that a pin names."""
        if self._wanted.heading_row is not None:
            top = self._wanted.heading_row
            return self._best([(top, self._below_merged(top, top))])
        numbers = [n for n in sorted(self._grid.cells) if n < _FIRST_ROWS]
        least = 1 if self._wanted.kind is not None else min(2, self._right - self._left + 1)
        anchors = sorted(
            (n for n in numbers if self.hits(n) >= least), key=lambda n: (-self.hits(n), n)
        )
        return self._best(self._spans(sorted(anchors[:_ANCHORS])))

    def _spans(self, anchors: Sequence[int]) -> list[tuple[int, int]]:
        spans: dict[tuple[int, int], None] = {}
        for anchor in anchors:
            for top in range(anchor, max(-1, anchor - _DEEPEST), -1):
                if top < anchor and not self._may_head(top):
                    break
                spans[top, anchor] = None
                for bottom in range(anchor + 1, min(self._grid.rows, top + _DEEPEST)):
                    if not self._may_head(bottom):
                        break
                    spans[top, bottom] = None
        return sorted(spans, key=lambda span: (span[1] - span[0], span))

    def _may_head(self, number: int) -> bool:
        """Whether a row may be part of a heading of several rows: no figure or date stands in it."""
        texts = [text for text in self.row(number) if text]
        return bool(texts) and not any(_FIGURE.match(text) for text in texts)

    def _best(self, spans: Sequence[tuple[int, int]]) -> _Block | None:
        best: _Block | None = None
        for top, bottom in spans:
            block = self._block(top, bottom)
            if block and (best is None or block.value > best.value + _BETTER):
                best = block
        if best is None:
            return None
        top = self._above_merged(best.top, best.bottom)
        bottom = self._below_merged(top, best.bottom)
        if (top, bottom) != (best.top, best.bottom):
            best = self._block(top, bottom) or best
        while bottom + 1 < self._grid.rows and self._is_ruler(bottom + 1):
            bottom += 1
        return replace(best, top=top, bottom=bottom)

    def _above_merged(self, top: int, bottom: int) -> int:
        """The first row from which a heading cell reaches down by a merge."""
        reaching = [
            high
            for high, left, low, right in self._grid.merges
            if bottom - _DEEPEST < high < top <= low <= bottom
            and self._left <= left <= right <= self._right
        ]
        return min([top, *reaching])

    def _below_merged(self, top: int, bottom: int) -> int:
        """The last row that a heading cell reaches into by a merge downwards."""
        return max(
            [
                bottom,
                *(
                    low
                    for high, left, low, right in self._grid.merges
                    if top <= high <= bottom < low < top + _DEEPEST
                    and self._left <= left <= right <= self._right
                ),
            ]
        )

    def _is_ruler(self, number: int) -> bool:
        """Whether a row only numbers the columns (1 2 3, 甲 乙) or gives their units."""
        texts = [text for text in self.row(number) if text]
        if len(texts) < _LATER_CELLS:
            return bool(texts) and all(words.only_decoration(t) and not t.isdigit() for t in texts)
        numbers = [text.strip("（）()") for text in texts]
        counted = [int(text) for text in numbers if text.isdecimal()]
        if len(counted) == len(numbers):
            return counted == list(range(counted[0], counted[0] + len(counted)))
        return all(words.only_decoration(text) or text in "甲乙丙丁戊" for text in texts)

    def _block(self, top: int, bottom: int) -> _Block | None:
        names = self._names(top, bottom)
        if not names:
            return None
        titled = titles_worth(self._vocabulary, self._titles(top))
        scores = score(self._vocabulary, names, titled)
        if self._wanted.kind is not None:
            chosen = [one for one in scores if one.kind == self._wanted.kind]
            value = chosen[0].value if chosen else 0.0
            verdict = Verdict(self._wanted.kind, 1.0, ())
            return _Block(top, bottom, names, verdict, value)
        if not scores:
            return None
        return _Block(top, bottom, names, decide(scores, self._vocabulary), scores[0].value)

    def _titles(self, top: int) -> list[tuple[str, float]]:
        above = [
            (text, _ABOVE)
            for number in range(max(0, top - _GAP), top)
            if 0 < self.filled(number) <= _TITLE_CELLS
            for text in self.row(number)
            if text
        ]
        return [*above, *self._grid.titles]

    def _names(self, top: int, bottom: int) -> dict[int, Names]:
        """What stands over each column, groups filled to the right as their merges say.

        Without merges (CSV, some tables of documents) a group reaches to the right as long as the
        cells beside it are empty and something stands below them.
        """
        rows = [self.row(number) for number in range(top, bottom + 1)]
        merged = self._merged_texts(top, bottom)
        paths: dict[int, Names] = {}
        for offset in range(self._right - self._left + 1):
            texts: list[str] = []
            for depth, row in enumerate(rows):
                text = row[offset] or merged.get((top + depth, offset))
                if not text and not self._grid.merges and depth < len(rows) - 1:
                    text = self._to_the_left(rows, depth, offset)
                if text:
                    texts.append(text)
            if texts:
                paths[self._left + offset] = names_of(tuple(texts))
        return paths

    @staticmethod
    def _to_the_left(rows: Sequence[Sequence[str | None]], depth: int, offset: int) -> str | None:
        below = rows[depth + 1]
        if not below[offset]:
            return None
        for left in range(offset, -1, -1):
            if rows[depth][left]:
                return rows[depth][left]
            if not below[left]:
                return None
        return None

    def _merged_texts(self, top: int, bottom: int) -> dict[tuple[int, int], str]:
        texts: dict[tuple[int, int], str] = {}
        for high, left, low, right in self._grid.merges:
            if high > bottom or low < top or left < self._left or right > self._right:
                continue
            cells = self._grid.cells.get(high, ())
            text = cells[left] if left < len(cells) else None
            if text:
                for number in range(max(top, high), min(bottom, low) + 1):
                    for column in range(left, right + 1):
                        texts[number, column - self._left] = text
        return texts

    def later(self, first: _Block) -> Iterator[_Block]:
        """Headings of further tables below the first; a repetition of the same one is none."""
        current = first
        for number in sorted(n for n in self._grid.cells if n > first.bottom):
            if number <= current.bottom or not self._looks_like_heading(number):
                continue
            block = self._best(
                [(number, low) for low in range(number, min(number + _DEEPEST, self._grid.rows))]
            )
            if block is None or self._same(block, current):
                continue
            current = block
            yield block

    def _looks_like_heading(self, number: int) -> bool:
        filled, hits = self.filled(number), self.hits(number)
        if filled < min(_LATER_CELLS, self._right - self._left + 1):
            return False
        if total_word(self.row(number)):
            return False
        return hits >= _LATER_CELLS and hits >= filled * _LATER_SHARE

    @staticmethod
    def _same(block: _Block, other: _Block) -> bool:
        texts = {number: names.text for number, names in block.names.items()}
        others = {number: names.text for number, names in other.names.items()}
        equal = sum(1 for number, text in texts.items() if others.get(number) == text)
        return equal * 2 > len(texts)

    def begins(self, block: _Block) -> int:
        """The first row of a table below another: its heading, with title lines over it."""
        top = block.top
        while top - 1 in self._grid.cells and self.filled(top - 1) <= 1 and block.top - top < _GAP:
            cells = self.row(top - 1)
            text = next((cell for cell in cells if cell), "")
            if total_word(cells) or (text and not _is_title(text)):
                break
            top -= 1
        return top

    def table(self, block: _Block, start: int, end: int) -> Table:
        """The table of a heading, its columns matched with the fields of its kind."""
        kind = block.verdict.kind
        assignment = None
        if kind is not None:
            assignment = assign(kind, self._vocabulary, block.names, self._wanted.columns)
        return Table(
            start,
            end,
            block.top,
            block.bottom,
            self._left,
            self._right,
            block.names,
            block.verdict,
            assignment,
            pinned=self._wanted.kind is not None,
        )


def _is_title(text: str) -> bool:
    """Whether a line alone may be a table's title or its unit, not a note of the table above it."""
    return bool(words.stated_unit(text)) or not (is_note(text) or text.endswith(("。", "；", ";")))
