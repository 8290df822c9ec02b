"""Read phrases that name a day, a month, a year or a time of day."""

import re
from collections.abc import Iterator
from datetime import date

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.days import (
    Window,
    move,
    nth_weekday,
    unit_of,
    value_at,
    weekday_near,
    window_of,
)
from newsledger.times.values.lengths import number_of, year_in_words
from newsledger.times.values.reading import Context, Reading
from newsledger.times.values.told import told_year

#: A date without a year that nothing else places lies ahead when it is this near.
_DAYS_AHEAD = 45
#: When one of its two days lies this far off and the other is near, the words around it were misread: papers
#: write "last" or the year with a month that is so long gone.
_TOO_FAR = 270
_NEAR = 100
#: A month needs to be nearer: papers look back on whole months, and name the day of what they announce.
_NEAR_MONTH = 62


def modifier(phrase: Phrase) -> str | None:
    """Give the part of the time that is meant: ``START``, ``MID``, ``END``, ``POINT`` for its very end."""
    if "halves" in phrase.parts:
        return "START" if (phrase.value("nth") or "").startswith("1") else "END"
    named = ("mod", "edge", "shift", "rear", "middle")
    return next((phrase.value(name) for name in named if name in phrase.parts), None)


def calendar(phrase: Phrase, context: Context) -> Reading | None:
    """Read "March 4, 2016", "Friday, March 4", "June last year", "mid-May", "2016-03-01"."""
    month = figure_of(phrase, "month") or figure_of(phrase, "m")
    day = figure_of(phrase, "day") or figure_of(phrase, "d") or figure_of(phrase, "pair")
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    year = year_told(phrase, context)
    stated = year is not None or "rel" in phrase.parts
    if year is None and "rel" not in phrase.parts:
        year = _year_of(month, day, phrase, context)
    value = f"{year:04d}-{month:02d}" if year is not None else f"XXXX-{month:02d}"
    if day is not None:
        value += f"-{day:02d}"
    if year is not None and window_of(value) is None:
        return None
    return date_reading(value, phrase, counted=not stated or "rel" in phrase.parts)


def slash_date(phrase: Phrase, context: Context) -> Reading | None:
    """Read "03/25/2016", "03-25-2016", "25.03.2016", "2016/03/25".

    The month comes first as Americans write, unless it cannot be one; points are European, the day first.
    """
    text = phrase.words("date")[0].text if "date" in phrase.parts else "/".join(phrase.value(n) or "" for n in "mdy")
    first, second, third = map(int, re.split(r"[/.]", text))
    if first > 31:
        first, second, third = second, third, first
    month, day, year = (second, first, third) if first > 12 or "." in text else (first, second, third)
    value = f"{year + (2000 if year < 70 else 1900 if year < 100 else 0):04d}-{month:02d}-{day:02d}"
    return date_reading(value, phrase) if window_of(value) else None


def later_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read the second day of "Oct. 3-5" or "July 4 and 5"."""
    if context.last is None or unit_of(context.last) != "D":
        return None
    value = f"{phrase.value('year') or context.last[:4]}{context.last[4:8]}{figure_of(phrase, 'later') or 0:02d}"
    return date_reading(value, phrase, counted=True) if window_of(value) else None


def week_of(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the week of March 6"."""
    day = calendar(phrase, context)
    window = window_of(day.value or "") if day else None
    return date_reading(value_at(window[0], phrase.value("unit") or "W"), phrase, counted=True) if window else None


def month_alone(phrase: Phrase, context: Context) -> Reading | None:
    """Read "last October", "this September", or a month by itself."""
    month = figure_of(phrase, "month")
    if month is None:
        return None
    if context.published is None or "rel" not in phrase.parts:
        return calendar_month(month, phrase, context)
    today = context.published
    rel = phrase.value("rel")
    year = today.year
    if rel in ("last", "past", "previous"):
        year -= month >= today.month
    elif rel in ("next", "coming", "following"):
        year += month <= today.month
    elif rel == "this" and abs(month - today.month) > 6:
        year += 1 if month < today.month and context.ahead else 0
    return date_reading(f"{year:04d}-{month:02d}", phrase, counted=True)


def calendar_month(month: int, phrase: Phrase, context: Context) -> Reading:
    """Read a month without a year."""
    year = _year_of(month, None, phrase, context)
    value = f"{year:04d}-{month:02d}" if year is not None else f"XXXX-{month:02d}"
    return date_reading(value, phrase, counted=True)


def weekday(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Tuesday", "last Friday", "early Monday", "Thursday night"."""
    number = figure_of(phrase, "wd")
    if number is None:
        return None
    found = _weekday_told(number, phrase, context) or _weekday(number, phrase.value("rel"), context)
    value = found.isoformat() if found else f"XXXX-WXX-{number}"
    return _with_part(value, phrase, counted_last=phrase.value("rel") in ("previous", "following"))


def _weekday_told(number: int, phrase: Phrase, context: Context) -> date | None:
    """Read "Friday of last week", "Tuesday week", "three days from Friday"."""
    today = context.published
    if today is None:
        return None
    if "week" in phrase.parts:
        count = number_of(phrase.words("number")) if "number" in phrase.parts else 1
        return move(weekday_near(today, number, step=1), int(count), phrase.value("week") or "W") if count else None
    if phrase.value("told") != "W":
        return None
    step = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}.get(phrase.value("rel") or "")
    return None if step is None else weekday_near(move(_monday(today), step, "W"), number, step=1)


def _monday(day: date) -> date:
    return move(day, 1 - day.isoweekday(), "D")


def _weekday(number: int, rel: str | None, context: Context) -> date | None:
    last = window_of(context.last) if context.last else None
    if rel in ("previous", "following", "same") and last:
        step = {"previous": -1, "following": 1}.get(rel, 0)
        return weekday_near(move(last[0], step, "D"), number, step=step or -1)
    today = context.published
    if today is None:
        return None
    if rel in ("last", "past", "previous"):
        return weekday_near(move(today, -1, "D"), number, step=-1)
    if rel in ("next", "following"):
        return weekday_near(move(today, 1, "D"), number, step=1)
    forward = rel in ("coming", "this") or context.ahead
    return weekday_near(today, number, step=1 if forward else -1)


def day_reference(phrase: Phrase, context: Context) -> Reading | None:
    """Read "today", "late yesterday", "last night", "tomorrow morning"."""
    offset, _, part = (phrase.value("dayref") or "0").partition(" ")
    today = context.published
    value = move(today, int(offset), "D").isoformat() if today else "XXXX-XX-XX"
    if part:
        return date_reading(value + part, phrase, counted=True)
    return _with_part(value, phrase)


def part_of_day(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the morning", "that night", "the next morning", "the night before" of the day last named."""
    day = day_named(context)
    step = {"next": 1, "following": 1, "previous": -1, "last": -1}.get(phrase.value("rel") or "", 0)
    step += ("later" in phrase.parts) - ("earlier" in phrase.parts)
    window = window_of(day) if day and step else None
    if window:
        day = move(window[0], step, "D").isoformat()
    return date_reading((day or "XXXX-XX-XX") + (phrase.value("part") or ""), phrase, counted=True)


def year(phrase: Phrase, context: Context) -> Reading | None:
    """Read "1998", "early 2016", "the year 2000", "1994 or later"."""
    reading = date_reading(phrase.words("year")[0].text, phrase)
    if "later" in phrase.parts:
        return Reading(type="DATE", value=reading.value, mod="ON_OR_AFTER")
    return reading


def written_year(phrase: Phrase, context: Context) -> Reading | None:
    """Read "nineteen eighty-four"."""
    number = year_in_words(phrase.words("years"))
    return date_reading(str(number), phrase) if number and len(phrase.words("years")) > 1 else None


def year_pair(phrase: Phrase, context: Context) -> Reading | None:
    """Read "2014/15" and "1939-45": from the first year to the last."""
    text = phrase.words("pair")[0].text if "pair" in phrase.parts else ""
    first = int(text[:4] or phrase.words("first")[0].text)
    last = text[5:] or phrase.words("second")[0].text
    if len(last) != 2 or int(last) <= first % 100:
        return None
    second = first // 100 * 100 + int(last)
    return Reading(type="DATE", value=f"{first}/{second}", window=(date(first, 1, 1), date(second, 12, 31)))


def year_end(phrase: Phrase, context: Context) -> Reading | None:
    """Read "year-end": the last day of the year."""
    number = figure_of(phrase, "year")
    if number is None and context.published:
        number = context.published.year - (context.ahead is False and context.published.month < 12)
    return date_reading(f"{number:04d}-12-31" if number else "XXXX-12-31", phrase, counted="year" not in phrase.parts)


def decade(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 1990s", "the late '80s", "the sixties"."""
    word = phrase.words("decade")[0]
    digits = re.sub(r"\D", "", word.value)
    if len(digits) == 4:
        return date_reading(digits[: 2 if digits[2:] == "00" and digits < "2000" else 3], phrase)
    now = context.published.year if context.published else 2000
    if re.fullmatch(r"1\d|20", phrase.value("hundreds") or ""):
        return date_reading(f"{phrase.value('hundreds')}{digits[0]}", phrase)
    first = int(digits) + now // 100 * 100
    begins = first <= now + (0 if context.ahead is False else 2)  # "the '90s" of late 1989
    return date_reading(str(first if begins else first - 100)[:3], phrase)


def day_named(context: Context) -> str | None:
    """Give the day last named, or else the page's own."""
    if context.last and unit_of(context.last) == "D":
        return context.last[:10]
    return context.published.isoformat() if context.published else None


def figure_of(phrase: Phrase, name: str) -> int | None:
    """Give the number that a part of a phrase stands for, None where it has no such part."""
    digits = [re.match(r"\d+", word.value) for word in phrase.words(name) if word.kind != "DASH"]
    return sum(int(found.group()) for found in digits if found) if digits and digits[0] else None


def year_told(phrase: Phrase, context: Context) -> int | None:
    """Give the year that a phrase states or counts ("last year"), None where it does neither."""
    stated = figure_of(phrase, "year") or figure_of(phrase, "y") or _short(phrase, context)
    if stated is not None or "rel" not in phrase.parts:
        return stated
    rel = phrase.value("rel") or ""
    from_words = context.narrative or rel in ("previous", "following", "same")
    window = window_of(context.last) if context.last and from_words else None
    today = window[0] if window else context.published
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    return today.year + step.get(rel, 0) if today else None


def _short(phrase: Phrase, context: Context) -> int | None:
    """Read the "68" of "'68": the last such year that the page can know."""
    number = figure_of(phrase, "short")
    if number is None:
        return None
    now = context.published.year if context.published else 2000
    return now // 100 * 100 + number - (100 if number > now % 100 + 10 else 0)


def short_year(phrase: Phrase, context: Context) -> Reading | None:
    """Read "'68"."""
    return date_reading(f"{_short(phrase, context):04d}", phrase)


def nth_of(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the first Monday in May", "the last week of March 2016", "the last day of the month"."""
    outer = _outer_days(phrase, context)
    if outer is None:
        return None
    count = figure_of(phrase, "nth") or -1
    if "wd" in phrase.parts:
        day = nth_weekday(outer[0].year, outer[0].month, count, figure_of(phrase, "wd") or 1)
        return date_reading(day.isoformat(), phrase, counted=True) if outer[0] <= day <= outer[1] else None
    unit = phrase.value("unit") or "D"
    start = {"W": outer[0], "WE": weekday_near(outer[0], 6, step=1)}.get(unit, outer[0])
    day = move(start, count - 1, unit) if count > 0 else outer[1]
    if unit == "WE" and count < 0:
        day = weekday_near(outer[1], 6, step=-1)
    return date_reading(value_at(day, unit), phrase, counted=True) if outer[0] <= day <= outer[1] else None


def _outer_days(phrase: Phrase, context: Context) -> Window | None:
    month = figure_of(phrase, "month")
    if month is not None:
        year = year_told(phrase, context) or _year_of(month, None, phrase, context)
        return window_of(f"{year:04d}-{month:02d}") if year else None
    if context.published is None:
        return None
    step = {"last": -1, "next": 1}.get(phrase.value("rel") or "", 0)
    unit = phrase.value("told") or "M"
    return window_of(value_at(move(context.published, step, unit), unit))


def _year_of(month: int, day: int | None, phrase: Phrase, context: Context) -> int | None:
    """Choose the year of a month or day that is named without one."""
    window = window_of(context.joined) if context.joined else None
    if window is not None and unit_of(context.joined or "") in ("D", "M"):
        return window[0].year - (month > window[0].month)
    if context.last and (context.published is None or context.narrative):
        return told_year(month, context.last)
    today = context.published
    if today is None:
        return None
    days = list(_days_named(month, day, today, figure_of(phrase, "wd")))
    # What happened far in the east may bear the day after the page's own.
    known = move(today, 1, "D") if day else today
    if context.over and (gone := [one for one in days if one <= known]):
        return gone[-1].year
    if day is None:
        today = today.replace(day=1)
    near = _NEAR_MONTH if day is None else _NEAR
    found = nearest(days, today, looks_ahead(phrase, context), near=near)
    return found.year if found else None


def _days_named(month: int, day: int | None, today: date, weekday: int | None) -> Iterator[date]:
    for number in years_around(today):
        window = window_of(f"{number:04d}-{month:02d}-{day or 1:02d}")
        if window and (weekday is None or window[0].isoweekday() == weekday):
            yield window[0]


def years_around(today: date | None) -> tuple[int, ...]:
    """Give the year of a day with the one before and the one after; none at the ends of the calendar."""
    return (today.year - 1, today.year, today.year + 1) if today and 1 < today.year < 9999 else ()


def looks_ahead(phrase: Phrase, context: Context) -> bool | None:
    """Say whether a phrase or the words around it look ahead; None where nothing tells."""
    rel = phrase.value("rel") or phrase.value("which")
    if rel in ("last", "past", "previous"):
        return False
    return True if rel in ("next", "coming") else context.ahead


def nearest(days: list[date], today: date, ahead: bool | None, *, near: int = _NEAR) -> date | None:  # noqa: FBT001 -- what the words say, None for nothing
    """Choose among the days of three years, by the direction of the words around or else by nearness."""
    before = max((day for day in days if day <= today), default=None)
    after = min((day for day in days if day >= today), default=None)
    if before is None or after is None:
        return before or after
    to_come, gone = (after - today).days, (today - before).days
    if ahead is None:
        ahead = to_come <= _DAYS_AHEAD
    if to_come > _TOO_FAR and gone < near and not (ahead and near == _NEAR_MONTH):
        return before
    if gone > _TOO_FAR and to_come < near:
        return after
    return after if ahead else before


def _with_part(value: str, phrase: Phrase, *, counted_last: bool = False) -> Reading:
    part = phrase.value("part")
    reading = date_reading(value + part if part else value, phrase, counted=True)
    if counted_last:
        return Reading(type=reading.type, value=reading.value, mod=reading.mod, counted_from="last")
    return reading


def date_reading(value: str, phrase: Phrase, *, counted: bool = False) -> Reading:
    """Make the reading of a value: a time where it holds one, with the phrase's own modifier."""
    mod = modifier(phrase)
    return Reading(
        type="TIME" if "T" in value else "DATE",
        value=value,
        mod=mod or phrase.value("approx"),
        counted_from="published" if counted else None,
    )
