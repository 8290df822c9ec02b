"""GDELT 2.0: a row a happening and pair of parties, and a row for each mention of it."""

from collections.abc import Iterator
from typing import Any

from newsledger.export.codebook import Codes
from newsledger.export.coded.values import (
    country_cameo,
    day_number,
    fraction,
    host_of,
    moment,
    sector_cameo,
    sources_of,
)
from newsledger.export.told import Told, day_of, number_of
from newsledger.store.rows import Row

_LEAD = ("headline", "standfirst")


def gdelt_row(told: Told, pair: tuple[Row | None, Row | None], codes: Codes) -> tuple[int, dict[str, Any]]:
    """Make a row of the events.

    Returns:
        Its id, and its cells by column.
    """
    row, day = told.row, str(told.row["day"])
    identifier = number_of(told.id, *(party["key"] if party else None for party in pair))
    cells: dict[str, Any] = {
        "GLOBALEVENTID": identifier,
        "SQLDATE": day_number(day),
        "MonthYear": int(day[:7].replace("-", "")),
        "Year": int(day[:4]),
        "FractionDate": fraction(day),
        **dict(_actor("Actor1", pair[0], codes)),
        **dict(_actor("Actor2", pair[1], codes)),
        "IsRootEvent": int(row["block_role"] in _LEAD),
        "EventCode": row["cameo"],
        "EventBaseCode": row["cameo"][:3],
        "EventRootCode": row["cameo"][:2],
        "QuadClass": row["quad"],
        "GoldsteinScale": row["goldstein"],
        "NumMentions": row["mentions"],
        "NumSources": sources_of(told),
        "NumArticles": row["articles"],
        "Actor1Geo_Type": 0,
        "Actor2Geo_Type": 0,
        **_place(row, codes),
        "DATEADDED": moment(told.first_day or day),
        "SOURCEURL": row["url"],
    }
    return identifier, cells


def gdelt_mentions(identifier: int, told: Told) -> Iterator[dict[str, Any]]:
    """Make the rows of the mentions, by the day of their article."""
    first = moment(told.first_day)
    for receipt in told.receipts:
        sure = receipt["confidence"]
        yield {
            "GLOBALEVENTID": identifier,
            "EventTimeDate": first,
            "MentionTimeDate": moment(day_of(receipt)),
            "MentionType": 1,
            "MentionSourceName": host_of(receipt["url"]) or receipt["publisher"],
            "MentionIdentifier": receipt["url"],
            "Actor1CharOffset": _offset(receipt["actor_start"]),
            "Actor2CharOffset": _offset(receipt["recipient_start"]),
            "ActionCharOffset": receipt["start"],
            "InRawText": 1,
            "Confidence": None if sure is None else round(100 * sure),
            "MentionDocLen": receipt["characters"],
        }


def _actor(who: str, party: Row | None, codes: Codes) -> Iterator[tuple[str, Any]]:
    if party is None:
        return
    country, sector = country_cameo(codes, party), sector_cameo(codes, party)
    yield f"{who}Code", f"{country or ''}{sector or ''}" or None
    yield f"{who}Name", party["name"].upper()
    yield f"{who}CountryCode", country
    yield f"{who}Type1Code", sector


def _place(row: Row, codes: Codes) -> dict[str, Any]:
    known = codes.countries.get(row["place_country"] or "")
    fips = known.fips if known else None
    is_city = row["latitude"] is not None and row["place"] is not None
    return {
        "ActionGeo_Type": 4 if is_city else 1 if fips else 0,
        "ActionGeo_FullName": row["place"] or (known.name if known else None),
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": fips,
        "ActionGeo_Lat": row["latitude"],
        "ActionGeo_Long": row["longitude"],
    }


def _offset(start: int | None) -> int:
    return -1 if start is None else start
