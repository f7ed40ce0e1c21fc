"""What all tests share: English texts, and a small plugin of our own."""

from __future__ import annotations

import pytest

from zhenggai import i18n
from zhenggai.testing.builders import write_plugin

pytest_plugins = ["pytester"]

LEDGER = """
key = ["name"]
date = "day"
[[fields]]
name = "name"
title = "名称"
synonyms = ["单位名称"]
required = true
[[fields]]
name = "day"
title = "日期"
type = "date"
[[fields]]
name = "done"
title = "完成日期"
type = "date"
[[fields]]
name = "amount"
title = "金额"
type = "money"
[[fields]]
name = "phone"
title = "电话"
personal = true
"""

OTHER = """
key = ["name"]
[[fields]]
name = "name"
title = "姓名"
required = true
[[fields]]
name = "day"
title = "时间"
type = "date"
[[fields]]
name = "amount"
title = "总额"
type = "money"
"""

PAPER = """
form = "document"
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """For this process by choice, for those it starts by the environment."""
    monkeypatch.setattr(i18n, "_chosen", ["en"])
    monkeypatch.setenv("ZHENGGAI_LANG", "en")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """What is kept between runs is kept for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHENGGAI_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def plugin_folder(tmp_path):
    return write_plugin(
        tmp_path / "plugin", evidence={"ledger": LEDGER, "other": OTHER, "paper": PAPER}
    )
