"""Every text for people has its Chinese, with the same figures in it, and the catalog is compiled."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from zhenggai import i18n

ROOT = Path(__file__).parent.parent
HOME = ROOT / "core/zhenggai/locale/zh_CN/LC_MESSAGES"
WORD = re.compile(r"\{\w*(?:![rs])?(?::[^}]*)?\}")
IN_TEMPLATE = re.compile(r"""_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\)""")


def used() -> set[str]:
    """The texts that code and templates ask to be translated."""
    found = set()
    for path in [*ROOT.glob("core/**/*.py"), *ROOT.glob("plugins/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "_"
            ):
                (text,) = node.args
                if isinstance(text, ast.Constant):
                    found.add(text.value)
    for path in ROOT.glob("core/**/*.j2"):
        for double, single in IN_TEMPLATE.findall(path.read_text(encoding="utf-8")):
            found.add(double or single)
    return found


def catalog() -> dict[str, str]:
    with (HOME / "zhenggai.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_every_text_has_its_chinese_and_nothing_else_stands_in_the_catalog():
    translated = catalog()
    assert sorted(used() - set(translated)) == []
    assert sorted(set(translated) - used()) == []
    assert [text for text, chinese in translated.items() if not chinese] == []


def test_a_translation_has_the_same_words_to_fill_in():
    for text, chinese in catalog().items():
        assert sorted(set(WORD.findall(text))) == sorted(set(WORD.findall(chinese))), text


def test_the_compiled_catalog_is_the_written_one():
    with (HOME / "zhenggai.mo").open("rb") as file:
        compiled = {message.id: message.string for message in read_mo(file) if message.id}
    assert compiled == catalog()


def test_texts_come_in_the_language_that_was_chosen(monkeypatch):
    monkeypatch.setattr(i18n, "_chosen", ["zh"])
    assert i18n._("checklist") == "检查清单"
    monkeypatch.setattr(i18n, "_chosen", ["en"])
    assert i18n._("checklist") == "checklist"
