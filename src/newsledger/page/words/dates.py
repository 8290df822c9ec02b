"""Days of the calendar as texts write them, in words and in numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

# 2017-01-21, 2017/01/21, 2017.1.21, 2017年1月21日, 2017. 1. 21.
_YEAR_FIRST = r"(?P<y1>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m1>\d{1,2})\s?[-/.月]\s?(?P<d1>\d{1,2})(?!\d)"
# 21 January 2017, 21st of January, 2017, 21. Januar 2017, 21-Jan-2017, 21 de enero de 2017
_DAY_FIRST = (
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th|er|º)?[.\s-]{1,2}(?:of |de |d')?"
    r"(?P<m2>[^\W\d_]{3,12})\.?,?[\s-](?:de |del )?(?P<y2>(?:19|20)\d\d)(?!\d)"
)
# January 21, 2017; Jan. 21st 2017; January 21 08:15 2017
_MONTH_FIRST = (
    r"(?P<m3>[^\W\d_]{3,12})\.?\s(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?(?:\s\d\d:\d\d)?\s(?P<y3>(?:19|20)\d\d)(?!\d)"
)
# 21.01.2017, 21/1/2017; which of two small numbers is the month is not known
_NUMBERS = r"(?P<d4>\d{1,2})(?P<mark>[./-])(?P<m4>\d{1,2})(?P=mark)(?P<y4>(?:19|20)\d\d)(?!\d)"
# 2017. január 21., 2017 Jan 21
_YEAR_THEN_NAME = r"(?P<y5>(?:19|20)\d\d)[.,]?\s(?P<m5>[^\W\d_]{3,12})\.?\s(?P<d5>\d{1,2})(?![\d:])"
_DIGIT, _SPACED = re.compile(r"\d"), re.compile(r"\s\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    rf"(?<!\d)(?:{_YEAR_FIRST}|{_DAY_FIRST}|{_NUMBERS}|{_YEAR_THEN_NAME})|(?<!\w){_MONTH_FIRST}",
)
# 21.01.17, 1/21/17, 21-Jan-17; not 10.15.2017 and not 1.2.3.4
_SHORT_YEAR = re.compile(
    r"(?<![\w./-])(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2}|[^\W\d_]{3})(?P=mark)'?(?P<y>\d\d)(?![\d/-]|\.\d)"
)
# 21 January, 21st of January; not 21 January 2017
_DAY_AND_MONTH = re.compile(
    r"(?<![\w.,:/-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s(?:of |de |d')?(?P<month>[^\W\d_]{3,12})\b"
)
# Jan. 21, January 21st; not Jan. 21:30
_MONTH_AND_DAY = re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:])")
# Monday 14 March; Mon., 14 March; segunda-feira, 14 de março; Montag, den 14. März
_NAME_BEFORE = re.compile(r"([^\W\d_]{1,14}(?:-feira|'[^\W\d_]{1,8})?)\W{1,3}(?:(?:the|den|le|el|il|o|de)\s)?$")
_NAME_AFTER = re.compile(r",?\s?[(（]?([^\W\d_]{2,14})\b")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day of the calendar that stands in a text."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as a text writes it, perhaps without its year, perhaps open to two readings.

    Attributes:
        readings: Month and day; the second of two is the one with the month first.
        weekday: ISO weekday that stands beside it, or None.
        start: Where its words start in the text, the weekday left out.
        end: Where they end.
    """

    year: int | None
    readings: tuple[tuple[int, int], ...]
    weekday: int | None
    start: int
    end: int

    def days(self, year: int | None = None) -> tuple[date, ...]:
        """Give the days that it may mean, in its own year or the one given; those that fit its weekday if any does."""
        number = self.year or year or 0
        found = [day for month, day_of in self.readings if (day := calendar_day(number, month, day_of))]
        fitting = [day for day in found if day.isoweekday() == self.weekday]
        return tuple(dict.fromkeys(fitting or found))


def find_days(text: str, months: Mapping[str, int]) -> Iterator[FoundDay]:
    """Find the full dates of a text, in order. A date that may be read in two ways is left out."""
    if not may_hold_year(text) or not _YEAR.search(text):
        return
    for match in _DAY.finditer(text):
        year, readings = _read(match, months)
        days = [day for month, number in readings if (day := calendar_day(year, month, number))]
        if len(days) == 1:
            yield FoundDay(day=days[0], start=match.start(), end=match.end())


def may_hold_year(text: str) -> bool:
    """Say whether a text may hold a year: without one it holds no full date."""
    return "20" in text or "19" in text


def find_written(text: str, months: Mapping[str, int], weekdays: Mapping[str, int]) -> list[WrittenDay]:
    """Find all dates of a text in order: full, with two figures for the year, without a year."""
    if not _DIGIT.search(text):
        return []
    found = [(_read(match, months), match.span()) for match in _DAY.finditer(text)] if _YEAR.search(text) else []
    found = [(read, span) for read, span in found if read[1]]
    taken = [span for _, span in found]
    for match in _SHORT_YEAR.finditer(text):
        if _is_free(match.span(), taken):
            found.append((_read_short(match, months), match.span()))
            taken.append(match.span())
    month_first = _MONTH_AND_DAY.finditer(text) if _SPACED.search(text) else ()
    for match in (*_DAY_AND_MONTH.finditer(text), *month_first):
        month = months.get(match.group("month").lower())
        if month and _is_free(match.span(), taken):
            found.append(((0, ((month, int(match.group("day"))),)), match.span()))
            taken.append(match.span())
    return [
        WrittenDay(
            year=year or None,
            readings=readings,
            weekday=_weekday_beside(text, span, weekdays),
            start=span[0],
            end=span[1],
        )
        for (year, readings), span in sorted(found, key=lambda entry: entry[1])
        if any(calendar_day(year or 2000, *reading) for reading in readings)
    ]


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Give a day of the calendar, None where there is no such day in the years that pages may be of."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(word: str, months: Mapping[str, int]) -> int | None:
    """Give the number of a month from its figures or its name."""
    return int(word) if word.isdecimal() else months.get(word.lower())


def _is_free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken[-200:])


def _read(match: re.Match[str], months: Mapping[str, int]) -> tuple[int, tuple[tuple[int, int], ...]]:
    form = next(form for form in "12345" if match.group("y" + form))
    year, day = int(match.group("y" + form)), int(match.group("d" + form))
    month = month_of(match.group("m" + form), months)
    if month is None:
        return year, ()
    return year, _orders(month, day, match.group("mark")) if form == "4" else ((month, day),)


def _read_short(match: re.Match[str], months: Mapping[str, int]) -> tuple[int, tuple[tuple[int, int], ...]]:
    year = int(match.group("y"))
    month = month_of(match.group("m"), months)
    if month is None:
        return 0, ()
    return year + (2000 if year < 70 else 1900), _orders(month, int(match.group("d")), match.group("mark"))


def _orders(month: int, day: int, mark: str) -> tuple[tuple[int, int], ...]:
    """Give the readings of two numbers: with points the day is first, with other marks either may be."""
    if month > 12:
        return ((day, month),)
    if day > 12 or day == month or mark == ".":
        return ((month, day),)
    return (month, day), (day, month)


def _weekday_beside(text: str, span: tuple[int, int], weekdays: Mapping[str, int]) -> int | None:
    before = _NAME_BEFORE.search(text, max(0, span[0] - 30), span[0])
    if before and (found := weekdays.get(before.group(1).lower())):
        return found
    after = _NAME_AFTER.match(text, span[1], span[1] + 20)
    return weekdays.get(after.group(1).lower()) if after else None
