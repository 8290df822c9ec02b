"""What there is in a ledger, told shortly."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from newsledger.model import WAITING
from newsledger.store.contents import HeldArticle, HeldChain
from newsledger.store.rows import Row
from newsledger.store.tables.database import Database
from newsledger.store.tables.statements import load

#: Numbers of rows: they change without anything else.
_NUMBERS = frozenset({"chain", "story", "ordinal", "stories"})


@dataclass(frozen=True, slots=True)
class TableContents:
    """A ``Contents`` of a ledger in tables."""

    database: Database

    def moment(self) -> AbstractContextManager[object]:
        """Let all be answered as of this moment."""
        return self.database.moment()

    def articles(self) -> Iterator[HeldArticle]:
        """Give the articles, the newest first."""
        for row in self._all("articles"):
            yield HeldArticle(**row)

    def members(self) -> Iterator[tuple[str, str, str]]:
        """Give the members of stories."""
        for row in self._all("members"):
            yield row["story"], row["article"], f"{row['original']} {row['why'] or ''}"

    def chains(self) -> Iterator[HeldChain]:
        """Give happenings, story by story."""
        for row in self._all("chains"):
            yield HeldChain(
                id=row["id"],
                stories=tuple(sorted(json.loads(row["stories"]))),
                digest=_digest([value for name, value in row.items() if name not in _NUMBERS]),
                waits_until=row["latest"] if row["state"] in WAITING else None,
                is_shared=bool(row["is_shared"]),
            )

    def mentions(self) -> Iterator[tuple[str, str, str]]:
        """Give the mentions of shared happenings."""
        for row in self._all("mentions"):
            yield row["chain_id"], row["article"], row["original"]

    def cast(self) -> Iterator[tuple[str, str]]:
        """Give whom each article has."""
        for row in self._all("cast"):
            yield row["article"], row["head"]

    def judged(self) -> Iterator[tuple[str, str]]:
        """Give what persons judged of findings."""
        for row in self._all("judged"):
            yield row["article"], repr(sorted(row.items()))

    def heads(self) -> Mapping[str, str]:
        """Give the keys under which persons are listed."""
        return {row["key"]: row["head"] for row in self._all("heads")}

    def awaited(self, today: str) -> Mapping[str, str]:
        """Give a digest of what was expected of each actor, and of what has become of it on a day."""
        rows = self._all("awaited", today=today)
        return {head: _digest([list(row.values()) for row in own]) for head, own in groupby(rows, itemgetter("head"))}

    def finding_of(self, happening: str) -> str | None:
        """Give the finding that tells most of a happening."""
        found = next(self._all("finding_of", id=happening), None)
        return found["finding"] if found is not None else None

    def _all(self, name: str, **values: str) -> Iterator[Row]:
        for row in self.database.stream(load("contents")[name], values):
            yield dict(zip(row.keys(), row, strict=True))


def _digest(values: list[object]) -> str:
    return hashlib.blake2b(repr(values).encode(), digest_size=12).hexdigest()
