"""Runs the collection: the cache first, workers for the rest, then ordinals and parts in order."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import weakref
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from zhenggai.binding import BINDING_VERSION, Pinned, Vocabulary, bind
from zhenggai.binding.result import BoundTable, record_of
from zhenggai.compiling import cache_folder
from zhenggai.errors import PluginError
from zhenggai.i18n import _, language
from zhenggai.intake import workers
from zhenggai.intake.keeping import digest_of, read_entry, sha256_of, table_of, write_entry
from zhenggai.intake.walking import Found, walk
from zhenggai.intake.working import FUNCTION, reader_named, unpacked, vocabulary_in
from zhenggai.isolation import Died
from zhenggai.model.intake import Intake, Paper, Part
from zhenggai.model.raw import RawParagraph, Trouble, TroubleKind
from zhenggai.model.source import Source
from zhenggai.reading import READING_VERSION
from zhenggai.writing import write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import duckdb

    from zhenggai.hooks import Reader
    from zhenggai.isolation import Pool
    from zhenggai.model.evidence import Evidence
    from zhenggai.model.settings import Pin

_VOCABULARIES = 8
"""So many are kept: one for each set of plugins and settings in use."""
_ERROR = re.compile(r"[\w.]+(?:Error|Exception)\b")


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read: where it is, its hash, and the key of what is kept of it."""

    found: Found
    sha256: str
    size: int
    key: str
    pins: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a file: the fields of its source, and its tables as SELECTs."""

    source: Mapping[str, Any]
    tables: tuple[BoundTable, ...] = ()


class _Folder:
    """A folder that is removed when nothing refers to it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="zhenggai-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class Collector:
    """One collection; see `zhenggai.intake.collect`."""

    def __init__(
        self,
        folder: Path,
        evidence: Mapping[str, Evidence],
        pins: Sequence[Pin],
        *,
        con: duckdb.DuckDBPyConnection,
        cache: Path | None,
        jobs: int,
        progress: Callable[[str, int, int], None] | None,
        readers: Sequence[Reader],
        pool: Pool | None = None,
    ) -> None:
        self._folder = folder
        self._evidence = evidence
        self._pins = [Pinned.of(pin) for pin in pins]
        self._con = con
        self._own = _Folder() if cache is None else None
        self._cache = self._own.path if self._own else Path(str(cache))
        self._jobs = max(1, jobs)
        self._pool = pool
        self._progress = progress or (lambda _what, _number, _count: None)
        try:
            self._readers = [reader_named(reader) for reader in readers]
        except ValueError as error:
            raise PluginError(
                _(
                    "the reader {name} is no function of a module, so that no worker can find it"
                ).format(name=error)
            ) from error
        self._declared = digest_of([one.model_dump_json() for one in evidence.values()])

    def collect(self, exclude: Sequence[str]) -> Intake:
        """Walk, look up, read, and number."""
        self._cache.mkdir(parents=True, exist_ok=True)
        found = walk(self._folder, [*exclude, *self._own_places()])
        outcomes: dict[str, _Outcome] = {}
        kept: list[tuple[_File, dict[str, Any]]] = []
        anew: list[_File] = []
        for one in found:
            if one.trouble is not None:
                outcomes[one.path] = _named(one, one.trouble)
                continue
            try:
                file = self._file(one)
            except OSError as error:
                message = _("the file cannot be read from the disk: {reason}")
                text = message.format(reason=error.strerror)
                outcomes[one.path] = self._failed(one, "", 0, TroubleKind.UNREADABLE, text)
                continue
            entry = read_entry(self._cache, file.key)
            if entry is None:
                anew.append(file)
            else:
                kept.append((file, entry))
        count = len(kept) + len(anew)
        for number, (file, entry) in enumerate(kept, 1):
            self._progress(file.found.path, number, count)
            outcomes[file.found.path] = self._entered(file, entry)
        for number, (file, result) in enumerate(self._read(anew), len(kept) + 1):
            self._progress(file.found.path, number, count)
            outcomes[file.found.path] = self._ended(file, result)
        return self._numbered([outcomes[one.path] for one in found], len(anew), len(kept))

    def _own_places(self) -> Iterator[str]:
        """The cache, if it lies below the folder."""
        cache, folder = self._cache.resolve(), self._folder.resolve()
        if cache != folder and cache.is_relative_to(folder):
            yield cache.relative_to(folder).as_posix()

    def _file(self, found: Found) -> _File:
        pins = tuple(
            {
                "file": pin.file,
                "as_": pin.as_,
                "sheet": pin.sheet,
                "columns": dict(pin.columns or {}),
                "heading_row": pin.heading_row,
            }
            for pin in self._pins
            if pin.fits(found.path)
        )
        sha256 = sha256_of(found.location)
        # the names of file and folder take part in recognition, the rest of the path does not
        names = found.path.rsplit("/", 2)[-2:]
        key = digest_of(
            sha256,
            READING_VERSION,
            BINDING_VERSION,
            self._declared,
            names,
            pins,
            self._readers,
            language(),
        )
        return _File(found, sha256, found.location.stat().st_size, key, pins)

    def _read(self, files: Sequence[_File]) -> Iterator[tuple[_File, Any]]:
        """Each file with its entry, or with the death of the worker that had it."""
        if not files:
            return
        first: dict[str, _File] = {}
        for file in files:
            first.setdefault(file.key, file)
        # the largest first, so that no worker is left with it at the end
        tasks = sorted(first.values(), key=lambda file: -file.size)
        jobs = self._jobs if self._pool else min(self._jobs, len(tasks))
        threads = max(1, (os.cpu_count() or 1) // jobs)
        pool = self._pool or workers(jobs)
        try:
            with tempfile.TemporaryDirectory(prefix="zhenggai-") as scratch:
                vocabulary = str(self._vocabulary_file())
                results = pool.map(
                    FUNCTION, [self._task(file, vocabulary, scratch, threads) for file in tasks]
                )
                for file, result in zip(tasks, results, strict=True):
                    yield from ((one, result) for one in files if one.key == file.key)
        finally:
            # the workers take a moment to end, for which nothing has to wait
            Thread(target=pool.close).start()

    def _task(self, file: _File, vocabulary: str, scratch: str, threads: int) -> dict[str, Any]:
        return {
            "path": file.found.path,
            "location": str(file.found.location.resolve()),
            "sha256": file.sha256,
            "key": file.key,
            "cache": str(self._cache.resolve()),
            "scratch": scratch,
            "vocabulary": vocabulary,
            "pins": file.pins,
            "readers": self._readers,
            "language": language(),
            "threads": threads,
        }

    def _vocabulary_file(self) -> Path:
        """The vocabulary as a file: beside the compiled catalog, for it is the same for every unit."""
        home = (None if self._own else cache_folder()) or self._cache
        file = home.resolve() / f"vocabulary-{self._declared}-{BINDING_VERSION}.json"
        if not file.exists():
            data = Vocabulary.of(self._evidence).data
            write_atomic(file, json.dumps(data, ensure_ascii=False))
            older = sorted(
                file.parent.glob("vocabulary-*.json"), key=lambda one: one.stat().st_mtime
            )
            for one in older[:-_VOCABULARIES]:
                one.unlink(missing_ok=True)
        return file

    def _vocabulary(self) -> Vocabulary:
        return vocabulary_in(str(self._vocabulary_file()))

    def _ended(self, file: _File, result: Any) -> _Outcome:
        if isinstance(result, Died):
            messages = {
                "memory": _("reading the file took too much memory, so it was given up"),
                "time": _("reading the file took too long, so it was given up"),
                "crash": _("the file made the program that reads it break down"),
                "error": _("the file could not be worked on: {detail}").format(
                    detail=_error_in(result.detail)
                ),
            }
            message = messages[result.reason]
            return self._failed(
                file.found, file.sha256, file.size, TroubleKind.READER_DIED, message
            )
        if result.get("changed"):
            message = _(
                "the file was changed while it was read; close it in other programs and run again"
            )
            return self._failed(file.found, file.sha256, file.size, TroubleKind.UNREADABLE, message)
        if "direct" in result and not self._own:
            write_entry(self._cache, file.key, result)
        return self._entered(file, result)

    def _entered(self, file: _File, entry: Mapping[str, Any]) -> _Outcome:
        if "direct" in entry:
            return self._direct(file, entry["direct"])
        tables = tuple(
            self._placed(table_of(table), file.found.path) for table in entry.get("tables", ())
        )
        return _Outcome({**entry["source"], "path": file.found.path}, tables)

    def _placed(self, table: BoundTable, path: str) -> BoundTable:
        file = _quoted(str(self._cache.resolve() / table.file))
        select = table.select.replace("$zhenggai_path", _quoted(path), 1)
        return replace(table, select=select.replace("$zhenggai_file", file))

    def _direct(self, file: _File, packed: Mapping[str, Any]) -> _Outcome:
        """Bind large delimited text on the session itself: the engine reads it where it lies.

        Only what reading found out is kept of it. A copy of its table would take longer to write
        than the engine takes to read the text again.
        """
        location = str(file.found.location.resolve())
        before = file.found.location.stat()
        bound = bind(
            unpacked(packed, file.found.path, location),
            self._vocabulary(),
            [Pinned(**pin) for pin in file.pins],
            con=self._con,
        )
        after = file.found.location.stat()
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            message = _(
                "the file was changed while it was read; close it in other programs and run again"
            )
            return self._failed(file.found, file.sha256, file.size, TroubleKind.UNREADABLE, message)
        return _Outcome(bound.source, bound.tables)

    def _failed(
        self, found: Found, sha256: str, size: int, kind: TroubleKind, message: str
    ) -> _Outcome:
        trouble = Trouble(kind, message, path=found.path, blocking=True)
        outcome = _named(found, trouble)
        likely = self._vocabulary().likely(found.path)
        return _Outcome(
            {
                **outcome.source,
                "sha256": sha256,
                "size": size,
                "format": "unknown",
                "likely": likely,
            }
        )

    def _numbered(self, outcomes: Sequence[_Outcome], read_anew: int, from_cache: int) -> Intake:
        sources: list[Source] = []
        parts: list[Part] = []
        paragraphs: list[Part] = []
        ordinal = 0
        for outcome in outcomes:
            source = dict(outcome.source)
            sheets = [dict(sheet) for sheet in source.get("sheets", ())]
            documents = [dict(document) for document in source.get("documents", ())]
            source |= {"sheets": sheets, "documents": documents}
            path = source["path"]
            for table in outcome.tables:
                record = documents[table.number] if table.document else sheets[table.number]
                if not record.get("ordinal"):
                    ordinal += 1
                    record["ordinal"] = ordinal
                (paragraphs if table.paragraphs else parts).append(
                    Part(table.evidence, record["ordinal"], table.select, path)
                )
            sources.append(Source.model_validate(source))
        return Intake(
            tuple(sources),
            tuple(parts),
            tuple(paragraphs),
            _Papers(self._con, tuple(sources), tuple(parts), tuple(paragraphs), self._own),
            read_anew,
            from_cache,
        )


@dataclass(frozen=True, slots=True)
class _Papers:
    """Gives the recognised documents when asked; holds the folder that the parts read from."""

    con: duckdb.DuckDBPyConnection
    sources: tuple[Source, ...]
    parts: tuple[Part, ...]
    paragraphs: tuple[Part, ...]
    held: _Folder | None

    def __call__(self) -> tuple[Paper, ...]:
        texts = {part.ordinal: part for part in self.paragraphs}
        return tuple(
            self._paper(part, texts[part.ordinal]) for part in self.parts if part.ordinal in texts
        )

    def _paper(self, part: Part, text: Part) -> Paper:
        result = self.con.execute(f"SELECT * EXCLUDE (_n, path, text) FROM ({part.select})")
        names = [column[0] for column in result.description or ()]
        fields = dict(zip(names, result.fetchall()[0], strict=True))
        rows = self.con.execute(
            f"SELECT _n, text, page, level FROM ({text.select}) ORDER BY _n"
        ).fetchall()
        return Paper(
            part.evidence or "",
            part.path,
            fields.pop("title", "") or "",
            tuple(RawParagraph(number, said, page, level) for number, said, page, level in rows),
            part.ordinal,
            fields,
        )


def _named(found: Found, trouble: Trouble) -> _Outcome:
    return _Outcome(
        {
            "path": found.path,
            "sha256": "",
            "size": 0,
            "format": "unread",
            "troubles": [record_of(trouble)],
            "trouble_count": 1,
        }
    )


def _error_in(traceback: str) -> str:
    """The line of a traceback that names the error."""
    lines = [line for line in traceback.strip().splitlines() if _ERROR.match(line)]
    return lines[-1] if lines else traceback.strip().rpartition("\n")[2]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
