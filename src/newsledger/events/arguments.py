"""Who the parties of an event are: the slots of its frame, filled from the syntax around its trigger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsledger.events.rules import LightVerb, Predicate, Rules
from newsledger.events.syntax import (
    child,
    clause_subject,
    governing_verb,
    noun_phrase,
    obj,
    owner,
    parties,
    prepositional,
    recipient_object,
    says_that,
    subject,
    surface_subject,
)
from newsledger.model import Actor, Annotated, Span, Timex

#: Parts of speech that may stand for a party, bare numbers included ("14 were killed").
_NAMING = ("NOUN", "PROPN", "NUM")
_MODIFIERS = ("compound", "amod", "nmod", "poss")
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
        "relcl",
    }
)
#: Acts that are done by saying something.
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
#: Prepositions inside a noun phrase that lead to the party it is about ("the decision by the court").
_WITHIN = ("of", "by", "from", "in", "with", "against", "to", "on", "for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Which actors stand at which token.

    Attributes:
        heads: Actor ids by the head token of a mention.
        inside: Actor ids by any token of a mention.
        kinds: Kind of each actor by its id.
        sectors: Sector of each actor by its id, where it is known.
        countries: Ids of the actors whose country is known.
        dated: Tokens of time expressions, which are never a party.
    """

    heads: Mapping[int, tuple[str, ...]]
    inside: Mapping[int, tuple[str, ...]]
    kinds: Mapping[str, str]
    sectors: Mapping[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    dated: frozenset[int] = frozenset()

    @classmethod
    def of(cls, doc: Annotated, actors: tuple[Actor, ...], times: tuple[Timex, ...] = ()) -> "Who":
        """Make the index of all mentions of an article."""
        heads: dict[int, tuple[str, ...]] = {}
        inside: dict[int, tuple[str, ...]] = {}
        for actor in actors:
            for mention in actor.mentions:
                words = doc.tokens_in(mention.span)
                head = doc.head_in(mention.span)
                if head is not None:
                    heads[head] = (*heads.get(head, ()), actor.id)
                for index in words:
                    inside[index] = (*inside.get(index, ()), actor.id)
        return cls(
            heads=heads,
            inside=inside,
            kinds={actor.id: actor.kind for actor in actors},
            sectors={actor.id: actor.sector for actor in actors if actor.sector},
            countries=frozenset(actor.id for actor in actors if actor.country),
            dated=frozenset(index for timex in times for index in doc.tokens_in(timex.span)),
        )

    def at(self, index: int) -> tuple[str, ...]:
        """Give the actors whom a token names, as head of a mention if it is one."""
        return self.heads.get(index) or self.inside.get(index, ())


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party's words and whom they name."""

    head: int
    span: Span
    ids: tuple[str, ...]


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


def modifiers(doc: Annotated, index: int) -> tuple[int, ...]:
    """Give the adjectives and nouns before a noun, those joined to them included."""
    found: list[int] = []
    for below in doc.children[index]:
        if doc.tokens[below].deprel in _MODIFIERS:
            found.append(below)
            found.extend(i for i in doc.children[below] if doc.tokens[i].deprel in (*_MODIFIERS, "conj"))
    return tuple(found)


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
    actor = _first(doc, trigger, predicate.actor, who, rules)
    recipient = _first(doc, trigger, (*predicate.recipient, *_clause_slots(trigger)), who, rules)
    if trigger.light is not None and trigger.support is not None:
        lent = _lent(doc, trigger, who, rules)
        if trigger.light.subject == "recipient" or is_answered(trigger, predicate):
            recipient = recipient or lent
        elif trigger.light.subject == "actor":
            if predicate.mutual and lent is not None and lent.ids:
                actor, recipient = lent, recipient or actor  # "hosted a meeting of the envoys"
            actor = actor or lent
            recipient = recipient or _towards(doc, trigger, who, rules)
    if actor is not None and not actor.ids:
        actor = None
    if actor and recipient and (actor.head == recipient.head or (actor.ids and actor.ids == recipient.ids)):
        recipient = None
    return actor, recipient or _within_reach(doc, trigger, actor, who) if predicate.event_type in _AIMED else recipient


def _within_reach(doc: Annotated, trigger: Trigger, actor: Party | None, who: Who) -> Party | None:
    """Give the nearest actor in what a deed is about, layer by layer: "rejected an appeal filed by *the miners*"."""
    if actor is None:
        return None
    layer = [trigger.index if trigger.support is None or trigger.pos == "verb" else trigger.support]
    start = min(layer[0], trigger.index)
    for _ in range(_REACH):
        layer = [
            below
            for above in layer
            for below in doc.children[above]
            if below > start and doc.tokens[below].deprel in _ABOUT and below != actor.head
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


def party_at(doc: Annotated, head: int, who: Who, rules: Rules) -> Party | None:
    """Give the party that a noun names, or that stands inside its phrase ("Kenya's demand").

    A noun that is an act itself ("condemned the attack") is no party, only those who stand inside.
    """
    own = tuple(dict.fromkeys(i for noun in parties(doc, head) for i in who.at(noun)))
    if own:
        return Party(head=head, span=noun_phrase(doc, head), ids=own)
    within = actor_within(doc, head, who)
    if within is not None:
        return Party(head=within, span=noun_phrase(doc, within), ids=who.at(within))
    token = doc.tokens[head]
    if token.lemma in rules.predicates["noun"] or token.upos not in _NAMING or head in who.dated:
        return None
    return Party(head=head, span=noun_phrase(doc, head), ids=())


def _first(doc: Annotated, trigger: Trigger, slots: tuple[str, ...], who: Who, rules: Rules) -> Party | None:
    """Give the party of the first slot that names an actor, else of the first that is filled."""
    unnamed: Party | None = None
    for name in slots:
        if name == "mod":
            party = _named_before(doc, trigger.index, who)
        else:
            head = slot(doc, trigger, name, who)
            party = None if head is None or head == trigger.index else party_at(doc, head, who, rules)
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


def _named_before(doc: Annotated, index: int, who: Who) -> Party | None:
    """Give the parties that stand before a noun as its modifiers ("US-Iran talks")."""
    named = [i for i in modifiers(doc, index) if who.at(i)]
    if not named:
        return None
    ids = tuple(dict.fromkeys(i for word in named for i in who.at(word)))
    return Party(head=named[0], span=doc.cover(named), ids=ids)


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


def actor_within(doc: Annotated, head: int, who: Who) -> int | None:
    """Give the actor inside a phrase that is none itself: possessor, maker, or modifier."""
    for below in doc.children[head]:
        if doc.tokens[below].deprel == "poss" and who.at(below):
            return below
    for below in doc.children[head]:
        token = doc.tokens[below]
        if token.deprel == "prep" and token.lemma in _WITHIN:
            noun = child(doc, below, ("pobj",))
            if noun is not None and who.at(noun):
                return noun
    return next((below for below in modifiers(doc, head) if who.at(below)), None)
