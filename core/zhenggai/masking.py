"""Personal data is masked by default, in every output, by what a field means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhenggai.model.evidence import FieldType

_SHORT = 2


def mask(text: str, kind: FieldType = "text") -> str:
    """A personal value with its middle hidden; the ends stay, so that its owner knows it.

    Names keep their first character, numbers the first and last few.
    """
    if not text:
        return text
    if kind in {"person", "org"} or len(text) <= _SHORT + 1:
        return text[0] + "*" * (len(text) - 1)
    keep = 4 if kind in {"id_card", "uscc"} else 2
    tail = min(keep, len(text) - keep) if len(text) > 2 * keep else 1
    head = min(keep, len(text) - tail - 1)
    return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]
