"""Start-up, and a whole check of the demo bureau, cold and with the cache: whole processes."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7


def timed(*words: str) -> float:
    started = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def median(*words: str, before: object = None) -> float:
    times = []
    for _round in range(ROUNDS):
        if callable(before):
            before()
        times.append(timed(*words))
    return statistics.median(times)


def main() -> None:
    zhenggai = (sys.executable, "-m", "zhenggai")
    bare = median(sys.executable, "-c", "pass")
    version = median(*zhenggai, "--version")
    print(f"bare python    {bare * 1000:7.1f} ms")
    print(f"--version      {version * 1000:7.1f} ms   {version / bare:5.1f} x bare (bar 6)")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "demo"
        subprocess.run(
            [*zhenggai, "demo", str(folder), "--no-check"], check=True, stdout=subprocess.DEVNULL
        )
        papers = sum(1 for path in folder.rglob("*") if path.is_file())
        check = (*zhenggai, "check", str(folder), "--as-of", "2026-11-24", "--quiet")
        cold = median(
            *check, before=lambda: shutil.rmtree(folder / ".zhenggai", ignore_errors=True)
        )
        warm = median(*check)
        print(
            f"check, cold    {cold * 1000:7.1f} ms   {cold / bare:5.1f} x bare, {papers} papers (bar 1000 ms)"
        )
        print(f"check, cached  {warm * 1000:7.1f} ms   {warm / bare:5.1f} x bare (bar 400 ms)")


if __name__ == "__main__":
    main()
