"""A bench on which a query or a declared check is run over rows given in a test."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from zhenggai.plugins import discover
from zhenggai.testing.builders import write_rule
from zhenggai.testing.cases import read_cases
from zhenggai.testing.proving import Workbench


@dataclass
class Bench:
    folder: object

    def outcome(self, case: str, **rule):
        """The outcome of one case of a rule: `outcome.problems` is empty where it holds."""
        write_rule(self.folder, "tried", **rule)
        plugins = discover([self.folder], packages=False)
        bench = Workbench(plugins.rules["edu.tried"], plugins)
        try:
            (one,) = read_cases("## case\n" + case)
            return bench.run(one)
        finally:
            bench.close()

    def holds(self, case: str, **rule) -> None:
        """The case must hold."""
        assert self.outcome(case, **rule).problems == ()


@pytest.fixture
def bench(plugin_folder):
    return Bench(plugin_folder)
