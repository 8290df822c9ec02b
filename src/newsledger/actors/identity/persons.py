"""Says whether two names may be one person's."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from newsledger.actors.mentions.runs import SUFFIXES

_SUFFIXES = frozenset(suffix.strip(".").casefold() for suffix in SUFFIXES)
# Parts of a name that a shorter form may leave out: "al-Haverty" and "Haverty".
_PARTICLES = frozenset({"al", "el", "ul", "ud", "de", "da", "van", "von", "bin", "ibn", "ben", "der", "den"})
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
# Given names that one person may bear by turns.
_PET_NAMES = (
    {"abraham", "abe"}, {"alexander", "alex"}, {"alexandra", "alex"}, {"andrew", "andy"}, {"anthony", "tony"},
    {"barbara", "barb"}, {"benjamin", "ben"}, {"bernard", "bernie"}, {"charles", "charlie", "chuck"},
    {"christopher", "chris"}, {"daniel", "dan", "danny"}, {"david", "dave"}, {"deborah", "debbie"},
    {"donald", "don"}, {"edward", "ed", "ted", "eddie"}, {"elizabeth", "liz", "beth"}, {"eugene", "gene"},
    {"francis", "frank"}, {"frederick", "fred"}, {"gerald", "gerry", "jerry"}, {"gregory", "greg"},
    {"james", "jim", "jimmy"}, {"jeffrey", "jeff"}, {"jennifer", "jen", "jenny"}, {"john", "jack", "johnny"},
    {"jonathan", "jon"}, {"joseph", "joe"}, {"kenneth", "ken"}, {"lawrence", "larry"}, {"leonard", "len"},
    {"matthew", "matt"}, {"michael", "mike", "mick"}, {"nancy", "nan"}, {"nicholas", "nick"}, {"pamela", "pam"},
    {"patricia", "pat", "patty"}, {"patrick", "pat"}, {"peter", "pete"}, {"philip", "phil"}, {"phillip", "phil"},
    {"raymond", "ray"}, {"richard", "dick", "rick", "rich"}, {"robert", "bob", "bobby", "rob"}, {"ronald", "ron"},
    {"samuel", "sam"}, {"stephen", "steve"}, {"steven", "steve"}, {"susan", "sue"}, {"theodore", "ted"},
    {"theresa", "teresa"}, {"thomas", "tom", "tommy"}, {"timothy", "tim"}, {"vincent", "vince"},
    {"walter", "walt"}, {"william", "bill", "billy", "will"},
)  # fmt: skip


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """Give the words of a name without capitals, accents, hyphens, full stops and what is put in quotation marks.

    "Jr." and the like stay: they part a son from his father.
    """
    folded = unicodedata.normalize("NFKD", _NICKNAME.sub(" ", name).casefold()).translate(_PLAIN)
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(word for word in re.split(r"[\s\-‐‑.]+", letters) if word.strip("'’"))


def surname_parts(name: str) -> tuple[str, ...]:
    """Give the parts of a name without "Jr." and the like."""
    return tuple(word for word in parts(name) if word not in _SUFFIXES)


def is_full(name: str) -> bool:
    """Say whether a name has more than one part, particles aside."""
    return len(_bare(name)) > 1


def may_shorten(short: str, name: str) -> bool:
    """Say whether the end of a name, or its first word, is a short form: "Haverty", "Lind Haverty", "Anna"."""
    one, two = surname_parts(short), surname_parts(name)
    if not one or len(one) > len(two):
        return False
    bare, tail = _bare(short), two[-len(one) :]
    return one in (tail, two[: len(one)]) or bare == two[-len(bare) :] or _alike(one, tail)


def is_same(name: str, other: str) -> bool:
    """Say whether two full names are one person's: "J. Haverty" and "Jan Haverty", "Ki Lo-min" and "Ki Lo Min"."""
    if _generation(name) != _generation(other):
        return False
    one, two = sorted((_bare(name), _bare(other)), key=len)
    if one == two or one in (two[-len(one) :], two[: len(one)]):
        return True
    if not _alike(one[-1:], two[-1:]):
        return False
    return _same_given(one[0], two[0]) and _same_middle(one[1:-1], two[1:-1])


def _bare(name: str) -> tuple[str, ...]:
    """Give the parts of a name that are no particles; all of them where there is nothing else."""
    words = surname_parts(name)
    return tuple(word for word in words if word not in _PARTICLES) or words


def _generation(name: str) -> frozenset[str]:
    return frozenset(parts(name)) & _SUFFIXES


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


def _same_given(one: str, two: str) -> bool:
    if one[0] == two[0] and 1 in (len(one), len(two)):
        return True
    return _is_spelling(one, two) or any(one in names and two in names for names in _PET_NAMES)


def _same_middle(one: Sequence[str], two: Sequence[str]) -> bool:
    """Say whether middle names allow that two are one: "George W." is not "George H."."""
    return not one or not two or one[0][0] == two[0][0]
