"""Joins the persons of a ledger's articles as it grows."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from newsledger.actors import OfficeHolders
from newsledger.ledger.grouping.judged import lay_over, reached
from newsledger.model import PersonNames, Record, Sighting, Story
from newsledger.pipeline import load_person_lists
from newsledger.store import put_together
from newsledger.store.groups import Joined, JudgedPair, PackedReading, Persons, Seen, Unjoined
from newsledger.stories import join_persons, person_keys, sightings_of

_Lists = tuple[PersonNames, OfficeHolders]
DoSightings = Callable[[Iterable["SightingsJob"]], Iterator[tuple[Seen, ...]]]
_SIGHTING = msgspec.json.Decoder(Sighting)
_ENCODER = msgspec.json.Encoder()
_NOBODY = Joined(person=None, rule=None, other=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingsJob:
    """The newest reading of an article whose persons are to be seen."""

    reading: PackedReading
    story: str | None


def see_in(job: SightingsJob) -> tuple[Seen, ...]:
    """Give what is kept of the persons of an article."""
    one = job.reading
    return tuple(seen_in(put_together(one.record, one.made_by, one.text), job.story, person_lists()))


def join_some(persons: Persons, do_jobs: DoSightings, *, most: int) -> int:
    """Hold the persons of so many articles against those of others; give how many articles there were.

    Args:
        persons: The tables.
        do_jobs: Does ``see_in`` for each job, in order.
        most: So many articles.
    """
    waiting = persons.unjoined(most)
    touched = persons.take_touched()
    anew = [one for one in waiting if one.id is not None and one.reread]
    made = do_jobs(SightingsJob(reading=persons.reading(one.article), story=one.story) for one in anew)
    for one in waiting:
        touched |= _take(persons, one, made)
    persons.done(one.article for one in waiting)
    read = _rejoin(persons, touched) if touched else {}
    changed = _judge(persons, read, {key[1:] for key in _kind("=", touched)})
    persons.fold(changed | {key[1:] for key in _kind("@", touched)}, [one.article for one in waiting if one.reread])
    return max(len(waiting), int(bool(touched)))


def joined_of(seen: Iterable[Seen], lists: _Lists) -> Mapping[str, Joined]:
    """Say of sightings, by their actors, whose they are read to be.

    A person's id is that of the earliest one who has his name: whom an office alone joins gives none.
    """
    names, holders = lists
    sightings = {one.actor: _SIGHTING.decode(one.told) for one in seen}
    told = {sightings[one.actor].report: one.story for one in seen if one.story}
    stories = [Story(id=story, reports=(report,), ties=()) for report, story in sorted(told.items())]
    found = dict.fromkeys(sightings, _NOBODY)
    for person in join_persons(sightings.values(), names, stories=stories, holders=holders):
        head = next(one for one in person.sightings if sightings[one].name)
        found |= dict.fromkeys(person.sightings, Joined(person=head, rule=None, other=None))
        for tie in person.ties:
            if tie.second.finding is not None:
                found[tie.second.finding] = Joined(person=head, rule=tie.rule, other=tie.first.finding)
    return found


def judged_of(seen: Iterable[Seen], read: Mapping[str, Joined], pairs: Sequence[JudgedPair]) -> Mapping[str, Joined]:
    """Say of sightings, by their actors, whose they are, by what was read and what persons judged."""
    return lay_over(read, {one.actor: _SIGHTING.decode(one.told) for one in seen}, pairs) if pairs else read


def seen_in(record: Record, story: str | None, lists: _Lists) -> Iterator[Seen]:
    """Give what is kept of the persons of an article."""
    for one in sightings_of(record):
        yield Seen(actor=one.id, story=story, told=_ENCODER.encode(one).decode(), keys=_keys(one, lists))


@cache
def person_lists() -> _Lists:
    """Load the lists of names and of offices once."""
    rules = load_person_lists()
    return rules.persons, OfficeHolders.build(rules)


def _take(persons: Persons, one: Unjoined, made: Iterator[tuple[Seen, ...]]) -> set[str]:
    """Take in what an article has now, and give the keys of what is another than it was.

    Args:
        persons: The tables.
        one: The article.
        made: Begins with its sightings where it was read anew.
    """
    before = persons.of_article(one.article)
    if one.id is not None and not one.reread:
        if {seen.story for seen in before} <= {one.story}:
            return set()
        persons.set_story(one.article, one.story)
        return {key for seen in before for key in seen.keys}
    persons.drop(one.article)
    after = () if one.id is None else next(made)
    persons.put(one.article, after)
    return {key for seen in (*before, *after) for key in seen.keys}


def _rejoin(persons: Persons, touched: Collection[str]) -> Mapping[str, Joined]:
    """Join those anew who hang together with what was touched, by names and then by offices; give who is another's now.

    Whose a name is depends on those alone who are called so, one name leading to the next; whose an office is, on all
    who are said to have it and on its listed holder. Nobody depends on somebody whom an office alone has joined.
    """
    named = _closure(persons, _kind("n", touched))
    keys = {*touched, *(key for one in named.values() for key in one.keys)}
    wanted = _kind("o", keys) | {f"l{key[1:]}" for key in _kind("n", keys)}
    roles = {one.actor: one for one in persons.having(wanted) if not _kind("n", one.keys)}
    around = {key for one in roles.values() for key in one.keys}
    holders = {key for one in persons.having(_kind("o", around)) for key in _kind("n", one.keys)}
    holders |= {f"n{key[1:]}" for key in _kind("l", around)}
    everyone = _closure(persons, holders) | named | roles
    joined = joined_of(everyone.values(), person_lists()) if everyone else {}
    changed = {actor: joined[actor] for actor, one in (named | roles).items() if joined[actor] != _read(one)}
    persons.read_as(changed)
    return changed


def _judge(persons: Persons, read: Mapping[str, Joined], judged: Collection[str]) -> set[str]:
    """Say whose those are who were read to be another's or were judged; give who is another's now.

    Whose somebody is depends on those alone who are, or were read to be, the same person's, and on those whom what was
    judged leads to from there.
    """
    if not read and not judged:
        return set()
    pairs = persons.judged()
    if not pairs and not judged:
        persons.join(read)
        return set(read)
    links = persons.links({*read, *judged, *(end for one in pairs for end in (one.first, one.second))})
    ours = {one.read_person or one.actor for one in links if one.actor in read or one.actor in judged}
    held = persons.of_people(reached(ours, links, pairs))
    wanted = judged_of(held, {one.actor: _read(one) for one in held}, pairs)
    changed = {
        one.actor: wanted[one.actor]
        for one in held
        if wanted[one.actor] != Joined(person=one.person, rule=one.rule, other=one.other)
    }
    persons.join(changed)
    return set(changed)


def _read(one: Seen) -> Joined:
    return Joined(person=one.read_person, rule=one.read_rule, other=one.read_other)


def _closure(persons: Persons, keys: Iterable[str]) -> dict[str, Seen]:
    """Give all who have one of some names, or one of the names of these, and so on."""
    known: set[str] = set()
    found: dict[str, Seen] = {}
    ring = set(keys)
    while ring:
        known |= ring
        new = {one.actor: one for one in persons.having(ring)}
        found |= new
        ring = {key for one in new.values() for key in _kind("n", one.keys)} - known
    return found


def _kind(letter: str, keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key.startswith(letter)}


def _keys(one: Sighting, lists: _Lists) -> frozenset[str]:
    """Give the keys of a sighting; that of a listed holder where it is called by an office alone."""
    names, holders = lists
    keys = {_hash(key[0], key) for key in person_keys(one, names)}
    if one.name is None and one.day is not None and one.country and one.role:
        holder = holders.on(one.country, one.role, one.day)
        keys |= {_hash("l", f"name:{names.surname_key(holder)}")} if holder else set()
    return frozenset(keys)


def _hash(letter: str, key: str) -> str:
    """Write a key as nobody can read it: it outlives for a moment what was forgotten."""
    return letter + hashlib.sha256(key.encode()).hexdigest()[:15]
