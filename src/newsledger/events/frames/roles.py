"""Who does it and to whom: the parties that the frame of a trigger calls for, near it or farther off."""

from dataclasses import replace

from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger, maker, slot
from newsledger.events.frames.doers import act_as_subject, acting, nation_before, who_did
from newsledger.events.frames.links import VERBS, lost_subject
from newsledger.events.frames.participants import agent, suffers_before
from newsledger.events.frames.parties import Party, Who, described_at, is_own, is_people, named_before, party_at
from newsledger.events.frames.phrases import full_phrase, noun_phrase
from newsledger.events.frames.reach import TOGETHER, farther, is_act
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Syntax

#: Where a light verb or a noun says to whom, beside what its entry says.
_TOWARDS = ("prep:on", "prep:against", "prep:with", "prep:to", "prep:into", "prep:at")
#: Types that are aimed at somebody, who may stand deep in what they are about.
_AT_SOMEBODY = """ACCUSE AGREE AID ASSAULT COERCE CONCEDE COOPERATE PROTEST REJECT REQUEST SANCTION SUPPORT
    THREATEN"""
_AIMED = frozenset(_AT_SOMEBODY.split())
#: Words before a condition.
_CONDITIONS = frozenset({"if", "unless", "until"})
#: Acts that are held back until somebody else does something.
_HELD_BACK = frozenset({"AGREE", "CONCEDE", "RETREAT"})
#: Acts that are done by saying something.
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
#: Acts that blame somebody for a hostile act, those acts, and where their nouns say who did it.
_CONDEMNING = frozenset({"ACCUSE", "PROTEST"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
_BY_WHOM = ("poss", "prep:by", "prep:from", "mod")
_BEFORE_NOUN = ("compound", "amod", "nmod")
#: Nouns for a visit as something that one is on.
_JOURNEYS = frozenset({"mission", "tour", "trip", "visit"})
#: Verbs whose passive tells who will come.
_BOUND = frozenset({"expect", "schedule"})


def find_parties(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Find who does it and to whom.

    Returns:
        Actor and recipient. Where they do it to each other ("talks between"), the actor is all of them.
    """
    actor, recipient = _parties(syntax, trigger, predicate, who, rules)
    actor = agent(syntax, trigger, predicate, (actor, recipient), who, rules)
    heads = frozenset(party.head for party in (actor, recipient) if party is not None)
    apart = heads | {trigger.index}
    return _in_full(syntax, actor, apart, who, rules), _in_full(syntax, recipient, apart, who, rules)


def _in_full(syntax: Syntax, party: Party | None, apart: frozenset[int], who: Who, rules: Rules) -> Party | None:
    """Give one that no list knows with the words that tell which it is ("people in the camps")."""
    if party is None or party.ids or syntax.tokens[party.head].upos != "NOUN":
        return party
    return replace(party, span=full_phrase(syntax, party.head, apart - {party.head}, who.dated, rules))


def _parties(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    among = _among(syntax, trigger, who, rules)
    if among is not None:
        lender = _lent(syntax, trigger, who, rules) if trigger.light is not None else None
        return (lender, among) if lender is not None and lender.ids else (among, None)
    lent = None if trigger.light is None else _lent(syntax, trigger, who, rules)
    actor, hosted = _doer(syntax, trigger, predicate, lent, who, rules)
    recipient = _aimed_at(syntax, trigger, predicate, actor, who, rules) or hosted
    lends = _lends(trigger, predicate)
    if recipient is None:
        recipient = lent if lends == "recipient" else _towards(syntax, trigger, who, rules) if lends else None
    if recipient is not None and _is_no_recipient(syntax, trigger, predicate, (actor, recipient), who, rules):
        recipient = None
    if actor is not None and suffers_before(syntax, trigger.index, predicate, actor, who):
        return None, actor
    if predicate.event_type in _AIMED and recipient is None:
        recipient = farther(syntax, trigger, predicate, actor, who, rules)
    return actor, recipient


def _doer(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, lent: Party | None, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Give who does it, and who else is named with the noun that a light verb lends its subject to."""
    actor, hosted = _doing(syntax, trigger, predicate, who, rules), None
    lends = _lends(trigger, predicate)
    if lends == "actor" and lent is not None:
        actor, hosted = _lending(syntax.doc, trigger, predicate, lent, actor)
    if lends == "recipient" and actor is None:
        actor = _first(syntax, trigger, ("prep:from", "prep:by"), who, rules)  # "received aid from Kenya"
    if actor is None or (predicate.event_type in _HOSTILE and _suffers_above(syntax, trigger, actor)):
        return None, hosted
    return acting(syntax, actor, rules), hosted


def _suffers_above(syntax: Syntax, trigger: Trigger, party: Party) -> bool:
    """Say whether a deed is what somebody came to harm in, and so none of his own ("were killed *in shelling*")."""
    above = next(syntax.governors(trigger.index), None)
    if above is None or above.preposition is None or not syntax.is_passive(above.token):
        return False
    return syntax.object(above.token) == party.head


def _is_no_recipient(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, sides: tuple[Party | None, Party], who: Who, rules: Rules
) -> bool:
    """Say whether what stands in the place of the recipient is none: the doer, what is asked for, own troops."""
    actor, party = sides
    if actor and (actor.head == party.head or (actor.ids and actor.ids == party.ids)):
        return True
    if _is_asked_for(syntax, trigger, predicate, party, rules):
        return True
    return (
        predicate.event_type in ("AGREE", "MOBILIZE", "THREATEN")
        and actor is not None
        and is_own(syntax, party.head, actor.ids, who)
    )


def _lending(
    doc: Annotated, trigger: Trigger, predicate: Predicate, lent: Party, named: Party | None
) -> tuple[Party, Party | None]:
    """Give who does it and to whom of the subject of a light verb and who is named with the noun.

    The subject comes first where both do it ("hosted a meeting of the envoys") and where the other only stands
    before the noun ("launched Taliban air strikes").
    """
    if lent.ids and (predicate.mutual or _is_before(doc, trigger, named)):
        return lent, named
    return named or lent, None


def _is_asked_for(syntax: Syntax, trigger: Trigger, predicate: Predicate, recipient: Party, rules: Rules) -> bool:
    """Say whether a thing is what is asked for, and so nobody who is asked ("demanded *better pay*")."""
    token = syntax.tokens[recipient.head]
    if predicate.event_type not in ("AGREE", "REQUEST") or recipient.ids or token.upos != "NOUN":
        return False
    if predicate.event_type == "AGREE":  # "pledged *better schools*", to nobody
        own = token.deprel == "dobj" and token.head == trigger.index
        return own and not is_people(syntax, recipient.head, rules)
    above = syntax.tokens[token.head]
    return above.lemma == "for" or (token.head == trigger.index and above.lemma in ("demand", "request", "seek"))


def _is_before(doc: Annotated, trigger: Trigger, party: Party | None) -> bool:
    """Say whether a party stands before the noun for what is done, with no mark that it does it."""
    if party is None:
        return False
    token = doc.tokens[party.head]
    return token.head == trigger.index and token.deprel in _BEFORE_NOUN


def _lends(trigger: Trigger, predicate: Predicate) -> str | None:
    """Say which party a light verb's subject is: ``actor``, ``recipient``, or None."""
    if trigger.light is None or trigger.support is None:
        return None
    if trigger.light.subject == "recipient" or is_answered(trigger, predicate):
        return "recipient"
    return "actor" if trigger.light.subject == "actor" else None


def _doing(syntax: Syntax, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> Party | None:
    """Give who does it by the slots of the frame, else by what stands around it."""
    act = act_as_subject(syntax, trigger, predicate, who, rules)
    if act is not None:
        return who_did(syntax, act, who, rules)
    party = _first(syntax, trigger, predicate.actor, who, rules)
    if party is None and "mod" in predicate.actor:
        party = nation_before(syntax, trigger, predicate, rules)
    meets = predicate.event_type == "CONSULT" or predicate.other_kind == "campaign"
    if party is None and (meets or _is_adverbial(syntax, trigger, predicate)):
        party = _taking_part(syntax, trigger, who, rules)
    thing = syntax.object(trigger.index) if party is None and trigger.pos == "verb" and predicate.others else None
    if thing is not None and syntax.is_passive(trigger.index) and predicate.event_type in TOGETHER:
        party = _among(syntax, Trigger(index=thing, pos="noun"), who, rules)  # "a pact *between* the two was signed"
    if party is None and trigger.pos == "verb" and (lost := lost_subject(syntax, trigger.index)) is not None:
        party = party_at(syntax, lost, who, rules)
    return party


def _taking_part(syntax: Syntax, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give who does something in a meeting or call, and so takes part ("promised help in *a call* on Monday")."""
    token = syntax.tokens[trigger.index]
    preposition = syntax.tokens[token.head]
    if trigger.pos != "noun" or token.deprel != "pobj" or not _is_part_of(syntax, trigger.index, rules):
        return None
    if syntax.tokens[preposition.head].deprel == "acomp":  # "is ready for talks"
        preposition = syntax.tokens[preposition.head]
    bound = syntax.tokens[preposition.head].lemma in _BOUND
    head = (syntax.subject if bound else syntax.agent)(preposition.head)
    party = None if head is None or not who.heads.get(head) else party_at(syntax, head, who, rules)
    return party if party is not None and party.ids else None


def _is_adverbial(syntax: Syntax, trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether a noun tells what its verb is done in or as ("resigned *in protest*", "died *in a clash* with …")."""
    preposition = syntax.tokens[syntax.tokens[trigger.index].head]
    if trigger.pos != "noun" or preposition.deprel != "prep" or preposition.text.lower() != "in":
        return False
    return not any(i < trigger.index for i in syntax.children[trigger.index]) or (
        predicate.mutual and syntax.prepositional(trigger.index, "with") is not None
    )


def _is_part_of(syntax: Syntax, noun: int, rules: Rules) -> bool:
    """Say whether a preposition makes the subject of its verb take part ("is in Oslo *for* talks", "is *on* a visit").

    What is only called for, or spoken of, has nobody in it yet.
    """
    preposition = syntax.tokens[syntax.tokens[noun].head]
    verb, word = syntax.tokens[preposition.head], preposition.text.lower()
    if verb.deprel == "acomp":
        return word in ("for", "to") and verb.lemma in ("open", "ready")
    if verb.upos not in VERBS:
        return False
    if word in ("during", "on"):
        return syntax.tokens[noun].lemma in _JOURNEYS
    return word in ("at", "from", "in") or (word == "for" and verb.lemma in rules.classes["coming"])


def _aimed_at(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who, rules: Rules
) -> Party | None:
    """Give the recipient by the slots of the frame, else whom a threat is laid on ("if Chad does not …")."""
    blamed = _condemned(syntax, trigger, predicate, who, rules)
    if blamed is not None:
        return blamed
    given = ("iobj",) if trigger.pos == "verb" and "dobj" in predicate.recipient else ()  # "denied *Chad* a port"
    slots = (*given, *predicate.recipient, *(("comp",) if trigger.pos == "noun" else ()))
    party = _first(syntax, trigger, slots, who, rules, () if actor is None else actor.ids)
    if party is not None and party.ids:
        return party
    clause = syntax.clause(trigger.index)
    held_back = clause is not None and clause.is_negated and predicate.event_type in _HELD_BACK
    if actor is not None and (predicate.event_type == "THREATEN" or held_back):
        return _laid_on(syntax, trigger, actor, who) or party
    return party


def _condemned(syntax: Syntax, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> Party | None:
    """Give who did what is condemned or protested, else that act: never to whom it was done."""
    if predicate.event_type not in _CONDEMNING or trigger.pos != "verb":
        return None
    act = next(
        (head for name in predicate.recipient if (head := slot(syntax, trigger, name, who, rules)) is not None), None
    )
    if act is None or who.at(act) or not is_act(syntax.doc, act, _HOSTILE, rules):
        return None
    named = _first(syntax, Trigger(index=act, pos="noun"), _BY_WHOM, who, rules)
    if named is None or not named.ids:
        return described_at(syntax, act, who, rules)
    return named


def _laid_on(syntax: Syntax, trigger: Trigger, actor: Party, who: Who) -> Party | None:
    """Give on whom a condition is laid ("vowed to march unless *the council* resigns", "will not leave until …")."""
    for index in syntax.doc.subtree(trigger.index):
        if any(syntax.tokens[i].lemma in _CONDITIONS and i < index for i in syntax.children[index]):
            head = syntax.child(index, "nsubj")
            ids = () if head is None else who.at(head)
            if head is not None and ids and not set(ids) & set(actor.ids):
                return Party(head=head, span=noun_phrase(syntax, head), ids=ids)
    return None


def is_answered(trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether a noun names words that its verb turns down ("rejects the demand"): they were said all the same."""
    turned_down = trigger.light is not None and trigger.light.standing == "denied"
    return turned_down and predicate.event_type in _SAID


def _first(
    syntax: Syntax, trigger: Trigger, slots: tuple[str, ...], who: Who, rules: Rules, not_ids: tuple[str, ...] = ()
) -> Party | None:
    """Give the party of the first slot that names an actor, else of the first that is filled."""
    unnamed: tuple[Party, str] | None = None
    for name in slots:
        if name == "mod":
            party = named_before(syntax.doc, trigger.index, who)
        else:
            head = slot(syntax, trigger, name, who, rules)
            found = head is not None and head != trigger.index
            party = party_at(syntax, head, who, rules, frozenset(not_ids)) if found and head is not None else None
        if party is not None and party.ids:
            return replace(party, by=f"slot {name}")
        if party is not None and unnamed is None:
            unnamed = party, name
    return None if unnamed is None else replace(unnamed[0], by=f"slot {unnamed[1]}")


def _among(syntax: Syntax, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give those between whom a noun says that it is."""
    head = between(syntax, trigger)
    party = None if head is None else party_at(syntax, head, who, rules)
    if head is None or party is None or not (party.ids or "Number=Plur" in syntax.tokens[head].morph):
        return None
    return replace(party, by="between")


def between(syntax: Syntax, trigger: Trigger) -> int | None:
    """Give what stands after "between" of a noun, or of what was done to it ("a truce signed between the two")."""
    if trigger.pos != "noun":
        return None
    places = [
        trigger.index,
        *(i for i in syntax.children[trigger.index] if syntax.tokens[i].deprel in ("acl", "relcl")),
    ]
    return next((noun for place in places if (noun := syntax.prepositional(place, "between")) is not None), None)


def is_mutual(syntax: Syntax, trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether several actors without a recipient do it to each other."""
    return predicate.mutual or predicate.event_type in TOGETHER or between(syntax, trigger) is not None


def _lent(syntax: Syntax, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    if trigger.support is None:
        return None
    head = syntax.agent(trigger.support)
    token = syntax.tokens[trigger.support]
    if token.deprel == "acl" and head == token.head and not who.at(token.head):
        head = maker(syntax, token.head, rules)  # "signed an order imposing tariffs": who signed it
    party = None if head is None or head == trigger.index else party_at(syntax, head, who, rules)
    return None if party is None else replace(party, by="subject of the light verb")


def _towards(syntax: Syntax, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give the party that a light verb leads to ("imposed on Kenya", "threatened Kenya with")."""
    found = _first(syntax, trigger, _TOWARDS, who, rules)
    if found is None and trigger.support is not None:
        thing = syntax.object(trigger.support)
        found = None if thing is None or thing == trigger.index else party_at(syntax, thing, who, rules)
    return found if found is not None and found.ids else None
