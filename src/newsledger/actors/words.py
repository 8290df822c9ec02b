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
    """Phrases by their first word; those of one first word from the longest to the shortest."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Found], ...]]

    @classmethod
    def build(cls, phrases: Iterable[tuple[str, Found]]) -> "WordIndex[Found]":
        """Index phrases; of two with the same words the later one counts."""
        by_words = {split_words(phrase): found for phrase, found in phrases}
        by_first: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
        for words, found in by_words.items():
            by_first.setdefault(words[0], []).append((words, found))
        return cls(
            {
                first: tuple(sorted(entries, key=_longest_first)) if len(entries) > 1 else tuple(entries)
                for first, entries in by_first.items()
            }
        )

    def match(self, words: Sequence[str], start: int) -> tuple[int, Found] | None:
        """Find the longest phrase that stands at ``start``.

        Returns:
            The index after its last word, and what is found there.
        """
        for phrase, found in self.by_first.get(words[start], ()):
            end = start + len(phrase)
            if len(phrase) == 1 or tuple(words[start:end]) == phrase:
                return end, found
        return None


def _longest_first(entry: tuple[tuple[str, ...], object]) -> tuple[int, tuple[str, ...]]:
    return -len(entry[0]), entry[0]
