"""`result.json` comes back as it went out, and what is no result is refused with a reason."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
import sample

from zhenggai.errors import ConfigurationError
from zhenggai.reporting.result_json import dumps, load


def test_an_assessment_comes_back_equal():
    made = sample.assessment()
    assert load(dumps(made)) == made


def test_the_same_assessment_gives_the_same_bytes():
    assert dumps(sample.assessment()) == dumps(sample.assessment())
    assert dumps(load(dumps(sample.assessment()))) == dumps(sample.assessment())


def test_decimals_are_strings_and_no_time_is_kept():
    content = json.loads(dumps(sample.assessment()))
    amount = content["results"][0]["findings"][0]["amount"]
    assert isinstance(amount, str)
    assert Decimal(amount) == 720
    assert "milliseconds" not in content["results"][0]["aspects"][0]
    assert content["schema"] == "zhenggai/assessment/1"


def test_chinese_stands_as_it_is():
    assert "公务接待".encode() in dumps(sample.assessment())


def test_a_file_name_that_is_no_text_comes_back():
    made = sample.assessment()
    odd = made.sources[0].model_copy(update={"path": "坏\udcff名.xlsx"})
    data = dumps(made.model_copy(update={"sources": (odd,)}))
    assert json.loads(data)["sources"][0]["path"] == "坏\udcff名.xlsx"
    assert load(data).sources[0].path == "坏\udcff名.xlsx"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe\xfa", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "schema None"),
        (b'{"schema": "zhenggai/assessment/9"}', "schema zhenggai/assessment/9"),
        (b'{"schema": "zhenggai/assessment/1"}', "Field required"),
    ],
)
def test_what_is_no_result_is_refused_with_the_reason(data, said):
    with pytest.raises(ConfigurationError) as caught:
        load(data, "old/result.json")
    assert said in str(caught.value)
    assert caught.value.where == "old/result.json"


def test_an_unknown_key_is_refused_by_its_path():
    content = json.loads(dumps(sample.assessment()))
    content["results"][3]["colour"] = "red"
    with pytest.raises(ConfigurationError, match=r"results\.3\.colour"):
        load(json.dumps(content).encode())


def test_many_mistakes_are_counted_not_all_told():
    content = json.loads(dumps(sample.assessment()))
    for result in content["results"]:
        result["status"] = "green"
    with pytest.raises(ConfigurationError, match="and 37 more"):
        load(json.dumps(content).encode())
