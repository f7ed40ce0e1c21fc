"""Runs functions on hostile files in processes that may die: limits, replacement, typed deaths."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Literal, Self

from zhenggai.i18n import language
from zhenggai.worker import OUT_OF_MEMORY, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Reason = Literal["memory", "time", "crash", "error"]

_START = (
    "import sys, json; settings = json.loads(sys.argv[1]); "
    "sys.path[:0] = [entry for entry in settings['path'] if entry not in sys.path]; "
    "from zhenggai.worker import serve; serve(settings)"
)
_WATCH_SECONDS = 0.05
_FAREWELL_SECONDS = 0.5
_LAST_WORDS = 2_000
_POSIX = os.name == "posix"
_SIGKILL, _SIGXCPU = -9, -24


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: memory and result in bytes, processor and wall time in seconds.

    With `watch` the worker looks at its own memory; elsewhere than on Linux it always does.
    """

    memory: int = 2 << 30
    cpu: int = 30
    wall: float = 60.0
    result: int = 256 << 20
    watch: bool = not sys.platform.startswith("linux")


@dataclass(frozen=True, slots=True)
class Died:
    """A task that gave no result: `memory` or `time` beyond the limits, `crash` of the process.

    `error` is an exception of the function itself, `detail` its traceback; else `detail` is the
    last that the process wrote.
    """

    reason: Reason
    detail: str = ""


_CLOSED = Died("crash", "the pool was closed")


@dataclass(slots=True)
class _Job:
    """One task, and its outcome once `done`."""

    message: bytes
    done: Event = field(default_factory=Event)
    outcome: Any = None


class Pool:
    """Worker processes that run ``"module:function"`` on one JSON-able task after another.

    A worker that dies, hangs or takes too much is replaced; its task comes to `Died`, the others
    go on. Workers start when the pool is made, so that the caller works meanwhile. They import from
    the same places as the caller, write nothing to its terminal, and end when it ends.
    """

    def __init__(self, workers: int = 2, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = Event()
        self._slots = [_Slot(self._limits) for _number in range(max(workers, 1))]
        self._threads = [
            Thread(target=slot.work, args=(self._jobs,), daemon=True) for slot in self._slots
        ]
        self._threads.append(Thread(target=self._watch, daemon=True))
        for thread in self._threads:
            thread.start()

    def map(self, function: str, tasks: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
        """Results or `Died`, in the order of the tasks, each as soon as it is there.

        The tasks are handed out at once; the caller need not have begun to ask for results.
        """
        if self._closed.is_set():
            raise ValueError("the pool is closed")
        jobs = [_Job(_message(function, task)) for task in tasks]
        for job in jobs:
            self._jobs.put(job)
        return _outcomes(jobs)

    def run(self, function: str, task: Mapping[str, Any]) -> Any:
        """The result of one task, or `Died`."""
        return next(self.map(function, [task]))

    def close(self) -> None:
        """End the workers. What is not finished comes to `Died`."""
        if self._closed.is_set():
            return
        self._closed.set()
        for slot in self._slots:
            slot.dismiss()
        for _slot in self._slots:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                job.outcome = _CLOSED
                job.done.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def _watch(self) -> None:
        """End the workers whose time is over."""
        while not self._closed.wait(_WATCH_SECONDS):
            now = monotonic()
            for slot in self._slots:
                slot.check(now)


def _message(function: str, task: Mapping[str, Any]) -> bytes:
    return json.dumps({"function": function, "task": task}, ensure_ascii=False).encode()


def _outcomes(jobs: list[_Job]) -> Iterator[Any]:
    for job in jobs:
        job.done.wait()
        yield job.outcome


class _Slot:
    """One place for a worker: its process, replaced after each death, and the thread that feeds it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = Lock()
        self._deadline: float | None = None
        self._expired = False
        self._dismissed = False
        self._ready = False
        self._process = _start(limits)

    def work(self, jobs: SimpleQueue[_Job | None]) -> None:
        """Do one job after another until there is none."""
        try:
            while (job := jobs.get()) is not None:
                job.outcome = self._do(job.message)
                job.done.set()
        finally:
            self._end()

    def check(self, now: float) -> None:
        """End the process if its task has taken too long."""
        with self._lock:
            if self._deadline is not None and now > self._deadline:
                self._expired = True
                self._process.kill()

    def dismiss(self) -> None:
        """No task is to be finished, none begun."""
        with self._lock:
            self._dismissed = True
            if self._deadline is not None:
                self._process.kill()

    def _do(self, message: bytes) -> Any:
        with self._lock:
            if self._dismissed:
                return _CLOSED
            if self._process.poll() is not None:
                self._replace()
            self._deadline = monotonic() + self._limits.wall
        try:
            answer = self._ask(message)
        except OverflowError as error:
            return self._bury(Died("memory", f"a result of {error} bytes"))
        except OSError:
            answer = None
        if answer is None:
            return self._bury(None)
        with self._lock:
            self._deadline = None
        self._last_words()
        answered = json.loads(answer)
        if "reason" not in answered:
            return answered["result"]
        died = Died(answered["reason"], answered["detail"])
        return self._bury(died) if died.reason == "memory" else died

    def _ask(self, message: bytes) -> bytes | None:
        inbox, outbox = self._pipes()
        if not self._ready:
            if receive(outbox) is None:
                return None
            self._ready = True
        send(inbox, message)
        return receive(outbox, self._limits.result)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        inbox, outbox = self._process.stdin, self._process.stdout
        if inbox is None or outbox is None:  # pragma: no cover - both are pipes
            raise OSError
        return inbox, outbox

    def _bury(self, died: Died | None) -> Died:
        """Put a new process in the place of the dead, and say what it died of."""
        with self._lock:
            self._deadline = None
            self._process.kill()
            code = self._process.wait()
            words = self._last_words()
            expired, self._expired = self._expired, False
            if self._dismissed:
                return _CLOSED
            self._replace()
        return died or Died(
            _reason(code, words, expired=expired), words[:_LAST_WORDS] or f"status {code}"
        )

    def _replace(self) -> None:
        _release(self._process)
        self._process = _start(self._limits)
        self._ready = False

    def _last_words(self) -> str:
        """What the process wrote to standard error since last asked."""
        if self._process.stderr is None:  # pragma: no cover - elsewhere than on POSIX
            return ""
        try:
            words = os.read(self._process.stderr.fileno(), 1 << 16)
        except BlockingIOError:
            return ""
        return words.decode("utf-8", "replace").strip()

    def _end(self) -> None:
        """Let the process end by itself, for a moment."""
        process = self._process
        try:
            if process.stdin:
                process.stdin.close()
            process.wait(_FAREWELL_SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
        _release(process)


def _reason(code: int, words: str, *, expired: bool) -> Reason:
    """What a process died of. The system's own killer of large processes uses SIGKILL."""
    if expired or code == _SIGXCPU:
        return "time"
    if code in {_SIGKILL, OUT_OF_MEMORY} or "memory allocation" in words or "MemoryError" in words:
        return "memory"
    return "crash"


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    home = str(Path(__file__).resolve().parent.parent)
    path = [home, *(str(Path(entry).resolve()) for entry in sys.path if entry)]
    settings = {
        "path": list(dict.fromkeys(path)),
        "memory": limits.memory,
        "cpu": limits.cpu,
        "watch": limits.watch,
    }
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-I", "-X", "utf8", "-c", _START, json.dumps(settings)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if _POSIX else subprocess.DEVNULL,
        env={**os.environ, "ZHENGGAI_LANG": language(), "RUST_BACKTRACE": "0"},
        start_new_session=_POSIX,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if process.stderr is not None:
        os.set_blocking(process.stderr.fileno(), False)
    return process


def _release(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue  # what was not sent is of no use to the dead
