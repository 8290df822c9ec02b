"""Says whether an actor of one article is an actor of another."""

from collections.abc import Iterable, Sequence

from newsledger.model import Actor

#: The same words for somebody who has no name: "the court".
SAME_WORDS = 0.6
_STATE = frozenset({"country", "government"})
_SMALL = frozenset({"of", "the", "and", "for", "in"})
#: Bodies that act for their state: "Uganda" and "the Ugandan army".
_OF_STATE = frozenset({"GOV", "MIL"})


def sameness(first: Actor, second: Actor) -> float:
    """Say how sure it is that two actors are one: 1 by the same key, 0 where nothing speaks for it.

    A key holds the country that the article gave a person, which another article may not give; so
    full names count as much. A bare office ("the court") is another one in each article.
    """
    if first.key == second.key:
        return 1.0 if _is_named(first) else SAME_WORDS
    if first.kind == second.kind == "person":
        return max(_persons(first, second), _offices(first, second))
    if first.country is not None and first.country == second.country:
        return max(_of_one_country(first, second), _offices(first, second), _names(first, second))
    return 0.0 if first.country and second.country else _names(first, second)


def best(wanted: Actor, among: Iterable[Actor]) -> float:
    """Give the sameness of the likeliest."""
    return max((sameness(wanted, one) for one in among), default=0.0)


def weakest(wanted: Iterable[Actor], among: Sequence[Actor]) -> float:
    """Give the sameness of the one who is least likely among others; 0 where nobody is wanted."""
    return min((best(one, among) for one in wanted), default=0.0)


def _is_named(actor: Actor) -> bool:
    """Say whether it has a name, of its own or of its country, and is not just "the court"."""
    return actor.kind in ("person", "country") or actor.country is not None or actor.name != actor.name.lower()


def words_of(actor: Actor) -> list[str]:
    """Give the words of a name in lower case, without the small ones."""
    cleaned = actor.name.lower()
    if "'" in cleaned or "’" in cleaned:
        cleaned = cleaned.replace("'s", "").replace("’s", "")
    return [token for token in cleaned.split() if token not in _SMALL]


def _persons(first: Actor, second: Actor) -> float:
    one, other = words_of(first), words_of(second)
    if not one or not other or one[-1] != other[-1]:
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return 0.85
    if one[0] == other[0]:
        return 1.0
    return 0.85 if one[0][:1] == other[0][:1] and min(len(one[0].strip(".")), len(other[0].strip("."))) == 1 else 0.0


def _offices(first: Actor, second: Actor) -> float:
    """Compare by office: the same of the same country, where one of the two has no name of its own."""
    if first.role is None or first.role != second.role or first.country is None or first.country != second.country:
        return 0.0
    named = (any(mention.form in ("name", "short") for mention in one.mentions) for one in (first, second))
    return 0.0 if first.kind == second.kind == "person" and all(named) else 0.9


def _of_one_country(first: Actor, second: Actor) -> float:
    if first.kind in _STATE and second.kind in _STATE:
        return 0.95
    if "country" not in (first.kind, second.kind):
        return 0.0
    return 0.85 if is_of_state(second if first.kind == "country" else first) else 0.0


def is_of_state(actor: Actor) -> bool:
    """Say whether somebody is a state or acts for one: "Uganda", "the Ugandan army", "Ugandans"."""
    if actor.kind in _STATE or (actor.kind != "person" and actor.sector in _OF_STATE):
        return actor.country is not None
    return actor.kind == "group" and any(mention.form == "demonym" for mention in actor.mentions)


def _names(first: Actor, second: Actor) -> float:
    """Compare names of bodies: "the Supreme Court", "the Supreme Court of Kenya"."""
    if "person" in (first.kind, second.kind):
        return 0.0
    one, other = set(words_of(first)), set(words_of(second))
    if one and one == other:
        return 0.95 if len(one) > 1 or _is_named(first) else SAME_WORDS
    return 0.85 if min(len(one), len(other)) > 1 and (one <= other or other <= one) else 0.0
