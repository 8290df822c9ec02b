"""Writes the picture of the world behind the map of places from the package ``world-atlas`` (Natural Earth, by npm).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python scripts/world.py package

Land is one path and the borders between countries are another, in whole numbers: 38 kB instead of 108. Beside it stands
a table of countries, each with the middle of its largest part, where an event is put of which no more is known.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from newsledger.web.drawing.world import SOUTH, equal_earth, frame

SOURCE = Path(__file__).parent.parent / "src" / "newsledger"
OUT = SOURCE / "web" / "static" / "world.svg"
TABLE = SOURCE / "web" / "data" / "countries.tsv"
TABLE_HEAD = """# source: Natural Earth 1:50m (public domain), by world-atlas 2.0.2; made by scripts/world.py
# licence: ISC (see NOTICE)
code\tname\tlatitude\tlongitude
"""
#: Countries that the atlas shortens or calls otherwise than we do, by its numbers.
CODES = {
    "028": "ATG", "070": "BIH", "090": "SLB", "140": "CAF", "178": "COG", "180": "COD", "214": "DOM", "226": "GNQ",
    "584": "MHL", "670": "VCT", "678": "STP", "728": "SSD", "732": "ESH", "748": "SWZ",
}  # fmt: skip
#: Units across. One is a tenth of a pixel on a wide screen.
WIDTH = 4000
#: Degrees of longitude: no border is so long.
HALF = 180
#: Every grey is seen on light and on dark paper.
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" preserveAspectRatio="none">
<!-- Countries of Natural Earth 1:110m (public domain), by world-atlas 2.0.2 (Michael Bostock, ISC; see NOTICE),
     in the projection Equal Earth; made by scripts/world.py -->
"""
Line = list[tuple[float, float]]


def main() -> None:
    """Write the picture and the table."""
    folder = Path(sys.argv[1])
    _picture(json.loads((folder / "countries-110m.json").read_text("utf-8")))
    _table(json.loads((folder / "countries-50m.json").read_text("utf-8")))


def _table(atlas: dict[str, Any]) -> None:
    arcs = [list(_decoded(arc, atlas["transform"])) for arc in atlas["arcs"]]
    codes = _codes()
    rows = []
    for country in atlas["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = CODES.get(country.get("id", ""), codes.get(name))
        if code is not None:
            rings = [part for ring in _rings(country) for part in _parted(_joined(arcs, ring))]
            longitude, latitude = _middle(max(rings, key=lambda ring: abs(_area(ring))))
            rows.append((code, name, f"{latitude:.1f}", f"{longitude:.1f}"))
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(TABLE_HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")


def _codes() -> dict[str, str]:
    """Give the codes of countries by their names, as the actors room knows them."""
    lines = (SOURCE / "actors" / "data" / "countries.en.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {row[3]: row[1] for row in rows} | {row[0]: row[1] for row in rows if row[2] == "name"}


def _area(ring: Line) -> float:
    """Give a ring's area in the plane; one that runs the other way round has another sign."""
    points = [equal_earth(point[1], point[0]) for point in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]])) / 2


def _middle(ring: Line) -> tuple[float, float]:
    """Give the centroid of a ring."""
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise([*ring, ring[0]])]
    whole = sum(cross for _, _, cross in pairs) or 1.0
    return (
        sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (3 * whole),
        sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (3 * whole),
    )


def _picture(atlas: dict[str, Any]) -> None:
    arcs = [list(_decoded(arc, atlas["transform"])) for arc in atlas["arcs"]]
    left, top, right, bottom = frame()
    scale = WIDTH / (right - left)

    def placed(point: tuple[float, float]) -> tuple[int, int]:
        x, y = equal_earth(max(point[1], SOUTH), point[0])
        return round((x - left) * scale), round((y - top) * scale)

    rings = (_joined(arcs, ring) for ring in _rings(atlas["objects"]["land"]))
    land = [[placed(point) for point in part] for ring in rings for part in _parted(ring)]
    shared = Counter(_plain(arc) for ring in _rings(atlas["objects"]["countries"]) for arc in ring)
    borders = [[placed(point) for point in arcs[arc]] for arc, times in shared.items() if times > 1]
    height = round((bottom - top) * scale)
    paths = (
        f'<path fill="#8a8478" fill-opacity=".26" d="{"".join(_path(ring, end="z") for ring in land)}"/>\n'
        f'<path fill="none" stroke="#8a8478" stroke-opacity=".5" stroke-width="1" vector-effect="non-scaling-stroke" '
        f'd="{"".join(_path(line) for line in borders)}"/>\n</svg>\n'
    )
    OUT.write_text(HEAD.format(width=WIDTH, height=height) + paths, "utf-8")


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """Undo the quantisation of TopoJSON: each point is told from the one before."""
    for x, y in zip(accumulate(point[0] for point in arc), accumulate(point[1] for point in arc), strict=True):
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """Give the rings of a shape and of all shapes in it, each as the numbers of its arcs."""
    if shape["type"] == "GeometryCollection":
        for one in shape["geometries"]:
            yield from _rings(one)
    elif shape["type"] == "Polygon":
        yield from shape["arcs"]
    else:
        for polygon in shape["arcs"]:
            yield from polygon


def _plain(arc: int) -> int:
    """Give the number of an arc; one that is walked backwards has another sign."""
    return arc if arc >= 0 else ~arc


def _joined(arcs: Sequence[Line], ring: Iterable[int]) -> Line:
    line: Line = []
    for arc in ring:
        points = arcs[_plain(arc)]
        line += (points if arc >= 0 else points[::-1])[1 if line else 0 :]
    return line


def _parted(ring: Line) -> list[Line]:
    """Cut a ring where it leaps from one edge of the map to the other; its end goes on where it began."""
    parts: list[Line] = [[]]
    for point in ring:
        if parts[-1] and abs(point[0] - parts[-1][-1][0]) > HALF:
            parts.append([])
        parts[-1].append(point)
    return [parts[-1] + parts[0], *parts[1:-1]] if len(parts) > 1 else parts


def _path(line: Sequence[tuple[int, int]], *, end: str = "") -> str:
    """Write a line by steps, without those that lead nowhere; "" where nothing is left of it."""
    kept = [point for number, point in enumerate(line) if number == 0 or point != line[number - 1]]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(kept)]
    if not steps:
        return ""
    return f"M{kept[0][0]} {kept[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-") + end


if __name__ == "__main__":
    main()
