"""SQL that turns the text of a cell into a typed value: one place for every format of file.

Every type has a fast path, a cast that the engine does in nanoseconds, and a slow one, a grammar
of the ways in which people write; the slow one sees only what the fast one refused. What neither
reads is NULL in `value` and named in `failed`: never guessed, never dropped.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.quick import a_day, plain_money, whole_number
from zhenggai.binding.sql import Conversion, Step, among, quoted
from zhenggai.binding.tidying import EMPTY, WHITE, folded, tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhenggai.binding.vocabulary import Column

_DIGITS = "〇零○一二三四五六七八九"
_TIME = (
    r"(?:[T\s]*(?:上午|下午)?\s*\d{1,2}\s*[:时点]\s*(?:\d{1,2}\s*分?)?(?:[:\s]*\d{1,2}(?:\.\d+)?)?\s*秒?"
    r"|\s*\(?(?:星期|周)[一二三四五六日天1-6]\)?)?"
)
_DAY = r"^(\d{4})\s*[-./年\\]\s*(\d{1,2})\s*[-./月\\]\s*(\d{1,2})\s*[日号]?" + _TIME + "$"
_COMPACT = r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\.0)?" + _TIME + "$"
# a number cell 2024.10 is stored as 2024.1: January or October, nobody can tell
_MONTH = r"^(\d{4})\s*(?:[-/年\\]\s*(\d{1,2})|\.\s*(\d\d|[2-9]))\s*(?:月份?)?$"
_COMPACT_MONTH = r"^((?:19|20)\d\d)(0[1-9]|1[0-2])$"
_NUMBER = r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)"
_MONEY = (
    r"^(?:人民币|rmb|cny|[¥$])?([+-]?)(?:人民币|¥)?(\d+(?:\.\d*)?|\d{1,3}(?:,\d{3})+(?:\.\d*)?|\.\d+)"
    r"((?:亿|千万|百万|十万|万|千)?)((?:元|圆|块)?)[整正]?$"
)
_SCALES = {"千": 1_000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_EPOCH = "DATE '1899-12-30'"
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def convert(
    field: Column, cell: str, key: str, *, factor: int = 1, percent: bool = False
) -> Conversion:
    """The whole SQL for `field` from the SQL expression `cell`, a VARCHAR.

    `key` makes the helper columns' names unique; `factor` multiplies money whose cell names no
    unit (the heading said 万元); `percent`: the heading said %.
    """
    text = f"t{key}"
    if field.type == "money":
        made = _money(field, text, key, factor)
    elif field.type == "percent":
        made = _percent(field, text, key, percent=percent)
    else:
        made = _MAKERS[field.type](field, text, key)
    trimmed = Step(text, f"nullif(trim({cell}, {quoted(WHITE)}), '')")
    return replace(made, levels=((trimmed,), *made.levels))


def _failed(cell: str, empties: Iterable[str], *nulls: str) -> str:
    missing = " AND ".join(f"{null} IS NULL" for null in nulls)
    return (
        f"CASE WHEN {missing} AND {cell} IS NOT NULL"
        f" AND NOT {among(f'trim({cell})', empties)} THEN {cell} END"
    )


def _typed(
    field: Column,
    cell: str,
    key: str,
    fast: str,
    fold: str,
    slow: str,
    empties: Iterable[str] = EMPTY,
) -> Conversion:
    """The shape of all simple types: the fast path, else the slow one on the folded text `n`."""
    value = f"v{key}"
    return Conversion(
        (
            (Step(f"f{key}", fast),),
            (Step(f"n{key}", f"CASE WHEN f{key} IS NULL AND {cell} IS NOT NULL THEN {fold} END"),),
            (Step(value, f"coalesce(f{key}, {slow})"),),
        ),
        (Step(field.name, value),),
        _failed(cell, empties, value),
    )


def _units(units: Iterable[str]) -> str:
    ordered = sorted({unit.replace(".", r"\.") for unit in units}, key=len, reverse=True)
    return "(?:" + "|".join(ordered) + ")"


def _integer(field: Column, cell: str, key: str) -> Conversion:
    own = (*words.COUNTING_UNITS, *((field.unit,) if field.unit else ()))
    pattern = rf"^({_NUMBER})(?:\.0+)?\s*{_units(own)}?$"
    return _typed(
        field,
        cell,
        key,
        whole_number(cell),
        folded(cell),
        f"TRY_CAST(replace(regexp_extract(n{key}, {quoted(pattern)}, 1), ',', '') AS BIGINT)",
    )


def _decimal(field: Column, cell: str, key: str) -> Conversion:
    own = (*words.COUNTING_UNITS, *words.MEASURES, *((field.unit,) if field.unit else ()))
    pattern = rf"^({_NUMBER}(?:\.\d*)?|[+-]?\.\d+)\s*{_units(own)}?$"
    number = f"replace(regexp_extract(n{key}, {quoted(pattern)}, 1), ',', '')"
    return _typed(
        field,
        cell,
        key,
        f"TRY_CAST({cell} AS DECIMAL(18,4))",
        f"lower({folded(cell)})",
        f"TRY_CAST({number} AS DECIMAL(18,4))",
    )


def _money(field: Column, cell: str, key: str, factor: int) -> Conversion:
    fold = rf"lower(regexp_replace({folded(cell)}, '\s+', '', 'g'))"
    parts = (
        rf"regexp_extract(regexp_replace(n{key}, '^\((.*)\)$', '\1'), {quoted(_MONEY)},"
        " ['s', 'd', 'u', 'y'])"
    )
    scales = " ".join(f"WHEN {quoted(word)} THEN {scale}" for word, scale in _SCALES.items())
    # the cell's own unit wins over the heading's: "35元" under 金额（万元） is 35 yuan
    scale = f"CASE m{key}.u {scales} ELSE CASE m{key}.y WHEN '' THEN {factor} ELSE 1 END END"
    sign = f"CASE WHEN (m{key}.s = '-') <> starts_with(n{key}, '(') THEN -1 ELSE 1 END"
    digits = f"TRY_CAST(replace(m{key}.d, ',', '') AS DECIMAL(24,6))"
    zero = f"CASE WHEN {among(f'n{key}', words.ZERO_MARKS)} THEN 0 END"
    value = f"v{key}"
    return Conversion(
        (
            (Step(f"f{key}", plain_money(cell, factor)),),
            (Step(f"n{key}", f"CASE WHEN f{key} IS NULL AND {cell} IS NOT NULL THEN {fold} END"),),
            (Step(f"m{key}", parts),),
            (Step(f"s{key}", f"TRY_CAST({digits} * ({scale}) * {sign} AS DECIMAL(18,2))"),),
            (Step(value, f"coalesce(f{key}, s{key}, {zero})"),),
        ),
        (Step(field.name, value),),
        _failed(cell, EMPTY, value),
    )


def _percent(field: Column, cell: str, key: str, *, percent: bool) -> Conversion:
    pattern = r"^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(%|‰)?$"
    fold = f"CASE WHEN f{key} IS NULL AND {cell} IS NOT NULL THEN {folded(cell)} END"
    number = f"TRY_CAST(m{key}.d AS DECIMAL(18,6))"
    divisor = f"CASE m{key}.u WHEN '%' THEN 100 WHEN '‰' THEN 1000 END"
    value, bare = f"v{key}", f"b{key}"
    scaled = f"{bare} / 100" if percent else bare
    return Conversion(
        (
            (Step(f"f{key}", f"TRY_CAST({cell} AS DECIMAL(18,6))"),),
            (Step(f"m{key}", f"regexp_extract({fold}, {quoted(pattern)}, ['d', 'u'])"),),
            (
                Step(bare, f"coalesce(f{key}, CASE m{key}.u WHEN '' THEN {number} END)"),
                Step(f"s{key}", f"TRY_CAST({number} / {divisor} AS DECIMAL(9,6))"),
            ),
            (Step(value, f"coalesce(TRY_CAST({scaled} AS DECIMAL(9,6)), s{key})"),),
        ),
        (Step(field.name, value),),
        _failed(cell, EMPTY, value),
        bare=None if percent else bare,
    )


def _numerals(text: str) -> str:
    """二〇二四年三月二十五日 as 2024年3月25日: years digit by digit, months and days with ten."""
    digits = f"translate({text}, {quoted(_DIGITS)}, '000123456789')"
    for pattern, written in (
        (r"(\d)十(\d)", r"\1\2"),
        (r"(\d)十", r"\g"),
        (r"十(\d)", r"1\1"),
        ("十", "10"),
    ):
        replacement = r"\1" + "0" if written == r"\g" else written
        digits = f"regexp_replace({digits}, {quoted(pattern)}, {quoted(replacement)}, 'g')"
    return f"CASE WHEN regexp_matches({text}, '[〇零○一二三四五六七八九十][月日年]') THEN {digits} ELSE {text} END"


def _day_levels(cell: str, key: str) -> tuple[tuple[Step, ...], ...]:
    """The steps of a day: `f` by the engine's cast, `n` the folded text, `d` by the grammar."""
    written = f"regexp_replace(n{key}, {quoted(_DAY)}, '\\1-\\2-\\3')"
    written = f"regexp_replace({written}, {quoted(_COMPACT)}, '\\1-\\2-\\3')"
    serial = (
        f"CASE WHEN e{key} BETWEEN {_FIRST_SERIAL} AND {_LAST_SERIAL}"
        f" THEN {_EPOCH} + CAST(floor(e{key}) AS INTEGER) END"
    )
    return (
        (Step(f"c{key}", f"TRY_CAST({cell} AS DATE)"),),
        (Step(f"f{key}", a_day(f"c{key}")),),
        (
            Step(
                f"g{key}",
                f"CASE WHEN f{key} IS NULL AND {cell} IS NOT NULL THEN {folded(cell)} END",
            ),
        ),
        (Step(f"n{key}", _numerals(f"g{key}")),),
        (
            Step(f"w{key}", f"TRY_CAST({written} AS DATE)"),
            Step(f"e{key}", f"TRY_CAST(n{key} AS DECIMAL(12,4))"),
        ),
        (Step(f"d{key}", f"coalesce(f{key}, {a_day(f'w{key}')}, {serial})"),),
    )


def _month_level(key: str) -> tuple[Step, ...]:
    written = f"regexp_replace(n{key}, {quoted(_MONTH)}, '\\1-\\2\\3-1')"
    written = f"regexp_replace({written}, {quoted(_COMPACT_MONTH)}, '\\1-\\2-1')"
    return (Step(f"o{key}", f"CASE WHEN d{key} IS NULL THEN TRY_CAST({written} AS DATE) END"),)


def _date(field: Column, cell: str, key: str) -> Conversion:
    value, month = f"d{key}", f"o{key}"
    if not field.months:
        return Conversion(
            _day_levels(cell, key), (Step(field.name, value),), _failed(cell, EMPTY, value)
        )
    known = a_day(month)
    return Conversion(
        (*_day_levels(cell, key), _month_level(key)),
        (
            Step(field.name, value),
            Step(f"{field.name}_from", f"coalesce({value}, {known})"),
            Step(f"{field.name}_to", f"coalesce({value}, CAST(last_day({known}) AS DATE))"),
        ),
        _failed(cell, EMPTY, value, known),
    )


def _month(field: Column, cell: str, key: str) -> Conversion:
    value = f"v{key}"
    whole = f"coalesce(d{key}, {a_day(f'o{key}')})"
    return Conversion(
        (
            *_day_levels(cell, key),
            _month_level(key),
            (Step(value, f"CAST(date_trunc('month', {whole}) AS DATE)"),),
        ),
        (Step(field.name, value),),
        _failed(cell, EMPTY, value),
    )


def _bool(field: Column, cell: str, key: str) -> Conversion:
    slow = (
        f"CASE WHEN {among(f'n{key}', words.TRUE_WORDS)} OR regexp_matches(n{key}, '^已[^\\d]*$') THEN true"
        f" WHEN {among(f'n{key}', words.FALSE_WORDS)} OR regexp_matches(n{key}, '^未[^\\d]*$') THEN false END"
    )
    empties = tuple(word for word in EMPTY if word not in words.FALSE_WORDS)
    fast = f"CASE {cell} WHEN '是' THEN true WHEN '否' THEN false WHEN '√' THEN true END"
    return _typed(field, cell, key, fast, f"lower({folded(cell)})", slow, empties)


def _enum(field: Column, cell: str, key: str) -> Conversion:
    known = {words.plain(value): value for value in field.values}
    for value, others in (field.value_synonyms or {}).items():
        known |= {words.plain(other): value for other in others if words.plain(other) not in known}
    empties = tuple(word for word in EMPTY if words.plain(word) not in known)
    pairs = ", ".join(f"{quoted(form)}: {quoted(value)}" for form, value in known.items())
    fold = rf"lower(regexp_replace({folded(cell)}, '[\s:*\"“”《》]', '', 'g'))"
    fast = f"CASE WHEN {among(cell, field.values)} THEN {cell} END"
    return _typed(field, cell, key, fast, fold, f"MAP {{{pairs}}}[n{key}]", empties)


def _id_card(field: Column, cell: str, key: str) -> Conversion:
    weights = ", ".join(map(str, _ID_WEIGHTS))
    digits = f"TRY_CAST(substr(v{key}, place, 1) AS INTEGER) * ([{weights}])[place]"
    total = f"list_sum(list_transform(range(1, 18), lambda place: {digits}))"
    form = f"regexp_full_match(v{key}, '[1-9]\\d{{16}}[\\dX]')"
    right_digit = f"substr('10X98765432', CAST({total} % 11 AS INTEGER) + 1, 1) = right(v{key}, 1)"
    return _identity(field, cell, key, f"{form} AND {right_digit}")


def _uscc(field: Column, cell: str, key: str) -> Conversion:
    return _identity(field, cell, key, f"regexp_full_match(v{key}, '[0-9A-HJ-NP-RTUWXY]{{18}}')")


def _identity(field: Column, cell: str, key: str, sound: str) -> Conversion:
    """An identity keeps its text even if it cannot be right: the rule must see what was written."""
    tidy = rf"upper(regexp_replace({folded(cell)}, '\s+', '', 'g'))"
    value = f"v{key}"
    # 1.1010119900307e+17: a number cell, its last digits are gone
    lost = rf"regexp_matches({value}, '^\d(?:\.\d+)?E\+?\d+$')"
    return Conversion(
        ((Step(value, f"CASE WHEN NOT {among(cell, EMPTY)} THEN {tidy} END"),),),
        (Step(field.name, f"CASE WHEN NOT {lost} THEN {value} END"),),
        f"CASE WHEN {value} IS NOT NULL AND ({sound}) IS NOT TRUE THEN {cell} END",
    )


def _words(field: Column, cell: str, key: str) -> Conversion:
    value = f"v{key}"
    return Conversion(((Step(value, tidied(field, cell)),),), (Step(field.name, value),))


_MAKERS: dict[str, Callable[[Column, str, str], Conversion]] = {
    "text": _words,
    "org": _words,
    "person": _words,
    "integer": _integer,
    "decimal": _decimal,
    "date": _date,
    "month": _month,
    "bool": _bool,
    "enum": _enum,
    "id_card": _id_card,
    "uscc": _uscc,
}
