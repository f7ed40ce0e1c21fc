"""Read the folders of plugins: strict TOML into the model, with errors that say where and what."""

from __future__ import annotations

import hashlib
import math
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import tomli
from pydantic import Field as PydanticField
from pydantic import ValidationError

from zhenggai.errors import CatalogError, ZhenggaiError, nearest
from zhenggai.i18n import _
from zhenggai.model.base import Frozen
from zhenggai.model.checks import Attest
from zhenggai.model.evidence import Evidence
from zhenggai.model.rule import Query, Rule, RuleFile
from zhenggai.sharing import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

LARGEST_FILE = 1_000_000
"""Bytes a TOML, SQL or Markdown file of a plugin may have."""

_Model = TypeVar("_Model", bound=Frozen)


class PluginFile(Frozen):
    """`plugin.toml`."""

    id: str = PydanticField(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = PydanticField(min_length=1)
    title_en: str = ""
    version: str = "0"
    covers: str = ""


@dataclass(frozen=True, slots=True)
class PluginData:
    """All that a plugin's folder declares. `trusted`: installed as a package, not a bare folder."""

    file: PluginFile
    root: Path
    digest: str
    trusted: bool
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    checklists: Mapping[str, Path] = field(default_factory=dict)


def read_text(path: Path) -> str:
    """A file of a plugin as text; CatalogError if it is too large or no UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogError(
            _("cannot be read: {error}").format(error=error), where=str(path)
        ) from error
    if len(data) > LARGEST_FILE:
        raise CatalogError(
            _("is larger than {limit} bytes").format(limit=LARGEST_FILE), where=str(path)
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogError(
            _("is not UTF-8 (byte {at})").format(at=error.start), where=str(path)
        ) from error


def parse_toml(text: str, where: str, error: type[ZhenggaiError] = CatalogError) -> dict[str, Any]:
    """TOML as plain data; refuses what a reader of the file could not see or mean."""
    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as problem:
        raise error(_("is not valid TOML: {error}").format(error=problem), where=where) from problem
    for key, value in _walk(data):
        if any(unicodedata.category(char) in {"Cc", "Cf"} for char in key):
            raise error(
                _("an invisible character stands in the key {key!r}").format(key=key), where=where
            )
        if isinstance(value, float) and not math.isfinite(value):
            raise error(_("“{key}” is not a finite number").format(key=key), where=where)
    return data


def _walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    yield key, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, key)


def validate(
    model: type[_Model],
    data: Mapping[str, Any],
    where: str,
    error: type[ZhenggaiError] = CatalogError,
) -> _Model:
    """Data as a model; an error names file, key path, what is wrong and the nearest known key."""
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        lines = [_explain(detail, model) for detail in problem.errors()[:8]]
        raise error("; ".join(lines), where=where) from problem


def _explain(detail: ErrorDetails, model: type[Frozen]) -> str:
    path = ".".join(str(step) for step in detail["loc"])
    if detail["type"] == "extra_forbidden":
        hint = nearest(str(detail["loc"][-1]), _keys_at(model, detail["loc"][:-1]))
        text = _("“{path}” is not a known key").format(path=path)
        return f"{text} ({hint})" if hint else text
    message = detail["msg"].removeprefix("Value error, ")
    return f"{path}: {message}" if path else message


def _keys_at(model: type[Frozen], steps: tuple[int | str, ...]) -> list[str]:
    """The keys a model knows at a path; every key below the model where the path is a union."""
    import typing

    def inner(kind: Any) -> Iterator[type[Frozen]]:
        if isinstance(kind, type) and issubclass(kind, Frozen):
            yield kind
        for argument in typing.get_args(kind):
            yield from inner(argument)

    models: list[type[Frozen]] = [model]
    for step in steps:
        found = [
            deeper
            for one in models
            for name, info in one.model_fields.items()
            if step in (name, info.alias)
            for deeper in inner(info.annotation)
        ]
        models = found or models
    return [info.alias or name for one in models for name, info in one.model_fields.items()]


def load_toml(model: type[_Model], path: Path) -> _Model:
    """One TOML file as a model."""
    return validate(model, parse_toml(read_text(path), str(path)), str(path))


def load_rule(folder: Path, plugin: str, *, trusted: bool = True) -> Rule:
    """One rule's folder: `rule.toml`, a query a `.sql` or a declared check, `cases.md`.

    What its queries share stands in `_name.sql` (see `zhenggai.sharing`).
    """
    path = folder / "rule.toml"
    text = read_text(path)
    file = validate(RuleFile, parse_toml(text, str(path)), str(path))
    expected = f"{plugin}.{folder.name}"
    if file.id != expected:
        raise CatalogError(
            _("the id is “{id}”, but the folder says “{expected}”").format(
                id=file.id, expected=expected
            ),
            where=str(path),
        )
    files = {file.stem: read_text(file) for file in sorted(folder.glob("*.sql"))}
    shared = {name[1:]: body for name, body in files.items() if name.startswith("_")}
    sql = {
        name: compose(body, shared, str(folder))
        for name, body in files.items()
        if not name.startswith("_")
    }
    if stray := sorted(set(sql) - set(file.aspects)):
        raise CatalogError(
            _("“{name}.sql” belongs to no aspect").format(name=stray[0]),
            where=str(folder),
            hint=nearest(stray[0], file.aspects),
        )
    queries = []
    for slug, aspect in file.aspects.items():
        check = aspect.check or file.check
        if (slug in sql) == (check is not None):
            raise CatalogError(
                _(
                    "the aspect “{slug}” needs either {slug}.sql or a declared check, and not both"
                ).format(slug=slug),
                where=str(path),
            )
        whole = aspect if check is None else aspect.model_copy(update={"check": check})
        queries.append(
            Query(slug=slug, aspect=whole, sql=sql.get(slug, ""), attest=isinstance(check, Attest))
        )
    digest = _digest([text, *(f"{name}\0{body}" for name, body in files.items())])
    return Rule(
        file=file,
        queries=tuple(queries),
        folder=folder.as_posix(),
        digest=digest,
        trusted=trusted,
    )


def cases_of(rule: Rule) -> str:
    """The text of a rule's `cases.md`; empty if it has none."""
    path = Path(rule.folder) / "cases.md"
    return read_text(path) if path.exists() else ""


def load_plugin(root: Path, *, trusted: bool) -> PluginData:
    """A plugin's folder, package or bare. Nothing of it is run.

    Raises:
        CatalogError: naming the file and key at fault; also where a bare folder holds Python,
            which would silently not run.
    """
    file = load_toml(PluginFile, root / "plugin.toml")
    if not trusted and (python := next(iter(sorted(root.rglob("*.py"))), None)):
        raise CatalogError(
            _("a bare plugin folder runs no Python; install the plugin as a package instead"),
            where=str(python),
        )
    evidence: dict[str, Evidence] = {}
    for path in sorted((root / "evidence").glob("*.toml")):
        one = load_toml(Evidence, path)
        if one.id != f"{file.id}.{path.stem}":
            raise CatalogError(
                _("the id is “{id}”, but the file says “{expected}”").format(
                    id=one.id, expected=f"{file.id}.{path.stem}"
                ),
                where=str(path),
            )
        evidence[one.id] = one
    rules = {
        rule.id: rule
        for folder in sorted((root / "rules").glob("*/"))
        if not folder.name.startswith((".", "_"))
        for rule in [load_rule(folder, file.id, trusted=trusted)]
    }
    checklists = {path.stem: path for path in sorted((root / "checklists").glob("*.toml"))}
    digest = _digest(
        [
            file.model_dump_json(),
            *(one.model_dump_json(by_alias=True) for one in evidence.values()),
            *(rule.digest for rule in rules.values()),
        ]
    )
    return PluginData(
        file=file,
        root=root,
        digest=digest,
        trusted=trusted,
        evidence=evidence,
        rules=rules,
        checklists=checklists,
    )


def _digest(parts: list[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode())
        whole.update(b"\0\0")
    return whole.hexdigest()
