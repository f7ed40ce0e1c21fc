"""Reading behind the wall: files that kill the reader are named, and the others are read."""

from pathlib import Path

import pytest
from books import handmade, zipped

from zhenggai.isolation import Died, Limits, Pool

HERE = str(Path(__file__).parent)


@pytest.fixture(autouse=True)
def _tasks_can_be_imported(monkeypatch):
    monkeypatch.syspath_prepend(HERE)


def far_apart():
    """Two cells far apart in a sheet too large for its extent to be looked at beforehand."""
    near = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 30_001))
    return handmade(near + '<row r="30001"><c r="XFD1048576"><v>1</v></c></row>')


def test_a_file_that_ends_the_worker_leaves_the_others_readable(tmp_path):
    files = {
        "a.csv": b"a,b\n1,2\n",
        "b.xlsx": far_apart(),
        "c.xlsx": handmade(),
        "d.zip": zipped({}),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    tasks = [{"path": name, "location": str(tmp_path / name)} for name in files]
    with Pool(2, Limits(memory=1 << 30)) as pool:
        first, bomb, empty, archive = pool.map("reading_tasks:read", tasks)
    assert first == {"format": "csv", "rows": 2, "troubles": []}
    assert isinstance(bomb, Died)
    assert bomb.reason == "memory"
    assert empty == {"format": "xlsx", "rows": 0, "troubles": ["empty"]}
    assert archive == {"format": "zip", "rows": 0, "troubles": ["unsupported"]}
