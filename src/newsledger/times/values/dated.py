"""Read "the night of 12 May", "12/13 May" and "the 14th": days by what stands around them."""

import re
from dataclasses import replace
from datetime import date

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.dates import calendar
from newsledger.times.values.days import move, unit_of, value_at, window_of
from newsledger.times.values.reading import Context, Reading

_STEPS = {"following": 1, "next": 1, "previous": -1, "last": -1}


def part_of_date(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the night of 28 July", "the night of 12/13 May", "the morning of the 6th"."""
    if "pair" in phrase.parts:
        reading = day_pair(phrase, context)
    else:
        reading = calendar(phrase, context) if "month" in phrase.parts else nth_day(phrase, context)
    if reading is None or reading.value is None:
        return None
    return replace(reading, type="TIME", value=reading.value + (phrase.value("part") or ""))


def day_pair(phrase: Phrase, context: Context) -> Reading | None:
    """Read "12/13 May 1943": the value is the first day's, the window both."""
    reading = calendar(phrase, context)
    window = window_of(reading.value or "") if reading else None
    if reading is None or window is None:
        return reading
    days = [int(day) for day in re.findall(r"\d+", phrase.words("pair")[0].text)]
    if len(days) != 2:
        return None  # "½ May"
    first, second = days
    return replace(reading, window=(window[0], move(window[0], 1, "D"))) if second == first + 1 else reading


def nth_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 14th", "the 18th of that month": of the month last named, else of the page's own."""
    number = int("".join(char for char in phrase.value("day") or "" if char.isdigit()) or 0)
    step = _STEPS.get(phrase.value("rel") or "", 0)
    window = window_of(context.last) if context.last and _tells_month(context) else None
    if window is not None:
        month = value_at(move(window[0].replace(day=1), step, "M"), "M")
    elif context.published is not None:
        month = value_at(_nearest_month(number, step, context), "M")
    else:
        month = "XXXX-XX"
    value = f"{month}-{number:02d}"
    if not 1 <= number <= 31 or (month[0] != "X" and window_of(value) is None):
        return None
    return Reading(type="DATE", value=value, mod=phrase.value("mod"), counted_from="last" if window else "published")


def _tells_month(context: Context) -> bool:
    return unit_of(context.last or "") in ("D", "M") and (context.narrative or context.published is None)


def _nearest_month(number: int, step: int, context: Context) -> date:
    today = context.published or date.min
    if step == 0 and context.ahead is not None:
        step = (number < today.day) if context.ahead else -(number > today.day)
    return move(today.replace(day=1), step, "M")
