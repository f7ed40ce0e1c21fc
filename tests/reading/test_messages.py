"""Each message of reading has its Chinese text, with the same figures in it."""

import ast
import re
from pathlib import Path

import zhenggai.reading

HOME = Path(zhenggai.reading.__file__).parent
TEXTS = HOME.parent / "locale/zh_CN/LC_MESSAGES/parts/reading.po"
FIGURE = re.compile(r"\{\w+\}")


def test_every_message_is_translated():
    entries = re.findall(r'^msgid "(.*)"\nmsgstr "(.+)"$', TEXTS.read_text("utf-8"), re.MULTILINE)
    translated = dict(entries)
    messages = {
        call.args[0].value
        for file in HOME.glob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
    }
    assert messages == set(translated)
    for message, text in translated.items():
        assert set(FIGURE.findall(message)) == set(FIGURE.findall(text))
