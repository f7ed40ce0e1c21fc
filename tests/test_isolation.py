"""Functions run in processes that may die."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from zhenggai.isolation import Died, Limits, Pool, _reason

HERE = str(Path(__file__).parent)
TASKS = "isolation_tasks"


@pytest.fixture(autouse=True)
def _tasks_can_be_imported(monkeypatch):
    monkeypatch.syspath_prepend(HERE)


def test_results_come_in_the_order_of_the_tasks():
    with Pool(2) as pool:
        results = list(pool.map(f"{TASKS}:double", [{"number": n} for n in range(20)]))
    assert results == [{"twice": 2 * n} for n in range(20)]


def test_a_worker_does_many_tasks_in_one_process():
    with Pool(1) as pool:
        processes = set(pool.map(f"{TASKS}:name_of_process", [{}] * 5))
    assert len(processes) == 1
    assert os.getpid() not in processes


@pytest.mark.parametrize(
    ("function", "reason"),
    [("abort", "crash"), ("leave", "crash"), ("crash", "crash"), ("eat", "memory")],
)
def test_a_dying_worker_is_replaced_and_the_other_tasks_go_on(function, reason):
    with Pool(1, Limits(memory=500 << 20)) as pool:
        bad = pool.run(f"{TASKS}:{function}", {})
        good = pool.run(f"{TASKS}:double", {"number": 4})
    assert isinstance(bad, Died)
    assert bad.reason == reason
    assert good == {"twice": 8}


def test_the_last_words_of_a_worker_are_kept():
    with Pool(1) as pool:
        died = pool.run(f"{TASKS}:abort", {})
    assert died == Died("crash", "last words")


def test_a_hanging_worker_is_ended_and_the_others_do_not_wait_for_it():
    with Pool(2, Limits(wall=1.0)) as pool:
        started = time.monotonic()
        hung = pool.map(f"{TASKS}:hang", [{}])
        others = pool.map(f"{TASKS}:double", [{"number": n} for n in range(5)])
        assert list(others) == [{"twice": 2 * n} for n in range(5)]
        assert time.monotonic() - started < 0.9
        assert next(hung).reason == "time"
        assert pool.run(f"{TASKS}:double", {"number": 1}) == {"twice": 2}


def test_a_worker_that_burns_the_processor_is_ended():
    with Pool(1, Limits(cpu=0, wall=20)) as pool:
        assert pool.run(f"{TASKS}:burn", {}).reason == "time"


def test_where_the_system_sets_no_limit_the_worker_watches_its_own_memory():
    with Pool(1, Limits(memory=200 << 20, watch=True)) as pool:
        assert pool.run(f"{TASKS}:eat_slowly", {}).reason == "memory"


@pytest.mark.parametrize("function", ["raise_error", "raise_exit", "unspeakable"])
def test_an_exception_is_told_with_its_traceback_and_the_process_stays(function):
    with Pool(1) as pool:
        before = pool.run(f"{TASKS}:name_of_process", {})
        died = pool.run(f"{TASKS}:{function}", {})
        after = pool.run(f"{TASKS}:name_of_process", {})
    assert died.reason == "error"
    assert "Traceback" in died.detail
    assert before == after


def test_a_function_that_does_not_exist_is_an_error():
    with Pool(1) as pool:
        assert "no_such_module" in pool.run("no_such_module:f", {}).detail


def test_a_result_beyond_the_limit_is_refused():
    with Pool(1, Limits(result=1000)) as pool:
        assert pool.run(f"{TASKS}:much", {"size": 2000}).reason == "memory"
        assert pool.run(f"{TASKS}:much", {"size": 10}) == "x" * 10


def test_what_libraries_print_reaches_nobody(capfd):
    with Pool(1) as pool:
        assert pool.run(f"{TASKS}:print_much", {}) == "printed"
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_died_while_idle_costs_no_task():
    with Pool(1) as pool:
        os.kill(pool.run(f"{TASKS}:name_of_process", {}), signal.SIGKILL)
        time.sleep(0.1)
        assert pool.run(f"{TASKS}:double", {"number": 3}) == {"twice": 6}


def test_workers_speak_the_language_of_the_caller(monkeypatch):
    monkeypatch.setenv("ZHENGGAI_LANG", "en")
    with Pool(1) as pool:
        assert pool.run(f"{TASKS}:language", {}) == "en"


def test_closing_ends_what_hangs_and_what_waits():
    pool = Pool(1)
    results = pool.map(f"{TASKS}:hang", [{}, {}])
    time.sleep(0.3)
    pool.close()
    pool.close()
    assert list(results) == [Died("crash", "the pool was closed")] * 2
    with pytest.raises(ValueError, match="closed"):
        pool.map(f"{TASKS}:double", [])


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_workers_end_when_the_caller_is_killed():
    program = textwrap.dedent(f"""
        import sys, time
        sys.path.insert(0, {HERE!r})
        from zhenggai.isolation import Pool
        pool = Pool(1)
        print(pool.run("{TASKS}:name_of_process", {{}}), flush=True)
        list(pool.map("{TASKS}:hang", [{{}}]))
    """)
    caller = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    worker = int(caller.stdout.readline())
    time.sleep(0.3)
    caller.kill()
    caller.communicate()
    for _attempt in range(100):
        state = Path(f"/proc/{worker}/stat")
        if not state.exists() or ") Z " in state.read_text():
            return
        time.sleep(0.05)
    pytest.fail("the worker outlived the caller")


def test_an_interpreter_that_does_not_start_is_a_crash(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with Pool(1) as pool:
        assert pool.run(f"{TASKS}:double", {"number": 1}).reason == "crash"


@pytest.mark.parametrize(
    ("code", "words", "expired", "reason"),
    [
        (-9, "", True, "time"),
        (-24, "", False, "time"),
        (-9, "", False, "memory"),
        (77, "", False, "memory"),
        (-6, "memory allocation of 1 bytes failed", False, "memory"),
        (-6, "", False, "crash"),
        (-11, "", False, "crash"),
    ],
)
def test_the_reason_of_a_death_is_read_from_status_and_last_words(code, words, expired, reason):
    assert _reason(code, words, expired=expired) == reason
