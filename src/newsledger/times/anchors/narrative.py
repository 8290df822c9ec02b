"""Whether a text, or a paragraph of it, tells of other years than its own."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase

#: So many dates of other years make a text of history, where it hardly ever says "Monday" or "last week".
_FEWEST = 4
#: A text without a day of its own needs fewer.
_FEWEST_UNDATED = 2
#: So many in one paragraph of news make it one of history.
_FEWEST_IN_BLOCK = 3
#: So many dates of other years outweigh one "yesterday".
_OUTWEIGHS = 3
_DEICTIC = frozenset({"day_reference", "reference", "ago"})
#: "That year" and "the following month" count from a date in the text, "last year" from the page's own.
_TOLD_RELS = frozenset({"following", "previous", "same"})


def is_narrative(doc: Annotated, found: Sequence[Phrase]) -> bool:
    """Tell a text of history from news: it names many years, and hardly ever "Monday" or "last week".

    A text that never says "today" or "last week", and names no year near its own, may name its
    weekdays more often: they are those of its story.
    """
    old = sum(_is_old(doc, phrase) for phrase in found)
    weekdays = sum(phrase.build == "weekday" and phrase.value("rel") not in _TOLD_RELS for phrase in found)
    deictic = sum(_is_deictic(phrase) for phrase in found)
    published = doc.article.date_published.day
    if not deictic and not any(_is_recent(phrase, published) for phrase in found):
        return old >= (_FEWEST if published else _FEWEST_UNDATED) and old > weekdays
    return old >= _FEWEST and old > _OUTWEIGHS * (deictic + weekdays)


def background(doc: Annotated, found: Sequence[Phrase]) -> frozenset[int]:
    """Give the blocks of a news text that tell of other years: several dates of them, nothing counted from today."""
    old: Counter[int] = Counter()
    deictic: set[int] = set()
    for phrase in found:
        block = doc.sentence_at(phrase.first).block
        old[block] += _is_old(doc, phrase)
        if _is_deictic(phrase) or phrase.build == "weekday":
            deictic.add(block)
    return frozenset(block for block, count in old.items() if count >= _FEWEST_IN_BLOCK and block not in deictic)


def _is_old(doc: Annotated, phrase: Phrase) -> bool:
    """Say whether a phrase names a year well before the page's own; without a page date each year is one."""
    if "era" in phrase.parts:
        return True
    year = phrase.value("year") or phrase.value("y") or phrase.value("first")
    if year is None or not year.isdecimal() or len(year) != 4:
        return False
    published = doc.article.date_published.day
    return published is None or int(year) < published.year - 1


def _is_recent(phrase: Phrase, published: date | None) -> bool:
    year = phrase.value("year") or ""
    return published is not None and year.isdecimal() and int(year) >= published.year - 1


def _is_deictic(phrase: Phrase) -> bool:
    if phrase.build == "relative_unit":
        return phrase.value("rel") not in _TOLD_RELS and not ("the" in phrase.parts and phrase.value("rel") == "next")
    return phrase.build in _DEICTIC
