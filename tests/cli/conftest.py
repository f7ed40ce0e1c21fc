"""Run the command line in this process, as a user would type it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from zhenggai import cli


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


@pytest.fixture
def zhenggai(capsys):
    def run(*words: object) -> Said:
        status = cli.run([str(word) for word in words])
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run
