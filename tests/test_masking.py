"""Personal data is masked; amounts, dates and document numbers are left."""

from __future__ import annotations

import pytest

from zhenggai.masking import mask, scrub


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("110101199003070038", "id_card", "110***********0038"),
        ("13812345678", "phone", "138****5678"),
        ("6222021234567890123", "bank_card", "6222***********0123"),
        ("欧阳锋", "person", "欧**"),
        ("张三", "person", "张*"),
        ("甲", "person", "*"),
        ("", "other", ""),
        ("abcd", "other", "a**d"),
        ("ab", "other", "a*"),
        ("12345", "id_card", "1****"),
    ],
)
def test_a_known_kind_keeps_its_ends(text, kind, masked):
    assert mask(text, kind) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("证号110101199003070038。", "证号110***********0038。"),
        ("11010119900307109X", "110***********109X"),
        ("电话：13812345678，", "电话：138****5678，"),
        ("卡号6222021234567890128", "卡号6222***********0128"),
        ("卡号4111 1111 1111 1111", "卡号4111***********1111"),
    ],
)
def test_personal_numbers_in_free_text_are_masked(text, masked):
    assert scrub(text).replace(" ", "") == _counted(masked, scrub(text))


def _counted(masked, found):
    """The expected text; the card's stars stand for as many digits as it has."""
    stars = found.count("*")
    head, _, tail = masked.partition("*")
    return f"{head}{'*' * stars}{tail.lstrip('*')}".replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026年3月5日付款1,234,567.00元",
        "金额13812345678.00",
        "合计13812345678元",
        "￥13812345678",
        "110101199003070039",  # the check digit is wrong
        "110101199013070036",  # no thirteenth month
        "110101219003070038",  # not yet born
        "6222021234567890129",  # the check digit is wrong
        "8888888888888888",  # no issuer
        "文号20260305123456789",
        "A110101199003070038",
        "9111010112345678901234",
    ],
)
def test_what_only_looks_like_personal_numbers_is_left(text):
    assert scrub(text) == text
