"""Collect every `cases.md` of a plugin's rules as tests: each case, and the proof of each rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhenggai.model.rule import Rule
    from zhenggai.plugins import Plugins
    from zhenggai.testing.cases import Case
    from zhenggai.testing.proving import Outcome, Workbench


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Take `cases.md` beside a `rule.toml`; nothing else is touched, nothing else imported."""
    if file_path.name == "cases.md" and (file_path.parent / "rule.toml").is_file():
        return CasesFile.from_parent(parent, path=file_path)
    return None


@cache
def _plugins(root: Path) -> Plugins:
    from zhenggai.plugins import discover

    installed = discover()
    if any(plugin.root == root for plugin in installed.data.values()):
        return installed
    return discover([root])


class CasesFile(pytest.File):
    """The cases of one rule."""

    _bench: Workbench | None = None
    _outcomes: dict[int, Outcome] | None = None

    def rule_and_plugins(self) -> tuple[Rule, Plugins]:
        """The rule beside the file, and the plugins among which it stands."""
        plugins = _plugins(self.path.parent.parent.parent.resolve())
        folder = self.path.parent
        rule = next(one for one in plugins.rules.values() if folder.samefile(one.folder))
        return rule, plugins

    def bench(self) -> Workbench:
        """One session for all cases of the file."""
        from zhenggai.testing.proving import Workbench

        if self._bench is None:
            self._bench = Workbench(*self.rule_and_plugins())
        return self._bench

    def outcome(self, case: Case) -> Outcome:
        """What a case came to; each is run once, for its own test and for the proof."""
        if self._outcomes is None:
            self._outcomes = {}
        if case.line not in self._outcomes:
            self._outcomes[case.line] = self.bench().run(case)
        return self._outcomes[case.line]

    def teardown(self) -> None:
        """End the session."""
        if self._bench is not None:
            self._bench.close()

    def collect(self) -> Iterator[pytest.Item]:
        """A test a case, and one that the cases prove every aspect both ways."""
        from zhenggai.testing.cases import read_cases

        cases = read_cases(self.path.read_text(encoding="utf-8"), str(self.path))
        for case in cases:
            yield CaseItem.from_parent(self, name=case.title, case=case)
        yield ProofItem.from_parent(self, name="every aspect is proved both ways")


class CaseItem(pytest.Item):
    """One worked case."""

    def __init__(self, *, case: Any, **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case

    def runtest(self) -> None:
        """Run it over the engine."""
        outcome = self.parent.outcome(self.case)  # type: ignore[union-attr]
        if outcome.problems:
            raise CaseFailedError("\n".join(outcome.problems))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The problems alone, without the trace of our own code."""
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line - 1, f"{self.path.parent.name}: {self.case.title}"


class ProofItem(pytest.Item):
    """Each aspect has what it must find, what it must leave, and what it cannot decide."""

    def runtest(self) -> None:
        """Run all cases and ask what they would miss."""
        from zhenggai.catalog import cases_of
        from zhenggai.testing.cases import read_cases
        from zhenggai.testing.proving import unproved

        bench = self.parent.bench()  # type: ignore[union-attr]
        cases = read_cases(cases_of(bench.rule), str(self.path))
        problems = unproved(bench.rule, [self.parent.outcome(case) for case in cases])  # type: ignore[union-attr]
        if problems:
            raise CaseFailedError("\n".join(problems))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The problems alone."""
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The rule's name."""
        return self.path, 0, f"{self.path.parent.name}: {self.name}"


class CaseFailedError(AssertionError):
    """A case does not hold; its text says what is missing and what is extra."""
