"""Find, load and check plugins; the only module that touches pluggy."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pluggy

from zhenggai import hooks
from zhenggai.catalog import PluginData, load_plugin
from zhenggai.compiling import compiled
from zhenggai.errors import CatalogError, PluginError, UnknownNameError, ZhenggaiError
from zhenggai.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import click

    from zhenggai.hooks import Function, Paper, Reader, ReportFormat, Row
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.rule import Rule

GROUP = "zhenggai.plugins"
_HOOK_NAMES = (
    "register_readers",
    "derive_tables",
    "register_functions",
    "register_report_formats",
    "register_commands",
)


@dataclass(frozen=True)
class Plugins:
    """The plugins of one run: their data, their hooks, and those that would not load.

    `broken` maps a plugin's name to what is wrong with it; a checklist that names it ends the run.
    """

    data: Mapping[str, PluginData]
    broken: Mapping[str, ZhenggaiError] = field(default_factory=dict)
    manager: pluggy.PluginManager | None = None

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Every declared evidence, by id."""
        return {id_: one for plugin in self.data.values() for id_, one in plugin.evidence.items()}

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every declared rule, by id."""
        return {id_: one for plugin in self.data.values() for id_, one in plugin.rules.items()}

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Old ids of rules, and what they are called now."""
        return {old: rule.id for rule in self.rules.values() for old in rule.file.aliases}

    def rule(self, name: str) -> Rule:
        """The rule of this id or old id; UnknownNameError with the nearest ones."""
        rules = self.rules
        found = rules.get(name) or rules.get(self.aliases.get(name, ""))
        if found is None:
            raise UnknownNameError(_("rule"), name, rules)
        return found

    def readers(self) -> Sequence[Reader]:
        """Readers of further kinds of file."""
        return self._flat("register_readers")

    def functions(self) -> Sequence[Function]:
        """Scalar functions for the SQL of rules."""
        return self._flat("register_functions")

    def report_formats(self) -> Sequence[ReportFormat]:
        """Further report formats."""
        return self._flat("register_report_formats")

    def commands(self) -> Sequence[click.Command]:
        """Further commands."""
        return self._flat("register_commands")

    @property
    def derives(self) -> bool:
        """Whether any plugin derives tables from documents."""
        return self.manager is not None and bool(self.manager.hook.derive_tables.get_hookimpls())

    def derive_tables(self, papers: Sequence[Paper]) -> Mapping[str, Sequence[Row]]:
        """Rows of every derived evidence, from the unit's documents."""
        tables: dict[str, list[Row]] = {}
        if self.manager is None:
            return tables
        for given in self.manager.hook.derive_tables(papers=tuple(papers)):
            for evidence, rows in given.items():
                tables.setdefault(evidence, []).extend(rows)
        return tables

    def _flat(self, hook: str) -> list[Any]:
        if self.manager is None:
            return []
        return [one for given in getattr(self.manager.hook, hook)() for one in given]


def discover(plugin_dirs: Sequence[Path] = (), *, packages: bool = True) -> Plugins:
    """Load every installed plugin and every bare folder named.

    A folder named by the caller must load: its error is raised. A package that does not load is
    kept in `broken`. Two plugins, or two rules or evidences, of one id are refused.

    Raises:
        PluginError: a bare folder is no plugin, or two plugins have one id.
        CatalogError: a file of a bare folder is wrong.
    """
    data: dict[str, PluginData] = {}
    broken: dict[str, ZhenggaiError] = {}
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    if packages:
        for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
            try:
                _add(data, compiled(_folder_of(point.value)))
                _register(manager, point.value, point.name)
            except ZhenggaiError as error:
                broken[point.name] = error
                data.pop(point.name, None)
    for folder in plugin_dirs:
        if not (folder / "plugin.toml").is_file():
            raise PluginError(
                _("is no plugin folder: it has no plugin.toml"),
                where=str(folder),
                hint=_("`zhenggai new plugin` writes one"),
            )
        _add(data, load_plugin(folder, trusted=False))
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(str(error)) from error
    return Plugins(data=data, broken=broken, manager=manager)


def _add(data: dict[str, PluginData], plugin: PluginData) -> None:
    name = plugin.file.id
    if name in data:
        raise PluginError(
            _("two plugins have the id “{id}”: {first} and {second}").format(
                id=name, first=data[name].root, second=plugin.root
            )
        )
    data[name] = plugin


def _folder_of(module: str) -> Path:
    try:
        spec = find_spec(module)
    except (ImportError, ValueError) as error:
        raise PluginError(
            _("cannot be found: {error}").format(error=error), where=module
        ) from error
    if spec is None or spec.origin is None:
        raise PluginError(_("the package is not installed"), where=module)
    return Path(spec.origin).parent


def _register(manager: pluggy.PluginManager, module: str, name: str) -> None:
    try:
        loaded = import_module(module)
    except Exception as error:
        raise PluginError(
            _("raises on import: {kind}: {error}").format(kind=type(error).__name__, error=error),
            where=module,
        ) from error
    for hook in _HOOK_NAMES:
        function = vars(loaded).get(hook)
        if callable(function) and not hasattr(function, f"{hooks.PROJECT}_impl"):
            raise PluginError(
                _("the function {hook} lacks the @hookimpl mark and would silently not run").format(
                    hook=hook
                ),
                where=module,
            )
    try:
        manager.register(loaded, name=name)
    except pluggy.PluginValidationError as error:
        manager.unregister(name=name)
        raise PluginError(str(error), where=module) from error


def builtin_checklists() -> Path:
    """Where the checklists of the distribution lie: in the wheel, or beside the sources."""
    package = Path(cast("str", sys.modules["zhenggai"].__file__)).parent
    source = package.parent.parent / "checklists"
    # An editable install may keep a stale copy: the sources go first.
    return source if package.parent.name == "core" and source.is_dir() else package / "_checklists"


def checklist_paths(plugins: Plugins) -> dict[str, Path]:
    """Every checklist by id; one of a plugin's folder goes before one of the distribution."""
    found = {path.stem: path for path in sorted(builtin_checklists().glob("*.toml"))}
    for plugin in plugins.data.values():
        for name, path in plugin.checklists.items():
            if name in found:
                raise CatalogError(
                    _("two checklists have the id “{id}”").format(id=name), where=str(path)
                )
            found[name] = path
    return found
