"""What persons judge of findings; it lies over a record and changes nothing of it."""

from dataclasses import dataclass, fields
from typing import Literal

from newsledger.model.span import content_id

Judgeable = Literal["event", "statement", "expectation", "actor"]
Verdict = Literal["right", "wrong", "not_there", "same", "other", "undone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person judged of a finding, at one moment; it is only ever added to, never changed.

    Attributes:
        id: A hash of all the rest, so that what is taken in twice is there once.
        finding: Id of what was judged, as it was then.
        verdict: ``right``; ``wrong``, in one field or as a whole; ``not_there``: the words say nothing of the kind;
            ``same`` or ``other``: two actors are one person, or two; ``undone``: an earlier one is taken back.
        field: Of what is ``wrong``: which field; None where that is not told.
        value: What should stand there; None where that is not told.
        other: The second actor of ``same`` and ``other``.
        undoes: Id of the one that is taken back.
        by: Who judged.
        at: When, ISO 8601 by Greenwich, to the millisecond, so that they sort.
        why: In the judge's own words.
    """

    id: str
    finding: str
    kind: Judgeable
    verdict: Verdict
    field: str | None = None
    value: str | None = None
    other: str | None = None
    undoes: str | None = None
    by: str
    at: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A correction that stands, as the row that it is of shows it.

    Attributes:
        correction: Its id.
        was: What the record has in the field; the row has the corrected value.
    """

    correction: str
    verdict: Verdict
    field: str | None
    was: str | None
    value: str | None
    by: str
    at: str
    why: str | None


def correction_id(correction: Correction) -> str:
    """Make the id that a correction has by what it says."""
    names = (field.name for field in fields(correction) if field.name != "id")
    return content_id("correction", *(repr(getattr(correction, name)) for name in names))
