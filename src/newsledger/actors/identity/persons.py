"""Says whether two names may be one person's."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_NONE: frozenset[str] = frozenset()
# Letters that one name has in several spellings: "Yusuf" and "Yousef", "Haveriy" and "Haverii".
_SPELLINGS = (
    (re.compile(r"['’`ʿʾ]"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|q|g"), "k"),
    (re.compile(r"dj|j"), "y"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"sch|sh|ch|cz|tch"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|u"), "o"),
    (re.compile(r"ee|ei|ai|ay|ey|iy|yi|yy|y|e"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# A name put in quotation marks inside another: Robert “Bo” Haverty.
_NICKNAME = re.compile(r"(?<=\s)[“\"'‘]\w+[”\"'’](?=\s)")
# Letters that are no plain letter with a mark.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """Give the words of a name without capitals, accents, hyphens, full stops and what is put in quotation marks.

    "Jr." and the like stay: they part a son from his father.
    """
    folded = unicodedata.normalize("NFKD", _NICKNAME.sub(" ", name).casefold()).translate(_PLAIN)
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(word for word in re.split(r"[\s\-‐‑.]+", letters) if word.strip("'’"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNames:
    """Compares names of persons.

    Attributes:
        suffixes: "Jr." and the like without capitals and full stops.
        particles: Parts of a name that a shorter form may leave out: "al-Haverty" and "Haverty".
        given: The full given names that a name may be short for.
    """

    suffixes: frozenset[str]
    particles: frozenset[str]
    given: Mapping[str, frozenset[str]]

    def surname_parts(self, name: str) -> tuple[str, ...]:
        """Give the parts of a name without "Jr." and the like."""
        words = parts(name)
        if self.suffixes.isdisjoint(words):
            return words
        return tuple([word for word in words if word not in self.suffixes])

    def surname_key(self, name: str) -> str:
        """Give what all spellings of the last part of a name have in common, by which names are looked up."""
        return sound(self._bare(name)[-1]) if self._bare(name) else ""

    def is_full(self, name: str) -> bool:
        """Say whether a name has more than one part, particles aside."""
        return len(self._bare(name)) > 1

    def may_shorten(self, short: str, name: str) -> bool:
        """Say whether the end of a name, or its first word, is a short form: "Haverty", "Lind Haverty", "Anna"."""
        one, two = self.surname_parts(short), self.surname_parts(name)
        if not one or len(one) > len(two):
            return False
        bare, tail = self._bare(short), two[-len(one) :]
        return one in (tail, two[: len(one)]) or bare == two[-len(bare) :] or _alike(one, tail)

    def is_same(self, name: str, other: str) -> bool:
        """Say whether two full names are one person's: "J. Haverty" and "Jan Haverty", "Ki Lo-min" and "Ki Lo Min"."""
        if self._generation(name) != self._generation(other):
            return False
        one, two = sorted((self._bare(name), self._bare(other)), key=len)
        if one == two or one in (two[-len(one) :], two[: len(one)]):
            return True
        if not _alike(one[-1:], two[-1:]):
            return False
        return self._same_given(one[0], two[0]) and _same_middle(one[1:-1], two[1:-1])

    def _bare(self, name: str) -> tuple[str, ...]:
        """Give the parts of a name that are no particles; all of them where there is nothing else."""
        words = self.surname_parts(name)
        if self.particles.isdisjoint(words):
            return words
        return tuple([word for word in words if word not in self.particles]) or words

    def _generation(self, name: str) -> frozenset[str]:
        return frozenset(parts(name)) & self.suffixes

    def _same_given(self, one: str, two: str) -> bool:
        if one[0] == two[0] and 1 in (len(one), len(two)):
            return True
        return _is_spelling(one, two) or self._share_given(one, two)

    def _share_given(self, one: str, two: str) -> bool:
        """Say whether two names may be short for one: "Bill" and "William"."""
        return not self.given.get(one, _NONE).isdisjoint(self.given.get(two, _NONE))


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Say whether names are spellings of one: the first letters are not told apart by vowels alone."""
    return len(one) == len(two) and all(map(_is_spelling, one, two))


def _is_spelling(one: str, two: str) -> bool:
    if one == two:
        return True
    # Short words are told apart by every letter: "Lee" and "Li", "Ho" and "Hu".
    return min(len(one), len(two)) > 3 and sound(one) == sound(two)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Give what all usual English spellings of a foreign name's part have in common; for comparison only."""
    for pattern, letters in _SPELLINGS:
        word = pattern.sub(letters, word)
    return word


def _same_middle(one: Sequence[str], two: Sequence[str]) -> bool:
    """Say whether middle names allow that two are one: "George W." is not "George H."."""
    return not one or not two or one[0][0] == two[0][0]
