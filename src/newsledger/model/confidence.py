"""How sure a finding is, and from where on it is shown."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

#: What has a confidence: events, statements and expectations, and of actors the country.
Weighed = Literal["events", "statements", "expectations", "countries"]
WEIGHED: tuple[Weighed, ...] = get_args(Weighed)
#: From which confidence on a finding is shown where nobody asks for more or less (docs/confidence.md).
SHOWN_FROM: Mapping[Weighed, float] = {"events": 0.5, "statements": 0.65, "expectations": 0.55, "countries": 0.8}


def is_sure(confidence: float | None, least: float) -> bool:
    """Say whether a finding is sure enough; one of an older record, of which nothing is known, is."""
    return confidence is None or confidence >= least


def surest(mentions: Iterable[float | None]) -> float | None:
    """Give the confidence of a happening that one article tells several times.

    An article repeats itself and its own mistakes: its mentions are no independent reports, and the surest counts.

    Returns:
        None where nothing is known of any mention.
    """
    known = [one for one in mentions if one is not None]
    return max(known, default=None)
