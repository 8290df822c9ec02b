"""Phrases that tell what a line is, such as "Read more:" or "Photo by"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.lexicon import Row
from newsledger.page.words.line import words_of

# A longer line is a paragraph: no phrase inside it says what it is.
_LONGEST = 60
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Rows by their words, for each place where they count.

    Attributes:
        whole: Rows that are a whole line.
        start: Rows that begin a line.
        end: Rows that end a line.
        inside: Rows that may stand anywhere.
        start_sizes: How many words rows of ``start`` have, the most first, by their first word.
        end_sizes: The same of ``end``, by their last word.
        inside_sizes: The same of ``inside``, by their first word.
        inside_firsts: First words of ``inside``.
        whole_firsts: First words of ``whole``.
        inside_next: Second words of ``inside``, by the first; ``""`` for a row of one word.
    """

    whole: Mapping[str, Row]
    start: Mapping[str, Row]
    end: Mapping[str, Row]
    inside: Mapping[str, Row]
    start_sizes: Mapping[str, tuple[int, ...]]
    end_sizes: Mapping[str, tuple[int, ...]]
    inside_sizes: Mapping[str, tuple[int, ...]]
    inside_firsts: frozenset[str]
    whole_firsts: frozenset[str]
    inside_next: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, rows: Sequence[Row]) -> "Phrases":
        """Sort the rows of ``phrases`` by the place where they count."""
        by_place: dict[str, dict[str, Row]] = {"whole": {}, "start": {}, "end": {}, "any": {}}
        for row in rows:
            by_place[row["place"]][row["phrase"]] = row
        return cls(
            whole=by_place["whole"],
            start=by_place["start"],
            end=by_place["end"],
            inside=by_place["any"],
            start_sizes=_sizes(by_place["start"], 0),
            end_sizes=_sizes(by_place["end"], -1),
            inside_sizes=_sizes(by_place["any"], 0),
            inside_firsts=frozenset(phrase.split()[0] for phrase in by_place["any"]),
            whole_firsts=frozenset(phrase.split()[0] for phrase in by_place["whole"]),
            inside_next=_next(by_place["any"]),
        )

    def find(self, text: str) -> tuple[Row, ...]:
        """Give the rows that a text fires, the longest at its start first."""
        return self.find_words(words_of(text))

    def find_words(self, words: Sequence[str]) -> tuple[Row, ...]:
        """Give the rows that words in lower case fire, the longest at their start first."""
        if not words:
            return ()
        count, first = len(words), words[0]
        found: list[Row | None] = []
        # Most lines are no phrase, which their first and last words tell.
        if count <= _MAX_WORDS and first in self.whole_firsts:
            found.append(self.whole.get(" ".join(words)))
        if first in self.start_sizes:
            found += [self.start.get(" ".join(words[:size])) for size in self.start_sizes[first]]
        if count <= _LONGEST:
            if words[-1] in self.end_sizes:
                found += [self.end.get(" ".join(words[-size:])) for size in self.end_sizes[words[-1]]]
            if not self.inside_firsts.isdisjoint(words):
                found += self._find_inside(words)
        return tuple([row for row in found if row]) if found else ()

    def _find_inside(self, words: Sequence[str]) -> Iterator[Row]:
        next_of = self.inside_next
        for place, word in enumerate(words):
            if word in next_of and ("" in next_of[word] or not next_of[word].isdisjoint(words[place + 1 : place + 2])):
                grams = (" ".join(words[place : place + size]) for size in self.inside_sizes[word])
                yield from (row for gram in grams if (row := self.inside.get(gram)))


def _sizes(phrases: Iterable[str], edge: int) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        sizes.setdefault(words[edge], set()).add(len(words))
    return {word: tuple(sorted(its, reverse=True)) for word, its in sizes.items()}


def _next(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    after: dict[str, set[str]] = {}
    for phrase in phrases:
        first, second = (*phrase.split()[:2], "")[:2]
        after.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in after.items()}


def rarest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give one word of each phrase, its longest: a text without any of them holds none of the phrases.

    Of words as long as each other it is the last of the alphabet: of "a.p." it is "p", for "a" is in any text.
    """
    return frozenset(
        max(words, key=lambda word: (len(word), word)) for phrase in phrases if (words := words_of(phrase))
    )


def means(rows: Sequence[Row], *kinds: str) -> bool:
    """Say whether one of the rows means one of the kinds."""
    return bool(rows) and any(row["means"] in kinds for row in rows)
