"""Sentences that stand twice in a report, nearly word for word, under different findings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST: Final = 0.6
"""Pairs less alike than this are not given: no sensible threshold lies below."""
SHORTEST: Final = 8
_NOISE: Final = re.compile(r"[\d*X×\s\W_]+|[一二三四五六七八九十]{1,3}是")
_GRAM: Final = 3
_COMMON: Final = 200


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two sentences by their places in the list given, and how alike they are (0 to 1)."""

    first: int
    second: int
    likeness: float
    characters: int


def skeleton(sentence: str) -> str:
    """A sentence without numbers, masks, spaces, punctuation and its 一是."""
    return _NOISE.sub("", sentence)


def find_repeats(sentences: Sequence[tuple[int, str]]) -> tuple[Repeat, ...]:
    """Pairs of like sentences of different findings.

    Args:
        sentences: the finding each belongs to, and its words.

    Only pairs that share enough runs of three characters are compared: all against all would take
    the square of a long report's time.
    """
    bare = [skeleton(words) for _finding, words in sentences]
    grams = [frozenset(one[at : at + _GRAM] for at in range(len(one) - _GRAM + 1)) for one in bare]
    holders: dict[str, list[int]] = {}
    found = []
    for number, own in enumerate(grams):
        if len(bare[number]) < SHORTEST:
            continue
        shared: Counter[int] = Counter()
        for gram in own:
            at = holders.setdefault(gram, [])
            if len(at) <= _COMMON:
                shared.update(at)
            at.append(number)
        for other, common in shared.items():
            if sentences[other][0] == sentences[number][0]:
                continue
            if common * 3 < min(len(own), len(grams[other])):
                continue
            likeness = SequenceMatcher(None, bare[other], bare[number], autojunk=False).ratio()
            if likeness >= LEAST:
                found.append(
                    Repeat(other, number, likeness, min(len(bare[other]), len(bare[number])))
                )
    return tuple(sorted(found, key=lambda one: (one.first, one.second)))
