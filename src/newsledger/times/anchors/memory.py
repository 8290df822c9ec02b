"""What a time is counted from, and what is remembered of those before it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from newsledger.model import Span
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.days import move, unit_of, window_of
from newsledger.times.values.eras import stand_in
from newsledger.times.values.reading import Context, Reading

#: Units that are counted from a day, not from the month or year that was named after it.
_FINE = frozenset({"D", "W", "WE", "H", "MIN", "S"})
#: Readings that take a day from what was named before: "that night", "at noon", "on the 14th".
_OF_A_DAY = frozenset({"part_of_day", "clock", "weekday"})
#: Readings that ask for the page's day, and in a text of history get the day last named instead.
_TOLD = frozenset({"holiday", "month", "period", "relative_unit", "season", "the_unit", "year_end"})
#: A weekday is told from a day that is known so exactly.
_NEAR_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The dates that were named so far.

    Attributes:
        last: Value of the last one; ``last_span`` is where.
        day: Value of the last one that is a day; ``day_span`` is where.
        period: Value of the last quarter or half.
    """

    last: str | None = None
    last_span: Span | None = None
    day: str | None = None
    day_span: Span | None = None
    period: str | None = None


def context_of(phrase: Phrase, memory: Memory, page: Context) -> Context:
    """Say what a phrase is counted from.

    In a text of history, and in a paragraph that tells of other years, the day last named stands
    for the page's own.

    Args:
        phrase: The phrase.
        memory: What was named before it.
        page: What the page itself gives: its day, and whether the words around the phrase tell of other years.
    """
    last, span = memory.last, memory.last_span
    if page.narrative and memory.day and _asks_a_day(phrase) and _is_of(memory.day, last or ""):
        last, span = memory.day, memory.day_span
    context = replace(page, last=last, last_span=span, period=memory.period)
    told = page.narrative or _is_next_of_past(phrase, page) or _counts_from_words(phrase)
    return _told(phrase, context) if last and told else context


def _is_next_of_past(phrase: Phrase, page: Context) -> bool:
    """Tell "he moved to the coast the next year" from "it will grow in the next year"."""
    return page.ahead is False and "the" in phrase.parts and phrase.value("rel") == "next"


def _is_of(day: str, last: str) -> bool:
    """Say whether a day still counts when a month or a year was named after it: not "that night" a year on."""
    named, window = window_of(day), window_of(last)
    if named is None or window is None or unit_of(last) == "D":
        return False
    return move(window[0], -1, "M") <= named[0] <= move(window[1], 1, "M")


def _counts_from_words(phrase: Phrase) -> bool:
    """Tell "the following October", which follows a date of the text, from "next October"."""
    return phrase.build == "month" and phrase.value("rel") in ("following", "previous", "same")


def _asks_a_day(phrase: Phrase) -> bool:
    return phrase.build in _OF_A_DAY or (
        phrase.build in ("apart", "relative_unit") and (phrase.value("unit") or "") in _FINE
    )


def _told(phrase: Phrase, context: Context) -> Context:
    window = window_of(context.last or "")
    if window is None:
        return context
    if phrase.build == "weekday":
        near = (window[1] - window[0]).days < _NEAR_DAYS
        return replace(context, published=window[0] if near else None, ahead=True)
    if phrase.build in _OF_A_DAY and unit_of(context.last or "") != "D":
        return replace(context, published=None)
    if phrase.build in _TOLD:
        return replace(context, published=window[0], ahead=True if phrase.build == "holiday" else None, over=False)
    return context


def remember(memory: Memory, phrase: Phrase, reading: Reading, *, governor: str) -> Memory:
    """Add a date to what is remembered; a quarter that another is held against is not the one reported on."""
    value = stand_in(reading.value or "")
    unit = unit_of(value)
    if unit is None or reading.type not in ("DATE", "TIME"):
        return memory
    compared = memory.period is not None and governor in ("after", "from", "than", "since")
    if unit in ("Q", "6M") and phrase.build in ("period", "period_code") and not compared:
        memory = replace(memory, period=value)
    if unit == "D":
        memory = replace(memory, day=value, day_span=phrase.span)
    return replace(memory, last=value, last_span=phrase.span)


def anchor_of(reading: Reading, context: Context, page: Context) -> date | Span | None:
    """Give what a value was counted from: the page's day, or the words of another date."""
    if reading.counted_from is None:
        return None
    told = context.published != page.published
    anchors: Mapping[str, date | Span | None] = {
        "published": context.last_span if told else page.published,
        "last": context.last_span or page.published,
    }
    return anchors[reading.counted_from]
