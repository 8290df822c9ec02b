"""Entries of nouns made from those of their verbs: "the *dissolution* of the party" is "dissolved the party".

As in NOMLEX (Macleod and others 1998) a noun has the arguments of its verb in places of its own: the object behind
"of" or before the noun, the subject behind "by". Each entry of the verb becomes one of the noun, with its conditions
on what fills these places, so that only what the verb would be is the noun too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsledger.events.entries.predicates import Condition, Predicate
from newsledger.lexicon import Row

#: Where the object of a noun's verb stands, and its subject; the first that is filled counts.
_PLACES = {
    "object": {"subj": ("prep:by",), "dobj": ("prep:of", "compound", "poss")},
    "owner": {"subj": ("prep:by", "poss", "mod"), "dobj": ("prep:of", "compound")},
    "subject": {"subj": ("prep:by", "poss", "prep:of", "compound"), "dobj": ()},
}
#: Places of a gerund, which names no deed with a mere noun before it ("oil drilling").
_OF_GERUND = {"subj": ("prep:by",), "dobj": ("prep:of", "poss")}
_VOWELS = frozenset("aeiou")
#: Letters that are never doubled before "-ing".
_SINGLE = frozenset("aeiouwxy")

Places = Mapping[str, tuple[str, ...]]
Entries = Mapping[str, tuple[Predicate, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A noun for what a verb says.

    Attributes:
        verb: The verb, with its particle.
        places: Where the subject and the object of the verb stand beside the noun.
        entries: The verb's entries, as entries of the noun.
    """

    verb: str
    places: Places
    entries: tuple[Predicate, ...]

    def entry_of(self, entry: Predicate) -> Predicate:
        """Give the entry of a verb as the noun's, for one that is known to be meant by it: with no condition."""
        return replace(
            entry,
            pos="noun",
            others=(),
            actor=_slots(entry.actor, self.places),
            recipient=_slots(entry.recipient, self.places),
            conditions=(),
        )


def read_nominals(verbs: Entries, rows: Iterable[Row]) -> dict[str, Nominal]:
    """Give the nouns for what verbs say, by their lemmas.

    Args:
        verbs: The entries of each verb.
        rows: Nouns with their verbs, and whether what owns them is the object ("his *removal*"), or the subject
            whether there is an object (``owner``: "his *rejection* of it") or not (``subject``: "his *arrival*").
    """
    found = {row["noun"]: _nominal(verbs, row["verb"], _PLACES[row["owner"]]) for row in rows}
    for verb in verbs:
        for noun in _gerunds(verb):
            found.setdefault(noun, _nominal(verbs, verb, _OF_GERUND))
    return found


def _nominal(verbs: Entries, verb: str, places: Places) -> Nominal:
    return Nominal(verb=verb, places=places, entries=tuple(_entries(verbs, verb.split(), places)))


def _gerunds(verb: str) -> Iterator[str]:
    """Give the ways in which a verb's gerund may be written: "signing", "closing", "banning"."""
    if verb.endswith("ie"):
        yield f"{verb[:-2]}ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        yield f"{verb[:-1]}ing"
    else:
        yield f"{verb}ing"
        if verb[-1] not in _SINGLE and verb[-2:-1] in _VOWELS and verb[-3:-2] not in _VOWELS:
            yield f"{verb}{verb[-1]}ing"


def _entries(verbs: Entries, words: list[str], places: Places) -> Iterator[Predicate]:
    """Give the entries of a verb with its particle, as entries of its noun."""
    verb, *particle = words
    of_gerund = places is _OF_GERUND
    for entry in verbs.get(verb, ()):
        rest = entry.others[len(particle) :]
        taken = list(entry.others[: len(particle)]) == particle and _is_carried_over(entry)
        if taken and not (of_gerund and not _has_object(entry) and not entry.others):
            yield _entry(replace(entry, others=rest), places)


def _is_carried_over(entry: Predicate) -> bool:
    """Say whether a verb's entry asks for nothing that a noun has no place for."""
    slots = {*entry.actor, *entry.recipient, *(condition.slot for condition in entry.conditions)}
    return slots.isdisjoint(("iobj", "oprd", "comp", "next"))


def _has_object(entry: Predicate) -> bool:
    return "dobj" in entry.recipient or any(one.slot == "dobj" and "none" not in one.values for one in entry.conditions)


def _entry(entry: Predicate, places: Places) -> Predicate:
    of_object = _has_object(entry) and bool(places["dobj"])
    conditions = tuple(_condition(one, places, of_object=of_object) for one in entry.conditions)
    filled = "|".join(places["dobj"] if of_object or (entry.others and places["dobj"]) else places["subj"])
    own = Condition(slot="compound", values=frozenset({"self"}), wanted=False)  # "self-punishment"
    return replace(
        entry,
        pos="noun",
        actor=_slots(entry.actor, places),
        recipient=_slots(entry.recipient, places),
        conditions=(*conditions, own, Condition(slot=filled, values=frozenset({"none"}), wanted=False)),
    )


def _slots(names: tuple[str, ...], places: Places) -> tuple[str, ...]:
    return tuple(slot for name in names for slot in places.get(name, (name,)))


def _condition(one: Condition, places: Places, *, of_object: bool) -> Condition:
    """Ask of a noun's places what a verb's entry asks of its own; a noun may leave out who does it."""
    slot = "|".join(places.get(one.slot, (one.slot,)))
    optional = one.slot == "subj" and one.wanted and of_object
    return replace(one, slot=slot, values=one.values | {"none"} if optional else one.values)
