"""Lays what persons judged of two actors over the persons that were read: joins who is one, parts who is two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from newsledger.model import Sighting
from newsledger.store.groups import Joined, JudgedPair, Link

#: Why somebody is a person, or begins one, where a person said so.
SAME, OTHER = "judged/same", "judged/other"


def lay_over(
    read: Mapping[str, Joined], sightings: Mapping[str, Sighting], pairs: Sequence[JudgedPair]
) -> dict[str, Joined]:
    """Say whose sightings are, by what was read of them and what persons judged.

    What was read of a person is a tree: each sighting hangs on the one whose words it was held against. Two who were
    judged to be one are a further tie; of two who were judged to be two, the one that hangs lower leaves, with all that
    hang on it. A person's word outweighs what was read, and the last word those before that it contradicts.

    Args:
        read: Whose they were read to be: all of each person, and of those whom a pair leads to.
        sightings: What is told of each.
        pairs: What was judged, the last word last; those of whom nothing was read are left out.

    Returns:
        The same for the same judgements in whatever order the sightings come.
    """
    ones = _Ones()
    heard = _heard([one for one in pairs if one.first in read and one.second in read], ones)
    if not heard:
        return dict(read)
    ties = _ties(read, sightings)
    kept = {second for second, first in ties if ones.join(second, first)}
    return dict(_joined(read, sightings, kept, heard))


def reached(people: Iterable[str], links: Iterable[Link], pairs: Sequence[JudgedPair]) -> set[str]:
    """Give the persons that hang together with some by what was judged; nobody's is one by his own id."""
    links = tuple(links)
    of = {one.actor: one.read_person or one.actor for one in links}
    beside: dict[str, set[str]] = defaultdict(set)
    ends = [(of[one.actor], one.person) for one in links if one.person is not None]
    ends += [(of[one.first], of[one.second]) for one in pairs if one.first in of and one.second in of]
    for first, second in ends:
        beside[first].add(second)
        beside[second].add(first)
    return _hanging(people, beside)


@dataclass(slots=True)
class _Ones:
    """Who is one so far, and who must not become one."""

    parents: dict[str, str] = field(default_factory=dict)
    foes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of(self, actor: str) -> str:
        """Give the one who stands for all that are one with an actor."""
        while (parent := self.parents.get(actor, actor)) != actor:
            self.parents[actor] = self.parents.get(parent, parent)
            actor = parent
        return actor

    def join(self, first: str, second: str) -> bool:
        """Make two one; say whether they are."""
        one, other = self.of(first), self.of(second)
        if other in self.foes[one]:
            return False
        if one != other:
            self.parents[other] = one
            for foe in self.foes.pop(other, ()):
                self.foes[foe].discard(other)
                self.part(one, foe)
        return True

    def part(self, first: str, second: str) -> bool:
        """Note that two must stay two; say whether they can."""
        one, other = self.of(first), self.of(second)
        if one == other:
            return False
        self.foes[one].add(other)
        self.foes[other].add(one)
        return True


def _heard(pairs: Sequence[JudgedPair], ones: _Ones) -> list[JudgedPair]:
    """Give what counts, the last word first: what contradicts a later one does not."""
    return [
        one for one in reversed(pairs) if (ones.join if one.verdict == "same" else ones.part)(one.first, one.second)
    ]


def _ties(read: Mapping[str, Joined], sightings: Mapping[str, Sighting]) -> list[tuple[str, str]]:
    """Give who hangs on whom, those first that hang highest: where a tie cannot hold, it is the lowest that goes."""
    ties = {actor: one.other for actor, one in read.items() if one.other is not None}
    depths: dict[str, int] = {}
    for lowest in ties:
        way, actor = [], lowest
        while actor in ties and actor not in depths:
            way.append(actor)
            actor = ties[actor]
        above = depths.get(actor, 0)
        depths |= {one: above + number for number, one in enumerate(reversed(way), 1)}
    return sorted(ties.items(), key=lambda tie: (depths[tie[0]], _place(sightings[tie[0]])))


def _joined(
    read: Mapping[str, Joined], sightings: Mapping[str, Sighting], kept: set[str], heard: Sequence[JudgedPair]
) -> Iterator[tuple[str, Joined]]:
    """Give whose each is; he hangs on whom he was read to hang on, where nothing that was judged turns that round."""
    beside = _edges(read, kept, heard)
    done: set[str] = set()
    for actor in sorted(read, key=lambda one: _place(sightings[one])):
        if actor not in done:
            members = _hanging([actor], beside)
            done |= members
            named = (one for one in members if sightings[one].name)
            head = min(named, key=lambda one: _place(sightings[one]), default=None)
            root = head or actor
            while root in kept:
                root = read[root].other or root
            yield from _tree(root, head, beside, heard)


def _edges(
    read: Mapping[str, Joined], kept: set[str], heard: Sequence[JudgedPair]
) -> Mapping[str, dict[str, str | None]]:
    """Give who is tied to whom and why, with no tie that is not needed: what was read comes first."""
    ones = _Ones()
    beside: dict[str, dict[str, str | None]] = defaultdict(dict)
    ties = [(actor, read[actor].other or actor, read[actor].rule) for actor in sorted(kept)]
    for first, second, rule in [*ties, *((one.first, one.second, SAME) for one in heard if one.verdict == "same")]:
        if ones.of(first) != ones.of(second):
            ones.join(first, second)
            beside[first][second] = beside[second][first] = rule
    return beside


def _tree(
    root: str, head: str | None, beside: Mapping[str, dict[str, str | None]], heard: Sequence[JudgedPair]
) -> Iterator[tuple[str, Joined]]:
    """Have all that are one hang on the one with whom the person begins."""
    apart = next((one for one in heard if one.verdict == "other" and root in (one.first, one.second)), None)
    other = None if apart is None else apart.second if apart.first == root else apart.first
    yield root, Joined(person=head, rule=None if other is None else OTHER, other=other)
    ring, known = [root], {root}
    for first in ring:
        for second, rule in sorted(beside.get(first, {}).items()):
            if second not in known:
                known.add(second)
                ring.append(second)
                yield second, Joined(person=head, rule=rule, other=first)


def _hanging(some: Iterable[str], beside: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    ring = set(some)
    while ring:
        found |= ring
        ring = {other for one in ring for other in beside.get(one, ())} - found
    return found


def _place(one: Sighting) -> tuple[date, str, str]:
    return one.day or date.max, one.report, one.id
