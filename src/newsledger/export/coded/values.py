"""Values that several forms have: codes and names of parties, days as numbers, places."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from newsledger.export.codebook import Codes
from newsledger.export.told import Told, day_of
from newsledger.store.rows import Row


def day_number(day: str | None) -> int | None:
    """Write a day as ``20180316``."""
    return int(day.replace("-", "")) if day else None


def moment(day: str | None) -> int | None:
    """Write a day's midnight as ``20180316000000``."""
    return int(day.replace("-", "") + "000000") if day else None


def fraction(day: str) -> float:
    """Write a day as a year and its share, as GDELT does: each month has thirty days, and the year 365."""
    year, month, number = (int(part) for part in day.split("-"))
    return round(year + (month * 30 + number) / 365, 4)


def distinct(values: Iterable[str | None]) -> list[str]:
    """Give each value once, in order, without what is nothing."""
    return list(dict.fromkeys(value for value in values if value))


def sources_of(told: Told) -> int:
    """Count whose pages tell of a happening; one that does not say whose it is counts by its host."""
    return len({receipt["publisher"] or host_of(receipt["url"]) or receipt["article"] for receipt in told.receipts})


def host_of(url: str | None) -> str | None:
    """Give the host of an address; None where it has none or cannot be read."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def is_coded(told: Told, code: str = "cameo") -> bool:
    """Say whether older forms have a code and a day for a happening: not for an election, nor where no day is known.

    What a person said to be another type has no code of CAMEO any more.
    """
    return bool(told.row[code] and told.row["plover_type"] and told.row["day"])


def sector_cameo(codes: Codes, party: Row | None) -> str | None:
    """Give the CAMEO type of a party."""
    known = codes.sectors.get(party["sector"] or "") if party else None
    return known.cameo if known else None


def country_cameo(codes: Codes, party: Row | None) -> str | None:
    """Give the CAMEO country of a party."""
    country = party["country"] if party else None
    known = codes.countries.get(country or "")
    return known.cameo if known else country


def published_day(row: Row) -> str | None:
    """Give the day of the article that tells most of a happening."""
    return day_of(row)
