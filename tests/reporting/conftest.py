"""Lets the tests of this folder import their sample, and fixes the language of the texts."""

import sys
from pathlib import Path

import pytest

from zhenggai import i18n

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _english():
    """Messages as they stand in the code: the catalog has its own tests."""
    before = list(i18n._chosen)
    i18n.choose("en")
    yield
    i18n._chosen[:] = before
