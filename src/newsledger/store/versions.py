"""Whether two texts are one article, and what stands in the newer one for what stood in the older. Pure."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
#: Share of the words of two texts that they have in common, from which on they are versions of one article.
ALIKE = 0.5


def is_alike(before: str, after: str) -> bool:
    """Say whether two texts are versions of one article: at least half of their words are the same."""
    one, other = (Counter(_WORD.findall(text.casefold())) for text in (before, after))
    both = (one & other).total()
    return 2 * both >= ALIKE * (one.total() + other.total()) and both > 0
