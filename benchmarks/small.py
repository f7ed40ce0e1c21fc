"""Start-up, and a whole check of the demo bureau, cold and with the cache: whole processes."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
DOMAINS = ("finance", "food", "drugs", "ip", "cadre", "party")


def clear(folder: Path, cache: Path) -> None:
    """Forget results and what was read; the installed catalog stays compiled."""
    shutil.rmtree(folder / ".zhenggai", ignore_errors=True)
    shutil.rmtree(cache / "units", ignore_errors=True)


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
        cache = Path(home) / "cache"
        os.environ["ZHENGGAI_CACHE"] = str(cache)
        folder = Path(home) / "demo"
        subprocess.run(
            [*zhenggai, "demo", str(folder), "--no-check"], check=True, stdout=subprocess.DEVNULL
        )
        papers = sum(1 for path in folder.rglob("*") if path.is_file())
        listed = subprocess.run(
            [*zhenggai, "rules", "list", "--ids"], check=True, capture_output=True, text=True
        ).stdout.split()
        few = [
            id_
            for plugin in DOMAINS
            for id_ in [one for one in listed if one.startswith(f"{plugin}.")][:4]
        ]
        for rules in (few, listed):
            checklist = Path(home) / "bench.toml"
            names = ", ".join(f'"{id_}"' for id_ in rules)
            checklist.write_text(
                'id = "bench"\ntitle = "x"\n[[sections]]\nid = "a"\ntitle = "a"\n'
                f"rules = [{names}]\n"
            )
            words = ("check", str(folder), "--checklist", str(checklist), "--as-of", "2026-11-24")
            check = (*zhenggai, *words, "--quiet")
            cold = median(*check, before=lambda: clear(folder, cache))
            warm = median(*check)
            print(f"{len(rules)} rules over {papers} papers")
            print(f"  cold         {cold * 1000:7.1f} ms   {cold / bare:5.1f} x bare")
            print(f"  cached       {warm * 1000:7.1f} ms   {warm / bare:5.1f} x bare")
        print("bars: 24 rules over 30 papers, 1000 ms cold and 400 ms cached")


if __name__ == "__main__":
    main()
