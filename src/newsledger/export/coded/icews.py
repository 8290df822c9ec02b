"""ICEWS: a row a happening and pair of parties, all in English words."""

from collections.abc import Iterator
from typing import Any

from newsledger.export.codebook import Codes
from newsledger.export.told import Told, number_of
from newsledger.store.rows import Row


def icews_row(told: Told, pair: tuple[Row | None, Row | None], codes: Codes) -> tuple[int, dict[str, Any]]:
    """Make a row.

    Returns:
        Its id, and its cells by column.
    """
    row = told.row
    identifier = number_of(told.id, *(party["key"] if party else None for party in pair))
    cells: dict[str, Any] = {
        "Event ID": identifier,
        "Event Date": row["day"],
        **dict(_party("Source", pair[0], codes)),
        "Event Text": codes.cameo.get(row["cameo"]),
        "CAMEO Code": row["cameo"],
        "Intensity": row["goldstein"],
        **dict(_party("Target", pair[1], codes)),
        "Story ID": number_of(row["article"]),
        "Publisher": row["publisher"],
        "City": row["place"],
        "Country": codes.country_name(row["place_country"]),
        "Latitude": row["latitude"],
        "Longitude": row["longitude"],
    }
    return identifier, cells


def _party(who: str, party: Row | None, codes: Codes) -> Iterator[tuple[str, Any]]:
    if party is None:
        return
    sector = codes.sectors.get(party["sector"] or "")
    yield f"{who} Name", party["name"]
    yield f"{who} Sectors", sector.name if sector else party["sector"]
    yield f"{who} Country", codes.country_name(party["country"])
