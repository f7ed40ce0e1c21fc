"""Checklist, catalog and the unit's settings become a plan: which rules, with which parameters."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from calendar import monthrange
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from zhenggai.catalog import load_toml, parse_toml, read_text, validate
from zhenggai.errors import (
    CatalogError,
    ConfigurationError,
    UnknownNameError,
    UsageError,
    ZhenggaiError,
    nearest,
)
from zhenggai.i18n import _
from zhenggai.model.checklist import Checklist, Item, Scoring, Section
from zhenggai.model.plan import (
    Origin,
    ParamValue,
    PeriodSpan,
    Plan,
    PlannedRule,
    PlannedSection,
    PluginInfo,
)
from zhenggai.model.settings import Settings
from zhenggai.plugins import checklist_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from zhenggai.model.rule import Param, Rule
    from zhenggai.plugins import Plugins

SETTINGS_FILE = "zhenggai.toml"


def load_settings(folder: Path) -> Settings:
    """The unit's `zhenggai.toml`, or the defaults; ConfigurationError names file and key."""
    path = folder / SETTINGS_FILE
    if not path.is_file():
        return Settings()
    try:
        text = read_text(path)
    except CatalogError as error:
        raise ConfigurationError(error.message, where=error.where) from error
    data = parse_toml(text, str(path), ConfigurationError)
    return validate(Settings, data, str(path), ConfigurationError)


def parse_date(text: str) -> dt.date:
    """An ISO date; UsageError otherwise."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(
            _("“{text}” is no date").format(text=text), hint=_("write it as 2026-11-24")
        ) from error


_PERIOD = re.compile(r"(?P<year>\d{4})(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|-(?P<month>\d{2}))?")


def parse_period(text: str) -> PeriodSpan:
    """`2026`, `2026Q1`, `2026H1`, `2026-01` or `2026-01-01..2026-11-24`; UsageError otherwise."""
    text = text.strip()
    if ".." in text:
        first, _dots, last = text.partition("..")
        start, end = parse_date(first), parse_date(last)
        if end < start:
            raise UsageError(_("the period “{text}” ends before it begins").format(text=text))
        return PeriodSpan(text=text, start=start, end=end)
    match = _PERIOD.fullmatch(text)
    if not match:
        raise UsageError(
            _("“{text}” is no period").format(text=text),
            hint=_("write it as 2026, 2026Q1, 2026-01 or 2026-01-01..2026-11-24"),
        )
    year = int(match["year"])
    if match["quarter"]:
        last_month = int(match["quarter"]) * 3
        first_month = last_month - 2
    elif match["half"]:
        last_month = int(match["half"]) * 6
        first_month = last_month - 5
    elif match["month"]:
        first_month = last_month = int(match["month"])
    else:
        first_month, last_month = 1, 12
    try:
        start = dt.date(year, first_month, 1)
        end = dt.date(year, last_month, monthrange(year, last_month)[1])
    except ValueError as error:
        raise UsageError(_("“{text}” is no period").format(text=text)) from error
    return PeriodSpan(text=text, start=start, end=end)


def load_checklist(name: str, plugins: Plugins) -> tuple[Checklist, str]:
    """A checklist by id or by path to its file, with what it extends; and the digest of all of it.

    Raises:
        UnknownNameError: there is none of that id.
        CatalogError: a file is wrong, or checklists extend one another in a circle.
    """
    paths = checklist_paths(plugins)
    chain: list[Checklist] = []
    digest = hashlib.sha256()
    seen: list[str] = []
    wanted: str | None = name
    while wanted is not None:
        path = _checklist_path(wanted, paths)
        if str(path) in seen:
            raise CatalogError(_("checklists extend one another in a circle"), where=str(path))
        seen.append(str(path))
        digest.update(read_text(path).encode())
        one = load_toml(Checklist, path)
        if one.id != path.stem:
            raise CatalogError(
                _("the id is “{id}”, but the file says “{expected}”").format(
                    id=one.id, expected=path.stem
                ),
                where=str(path),
            )
        chain.append(one)
        wanted = one.extends
    whole = chain.pop()
    while chain:
        whole = _extend(whole, chain.pop())
    return whole, digest.hexdigest()


def _checklist_path(name: str, paths: Mapping[str, Path]) -> Path:
    from pathlib import Path

    if name.endswith(".toml"):
        path = Path(name)
        if not path.is_file():
            raise UsageError(_("there is no such checklist file"), where=name)
        return path
    if name not in paths:
        raise UnknownNameError(_("checklist"), name, paths)
    return paths[name]


def _extend(base: Checklist, child: Checklist) -> Checklist:
    """The child's say goes before the base's: its sections are added to those of the same id."""
    added = {section.id: section for section in child.sections}
    sections: list[Section] = []
    for section in base.sections:
        more = added.pop(section.id, None)
        rules = (*section.rules, *more.rules) if more else section.rules
        sections.append(section.model_copy(update={"rules": rules}))
    sections.extend(added.values())
    return child.model_copy(
        update={
            "sections": tuple(sections),
            "drop": (*base.drop, *child.drop),
            "params": {**base.params, **child.params},
            "scoring": child.scoring or base.scoring,
        }
    )


def make_plan(
    checklist: str,
    plugins: Plugins,
    settings: Settings,
    *,
    as_of: dt.date,
    period: PeriodSpan,
    only: Sequence[str] = (),
    unit_id: str = "",
) -> Plan:
    """The plan of one run.

    Args:
        checklist: id, or path to a TOML file.
        plugins: what is loaded; a plugin the checklist names but that did not load ends the run.
        settings: the unit's own.
        as_of: the day the run speaks for.
        period: the assessed period.
        only: rule ids or patterns; others of the checklist are left out, and said to be.
        unit_id: the unit's id where the settings give none (the folder's name).

    Raises:
        UsageError: an id, pattern, parameter, waiver or answer matches nothing.
        CatalogError: a plugin that the checklist names did not load; a parameter is out of bounds.
    """
    whole, digest = load_checklist(checklist, plugins)
    scoring = whole.scoring or Scoring()
    chosen = _choose(whole, plugins)
    params = parameters([rule for rule, *_rest in chosen], whole, settings, plugins)
    if only:
        chosen = _narrow(chosen, only, plugins)
    planned = tuple(
        PlannedRule(
            rule=rule,
            section=section,
            points=item.points if item.points is not None else scoring.points[rule.file.severity],
            mode=item.mode or scoring.mode,
            veto=item.veto,
            params=params[rule.id],
        )
        for rule, section, item in chosen
    )
    _check_names(settings, plugins)
    used = {rule.rule.plugin for rule in planned}
    return Plan(
        unit_id=settings.unit.id or unit_id,
        unit_name=settings.unit.name or unit_id,
        checklist_id=whole.id,
        checklist_title=whole.title,
        checklist_digest=digest,
        as_of=as_of,
        period=period,
        sections=tuple(
            PlannedSection(id=section.id, title=section.title, title_en=section.title_en)
            for section in whole.sections
        ),
        rules=planned,
        evidence=plugins.evidence,
        scoring=scoring,
        scoring_digest=hashlib.sha256(scoring.model_dump_json().encode()).hexdigest(),
        plugins=tuple(
            PluginInfo(
                id=name,
                title=plugin.file.title,
                version=plugin.file.version,
                digest=plugin.digest,
                origin="package" if plugin.trusted else "folder",
            )
            for name, plugin in plugins.data.items()
            if name in used
        ),
        pins=settings.evidence,
        waivers=settings.waivers,
        answers=settings.answers,
        not_applicable=settings.not_applicable,
        unit_sections=settings.sections,
        region_prefixes=settings.unit.regions,
        holidays=settings.holidays,
    )


def _choose(checklist: Checklist, plugins: Plugins) -> list[tuple[Rule, str, Item]]:
    """The rules of each section in order; a rule stands once, where it is named first.

    A later, more exact naming (an id after a pattern) replaces points and veto of the earlier one.
    """
    rules = plugins.rules
    chosen: dict[str, tuple[Rule, str, Item]] = {}
    where = _("checklist {id}").format(id=checklist.id)
    for section in checklist.sections:
        for entry in section.rules:
            item = Item(rule=entry) if isinstance(entry, str) else entry
            for rule in _matching(item.rule, plugins, where):
                if rule.id not in chosen or "*" not in item.rule:
                    earlier = chosen.get(rule.id)
                    chosen[rule.id] = (rule, earlier[1] if earlier else section.id, item)
    for pattern in checklist.drop:
        dropped = [rule.id for rule in _matching(pattern, plugins, where) if rule.id in chosen]
        if not dropped:
            raise CatalogError(
                _("`drop` names “{name}”, which the checklist does not have").format(name=pattern),
                where=where,
                hint=nearest(pattern, rules),
            )
        for id_ in dropped:
            del chosen[id_]
    if not chosen:
        raise CatalogError(_("the checklist selects no rule"), where=where)
    return list(chosen.values())


def _matching(pattern: str, plugins: Plugins, where: str) -> list[Rule]:
    """The rules an id or pattern selects, never none."""
    name = pattern.partition(".")[0]
    for broken, error in plugins.broken.items():
        if fnmatchcase(broken, name):
            raise CatalogError(
                _("the plugin “{name}” does not load, but the checklist names it: {error}").format(
                    name=broken, error=error
                ),
                where=where,
            )
    if "*" not in pattern:
        try:
            return [plugins.rule(pattern)]
        except UnknownNameError as error:
            raise CatalogError(error.message, where=where, hint=error.hint) from error
    found = [rule for id_, rule in plugins.rules.items() if fnmatchcase(id_, pattern)]
    if not found:
        raise CatalogError(
            _("the pattern “{pattern}” selects no rule").format(pattern=pattern), where=where
        )
    return found


def _narrow(
    chosen: list[tuple[Rule, str, Item]], only: Sequence[str], plugins: Plugins
) -> list[tuple[Rule, str, Item]]:
    wanted: set[str] = set()
    for pattern in only:
        pattern = plugins.aliases.get(pattern, pattern)  # noqa: PLW2901 - the same name, now
        found = {rule.id for rule, *_rest in chosen if fnmatchcase(rule.id, pattern)}
        if not found:
            raise UnknownNameError(
                _("rule in this checklist"), pattern, [one.id for one, *_r in chosen]
            )
        wanted |= found
    return [one for one in chosen if one[0].id in wanted]


def parameters(
    rules: Sequence[Rule], checklist: Checklist, settings: Settings, plugins: Plugins
) -> dict[str, dict[str, ParamValue]]:
    """Each rule's parameters with every setting of them; the last one holds.

    A checklist may only speak of the rules it selects, a unit of every rule there is.
    """
    values = {
        rule.id: {
            name: [Origin(by="default", where="rule.toml", value=_default(param))]
            for name, param in rule.file.params.items()
        }
        for rule in rules
    }
    _override(values, "checklist", checklist.id, checklist.params, rules, CatalogError)
    every = list(plugins.rules.values()) if settings.params else []
    _override(values, "unit", SETTINGS_FILE, settings.params, every, ConfigurationError)
    return {
        id_: {
            name: ParamValue(name=name, value=origins[-1].value, origins=tuple(origins))
            for name, origins in params.items()
        }
        for id_, params in values.items()
    }


def _override(
    values: dict[str, dict[str, list[Origin]]],
    by: str,
    where: str,
    given: Mapping[str, Any],
    rules: Sequence[Rule],
    error: type[ZhenggaiError],
) -> None:
    known = {f"{rule.id}.{name}": (rule, name) for rule in rules for name in rule.file.params}
    for path, value in given.items():
        if path not in known:
            raise error(
                _("there is no parameter “{path}” to set").format(path=path),
                where=where,
                hint=nearest(path, known),
            )
        rule, name = known[path]
        param = rule.file.params[name]
        typed = _typed(param, value, f"{where}: {path}", error)
        _within_bound(param, typed, f"{where}: {path}", error)
        if rule.id in values:
            whole = [{"from": dt.date.min, "to": dt.date.max, "value": typed}]
            held = whole if param.dated else typed
            values[rule.id][name].append(Origin(by=by, where=where, value=held))


def _default(param: Param) -> Any:
    """The typed default; for a dated parameter the whole list of values with their dates."""
    if not param.dated:
        return _typed(param, param.default, "default", CatalogError)
    return [
        {
            "from": dated.from_ or dt.date.min,
            "to": dated.to or dt.date.max,
            "value": _typed(param, dated.value, "default", CatalogError),
        }
        for dated in param.dated
    ]


_CASTS: dict[str, Callable[[Any], Any]] = {
    "integer": lambda value: value if type(value) is int else _refuse(),
    "decimal": lambda value: (
        Decimal(str(value)) if type(value) in (int, float, Decimal) else _refuse()
    ),
    "money": lambda value: (
        Decimal(str(value)) if type(value) in (int, float, Decimal) else _refuse()
    ),
    "percent": lambda value: (
        Decimal(str(value)) if type(value) in (int, float, Decimal) else _refuse()
    ),
    "date": lambda value: value if type(value) is dt.date else dt.date.fromisoformat(value),
    "text": lambda value: value if isinstance(value, str) else _refuse(),
    "bool": lambda value: value if isinstance(value, bool) else _refuse(),
    "list": lambda value: (
        [str(one) for one in value] if isinstance(value, (list, tuple)) else _refuse()
    ),
}


def _refuse() -> Any:
    raise TypeError


def _typed(param: Param, value: Any, where: str, error: type[ZhenggaiError]) -> Any:
    try:
        return _CASTS[param.type](value)
    except (TypeError, ValueError, InvalidOperation) as problem:
        raise error(
            _("{value!r} is not of the type {type}").format(value=value, type=param.type),
            where=where,
        ) from problem


def _within_bound(param: Param, value: Any, where: str, error: type[ZhenggaiError]) -> None:
    bound = param.bound
    if bound is not None and not bound.allows(value):
        raise error(
            _(
                "{value} goes beyond the bound {op} {limit} set by {basis}; it may only be stricter"
            ).format(value=value, op=bound.op, limit=bound.value, basis=bound.basis),
            where=where,
        )


def _check_names(settings: Settings, plugins: Plugins) -> None:
    """Waivers, answers and approvals that speak of nothing are mistakes, not decoration."""
    speaking: Iterable[tuple[str, str]] = [
        *(("waivers", waiver.rule) for waiver in settings.waivers),
        *(("answers", answer.rule) for answer in settings.answers),
        *(("not-applicable", one.rule) for one in settings.not_applicable),
    ]
    rules, aliases = plugins.rules, plugins.aliases
    for part, name in speaking:
        if name not in rules and name not in aliases:
            raise ConfigurationError(
                _("[[{part}]] names the unknown rule “{name}”").format(part=part, name=name),
                where=SETTINGS_FILE,
                hint=nearest(name, rules),
            )
    evidence = plugins.evidence
    for pin in settings.evidence:
        if pin.as_ != "skip" and pin.as_ not in evidence:
            raise ConfigurationError(
                _("[[evidence]] names the unknown evidence “{name}”").format(name=pin.as_),
                where=SETTINGS_FILE,
                hint=nearest(pin.as_, evidence),
            )
        if pin.as_ in evidence:
            for name in pin.columns.values():
                if evidence[pin.as_].field(name) is None:
                    raise ConfigurationError(
                        _("“{field}” is no field of {evidence}").format(
                            field=name, evidence=pin.as_
                        ),
                        where=SETTINGS_FILE,
                        hint=nearest(name, [one.name for one in evidence[pin.as_].fields]),
                    )
