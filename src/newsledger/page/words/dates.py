"""Dates as pages write them: in metadata, in addresses, in date lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from newsledger.model import PageDate, Receipt, Span

# 2017-01-21, 2017/01/21, 2017.1.21, 2017年1月21日, 2017. 1. 21.
_YEAR_FIRST = r"(?P<y1>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m1>\d{1,2})\s?[-/.月]\s?(?P<d1>\d{1,2})(?!\d)"
# 21 January 2017, 21st of January, 2017, 21. Januar 2017, 21-Jan-2017, 21 de enero de 2017
_DAY_FIRST = (
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th|er|º)?[.\s-]{1,2}(?:of |de |d')?"
    r"(?P<m2>[^\W\d_]{3,12})\.?,?[\s-](?:de |del )?(?P<y2>(?:19|20)\d\d)(?!\d)"
)
# January 21, 2017; Jan. 21st 2017
_MONTH_FIRST = r"(?P<m3>[^\W\d_]{3,12})\.?\s(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y3>(?:19|20)\d\d)(?!\d)"
# 21.01.2017, 21/1/2017; which of two small numbers is the month is not known
_NUMBERS = r"(?P<d4>\d{1,2})(?P<mark>[./-])(?P<m4>\d{1,2})(?P=mark)(?P<y4>(?:19|20)\d\d)(?!\d)"
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(rf"(?<!\d)(?:{_YEAR_FIRST}|{_DAY_FIRST}|{_NUMBERS})|(?<!\w){_MONTH_FIRST}")
# /2017/01/21/, /2017/jan/21/, /2017-01-21-, /20170121/
_URL_DAY = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)[/-]?(?P<month>\d{1,2}|[a-z]{3})[/-]?(?P<day>\d{2})(?=[/._-])", re.IGNORECASE
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day of the calendar that stands in a text."""

    day: date
    start: int
    end: int


def find_days(text: str, months: Mapping[str, int]) -> Iterator[FoundDay]:
    """Find the full dates of a text, in order. A date that may be read in two ways is left out."""
    if not _YEAR.search(text):
        return
    for match in _DAY.finditer(text):
        day = _day_of(match, months)
        if day:
            yield FoundDay(day=day, start=match.start(), end=match.end())


def resolve_metadata(value: str, field: str, months: Mapping[str, int]) -> PageDate | None:
    """Read a date from metadata, to the precision that it has there; None where it is none."""
    value = value.strip()
    receipt = Receipt(field=field)
    match = _ISO.match(value)
    if match:
        day = _calendar(*map(int, match.group("day").split("-")))
        if day is None:
            return None
        return PageDate(value=_stamp(match), earliest=day, latest=day, basis="metadata", receipt=receipt)
    found = next(find_days(value, months), None)
    if found:
        return _whole(found.day, "metadata", receipt)
    return None


def resolve_given(value: str) -> PageDate:
    """Read a date that somebody gave: an ISO day, month or year, as Capture keeps it."""
    receipt = Receipt(field="given")
    parts = [int(part) for part in value.split("-")]
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    if len(parts) == 3:
        last = first
    elif len(parts) == 2:
        last = _month_end(first)
    else:
        last = date(first.year, 12, 31)
    return PageDate(value=value, earliest=first, latest=last, basis="given", receipt=receipt)


def resolve_url(url: str, months: Mapping[str, int]) -> PageDate | None:
    """Read the day that stands in an address, as in ``/2017/01/21/``."""
    match = _URL_DAY.search(url)
    if not match:
        return None
    month = _month_of(match.group("month"), months)
    day = month and _calendar(int(match.group("year")), month, int(match.group("day")))
    return _whole(day, "url", Receipt(field="url")) if day else None


def resolve_text(found: FoundDay, offset: int) -> PageDate:
    """Take a day from the page's own words."""
    span = Span(start=offset + found.start, end=offset + found.end)
    return _whole(found.day, "text", Receipt(spans=(span,)))


def _whole(day: date, basis: str, receipt: Receipt) -> PageDate:
    return PageDate(value=day.isoformat(), earliest=day, latest=day, basis=basis, receipt=receipt)  # type: ignore[arg-type]


def _stamp(match: re.Match[str]) -> str:
    if not match.group("clock"):
        return match.group("day")
    return f"{match.group('day')}T{match.group('clock')}{match.group('zone') or ''}"


def _day_of(match: re.Match[str], months: Mapping[str, int]) -> date | None:
    form = next(form for form in "1234" if match.group("y" + form))
    year, number = int(match.group("y" + form)), int(match.group("d" + form))
    month = _month_of(match.group("m" + form), months)
    if form == "4" and month:
        if month > 12:
            month, number = number, month
        elif number <= 12 and number != month and match.group("mark") != ".":
            return None
    return _calendar(year, month, number) if month else None


def _month_of(word: str, months: Mapping[str, int]) -> int | None:
    return int(word) if word.isdecimal() else months.get(word.lower())


def _calendar(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(first: date) -> date:
    nxt = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(nxt.toordinal() - 1)
