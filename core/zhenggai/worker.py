"""The inside of an isolated worker: takes tasks from standard input, answers, obeys its limits."""

from __future__ import annotations

import json
import os
import struct
import sys
from importlib import import_module
from queue import SimpleQueue
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = struct.Struct(">I")
OUT_OF_MEMORY = 77
"""The exit status of a worker that found itself beyond its limit of memory."""

_WATCH_SECONDS = 0.1
_KILOBYTE = 1024


def receive(stream: IO[bytes], most: int | None = None) -> bytes | None:
    """The next message; None at the end of the stream, or in the middle of a message.

    Raises:
        OverflowError: the message has more than `most` bytes.
    """
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (size,) = HEADER.unpack(header)
    if most is not None and size > most:
        raise OverflowError(size)
    body = stream.read(size)
    return body if len(body) == size else None


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message and flush it."""
    stream.write(HEADER.pack(len(message)) + message)
    stream.flush()


def serve(settings: dict[str, Any]) -> None:
    """Answer tasks until the parent closes standard input.

    `settings`: `memory` in bytes; `cpu` in seconds a task; `watch` to have the worker look at its
    own memory, where the operating system does not limit it.
    """
    inbox, outbox = _take_pipes()
    _limit_memory(settings["memory"], watch=settings["watch"])
    tasks: SimpleQueue[bytes | None] = SimpleQueue()
    busy = Event()
    Thread(target=_listen, args=(inbox, tasks, busy), daemon=True).start()
    send(outbox, b"{}")
    while (message := tasks.get()) is not None:
        busy.set()
        _limit_cpu(settings["cpu"])
        send(outbox, _answer(message))
        busy.clear()


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes of the protocol, moved away from where libraries print."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the life of the process
    if sys.platform != "win32":
        os.set_blocking(2, False)
    return inbox, outbox


def _listen(inbox: IO[bytes], tasks: SimpleQueue[bytes | None], busy: Event) -> None:
    """Pass tasks on; when the parent is gone, end at once, even in the middle of a task."""
    while (message := receive(inbox)) is not None:
        tasks.put(message)
    tasks.put(None)
    if busy.is_set():
        os._exit(0)


def _answer(message: bytes) -> bytes:
    """Run one task; whatever it raises is an answer, panics of compiled libraries included."""
    try:
        task = json.loads(message)
        result = _function(task["function"])(task["task"])
        return json.dumps({"result": result}, ensure_ascii=False).encode()
    except MemoryError:
        return b'{"reason": "memory", "detail": ""}'
    except BaseException as error:  # noqa: BLE001 - PanicException derives from BaseException
        import traceback

        detail = "".join(traceback.format_exception(error))
        return json.dumps({"reason": "error", "detail": detail}).encode()


def _function(name: str) -> Callable[[Any], Any]:
    module, _colon, attribute = name.partition(":")
    function: Callable[[Any], Any] = getattr(import_module(module), attribute)
    return function


def _limit_memory(memory: int, *, watch: bool) -> None:
    if watch:
        Thread(target=_watch, args=(memory,), daemon=True).start()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not watch:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _limit_cpu(seconds: int) -> None:
    """Grant so many more seconds of the processor; beyond them the system ends the process."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + seconds + 1
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if hard == resource.RLIM_INFINITY or soft <= hard:
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _watch(memory: int) -> None:
    """End the process when it holds more memory than it may."""
    pause = Event()
    while not pause.wait(_WATCH_SECONDS):
        if resident() > memory:
            os._exit(OUT_OF_MEMORY)


def resident() -> int:
    """The most memory this process has held, in bytes."""
    if sys.platform == "win32":
        return _resident_on_windows()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * _KILOBYTE


def _resident_on_windows() -> int:  # pragma: no cover - runs on Windows alone
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *(
                (name, ctypes.c_size_t)
                for name in (
                    "PeakWorkingSetSize",
                    "WorkingSetSize",
                    "QuotaPeakPagedPoolUsage",
                    "QuotaPagedPoolUsage",
                    "QuotaPeakNonPagedPoolUsage",
                    "QuotaNonPagedPoolUsage",
                    "PagefileUsage",
                    "PeakPagefileUsage",
                )
            ),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(Counters)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.cb
    )
    return int(counters.PeakPagefileUsage)
