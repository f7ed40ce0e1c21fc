"""The checking stage: the locked DuckDB session, the gate, the check kinds, running aspects."""

from zhenggai.checking.outside import Outside, hand_over
from zhenggai.checking.preparing import Prepare, prepare
from zhenggai.checking.running import check
from zhenggai.checking.session import connect, define, fill, load, lock

__all__ = [
    "Outside",
    "Prepare",
    "check",
    "connect",
    "define",
    "fill",
    "hand_over",
    "load",
    "lock",
    "prepare",
]
