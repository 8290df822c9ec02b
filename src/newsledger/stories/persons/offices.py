"""Joins somebody who is called by an office alone to its holder of that day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from newsledger.model import Holders, PersonRule, Sighting
from newsledger.stories.persons.cluster import Cluster

#: So near must a day be on which somebody had an office, where nothing tells who had it on the other side.
_NEAR = timedelta(days=90)

_Held = list[tuple[Cluster, Sighting]]


def join_offices(
    roles: Iterable[Sighting],
    clusters: Sequence[Cluster],
    story_of: Mapping[str, str],
    holders: Holders | None,
) -> None:
    """Add to each person the sightings of his office.

    In this order: whom a list knows as its holder on that day; the only holder whom articles of the same story name;
    who had it both before and after that day, or near it on one side, while nobody else had it, of an office that only
    one person has at a time.
    """
    held: dict[tuple[str, str], _Held] = defaultdict(list)
    for cluster in clusters:
        for one in cluster.sure:
            if one.role and one.country and not one.former:
                held[one.role, one.country].append((cluster, one))
    listed = {name: cluster for cluster in clusters for name in cluster.names}
    found: list[tuple[Cluster, Sighting, Sighting, PersonRule]] = []
    for role in roles:
        known = held[role.role or "", role.country or ""]
        chosen = _listed(role, listed, holders) or _of_story(role, known, story_of)
        if chosen is None and holders is not None and holders.is_single(role.role or ""):
            chosen = _by_days(role, known)
        if chosen is not None:
            found.append((chosen[0], role, chosen[1], chosen[2]))
    for cluster, role, other, rule in found:
        cluster.add(role, other, rule)


_Chosen = tuple[Cluster, Sighting, PersonRule]


def _listed(role: Sighting, listed: Mapping[str, Cluster], holders: Holders | None) -> _Chosen | None:
    if holders is None or role.day is None or role.former or not role.role or not role.country:
        return None
    name = holders.on(role.country, role.role, role.day)
    cluster = listed.get(name or "")
    if cluster is None or name is None:
        return None
    return cluster, cluster.names[name], "office/listed"


def _of_story(role: Sighting, known: _Held, story_of: Mapping[str, str]) -> _Chosen | None:
    story = story_of.get(role.report)
    of_story = [(cluster, one) for cluster, one in known if story is not None and story_of.get(one.report) == story]
    if role.former or len({id(cluster) for cluster, _ in of_story}) != 1:
        return None
    return (*of_story[0], "office/story")


def _by_days(role: Sighting, known: _Held) -> _Chosen | None:
    if role.day is None or role.former:
        return None
    before = [(role.day - one.day, cluster, one) for cluster, one in known if one.day and one.day <= role.day]
    after = [(one.day - role.day, cluster, one) for cluster, one in known if one.day and one.day >= role.day]
    sides = [side for side in (before, after) if side]
    nearest = [min(side, key=lambda row: (row[0], row[2].report, row[2].id)) for side in sides]
    if not nearest or len({id(cluster) for _, cluster, _ in nearest}) != 1:
        return None
    distance, cluster, one = min(nearest, key=lambda row: (row[0], row[2].report, row[2].id))
    if len(nearest) == 1 and (distance > _NEAR or len({id(other) for other, _ in known}) > 1):
        return None
    return cluster, one, "office/days"
