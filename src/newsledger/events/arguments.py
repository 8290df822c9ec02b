"""Who the parties of an event are: the slots of its frame, filled from the syntax around its trigger."""

from dataclasses import dataclass, replace

from newsledger.events.parties import (
    Party,
    Who,
    described_at,
    maker,
    modifiers,
    named_before,
    party_at,
)
from newsledger.events.rules import LightVerb, Predicate, Rules
from newsledger.events.syntax import (
    VERBS,
    child,
    clause_subject,
    governing_verb,
    noun_phrase,
    obj,
    owner,
    prepositional,
    recipient_object,
    says_that,
    subject,
    surface_subject,
)
from newsledger.model import Annotated

#: Where a light verb or a noun says to whom, beside what its entry says.
_TOWARDS = ("prep:on", "prep:against", "prep:with", "prep:to", "prep:into", "prep:at")
#: Types that are aimed at somebody, who may stand deep in what they are about; and how deep is looked, by what.
_AIMED = frozenset(
    {
        "ACCUSE",
        "AGREE",
        "AID",
        "REJECT",
        "REQUEST",
        "THREATEN",
        "SUPPORT",
        "SANCTION",
        "COERCE",
        "ASSAULT",
        "CONCEDE",
        "COOPERATE",
        "PROTEST",
    }
)
_REACH = 5
#: Prepositions that lead from such an act to whom it is for.
_TOWARDS_ACT = ("prep:for", "prep:to", "prep:of", "prep:with", "prep:towards")
#: Words before a condition.
_CONDITIONS = frozenset({"if", "unless", "until"})
#: Types that several do to each other where nobody else is named.
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_ABOUT = frozenset(
    {
        "dobj",
        "prep",
        "pobj",
        "ccomp",
        "xcomp",
        "acl",
        "pcomp",
        "compound",
        "poss",
        "nmod",
        "amod",
        "dative",
        "nsubj",
        "nsubjpass",
        "agent",
    }
)
#: Acts that are done by saying something.
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
#: Acts whose object may be such an act itself, done by its owner ("repeated Kenya's support for Chad").
_GIVEN = frozenset({"AGREE", "AID", "COOPERATE", "SUPPORT"})
#: Acts that may be aimed at an act or a thing that is nobody's ("rejected the decision").
_AT_THINGS = frozenset({"ACCUSE", "PROTEST", "REJECT", "SUPPORT"})
#: Nouns for what stands between two, or comes from one: it is done to the other ("closed the border with Chad").
_BETWEEN = """access agreement appeal bid border call cooperation crossing flight frontier link offer plan proposal
    relation relationship request talk tie trade"""
_TIES = frozenset(_BETWEEN.split())
#: Nouns for people who act without being anybody that a list knows.
_UNKNOWN = ("armed", "civilian", "refugee", "someone", "troops")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that may name something done, and the verb that lends it arguments, if any.

    Attributes:
        index: Its token.
        pos: ``verb``, ``noun`` or ``adj``.
        support: Of a noun: the verb.
        light: The light verb's entry.
    """

    index: int
    pos: str
    support: int | None = None
    light: LightVerb | None = None


def trigger_at(doc: Annotated, index: int, pos: str, rules: Rules) -> Trigger:
    """Look at a word and, for a noun, at the light verb that it hangs from or that hangs from it."""
    if pos != "noun":
        return Trigger(index=index, pos=pos)
    lent = light_verb(doc, index, rules)
    if lent is not None:
        return Trigger(index=index, pos=pos, support=lent[0], light=lent[1])
    governed = governing_verb(doc, index)
    return Trigger(index=index, pos=pos, support=None if governed is None else governed[0])


def light_verb(doc: Annotated, index: int, rules: Rules) -> tuple[int, LightVerb] | None:
    """Give the light verb that a noun hangs from ("held talks"), or that hangs from it ("talks held")."""
    governed = governing_verb(doc, index)
    if governed is not None:
        verb, words = governed
        between = [
            doc.tokens[i].lemma for i in doc.children[verb] if doc.tokens[i].deprel in ("prt", "dobj") and i != index
        ]
        keys = (" ".join((doc.tokens[verb].lemma, *middle, *words)) for middle in (between, ()))
        light = next((rules.light_verbs[key] for key in keys if key in rules.light_verbs), None)
        return None if light is None else (verb, light)
    below = child(doc, index, ("acl", "relcl"))
    light = None if below is None else rules.light_verbs.get(doc.tokens[below].lemma)
    return None if below is None or light is None else (below, light)


def slot(doc: Annotated, trigger: Trigger, name: str, who: Who) -> int | None:
    """Give the head of what fills a slot of a trigger, or None."""
    if name.startswith("prep:"):
        return _after(doc, trigger, name[5:])
    if trigger.pos == "noun":
        return _noun_slot(doc, trigger, name, who)
    if trigger.pos == "adj":
        return _described(doc, trigger.index) if name == "subj" else None
    fill = {"subj": subject, "dobj": obj, "iobj": recipient_object, "comp": clause_subject}.get(name)
    found = fill(doc, trigger.index) if fill else None
    token = doc.tokens[trigger.index]
    if name == "subj" and token.deprel == "acl" and found == token.head and not who.at(token.head):
        return owner(doc, token.head)  # "issued a report accusing": who issued it
    if name == "oprd":
        return child(doc, trigger.index, ("oprd",))
    if name == "dobj" and found is None and not says_that(doc, trigger.index):
        return clause_subject(doc, trigger.index)  # "found him guilty", "wants them to go"
    return found


def find_parties(
    doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Find who does it and to whom.

    Returns:
        Actor and recipient. Where they do it to each other ("talks between"), the actor is all of them.
    """
    among = _among(doc, trigger, who, rules)
    if among is not None:
        lender = _lent(doc, trigger, who, rules) if trigger.light is not None else None
        return (lender, among) if lender is not None and lender.ids else (among, None)
    actor, hosted = _first(doc, trigger, predicate.actor, who, rules), None
    lent = None if trigger.light is None else _lent(doc, trigger, who, rules)
    lends = _lends(trigger, predicate)
    if lends == "actor" and lent is not None:
        if predicate.mutual and lent.ids:
            actor, hosted = lent, actor  # "hosted a meeting of the envoys"
        actor = actor or lent
    actor = None if actor is None else _acting(doc, actor, who, rules)
    recipient = _aimed_at(doc, trigger, predicate, actor, who, rules) or hosted
    if recipient is None:
        recipient = lent if lends == "recipient" else _towards(doc, trigger, who, rules) if lends else None
    if actor and recipient and (actor.head == recipient.head or (actor.ids and actor.ids == recipient.ids)):
        recipient = None
    if predicate.event_type in _AIMED and (recipient is None or _is_tie(doc, recipient)):
        recipient = _farther(doc, trigger, predicate, actor, who) or recipient
    return actor, recipient


def _lends(trigger: Trigger, predicate: Predicate) -> str | None:
    """Say which party a light verb's subject is: ``actor``, ``recipient``, or None."""
    if trigger.light is None or trigger.support is None:
        return None
    if trigger.light.subject == "recipient" or is_answered(trigger, predicate):
        return "recipient"
    return "actor" if trigger.light.subject == "actor" else None


def _acting(doc: Annotated, party: Party, who: Who, rules: Rules) -> Party | None:
    """Give who acts: an actor, who made what acts, or people whom no list knows ("dozens of villagers")."""
    if party.ids:
        return party
    made = maker(doc, party.head, who)
    if made is not None:
        return Party(head=made, span=noun_phrase(doc, made), ids=who.at(made))
    lemma, noun = doc.tokens[party.head].lemma, doc.tokens[party.head].upos == "NOUN"
    return party if noun and any(lemma in rules.classes[name] for name in _UNKNOWN) else None


def _aimed_at(
    doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who, rules: Rules
) -> Party | None:
    """Give the recipient by the slots of the frame, else whom a threat is laid on ("if Chad does not …")."""
    slots = (*predicate.recipient, *_clause_slots(trigger))
    party = _first(doc, trigger, slots, who, rules, () if actor is None else actor.ids)
    if party is not None and party.ids:
        own = doc.tokens[party.head]
        if own.deprel == "poss" and _is_same_act(doc, own.head, predicate, rules):
            party = _first(
                doc, replace(trigger, index=own.head, pos="noun", support=None, light=None), _TOWARDS_ACT, who, rules
            )
        return party
    if predicate.event_type == "THREATEN" and actor is not None:
        return _laid_on(doc, trigger, actor, who) or party
    return party


def _is_same_act(doc: Annotated, noun: int, predicate: Predicate, rules: Rules) -> bool:
    """Say whether a verb of backing or giving has such an act for its object, whose owner is the one who gives."""
    if predicate.event_type not in _GIVEN:
        return False
    return any(
        entry.event_type == predicate.event_type for entry in rules.predicates["noun"].get(doc.tokens[noun].lemma, ())
    )


def _laid_on(doc: Annotated, trigger: Trigger, actor: Party, who: Who) -> Party | None:
    """Give on whom the condition of a threat is laid ("vowed to march unless *the council* resigns")."""
    for index in doc.subtree(trigger.index):
        if doc.tokens[index].deprel != "advcl" or doc.tokens[index].upos not in VERBS:
            continue
        if any(doc.tokens[i].lemma in _CONDITIONS and i < index for i in doc.children[index]):
            head = child(doc, index, ("nsubj",))
            ids = () if head is None else who.at(head)
            if head is not None and ids and not set(ids) & set(actor.ids):
                return Party(head=head, span=noun_phrase(doc, head), ids=ids)
    return None


def _is_tie(doc: Annotated, party: Party) -> bool:
    return not party.ids and doc.tokens[party.head].lemma in _TIES


def _farther(doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who) -> Party | None:
    """Give the nearest actor in what a deed is about, else the act or thing that it is about."""
    if actor is None or (predicate.event_type in _TOGETHER and len(actor.ids) > 1):
        return None  # several who agree do so with each other
    return (
        _within_reach(doc, trigger, actor, who, _ABOUT)
        or _thing(doc, trigger, predicate, who)
        or _within_reach(doc, trigger, actor, who, _ABOUT | {"relcl"})
    )


def _thing(doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who) -> Party | None:
    """Give the act or thing that a deed is about where it is nobody's ("condemned the bombing")."""
    if predicate.event_type not in _AT_THINGS:
        return None
    heads = (slot(doc, trigger, name, who) for name in predicate.recipient if name not in ("mod", "poss"))
    return next((described_at(doc, head, who) for head in heads if head is not None and head != trigger.index), None)


def _within_reach(doc: Annotated, trigger: Trigger, actor: Party, who: Who, labels: frozenset[str]) -> Party | None:
    """Give the nearest actor below a deed, layer by layer: "rejected an appeal filed by *the miners*"."""
    layer = [trigger.index if trigger.support is None or trigger.pos == "verb" else trigger.support]
    start = min(layer[0], trigger.index)
    for _ in range(_REACH):
        layer = [
            below
            for above in layer
            for below in doc.children[above]
            if below > start and doc.tokens[below].deprel in labels and below != actor.head
        ]
        for index in layer:
            ids = who.heads.get(index, ())
            if ids and not set(ids) & set(actor.ids) and index not in who.dated and doc.tokens[index].upos != "PRON":
                return Party(head=index, span=noun_phrase(doc, index), ids=ids)
    return None


def is_answered(trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether a noun names words that its verb turns down ("rejects the demand"): they were said all the same."""
    turned_down = trigger.light is not None and trigger.light.standing == "denied"
    return turned_down and predicate.event_type in _SAID


def _clause_slots(trigger: Trigger) -> tuple[str, ...]:
    return ("comp",) if trigger.pos == "noun" else ()


def _first(
    doc: Annotated, trigger: Trigger, slots: tuple[str, ...], who: Who, rules: Rules, not_ids: tuple[str, ...] = ()
) -> Party | None:
    """Give the party of the first slot that names an actor, else of the first that is filled."""
    unnamed: Party | None = None
    for name in slots:
        if name == "mod":
            party = named_before(doc, trigger.index, who)
        else:
            head = slot(doc, trigger, name, who)
            party = (
                None if head is None or head == trigger.index else party_at(doc, head, who, rules, frozenset(not_ids))
            )
        if party is not None and party.ids:
            return party
        unnamed = unnamed or party
    return unnamed


def _among(doc: Annotated, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give those between whom a noun says that it is."""
    head = prepositional(doc, trigger.index, "between", 0) if trigger.pos == "noun" else None
    party = None if head is None else party_at(doc, head, who, rules)
    return party if party is not None and party.ids else None


def is_mutual(doc: Annotated, trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether several actors without a recipient do it to each other."""
    return (
        predicate.mutual
        or predicate.event_type in _TOGETHER
        or (trigger.pos == "noun" and prepositional(doc, trigger.index, "between", 0) is not None)
    )


def _after(doc: Annotated, trigger: Trigger, word: str) -> int | None:
    found = prepositional(doc, trigger.index, word)
    if found is None and trigger.light is not None and trigger.support is not None:
        found = prepositional(doc, trigger.support, word)
    if found is None and trigger.pos == "verb":
        found = _behind_object(doc, trigger.index, word)
    return None if found == trigger.index else found


def _behind_object(doc: Annotated, index: int, word: str) -> int | None:
    """Give the noun after a preposition of what it is done to ("sanctions imposed on Kenya were lifted")."""
    thing = obj(doc, index)
    if thing is None:
        return None
    places = (thing, *(i for i in doc.children[thing] if doc.tokens[i].deprel == "acl"))
    return next((noun for place in places if (noun := prepositional(doc, place, word, 0)) is not None), None)


def _noun_slot(doc: Annotated, trigger: Trigger, name: str, who: Who) -> int | None:
    if name == "poss":
        return child(doc, trigger.index, ("poss",))
    if name == "mod":
        return next((i for i in modifiers(doc, trigger.index) if who.at(i)), None)
    if name == "comp":
        return clause_subject(doc, trigger.index)
    above = doc.tokens[trigger.index]
    if name == "subj" and trigger.support is not None:
        return surface_subject(doc, trigger.support)
    if name == "subj" and above.deprel == "pobj" and doc.tokens[above.head].head != above.head:
        return surface_subject(doc, doc.tokens[above.head].head)
    return None


def _described(doc: Annotated, index: int) -> int | None:
    token = doc.tokens[index]
    if token.deprel == "amod":
        return token.head
    return surface_subject(doc, token.head) if token.deprel in ("acomp", "conj") else None


def _lent(doc: Annotated, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    if trigger.support is None:
        return None
    head = subject(doc, trigger.support)
    return None if head is None or head == trigger.index else party_at(doc, head, who, rules)


def _towards(doc: Annotated, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give the party that a light verb leads to ("imposed on Kenya", "threatened Kenya with")."""
    found = _first(doc, trigger, _TOWARDS, who, rules)
    if found is None and trigger.support is not None:
        thing = obj(doc, trigger.support)
        found = None if thing is None or thing == trigger.index else party_at(doc, thing, who, rules)
    return found if found is not None and found.ids else None
