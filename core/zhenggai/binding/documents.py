"""A document is recognised by its title, and its number, date and stated fields are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zhenggai.binding import words
from zhenggai.binding.conversion import convert
from zhenggai.binding.loading import trimmed
from zhenggai.binding.recognition import ALIAS, titles_worth, together
from zhenggai.binding.result import BoundTable, Record
from zhenggai.binding.sql import nested, quoted
from zhenggai.binding.vocabulary import SKIP, Column
from zhenggai.i18n import _
from zhenggai.model.raw import Trouble, TroubleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhenggai.binding.context import Context
    from zhenggai.binding.vocabulary import Kind, Vocabulary
    from zhenggai.model.raw import RawDocument, RawParagraph

_LINE, _FILE, _FOLDER = 1.0, 0.9, 0.4
_THRESHOLD = 0.5
_MARGIN = 0.05
_HAIR = 1e-9
_BY_PHRASES = 0.6
_TOP = 12
_BOTTOM = 15
_TITLE_LINES = 3
_TITLE_LENGTH = 60
_SHOWN = 3
_LABEL_LENGTH = 24
_NUMBER = re.compile(r"([㐀-鿿A-Za-z]{0,24}?)[〔\[(【]((?:19|20)\d\d)[〕\])】]第?0*(\d{1,5})号")
_NUMBER_LINE = 60
_DAY = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
_DATE = re.compile(rf"{_DAY}|(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}")
_DATE_LINE = re.compile(
    rf"^(?:\D{{0,40}}?[\s:：])?[（(]?\s*({_DATE.pattern})\s*(?:印发|发布|通过)?[）)]?\s*$"
)
_SPACED = re.compile(r"(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)")
_NO_TITLE = re.compile(
    r"^(?:机密|秘密|绝密|特急|加急|紧急|内部|附件|签发人|主送|抄送)|文件$|[〔\[【](?:19|20)\d\d[〕\]】]|[。；：:]$"
)
_STATED = re.compile(r"^\s*([^:：。；]{1,24}?)\s*[:：]\s*(\S.*?)\s*$")
_ISSUED = Column("issued_on", "", "date", (("issued_on", "DATE"),))


@dataclass(frozen=True, slots=True)
class DocumentBound:
    """The records of a document, one for each kind that it is, and their tables.

    Each has the paragraphs and, if it was recognised, its row.
    """

    records: tuple[Record, ...]
    tables: tuple[BoundTable, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was decided about a document: the kinds that it is, each with its confidence.

    `untitled`: its text told, not a title.
    """

    kinds: tuple[tuple[Kind, float], ...]
    candidates: tuple[tuple[str, float], ...] = ()
    pinned: bool = False
    ambiguous: bool = False
    untitled: bool = False


@dataclass(frozen=True, slots=True)
class DocumentBinder:
    """Binds the running text of one file."""

    context: Context

    def bind(self, document: RawDocument, *, has_tables: bool) -> DocumentBound:
        """Bind the document; `has_tables`: ledgers were found in the file, so it is not unknown."""
        paragraphs = [one for one in document.paragraphs if one.text.strip()]
        top = [one for one in paragraphs if one.style != "table"][:_TOP]
        found = self._recognise(paragraphs, top) if paragraphs else _Found(())
        common: Record = {
            "pinned": found.pinned,
            "candidates": [
                {"evidence": id_, "confidence": value} for id_, value in found.candidates
            ],
            "paragraphs": len(paragraphs),
            "pages": document.pages,
            "characters": document.characters,
        }
        if not found.kinds:
            title = _title(top, None, self.context.vocabulary) or self._stem()
            confidence = found.candidates[0][1] if found.candidates else 0.0
            record = {**common, "confidence": confidence, "title": title}
            if not paragraphs:
                return DocumentBound((record,), ())
            self._unknown(found, has_tables=has_tables)
            return DocumentBound((record,), (self._paragraphs(paragraphs),))
        text = self._paragraphs(paragraphs)
        records: list[Record] = []
        tables: list[BoundTable] = []
        for number, (kind, confidence) in enumerate(found.kinds):
            title = "" if found.untitled else _title(top, kind, self.context.vocabulary)
            title = title or self._stem()
            shared = len(found.kinds) > 1
            select = self._row(kind, title, paragraphs, top, text, shared=shared)
            records.append(
                {**common, "confidence": confidence, "title": title, "evidence": kind.id}
            )
            tables.append(replace(text, evidence=kind.id, number=number))
            tables.append(BoundTable(kind.id, number, select, text.file, document=True))
        return DocumentBound(tuple(records), tuple(tables))

    def _stem(self) -> str:
        name = self.context.path.rpartition("/")[2]
        return name.rpartition(".")[0] or name

    def _recognise(self, paragraphs: Sequence[RawParagraph], top: Sequence[RawParagraph]) -> _Found:
        vocabulary = self.context.vocabulary
        for pin in self.context.pins:
            if pin.fits(self.context.path) and pin.sheet is None and pin.as_ != SKIP:
                number = vocabulary.number(pin.as_)
                if number is not None and vocabulary.kind(number).form == "document":
                    return _Found(((vocabulary.kind(number), 1.0),), pinned=True)
        lines = [
            text
            for one in top
            if len(text := one.text.strip()) <= _TITLE_LENGTH and not text.endswith(("。", "；"))
        ]
        joined = ["".join(lines[n : n + 2]) for n in range(min(len(lines) - 1, _TITLE_LINES))]
        texts = [(text, _LINE) for text in (*lines, *joined)]
        texts.append((self._stem(), _FILE))
        texts.append((self.context.path.rpartition("/")[0].rpartition("/")[2], _FOLDER))
        worth = titles_worth(vocabulary, texts, form="document")
        ranked = sorted(worth.items(), key=lambda pair: (-pair[1], pair[0]))
        good = [(kind, value) for kind, value in ranked if value >= _THRESHOLD]
        untitled = not good
        if untitled:
            text = "".join(one.text for one in paragraphs)
            good = [(kind, _BY_PHRASES) for kind in vocabulary.phrased(text)]
            ranked = good or ranked
        shown = tuple(
            (vocabulary.kind(kind).id, round(value, 3)) for kind, value in ranked[:_SHOWN]
        )
        if not good:
            return _Found((), shown)
        # the same title, be it to one plugin no more than an alias
        named = {kind for kind, value in good if value >= good[0][1] * ALIAS - _HAIR}
        taken = together(vocabulary, good, _MARGIN, named)
        kinds = tuple((vocabulary.kind(kind), round(value, 3)) for kind, value in taken)
        return _Found(kinds, shown, ambiguous=not kinds, untitled=untitled)

    def _unknown(self, found: _Found, *, has_tables: bool) -> None:
        if found.ambiguous:
            kind = TroubleKind.AMBIGUOUS
            message = _(
                "it could be {names}; say which in zhenggai.toml ([[evidence]] file, as)"
            ).format(names=" / ".join(id_ for id_, _value in found.candidates))
        elif has_tables:
            return
        else:
            kind = TroubleKind.NOT_RECOGNISED
            message = _("no known document has this title")
        self.context.say(kind, message, blocking=found.ambiguous)

    def _paragraphs(self, paragraphs: Sequence[RawParagraph]) -> BoundTable:
        name = f"zhenggai_paragraphs_{self.context.stem}"
        self.context.con.execute(
            f"CREATE TEMP TABLE {name} AS SELECT unnest($1::BIGINT[]) AS _n,"
            " unnest($2::INTEGER[]) AS page, unnest($3::INTEGER[]) AS level, unnest($4::VARCHAR[]) AS text",
            [
                [one.number for one in paragraphs],
                [one.page for one in paragraphs],
                [one.level for one in paragraphs],
                [one.text for one in paragraphs],
            ],
        )
        if self.context.out is None:
            return BoundTable(None, 0, f"SELECT * FROM {name}", document=True, paragraphs=True)
        file = f"{self.context.out.name}-p.parquet"
        target = quoted(str(self.context.out.with_name(file)))
        self.context.con.execute(f"COPY {name} TO {target} (FORMAT parquet)")
        self.context.con.execute(f"DROP TABLE {name}")
        select = "SELECT * FROM read_parquet($zhenggai_file)"
        return BoundTable(None, 0, select, file, document=True, paragraphs=True)

    def _row(
        self,
        kind: Kind,
        title: str,
        paragraphs: Sequence[RawParagraph],
        top: Sequence[RawParagraph],
        table: BoundTable,
        *,
        shared: bool,
    ) -> str:
        """The SELECT of the document's row; ``$zhenggai_path`` stands for its path."""
        stated: dict[Column, str | None] = dict(self._stated(kind, paragraphs))
        stated[_ISSUED] = _issued(paragraphs, top)
        literals = {
            "path": "$zhenggai_path",
            "title": quoted(title),
            "doc_no": _literal(_doc_no(top), "VARCHAR"),
            "text": f"(SELECT string_agg(text, chr(10) ORDER BY _n) FROM ({table.select}))",
            **self._converted(stated, kind.id if shared else ""),
        }
        picks = ", ".join(
            f'{literals.get(name, f"CAST(NULL AS {type_})")} AS "{name}"'
            for name, type_ in kind.columns
        )
        self._missing(kind, stated)
        return f"SELECT CAST(0 AS BIGINT) AS _n, {picks}"

    def _stated(
        self, kind: Kind, paragraphs: Sequence[RawParagraph]
    ) -> Iterator[tuple[Column, str]]:
        """The fields that lines of the form 标题：值, or pairs of cells, state; the first counts."""
        number = self.context.vocabulary.number(kind.id)
        found: set[int] = set()
        for label, value in _pairs(paragraphs):
            places = {
                place
                for form in words.heading_forms(label)
                for owner, place, _title_ in self.context.vocabulary.postings(form)
                if owner == number
            }
            if len(places) == 1 and not places & found:
                found |= places
                yield kind.fields[places.pop()], value

    def _converted(self, stated: Mapping[Column, str | None], evidence: str) -> dict[str, str]:
        """The values as literals: they take the same way as the cells of a sheet."""
        there = [(column, text) for column, text in stated.items() if text]
        literals: dict[str, str] = {}
        for number, (column, text) in enumerate(there):
            made = convert(column, "cell", str(number), percent=False)
            values = ", ".join(f"CAST({step.sql} AS VARCHAR)" for step in made.values)
            (row,) = self.context.con.execute(
                f"SELECT {values}, {made.failed or 'NULL'} FROM {nested('(SELECT $1 AS cell)', made.levels)}",
                [text],
            ).fetchall()
            *results, failed = row
            for (name, type_), value in zip(column.columns, results, strict=False):
                literals[name] = _literal(value, type_)
            if failed is not None and column is not _ISSUED:
                self.context.troubles.add(
                    Trouble(
                        TroubleKind.NOT_CONVERTED,
                        _("“{heading}”: the value cannot be read").format(heading=column.title),
                        path=self.context.path,
                        text=text,
                        field=column.name,
                        evidence=evidence,
                    ),
                    personal=column if column.personal else None,
                )
        return literals

    def _missing(self, kind: Kind, stated: Mapping[Column, str | None]) -> None:
        for column in kind.fields:
            if column.required and column not in stated:
                self.context.troubles.add(
                    Trouble(
                        TroubleKind.MISSING_FIELD,
                        _("no line “{title}：…” was found").format(title=column.title),
                        path=self.context.path,
                        expected=column.title,
                    )
                )


def _pairs(paragraphs: Sequence[RawParagraph]) -> Iterator[tuple[str, str]]:
    for one in paragraphs:
        if one.style == "table" or "\t" in one.text:
            cells = trimmed(one.text.split("\t"))
            for label, value in zip(cells[::2], cells[1::2], strict=False):
                if label and value and len(label) <= _LABEL_LENGTH:
                    yield label, value
        elif found := _STATED.match(one.text):
            yield found[1], found[2]


def _title(top: Sequence[RawParagraph], kind: Kind | None, vocabulary: Vocabulary) -> str:
    """The line (or two lines) that holds the kind's title, else the first that may be one."""
    lines = [one.text.strip() for one in top]
    likely = [
        number
        for number, line in enumerate(lines)
        if len(line) <= _TITLE_LENGTH and not _NO_TITLE.search(line) and not _DATE_LINE.match(line)
    ]
    if kind is not None:
        names = [
            t for t, n, _rank in vocabulary.titles("document") if vocabulary.kind(n).id == kind.id
        ]
        for number in likely:
            if any(name in words.plain(lines[number]) for name in names):
                return lines[number]
            after = lines[number] + (lines[number + 1] if number + 1 in likely else "")
            if any(name in words.plain(after) for name in names):
                return after
    return lines[likely[0]] if likely else ""


def _doc_no(top: Sequence[RawParagraph]) -> str | None:
    """The document's own number: near the top, on a short line; a cited one stands in a sentence."""
    for one in top:
        text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", one.text)) if one.text else ""
        found = _NUMBER.search(text)
        if found and len(text) <= _NUMBER_LINE and not text.endswith(("。", ",", ";")):
            return f"{found[1]}〔{found[2]}〕{found[3]}号"
    return None


def _issued(paragraphs: Sequence[RawParagraph], top: Sequence[RawParagraph]) -> str | None:
    """The last line at the end that is a date, else one under the title."""
    body = [one.text for one in paragraphs if one.style != "table"]
    for text in (*reversed(body[-_BOTTOM:]), *(one.text for one in top)):
        if found := _DATE_LINE.match(_SPACED.sub("", text.strip())):
            return found[1]
    return None


def _literal(value: str | None, type_: str) -> str:
    return f"CAST({'NULL' if value is None else quoted(value)} AS {type_})"
