"""What each row of a sheet is: data, a repeated heading, totals, a note, or blank.

The patterns are in the part of the language that Python and DuckDB's engine have in common: a
small sheet is judged here row by row, of a large one the engine picks the rows that could be
anything but data (`suspicious`), and those are judged here as well. So there is one judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.sql import among, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Cells = Sequence[str | None]

LEAD = 6
"""Totals are looked for among the first so many columns …"""
_BEFORE = 2
"""… after at most so many other cells that are not empty (a date, a number)."""
_SEPARATOR = "\x1f"
_BLANK = r"[\s\x{3000}\x{a0}]*"
_TOTAL_WORDS = (
    "合计", "总计", "小计", "累计", "共计", "总合计", "合计数", "总计数", "小计数",
    "本页合计", "本页小计", "本页累计", "承前页", "过次页", "转下页", "接上页", "承上页",
    "本日合计", "本日小计", "本周合计", "本月合计", "本月小计", "本月累计", "当月合计", "本季合计", "本季累计",
    "本年合计", "本年累计", "全年合计", "全年累计", "年度合计", "当前合计", "期末合计", "自年初累计",
)  # fmt: skip
_ANY_TOTAL = "|".join(_BLANK.join(word) for word in sorted(_TOTAL_WORDS, key=len, reverse=True))
_TAIL = rf"{_BLANK}[:：]?{_BLANK}(?:[(（][^{_SEPARATOR}]*)?(?:{_SEPARATOR}|$)"
TOTALS = (
    rf"^(?:[^{_SEPARATOR}]*{_SEPARATOR}){{0,{_BEFORE}}}{_BLANK}({_ANY_TOTAL}){_TAIL}"
    # "城关所小计", "2024年合计": only where the row begins so
    rf"|^{_BLANK}[^{_SEPARATOR}\s]{{1,10}}(小{_BLANK}计|合{_BLANK}计|总{_BLANK}计|累{_BLANK}计){_TAIL}"
)
"""A totals row, in its first cells joined by U+001F: the word fills its cell, so that a supplier
called 合计科技公司 is data."""
_SIGNERS = (
    "制表人?|填表人?|填报人?|审核人?|复核人?|编制人?|报送人|统计人|经办人|负责人|单位负责人|部门负责人|主管领导|"
    "分管领导|主要领导|单位领导|财务负责人|财务主管|会计主管|会计|出纳|记账|制单|联系人|联系方式|联系电话|电话|"
    "填报单位|填表单位|编制单位|报送单位|制表单位|单位名称|单位|单位[(（]?盖章[)）]?|盖章|签字|签章|填报时间|填报日期|填表时间|"
    "填表日期|制表时间|制表日期|编制日期|打印时间|打印日期|打印人|报送时间|报送日期|日期|时间|截止日期|统计时间|统计口径"
)
NOTES = (
    rf"^{_BLANK}(?:(?:备{_BLANK}?注|附?注|说{_BLANK}?明|注意事项|注意|填[表报写]说明|填写要求|导入说明|数据来源|温馨提示)"
    rf"{_BLANK}\d*{_BLANK}[:：.、]"
    rf"|(?:{_SIGNERS}){_BLANK}(?:[(（][^)）]*[)）])?{_BLANK}[:：]"
    r"|(?:示例|样例|样表|例[:：]|例如|填写示例|填写样例|填[表报写]说明|填写要求|导入说明|导入前|注意事项|必填|选填|[(（](?:必填|选填|示例|样例)))"
)
"""A note, a signature line or a template's sample, by the first cell that is not empty."""
_SECTION = r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章节部类])"
_LONG_NOTE = 30
_HEADING_CELLS = 2
_FIRST_CELLS = 2
_SERIAL = re.compile(r"\d+|[(（]?\d+[)）]?|[①-⑳]|[一二三四五六七八九十]+")


def _python(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\x\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), pattern))


_TOTALS, _NOTES, _SECTIONS = _python(TOTALS), _python(NOTES), _python(_SECTION)
_MARKS = frozenset({*words.DASHES, *words.EMPTY_WORDS})


class RowClass(StrEnum):
    """The five classes; the fields of `RowCounts`."""

    DATA = "data"
    HEADING = "heading"
    TOTALS = "totals"
    NOTES = "notes"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the rows below a heading. Columns are 0-based, within the table.

    `matched` are the columns taken as fields; `heading` the texts of the heading rows by column,
    each without blanks, of as many columns as are to be compared.
    """

    width: int
    matched: tuple[int, ...]
    heading: Mapping[int, frozenset[str]]

    def judge(self, cells: Cells) -> RowClass:
        """The class of a row, from its trimmed cells (None where empty)."""
        filled = [(number, text) for number, text in enumerate(cells) if text]
        if not filled:
            return RowClass.BLANK
        if self._repeats(filled):
            return RowClass.HEADING
        if total_word(cells):
            return RowClass.TOTALS
        first = filled[0][1]
        if is_note(first) and len(filled) <= max(_FIRST_CELLS, self.width - 1):
            return RowClass.NOTES
        if self._stands_alone(filled) and (len(first) > _LONG_NOTE or _SECTIONS.match(first)):
            return RowClass.NOTES
        if all(text in _MARKS or number not in self.matched for number, text in filled):
            others = [text for number, text in filled if number not in self.matched]
            said = [text for text in others if text not in _MARKS and not _SERIAL.fullmatch(text)]
            return RowClass.NOTES if said else RowClass.BLANK
        return RowClass.DATA

    def _repeats(self, filled: Sequence[tuple[int, str]]) -> bool:
        compared = [(number, text) for number, text in filled if number in self.heading]
        equal = sum("".join(text.split()) in self.heading[number] for number, text in compared)
        return equal >= min(_HEADING_CELLS, len(self.heading)) and equal * 2 >= len(compared)

    def _stands_alone(self, filled: Sequence[tuple[int, str]]) -> bool:
        return len(filled) == 1 and filled[0][0] < min(_FIRST_CELLS, self.width - 1)

    def suspicious(self, cells: Sequence[str], values: Mapping[int, str]) -> str:
        """SQL that is true for every row that `judge` might call anything but data.

        `cells` are the columns of the table as SQL; `values` the converted ones of the matched
        columns of other types than text: where they have a value, no word stands.
        """
        rest = cells[min(_FIRST_CELLS, self.width - 1) :]
        conditions = [f"coalesce({', '.join(rest)}) IS NULL"] if self.width > 1 else []
        nothing = " AND ".join(
            self._blank(cells[place], values.get(place)) for place in self.matched
        )
        conditions.append(f"({nothing or 'true'})")
        hints = [
            self._total_hint(cell, values.get(place)) for place, cell in enumerate(cells[:LEAD])
        ]
        joined = f"concat_ws(chr(31), {', '.join(cells[:LEAD])})"
        conditions.append(
            f"CASE WHEN {' OR '.join(hints)} THEN regexp_matches({joined}, {quoted(TOTALS)}) END"
        )
        first = f"coalesce({', '.join(cells)})"
        conditions.append(f"regexp_matches({first}, {quoted(NOTES)})")
        if self.heading:
            conditions.append(self._heading_hint(cells))
        return " OR ".join(f"coalesce({one}, false)" for one in conditions)

    @staticmethod
    def _blank(cell: str, value: str | None) -> str:
        """Whether a matched cell may be empty: a stroke, a word for nothing, blanks."""
        if value is not None:
            return f"{value} IS NULL"
        longest = max(len(mark.encode()) for mark in _MARKS)
        return f"({cell} IS NULL OR strlen({cell}) <= {longest})"

    @staticmethod
    def _total_hint(cell: str, value: str | None) -> str:
        hint = f"contains({cell}, '计') OR contains({cell}, '页')"
        return (
            f"({hint})"
            if value is None
            else f"CASE WHEN {value} IS NULL THEN {hint} ELSE false END"
        )

    def _heading_hint(self, cells: Sequence[str]) -> str:
        equal = []
        for number, texts in self.heading.items():
            # comparing the first sign rules nearly all data out before anything is copied
            firsts = sorted({text[0] for text in texts if text})
            starts = " OR ".join(f"starts_with({cells[number]}, {quoted(one)})" for one in firsts)
            bare = rf"regexp_replace({cells[number]}, '[\s\x{{3000}}\x{{a0}}]+', '', 'g')"
            same = f"CASE WHEN {starts} THEN {among(bare, sorted(texts))} END"
            equal.append(f"CAST(coalesce({same}, false) AS INTEGER)")
        return f"{' + '.join(equal)} >= {min(_HEADING_CELLS, len(self.heading))}"


def total_word(cells: Cells) -> str:
    """The word that makes a row a totals row, without blanks; empty if it is none."""
    found = _TOTALS.search(_SEPARATOR.join(text for text in cells[:LEAD] if text))
    return "".join((found[1] or found[2]).split()) if found else ""


def is_note(text: str) -> bool:
    """Whether a text begins a note, a signature line or a template's sample."""
    return _NOTES.match(text) is not None
