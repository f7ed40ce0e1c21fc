"""The checking stage: the locked DuckDB session, the gate, the check kinds, running aspects."""

from zhenggai.checking.outside import Outside, hand_over
from zhenggai.checking.preparing import Prepare, prepare
from zhenggai.checking.remembering import Memory, nothing_to_ask, still_needed
from zhenggai.checking.running import check
from zhenggai.checking.session import connect, define, fill, load, lock

__all__ = [
    "Memory",
    "Outside",
    "Prepare",
    "check",
    "connect",
    "define",
    "fill",
    "hand_over",
    "load",
    "lock",
    "nothing_to_ask",
    "prepare",
    "still_needed",
]
