"""Phrases that tell what a line is, such as "Read more:" or "Photo by"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.lexicon import Row
from newsledger.page.words.line import words_of

# A longer line is a paragraph: no phrase inside it says what it is.
_LONGEST = 60
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Rows by their words, for each place where they count."""

    whole: Mapping[str, Row]
    start: Mapping[str, Row]
    end: Mapping[str, Row]
    inside: Mapping[str, Row]
    first_words: frozenset[str]
    start_words: frozenset[str]
    end_words: frozenset[str]

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
            first_words=frozenset(phrase.split()[0] for phrase in by_place["any"]),
            start_words=frozenset(phrase.split()[0] for phrase in by_place["start"]),
            end_words=frozenset(phrase.split()[-1] for phrase in by_place["end"]),
        )

    def find(self, text: str) -> tuple[Row, ...]:
        """Give the rows that a text fires, the longest at its start first."""
        return self.find_words(words_of(text))

    def find_words(self, words: Sequence[str]) -> tuple[Row, ...]:
        """Give the rows that words in lower case fire, the longest at their start first."""
        return tuple(self._find(words)) if words else ()

    def _find(self, words: Sequence[str]) -> Iterator[Row]:
        if len(words) <= _MAX_WORDS and (row := self.whole.get(" ".join(words))):
            yield row
        sizes = range(min(_MAX_WORDS, len(words)), 0, -1)
        if words[0] in self.start_words:
            yield from (row for size in sizes if (row := self.start.get(" ".join(words[:size]))))
        if len(words) > _LONGEST:
            return
        if words[-1] in self.end_words:
            yield from (row for size in sizes if (row := self.end.get(" ".join(words[-size:]))))
        if self.first_words.isdisjoint(words):
            return
        for place, word in enumerate(words):
            if word in self.first_words:
                grams = (" ".join(words[place : place + size]) for size in sizes)
                yield from (row for gram in grams if (row := self.inside.get(gram)))


def means(rows: Sequence[Row], *kinds: str) -> bool:
    """Say whether one of the rows means one of the kinds."""
    return any(row["means"] in kinds for row in rows)
