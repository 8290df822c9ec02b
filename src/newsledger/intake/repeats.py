"""Failures of one file: the first of a kind are told one by one, and how many more there are at its end."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsledger.intake.found import failed
from newsledger.model import Failure

#: An archive of nothing but broken records is one thing that went wrong, not a hundred thousand.
_MOST = 10
#: What differs between failures of one kind: numbers, and words that were found.
_OWN = re.compile(r"\d[\d,]*|'[^']*'")


@dataclass(slots=True, kw_only=True)
class Repeats:
    """Failures of one file by their kind.

    Attributes:
        file: Its name.
    """

    file: str
    counts: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)

    def take(self, place: str, reason: str, *, about: str | None = None) -> Iterator[Failure]:
        """Take a failure, and give it where it is among the first of its kind.

        Args:
            place: Where it stands.
            reason: Why.
            about: The address that it is about, which is told in front of the reason.
        """
        kind = _OWN.sub("·", reason)
        self.counts[kind] += 1
        self.reasons.setdefault(kind, reason)
        if self.counts[kind] <= _MOST:
            yield failed(place, f"{about}: {reason}" if about else reason)

    def rest(self) -> Iterator[Failure]:
        """Tell how many more there were of each kind, in one failure of the whole file."""
        more = {kind: number - _MOST for kind, number in self.counts.items() if number > _MOST}
        if more:
            told = "; ".join(f"{number:,} more that say: {self.reasons[kind]}" for kind, number in more.items())
            yield failed(self.file, f"found parts that cannot be read, {told}")
