"""Tells words that name a kind of deed, and no deed of somebody: charges, wars in general, a journey of anybody."""

from newsledger.events.frames.parties import is_official
from newsledger.events.setting.acts import Act, has_office
from newsledger.events.standing import is_definite

#: Nouns for what is fought, also as a kind or a figure of speech ("how *wars* begin", "a *battle* for the ages").
_FIGHTS = frozenset({"battle", "conflict", "fight", "war"})
#: Nouns for what brings somebody to where he meets others.
_JOURNEYS = frozenset({"journey", "tour", "trip", "visit"})
#: Verbs for harm that also comes without anybody who does it.
_HARMS = frozenset({"hurt", "injure", "kill", "wound"})


def is_charge(act: Act) -> bool:
    """Say whether a noun for a deed only names what somebody is charged with ("one count of *murder*")."""
    if act.is_verb or act.event_type != "ASSAULT" or act.coded.recipient is not None:
        return False
    tokens, words = act.syntax.tokens, act.rules.classes["charge"]
    token = tokens[act.coded.index]
    while token.deprel == "conj":
        token = tokens[token.head]
    if token.deprel in ("compound", "nmod"):
        return tokens[token.head].lemma in words
    if token.deprel != "pobj":
        return False
    return tokens[tokens[token.head].head].lemma in words


def is_kind_of_fight(act: Act) -> bool:
    """Say whether a noun for a fight is none that is known: without parties, a place, a day or "the"."""
    token = act.syntax.tokens[act.coded.index]
    if (
        act.is_verb
        or token.lemma not in _FIGHTS
        or act.parties
        or is_definite(act.syntax.doc, act.coded.index, act.rules)
    ):
        return False
    named = any(act.who.at(i) for i in act.syntax.doc.subtree(act.coded.index))
    return not named and not any(i in act.who.dated for i in act.sentence.indices)


def is_journey(act: Act) -> bool:
    """Say whether a journey is of nobody who goes for a land or a body ("a *trip* to the coast")."""
    token = act.syntax.tokens[act.coded.index]
    if act.is_verb or act.event_type != "CONSULT" or token.lemma not in _JOURNEYS:
        return False
    actor = act.coded.actor
    if actor is not None and actor.ids:
        return not any(has_office(act.who, own) for own in actor.ids)
    return token.lemma != "visit" and not any(is_official(act.who, own) for own in act.ids)


def is_hurt_by_nobody(act: Act) -> bool:
    """Say whether people come to harm and nobody is told of who does it ("no one was *injured*")."""
    if not act.is_verb or act.event_type != "ASSAULT" or act.syntax.tokens[act.coded.index].lemma not in _HARMS:
        return False
    return not act.doers
