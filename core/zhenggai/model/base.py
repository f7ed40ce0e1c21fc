"""The common base of all data: frozen, strict about unknown keys, free of I/O."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Immutable data; an unknown key is an error, never silently dropped."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=False,
        defer_build=True,
    )
