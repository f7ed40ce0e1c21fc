"""How much reading with all its care costs beside the bare readers of values: one line a case."""

import datetime as dt
import random  # noqa: TID251 - seeded: the same ledger every time
import tempfile
import time
from io import BytesIO
from pathlib import Path

COLUMNS = 18
REPEATS = 5


def best(work):
    """The shortest of some runs, in seconds."""
    shortest = float("inf")
    for _run in range(REPEATS):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def ledger(rows):
    """Rows as a county ledger has them: names, amounts, days, counts, numbers, blanks."""
    dice = random.Random(1)
    names = [f"单位{number}" for number in range(500)]
    first = dt.date(2026, 1, 1)
    yield [f"列{column}" for column in range(COLUMNS)]
    for _row in range(rows):
        yield [
            (
                dice.choice(names),
                dice.randint(1, 100_000) / 100,
                first + dt.timedelta(days=dice.randint(0, 300)),
                dice.randint(0, 100),
                f"编号{dice.randint(0, 10**8):08d}",
                "是" if dice.random() < 0.5 else "",
            )[column % 6]
            for column in range(COLUMNS)
        ]


def xlsx(rows):
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("台账")
    for number, row in enumerate(ledger(rows)):
        sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def csv_text(rows):
    return "".join(",".join(map(str, row)) + "\n" for row in ledger(rows)).encode()


def fastexcel_alone(data):
    import fastexcel

    return fastexcel.read_excel(data).load_sheet(0, header_row=None, dtypes="string")


def duckdb_alone(path):
    import duckdb

    columns = ", ".join(f"'c{column}': 'VARCHAR'" for column in range(COLUMNS))
    duckdb.sql(
        f"CREATE OR REPLACE TABLE t AS FROM read_csv('{path}', header=false, auto_detect=false, "
        f"columns={{{columns}}})"
    )


def report(name, rows, ours, alone):
    print(
        f"{name:5} {rows:>8,} rows  read_file {ours * 1000:8.1f} ms  "
        f"alone {alone * 1000:8.1f} ms  ratio {ours / alone:5.2f}"
    )


def main():
    from zhenggai.reading import read_file

    for rows in (10_000, 100_000):
        data = xlsx(rows)
        read_file("台账.xlsx", data)
        report(
            "xlsx",
            rows,
            best(lambda data=data: read_file("台账.xlsx", data)),
            best(lambda data=data: fastexcel_alone(data)),
        )
    with tempfile.TemporaryDirectory() as folder:
        for rows in (10_000, 100_000):
            path = Path(folder, f"{rows}.csv")
            path.write_bytes(csv_text(rows))
            data = path.read_bytes()
            report(
                "csv",
                rows,
                best(lambda data=data, path=path: read_file("台账.csv", data, location=str(path))),
                best(lambda path=path: duckdb_alone(path)),
            )


if __name__ == "__main__":
    main()
