"""The language that an article is written in."""

import re

import py3langid  # type: ignore[import-untyped]  # it ships none

from newsledger.page.words.line import count_words

_WORD = re.compile(r"[^\W\d_]+")
#: English words that make up a third of any English text, and few of which other languages have.
_ENGLISH_WORDS = (
    "the of and to in that is was for on with he it as his by at from they be are this have not which were but had has "
    "would said who will been their an or its after more when there what about"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
# An English paragraph has a quarter to a half of them; a Spanish, German or French one hardly any.
_SURE = 0.15
# Fewer words than this tell no language, and fewer than these no English.
_FEWEST, _FEWEST_ENGLISH = 12, 5
# Of a text so short, two words must be English ones, and a quarter of all: "The lock is closed" and no more.
_SURE_OF_FEW, _ENGLISH_OF_FEW = 0.25, 2
# A text of fewer words is too short to gainsay the markup, but for English, whose words are counted.
_FEW = 40
# So many letters tell a language as well as a page of them.
_LONGEST = 600
#: Languages so near to each other that statistics mistake one for the other.
_KIN = (
    frozenset({"da", "nb", "nn", "no"}),
    frozenset({"bs", "hr", "sh", "sr"}),
    frozenset({"id", "ms"}),
    frozenset({"an", "ca", "es", "gl"}),
    frozenset({"gl", "pt"}),
    frozenset({"cs", "sk"}),
    frozenset({"yue", "zh"}),
)


def find_language(text: str, declared: str | None) -> str | None:
    """Say in which language a text is written; its own words count for more than what its markup says.

    Args:
        text: The article's own words.
        declared: The BCP 47 tag that the markup gives, or None.

    Returns:
        A BCP 47 tag; None for a text too short to tell, where the markup says nothing.
    """
    head = text[:_LONGEST]
    words = _WORD.findall(head.lower())
    size = len(words) if len(words) >= _FEW else count_words(head)
    known = sum(word in _ENGLISH for word in words)
    if not words or size < _FEWEST:
        english = size >= _FEWEST_ENGLISH and known >= max(_ENGLISH_OF_FEW, _SURE_OF_FEW * size)
        return declared or ("en" if english else None)
    found = "en" if known >= _SURE * len(words) else str(py3langid.classify(head)[0])
    return declared if declared and _agree(declared.split("-")[0], found, size) else found


def _agree(declared: str, found: str, words: int) -> bool:
    """Say whether the markup's language may stand: it is the one found, or one that is easily taken for it."""
    if declared == found or any(declared in kin and found in kin for kin in _KIN):
        return True
    return words < _FEW and "en" not in (declared, found)
