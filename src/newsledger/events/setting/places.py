"""Where a place is, by its name: its country, and for a city its coordinates where only one can be meant."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

#: How many times as many people the biggest city of a name has as the next, to be meant without its country.
_BY_FAR = 8
#: Likewise inside one country, and how many people a city has at least to be meant without its country.
_BIGGER = 4
_KNOWN = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        country: ISO 3166-1 alpha-3.
        latitude: Degrees north, None for a country or state.
        longitude: Degrees east, likewise.
        population: 0 for a country or state.
    """

    country: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


class Gazetteer:
    """Countries, states of the USA and cities of 15,000 people and more (GeoNames), read when first asked for one."""

    def find(self, name: str, own: Collection[str] = (), near: Collection[str] = ()) -> Place | None:
        """Give the place of a name, None where it is unknown or may be one of several.

        The country of a city is known although the city may be one of several of its name there.

        Args:
            name: As it is written.
            own: Countries that stand beside it ("Paris, Texas"), alpha-3.
            near: Countries that the sentence or the article names; they do not make a small town of a city that
                the whole world knows.
        """
        places = self._places(name)
        lands = [place for place in places if place.latitude is None]
        if lands:
            return lands[0]
        told = [place for place in places if place.country in own]
        if not told:
            told = [place for place in places if place.country in near]
            if told and places[0].population > _BY_FAR * told[0].population:
                told = []
        if len({place.country for place in told}) == 1:
            return told[0] if _stands_out(told, _BIGGER) else Place(country=told[0].country)
        found = told or places
        return found[0] if found and found[0].population >= _KNOWN and _stands_out(found, _BY_FAR) else None

    def is_land(self, name: str) -> bool:
        """Say whether a name is that of a country, or of a state of the USA."""
        return any(place.latitude is None for place in self._places(name))

    def _places(self, name: str) -> list[Place]:
        """Give all places of a name, the biggest first."""
        places = [_place(line) for line in self._lines.get(name, ())]
        return sorted(places, key=lambda place: -place.population)

    @cached_property
    def _lines(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in (files("newsledger.events") / "data" / "places.tsv").read_text("utf-8").splitlines()[3:]:
            name, _, rest = line.partition("\t")
            found.setdefault(name, []).append(rest)
        return found


def _place(line: str) -> Place:
    kind, country, latitude, longitude, population = line.split("\t")
    if kind != "city":
        return Place(country=country)
    return Place(country=country, latitude=float(latitude), longitude=float(longitude), population=int(population))


def _stands_out(places: list[Place], times: int) -> bool:
    """Say whether the first of several places, the biggest, is the one that is meant."""
    return len(places) == 1 or places[0].population >= times * places[1].population
