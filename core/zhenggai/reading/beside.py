"""A compiled reader at work in a thread of its own, for it frees the interpreter's lock."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


class Beside(Generic[_T]):
    """A call that runs during the `with` block; what it returns or raises is kept for `result`.

    Small work (`apart` false) waits until it is asked for: a thread would cost more than it saves.
    """

    def __init__(self, work: Callable[[], _T], *, apart: bool) -> None:
        self._work = work
        self._result: tuple[_T] | None = None
        self._raised: BaseException | None = None
        self._thread = Thread(target=self._run) if apart else None

    def __enter__(self) -> Self:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._result = (self._work(),)
        except BaseException as error:  # noqa: BLE001 - carried to the thread that asks
            self._raised = error

    def result(self) -> _T:
        """What the call returned; raises what it raised."""
        if self._raised is not None:
            raise self._raised
        if self._result is None:
            self._result = (self._work(),)
        return self._result[0]
