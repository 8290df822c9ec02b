"""What came of adding, in numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsledger.store import Outcome

#: What differs between two failures of one kind: addresses, words that were found, numbers.
_OWN = re.compile(r"\S*://\S*|'[^']*'|\"[^\"]*\"|\d[\d,.]*")
_WORDS = {
    "added": "added",
    "known": "there already",
    "mirror": "at another address",
    "version": "changed",
    "forgotten": "forgotten before",
    "failed": "failed",
}


@dataclass(slots=True, kw_only=True)
class Summary:
    """Counts outcomes, and failures by their reason."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    by_reason: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.counts[outcome.what] += 1
        if outcome.what == "failed":
            reason = (outcome.reason or "").removeprefix(f"{outcome.url}: ")
            kind = _OWN.sub("·", reason)
            self.reasons.setdefault(kind, reason)
            self.by_reason[kind] += 1

    @property
    def failed(self) -> int:
        """How many failed."""
        return self.counts["failed"]

    def told(self) -> str:
        """Say how many came to what: ``12 added, 3 there already``."""
        parts = (f"{self.counts[what]:,} {words}" for what, words in _WORDS.items() if self.counts[what])
        return ", ".join(parts) or "nothing to add"

    def failures(self) -> Iterator[tuple[int, str]]:
        """Give how often something failed for one reason, and the reason as it was first given."""
        for kind, number in self.by_reason.most_common():
            yield number, self.reasons[kind]
