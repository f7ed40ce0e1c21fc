"""One million voucher rows in CSV, file to findings, against the same SQL by hand in DuckDB.

By hand: `read_csv` with declared types into a table, then the very queries of the rules, rows that
are not in order fetched. Both run in fresh processes, in turns; the ratio of the medians is printed.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEADS = ("会计年度", "会计期间", "记账凭证日期", "凭证字", "凭证号", "分录号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "附件数", "制单人", "审核人", "记账人")  # fmt: skip
COLUMNS = {
    "fiscal_year": "BIGINT",
    "period": "BIGINT",
    "voucher_date": "DATE",
    "voucher_type": "VARCHAR",
    "voucher_no": "VARCHAR",
    "line_no": "BIGINT",
    "summary": "VARCHAR",
    "account_code": "VARCHAR",
    "account_name": "VARCHAR",
    "debit": "DECIMAL(18,2)",
    "credit": "DECIMAL(18,2)",
    "attachments": "BIGINT",
    "maker": "VARCHAR",
    "reviewer": "VARCHAR",
    "poster": "VARCHAR",
}
MOST_ASPECTS = 12


def write_journal(path: Path, rows: int) -> None:
    """A journal that balances but for one voucher in a thousand; the same for the same size."""
    import duckdb

    names = ", ".join(
        f'{expression} AS "{head}"' for expression, head in zip(_EXPRESSIONS, HEADS, strict=True)
    )
    target = path.as_posix().replace("'", "''")
    duckdb.sql(
        f"COPY (SELECT {names} FROM range({rows}) AS r(i) ORDER BY i) TO '{target}' (HEADER)"
    )


_EXPRESSIONS = (
    "2026",
    "1 + (i // 2) * 11 // 500000 % 12",
    "strftime(DATE '2026-01-01' + CAST((i // 2) * 330 // 500000 % 330 AS INTEGER), '%Y%m%d')",
    "'财记'",
    "'财记-' || (i // 2)",
    "1 + i % 2",
    "CASE i % 5 WHEN 0 THEN '支付办公费' WHEN 1 THEN '报销差旅费' WHEN 2 THEN '付维修款' WHEN 3 THEN '购耗材' ELSE '付水电费' END",
    "CASE WHEN i % 2 = 0 THEN '50010102' ELSE '100201' END",
    "CASE WHEN i % 2 = 0 THEN '办公费' ELSE '银行存款' END",
    "CASE WHEN i % 2 = 0 THEN CAST(100 + (i // 2) % 9000 + CASE WHEN (i // 2) % 1000 = 7 THEN 1 ELSE 0 END AS DECIMAL(18,2)) END",
    "CASE WHEN i % 2 = 1 THEN CAST(100 + (i // 2) % 9000 AS DECIMAL(18,2)) END",
    "1 + i % 3",
    "'张某' || i % 7",
    "'李某' || i % 5",
    "'王某'",
)


def aspects() -> list[tuple[str, str]]:
    """Rules whose queries read the journal alone: up to twelve aspects, as (rule, aspect)."""
    import duckdb

    from zhenggai.checking.gate import examine
    from zhenggai.checking.kinds import query_sql
    from zhenggai.plugins import discover

    plugins = discover()
    chosen = []
    con = duckdb.connect()
    for rule in plugins.rules.values():
        for query in rule.queries:
            if query.attest or rule.plugin != "finance":
                continue
            parsed = examine(
                con,
                query_sql(query, plugins.evidence),
                tables=[*plugins.evidence, *rule.file.reads],
                params=rule.file.params,
            )
            named = {table for table in parsed.tables if not table.startswith("core.")}
            if named == {"finance.voucher_journal"}:
                chosen.append((rule.id, query.slug))
    return chosen[:MOST_ASPECTS]


def ours(folder: Path) -> dict[str, float]:
    """The whole run over a folder with the journal, narrowed to the chosen aspects."""
    import datetime as dt

    from zhenggai import planning, run

    wanted = aspects()
    original = planning.make_plan

    def narrowed(*args: object, **rest: object) -> object:
        plan = original(*args, **rest)
        rules = []
        for planned in plan.rules:
            queries = tuple(q for q in planned.rule.queries if (planned.rule.id, q.slug) in wanted)
            if queries:
                rule = planned.rule.model_copy(update={"queries": queries})
                rules.append(planned.model_copy(update={"rule": rule}))
        return plan.model_copy(update={"rules": tuple(rules)})

    planning.make_plan = narrowed
    checklist = folder.parent / "journal.toml"
    checklist.write_text(
        'id = "journal"\ntitle = "x"\n[[sections]]\nid = "a"\ntitle = "a"\nrules = ["finance.*"]\n'
    )
    started = time.perf_counter()
    assessment = run.assess(
        run.Request(folder=folder, as_of=dt.date(2026, 12, 31), checklist=str(checklist))
    )
    seconds = time.perf_counter() - started
    found = sum(a.violations + a.doubts + a.gaps for r in assessment.results for a in r.aspects)
    errors = [a.error for r in assessment.results for a in r.aspects if a.error]
    return {"seconds": seconds, "found": found, "errors": len(errors), "aspects": len(wanted)}


def by_hand(folder: Path) -> dict[str, float]:
    """`read_csv` into a typed table, then the same queries."""
    import datetime as dt

    from zhenggai.checking.calendar import work_calendar
    from zhenggai.checking.functions import install, set_dates
    from zhenggai.checking.kinds import query_sql
    from zhenggai.model.checklist import Checklist
    from zhenggai.model.plan import Dates
    from zhenggai.model.settings import Settings
    from zhenggai.planning import parameters, parse_period
    from zhenggai.plugins import discover

    plugins = discover()
    wanted = aspects()
    import duckdb

    started = time.perf_counter()
    con = duckdb.connect()
    install(con, work_calendar())
    set_dates(con, Dates(as_of=dt.date(2026, 12, 31), period=parse_period("2026")))
    con.execute("CREATE SCHEMA finance")
    declared = plugins.evidence["finance.voucher_journal"]
    path = next(folder.glob("*.csv")).as_posix().replace("'", "''")
    given = {head: COLUMNS[name] for head, name in zip(HEADS, COLUMNS, strict=True)}
    types = ", ".join(f"'{head}': '{kind}'" for head, kind in given.items())
    picks = ", ".join(
        f'"{HEADS[list(COLUMNS).index(name)]}" AS "{name}"'
        if name in COLUMNS
        else f'CAST(NULL AS {kind}) AS "{name}"'
        for name, kind in declared.columns()
    )
    con.execute(
        f"CREATE TABLE finance.voucher_journal AS SELECT row_number() OVER () AS _row, {picks}"
        f" FROM read_csv('{path}', header = true, dateformat = '%Y%m%d', columns = {{{types}}})"
    )
    found = 0
    for id_, slug in wanted:
        rule = plugins.rules[id_]
        query = next(q for q in rule.queries if q.slug == slug)
        params = parameters([rule], Checklist(id="x", title=""), Settings(), plugins)[id_]
        sql = query_sql(query, plugins.evidence).strip().rstrip(";")
        values = {name: param.value for name, param in params.items() if f"${name}" in sql}
        found += len(
            con.execute(
                f"SELECT * FROM ({sql}\n) WHERE verdict NOT IN ('ok', 'pending')", values
            ).fetchall()
        )
    return {
        "seconds": time.perf_counter() - started,
        "found": found,
        "errors": 0,
        "aspects": len(wanted),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=["ours", "by_hand"])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.one:
        said = {"ours": ours, "by_hand": by_hand}[given.one](given.folder)
        said["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(said))
        return
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "unit"
        folder.mkdir()
        write_journal(folder / "记账凭证序时账2026.csv", given.rows)
        runs: dict[str, list[dict[str, float]]] = {"ours": [], "by_hand": []}
        for _round in range(given.rounds):
            for name, said in runs.items():
                done = subprocess.run(
                    [sys.executable, __file__, "--one", name, "--folder", str(folder)],
                    capture_output=True, text=True, check=True,
                )  # fmt: skip
                said.append(json.loads(done.stdout))
    medians = {
        name: statistics.median(one["seconds"] for one in said) for name, said in runs.items()
    }
    for name, said in runs.items():
        last = said[-1]
        print(
            f"{name:8} {medians[name]:6.2f} s  {last['megabytes']:6.0f} MB  "
            f"{last['aspects']:.0f} aspects, {last['found']:.0f} found, {last['errors']:.0f} errors"
        )
    print(f"ratio    {medians['ours'] / medians['by_hand']:6.2f}  (bar 1.4; {given.rows:,} rows)")


if __name__ == "__main__":
    main()
