"""Joins persons of several articles: by whole names, by short ones with something beside them, by offices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from newsledger.model import Holders, Office, Person, PersonNames, PersonTie, Sighting, Story
from newsledger.stories.linkage import connected
from newsledger.stories.persons.cluster import Cluster, agree, fits, tie
from newsledger.stories.persons.offices import join_offices
from newsledger.stories.persons.sightings import person_keys

#: Of two persons of one name, who is named so many times as often is whom a name without country means.
_SELDOM = 10


def join_persons(
    sightings: Iterable[Sighting], names: PersonNames, *, stories: Iterable[Story] = (), holders: Holders | None = None
) -> tuple[Person, ...]:
    """Find who is one person over articles.

    A whole name is one person's, unless two countries are told of it. Another spelling or form of it, initials and a
    surname are joined to the only person whom they may mean: a spelling by itself, the rest in the same story, or with
    the same office of the same country. Two whom one article tells apart stay two.

    Args:
        sightings: Of any number of articles, in any order.
        names: Compares names.
        stories: Which articles tell of the same.
        holders: Knows who held an office on a day; without it nobody is joined by an office alone.

    Returns:
        The persons by day and id of their first sighting; the same in whatever order the sightings come.
    """
    ordered = sorted({one.id: one for one in sightings}.values(), key=_place)
    story_of = {report: story.id for story in stories for report in story.reports}
    clusters: list[Cluster] = []
    for block in _blocks([one for one in ordered if one.name], names):
        clusters.extend(_join_block(block, names, story_of))
    if holders is not None:
        join_offices([one for one in ordered if not one.name], clusters, story_of, holders)
    place = {one.id: at for at, one in enumerate(ordered)}
    return tuple(sorted((_person(cluster) for cluster in clusters), key=lambda one: place[one.id]))


def _blocks(named: Sequence[Sighting], names: PersonNames) -> Iterator[list[Sighting]]:
    by_id = {one.id: one for one in named}
    first: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    for one in named:
        keys = (key for key in sorted(person_keys(one, names)) if key.startswith("name:"))
        pairs.extend((first.setdefault(key, one.id), one.id) for key in keys)
    for group in connected(by_id, pairs):
        yield [by_id[key] for key in group]


def _join_block(block: Sequence[Sighting], names: PersonNames, story_of: Mapping[str, str]) -> list[Cluster]:
    whole: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    unsure = []
    for one in block:
        parts = names.surname_parts(one.name or "")
        if names.is_full(one.name or "") and len(parts[0]) > 1:
            whole[(one.name or "").casefold(), one.country or ""].append(one)
        else:
            unsure.append(one)
    clusters: list[Cluster] = []
    # Those with a country and the most used first: what is less known must find what it is held against.
    for key in sorted(whole, key=lambda key: (not key[1], -len(whole[key]), key)):
        unsure.extend(_join_whole(whole[key], clusters, names))
    _join_unsure(sorted(unsure, key=_place), clusters, names, story_of)
    return clusters


def _join_whole(same: Sequence[Sighting], clusters: list[Cluster], names: PersonNames) -> list[Sighting]:
    """Join those of one whole name and country to the person whose it is; give those who may be several's."""
    name = same[0].name or ""
    fitting = [one for one in clusters if fits(same[0], one, names)]
    exact = [one for one in fitting if any(_is_written_same(name, known, names) for known in one.names)]
    chosen = _leading(exact or fitting)
    if len(chosen) > 1:
        return list(same)
    if not chosen:
        chosen = [Cluster()]
        clusters.extend(chosen)
    (cluster,) = chosen
    apart = []
    for one in same:
        if cluster.sure and not agree(one, cluster.sure):
            apart.append(one)
            continue
        if cluster.sure:
            other = next((known for known in cluster.sure if _is_written_same(name, known.name or "", names)), None)
            cluster.ties.append(tie(one, other or cluster.sure[0], "name/same" if other else "name/spelling"))
        cluster.sure.append(one)
    return apart


def _leading(clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """Leave out those who are named so seldom beside another one that they are his, misread, or hardly ever meant."""
    most = max((len(one.sure) for one in clusters), default=0)
    return [one for one in clusters if len(one.sure) * _SELDOM > most]


def _is_written_same(one: str, other: str, names: PersonNames) -> bool:
    return names.surname_parts(one) == names.surname_parts(other) and names.is_same(one, other)


def _join_unsure(
    unsure: Sequence[Sighting], clusters: list[Cluster], names: PersonNames, story_of: Mapping[str, str]
) -> None:
    """Join short and unsure names where something beside the name says whose they are; the rest among themselves."""
    found: list[tuple[Cluster, Sighting, Sighting, bool]] = []
    left = []
    for one in unsure:
        may = [cluster for cluster in clusters if fits(one, cluster, names)]
        by_story = [(cluster, other) for cluster in may if (other := _of_story(one, cluster.sure, story_of))]
        by_office = [(cluster, other) for cluster in may if (other := _of_office(one, cluster.sure))]
        chosen = by_story or by_office
        if len(chosen) > 1:
            both = {id(cluster) for cluster, _ in by_office}
            chosen = [pair for pair in by_story if id(pair[0]) in both]
        if len(chosen) == 1:
            found.append((*chosen[0][:1], one, chosen[0][1], bool(by_story)))
        else:
            left.append(one)
    # What is joined now is nothing that others are held against: the order plays no part.
    for cluster, one, other, is_story in found:
        cluster.add(one, other, "name/story" if is_story else "name/office")
    clusters.extend(_join_short(left, names, story_of))


def _join_short(left: Sequence[Sighting], names: PersonNames, story_of: Mapping[str, str]) -> Iterator[Cluster]:
    """Make persons of those whom no article names in full: one surname in one story, or with one office.

    Something more must be told of one of them than the bare word.
    """
    groups: dict[str, list[Cluster]] = defaultdict(list)
    for one in left:
        written = " ".join(names.surname_parts(one.name or ""))
        for cluster in groups[written]:
            members = [*cluster.sure, *cluster.added]
            story = _of_story(one, members, story_of)
            other = story or _of_office(one, members)
            if other is not None and agree(one, members) and any(map(_is_somebody, (one, *members))):
                cluster.add(one, other, "name/story" if story else "name/office")
                break
        else:
            groups[written].append(Cluster(sure=[one]))
    for clusters in groups.values():
        yield from clusters


def _is_somebody(one: Sighting) -> bool:
    """Say whether more is told of somebody than a word with a capital, which a car or a firm has too."""
    return one.role is not None or one.country is not None or " " in (one.name or "")


def _of_story(one: Sighting, others: Iterable[Sighting], story_of: Mapping[str, str]) -> Sighting | None:
    story = story_of.get(one.report)
    return next((other for other in others if story is not None and story_of.get(other.report) == story), None)


def _of_office(one: Sighting, others: Iterable[Sighting]) -> Sighting | None:
    if one.role is None or one.country is None:
        return None
    return next((other for other in others if (other.role, other.country) == (one.role, one.country)), None)


def _person(cluster: Cluster) -> Person:
    members = sorted([*cluster.sure, *cluster.added], key=_place)
    named = [one for one in members if one.name]
    whole = Counter(one.name or "" for one in cluster.sure)
    names = Counter(name for one in named for name in (one.name or "", *one.short))
    countries = Counter(one.country for one in members if one.country)
    return Person(
        id=members[0].id,
        name=_most(whole),
        names=tuple(sorted(names, key=lambda name: (-names[name], -len(name), name))),
        country=_most(countries) if countries else None,
        offices=tuple(_offices(members)),
        sightings=tuple(one.id for one in members),
        ties=tuple(_in_order(cluster.ties)),
    )


def _offices(members: Sequence[Sighting]) -> Iterator[Office]:
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    for one in members:
        if one.role and not one.former:
            days[one.role, one.country or ""].extend([one.day] if one.day else [])
    for (role, country), told in sorted(days.items()):
        yield Office(role=role, country=country or None, first=min(told, default=None), last=max(told, default=None))


def _in_order(ties: Iterable[PersonTie]) -> list[PersonTie]:
    return sorted(ties, key=lambda one: (one.second.article, one.second.finding or ""))


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _place(one: Sighting) -> tuple[date, str, str]:
    return one.day or date.max, one.report, one.id
