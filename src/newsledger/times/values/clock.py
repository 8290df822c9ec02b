"""Read times of day."""

import re

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.dates import calendar, date_reading, day_named, day_reference, weekday
from newsledger.times.values.days import unit_of, window_of
from newsledger.times.values.reading import Context, Reading


def clock(phrase: Phrase, context: Context) -> Reading | None:
    """Read "5 p.m. EST Nov. 9", "noon Saturday", "4 in the morning", "0735 GMT"."""
    time = _clock_time(phrase)
    if time is None:
        return None
    day = _clock_day(phrase, context)
    return date_reading(f"{day}{time}" if time.startswith("T") else f"{day}T{time}", phrase, counted=True)


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)?")  # 7, 10:35, 7.30, 10:35:07; not 7.5
_MILITARY = re.compile(r"(\d{2})(\d{2})")  # 0735; not 735


def _clock_time(phrase: Phrase) -> str | None:
    if "word" in phrase.parts:
        return phrase.value("word")
    if phrase.parts.keys() & {"past", "minute"}:
        return _spoken_time(phrase)
    shape, part = (_MILITARY, "military") if "military" in phrase.parts else (_CLOCK, "hour")
    match = shape.fullmatch(phrase.value(part) or "")
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    late = _is_late(phrase)
    if late and hour < 12:
        hour += 12
    if phrase.value("ampm") == "AM" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _is_late(phrase: Phrase) -> bool:
    """Say whether an hour is one of the afternoon or night: "5 p.m.", "five o'clock this afternoon", "six tonight"."""
    part = (phrase.value("dayref") or "").partition(" ")[2] or phrase.value("part") or ""
    night = part == "TNI" and (phrase.value("hour") or "")[:1] not in ("1", "2", "3", "4")
    return phrase.value("ampm") == "PM" or part in ("TAF", "TEV") or night


def _spoken_time(phrase: Phrase) -> str | None:
    """Read "half past six", "a quarter to nine" and "six-thirty"."""
    hour = phrase.value("hour") or ""
    minutes = int(phrase.value("past") or phrase.value("minute") or 0)
    if not hour.isdecimal() or not 1 <= int(hour) <= 12:
        return None
    late = _is_late(phrase)
    total = (int(hour) % 12 + (12 if late else 0)) * 60 + minutes
    if total < 60 and not phrase.parts.keys() & {"ampm", "part"}:
        total += 12 * 60
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def iso_time(phrase: Phrase, context: Context) -> Reading | None:
    """Read "2017-03-15T10:35:00Z"."""
    day, _, time = phrase.words("time")[0].text.partition("T")
    value = f"{phrase.value('y')}-{int(phrase.value('m') or 0):02d}-{int(day):02d}"
    if window_of(value) is None:
        return None
    return date_reading(f"{value}T{time[:2]}:{time.replace(':', '')[2:4]}", phrase)


def _clock_day(phrase: Phrase, context: Context) -> str:
    parts = phrase.parts
    named = None
    if "month" in parts:
        named = calendar(phrase, context)
    elif "wd" in parts:
        named = weekday(phrase, context)
    elif "dayref" in parts:
        named = day_reference(phrase, context)
    if named is not None and named.value:
        return named.value[:10]
    if context.joined and unit_of(context.joined) == "D":
        return context.joined[:10]
    return day_named(context) or "XXXX-XX-XX"
