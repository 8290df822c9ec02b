"""The room's word list, made ready.

``verbs``: verbs whose construction their lemma decides.

- ``trait``: ``subject-control``: its object does not do what hangs from it ("*promised* him to go");
  ``object-control``: its object does it, also where the parse takes that for a purpose ("*asked* him to go");
  ``raising``: its subject is that of what hangs from it alone ("*seems* to rain"); ``blaming``: its object
  does what stands behind "of", "for" and "from"; ``transitive``: it is always done to somebody, so that
  without an object it is short for a passive ("Two men *arrested*"); ``telling``: somebody is told by it to
  do what hangs from it, so likewise ("Cabinet *pressed* to resign"); ``light``: it lends its arguments to
  its noun ("*held* talks").
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from newsledger.lexicon import Lexicon, Schema
from newsledger.syntax.arrays import Ints, checksum

#: Traits as bits.
SUBJECT_CONTROL, RAISING, BLAMING, TRANSITIVE, LIGHT, TELLING, OBJECT_CONTROL = (1 << bit for bit in range(7))
_BITS = {
    "object-control": OBJECT_CONTROL,
    "subject-control": SUBJECT_CONTROL,
    "raising": RAISING,
    "blaming": BLAMING,
    "transitive": TRANSITIVE,
    "light": LIGHT,
    "telling": TELLING,
}

SCHEMAS: Mapping[str, Schema] = {
    "verb_traits": Schema(
        columns=("verb", "trait", "example"), key=("verb", "trait"), codes={"trait": frozenset(_BITS)}
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Traits by lemma.

    Attributes:
        lemmas: Checksums of lemmas, sorted.
        traits: Of each its traits as bits.
    """

    lemmas: Ints
    traits: Ints

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Traits":
        """Take the traits of the room's lexicon."""
        found: dict[int, int] = {}
        for row in lexicons["verb_traits"].rows:
            lemma = checksum(row["verb"])
            found[lemma] = found.get(lemma, 0) | _BITS[row["trait"]]
        known = sorted(found.items())
        return cls(
            lemmas=np.array([lemma for lemma, _ in known], dtype=np.int64),
            traits=np.array([bits for _, bits in known], dtype=np.int64),
        )

    def of(self, lemmas: Ints) -> Ints:
        """Give the traits of each lemma as bits."""
        if not len(self.lemmas):
            return np.zeros_like(lemmas)
        places = np.minimum(np.searchsorted(self.lemmas, lemmas), len(self.lemmas) - 1)
        return np.where(self.lemmas.take(places) == lemmas, self.traits.take(places), 0)
