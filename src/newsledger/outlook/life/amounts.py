"""Compares how many were promised with how many a report counts."""

import re
from collections.abc import Mapping

from newsledger.outlook.life.paper import stem

#: "1,200 prisoners", "50 million euros", "some 400 French soldiers"; not "May 12", where no noun follows.
_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<figures>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)\s+"
    r"(?P<scale>thousand\s+|million\s+|billion\s+)?(?P<nouns>[a-z]+(?:\s+[a-z]+)?|[A-Z][a-z]+\s+[a-z]+)"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
#: A lower number than this share of the promised one is a part of it.
_WHOLE = 0.9


def is_less(promised: str, done: str) -> bool:
    """Say whether a report counts clearly fewer of something than was promised: 80 prisoners of 200."""
    counted = _amounts(done)
    return any(noun in counted and counted[noun] < _WHOLE * value for noun, value in _amounts(promised).items())


def _amounts(text: str) -> Mapping[str, float]:
    """Give the numbers of a text by the nouns that they count, the highest of each."""
    found: dict[str, float] = {}
    for amount in _AMOUNT.finditer(text):
        value = float(amount["figures"].replace(",", "")) * _SCALES.get((amount["scale"] or "").strip(), 1.0)
        for noun in amount["nouns"].lower().split():
            found[stem(noun)] = max(value, found.get(stem(noun), 0.0))
    return found
