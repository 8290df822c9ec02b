"""A live entry's clock, from which its own sentences count."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.lengths import number_of
from newsledger.times.values.reading import Reading

# 2019-03-06T14:05, T14:05, 2019-03-06; the zone is left out, as the text's clock is its own.
_AT = re.compile(r"(\d{4}-\d\d-\d\d)?(?:T(\d\d):(\d\d))?.*")
_MINUTES = {"H": 60, "MIN": 1}
#: Nobody counts more minutes than there are in ten weeks.
_MOST_MINUTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """When a live entry was written.

    Attributes:
        block: Index of its block.
        day: Its own day, None where it gives none.
        clock: Its clock, None where it gives none.
    """

    block: int
    day: date | None
    clock: time | None


def entry_of(doc: Annotated, index: int) -> Entry | None:
    """Give the live entry that a token stands in, None for any other block."""
    number = doc.sentence_at(index).block
    block = doc.article.blocks[number]
    if block.role != "live_entry":
        return None
    match = _AT.fullmatch(block.at or "")
    if match is None:
        return Entry(block=number, day=None, clock=None)
    try:
        day = date.fromisoformat(match[1]) if match[1] else None
        clock = time(int(match[2]), int(match[3])) if match[2] else None
    except ValueError:
        day, clock = None, None
    return Entry(block=number, day=day, clock=clock)


def by_the_clock(reading: Reading, phrase: Phrase, entry: Entry | None, day: date | None) -> Reading:
    """Count "an hour ago" in an entry of 14:05 as 13:05; any other reading stays."""
    minutes = _MINUTES.get(phrase.value("unit") or "")
    if entry is None or entry.clock is None or day is None or minutes is None or phrase.build != "ago":
        return reading
    number = number_of(phrase.words("number")) if "number" in phrase.parts else None
    if number is None or number * minutes > _MOST_MINUTES:
        return reading
    back = (phrase.value("ago") or "").startswith("-")
    try:
        then = datetime.combine(day, entry.clock) + timedelta(minutes=int(number * minutes) * (-1 if back else 1))
    except OverflowError:
        return reading
    return replace(reading, type="TIME", value=then.isoformat(timespec="minutes"), counted_from="published")
