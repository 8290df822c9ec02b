"""The next time where it says what this one leaves open: "from May to July 1944", "noon on Friday"."""

from collections.abc import Sequence

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.windows import BETWEEN

# What says which day a clock time right before it belongs to: "9 a.m. tomorrow", "6 p.m. Friday".
_DAYS = frozenset({"weekday", "day_reference"})
_APPOSED = frozenset({(",",), (",", "on")})
_LIMITS = frozenset({("until",), ("till",), ("through",)})
#: What stands between the dates of a list: "on 9 April, 6 June, and 5 September 1855".
_LISTED = frozenset({(",",), ("and",), (",", "and"), ("or",), (",", "or")})
_IN_LIST = frozenset({"calendar", "month", "later_day"})
#: No list of dates is read further than this.
_MOST = 12
#: How many words may stand between two times that are one.
_NEAR = 3


def joined_with(doc: Annotated, found: Sequence[Phrase], number: int) -> Phrase | None:
    """Find the later phrase that completes a phrase; None where it stands by itself."""
    phrase = found[number]
    if number + 1 >= len(found) or "year" in phrase.parts:
        return None
    after = found[number + 1]
    between = _between(doc, phrase, after)
    if between is None or ("rel" in phrase.parts and not tells_day(phrase)):
        return None
    if between in _LIMITS and phrase.first and doc.tokens[phrase.first - 1].text.lower() in ("in", "on"):
        return None  # "extended it in June until 31 December 2019": the limit says nothing of June's year
    of_day = phrase.build == "clock" and not between and after.build in _DAYS
    told_twice = between in _APPOSED and after.build == "calendar" and tells_day(phrase)
    if between in BETWEEN and not _is_list(phrase, between):
        return after
    if of_day or told_twice or between == ("on",):
        return after
    return _year_of_list(doc, found, number) or (after if between in BETWEEN else None)


def tells_day(phrase: Phrase) -> bool:
    """Say whether a phrase is a "the same day", which a date may stand behind: "the same day, 4 May"."""
    return phrase.build == "relative_unit" and phrase.value("unit") == "D"


def _is_list(phrase: Phrase, between: tuple[str, ...]) -> bool:
    return phrase.build in _IN_LIST and between in _LISTED


def _year_of_list(doc: Annotated, found: Sequence[Phrase], number: int) -> Phrase | None:
    """Go through a list of dates to the first that names its year."""
    last = doc.sentence_at(found[number].first).end
    for before, after in zip(found[number : number + _MOST], found[number + 1 : number + 1 + _MOST], strict=False):
        if before.build not in _IN_LIST or after.build not in _IN_LIST or after.first >= last:
            break
        if _between(doc, before, after) not in _LISTED:
            break
        if "year" in after.parts:
            return after
    return None


def _between(doc: Annotated, phrase: Phrase, after: Phrase) -> tuple[str, ...] | None:
    """Give the words between two phrases, None where they stand far apart."""
    if after.first - phrase.last > _NEAR:
        return None
    if after.first == phrase.last:
        return ("-",)  # "5–6" is one word to the tokenizer
    return tuple(token.text.lower() for token in doc.tokens[phrase.last + 1 : after.first])
