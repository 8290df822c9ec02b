"""Names actors so coarsely that whoever may be the same elsewhere shares a name: what is worth looking through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsledger.model import Actor, Record
from newsledger.outlook.life.awaited import Awaited
from newsledger.outlook.life.document import content_words
from newsledger.outlook.life.parties import is_of_state, sameness, words_of


def worth_reading(awaits: Sequence[Awaited], records: Iterable[Record]) -> Iterator[Record]:
    """Give the articles that may tell of what is waited for: by their actors, or by their words."""
    parties = tuple({actor.id: actor for one in awaits for actor in one.parties}.values())
    gate = _Gate(
        keys=frozenset(actor.key for actor in parties),
        countries=frozenset(actor.country for actor in parties if actor.country is not None),
        words=frozenset(word for actor in parties for word in words_of(actor)),
    )
    bare = [one.words for one in awaits if not one.parties and one.names]
    for record in records:
        near = (actor for actor in record.actors if gate.lets(actor))
        if any(sameness(wanted, actor) > 0 for actor in near for wanted in parties) or _names_all(bare, record):
            yield record


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gate:
    """What two actors have in common, at the least, whom ``sameness`` takes for one: quick to ask."""

    keys: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]

    def lets(self, actor: Actor) -> bool:
        if actor.key in self.keys or actor.country in self.countries:
            return True
        if actor.kind == "person":
            return actor.name.rpartition(" ")[2].lower() in self.words
        return not self.words.isdisjoint(words_of(actor))


def _names_all(bare: Sequence[frozenset[str]], record: Record) -> bool:
    """Say whether all words of something without a party stand in an article."""
    if not bare:
        return False
    text = record.article.text.lower()
    # "policy" may stand there as "policies"; to look for the letters first is quick.
    near = [words for words in bare if all(word.removesuffix("y") in text for word in words)]
    return bool(near) and any(words <= content_words(text) for words in near)


def keys_of(actors: Iterable[Actor]) -> frozenset[str]:
    """Give the keys of some actors; two whom ``sameness`` takes for one share one."""
    return frozenset(key for actor in actors for key in _of(actor))


def _of(actor: Actor) -> Iterator[str]:
    """Give an actor's keys: one for each ground on which ``sameness`` takes two for one."""
    yield f"key:{actor.key}"
    words = words_of(actor)
    parts = sorted(set(words))
    if actor.role is not None and actor.country is not None:
        yield f"office:{actor.role}:{actor.country}"
    if actor.kind == "person":
        yield f"person:{words[-1] if words else ''}"
        return
    if is_of_state(actor):
        yield f"state:{actor.country}"
    if len(parts) == 1:
        yield f"name:{parts[0]}"
    # One name may be a part of the other ("the Supreme Court of Kenya"), and then they share two words.
    yield from (f"name:{one} {other}" for one, other in combinations(parts, 2))
