"""Raw sheets and documents become typed evidence tables; nothing is dropped in silence."""

from __future__ import annotations

from zhenggai.binding.binding import bind
from zhenggai.binding.result import Bound, BoundTable
from zhenggai.binding.vocabulary import Pinned, Vocabulary

__all__ = ["BINDING_VERSION", "Bound", "BoundTable", "Pinned", "Vocabulary", "bind"]

BINDING_VERSION = "1"
"""Part of the key of what is cached: raised whenever the same raw file binds differently."""
