"""What binding costs: ratios to the reader and the engine alone. `python benchmarks/binding.py [rows]`"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import duckdb

from zhenggai.binding import Vocabulary, bind
from zhenggai.model.evidence import Evidence
from zhenggai.model.raw import CsvText, RawFile, RawSheet
from zhenggai.reading import read_file

FIELDS = [
    ("serial", "编号", "integer"), ("day", "接待时间", "date"), ("visitor", "来访单位", "org"),
    ("guests", "来访人数", "integer"), ("companions", "陪餐人数", "integer"), ("cost", "金额", "money"),
    ("voucher", "凭证号", "text"), ("handler", "经办人", "person"), ("approver", "审批人", "person"),
    ("venue", "场所", "text"), ("summary", "摘要", "text"), ("meal", "餐标", "money"),
    ("month", "月份", "month"), ("letter", "公函", "bool"), ("letter_no", "公函文号", "text"),
    ("section", "股室", "org"), ("remarks", "备注", "text"), ("lodging", "住宿费", "money"),
]  # fmt: skip
RECEPTIONS = Evidence.model_validate(
    {
        "id": "finance.receptions",
        "title": "国内公务接待台账",
        "fields": [
            {"name": name, "title": title, "type": type_, "required": name in {"day", "visitor"}}
            for name, title, type_ in FIELDS
        ],
    }
)
ROW = (
    "SELECT i AS 编号, strftime(DATE '2024-01-01' + CAST(i % 700 AS INTEGER), '%Y-%m-%d') AS 接待时间,"
    " '某某单位' || (i % 1000) AS 来访单位, i % 20 + 1 AS 来访人数, i % 4 AS 陪餐人数,"
    " printf('%.2f', i * 37 % 100000 / CAST(100 AS DOUBLE)) AS 金额, '记-' || i AS 凭证号,"
    " ['张三丰', '李四', '王五'][i % 3 + 1] AS 经办人, '赵六' AS 审批人, '机关食堂' AS 场所,"
    " '接待来访人员用餐' || i AS 摘要, printf('%.2f', i % 1000 / CAST(10 AS DOUBLE)) AS 餐标,"
    " '2024-03' AS 月份, '是' AS 公函, '县市监函〔2024〕' || i % 99 || '号' AS 公函文号,"
    " '股室' || i % 7 AS 股室, '备注' AS 备注, printf('%.2f', i % 777 / CAST(1 AS DOUBLE)) AS 住宿费"
    " FROM range({rows}) AS r(i)"
)


def timed(work, rounds=3):
    """Best wall and processor seconds of some rounds."""
    best = (1e9, 1e9)
    for _round in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        best = min(best, (time.perf_counter() - wall, time.process_time() - cpu))
    return best


def say(what, measured, base):
    print(
        f"{what:44} {measured[0]:7.3f} s wall {measured[1]:7.3f} s cpu   x{measured[0] / base[0]:.2f} wall x{measured[1] / base[1]:.2f} cpu"
    )


def workbook(path: Path, rows: int) -> bytes:
    """A workbook of the benchmark's rows."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, ["国内公务接待台账"])
        sheet.write_row(1, 0, [title for _name, title, _type in FIELDS])
        with duckdb.connect() as con:
            for number, row in enumerate(con.execute(ROW.format(rows=rows)).fetchall(), 2):
                sheet.write_row(number, 0, row)
    return path.read_bytes()


def main(rows: int) -> None:
    """Print the ratios."""
    vocabulary = Vocabulary.of({RECEPTIONS.id: RECEPTIONS})
    with tempfile.TemporaryDirectory() as folder:
        csv = Path(folder) / "接待.csv"
        with duckdb.connect() as con:
            con.execute(f"COPY ({ROW.format(rows=rows)}) TO '{csv}' (HEADER)")
        raw = RawFile(
            "接待.csv",
            "0",
            1,
            "csv",
            (RawSheet("接待", CsvText(str(csv), ","), rows + 1, len(FIELDS)),),
        )

        def by_hand():
            with duckdb.connect() as con:
                con.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{csv}')")

        def bound():
            with duckdb.connect() as con:
                (table,) = bind(raw, vocabulary, con=con).tables
                con.execute(
                    f"CREATE TABLE t AS SELECT (1::BIGINT << 32) + _n AS _row, * FROM ({table.select})"
                )
                ((count,),) = con.execute("SELECT count(*) FROM t").fetchall()
                assert count == rows, count

        base = timed(by_hand)
        say(f"CSV {rows} rows, read_csv alone", base, base)
        say(f"CSV {rows} rows, bound and loaded", timed(bound), base)

        few = min(rows, 100_000)
        data = workbook(Path(folder) / "接待.xlsx", few)

        def fast():
            import fastexcel

            fastexcel.read_excel(data).load_sheet(0, header_row=None, dtypes="string")

        def fast_loaded():
            import fastexcel

            sheet = fastexcel.read_excel(data).load_sheet(0, header_row=None, dtypes="string")
            with duckdb.connect() as con:
                con.register("s", sheet)
                con.execute("CREATE TABLE t AS SELECT * FROM s")

        def read():
            read_file("接待.xlsx", data)

        def read_bound():
            with duckdb.connect() as con:
                (table,) = bind(
                    read_file("接待.xlsx", data), vocabulary, con=con, out=Path(folder) / "kept"
                ).tables
                assert table.file

        base = timed(fast)
        say(f"XLSX {few} rows, fastexcel alone", base, base)
        say(f"XLSX {few} rows, fastexcel to a table", timed(fast_loaded), base)
        say(f"XLSX {few} rows, read_file", timed(read), base)
        say(f"XLSX {few} rows, read and bound to Parquet", timed(read_bound), base)


if __name__ == "__main__":
    main(int(float(sys.argv[1])) if len(sys.argv) > 1 else 1_000_000)
