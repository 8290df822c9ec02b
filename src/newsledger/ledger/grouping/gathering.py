"""Makes the stories anew of reports whose ties have changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.model import Report, Story
from newsledger.store.groups import Groups, HeldStory, HeldTie, day_at
from newsledger.stories.group import groups_of, parts_of, scale, score_of, story_of
from newsledger.stories.linkage import connected

_Edges = dict[tuple[str, str], float]


@dataclass(slots=True)
class _Web:
    """Reports that hang together, as far as they were looked at; each is no copy of an earlier one."""

    places: set[int] = field(default_factory=set)
    own: dict[int, float] = field(default_factory=dict)
    edges: dict[tuple[int, int], float] = field(default_factory=dict)


def gather(groups: Groups, seeds: Iterable[int]) -> None:
    """Group the reports anew that hang together with some.

    What hangs together as it did is left as it is.

    Args:
        groups: The tables.
        seeds: Reports of which a tie came, went or became another, or whose copies did.
    """
    around = _around(groups, seeds)
    held = groups.stories_of(around.names)
    kept = {story.part for story in held}
    parts = {digest: part for digest, part in around.parts.items() if digest not in kept}
    groups.drop_stories(story.id for story in held if story.part not in around.parts)
    groups.put_stories(_made(groups, around, parts))


def stories_of(groups: Groups, seeds: Iterable[int]) -> tuple[set[int], list[HeldStory]]:
    """Give all that hangs together with some reports, and the stories of it, made anew."""
    around = _around(groups, seeds)
    return set(around.web.places), _made(groups, around, around.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What hangs together, by the ids of articles.

    Attributes:
        parts: Those in which it is grouped, by their digests.
        copies_of: For each article that is no copy of an earlier one, itself and its copies.
        names: The ids of all, by place.
    """

    web: _Web
    names: Mapping[int, str]
    copies_of: Mapping[str, Sequence[str]]
    edges: Mapping[str, _Edges]
    nearness: Mapping[str, float]
    parts: Mapping[str, tuple[str, ...]]


def _around(groups: Groups, seeds: Iterable[int]) -> _Around:
    web = _web(groups, seeds)
    members = {place: sorted(groups.having("leader", [place])) for place in sorted(web.places)}
    names = groups.article_ids(one for places in members.values() for one in places)
    edges: dict[str, _Edges] = {names[place]: {} for place in members}
    for (one, other), score in web.edges.items():
        edges[names[one]][names[one], names[other]] = score
    copies_of = {names[place]: tuple(names[one] for one in places) for place, places in members.items()}
    nearness = {names[place]: web.own[place] for place in members}
    originals = groups.column("original", names)
    edited = {names[place]: sorted({originals[one] for one in ones} - {place}) for place, ones in members.items()}
    parts = {_digest(part, edges, nearness, copies_of, edited): part for part in _parts(edges)}
    return _Around(web=web, names=names, copies_of=copies_of, edges=edges, nearness=nearness, parts=parts)


def _made(groups: Groups, around: _Around, parts: Mapping[str, Sequence[str]]) -> list[HeldStory]:
    place_of = {name: place for place, name in around.names.items()}
    return [
        _held(groups, digest, story, place_of)
        for digest, part in parts.items()
        for story in _stories(groups, part, around, place_of)
    ]


def _web(groups: Groups, seeds: Iterable[int]) -> _Web:
    """Find all that hangs together with some reports, one ring after the other."""
    web = _Web()
    ring = set(seeds)
    while ring:
        web.places |= ring
        near = groups.near(ring)
        unknown = (ring | {other for _, other in near}) - web.own.keys()
        web.own |= groups.column("nearness", unknown)
        joined = {
            pair: score
            for pair, cosine in near.items()
            if (score := score_of(cosine, web.own[pair[0]], web.own[pair[1]])) is not None
        }
        web.edges |= {pair: score for pair, score in joined.items() if pair[0] < pair[1]}
        web.edges |= {pair[::-1]: score for pair, score in joined.items() if pair[0] > pair[1]}
        ring = {other for _, other in joined} - web.places
    return web


def _parts(edges: Mapping[str, _Edges]) -> list[tuple[str, ...]]:
    pairs = (pair for of_one in edges.values() for pair in of_one)
    return [smaller for part in connected(edges, pairs) for smaller in parts_of(part, _of(part, edges))]


def _of(part: Sequence[str], edges: Mapping[str, _Edges]) -> _Edges:
    """Give the edges that begin in a part; each stands with one of its ends."""
    return {pair: score for key in part for pair, score in edges[key].items()}


def _digest(
    part: Sequence[str],
    edges: Mapping[str, _Edges],
    nearness: Mapping[str, float],
    copies_of: Mapping[str, Sequence[str]],
    edited: Mapping[str, Sequence[int]],
) -> str:
    """Hash all that the stories of a part are made of, with the texts of which theirs are edited."""
    there = set(part)
    inside = sorted((*pair, score) for pair, score in _of(part, edges).items() if pair[1] in there)
    told = json.dumps([[[key, nearness[key], *copies_of[key], *edited[key]] for key in part], inside])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _stories(groups: Groups, part: Sequence[str], around: _Around, place_of: Mapping[str, int]) -> list[Story]:
    weighed = {key: groups.report(place_of[key]).features for key in part}
    scaled = scale(weighed, {key: around.nearness[key] for key in part})
    reports = {
        one: Report(id=one, outlet=None, day=day_at(place_of[one]), headline=None, text="")
        for key in part
        for one in around.copies_of[key]
    }
    edges = _of(part, around.edges)
    return [story_of(group, around.copies_of, scaled, reports) for group in groups_of(part, edges, scaled)]


def _held(groups: Groups, digest: str, story: Story, place_of: Mapping[str, int]) -> HeldStory:
    ties = {tie.second: tie for tie in story.ties}
    places = [place_of[report] for report in story.reports]
    members = tuple(
        HeldTie(place=place, other=place_of[tie.first], score=tie.score, why=tie.why)
        if (tie := ties.get(report)) is not None
        else HeldTie(place=place, other=None, score=None, why=None)
        for report, place in zip(story.reports, places, strict=True)
    )
    originals = set(groups.column("original", places).values())
    return HeldStory(id=story.id, part=digest, members=members, reports=len(originals))
