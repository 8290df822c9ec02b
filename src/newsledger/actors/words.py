"""Looks up phrases of several words in a running text, the longest first."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Found = TypeVar("Found")

# Where the tokeniser cuts inside a word: a hyphen between letters ("al-Shabaab"), a possessive ending.
_CUTS = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])|(['’]s)(?=$)|(?<=s)(['’])(?=$)|(,)(?=$)")

# Most phrases have nothing to cut but spaces: "Foreign Ministry".
_PLAIN = re.compile(r"[^-'’,]*\Z")
# Letters that are no other letter with an accent.
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "dj", "Đ": "Dj", "ß": "ss", "æ": "ae"})


def plain(words: str) -> str:
    """Write words without accents, as English papers do: "Bogota", "Francois"."""
    if words.isascii():
        return words
    parts = unicodedata.normalize("NFD", words.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def split_words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase of a word list into words as the tokeniser cuts a text."""
    if _PLAIN.match(phrase):
        return tuple(phrase.split())
    return tuple(part for word in phrase.split() for part in _CUTS.split(word) if part)


@dataclass(frozen=True, slots=True)
class WordIndex(Generic[Found]):
    """Phrases by their words, and for each first word how many words its phrases have, the most first."""

    by_words: Mapping[tuple[str, ...], Found]
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def build(cls, phrases: Iterable[tuple[str, Found]]) -> "WordIndex[Found]":
        """Index phrases; of two with the same words the later one counts."""
        by_words = {split_words(phrase): found for phrase, found in phrases}
        lengths: dict[str, set[int]] = {}
        for words in by_words:
            lengths.setdefault(words[0], set()).add(len(words))
        return cls(by_words, {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()})

    def match(self, words: Sequence[str], start: int) -> tuple[int, Found] | None:
        """Find the longest phrase that stands at ``start``.

        Returns:
            The index after its last word, and what is found there.
        """
        lengths = self.lengths.get(words[start])
        if lengths is None:
            return None
        for length in lengths:
            phrase = tuple(words[start : start + length])
            found = self.by_words.get(phrase)
            if found is not None:
                return start + len(phrase), found
        return None
