"""What is told of a watch while it goes on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that happened.

    Attributes:
        what: What became of a page, as in ``Outcome``, and ``gone``, ``walled``, ``barred``, ``lost``, ``other``;
            of a source ``looked``, ``failing``, ``moved``, ``ended``, ``barred``.
        kind: Of what.
        found: Of a source that was looked at: how many new pages it named.
    """

    at: datetime
    kind: str
    what: str
    url: str
    article: str | None = None
    reason: str | None = None
    found: int = 0
