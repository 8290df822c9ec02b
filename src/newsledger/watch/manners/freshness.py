"""How long an answer holds, and when a host wants to be asked again: RFC 9110 and RFC 9111."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Whatever a host asks for, it is asked again after a day: a slip of a few zeros must not lose a paper for years.
_MOST = 86_400
_MAX_AGE = re.compile(r"(?:^|[\s,])(?P<name>s-maxage|max-age)\s*=\s*\"?(?P<seconds>\d{1,12})", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str], now: datetime) -> int:
    """Give the seconds for which an answer holds, by ``Cache-Control`` or else ``Expires``; a day at most.

    Args:
        headers: Their names in small letters.
        now: When it came.
    """
    control = headers.get("cache-control", "")
    found = [int(match["seconds"]) for match in _MAX_AGE.finditer(control) if match["name"].lower() == "max-age"]
    if found:
        return _bounded(found[0] - _age(headers))
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return 0
    expires, dated = _moment(headers.get("expires")), _moment(headers.get("date"))
    # Clocks differ: what counts is how long after its own time an answer holds.
    return _bounded(int((expires - (dated or now)).total_seconds())) if expires else 0


def retry_after(headers: Mapping[str, str], now: datetime) -> int | None:
    """Give the seconds after which a host wants to be asked again; a day at most; None where it does not say."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return _bounded(int(value[:12]))
    moment = _moment(value)
    return _bounded(int((moment - now).total_seconds()) + 1) if moment else None


def _age(headers: Mapping[str, str]) -> int:
    age = headers.get("age", "").strip()
    return int(age[:12]) if age.isdecimal() else 0


def _moment(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _bounded(seconds: int) -> int:
    return max(0, min(seconds, _MOST))
