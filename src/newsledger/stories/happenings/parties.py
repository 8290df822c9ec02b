"""Who acts, as he is compared across articles: a state, its government and its head may stand for each other."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from newsledger.model import Actor, Party

_SMALL = frozenset({"of", "the", "and", "for"})
_STATE = frozenset({"country", "government"})
#: Bodies that act for their state: "Uganda" and "the Ugandan army".
_OF_STATE = frozenset({"GOV", "MIL"})

Bodies = Mapping[str, Collection[str]]


def party_of(actor: Actor) -> Party:
    """Make of an article's actor the party that he is in any article."""
    kind = actor.kind
    if kind == "organisation" and actor.country is not None and actor.sector in _OF_STATE:
        kind = "government"
    role = actor.role.lower() if actor.role else None
    if kind == "role" and role is None:
        role = actor.name.lower()
    is_role = role is not None and actor.name.lower().removesuffix("s") == role  # "Voters" at the head of a sentence
    named = kind in ("person", "country") or actor.country is not None or actor.name != actor.name.lower()
    named = named and not (is_role and actor.country is None)
    return Party(name=_plain(actor.name), kind=kind, country=actor.country, role=role, named=named)


def are_compatible(first: Party, second: Party, bodies: Bodies) -> bool:
    """Say whether two parties may be one, or one may stand for the other.

    Args:
        first: One of them.
        second: The other.
        bodies: By office, whom its holder acts for.
    """
    if first.kind is None or second.kind is None:
        return _holds(first, second)
    if first.country and second.country and first.country != second.country:
        return False
    if first.kind == second.kind == "person":
        return _is_one_person(_words(first.name), _words(second.name))
    return (
        _is_one_state(first, second)
        or _is_one_office(first, second)
        or _acts_for(first, second, bodies)
        or _acts_for(second, first, bodies)
        or ("person" not in (first.kind, second.kind) and _holds(first, second))
    )


def is_among(party: Party, others: Iterable[Party], bodies: Bodies) -> bool:
    """Say whether a party is one of some others."""
    return any(are_compatible(party, other, bodies) for other in others)


def enriched(parties: Iterable[Party]) -> Mapping[Party, Party]:
    """Give each person the country and the office that another article of the story gives him.

    Where two countries or offices are given, none is taken.
    """
    people = sorted({one for one in parties if one.kind == "person"}, key=_order)
    by_last: dict[str, list[Party]] = {}
    for one in people:
        by_last.setdefault(one.name.rpartition(" ")[2], []).append(one)
    return {one: _filled(one, by_last[one.name.rpartition(" ")[2]]) for one in people}


def _filled(party: Party, others: Sequence[Party]) -> Party:
    same = [one for one in others if _is_one_person(_words(party.name), _words(one.name))]
    countries = {one.country for one in same} - {None}
    roles = {one.role for one in same} - {None}
    return replace(
        party,
        country=party.country or (countries.pop() if len(countries) == 1 else None),
        role=party.role or (roles.pop() if len(roles) == 1 else None),
    )


def _order(party: Party) -> tuple[str, ...]:
    return (party.name, party.country or "", party.role or "", str(party.named))


def _plain(name: str) -> str:
    cleaned = name.lower().replace("’s", "").replace("'s", "")
    return " ".join(cleaned.split()).removeprefix("the ")


def _holds(first: Party, second: Party) -> bool:
    """Say whether one name is part of the other: "obama" of "barack obama"."""
    one, other = _great(first.name), _great(second.name)
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    return tuple(name.split())


@lru_cache(maxsize=1 << 14)
def _great(name: str) -> frozenset[str]:
    return frozenset(name.split()) - _SMALL


def _is_one_person(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1 or one[0] == other[0]:
        return True
    return one[0][0] == other[0][0] and min(len(one[0].strip(".")), len(other[0].strip("."))) == 1


def _is_one_state(first: Party, second: Party) -> bool:
    return is_state(first) and is_state(second) and first.country == second.country


def is_state(party: Party) -> bool:
    """Say whether a party is a state, its government, or its people."""
    return party.country is not None and party.kind in ("country", "government", "group")


def _is_one_office(first: Party, second: Party) -> bool:
    """Compare by office: "Norway's prime minister" is whoever holds it; two named persons are two."""
    if first.role is None or first.role != second.role:
        return False
    return first.country == second.country or first.country is None or second.country is None


def _acts_for(holder: Party, body: Party, bodies: Bodies) -> bool:
    """Say whether one holds an office that speaks for the other: a president for his state, a governor for a bank."""
    if holder.kind not in ("person", "role") or holder.role is None:
        return False
    kinds = bodies.get(holder.role, ())
    if "state" in kinds and is_state(body) and holder.country == body.country:
        return True
    return any(kind in body.name.split() for kind in kinds)
