"""`result.json`, schema `zhenggai/assessment/1`: the source of every other output.

Decimals are strings: no reader turns 0.1 into 0.1000000000000000055. Dates are ISO 8601. The order
of keys is that of the model, the order of lists that of the run; there is no time of day, so that
the same assessment gives the same bytes. In the free values (`params`) decimals and dates come back as
the strings they were written as.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from zhenggai.errors import ConfigurationError
from zhenggai.i18n import _
from zhenggai.model.assessment import SCHEMA, Assessment

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SHOWN = 3


def dumps(assessment: Assessment) -> bytes:
    """The assessment as UTF-8 JSON, indented by one, ending in a line break."""
    try:
        text = assessment.model_dump_json(by_alias=True, indent=1)
    except PydanticSerializationError:
        # A file name that is no text carries lone surrogates; they are written as escapes.
        content = assessment.model_dump(mode="json", by_alias=True)
        text = json.dumps(content, ensure_ascii=False, indent=1)
    return text.encode(errors="backslashreplace") + b"\n"


def load(data: bytes, where: str = "result.json") -> Assessment:
    """Read a result back; every key must be known and every value of its type.

    Raises:
        ConfigurationError: no JSON, another schema, or a key or value that does not belong.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(
            _("is no JSON: {reason}").format(reason=error),
            where=where,
            hint=_("the file is damaged, or no result of zhenggai check"),
        ) from error
    schema = content.get("schema") if isinstance(content, dict) else None
    if schema != SCHEMA:
        raise ConfigurationError(
            _("has the schema {found}; this version reads {known}").format(
                found=schema, known=SCHEMA
            ),
            where=where,
            hint=_("the file is no result of zhenggai check, or of another version"),
        )
    try:
        return Assessment.model_validate(content)
    except ValidationError as error:
        raise ConfigurationError(_details(error.errors(include_url=False)), where=where) from error


def _details(errors: list[ErrorDetails]) -> str:
    lines = [f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in errors]
    more = len(lines) - SHOWN
    if more > 0:
        lines = [*lines[:SHOWN], _("and {count} more").format(count=more)]
    return "\n".join(lines)
