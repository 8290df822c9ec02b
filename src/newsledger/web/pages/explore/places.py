"""Where things happened: a map whose marks open their sentences, the same as a table, and what has no place."""

from dataclasses import dataclass
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Page, Spot
from newsledger.store import EVENT_TYPES, STANDINGS, Answers
from newsledger.web.asked import Asked
from newsledger.web.drawing.countries import in_its_middle
from newsledger.web.drawing.world import Box, Point, world
from newsledger.web.pages.explore.events import question_of
from newsledger.web.view import Screen, View

#: So many places are in the table; so many marks are stops of the tabulator, the table has the others.
_ROWS, _STOPS = 60, 20
#: Half a thousandth of a degree: places are known to the thousandth.
_HALF = 0.0005


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place, or a country of whose events no more is known, and the address of what happened there."""

    spot: Spot
    is_country: bool
    href: str


def show(store: Answers, asked: Asked) -> View:
    """Show the map."""
    closer = asked.one_of("view", ("", "closer")) == "closer"
    problem = None
    try:
        spots = store.ask_spots(question_of(asked))
    except AbsentError as error:
        spots, problem = (), str(error)
    rows = [_row(asked, spot) for spot in spots if spot.country or spot.name]
    drawn = world(
        [row.spot for row in rows if not row.is_country],
        [row.spot for row in rows if row.is_country and row.spot.latitude is not None],
        closer=closer,
    )
    return View(
        template="map.html",
        title="Where",
        context={
            "drawn": drawn,
            "marks": [(point, _opened(asked, point)) for point in drawn.points],
            "stops": _STOPS,
            "rows": rows[:_ROWS],
            "places": len(rows),
            "events": sum(spot.happenings for spot in spots),
            "nowhere": sum(spot.happenings for spot in spots if not (spot.country or spot.name)),
            "nowhere_href": _sentences(asked, "none"),
            "in_countries": sum(row.spot.happenings for row in rows if row.is_country),
            "in_countries_href": _sentences(asked, "country"),
            "closer": closer,
            "problem": problem,
            "types": EVENT_TYPES,
            "standings": STANDINGS,
        },
        twins=("json", "csv"),
    )


def _row(asked: Asked, spot: Spot) -> Row:
    if spot.latitude is None or spot.longitude is None:
        return Row(spot=in_its_middle(spot), is_country=True, href=_sentences(asked, "country", spot.country))
    south, west = round(spot.latitude - _HALF, 4), round(spot.longitude - _HALF, 4)
    box = (south, west, round(south + 2 * _HALF, 4), round(west + 2 * _HALF, 4))
    return Row(spot=spot, is_country=False, href=_sentences(asked, _written(box)))


def _opened(asked: Asked, point: Point) -> str:
    return _sentences(asked, _written(point.box) if point.box else "country", point.country)


def _written(box: Box) -> str:
    return ",".join(f"{side:.4f}".rstrip("0").rstrip(".") for side in box)


def _sentences(asked: Asked, at: str, country: str | None = None) -> str:
    """Give the address of the events in a part of the map, narrowed as the map is."""
    kept = {name: value for name, value in asked.query.items() if name != "view"}
    return asked.to("/events", **{**kept, "at": at, **({"country": country} if country else {})})


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return Page(rows=store.ask_spots(question_of(asked))[:limit], after=None, notes=())


SCREEN = Screen(path="/map", nav="explore", show=show, rows=_rows, kind=Spot)
