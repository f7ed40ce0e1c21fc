"""Rows that a query gives become findings: address, key, fingerprint, message, law."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zhenggai.checking.session import quote, table_name
from zhenggai.i18n import _
from zhenggai.masking import mask_field
from zhenggai.model.assessment import BasisLine, Finding, Location, Verdict, WaiverNote
from zhenggai.model.source import DocumentRecord, SheetRecord, split_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import duckdb

    from zhenggai.model.evidence import Evidence
    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Query
    from zhenggai.model.source import Source

MOST_LISTED = 10_000
"""Findings listed of one aspect; the counts are always complete."""
PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class ContractError(Exception):
    """A query's row breaks the contract: no address and no key, or a word that is no column."""


@dataclass(frozen=True, slots=True)
class _Place:
    source: Source
    record: SheetRecord | DocumentRecord


@dataclass(slots=True)
class FindingMaker:
    """Makes findings of one unit; knows its sources by ordinal and reads keys from the session."""

    con: duckdb.DuckDBPyConnection
    plan: Plan
    places: dict[int, _Place]
    rows: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)

    def make(
        self,
        planned: PlannedRule,
        query: Query,
        evidence: Sequence[Evidence],
        rows: Sequence[Mapping[str, Any]],
    ) -> list[Finding]:
        """Findings of one aspect, in order of address and key.

        Args:
            planned: the rule.
            query: the aspect.
            evidence: what the query reads: for personal marks and business keys.
            rows: the query's rows with verdict violation, doubt or gap.

        Raises:
            ContractError: a row has neither address nor key, or the message names no column.
        """
        # In order before they are cut, so that the same papers always list the same findings.
        rows = sorted(rows, key=lambda row: (_addresses(row), plain(row.get("key"))))[:MOST_LISTED]
        self._fetch({one for row in rows for one in _addresses(row)}, evidence)
        keyed = [(self._key(row, evidence), row) for row in rows]
        keyed.sort(key=lambda pair: (_addresses(pair[1]), pair[0]))
        personal = {
            item.name: item.type for one in evidence for item in one.fields if item.personal
        }
        seen: dict[str, int] = {}
        made = []
        for key, row in keyed:
            seen[key] = seen.get(key, 0) + 1
            unique = key if seen[key] == 1 else f"{key}#{seen[key]}"
            made.append(self._finding(planned, query, evidence, row, unique, personal))
        return made

    def _finding(
        self,
        planned: PlannedRule,
        query: Query,
        evidence: Sequence[Evidence],
        row: Mapping[str, Any],
        key: str,
        personal: Mapping[str, Any],
    ) -> Finding:
        file, aspect = planned.rule.file, query.aspect
        fact_date = row.get("fact_date")
        words = {
            **{name: shown(param.value) for name, param in planned.params.items()},
            **{
                name: mask_field(shown(value), personal[name]) if name in personal else shown(value)
                for name, value in row.items()
            },
        }
        fingerprint = hashlib.sha256(f"{file.id}\0{query.slug}\0{key}".encode()).hexdigest()[:16]
        locations = tuple(self._location(one, aspect.fields, evidence) for one in _addresses(row))
        return Finding(
            fingerprint=fingerprint,
            rule=file.id,
            aspect=query.slug,
            verdict=Verdict(row["verdict"]),
            severity=aspect.severity or file.severity,
            key=self._shown_key(key, row, evidence),
            owner=shown(row["owner"]) if row.get("owner") is not None else "",
            amount=_amount(row.get("amount")),
            message=fill(aspect.message, words),
            message_en=fill(aspect.message_en, words) if aspect.message_en else "",
            rectify=fill(aspect.rectify or file.rectify, words, strict=False),
            fact_date=_day(fact_date),
            due=_day(row.get("due")),
            basis=basis_lines(planned, _day(fact_date) or self.plan.as_of),
            locations=locations,
            waiver=waiver_for(self.plan, file.id, key, fingerprint),
        )

    def _key(self, row: Mapping[str, Any], evidence: Sequence[Evidence]) -> str:
        if row.get("key") is not None:
            parts = [plain(row["key"])]
        else:
            addresses = _addresses(row)
            if not addresses:
                raise ContractError(_("a row has neither an address (_row) nor a key"))
            parts = [self._business_key(addresses[0], evidence)]
        if row.get("subject") is not None:
            parts.append(plain(row["subject"]))
        return "|".join(parts)

    def _business_key(self, one: int, evidence: Sequence[Evidence]) -> str:
        for declared in evidence:
            values = self.rows.get((declared.id, one))
            if values is not None:
                names = declared.key or tuple(name for name, _kind in declared.columns())
                return "|".join(plain(values.get(name)) for name in names)
        ordinal, number = split_address(one)
        place = self.places.get(ordinal)
        if place is None:
            raise ContractError(_("the address {one} belongs to no source").format(one=one))
        # A paragraph of a document: named by its text, which survives renumbering.
        found = self.con.execute(
            "SELECT text FROM core.paragraphs WHERE _row = $one", {"one": one}
        ).fetchone()
        return plain(found[0]) if found else f"{place.source.path}|{number}"

    def _shown_key(self, key: str, row: Mapping[str, Any], evidence: Sequence[Evidence]) -> str:
        """The key for people: personal parts masked."""
        text = key
        for one in _addresses(row)[:1]:
            for declared in evidence:
                values = self.rows.get((declared.id, one))
                for item in declared.fields if values is not None else ():
                    value = plain((values or {}).get(item.name))
                    if item.personal and value:
                        text = text.replace(value, mask_field(value, item.type))
        return text

    def _fetch(self, addresses: Iterable[int], evidence: Sequence[Evidence]) -> None:
        """Read the rows at these addresses from the tables of the query, once."""
        wanted = sorted(set(addresses))
        for declared in evidence:
            missing = [one for one in wanted if (declared.id, one) not in self.rows]
            if not missing:
                continue
            names = [name for name, _kind in declared.columns()]
            columns = ", ".join(quote(name) for name in ("_row", *names))
            found = self.con.execute(
                f"SELECT {columns} FROM {table_name(declared.id)} SEMI JOIN (SELECT unnest($rows) AS _row) USING (_row)",
                {"rows": missing},
            ).fetchall()
            for row in found:
                self.rows[declared.id, row[0]] = dict(zip(names, row[1:], strict=True))

    def _location(self, one: int, names: Sequence[str], evidence: Sequence[Evidence]) -> Location:
        ordinal, number = split_address(one)
        place = self.places.get(ordinal)
        if place is None:
            raise ContractError(_("the address {one} belongs to no source").format(one=one))
        record = place.record
        values: dict[str, str] = {}
        cells: dict[str, str] = {}
        for declared in evidence:
            row = self.rows.get((declared.id, one))
            if row is None:
                continue
            for name in names:
                item = declared.field(name)
                if item is not None and name in row:
                    text = shown(row[name])
                    values[name] = mask_field(text, item.type) if item.personal else text
                    if isinstance(record, SheetRecord):
                        cells.update(_cell(record, item.name, name, number))
        if isinstance(record, DocumentRecord):
            page = self._page(one) if number else None
            return Location(
                path=place.source.path, paragraph=number or None, page=page, values=values
            )
        return Location(
            path=place.source.path,
            sheet=record.sheet,
            row=number,
            page=record.page,
            cells=cells,
            values=values,
        )

    def _page(self, one: int) -> int | None:
        found = self.con.execute(
            "SELECT page FROM core.paragraphs WHERE _row = $one", {"one": one}
        ).fetchone()
        return found[0] if found else None


def places_of(sources: Iterable[Source]) -> dict[int, _Place]:
    """Every bound table and document by its ordinal."""
    places: dict[int, _Place] = {}
    for source in sources:
        for sheet in source.sheets:
            if sheet.ordinal:
                places[sheet.ordinal] = _Place(source, sheet)
        for document in source.documents:
            if document.ordinal:
                places[document.ordinal] = _Place(source, document)
    return places


def _cell(record: SheetRecord, field_name: str, name: str, row: int) -> dict[str, str]:
    for column in record.columns:
        if column.field == field_name:
            return {name: f"{column.column}{row}"}
    return {}


def _addresses(row: Mapping[str, Any]) -> list[int]:
    """The addresses of a subject, in order; the first stands first where it gives the key."""
    listed = row.get("_rows")
    if listed is not None:
        there = [one for one in listed if one is not None]
        first = 0 if row.get("key") is not None else 1
        return there[:first] + sorted(there[first:])
    return [row["_row"]] if row.get("_row") is not None else []


def _day(value: Any) -> dt.date | None:
    """A date; a column of that name which holds something else is the paper's own."""
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None


def _amount(value: Any) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, (int, float, Decimal)) else None


def plain(value: Any) -> str:
    """A value as it takes part in a key: without trailing zeros, empty for NULL."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def shown(value: Any) -> str:
    """A value as people read it."""
    if value is None:
        return _("(empty)")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, (list, tuple)):
        return "、".join(shown(one) for one in value)
    return str(value)


def fill(template: str, words: Mapping[str, str], *, strict: bool = True) -> str:
    """A message with its words; only plain `{name}` is replaced, nothing is evaluated.

    Raises:
        ContractError: with `strict`, where the query gives no such column.
    """

    def word(match: re.Match[str]) -> str:
        name = match[1]
        if name not in words:
            if strict:
                raise ContractError(
                    _("the message speaks of “{name}”, which the query does not give").format(
                        name=name
                    )
                )
            return match[0]
        return words[name]

    return PLACEHOLDER.sub(word, template)


def basis_lines(planned: PlannedRule, on: dt.date) -> tuple[BasisLine, ...]:
    """The articles in force on the date of the fact; all of them where none was."""
    every = planned.rule.file.basis
    chosen = [basis for basis in every if basis.in_force(on)] or list(every)
    return tuple(
        BasisLine(cite=basis.cite(), fact=basis.fact, status=basis.status) for basis in chosen
    )


def waiver_for(plan: Plan, rule: str, *names: str) -> WaiverNote | None:
    """The approved exception for a finding by its key or fingerprint; its last day is included."""
    for waiver in plan.waivers:
        if waiver.rule == rule and waiver.key in (None, *names) and plan.as_of <= waiver.last_day:
            return WaiverNote(
                reason=waiver.reason, approved_by=waiver.approved_by, last_day=waiver.last_day
            )
    return None
