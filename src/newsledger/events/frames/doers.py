"""Who acts where the words before a deed name a thing, an act or a nation: "US airstrikes", "rebel shelling killed"."""

import re
from collections.abc import Iterator

from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger, slot
from newsledger.events.frames.parties import Party, Who, is_name_by_case, is_people, modifiers, party_at
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Syntax

#: A nation as an adjective, in capitals: "Iraqi", "Russian", "Turkish", "Chinese", "U.S."; not "human", "urban".
_NATION = re.compile(r"[A-Z][\w-]*(?:[a-z]an|[a-z]i|ish|ese)|U\.?S\.?|U\.?K\.?|French|Dutch|Greek|Czech|Swiss|Thai")
#: Types of which a nation before the noun is the doer ("Russian sanctions" may be against Russia).
_DOING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "REQUEST", "RETREAT", "SUPPORT", "THREATEN"})
#: Acts and weapons that stand for whoever makes them.
_ACTS = _DOING | {"AID", "SANCTION"}
#: Types that are done to a land where its name fills their slot.
_LANDS = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
#: Those of them that are so only where troops are moved.
_MOVES = frozenset({"MOBILIZE"})
#: Slots whose land is a place all the same.
_PLACES = frozenset({"prep:in", "prep:at", "prep:near", "prep:outside", "prep:from"})
#: Nouns for people who act without being anybody that a list knows.
_UNKNOWN = ("armed", "civilian", "refugee", "someone", "troops")
#: Where the noun for an act says who did it.
_BY_WHOM = ("poss", "prep:by", "prep:from", "mod")


def acting_before(syntax: Syntax, rules: Rules) -> frozenset[int]:
    """Give the names and nationalities that stand before a deed or a weapon as whose it is ("*Russian* shelling").

    They name actors there, though no mention of somebody else would be made of them ("*Russian* novels").
    """
    found: set[int] = set()
    for index in syntax.clauses:
        token = syntax.tokens[index]
        entries = rules.predicates["noun" if token.upos == "NOUN" else "verb"].get(token.lemma, ())
        if entries:
            found.update(_at_slots(syntax, index, entries, rules))
        if token.upos != "NOUN" or not (entries or _is_arm(token.lemma, rules)):
            continue
        before = [i for i in modifiers(syntax.doc, index) if syntax.tokens[i].text[0].isupper()]
        if before and _is_somebodys(syntax, index, rules):
            found.update(before)
    return frozenset(found)


def _at_slots(syntax: Syntax, index: int, entries: tuple[Predicate, ...], rules: Rules) -> Iterator[int]:
    """Give the names that fill slots of a word's entries, where a land is no mere place ("an attack on *Chad*")."""
    fill = {"dobj": syntax.object, "iobj": syntax.recipient}
    moved = {syntax.tokens[i].lemma for i in (syntax.agent(index), syntax.object(index)) if i is not None}
    # "left *Chad*" may be anybody's trip.
    lands = _LANDS if moved & rules.classes["troops"] else _LANDS - _MOVES
    sides = (entry.recipient for entry in entries if entry.event_type in lands)
    for name in {name for side in sides for name in side} - _PLACES:
        filler = fill[name](index) if name in fill else None
        filler = syntax.prepositional(index, name[5:]) if name.startswith("prep:") else filler
        if filler is not None and syntax.tokens[filler].upos == "PROPN":
            yield filler


def _is_arm(lemma: str, rules: Rules) -> bool:
    return lemma in rules.classes["weapon"] or lemma in rules.classes["craft"]


def _is_somebodys(syntax: Syntax, noun: int, rules: Rules) -> bool:
    """Say whether a noun is for what the one named before it does, or strikes with."""
    lemma = syntax.tokens[noun].lemma
    if lemma in rules.classes["suffered"]:
        return False
    if _is_arm(lemma, rules):
        return syntax.tokens[noun].deprel in ("nsubj", "pobj")  # "shot down a *Russian* bomber" is no deed of Russia's
    entries = [entry for entry in rules.predicates["noun"].get(lemma, ()) if "mod" in entry.actor]
    aimed = any(syntax.prepositional(noun, word) is not None for word in ("on", "against"))
    return any(entry.mutual or entry.event_type in _ACTS - {"SANCTION"} or aimed for entry in entries)


def nation_before(syntax: Syntax, trigger: Trigger, predicate: Predicate, rules: Rules) -> Party | None:
    """Give the nation or force that stands before the noun for what it does ("Israeli air strikes")."""
    noun = syntax.tokens[trigger.index].lemma
    gives = predicate.event_type == "AID" and syntax.prepositional(trigger.index, "to") is not None
    if trigger.pos != "noun" or noun in rules.classes["suffered"] or not (predicate.event_type in _DOING or gives):
        return None
    return _nation_of(syntax.doc, trigger.index, rules)


def _nation_of(doc: Annotated, noun: int, rules: Rules) -> Party | None:
    for index in modifiers(doc, noun):
        if _is_nation(doc, index, rules):
            return Party(head=index, span=doc.tokens[index].span, ids=(), by="nationality before the noun")
    return None


def _is_nation(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a word before a noun names a nation or a force."""
    token = doc.tokens[index]
    if token.text.lower() in rules.classes["force"]:
        return True
    return _NATION.fullmatch(token.text) is not None and token.text.lower() not in rules.classes["no nation"]


def act_as_subject(syntax: Syntax, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> int | None:
    """Give the act that a verb has for its subject ("*the raid* killed ten"), None where its subject is no act."""
    if trigger.pos != "verb":
        return None
    heads = (slot(syntax, trigger, name, who, rules) for name in predicate.actor)
    head = next((found for found in heads if found is not None), None)
    if head is None or who.heads.get(head) or syntax.tokens[head].upos != "NOUN":
        return None
    entries = rules.predicates["noun"].get(syntax.tokens[head].lemma, ())
    return head if any(entry.event_type in _ACTS for entry in entries) else None


def who_did(syntax: Syntax, act: int, who: Who, rules: Rules) -> Party | None:
    """Give who did an act, by its own words."""
    trigger = Trigger(index=act, pos="noun")
    for name in _BY_WHOM:
        head = slot(syntax, trigger, name, who, rules)
        party = None if head is None else party_at(syntax, head, who, rules)
        if party is not None and party.ids:
            return party
    return None if syntax.tokens[act].lemma in rules.classes["suffered"] else _nation_of(syntax.doc, act, rules)


def acting(syntax: Syntax, party: Party, rules: Rules) -> Party | None:
    """Give who acts: an actor, or somebody whom no list knows ("dozens of villagers")."""
    if party.ids:
        return party
    token = syntax.tokens[party.head]
    if _is_nation(syntax.doc, party.head, rules) or (
        token.upos == "PROPN" and not _is_where(syntax.doc, party.head, rules)
    ):
        return party
    if token.lemma in rules.classes["craft"] or token.upos in ("NUM", "PRON") or is_name_by_case(syntax, party.head):
        return party
    known = is_people(syntax, party.head, rules) or any(token.lemma in rules.classes[name] for name in _UNKNOWN)
    return party if token.upos == "NOUN" and known else None


def _is_where(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a name only tells where ("the crisis in *Chad*, which killed ten")."""
    token = doc.tokens[index]
    leads = doc.tokens[token.head].text.lower() in rules.classes["doer preposition"]
    return token.deprel == "pobj" and not leads
