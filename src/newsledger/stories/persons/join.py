"""Joins persons of several articles: by whole names, by short ones with something beside them, by offices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from newsledger.model import Holders, Office, Person, PersonNames, PersonRule, PersonTie, Sighting, Story
from newsledger.stories.persons.cluster import Cluster, office_of
from newsledger.stories.persons.offices import join_offices

#: Of two persons of one name, who is named so many times as often is whom a name without country means.
_SELDOM = 10


_Chosen = tuple[Cluster, Sighting, PersonRule]


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
    whole, unsure = _by_name([one for one in ordered if one.name], names)
    clusters: list[Cluster] = []
    for _, same in sorted(whole.items()):
        of_surname, left = _join_surname(same, names, story_of)
        clusters.extend(of_surname)
        unsure.extend(left)
    rest = _join_unsure(sorted(unsure, key=_place), clusters, names, story_of)
    clusters.extend(_join_short(rest, names, story_of))
    if holders is not None:
        join_offices([one for one in ordered if not one.name], clusters, story_of, holders)
    place = {one.id: at for at, one in enumerate(ordered)}
    return tuple(sorted((_person(cluster) for cluster in clusters), key=lambda one: place[one.id]))


def _by_name(named: Iterable[Sighting], names: PersonNames) -> tuple[dict[str, list[Sighting]], list[Sighting]]:
    """Give those who are named in full by the sound of their surname, and the rest."""
    whole: dict[str, list[Sighting]] = defaultdict(list)
    unsure = []
    for one in named:
        name = one.name or ""
        if names.is_full(name) and len(names.surname_parts(name)[0]) > 1:
            whole[names.surname_key(name)].append(one)
        else:
            unsure.append(one)
    return whole, unsure


def _join_surname(
    bearers: Sequence[Sighting], names: PersonNames, story_of: Mapping[str, str]
) -> tuple[list[Cluster], list[Sighting]]:
    """Join those who are named in full and share a surname; give those who may be several's, too."""
    whole: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for one in bearers:
        whole[(one.name or "").casefold(), one.country or ""].append(one)
    clusters: list[Cluster] = []
    unsure: list[Sighting] = []
    # Those with a country and the most used first: what is less known must find what it is held against.
    for key in sorted(whole, key=lambda key: (not key[1], -len(whole[key]), key)):
        unsure.extend(_join_whole(whole[key], clusters, names, story_of))
    return clusters, unsure


def _join_whole(
    same: Sequence[Sighting], clusters: list[Cluster], names: PersonNames, story_of: Mapping[str, str]
) -> list[Sighting]:
    """Join those of one whole name and country to the person whose it is; give those who may be several's."""
    name = same[0].name or ""
    fitting = [one for one in clusters if one.agrees(same[0]) and one.may_be_named(name, names)]
    chosen = _leading([one for one in fitting if one.written_same(name, names)] or fitting)
    if len(chosen) > 1:
        return list(same)
    if not chosen:
        chosen = [Cluster()]
        clusters.extend(chosen)
    (cluster,) = chosen
    known = cluster.written_same(name, names)
    first = known or next(iter(cluster.sure), None)
    apart = []
    for one in same:
        if not cluster.agrees(one):
            apart.append(one)
            continue
        if first is not None:
            cluster.tie(one, first, "name/same" if known else "name/spelling")
        cluster.hold(one, story_of.get(one.report))
        first = known = known or one
    return apart


def _leading(clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """Leave out those who are named so seldom beside another one that they are his, misread, or hardly ever meant."""
    most = max((len(one.sure) for one in clusters), default=0)
    return [one for one in clusters if len(one.sure) * _SELDOM > most]


def _join_unsure(
    unsure: Sequence[Sighting], clusters: Sequence[Cluster], names: PersonNames, story_of: Mapping[str, str]
) -> list[Sighting]:
    """Join short and unsure names where something beside the name says whose they are; give the rest."""
    by_key: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in {names.surname_key(name) for name in (*cluster.names, *cluster.shorts)}:
            by_key[key].append(cluster)
    bearers = {
        name: [cluster for cluster in by_key[names.surname_key(name)] if cluster.may_be_named(name, names)]
        for name in {one.name or "" for one in unsure}
    }
    found = []
    left = []
    for one in unsure:
        whose = _whose(one, [cluster for cluster in bearers[one.name or ""] if cluster.agrees(one)], story_of)
        if whose is None:
            left.append(one)
        else:
            found.append((one, whose))
    # What is joined now is nothing that others are held against: the order plays no part.
    for one, (cluster, other, rule) in found:
        cluster.add(one, other, rule)
    return left


def _whose(one: Sighting, bearers: Sequence[Cluster], story_of: Mapping[str, str]) -> _Chosen | None:
    """Choose the only one of the same story; of several the one with the same office; else the only one with that."""
    story, office = story_of.get(one.report, ""), office_of(one)
    with_office = [cluster for cluster in bearers if office and office in cluster.by_office]
    of_story = [cluster for cluster in bearers if story in cluster.by_story]
    if len(of_story) > 1:
        of_story = [cluster for cluster in of_story if cluster in with_office]
    elif not of_story and len(with_office) == 1 and office:
        return with_office[0], with_office[0].by_office[office], "name/office"
    return (of_story[0], of_story[0].by_story[story], "name/story") if len(of_story) == 1 else None


def _join_short(left: Sequence[Sighting], names: PersonNames, story_of: Mapping[str, str]) -> Iterator[Cluster]:
    """Make persons of those whom no article names in full: one surname in one story, or with one office.

    Something more must be told of one of them than the bare word.
    """
    index: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for one in left:
        written, story, office = " ".join(names.surname_parts(one.name or "")), story_of.get(one.report), office_of(one)
        keys = [(written, *key) for key in ((story,) if story else None, office) if key]
        near = (cluster for key in keys for cluster in index[key])
        cluster = next((cluster for cluster in near if _may_join(one, cluster)), None)
        if cluster is None:
            cluster = Cluster()
            yield cluster
        elif story in cluster.by_story:
            cluster.tie(one, cluster.by_story[story or ""], "name/story")
        else:
            cluster.tie(one, cluster.by_office[office or ("", "")], "name/office")
        cluster.hold(one, story)
        for key in keys:
            if cluster not in index[key]:
                index[key].append(cluster)


def _may_join(one: Sighting, cluster: Cluster) -> bool:
    return cluster.agrees(one) and any(map(_is_somebody, (one, *cluster.sure)))


def _is_somebody(one: Sighting) -> bool:
    """Say whether more is told of somebody than a word with a capital, which a car or a firm has too."""
    return one.role is not None or one.country is not None or " " in (one.name or "")


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
