"""An assessment with personal data in its free texts masked, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from zhenggai.masking import scrub
from zhenggai.model.base import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhenggai.model.assessment import Assessment, Finding, Location, Result
    from zhenggai.model.source import Source

_F = TypeVar("_F", bound=Frozen)


def scrubbed(assessment: Assessment) -> Assessment:
    """The assessment with identity numbers, mobile numbers and bank cards masked in free text.

    Cells of personal fields come masked already; this catches what people typed elsewhere: in a
    remark, a reason, the text of a trouble. Paths, digests and fingerprints stay: they are addresses.
    """
    return assessment.model_copy(
        update={
            "sources": tuple(_source(source) for source in assessment.sources),
            "results": tuple(_result(result) for result in assessment.results),
            "notes": tuple(scrub(note) for note in assessment.notes),
        }
    )


def _texts(item: _F, names: Iterable[str]) -> _F:
    """The item with these texts scrubbed; the same item where nothing was found."""
    changes = {}
    for name in names:
        given = getattr(item, name)
        if (clean := scrub(given)) != given:
            changes[name] = clean
    return item.model_copy(update=changes) if changes else item


def _source(source: Source) -> Source:
    troubles = tuple(_texts(trouble, ("message", "text")) for trouble in source.troubles)
    return source.model_copy(update={"troubles": troubles}) if source.troubles else source


def _result(result: Result) -> Result:
    plain = _texts(result, ("reason",))
    return plain.model_copy(
        update={
            "aspects": tuple(_texts(aspect, ("reason", "error")) for aspect in result.aspects),
            "findings": tuple(_finding(finding) for finding in result.findings),
            "gaps": tuple(_finding(gap) for gap in result.gaps),
        }
    )


def _finding(finding: Finding) -> Finding:
    plain = _texts(finding, ("key", "message", "message_en", "owner"))
    locations = tuple(_location(location) for location in finding.locations)
    return plain.model_copy(update={"locations": locations})


def _location(location: Location) -> Location:
    values = {name: scrub(value) for name, value in location.values.items()}
    if values == location.values:
        return location
    return location.model_copy(update={"values": values})
