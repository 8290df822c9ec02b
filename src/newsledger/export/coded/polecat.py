"""POLECAT: a row a happening, several parties in one cell."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from newsledger.export.codebook import Codes
from newsledger.export.coded.values import distinct, published_day
from newsledger.export.told import Told
from newsledger.store.rows import Row

#: What POLECAT's files have where there is nothing.
_NONE = "None"
#: ISO 639-3 of the languages that are read, by BCP 47.
_LANGUAGES = {"en": "eng"}
_BODIES = ("government", "organisation")


def polecat_row(told: Told, codes: Codes) -> tuple[str, dict[str, Any]]:
    """Make a row.

    Returns:
        Its id, and its cells by column.
    """
    row, score = told.row, codes.types[told.row["plover_type"]]
    day = row["day"]
    identifier = f"{day.replace('-', '')}-{sha256(told.id.encode()).hexdigest()[:16]}_{row['plover_type']}"
    cells: dict[str, Any] = {
        "Event ID": identifier,
        "Event Date": day,
        "Event Type": row["plover_type"],
        "Event Mode": row["mode"] or _NONE,
        "Intensity": score.intensity,
        "Quad Code": score.quad_name,
        "Contexts": _joined((row["context"] or "").split()),
        **dict(_party("Actor", told.actors, row["actor_words"], codes)),
        **dict(_party("Recipient", told.recipients, row["recipient_words"], codes)),
        **_place(row),
        "Source": row["publisher"] or _NONE,
        "Publication Date": published_day(row) or _NONE,
        **_story(told),
        "Language": _LANGUAGES.get(row["language"] or "", row["language"] or _NONE),
        "Version": f"newsledger-{version('newsledger')}",
    }
    return identifier, cells


def _party(who: str, parties: Iterable[Row], words: str | None, codes: Codes) -> Iterator[tuple[str, str]]:
    named = list(parties)
    countries = distinct(party["country"] for party in named)
    known = [codes.countries[country] for country in countries if country in codes.countries]
    sectors = distinct(party["sector"] for party in named)
    yield f"{who} Name", _joined(party["name"] for party in named)
    yield f"{who} Country", _joined(codes.country_name(country) for country in countries)
    yield f"{who} COW", _joined(country.cow for country in known)
    yield f"Primary {who} Sector", sectors[0] if sectors else _NONE
    yield f"{who} Sectors", _joined(sectors)
    yield f"{who} Title", _NONE
    yield f"{who} Name Raw", words or _NONE
    yield f"Wikipedia {who} ID", _NONE


def _place(row: Row) -> dict[str, Any]:
    place = row["place"] or _NONE
    latitude, longitude = (_NONE if row[name] is None else row[name] for name in ("latitude", "longitude"))
    return {
        "Placename": place,
        "City": place,
        "District": _NONE,
        "Province": _NONE,
        "Country": row["place_country"] or _NONE,
        "Latitude": latitude,
        "Longitude": longitude,
        "GeoNames ID": _NONE,
        "Raw Placename": place,
        "Feature Type": _NONE,
    }


def _story(told: Told) -> dict[str, str]:
    def named(*kinds: str) -> str:
        return _joined(one["name"] for one in told.cast if one["kind"] in kinds)

    return {
        "Story People": named("person"),
        "Story Organizations": named(*_BODIES),
        "Story Locations": named("country"),
    }


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(distinct(values)) or _NONE
