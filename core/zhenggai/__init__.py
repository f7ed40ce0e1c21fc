"""Zhenggai (整改): self-checks for public bodies. The names a plugin or a program may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhenggai.version import __version__

if TYPE_CHECKING:
    from zhenggai.hooks import Paper, Row, hookimpl
    from zhenggai.model.assessment import Assessment
    from zhenggai.run import Request, assess, read_paper


__all__ = [
    "Assessment",
    "Paper",
    "Request",
    "Row",
    "__version__",
    "assess",
    "hookimpl",
    "read_paper",
]

_HOMES = {
    "Assessment": "zhenggai.model.assessment",
    "Paper": "zhenggai.hooks",
    "Request": "zhenggai.run",
    "Row": "zhenggai.hooks",
    "assess": "zhenggai.run",
    "hookimpl": "zhenggai.hooks",
    "read_paper": "zhenggai.run",
}


def __getattr__(name: str) -> object:
    """Public names are loaded when they are used, so that ``--version`` loads nothing."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
