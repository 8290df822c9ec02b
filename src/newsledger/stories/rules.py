"""What the room knows of words: which say one act, which endings make one word of another, which are in every text."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.lexicon import Lexicon, Schema

SCHEMAS: Mapping[str, Schema] = {
    "act_families": Schema(
        columns=("word", "pos", "act", "example"),
        key=("word", "pos", "act"),
        codes={"pos": frozenset({"verb", "noun", "adj"})},
    ),
    "common_words": Schema(columns=("word", "example"), key=("word",)),
    "endings": Schema(columns=("ending", "example"), key=("ending",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the room knows.

    Attributes:
        acts: The acts that a word can say, by the word and its part of speech; "" for any.
        phrases: For the first word of a phrase, what follows it and the acts of the whole, the longest first.
        common: Words that tell nothing of a text.
        endings: The longest first.
    """

    acts: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = field(repr=False)
    common: frozenset[str] = field(repr=False)
    endings: tuple[str, ...] = field(repr=False)

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules of the room's lexicons."""
        acts: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in lexicons["act_families"].rows:
            for pos in (row["pos"], ""):
                acts[row["word"], pos].add(row["act"])
        endings = (row["ending"] for row in lexicons["endings"].rows)
        return cls(
            acts={key: tuple(sorted(found)) for key, found in acts.items()},
            phrases=_phrases(acts),
            common=frozenset(row["word"] for row in lexicons["common_words"].rows),
            endings=tuple(sorted(endings, key=lambda ending: (-len(ending), ending))),
        )


def _phrases(
    acts: Mapping[tuple[str, str], set[str]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for (word, pos), of_word in acts.items():
        first, *rest = word.split()
        if rest and not pos:
            found[first].append((tuple(rest), tuple(sorted(of_word))))
    return {first: tuple(sorted(rows, key=_longest_first)) for first, rows in found.items()}


def _longest_first(row: tuple[Sequence[str], Sequence[str]]) -> tuple[int, Sequence[str]]:
    return -len(row[0]), row[0]
