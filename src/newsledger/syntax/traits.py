"""The room's word list, made ready.

``verbs``: verbs whose construction their lemma decides.

- ``trait``: ``subject-control``: its object does not do what hangs from it ("*promised* him to go");
  ``raising``: its subject is that of what hangs from it alone ("*seems* to rain"); ``blaming``: its object
  does what stands behind "of", "for" and "from"; ``transitive``: it is always done to somebody, so that
  without an object it is short for a passive ("Two men *arrested*"); ``light``: it lends its arguments to
  its noun ("*held* talks").
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from newsledger.lexicon import Lexicon, Schema
from newsledger.syntax.arrays import Ints, checksum

_TRAITS = frozenset({"subject-control", "raising", "blaming", "transitive", "light"})

SCHEMAS: Mapping[str, Schema] = {
    "verb_traits": Schema(columns=("verb", "trait", "example"), key=("verb", "trait"), codes={"trait": _TRAITS}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Checksums of lemmas by trait."""

    subject_control: Ints
    raising: Ints
    blaming: Ints
    always_transitive: Ints
    light: Ints

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Traits":
        """Take the traits of the room's lexicon."""

        def verbs(trait: str) -> Ints:
            rows = lexicons["verb_traits"].rows
            return np.array(sorted(checksum(row["verb"]) for row in rows if row["trait"] == trait), dtype=np.int64)

        return cls(
            subject_control=verbs("subject-control"),
            raising=verbs("raising"),
            blaming=verbs("blaming"),
            always_transitive=verbs("transitive"),
            light=verbs("light"),
        )
