"""The whole tree of exceptions.

::

    ZhenggaiError                 70  base; carries exit status, slug, hint
    ├── UsageError                 2  the caller asked for something that cannot be
    │   ├── UnknownNameError       2  no rule, evidence, checklist, field … of this name
    │   └── ConfigurationError     2  zhenggai.toml is wrong
    ├── CatalogError               4  a plugin, rule, evidence or checklist file is wrong
    │   ├── PluginError            4  a plugin does not load
    │   └── QueryRefusedError      4  SQL that the gate does not let through
    └── EvidenceError              4  the folder of evidence cannot be read at all

Findings are data, and so is trouble with the unit's papers; neither is ever raised. Only the
caller's mistakes, broken plugins and checklists, and our own bugs are exceptions. They are caught
in one place, `cli`.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar

from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable


class ZhenggaiError(Exception):
    """Something the caller can be told in one sentence: where, what, and what to do."""

    exit_status: ClassVar[int] = 70
    slug: ClassVar[str] = "internal"

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n{self.hint}" if self.hint else head


class UsageError(ZhenggaiError):
    """The caller asked for something that cannot be."""

    exit_status = 2
    slug = "usage"


class UnknownNameError(UsageError):
    """Nothing of this name; the hint gives the nearest known ones."""

    slug = "unknown-name"

    def __init__(self, what: str, name: str, known: Iterable[str], *, where: str = "") -> None:
        super().__init__(
            _("there is no {what} named “{name}”").format(what=what, name=name),
            where=where,
            hint=nearest(name, known),
        )


class ConfigurationError(UsageError):
    """`zhenggai.toml` is wrong."""

    slug = "configuration"


class CatalogError(ZhenggaiError):
    """A plugin, rule, evidence or checklist file is wrong."""

    exit_status = 4
    slug = "catalog"


class PluginError(CatalogError):
    """A plugin does not load: a plugin silently missing would be a false pass."""

    slug = "plugin"


class QueryRefusedError(CatalogError):
    """SQL that the gate does not let through."""

    slug = "query-refused"


class EvidenceError(ZhenggaiError):
    """The folder of evidence cannot be read at all."""

    exit_status = 4
    slug = "evidence"


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence naming the known names that look most like this one; empty if none does."""
    close = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return _("did you mean {names}?").format(names=" / ".join(close)) if close else ""
