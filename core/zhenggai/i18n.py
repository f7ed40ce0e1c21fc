"""Texts for people: English in the code, Chinese in the catalog; Chinese is the default."""

from __future__ import annotations

import gettext
import os
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
_CATALOGS = {"zh": "zh_CN"}
_chosen: list[str] = []


def choose(language: str) -> None:
    """Use this language from now on (`zh` or `en`), whatever the environment says."""
    _chosen[:] = [language]


def language() -> str:
    """The language in use: chosen, else `ZHENGGAI_LANG`, else Chinese."""
    asked = _chosen[0] if _chosen else os.environ.get("ZHENGGAI_LANG", "zh")
    return "en" if asked.lower().startswith("en") else "zh"


@cache
def _catalog(code: str) -> gettext.NullTranslations:
    if code not in _CATALOGS:
        return gettext.NullTranslations()
    return gettext.translation(
        "zhenggai", Path(__file__).parent / "locale", [_CATALOGS[code]], fallback=True
    )


def _(text: str) -> str:
    """The text in the language in use."""
    return _catalog(language()).gettext(text)
