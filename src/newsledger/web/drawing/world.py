"""Places on a map of the world. Places are in percent of what is shown, so that letters and marks keep their size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, floor, hypot, radians, sin, sqrt

from newsledger.model import Spot

#: Of the projection Equal Earth, in which areas keep their size (Šavrič, Patterson and Jenny 2018).
_A = (1.340264, -0.081106, 0.000893, 0.003796)
#: What the picture of the world shows: its latitudes, and its width over its height.
SOUTH, NORTH, RATIO = -57.0, 84.0, 2.31
#: Degrees between the lines of the grid by which near places are one mark, on the map of the whole world.
_GRID = 4.0
#: A closer map leaves out one place in so many at each of its four sides, and shows at least this part of the world.
_FAR, _SMALLEST = 40, 0.06
#: A closer map is worth it where it shows at most so much of what is shown.
_WORTH = 0.8
#: Marks that are large enough for a number in pixels, and so far from others, in percent, that it can be read.
_ROOM, _APART = 11.0, 3.2
#: Radius of the smallest mark, and of that of the most events, in pixels.
_RADIUS = (4.5, 17.0)
#: A mark is no larger than that of one event among so many, so that a few events are no large marks.
_FEW = 12

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One place, or some that lie near each other, or a country of whose events no more is known.

    Attributes:
        x: From the left, percent; ``y``: from the top.
        radius: In pixels: its area is as the number of events.
        box: South, west, north and east of what it stands for; of a country none.
        country: The code of the country that it stands for; None for places.
        name: Of the place with the most events; ``others`` that it stands for as well.
        has_number: There is room to write how many in it.
    """

    x: float
    y: float
    radius: float
    box: Box | None
    country: str | None
    name: str
    others: int
    happenings: int
    has_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is drawn.

    Attributes:
        points: The largest first, so that none hides another.
        left: Of the picture of the world, percent, as its ``top``, ``width`` and ``height``.
        beyond: Events whose places lie outside of what is shown.
        is_wide: Most places lie in a part of what is shown: a closer map would show them better.
    """

    points: tuple[Point, ...]
    left: float
    top: float
    width: float
    height: float
    beyond: int
    is_wide: bool


def equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Project a place to the plane; y grows to the south, as on a page."""
    first, second, third, fourth = _A
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = 9 * fourth * angle**8 + 7 * third * angle**6 + 3 * second * angle**2 + first
    x = 2 * sqrt(3) * radians(longitude) * cos(angle) / (3 * slope)
    return x, -(fourth * angle**9 + third * angle**7 + second * angle**3 + first * angle)


def frame() -> Box:
    """Give left, top, right and bottom of the picture of the world in the plane."""
    top, bottom = equal_earth(NORTH, 0)[1], equal_earth(SOUTH, 0)[1]
    half = (bottom - top) * RATIO / 2
    return -half, top, half, bottom


def world(spots: Sequence[Spot], countries: Sequence[Spot] = (), *, closer: bool) -> World:
    """Lay places out.

    Args:
        spots: Those that have a place.
        countries: Countries of whose events no more is known, each with its middle.
        closer: Show only that part of the world in which most of them lie.
    """
    whole = frame()
    most_of_them = _around([*spots, *countries], whole) if spots or countries else whole
    shown = most_of_them if closer else whole
    share = (shown[2] - shown[0]) / (whole[2] - whole[0])
    cells = _cells(spots, max(round(_GRID * share, 2), 0.1))
    cells += [(None, [spot]) for spot in countries]
    most = max([_FEW, *(sum(spot.happenings for spot in cell) for _, cell in cells)])
    found = [_point(box, cell, shown, most) for box, cell in cells]
    points = [point for point in found if 0 <= point.x <= 100 and 0 <= point.y <= 100]
    scale = 100 / share
    return World(
        points=tuple(_numbered(sorted(points, key=lambda point: -point.happenings))),
        left=round((whole[0] - shown[0]) / (whole[2] - whole[0]) * scale, 3),
        top=round((whole[1] - shown[1]) / (whole[3] - whole[1]) * scale, 3),
        width=round(scale, 3),
        height=round(scale, 3),
        beyond=sum(spot.happenings for spot in (*spots, *countries)) - sum(point.happenings for point in points),
        is_wide=most_of_them[2] - most_of_them[0] < _WORTH * (shown[2] - shown[0]),
    )


def _placed(spot: Spot) -> tuple[float, float]:
    return equal_earth(spot.latitude or 0.0, spot.longitude or 0.0)


def _around(spots: Sequence[Spot], whole: Box) -> Box:
    """Give the part of the plane in which most places lie, of the shape of the whole and inside it."""
    found = [_placed(spot) for spot in spots]
    sides = []
    for axis in (0, 1):
        places = sorted(place[axis] for place in found)
        cut = len(places) // _FAR
        sides.append((places[cut], places[len(places) - 1 - cut]))
    (left, right), (top, bottom) = sides
    wide, high = whole[2] - whole[0], whole[3] - whole[1]
    share = min(max((right - left) / wide * 1.3, (bottom - top) / high * 1.3, _SMALLEST), 1.0)
    x = min(max((left + right - wide * share) / 2, whole[0]), whole[2] - wide * share)
    y = min(max((top + bottom - high * share) / 2, whole[1]), whole[3] - high * share)
    return x, y, x + wide * share, y + high * share


def _cells(spots: Sequence[Spot], size: float) -> list[tuple[Box | None, list[Spot]]]:
    """Sort places into the cells of a grid of latitudes and longitudes."""
    cells: dict[tuple[int, int], list[Spot]] = {}
    for spot in spots:
        row, column = floor((spot.latitude or 0.0) / size), floor((spot.longitude or 0.0) / size)
        cells.setdefault((row, column), []).append(spot)
    return [
        ((_even(row * size), _even(column * size), _even((row + 1) * size), _even((column + 1) * size)), cell)
        for (row, column), cell in cells.items()
    ]


def _even(degrees: float) -> float:
    return round(degrees, 4)


def _point(box: Box | None, cell: Sequence[Spot], shown: Box, most: int) -> Point:
    """Put a mark where the events of a cell lie on average."""
    number = sum(spot.happenings for spot in cell)
    x = sum(_placed(spot)[0] * spot.happenings for spot in cell) / number
    y = sum(_placed(spot)[1] * spot.happenings for spot in cell) / number
    first = max(cell, key=lambda spot: spot.happenings)
    return Point(
        x=round(100 * (x - shown[0]) / (shown[2] - shown[0]), 2),
        y=round(100 * (y - shown[1]) / (shown[3] - shown[1]), 2),
        radius=round(max(_RADIUS[0], _RADIUS[1] * sqrt(number / most)), 1),
        box=box,
        country=None if box else first.country,
        name=first.name or "",
        others=len(cell) - 1,
        happenings=number,
    )


def _numbered(points: Sequence[Point]) -> Iterator[Point]:
    for point in points:
        alone = all(hypot(one.x - point.x, (one.y - point.y) / RATIO) > _APART for one in points if one != point)
        yield replace(point, has_number=alone and point.radius >= _ROOM)
