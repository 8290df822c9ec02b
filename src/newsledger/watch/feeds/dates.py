"""The dates of feeds: RFC 822, RFC 3339 and W3CDTF as they are meant, and as they are written."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import lru_cache

# 2026-03-01, 2026-03-01T10:00Z, 2026-03-01 10:00:00.123 +0100, 20260301T100000Z, 2026-03, 2026/03/01
_ISO = re.compile(
    r"(?P<year>\d{4})(?:(?P<mark>[-/]?)(?P<month>\d\d)(?:(?P=mark)(?P<day>\d\d))?)?"
    r"(?:(?:T|\s+)(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>[A-Za-z]{1,5}|.{0,9})?)?$"
)
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?(?!\w))?"
_ZONE = r"\s*\(?(?P<zone>[A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\s?\d{1,2}:?(?:\d\d)?)?\b"
_DAY_NAME = r"(?:[^\W\d_]+\.?,?\s+)?"
# Sun, 01 Mar 2026 10:00:00 +0100; 1-Mar-26; Sunday, 1 March 2026, 10:00 am EST
_DAY_FIRST = re.compile(
    rf"{_DAY_NAME}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?(?P<name>[^\W\d_]+)\.?,?[\s-]+(?:de\s+)?"
    rf"(?P<year>\d{{4}}|\d\d)\b(?:,?\s+(?:at\s+)?{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
# Mon, May 25 2020 04:45:26 +0000; May 25, 2020 4:45 PM
_MONTH_FIRST = re.compile(
    rf"{_DAY_NAME}(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"(?:,?\s+(?:at\s+)?{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
# Tue Sep  1 00:01:01 2015; Fri Apr 28 19:20:36 CEST 2023
_PRINTED = re.compile(
    rf"{_DAY_NAME}(?P<name>[^\W\d_]+)\s+(?P<day>\d{{1,2}})\s+{_CLOCK}{_ZONE}\s+(?P<year>\d{{4}})", re.IGNORECASE
)
# 25.05.2020 10:00, 25/05/2020: the day first where a dot says so or no month has that number
_NUMBERS = re.compile(
    rf"{_DAY_NAME}(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?:,?\s+{_CLOCK}{_ZONE})?"
)
# What most feeds write, so that it is read first; days that not each month has are left to the others.
# Sun, 01 Mar 2026 10:00:00 +0100
_USUAL = re.compile(
    r"[A-Z][a-z]{2}, (0[1-9]|1\d|2[0-8]) ([A-Z][a-z]{2}) (199\d|20\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) "
    r"([+-](?:0\d|1[0-4])[0-5]\d|GMT|Z)$",
    re.ASCII,
)
_SECONDS, _MILLISECONDS = re.compile(r"\d{10}$"), re.compile(r"\d{13}$")
_OFFSET = re.compile(r"(?:GMT|UTC?)?\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$", re.IGNORECASE)
_GREENWICH = frozenset({"z", "gmt", "utc", "ut"})
#: Before and after these, what stands there is no date of news but an empty field's.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LONGEST = 100


def read_date(text: str | None, months: Mapping[str, int]) -> str | None:
    """Read a date as ISO 8601, no more exact than it is written; None where it is none.

    Args:
        text: As it stands in the feed.
        months: Numbers of months by their names in small letters.
    """
    text = " ".join((text or "")[:_LONGEST].split())
    if not text:
        return None
    if (usual := _USUAL.match(text)) and (month := months.get(usual[2].lower())):
        return f"{usual[3]}-{month:02}-{usual[1]}T{usual[4]}{_usual_zone(usual[5])}"
    if _SECONDS.match(text) or _MILLISECONDS.match(text):
        return _written(datetime.fromtimestamp(int(text[:10]), UTC))
    if text[:4].isdecimal() and (match := _ISO.match(text)):
        return _of_iso(match)
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _PRINTED):
        match = pattern.match(text)
        month = match and _month(match["name"], months)
        if match and month:
            return _of_parts(match, _year(match["year"]), month, int(match["day"]))
    match = _NUMBERS.match(text)
    return _of_numbers(match) if match else None


def moment_of(value: str | None) -> datetime | None:
    """Give a moment for a date that ``read_date`` wrote, for order and rhythm only: its first, by Greenwich."""
    if value is None or len(value) < len("2026-03-01"):
        return None
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _month(name: str, months: Mapping[str, int]) -> int | None:
    name = name.casefold()
    return months.get(name) or months.get(name[:3])


def _year(digits: str) -> int:
    # RFC 2822: 00 to 49 are of this century.
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)


def _of_iso(match: re.Match[str]) -> str | None:
    if match["month"] is None or match["day"] is None:
        return _short(match) if match["hour"] is None else None
    return _of_parts(match, int(match["year"]), int(match["month"]), int(match["day"]))


def _short(match: re.Match[str]) -> str | None:
    """Give a year, or a year and month: W3CDTF has both."""
    year, month = int(match["year"]), int(match["month"] or 1)
    fits = _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and match["mark"] != "" and match["day"] is None
    return match[0] if fits else None


def _of_numbers(match: re.Match[str]) -> str | None:
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] != "." and one <= 12 and two <= 12 and one != two:
        return None  # nobody can say which is the day
    day, month = (two, one) if match["mark"] != "." and two > 12 else (one, two)
    return _of_parts(match, int(match["year"]), month, day)


def _of_parts(match: re.Match[str], year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        whole = datetime(year, month, day)  # noqa: DTZ001 - its zone is put on below, where it is told
        if match["hour"] is None:
            return whole.date().isoformat()
        hour = _hour(int(match["hour"]), match.groupdict().get("half"))
        clock = timedelta(hours=hour, minutes=int(match["minute"]), seconds=min(int(match["second"] or 0), 59))
    except ValueError:
        return None
    if clock > timedelta(days=1):
        return whole.date().isoformat()
    zone = _zone((match["zone"] or "").strip())
    return _written((whole + clock).replace(tzinfo=zone))


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


@lru_cache(maxsize=256)
def _zone(name: str) -> timezone | None:
    if name.lower() in _GREENWICH:
        return UTC
    match = _OFFSET.match(name)
    if match:
        ahead = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return timezone(ahead if match["sign"] == "+" else -ahead) if ahead < timedelta(days=1) else None
    # Only the names of RFC 822 are known, which are those of North America; "IST" may be three zones.
    found = parsedate_tz(f"1 Jan 2000 00:00:00 {name}") if name.isalpha() and len(name) > 1 else None
    return timezone(timedelta(seconds=found[9])) if found and found[9] else None


def _usual_zone(zone: str) -> str:
    return f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 and zone != "-0000" else "+00:00"


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
