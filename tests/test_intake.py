"""A folder of papers becomes sources and tables; nothing is passed over, nothing is read twice."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

import duckdb
import pytest
import tomli
import xlsxwriter

from zhenggai.binding import bind
from zhenggai.errors import PluginError
from zhenggai.hooks import Reader
from zhenggai.i18n import choose
from zhenggai.intake import collect
from zhenggai.model.evidence import Evidence
from zhenggai.model.raw import RawFile, RawSheet
from zhenggai.model.settings import Pin

DECLARED = """
[[evidence]]
id = "finance.receptions"
title = "国内公务接待台账"
fields = [
  { name = "day", title = "接待时间", type = "date", required = true },
  { name = "visitor", title = "来访单位", type = "org", required = true },
  { name = "guests", title = "来访人数", type = "integer", required = true },
]
[[evidence]]
id = "rectification.plan"
title = "整改方案"
form = "document"
fields = [{ name = "day", title = "印发日期", type = "date" }]
"""
HEADING = ("接待时间", "来访单位", "来访人数")


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    choose("en")
    # workers of the pool find the module of this test's readers
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture(scope="module")
def evidence():
    return {raw["id"]: Evidence.model_validate(raw) for raw in tomli.loads(DECLARED)["evidence"]}


@pytest.fixture
def con():
    with duckdb.connect() as session:
        yield session


@pytest.fixture
def unit(tmp_path):
    folder = tmp_path / "某县局"
    folder.mkdir()
    return folder


@pytest.fixture
def gather(unit, evidence, con, tmp_path):
    def run(*, pins=(), cache="cache", **more):
        place = tmp_path / cache if cache else None
        return collect(unit, evidence, pins, con=con, cache=place, jobs=1, **more)

    return run


def ledger(path, *rows, heading=HEADING):
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("台账")
        for number, row in enumerate((heading, *rows)):
            sheet.write_row(number, 0, row)


def rows(con, intake):
    return [
        row
        for part in intake.parts
        for row in con.execute(
            f"SELECT {part.ordinal}, _n, visitor, guests FROM ({part.select})"
        ).fetchall()
    ]


def kinds(intake):
    return {
        source.path: [trouble.kind.value for trouble in source.troubles]
        for source in intake.sources
    }


def test_sources_and_ordinals_stand_in_the_order_of_paths(unit, gather, con):
    ledger(unit / "乙" / "二.xlsx", ("2024-03-05", "乙局", 2))
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    (unit / "乙" / "整改方案.txt").write_text(
        "整改方案\n印发日期：2025年3月5日\n", encoding="utf-8"
    )
    intake = gather()
    assert [source.path for source in intake.sources] == [
        "一.xlsx",
        "乙/二.xlsx",
        "乙/整改方案.txt",
    ]
    tables = [part for part in intake.parts if part.evidence == "finance.receptions"]
    assert [(part.ordinal, part.path) for part in tables] == [(1, "一.xlsx"), (2, "乙/二.xlsx")]
    assert [source.sheets[0].ordinal for source in intake.sources[:2]] == [1, 2]
    assert intake.sources[2].document.ordinal == 3
    assert [(part.evidence, part.ordinal) for part in intake.paragraphs] == [
        ("rectification.plan", 3)
    ]


def test_a_second_run_reads_nothing_and_gives_the_same(unit, gather, con):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1), ("2024-03-06", "乙局", "多人"))
    (unit / "整改方案.md").write_text("# 整改方案\n", encoding="utf-8")
    first = gather()
    second = gather()
    assert (first.read_anew, first.from_cache) == (2, 0)
    assert (second.read_anew, second.from_cache) == (0, 2)
    assert second.sources == first.sources
    assert second.parts == first.parts
    assert second.papers() == first.papers()
    assert first.sources[0].troubles[0].cell == "C3"


@pytest.mark.parametrize("change", ["content", "name", "pin", "evidence", "language"])
def test_what_a_table_depends_on_makes_it_read_anew(unit, gather, evidence, change):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    gather()
    more = {}
    if change == "content":
        ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 9))
    elif change == "name":
        (unit / "一.xlsx").rename(unit / "二.xlsx")
    elif change == "pin":
        more["pins"] = [Pin.model_validate({"file": "一.xlsx", "as": "skip"})]
    elif change == "language":
        choose("zh")
    else:
        changed = evidence["finance.receptions"].model_copy(update={"aliases": ("接待",)})
        evidence = {**evidence, "finance.receptions": changed}
        intake = collect(
            unit, evidence, [], con=duckdb.connect(), cache=unit.parent / "cache", jobs=1
        )
        assert intake.read_anew == 1
        return
    assert gather(**more).read_anew == 1


def test_a_pin_for_another_file_leaves_the_cache_alone(unit, gather):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    gather()
    pin = Pin.model_validate({"file": "别的*", "as": "skip"})
    assert gather(pins=[pin]).from_cache == 1


def test_a_moved_copy_is_taken_from_the_cache_under_its_own_path(unit, gather, con):
    ledger(unit / "甲" / "台账" / "一.xlsx", ("2024-03-05", "甲局", 1))
    gather()
    target = unit / "乙" / "台账" / "一.xlsx"
    target.parent.mkdir(parents=True)
    target.write_bytes((unit / "甲" / "台账" / "一.xlsx").read_bytes())
    intake = gather()
    assert (intake.read_anew, intake.from_cache) == (0, 2)
    assert [source.path for source in intake.sources] == ["乙/台账/一.xlsx", "甲/台账/一.xlsx"]
    assert rows(con, intake) == [(1, 2, "甲局", 1), (2, 2, "甲局", 1)]


def test_two_copies_are_read_once(unit, gather, con):
    for folder in "甲乙":
        ledger(unit / folder / "台账" / "一.xlsx", ("2024-03-05", "甲局", 1))
    copy = (unit / "甲" / "台账" / "一.xlsx").read_bytes()
    (unit / "乙" / "台账" / "一.xlsx").write_bytes(copy)
    assert len(rows(con, gather())) == 2


def test_without_a_cache_the_tables_live_as_long_as_the_intake(unit, gather, con):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    intake = gather(cache=None)
    assert rows(con, intake) == [(1, 2, "甲局", 1)]
    folder = Path(intake.parts[0].select.split("'")[1]).parent
    assert folder.is_dir()
    del intake
    assert not folder.exists()


def test_what_is_no_evidence_is_left_out_and_what_is_not_read_is_named(unit, gather):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    (unit / "zhenggai.toml").write_text("")
    (unit / ".zhenggai" / "out").mkdir(parents=True)
    (unit / ".zhenggai" / "out" / "result.json").write_text("{}")
    (unit / "输出").mkdir()
    (unit / "输出" / "scorecard.html").write_text("")
    (unit / "~$一.xlsx").write_bytes(b"lock")
    (unit / ".~lock.一.xlsx#").write_bytes(b"lock")
    (unit / ".hidden").mkdir()
    (unit / "Thumbs.db").write_bytes(b"x")
    (unit / "outside.xlsx").symlink_to(unit.parent / "x.xlsx")
    os.mkfifo(unit / "pipe")
    (unit / "空.csv").write_bytes(b"")
    intake = gather(exclude=["输出/"])
    assert kinds(intake) == {
        ".hidden": ["skipped"],
        ".~lock.一.xlsx#": ["skipped"],
        "Thumbs.db": ["skipped"],
        "outside.xlsx": ["skipped"],
        "pipe": ["skipped"],
        "~$一.xlsx": ["skipped"],
        "一.xlsx": [],
        "空.csv": ["empty"],
    }
    assert not any(source.unread for source in intake.sources if source.path != "空.csv")


def test_a_cache_inside_the_unit_is_no_evidence(unit, evidence, con):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    for _round in range(2):
        intake = collect(unit, evidence, [], con=con, cache=unit / "缓存", jobs=1)
    assert [source.path for source in intake.sources] == ["一.xlsx"]


def test_folders_too_deep_are_named(unit, gather):
    deep = unit / "/".join("d" * 40)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    (source,) = gather().sources
    assert [trouble.kind.value for trouble in source.troubles] == ["too-large"]
    assert source.unread


def test_too_many_files_are_named(unit, gather, monkeypatch):
    monkeypatch.setattr("zhenggai.intake.walking.MOST", 2)
    for number in range(5):
        (unit / f"{number}.txt").write_text("整改方案")
    assert kinds(gather())["."] == ["too-large"]


def test_a_file_that_cannot_be_read_is_named_with_what_it_may_be(unit, gather, monkeypatch):
    ledger(unit / "国内公务接待台账.xlsx", ("2024-03-05", "甲局", 1))

    def refuse(_file):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("zhenggai.intake.collecting.sha256_of", refuse)
    (source,) = gather().sources
    assert [trouble.kind.value for trouble in source.troubles] == ["unreadable"]
    assert source.likely == ("finance.receptions",)
    assert source.unread


def test_a_folder_that_cannot_be_listed_is_named(unit, gather, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("zhenggai.intake.walking.os.scandir", refuse)
    assert kinds(gather()) == {".": ["unreadable"]}


def test_large_delimited_text_is_bound_on_the_session(unit, gather, con):
    lines = (
        ",".join(HEADING) + "\n" + "".join(f"2024-03-05,单位{n:030},{n}\n" for n in range(40_000))
    )
    (unit / "大.csv").write_text(lines.rstrip("\n"), encoding="utf-8")
    first = gather()
    (part,) = first.parts
    assert "read_parquet" not in part.select
    assert con.execute(f"SELECT count(*), sum(guests) FROM ({part.select})").fetchall() == [
        (40_000, sum(range(40_000)))
    ]
    con.execute("DROP TABLE " + part.select.split(" FROM ")[1].split(" WHERE ")[0])
    second = gather()
    assert (second.read_anew, second.from_cache) == (0, 1)
    assert second.sources == first.sources


def test_large_text_of_another_encoding_is_bound_by_the_worker(unit, gather, con):
    lines = (
        ",".join(HEADING) + "\n" + "".join(f"2024-03-05,单位{n:030},{n}\n" for n in range(40_000))
    )
    (unit / "大.csv").write_text(lines, encoding="gb18030")
    (part,) = gather().parts
    assert "read_parquet" in part.select
    assert con.execute(f"SELECT count(*) FROM ({part.select})").fetchall() == [(40_000,)]


def test_papers_hold_paragraphs_and_fields(unit, gather):
    (unit / "整改方案.txt").write_text(
        "整改方案\n印发日期：2025年3月5日\n2025年3月6日\n", encoding="utf-8"
    )
    (paper,) = gather().papers()
    assert (paper.evidence, paper.path, paper.title, paper.ordinal) == (
        "rectification.plan", "整改方案.txt", "整改方案", 1,
    )  # fmt: skip
    assert [one.text for one in paper.paragraphs] == [
        "整改方案",
        "印发日期：2025年3月5日",
        "2025年3月6日",
    ]
    assert paper.fields == {
        "doc_no": None, "issued_on": dt.date(2025, 3, 6), "day": dt.date(2025, 3, 5),
    }  # fmt: skip


def test_progress_is_told_for_each_file(unit, gather):
    for number in range(3):
        ledger(unit / f"{number}.xlsx", ("2024-03-05", "甲局", number))
    told = []
    gather(progress=lambda *told_now: told.append(told_now))
    assert sorted(path for path, _number, _count in told) == ["0.xlsx", "1.xlsx", "2.xlsx"]
    assert [(number, count) for _path, number, count in told] == [(1, 3), (2, 3), (3, 3)]


def read_own(path, data):
    rows_ = tuple(tuple(line.split("~")) for line in data.decode().splitlines())
    return RawFile(path, "", 0, "own", (RawSheet("own", rows_, len(rows_), 3),))


def read_badly(_path, _data):
    os.abort()


def test_a_reader_of_a_plugin_reads_in_the_worker(unit, gather, con):
    (unit / "a.own").write_text(
        "OWN接待时间~来访单位~来访人数\n2024-03-05~甲局~5".replace("OWN", ""), encoding="utf-8"
    )
    reader = Reader("own", (".own",), read_own, magic=("接待时间~".encode(),))
    assert rows(con, gather(readers=[reader])) == [(1, 2, "甲局", 5)]


def test_a_worker_that_dies_is_a_trouble_and_the_others_go_on(unit, gather, con):
    (unit / "国内公务接待台账.bad").write_bytes(b"BAD!")
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    intake = gather(readers=[Reader("bad", (".bad",), read_badly, magic=(b"BAD!",))])
    assert kinds(intake) == {"一.xlsx": [], "国内公务接待台账.bad": ["reader-died"]}
    assert intake.sources[1].unread
    assert intake.sources[1].likely == ("finance.receptions",)
    assert rows(con, intake) == [(1, 2, "甲局", 1)]


def test_a_reader_that_no_worker_could_find_is_refused(gather):
    with pytest.raises(PluginError, match="lambda"):
        gather(readers=[Reader("own", (".own",), lambda path, _data: RawFile(path, "", 0, "own"))])


def test_a_damaged_cache_entry_is_read_anew(unit, gather, tmp_path):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    gather()
    for file in (tmp_path / "cache").glob("*.parquet"):
        file.unlink()
    assert gather().read_anew == 1
    for file in (tmp_path / "cache").glob("*.json"):
        if not file.name.startswith("vocabulary"):
            file.write_text("{")
    assert gather().read_anew == 1


def test_a_file_that_changes_while_it_is_read_is_named(unit, gather, monkeypatch):
    ledger(unit / "一.xlsx", ("2024-03-05", "甲局", 1))
    (unit / "大.csv").write_text(
        ",".join(HEADING) + "\n" + f"2024-03-05,{'某' * 20},1\n" * 20_000, encoding="utf-8"
    )
    hashed = {"一.xlsx": "0" * 64}
    monkeypatch.setattr(
        "zhenggai.intake.collecting.sha256_of",
        lambda file: hashed.get(file.name) or hashlib.sha256(file.read_bytes()).hexdigest(),
    )

    def bind_late(raw, *args, **more):
        (unit / "大.csv").write_text("changed")
        return bind(raw, *args, **more)

    monkeypatch.setattr("zhenggai.intake.collecting.bind", bind_late)
    intake = gather()
    assert kinds(intake) == {"一.xlsx": ["unreadable"], "大.csv": ["unreadable"]}
    assert intake.parts == ()


def test_an_error_in_the_work_is_named_by_its_line(unit, gather):
    (unit / "a.own").write_bytes(b"RAISE")
    (source,) = gather(readers=[Reader("own", (".own",), raise_badly, magic=(b"RAISE",))]).sources
    assert "MemoryError" in source.troubles[0].message or source.unread


def raise_badly(_path, _data):
    raise MemoryError


def test_an_empty_folder_gives_an_empty_intake(gather):
    intake = gather()
    assert (intake.sources, intake.parts, intake.read_anew, intake.papers()) == ((), (), 0, ())


def test_a_document_of_two_plugins_has_two_ordinals_and_two_papers(unit, con, tmp_path):
    kinds = {
        id_: Evidence(id=id_, title="整改情况报告", form="document")
        for id_ in ("food.report", "drugs.report")
    }
    (unit / "整改情况报告.txt").write_text("整改情况报告\n针对问题，一是整改。\n", encoding="utf-8")
    first = collect(unit, kinds, (), con=con, cache=tmp_path / "cache")
    second = collect(unit, kinds, (), con=con, cache=tmp_path / "cache")
    for intake in (first, second):
        (source,) = intake.sources
        assert [(one.evidence, one.ordinal) for one in source.documents] == [
            ("food.report", 1),
            ("drugs.report", 2),
        ]
        assert [(part.evidence, part.ordinal) for part in intake.paragraphs] == [
            ("food.report", 1),
            ("drugs.report", 2),
        ]
        papers = intake.papers()
        assert [(paper.evidence, paper.ordinal, len(paper.paragraphs)) for paper in papers] == [
            ("food.report", 1, 2),
            ("drugs.report", 2, 2),
        ]
    assert second.from_cache == 1
