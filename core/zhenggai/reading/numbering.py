"""Automatic numbering of Word documents, rendered as the text that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LETTERS = 26
_TEN, _TWENTY, _TEN_THOUSAND = 10, 20, 10_000
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def chinese(number: int) -> str:
    """12 as 十二, 105 as 一百〇五; figures beyond 9999."""
    if not 0 < number < _TEN_THOUSAND:
        return str(number)
    text = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            text = _DIGITS[int(digit)] + _UNITS[place] + text
        elif text and not text.startswith(_DIGITS[0]):
            text = _DIGITS[0] + text
    return text[1:] if _TEN <= number < _TWENTY else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letter(number: int) -> str:
    count, place = divmod(number - 1, _LETTERS)
    return chr(ord("A") + place) * (count + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= _TWENTY else str(number)


def _stem(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)]


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographTraditional": _stem,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` has ``%1`` … where the numbers of the levels stand."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, number: str, depth: int) -> str:
        """The number of the next paragraph of a list at a depth from 0; empty for bullets."""
        abstract = self.lists.get(number, "")
        levels = self.levels.get(abstract, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        for again, start in self.restarts.pop(number, {}).items():
            counts[again] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        level = levels[depth]
        if level.format in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda found: self._place(abstract, int(found[1]) - 1), level.text)

    def _place(self, abstract: str, depth: int) -> str:
        level = self.levels[abstract].get(depth, Level())
        number = self.counts[abstract].get(depth, level.start)
        return _FORMATS.get(level.format, str)(number) if number > 0 else str(number)


def _value(element: Element | None, default: str = "") -> str:
    return default if element is None else element.get(f"{W}val", default)


def _number(text: str, default: int) -> int:
    return int(text) if text.lstrip("-").isdigit() else default


def _levels(parent: Element) -> dict[int, Level]:
    return {
        _number(level.get(f"{W}ilvl", ""), 0): Level(
            format=_value(level.find(f"{W}numFmt"), "decimal"),
            text=_value(level.find(f"{W}lvlText")),
            start=_number(_value(level.find(f"{W}start")), 1),
        )
        for level in parent.findall(f"{W}lvl")
    }


def numbering_of(root: Element) -> Numbering:
    """The lists that a numbering part defines."""
    numbering = Numbering()
    for abstract in root.findall(f"{W}abstractNum"):
        numbering.levels[abstract.get(f"{W}abstractNumId", "")] = _levels(abstract)
    for item in root.findall(f"{W}num"):
        number, kind = item.get(f"{W}numId", ""), _value(item.find(f"{W}abstractNumId"))
        overrides = item.findall(f"{W}lvlOverride")
        own = {depth: level for override in overrides for depth, level in _levels(override).items()}
        if own:
            numbering.levels[f"{kind}/{number}"] = numbering.levels.get(kind, {}) | own
            kind = f"{kind}/{number}"
        numbering.lists[number] = kind
        numbering.restarts[number] = {
            _number(override.get(f"{W}ilvl", ""), 0): _number(
                _value(override.find(f"{W}startOverride")), 1
            )
            for override in overrides
            if override.find(f"{W}startOverride") is not None
        }
    return numbering
