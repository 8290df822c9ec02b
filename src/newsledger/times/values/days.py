"""Days and TIMEX3 values: what days a value allows, and how to count on from one."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from newsledger.model import shift_day

#: First month and last month of each season; a winter ends in the year after the one that it is named by.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
#: Months in a unit that is made of months.
MONTHS_IN = {"M": 1, "Q": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200, "1000Y": 12000}
_DAYS_IN = {"D": 1, "W": 7, "2W": 14, "WE": 7}

Window = tuple[date, date]


def move(day: date, count: int, unit: str) -> date:
    """Count days, weeks, months, quarters or years on from a day.

    The 31st becomes the last day of a shorter month. A day before the year 1 or after 9999 becomes
    the calendar's own first or last day. Units of hours stay on the day.
    """
    if unit in MONTHS_IN:
        number = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
        if not 12 <= number < 120_000:
            return date.min if count < 0 else date.max
        return min(date(number // 12, number % 12 + 1, 1) + timedelta(days=day.day - 1), month_end(number))
    return shift_day(day, count * _DAYS_IN.get(unit, 0))


def month_end(number: int) -> date:
    """Give the last day of a month, which is counted as 12 times its year plus 0 to 11."""
    year, month = divmod(number, 12)
    if (year, month) == (9999, 11):
        return date.max
    return date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)


def value_at(day: date, unit: str) -> str:
    """Write a day as a TIMEX3 value of the exactness that a unit has."""
    year = f"{day.year:04d}"
    week = day.isocalendar()
    forms = {
        "Y": year,
        "6M": f"{year}-H{(day.month + 5) // 6}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "M": year + f"-{day.month:02d}",
        "W": f"{week.year:04d}-W{week.week:02d}",
        "2W": f"{week.year:04d}-W{week.week:02d}",
        "WE": f"{week.year:04d}-W{week.week:02d}-WE",
        "10Y": year[:3],
        "100Y": year[:2],
        "1000Y": year[:1],
    }
    return forms.get(unit, day.isoformat())


def unit_of(value: str) -> str | None:
    """Say which unit a calendar value is exact to, None where it is no calendar value."""
    return next((unit for unit, (shape, _) in _SHAPES.items() if shape.fullmatch(value)), None)


def window_of(value: str) -> Window | None:
    """Give the first and the last day that a value allows, None where it names no days of its own."""
    for shape, days in _SHAPES.values():
        if match := shape.fullmatch(value):
            try:
                return days(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def shift(value: str, count: int, unit: str) -> str | None:
    """Count on from a value and keep its exactness: a year before 1989-Q3 is 1988-Q3."""
    window, own = window_of(value), unit_of(value)
    if window is None or own is None:
        return None
    moved = move(window[0], count, unit)
    if own == "season":
        return f"{moved.year:04d}-{value[-2:]}"
    return value_at(moved, own)


def weekday_near(anchor: date, weekday: int, *, step: int) -> date:
    """Find the nearest day of a name, the anchor's own day included.

    Args:
        anchor: The day to look from.
        weekday: ISO weekday, Monday 1 to Sunday 7.
        step: -1 to look back, 1 to look forward.
    """
    distance = (weekday - anchor.isoweekday()) % 7 if step > 0 else (anchor.isoweekday() - weekday) % 7
    return move(anchor, step * distance, "D")


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * late + 114, 31)
    return date(year, month, day + 1)


def named_day(rule: str, year: int) -> date | None:
    """Find a holiday in a year by its rule.

    Args:
        rule: ``12-25``; ``easter-2``; ``11-4th-4`` (the fourth Thursday of November; ``-1th`` counts
            from the month's end, ``+1`` behind it is a day later); or a table such as ``2016=02-08,2017=01-28``.
        year: The year.

    Returns:
        The day, None where a table does not hold the year.
    """
    if rule.startswith("easter"):
        return move(easter(year), int(rule[6:] or 0), "D")
    if "=" in rule:
        rule = dict(entry.split("=") for entry in rule.split(","))[str(year)] if f"{year}=" in rule else ""
    if match := re.fullmatch(r"(\d\d)-(-?\d)th-(\d)([+-]\d+)?", rule):
        month, count, weekday, offset = match.groups(default="0")
        return move(nth_weekday(year, int(month), int(count), int(weekday)), int(offset), "D")
    return date.fromisoformat(f"{year:04d}-{rule}") if rule else None


def nth_weekday(year: int, month: int, count: int, weekday: int) -> date:
    """Give the first (1), second or last (-1) day of a name in a month."""
    if count < 0:
        return weekday_near(month_end(year * 12 + month - 1), weekday, step=-1)
    return move(weekday_near(date(year, month, 1), weekday, step=1), count - 1, "W")


def _months(year: int, first: int, count: int) -> Window:
    number = year * 12 + first - 1
    return date(year, first, 1), month_end(number + count - 1)


def _day(year: str, month: str, day: str) -> Window:
    found = date(int(year), int(month), int(day))
    return found, found


def _week(year: str, week: str) -> Window:
    first = date.fromisocalendar(int(year), int(week), 1)
    return first, first + timedelta(days=6)


def _weekend(year: str, week: str) -> Window:
    first = date.fromisocalendar(int(year), int(week), 6)
    return first, first + timedelta(days=1)


def _season(year: str, name: str) -> Window:
    return _months(int(year), SEASONS[name][0], 3)


# Each exactness by its shape; 1989-11-02T17:00 and 1989-11-02TMO are days to us.
_SHAPES: dict[str, tuple[re.Pattern[str], Callable[..., Window]]] = {
    "D": (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    "M": (re.compile(r"(\d{4})-(\d\d)"), lambda year, month: _months(int(year), int(month), 1)),
    "Y": (re.compile(r"(\d{4})"), lambda year: _months(int(year), 1, 12)),
    "W": (re.compile(r"(\d{4})-W(\d\d)"), _week),
    "WE": (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    "Q": (re.compile(r"(\d{4})-Q([1-4])"), lambda year, quarter: _months(int(year), int(quarter) * 3 - 2, 3)),
    "6M": (re.compile(r"(\d{4})-H([12])"), lambda year, half: _months(int(year), int(half) * 6 - 5, 6)),
    "season": (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    "10Y": (re.compile(r"(\d{3})"), lambda decade: _months(int(decade) * 10, 1, 120)),
    "100Y": (re.compile(r"(\d\d)"), lambda century: _months(int(century) * 100, 1, 1200)),
}
