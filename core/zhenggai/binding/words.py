"""The words and marks of Chinese ledgers: one table for each, with the reason beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DASHES = ("-", "--", "---", "—", "——", "–", "―", "─", "－", "/", "//", "\\", "／", "＼")
"""Strokes that fill a cell so that nobody writes into it: no content in a field of any type."""

EMPTY_WORDS = ("无", "无此项", "不适用", "待补", "待核", "N/A", "n/a", "NA", "/无", "无。")
"""Words that say "nothing here": empty for every type but text, where they may be the answer."""

ZERO_MARKS = ("-", "—", "——", "–", "－", "/", "无")
"""What accounts write for zero: it is zero in a money field only; a blank cell never is."""

TRUE_WORDS = ("是", "√", "✓", "✔", "☑", "有", "y", "yes", "1", "true", "t", "对", "v", "o", "○")
FALSE_WORDS = (
    "否",
    "×",
    "✗",
    "✘",
    "x",
    "☐",
    "无",
    "n",
    "no",
    "0",
    "false",
    "f",
    "不是",
    "没有",
    "错",
)
"""Ticks and crosses as typed; "已…" and "未…" count as well. 无 is an answer here, not a blank."""

COUNTING_UNITS = (
    "人", "人次", "名", "位", "个", "家", "家次", "户", "户次", "次", "件", "份", "起", "宗", "批",
    "批次", "项", "条", "篇", "期", "场", "场次", "张", "页", "册", "本", "台", "套", "辆", "部",
    "只", "支", "枚", "间", "所", "处", "天", "日", "个工作日", "工作日", "月", "个月", "年", "岁",
    "周", "周年", "小时", "学时", "课时", "分钟", "票", "组", "对", "种", "类", "级", "桌", "晚", "夜",
)  # fmt: skip
"""What may follow a whole number: "6人" is 6. "5+1" and "约6人" are not numbers."""

MEASURES = (
    "公里", "千米", "km", "米", "m", "升", "l", "公斤", "千克", "kg", "克", "g", "吨", "t", "平方米",
    "㎡", "m2", "亩", "度", "分", "小时", "学时", "天", "个月", "月", "年", "倍", "元", "元/升",
)  # fmt: skip
"""What may follow a decimal number, beside the field's own unit."""

MONEY_UNITS = {
    "元": 1,
    "圆": 1,
    "人民币元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "人民币万元": 10_000,
    "百万元": 1_000_000,
    "亿元": 100_000_000,
}
"""Money units of headings and of the line "单位：万元", in yuan."""

HEADING_UNITS = {*MONEY_UNITS, *COUNTING_UNITS, *MEASURES, "%", "％", "百分比", "元/人", "元/人次"}
"""What in brackets after a heading is its unit, not part of its name."""

_BLANKS = re.compile(r"[\s\u200b\u200c\ufeff]+")
_DECORATION = re.compile(
    r"^(?:[(（]\d{1,2}[)）]|\d{1,2}[.、．)）](?!\d)|[①-⑳]|[一二三四五六七八九十]+、)(?=\S)"
)
_BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_STRAY = re.compile(r"[:：*＊※☆★\"“”'‘’《》]")


def plain(text: str) -> str:
    """The text in NFKC, lower case, without blanks, colons, stars and quotes."""
    folded = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    return _STRAY.sub("", _BLANKS.sub("", folded)).lower()


@lru_cache(maxsize=1 << 14)
def declared_forms(text: str) -> tuple[str, ...]:
    """The forms under which a declared title or synonym is known: without numbering and unit.

    Other brackets stay: "备注(是否停用)" is declared as a status, which "备注" alone is not.
    """
    full = plain(text)
    bare = _DECORATION.sub("", full)
    unitless = _BRACKETED.sub(lambda found: "" if _unit_in(found[1]) else found[0], bare)
    return tuple(dict.fromkeys(form for form in (full, bare, unitless) if form))


@lru_cache(maxsize=1 << 14)
def heading_forms(text: str) -> tuple[str, ...]:
    """The forms under which a heading is looked up, the fullest first.

    "2、金额（万元）" gives "2、金额(万元)", "金额(万元)", "金额". What stands in brackets is dropped
    last, so that a synonym which has brackets of its own is found before.
    """
    known = declared_forms(text)
    without = _BRACKETED.sub("", known[-1]) if known else ""
    return tuple(dict.fromkeys((*known, *((without,) if without else ()))))


def title_forms(text: str) -> tuple[str, ...]:
    """The forms of a declared title: "整改(进展)情况报告" stands for both with and without."""
    full = plain(text)
    open_ = re.sub(r"[()\[\]【】]", "", full)
    return tuple(dict.fromkeys(form for form in (full, open_, _BRACKETED.sub("", full)) if form))


def _unit_in(bracket: str) -> str:
    """The unit that a bracket in a heading holds, in NFKC; empty if it holds something else."""
    unit = unicodedata.normalize("NFKC", bracket).removeprefix("单位").lstrip(":：").strip()
    return unit if unit.lower() in HEADING_UNITS else ""


@lru_cache(maxsize=1 << 14)
def heading_unit(text: str) -> str:
    """The unit that a heading names: "金额（万元）", "金额/万元", "金额 单位:万元"; else empty."""
    full = unicodedata.normalize("NFKC", _BLANKS.sub("", text))
    for inner in _BRACKETED.findall(full):
        if unit := _unit_in(inner):
            return unit
    tail = re.search(r"(?:[/,]|单位:)([^/,:()]+)$", full)
    if tail and tail[1] in MONEY_UNITS:
        return tail[1]
    return "%" if full.endswith("%") else ""


def stated_unit(text: str) -> str:
    """The money unit that a line above the heading states for the whole sheet; else empty."""
    full = unicodedata.normalize("NFKC", _BLANKS.sub("", text))
    found = re.search(r"(?:金额)?单位[:：]?(?:人民币)?((?:百万|[千万亿])?元)", full)
    return found[1] if found else ""


def only_decoration(text: str) -> bool:
    """Whether a heading is only a number, a unit in brackets or the like: "（1）", "（元）"."""
    full = plain(text)
    return bool(re.fullmatch(r"[(（]?(?:\d{1,2}|[a-z])[)）]?|[①-⑳]", full)) or (
        full.startswith("(") and full.strip("()") in HEADING_UNITS
    )
