"""Where countries are: the middle of the largest part of each, for what is not known more exactly."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from newsledger.model import Spot


def in_its_middle(spot: Spot) -> Spot:
    """Put a spot of which only the country is known into the middle of this, and call it so.

    A country that the table does not have keeps its code for a name, and has no place.
    """
    name, latitude, longitude = _countries().get(spot.country or "", (spot.country, None, None))
    return replace(spot, name=name, latitude=latitude, longitude=longitude)


@cache
def _countries() -> Mapping[str, tuple[str, float, float]]:
    lines = (files("newsledger.web") / "data" / "countries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {code: (name, float(latitude), float(longitude)) for code, name, latitude, longitude in rows}
