"""Run every benchmark, one after another; each prints ratios within its own run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ORDER = ("small", "reading", "binding", "journal")


def main() -> None:
    for name in ORDER:
        print(f"== {name}", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).parent / f"{name}.py")], check=True)


if __name__ == "__main__":
    main()
