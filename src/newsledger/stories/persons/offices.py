"""Joins somebody who is called by an office alone to its holder of that day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import ge, le

from newsledger.model import Holders, PersonRule, Sighting
from newsledger.stories.persons.cluster import Cluster

#: So near must a day be on which somebody had an office, where nothing tells who had it on the other side.
_NEAR = timedelta(days=90)

_Held = list[tuple[Cluster, Sighting]]


def join_offices(
    roles: Iterable[Sighting],
    clusters: Sequence[Cluster],
    story_of: Mapping[str, str],
    holders: Holders,
) -> None:
    """Add to each person the sightings of his office.

    In this order: whom a list knows as its holder on that day; the only holder whom articles of the same story name;
    who had it both before and after that day, or near it on one side, while nobody else had it. Only offices that one
    person of a country has at a time count, and only where the words say nothing else: not "a future president".
    """
    held: dict[tuple[str, str], _Held] = defaultdict(list)
    for cluster in clusters:
        for one in cluster.sure:
            if one.role and one.country and not one.former:
                held[one.role, one.country].append((cluster, one))
    listed = {name: cluster for cluster in clusters for name in cluster.names}
    found = []
    for role in roles:
        chosen = _holder(role, held[role.role or "", role.country or ""], listed, story_of, holders)
        if chosen is not None:
            found.append((role, chosen))
    # What is joined now is nothing that others are held against: the order plays no part.
    for role, (cluster, other, rule) in found:
        cluster.add(role, other, rule)


_Chosen = tuple[Cluster, Sighting, PersonRule]


def _holder(
    role: Sighting, known: _Held, listed: Mapping[str, Cluster], story_of: Mapping[str, str], holders: Holders
) -> _Chosen | None:
    office = holders.office_in(role.called or "")
    if role.former or office is None or office[0] != role.country:
        return None
    return _listed(role, office, listed, holders) or _of_story(role, known, story_of) or _by_days(role, known)


def _listed(role: Sighting, office: tuple[str, str], listed: Mapping[str, Cluster], holders: Holders) -> _Chosen | None:
    name = None if role.day is None else holders.on(*office, role.day)
    if name is None or name not in listed:
        return None
    return listed[name], listed[name].names[name], "office/listed"


def _of_story(role: Sighting, known: _Held, story_of: Mapping[str, str]) -> _Chosen | None:
    story = story_of.get(role.report)
    of_story = [(cluster, one) for cluster, one in known if story is not None and story_of.get(one.report) == story]
    if len({id(cluster) for cluster, _ in of_story}) != 1:
        return None
    return (*of_story[0], "office/story")


def _by_days(role: Sighting, known: _Held) -> _Chosen | None:
    day = role.day
    dated = [(cluster, one, one.day) for cluster, one in known if one.day is not None]
    if day is None or not dated:
        return None
    sides = [_nearest([row for row in dated if side(row[2], day)], day) for side in (le, ge)]
    nearest = [row for side in sides for row in side]
    cluster, one, then = min(nearest, key=lambda row: (abs(row[2] - day), row[1].report, row[1].id))
    if len({id(other) for other, _, _ in nearest}) > 1:
        return None
    one_sided = not all(sides)
    if one_sided and (abs(then - day) > _NEAR or len({id(other) for other, _ in known}) > 1):
        return None
    return cluster, one, "office/days"


def _nearest(side: Sequence[tuple[Cluster, Sighting, date]], day: date) -> list[tuple[Cluster, Sighting, date]]:
    """Give all who had the office on the nearest day."""
    least = min((abs(then - day) for _, _, then in side), default=None)
    return [row for row in side if abs(row[2] - day) == least]
