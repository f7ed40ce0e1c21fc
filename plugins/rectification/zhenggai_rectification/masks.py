"""The figures that a report hides behind asterisks and the like, or leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zhenggai_rectification.claims import UNITS, sentence_at

MASK_COUNT: Final = "计数"
MASK_DATE: Final = "日期"
MASK_MONEY: Final = "金额"
MASK_SHARE: Final = "比例"
MASK_NUMBER: Final = "文号"
MASK_NAME: Final = "名称"
MASK_OTHER: Final = "其他"
MASK_MISSING: Final = "缺数"

_ANY_MASK: Final = re.compile(
    r"\*+|[X×]{2,}|□+|_+|○{2,}|\.{3,}|(?<=\d)[Oo〇](?=\d)|(?<=\d)[Oo](?=[次件家户份人个项条名场年月日])"
)
_UNIT_AFTER: Final = re.compile(rf"\s*(?:余|多)?[千百]?[万亿]?(?:余|多)?(?:{UNITS})|\s*[余万亿]")
_DATE_AFTER: Final = re.compile(
    r"\s*(?:年|月(?!薪|度)|日(?!常|前|益)|季度|点(?!评|位)|时(?!间|代)|届|周年|天|岁|小时|[-－至~][\d*]+年)"
)
_NO_AFTER: Final = re.compile(r"\s*(?:号|〕|[\u4e00-\u9fff]?[字发]?〔)")
_NAME_AFTER: Final = re.compile(r"\s*[\u4e00-\u9fff]")
_GAPS: Final = (
    (re.compile(r"第 +(?:次|期|批|季度|届|轮)"), MASK_MISSING),
    (
        re.compile(
            r"(?<=[共计])(?: +| *)(?:[家次件份场户](?=[，。；、）])|[人个项名条] *(?=[，。；）]))"
        ),
        MASK_MISSING,
    ),
    (
        re.compile(r"(?:累计|先后|共计) *(?:次|家|件|份|场|户)(?=[，。；、]|[\u4e00-\u9fff]{2})"),
        MASK_MISSING,
    ),
    (re.compile(r"(?:占比|完成率|覆盖率|满意率|合格率|整改率)(?:为|达到?)? *%"), MASK_MISSING),
    (re.compile(r"(?:(?<=[\s，。；（])|^)年? {1,}月 {1,}日|(?<=\d年) +月"), MASK_DATE),
    (re.compile(r"（ *）(?=\s*(?:次|家|件|份|个|项|条|名|户|万?元|%))"), MASK_MISSING),
)


@dataclass(frozen=True, slots=True)
class Mask:
    """A place where a figure is hidden or missing. `kind` says of what; names are no figures."""

    at: int
    text: str
    width: int
    kind: str
    unit: str
    sentence: str


def find_masks(text: str) -> tuple[Mask, ...]:
    """Every run of hiding characters and every figure left out, in order."""
    found = []
    for match in _ANY_MASK.finditer(text):
        kind, unit = _mask_kind(text, match)
        if kind:
            found.append(
                Mask(
                    match.start(),
                    match[0],
                    len(match[0]),
                    kind,
                    unit,
                    sentence_at(text, match.start()),
                )
            )
    for pattern, kind in _GAPS:
        found += [
            Mask(
                match.start(),
                match[0].strip(),
                0,
                kind,
                match[0].strip()[-1:],
                sentence_at(text, match.start()),
            )
            for match in pattern.finditer(text)
        ]
    return tuple(sorted(found, key=lambda one: one.at))


def _mask_kind(text: str, match: re.Match[str]) -> tuple[str, str]:
    end = match.end()
    opened = text[: match.start()].endswith(("〔", "第"))
    if after := _DATE_AFTER.match(text, end):
        return MASK_DATE, after[0].strip()
    if after := _UNIT_AFTER.match(text, end):
        unit = after[0].strip()
        kind = (
            MASK_MONEY if unit.endswith("元") else MASK_SHARE if unit.endswith("%") else MASK_COUNT
        )
        return kind, unit
    if opened or _NO_AFTER.match(text, end):
        return MASK_NUMBER, ""
    if "." in match[0] or set(match[0]) == {"_"}:
        # A row of points or a stroke is a leader or a blank form unless a figure belongs there.
        return "", ""
    if _NAME_AFTER.match(text, end):
        return MASK_NAME, ""
    return MASK_OTHER, ""
