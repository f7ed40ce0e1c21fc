"""English messages, whatever the environment says, and the makers of files."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("ZHENGGAI_LANG", "en")
