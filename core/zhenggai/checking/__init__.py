"""The checking stage: the locked DuckDB session, the gate, the check kinds, running aspects."""

from zhenggai.checking.running import Prepare, check, prepare
from zhenggai.checking.session import connect, define, fill, load, lock

__all__ = ["Prepare", "check", "connect", "define", "fill", "load", "lock", "prepare"]
