"""Tells what is no public affair: games, markets, weather, works of art, and what strangers do to each other."""

from collections.abc import Iterator

from newsledger.events.arguments import Party, Who
from newsledger.events.coder import Coded
from newsledger.events.rules import Rules
from newsledger.events.syntax import obj, subject
from newsledger.model import Annotated, Sentence

#: Words of a game that must come together where none of them is of a game alone.
_FEWEST_WEAK = 2
#: Sectors whose acts stay public beside a playing field.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF", "OPP", "IGO"})
#: Classes of things that act without any public actor.
_THINGS = ("artwork", "machine", "market", "nature")
#: Kinds of actors that are public, whatever their sector, and sectors of people who are not by themselves.
_BODIES = frozenset({"country", "government", "organisation"})
_PRIVATE = frozenset({None, "CVL", "BUS", "CRM", "LAB"})
_PERSONS = frozenset({"person", "role"})
#: What is done to a game from outside it.
_OUTSIDE = frozenset({"SANCTION", "PROTEST", "MOBILIZE"})


def is_private(doc: Annotated, coded: Coded, who: Who, rules: Rules) -> bool:
    """Say whether an act is no public affair, and so no event of the record.

    Args:
        doc: The parsed article.
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists; their classes ``sport``, ``game``, ``market``, ``nature``, ``machine``,
            ``artwork`` and ``public`` name what each scene is made of.
    """
    if coded.hit.predicate.event_type in (None, "OTHER"):
        return False
    ids = {own for party in _parties(coded) for own in party.ids}
    officials = {own for own in ids if who.sectors.get(own) in _OFFICIAL and who.kinds[own] != "country"}
    if not officials and _is_game(doc, coded, rules):
        return True
    if any(_is_public(who, own) for own in ids):
        return False
    doers, others = (frozenset(_lemmas(doc, heads)) for heads in _sides(doc, coded))
    if any(doers & rules.classes[scene] for scene in _THINGS) or others & rules.classes["artwork"]:
        return True
    return _is_among_strangers(doc, coded, doers | others, who, rules)


def _is_among_strangers(doc: Annotated, coded: Coded, sides: frozenset[str], who: Who, rules: Rules) -> bool:
    """Say whether nobody of public life has to do with it: a thief and a pensioner, or a text that names nobody."""
    sentence = doc.sentence_at(coded.index).indices
    named = {own for index in sentence for own in who.at(index)}
    if any(_is_public(who, own) for own in named):
        return False
    if any(doc.tokens[index].lemma in rules.classes["public"] for index in sentence):
        return False
    private = rules.classes["private"]
    if sides & private and sides <= private | rules.classes["someone"]:
        return True
    return not any(_is_public(who, own) for own in who.kinds)


def _is_public(who: Who, actor: str) -> bool:
    """Say whether an actor is more than some person: a body, a country, or somebody with an office."""
    if who.kinds[actor] in _BODIES or who.sectors.get(actor) not in _PRIVATE:
        return True
    return actor in who.countries and who.kinds[actor] not in _PERSONS


def _parties(coded: Coded) -> tuple[Party, ...]:
    return tuple(party for party in (coded.actor, coded.recipient) if party is not None)


def _is_game(doc: Annotated, coded: Coded, rules: Rules) -> bool:
    if coded.hit.predicate.event_type in _OUTSIDE and coded.hit.trigger.pos == "noun":
        return False
    sentence = doc.sentence_at(coded.index)
    lemmas = {doc.tokens[index].lemma.lower() for index in sentence.indices}
    if lemmas & rules.classes["sport"]:
        return True
    return len(lemmas & rules.classes["game"]) + _holds_score(doc, sentence) >= _FEWEST_WEAK


def _holds_score(doc: Annotated, sentence: Sentence) -> bool:
    """Say whether a sentence holds a result such as "2-1"."""
    for index in sentence.indices:
        sides = doc.tokens[index].text.replace("–", "-").split("-")
        if len(sides) == 2 and all(side.isdigit() and len(side) <= 2 for side in sides):
            return True
    return False


def _sides(doc: Annotated, coded: Coded) -> tuple[set[int], set[int]]:
    """Give the heads of those who do it and of those to whom, also where they are nobody's name."""
    trigger = coded.hit.trigger
    verb = trigger.support if trigger.pos == "noun" else trigger.index
    doers = {coded.actor.head} if coded.actor else set()
    others = {coded.recipient.head} if coded.recipient else set()
    if verb is not None:
        doers |= {head} if (head := subject(doc, verb)) is not None else set()
        others |= {head} if (head := obj(doc, verb)) is not None else set()
    return doers, others


def _lemmas(doc: Annotated, heads: set[int]) -> Iterator[str]:
    for head in heads:
        yield doc.tokens[head].lemma.lower()
        yield doc.tokens[head].text.lower().removesuffix("s")  # "Wildfires" that heads a sentence keeps its s
