"""Dates to the precision in which they are given: by somebody, in metadata, in addresses, in words."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal
from urllib.parse import unquote

from newsledger.model import PageDate, Receipt, Span
from newsledger.page.words.dates import calendar_day, find_days, month_of

# /2017/01/21/, /2017/jan/21/, /2017/0121/, not /194709-13-; /2017-01-21-, /20170121/, -20170121.html, ?date=2017-01-21
_URL_DAY = re.compile(
    r"(?<=[/_=.-])(?P<year>(?:19|20)\d\d)(?:(?P<mark>[/_.-]?)(?P<month>0[1-9]|1[0-2])(?:(?P=mark)|(?<=/\d\d))(?P<day>[0-3]\d)"
    r"|[/_.-](?P<m>[a-z]{3,9}|\d)[/_.-](?P<d>\d{1,2}))(?=[/._&#?-]|$)",
    re.IGNORECASE,
)
# /2017/01/lock
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?=/|$)")
# Archives put the time of the capture before the address: web.archive.org/web/20180304050607/http://example.org/
_ARCHIVED = re.compile(r"^https?://[^/]{1,100}/(?:[^/]{1,30}/){0,2}\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
# Fri Apr 28 19:20:36 CEST 2023: what programs print; Sept 16 08:15 2014
_PRINTED = re.compile(
    r"(?P<month>[^\W\d_]{3,9})\.? (?P<day>\d{1,2}),? \d\d:\d\d(?::\d\d)?(?: [A-Z]{2,5})? (?P<year>(?:19|20)\d\d)\b"
)
# What an empty field holds in some systems.
_EMPTY = frozenset({date(1970, 1, 1), date(1900, 1, 1)})
_LONGEST = 2_000

Basis = Literal["given", "metadata", "url", "text", "inferred"]


def resolve_metadata(value: str, field: str, months: Mapping[str, int]) -> PageDate | None:
    """Read a date from metadata, to the precision that it has there; None where it is none."""
    value = value.strip()[:_LONGEST]
    receipt = Receipt(field=field)
    match = _ISO.match(value)
    if match:
        day = calendar_day(*map(int, match.group("day").split("-")))
        if day is None or day in _EMPTY:
            return None
        return PageDate(value=_stamp(match), earliest=day, latest=day, basis="metadata", receipt=receipt)
    found = next(find_days(value, months), None)
    day = found.day if found else _printed_day(value, months)
    return whole_day(day, "metadata", receipt) if day else None


def _printed_day(value: str, months: Mapping[str, int]) -> date | None:
    match = _PRINTED.search(value)
    month = month_of(match.group("month"), months) if match else None
    return calendar_day(int(match.group("year")), month, int(match.group("day"))) if match and month else None


def resolve_given(value: str) -> PageDate:
    """Read a date that somebody gave: an ISO day, month or year, as Capture keeps it.

    Raises:
        ValueError: It is none of these, which Capture refuses.
    """
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
    """Read the day that stands in an address, as in ``/2017/01/21/``, or the month alone.

    The time at which an archive captured the page is none of its dates.
    """
    url = unquote(url[:_LONGEST])
    while archived := _ARCHIVED.match(url):
        url = url[archived.end() :]
    rest = url.partition("://")[2] or url
    for match in _URL_DAY.finditer(rest):
        month = month_of(match.group("month") or match.group("m"), months)
        day = month and calendar_day(int(match.group("year")), month, int(match.group("day") or match.group("d")))
        if day:
            return whole_day(day, "url", Receipt(field="url"))
    whole = _URL_MONTH.search(rest)
    first = whole and calendar_day(int(whole.group("year")), int(whole.group("month")), 1)
    if not first:
        return None
    value = f"{first.year:04}-{first.month:02}"
    return PageDate(value=value, earliest=first, latest=_month_end(first), basis="url", receipt=Receipt(field="url"))


def whole_day(day: date, basis: Basis, receipt: Receipt) -> PageDate:
    """Make the date of a page that is known to the day."""
    return PageDate(value=day.isoformat(), earliest=day, latest=day, basis=basis, receipt=receipt)


def resolve_text(day: date, *spans: Span) -> PageDate:
    """Take a day from the page's own words."""
    return whole_day(day, "text", Receipt(spans=tuple(sorted(set(spans)))))


def _stamp(match: re.Match[str]) -> str:
    if not match.group("clock"):
        return match.group("day")
    return f"{match.group('day')}T{match.group('clock')}{match.group('zone') or ''}"


def _month_end(first: date) -> date:
    if (first.year, first.month) == (9999, 12):
        return date.max
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
