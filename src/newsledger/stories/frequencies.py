"""How rare a word is in English, whatever the other texts are: read when the first word is asked for."""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from newsledger.stories.words import plain

#: Words in a text of news.
_TEXT = 300
_MILLION = 1_000_000


def rarity(word: str) -> float:
    """Give the logarithm of one over the share of texts that have a word, as its frequency in English lets expect.

    A word that is rarer than those of the table counts as rare as the rarest of these.
    """
    found, rarest = _rarities()
    return found.get(word, rarest)


def rarest() -> float:
    """Give the rarity of a word that the table does not have."""
    return _rarities()[1]


@cache
def _rarities() -> tuple[Mapping[str, float], float]:
    lines = (files("newsledger.stories") / "data" / "word_frequencies.en.tsv").read_text("utf-8").splitlines()
    often: dict[str, int] = {}
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    for word, per_million in rows:
        often[plain(word)] = often.get(plain(word), 0) + int(per_million)
    least = min(int(per_million) for _, per_million in rows)
    return {word: _rarity(number) for word, number in often.items()}, _rarity(least)


def _rarity(per_million: float) -> float:
    return -math.log(-math.expm1(-_TEXT * per_million / _MILLION))
