"""Joins somebody who is called by an office alone to its holder of that day."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from newsledger.model import Holders, PersonRule, Sighting
from newsledger.stories.persons.cluster import Cluster, Held, office_of

#: So near must a day be on which somebody had an office, where nothing tells who had it on the other side.
_NEAR = timedelta(days=90)

_Chosen = tuple[Cluster, Sighting, PersonRule]


def join_offices(
    roles: Iterable[Sighting], clusters: Sequence[Cluster], story_of: Mapping[str, str], holders: Holders
) -> None:
    """Add to each person the sightings of his office.

    In this order: whom a list knows as its holder on that day; the only holder whom articles of the same story name;
    who had it both before and after that day, or near it on one side, while nobody else had it. Only offices that one
    person of a country has at a time count, and only where the words say nothing else: not "a future president".
    """
    told = _told(clusters, story_of)
    listed = {name: cluster for cluster in clusters for name in cluster.names}
    found = []
    for role in roles:
        office = holders.office_in(role.called or "")
        if office is not None and office == office_of(role) and not role.former:
            chosen = _listed(role, office, listed, holders) or told[office].on(role, story_of.get(role.report))
            found.extend([(role, chosen)] if chosen else [])
    # What is joined now is nothing that others are held against: the order plays no part.
    for role, (cluster, other, rule) in found:
        cluster.add(role, other, rule)


def _told(clusters: Iterable[Cluster], story_of: Mapping[str, str]) -> "defaultdict[Held, _Told]":
    told: defaultdict[Held, _Told] = defaultdict(_Told)
    for cluster in clusters:
        for one in cluster.sure:
            if (office := office_of(one)) and not one.former:
                told[office].take(cluster, one, story_of.get(one.report))
    for of_office in told.values():
        of_office.days = sorted(of_office.by_day)
    return told


def _listed(role: Sighting, office: Held, listed: Mapping[str, Cluster], holders: Holders) -> _Chosen | None:
    name = None if role.day is None else holders.on(*office, role.day)
    if name is None or name not in listed:
        return None
    return listed[name], listed[name].names[name], "office/listed"


@dataclass(slots=True)
class _Told:
    """To whom articles give an office: each with the first who does, by story and by day."""

    holders: dict[Cluster, Sighting] = field(default_factory=dict)
    by_story: dict[str, dict[Cluster, Sighting]] = field(default_factory=lambda: defaultdict(dict))
    by_day: dict[date, dict[Cluster, Sighting]] = field(default_factory=lambda: defaultdict(dict))
    days: list[date] = field(default_factory=list)

    def take(self, cluster: Cluster, one: Sighting, story: str | None) -> None:
        self.holders.setdefault(cluster, one)
        if story is not None:
            self.by_story[story].setdefault(cluster, one)
        if one.day is not None:
            self.by_day[one.day].setdefault(cluster, one)

    def on(self, role: Sighting, story: str | None) -> _Chosen | None:
        """Choose the only holder of the story, or the one of the days around."""
        of_story = self.by_story.get(story or "", {})
        if len(of_story) == 1:
            return (*next(iter(of_story.items())), "office/story")
        around = [] if role.day is None else self._around(role.day)
        nearest = {cluster for day in around for cluster in self.by_day[day]}
        if role.day is None or len(nearest) != 1:
            return None
        (cluster,) = nearest
        day = min(around, key=lambda one: abs(one - (role.day or one)))
        both = min(around) <= role.day <= max(around) and (len(around) > 1 or day == role.day)
        if not both and (abs(day - role.day) > _NEAR or len(self.holders) > 1):
            return None
        return cluster, self.by_day[day][cluster], "office/days"

    def _around(self, day: date) -> list[date]:
        """Give the last day up to a day, and the first from it on, on which somebody had the office."""
        before = self.days[: bisect_right(self.days, day)][-1:]
        return sorted({*before, *self.days[bisect_left(self.days, day) :][:1]})
