"""Read phrases that count from another day, lengths of time and what comes round again."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from newsledger.times.phrases.phrase import Phrase
from newsledger.times.values.dates import modifier
from newsledger.times.values.days import MONTHS_IN, Window, move, shift, unit_of, value_at, window_of
from newsledger.times.values.lengths import duration, number_of
from newsledger.times.values.reading import Context, Reading

_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "latest": 0}
_FROM_LAST = {"previous": -1, "following": 1, "same": 0}
_BACK = frozenset({"last", "past", "previous", "recent"})
_FORWARD = frozenset({"next", "coming", "following"})
_UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "D": "XXXX-XX-XX"}
_CALENDAR = frozenset({"D", "W", "WE", "M", "Q", "6M", "Y", "10Y", "100Y"})


def relative_unit(phrase: Phrase, context: Context) -> Reading | None:
    """Read "last week", "early next year", "the following month", "that day", "the latest quarter"."""
    unit, rel = phrase.value("unit") or "", phrase.value("rel") or ""
    if unit not in _CALENDAR:
        return None
    if rel == "recent":
        return Reading(type="DATE", value="PAST_REF")
    if rel in _FROM_LAST or (unit == "D" and rel == "next"):
        return _from_last(unit, _FROM_LAST.get(rel, 1), phrase, context)
    if unit == "Q" and rel in ("latest", "past"):
        return _counted(_latest_period(unit, context), phrase)
    if context.published is None:
        return _counted(_UNKNOWN.get(unit), phrase)
    moved = move(context.published, _STEPS.get(rel, 0), "W" if unit == "WE" else unit)
    reading = _counted(value_at(moved, unit), phrase)
    if rel == "past" and reading is not None:
        return replace(reading, window=_length_window(rel, Fraction(1), unit, context.published))
    return reading


def _from_last(unit: str, step: int, phrase: Phrase, context: Context) -> Reading | None:
    if unit == "Q" and step == 0 and context.period:
        return _counted(context.period, phrase, by="last")
    window = window_of(context.last) if context.last else None
    if window is None and context.published:
        window = (context.published, context.published)
    if window is None:
        return _counted(_UNKNOWN.get(unit), phrase)
    if unit == "D" and window[0] != window[1]:
        month = context.last or ""
        return _counted(f"{month}-XX" if unit_of(month) == "M" else "XXXX-XX-XX", phrase)
    return _counted(value_at(move(window[0], step, "W" if unit == "WE" else unit), unit), phrase, by="last")


def the_unit(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the quarter", "the end of the year", "over the weekend", "later in the day"."""
    unit = phrase.value("unit") or ""
    if unit == "Q":
        return _counted(context.period or _latest_period(unit, context), phrase)
    if unit == "D":
        return _from_last(unit, 0, phrase, context)
    if context.published is None:
        return _counted(_UNKNOWN.get(unit), phrase)
    back = unit == "WE" and not context.ahead and context.published.isoweekday() < 6
    return _counted(value_at(move(context.published, -1 if back else 0, "W"), unit), phrase)


def unit_ended(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the year" before "ended March 31": a length; a quarter keeps its name."""
    unit = phrase.value("unit") or ""
    return the_unit(phrase, context) if unit == "Q" else Reading(type="DURATION", value=duration(Fraction(1), unit))


def _latest_period(unit: str, context: Context) -> str | None:
    """Give the quarter that had ended when the page appeared."""
    if context.published is None:
        return _UNKNOWN.get(unit)
    return value_at(move(context.published, -1, unit), unit)


def period(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the third quarter of 1984", "first-half", "this year's second quarter", "the 19th century"."""
    unit = phrase.value("unit") or phrase.value("half") or ""
    number = _nth(phrase)
    if unit == "100Y" and number:
        return _counted(f"{number - 1:02d}", phrase) if number <= 21 else None
    if unit not in ("Q", "6M") or not number or number > (4 if unit == "Q" else 2):
        return None
    year = _period_year(number, unit, phrase, context)
    letter = "Q" if unit == "Q" else "H"
    return _counted(f"{year:04d}-{letter}{number}" if year else f"XXXX-{letter}{number}", phrase)


def _nth(phrase: Phrase) -> int | None:
    digits = ["".join(char for char in word.value if char.isdigit()) for word in phrase.words("nth")]
    if any(digits):
        return sum(int(number) for number in digits if number)
    return {"last": 2, "latest": 2}.get(phrase.value("rel") or "") if "half" in phrase.parts else None


def _period_year(number: int, unit: str, phrase: Phrase, context: Context) -> int | None:
    stated = phrase.value("year")
    if stated:
        return int(stated)
    today = context.published
    if today is None:
        return None
    whose = phrase.value("whose") or (phrase.value("rel") if "told" in phrase.parts else None)
    if whose in _STEPS:
        return today.year + _STEPS[whose]
    now = (today.month + MONTHS_IN[unit] - 1) // MONTHS_IN[unit]
    coming = 2 if unit == "Q" else 1
    before = number - now >= coming and not context.ahead
    after = context.ahead is True and number < now - 1
    return today.year - before - ("earlier" in phrase.parts) + after


def period_code(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Q3 2016", "H1", "FY17"."""
    code = (phrase.value("code") or "").replace("'", "").replace("’", "")
    if code.startswith("FY"):
        return _counted(str(_four_figures(int(code[2:6].partition("/")[0]))), phrase)
    if code[1] in "QH":
        code = code[1] + code[0] + code[2:]
    stated = phrase.value("year") or (str(_four_figures(int(code[2:]))) if code[2:] else None)
    told = _STEPS.get(phrase.value("rel") or "", 0)
    year_now = context.published.year + told if context.published else None
    year = int(stated) if stated else year_now
    return _counted(f"{year:04d}-{code[:2]}" if year else f"XXXX-{code[:2]}", phrase)


def _four_figures(year: int) -> int:
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def fiscal_year(phrase: Phrase, context: Context) -> Reading | None:
    """Read "fiscal 1988", "the fiscal year", "the latest fiscal year"."""
    stated = phrase.value("year")
    if stated:
        return _counted(stated, phrase)
    if context.published is None:
        return _counted("XXXX", phrase)
    step = -1 if phrase.value("rel") == "latest" else _STEPS.get(phrase.value("rel") or "", 0)
    return _counted(str(context.published.year + step), phrase)


def year_earlier(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the year-earlier quarter", "the year-ago period", "year-earlier" before a figure."""
    if "number" in phrase.parts:
        return Reading(type="DURATION", value=duration(number_of(phrase.words("number")), phrase.value("unit") or "M"))
    return _counted(_year_before(context), phrase, by="last")


def same_told(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the same month last year", "the same quarter a year ago", "the 1988 period" of what the text reports on."""
    unit, year = phrase.value("unit"), phrase.value("year")
    if context.published is None:
        return _counted(year or _UNKNOWN.get(unit or "Y"), phrase)
    own = context.period if unit in ("Q", None) else context.last if unit_of(context.last or "") == unit else None
    own = own or value_at(context.published, unit or "Y")
    ago = 1 if (phrase.value("ago") or "").startswith("+") else -1
    step = int(year) - int(own[:4]) if year else _STEPS.get(phrase.value("whose") or "", ago)
    return _counted(shift(own, step, "Y"), phrase, by="last")


def _year_before(context: Context) -> str | None:
    """Count a year back, from the quarter that the text reports on where there is one."""
    if context.period:
        return shift(context.period, -1, "Y")
    return value_at(move(context.published, -1, "Y"), "Y") if context.published else "XXXX"


def ago(phrase: Phrase, context: Context) -> Reading | None:
    """Read "two years ago", "a few weeks ago", "ten days from now"."""
    unit = phrase.value("unit") or ""
    number = number_of(phrase.words("number")) if "number" in phrase.parts else None
    if number is not None and "half" in phrase.parts:
        number += Fraction(1, 2)
    sign = -1 if "dayref" not in phrase.parts and (phrase.value("ago") or "-")[0] == "-" else 1
    if number is None:
        return Reading(type="DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF", counted_from="published")
    if number == 1 and unit == "Y" and sign < 0 and context.period:
        return _counted(_year_before(context), phrase, by="last")
    if unit not in MONTHS_IN and unit not in ("D", "W", "2W"):
        return Reading(type="DURATION", value=duration(number, unit))
    if context.published is None:
        return _counted(_UNKNOWN.get(unit, "XXXX"), phrase)
    offset = int((phrase.value("dayref") or "0").partition(" ")[0])  # "two weeks from tomorrow"
    return _counted(_counted_on(move(context.published, offset, "D"), sign * number, unit), phrase)


def _counted_on(start: date, number: Fraction, unit: str) -> str:
    """Count on from a day; a part of a unit is counted in smaller ones."""
    if number.denominator != 1:
        smaller = {"Y": ("M", 12), "10Y": ("Y", 10), "100Y": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}
        whole, (unit, times) = unit, smaller.get(unit, ("D", 1))
        number *= times
        if whole == "M":
            return value_at(move(start, int(number), unit), whole)
    return value_at(move(start, int(number), unit), "Y" if unit in ("10Y", "100Y", "1000Y") else unit)


def apart(phrase: Phrase, context: Context) -> Reading | None:
    """Read "two weeks later", "a year earlier", "the day before": counted from the date last named."""
    unit = phrase.value("unit") or ""
    number = Fraction(1) if "the" in phrase.parts else None
    number = number_of(phrase.words("number")) if "number" in phrase.parts else number
    if number is not None and "half" in phrase.parts:
        number += Fraction(1, 2)
    sign = -1 if "earlier" in phrase.parts else 1
    if number == 1 and unit == "Y" and sign < 0 and context.period:
        return _counted(_year_before(context), phrase, by="last")
    if number is None:
        return Reading(type="DURATION", value=duration(None, unit), counted_from="last")
    window = window_of(context.last) if context.last else None
    if window is None and context.published and not (sign > 0 and context.ahead is False):
        window = (context.published, context.published)
    fine = window is not None and (unit not in ("D", "W") or window[0] == window[1])
    if window is None or not fine or unit not in _CALENDAR | {"2W"}:
        return Reading(type="DURATION", value=duration(number, unit), counted_from="last")
    if unit in ("W", "2W") and window[0] == window[1]:
        days = number * (7 if unit == "W" else 14)
        return _counted(_counted_on(window[0], sign * days, "D"), phrase, by="last")
    return _counted(_counted_on(window[0], sign * number, unit), phrase, by="last")


def relative_units(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the past three years", "coming months", "the next few days", "the first nine months"."""
    unit, rel = phrase.value("unit") or "", phrase.value("rel")
    words = phrase.words("number")
    number = number_of(words) if words else None
    if rel in _BACK and number is None:
        return Reading(type="DATE", value="PAST_REF", counted_from="published")
    if rel in _FORWARD and number is None and not words:
        return Reading(type="DATE", value="FUTURE_REF", counted_from="published")
    value = duration(number, unit)
    return Reading(
        type="DURATION",
        value=value,
        mod=phrase.value("approx"),
        window=_length_window(rel, number, unit, context.published),
        counted_from="published" if rel in _STEPS or rel == "recent" else None,
    )


def _length_window(rel: str | None, number: Fraction | None, unit: str, today: date | None) -> Window | None:
    if today is None or number is None or number.denominator != 1:
        return None
    count = int(number)
    if unit == "H":
        count, unit = -(-count // 24), "D"
    if rel in _BACK:
        return move(today, -count, unit), today
    return (today, move(today, count, unit)) if rel in _FORWARD else None


def time_length(phrase: Phrase, context: Context) -> Reading | None:
    """Read "six months", "a two-week", "half an hour", "decades", "an hour and a half"."""
    if "word" in phrase.parts:
        return Reading(type="DURATION", value=phrase.value("word"))
    unit = next((phrase.value(name) or "" for name in ("unit", "bare", "aged", "whole") if name in phrase.parts), "")
    words = phrase.words("more") or phrase.words("number")
    number = number_of(words) if words else Fraction(1) if _is_one(phrase) else None
    if "smaller" in phrase.parts and number is not None:
        return Reading(type="DURATION", value=_made_of(number, unit, phrase), mod=phrase.value("approx"))
    if number is not None and "half" in phrase.parts:
        number += Fraction(1, 2)
    return Reading(type="DURATION", value=duration(number, unit), mod=phrase.value("approx"))


def _is_one(phrase: Phrase) -> bool:
    """Say whether "year-long", "a century-old" or "all day" is one unit."""
    if "whole" in phrase.parts:
        return True
    name = "aged" if "aged" in phrase.parts else "unit" if "long" in phrase.parts else ""
    return bool(name) and phrase.words(name)[0].kind == "UNIT"


def _made_of(number: Fraction, unit: str, phrase: Phrase) -> str:
    """Write "two years and six months" as P2Y6M, "an hour and 20 minutes" as PT1H20M."""
    value = duration(number, unit)
    for count, name in (("second", "smaller"), ("third", "smallest")):
        more = number_of(phrase.words(count)) if count in phrase.parts else None
        if more is not None:
            part = duration(more, phrase.value(name) or "")[1:]
            value += part[1:] if "T" in value and part.startswith("T") else part
    return value


def repeated(phrase: Phrase, context: Context) -> Reading | None:
    """Read "every Tuesday", "daily", "each month", "Monday nights", "twice a week"."""
    if "unit" in phrase.parts:
        number = number_of(phrase.words("number")) if "number" in phrase.parts else _every(phrase)
        return Reading(type="SET", value=duration(number, phrase.value("unit") or ""))
    part = phrase.value("part") or ""
    if "holiday" in phrase.parts:
        fixed = re.fullmatch(r"\d\d-\d\d", phrase.value("holiday") or "")
        return Reading(type="SET", value=f"XXXX-{fixed.group()}" if fixed else "P1Y")
    for name, shape in (("wd", "XXXX-WXX-{}"), ("month", "XXXX-{}"), ("season", "XXXX-{}")):
        if name in phrase.parts:
            return Reading(type="SET", value=shape.format(phrase.value(name)) + part)
    return Reading(type="SET", value=phrase.value("frequency") or "XXXX-XX-XX" + part)


def _every(phrase: Phrase) -> Fraction:
    """Read the 2 of "every other"."""
    value = phrase.value("every") or ""
    return Fraction(value) if value.isdecimal() else Fraction(1)


def reference(phrase: Phrase, context: Context) -> Reading | None:
    """Read "now", "recently", "soon"; "so far" is a window only and no TIMEX3."""
    value = _ADJECTIVES.get(phrase.value("ref") or "", phrase.value("ref"))
    if value == "FUTURE_REF" and context.ahead is False:
        days = _LENGTHS.get(" ".join(word.text.lower() for word in phrase.words("ref")))
        return Reading(type="DURATION", value=days) if days else None
    return Reading(type="DATE" if value else None, value=value or None, counted_from="published")


# "He held the post one day" is a length, "they will meet one day" is not.
_LENGTHS = {"one day": "P1D"}
_ADJECTIVES = {"coming": "", "current": "PRESENT_REF", "past": "PAST_REF", "recent": "PAST_REF"}


def _counted(value: str | None, phrase: Phrase, *, by: str = "published") -> Reading | None:
    if value is None:
        return None
    return Reading(
        type="DATE",
        value=value,
        mod=modifier(phrase) or phrase.value("approx"),
        counted_from="last" if by == "last" else "published",
    )
