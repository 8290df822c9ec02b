"""The language that an article is written in."""

import re

import py3langid  # type: ignore[import-untyped]  # it ships none

_WORD = re.compile(r"[^\W\d_]+")
#: English words that make up a third of any English text, and few of which other languages have.
_ENGLISH_WORDS = (
    "the of and to in that is was for on with he it as his by at from they be are this have not which were but had has "
    "would said who will been their an or its after more when there what about"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
# An English paragraph has a quarter to a half of them; a Spanish, German or French one hardly any.
_SURE = 0.15
# Fewer words than this tell no language.
_FEWEST = 12
_LONGEST = 5_000


def find_language(text: str, declared: str | None) -> str | None:
    """Say in which language a text is written; its own words count for more than what its markup says.

    Args:
        text: The article's own words.
        declared: The BCP 47 tag that the markup gives, or None.

    Returns:
        A BCP 47 tag; None for a text too short to tell, where the markup says nothing.
    """
    words = _WORD.findall(text[:_LONGEST].lower())
    if len(words) < _FEWEST:
        return declared
    known = sum(word in _ENGLISH for word in words) / len(words)
    found = "en" if known >= _SURE else str(py3langid.classify(text[:_LONGEST])[0])
    return declared if declared and declared.split("-")[0] == found else found
