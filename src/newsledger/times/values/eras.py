"""Read years before and after Christ, and count from them.

A calendar of ours knows no year before 1. A year BC is counted as one that lies 8,000 years later:
the leap years and weekdays fall alike, as 8,000 years are a whole number of cycles of the
Gregorian calendar.
"""

import re
from dataclasses import replace

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.dates import modifier
from newsledger.times.values.reading import Context, Reading

_STAND_IN = 8001
_BEFORE = re.compile(r"BC(\d{4})(.*)")  # BC0044, BC0049-01; not BC02, a century
_STANDS_IN = re.compile(r"([4-8]\d{3})(.*)")  # 7957-03; not 1957-03


def year_of_era(phrase: Phrase, context: Context) -> Reading | None:
    """Read "44 BC", "March 15, 44 B.C.", "AD 70", "the spring of 415 BC"."""
    value = _year(phrase, "number")
    month, day = _digits(phrase, "month"), _digits(phrase, "day")
    if value is None or not _is_day(month, day):
        return None
    value += f"-{phrase.value('season')}" if "season" in phrase.parts else ""
    value += (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    return Reading(type="DATE", value=value, mod=modifier(phrase))


def year_of_next_era(phrase: Phrase, context: Context) -> Reading | None:
    """Read "264" before "to 241 BC"."""
    number = _digits(phrase, "number")
    if number is None or not number or context.joined is None:
        return None
    return Reading(type="DATE", value=f"{'BC' if context.joined.startswith('BC') else ''}{number:04d}")


def years_of_era(phrase: Phrase, context: Context) -> Reading | None:
    """Read "264-241 BC"."""
    first, second = _year(phrase, "first"), _year(phrase, "second")
    return Reading(type="DATE", value=f"{first}/{second}") if first and second else None


def century_of_era(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 3rd century BC"."""
    number = _digits(phrase, "nth")
    if phrase.value("unit") != "100Y" or number is None or not 1 <= number <= 40:
        return None
    mark = "BC" if phrase.value("era") == "BC" else ""
    return Reading(type="DATE", value=f"{mark}{number - 1:02d}", mod=modifier(phrase))


def decade_of_era(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 60s BC"."""
    number = _digits(phrase, "decade")
    if number is None or number >= 2100:
        return None
    mark = "BC" if phrase.value("era") == "BC" else ""
    return Reading(type="DATE", value=f"{mark}{number // 10:03d}", mod=modifier(phrase))


def stand_in(value: str) -> str:
    """Write a value BC as one that can be counted from; any other stays."""
    match = _BEFORE.fullmatch(value)
    return f"{_STAND_IN - int(match[1]):04d}{match[2]}" if match else value


def before_christ(reading: Reading, last: str | None) -> Reading:
    """Write a value that was counted from a year BC as what it is."""
    match = _STANDS_IN.fullmatch(reading.value or "") if _STANDS_IN.fullmatch(last or "") else None
    return replace(reading, value=f"BC{_STAND_IN - int(match[1]):04d}{match[2]}", window=None) if match else reading


def _year(phrase: Phrase, name: str) -> str | None:
    number = _digits(phrase, name)
    if number is None or not 1 <= number <= (4000 if phrase.value("era") == "BC" else 2100):
        return None
    return f"{'BC' if phrase.value('era') == 'BC' else ''}{number:04d}"


def _digits(phrase: Phrase, name: str) -> int | None:
    digits = re.match(r"\d{1,4}(?!,?\d)", phrase.value(name) or "")
    return int(digits.group()) if digits else None


def _is_day(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)
