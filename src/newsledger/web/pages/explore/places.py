"""Where things happened: a map whose marks open their sentences, the same as a table, and what has no place."""

from collections.abc import Sequence
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Page, Spot
from newsledger.store import EVENT_TYPES, STANDINGS, Store
from newsledger.web.asked import Asked
from newsledger.web.drawing.world import Box, world
from newsledger.web.pages.explore.events import question_of
from newsledger.web.view import Screen, View

#: So many places are in the table; so many marks are stops of the tabulator, the table has the others.
_ROWS, _STOPS = 60, 20
#: Half a thousandth of a degree: places are known to the thousandth.
_HALF = 0.0005


def show(store: Store, asked: Asked) -> View:
    """Show the map."""
    closer = asked.one_of("view", ("", "closer")) == "closer"
    question = question_of(asked)
    problem = None
    try:
        spots = store.ask_spots(question)
    except AbsentError as error:
        spots, problem = (), str(error)
    placed = [spot for spot in spots if spot.latitude is not None]
    drawn = world(placed, closer=closer)
    return View(
        template="map.html",
        title="Where",
        context={
            "drawn": drawn,
            "marks": [(point, _sentences(asked, point.box)) for point in drawn.points],
            "stops": _STOPS,
            "rows": [(spot, _sentences(asked, _around(spot))) for spot in placed[:_ROWS]],
            "places": len(placed),
            "events": sum(spot.happenings for spot in spots),
            "nowhere": sum(spot.happenings for spot in spots if spot.latitude is None),
            "nowhere_href": _sentences(asked, "none"),
            "closer": closer,
            "problem": problem,
            "types": EVENT_TYPES,
            "standings": STANDINGS,
        },
        twins=("json", "csv"),
    )


def _sentences(asked: Asked, at: Box | str) -> str:
    """Give the address of the events in a part of the map, narrowed as the map is."""
    kept = {name: value for name, value in asked.query.items() if name != "view"}
    return asked.to("/events", **{**kept, "at": at if isinstance(at, str) else ",".join(f"{side:g}" for side in at)})


def _around(spot: Spot) -> Box:
    south, west = (round((side or 0.0) - _HALF, 4) for side in (spot.latitude, spot.longitude))
    return south, west, round(south + 2 * _HALF, 4), round(west + 2 * _HALF, 4)


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:
    spots: Sequence[Spot] = store.ask_spots(question_of(asked))
    return Page(rows=tuple(spots[:limit]), after=None, notes=())


SCREEN = Screen(path="/map", nav="explore", show=show, rows=_rows, kind=Spot)
