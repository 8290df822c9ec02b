"""Who does it and to whom: the parties that the frame of a trigger calls for, near it or farther off."""

from dataclasses import replace

from newsledger.events.frames.arguments import Trigger, slot
from newsledger.events.frames.doers import act_as_subject, acting, nation_before, put_out_of, who_did
from newsledger.events.frames.parties import Party, Who, described_at, is_own, named_before, party_at
from newsledger.events.frames.phrases import cut_off, full_phrase, noun_phrase
from newsledger.events.frames.reach import GIVEN, TOGETHER, farther, is_act
from newsledger.events.frames.syntax import VERBS, child, is_passive, obj, prepositional, subject, surface_subject
from newsledger.events.rules import Predicate, Rules
from newsledger.model import Annotated, Span

#: Where a light verb or a noun says to whom, beside what its entry says.
_TOWARDS = ("prep:on", "prep:against", "prep:with", "prep:to", "prep:into", "prep:at")
#: Types that are aimed at somebody, who may stand deep in what they are about.
_AT_SOMEBODY = """ACCUSE AGREE AID ASSAULT COERCE CONCEDE COOPERATE PROTEST REJECT REQUEST SANCTION SUPPORT
    THREATEN"""
_AIMED = frozenset(_AT_SOMEBODY.split())
#: Prepositions that lead from such an act to whom it is for.
_TOWARDS_ACT = ("prep:for", "prep:to", "prep:of", "prep:with", "prep:towards")
#: Words before a condition.
_CONDITIONS = frozenset({"if", "unless", "until"})
#: Acts that are done by saying something.
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
#: Acts that blame somebody for a hostile act, those acts, and where their nouns say who did it.
_CONDEMNING = frozenset({"ACCUSE", "PROTEST"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
_BY_WHOM = ("poss", "prep:by", "prep:from", "mod")
#: Nouns for what stands between two, or comes from one: it is done to the other ("closed the border with Chad").
_BETWEEN = """access agreement appeal bid border call cooperation crossing flight frontier link offer plan proposal
    relation relationship request talk tie trade"""
_TIES = frozenset(_BETWEEN.split())
#: Nouns for a visit as something that one is on, and verbs that bring somebody to where he meets others.
_JOURNEYS = frozenset({"mission", "tour", "trip", "visit"})
_TRAVELLING = """arrive assemble be come convene depart expect fly gather go head join land leave meet return schedule
    sit stay stop travel"""
_COMING = frozenset(_TRAVELLING.split())
#: Nouns for what is alleged.
_CLAIMS = frozenset({"accusation", "allegation", "charge", "claim", "report", "rumor", "rumour", "suggestion"})
#: Prepositions that set a deed beside talks that the same one has.
_BESIDE_TALKS = frozenset({"after", "before", "during", "following"})
#: How nouns end that name people by what they do or have ("promised *farmers*").
_WHO_ENDS = ("er", "or", "ist", "ian", "ee", "man", "men", "people", "ent", "ant")
#: Verbs whose passive tells who will come.
_BOUND = frozenset({"expect", "schedule"})


def find_parties(
    doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Find who does it and to whom.

    Returns:
        Actor and recipient. Where they do it to each other ("talks between"), the actor is all of them.
    """
    actor, recipient = _parties(doc, trigger, predicate, who, rules)
    heads = frozenset(party.head for party in (actor, recipient) if party is not None)
    apart = heads | {trigger.index}
    return _in_full(doc, actor, apart, who), _in_full(doc, recipient, apart, who)


def _in_full(doc: Annotated, party: Party | None, apart: frozenset[int], who: Who) -> Party | None:
    """Give one that no list knows with the words that tell which it is ("people in the camps")."""
    if party is None or party.ids or doc.tokens[party.head].upos != "NOUN":
        return party
    return replace(party, span=full_phrase(doc, party.head, apart - {party.head}, who.dated))


def _parties(
    doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    among = _among(doc, trigger, who, rules)
    if among is not None:
        lender = _lent(doc, trigger, who, rules) if trigger.light is not None else None
        return (lender, among) if lender is not None and lender.ids else (among, None)
    lent = None if trigger.light is None else _lent(doc, trigger, who, rules)
    actor, hosted = _doer(doc, trigger, predicate, lent, who, rules)
    recipient = _aimed_at(doc, trigger, predicate, actor, who, rules) or hosted
    lends = _lends(trigger, predicate)
    if recipient is None:
        recipient = lent if lends == "recipient" else _towards(doc, trigger, who, rules) if lends else None
    if recipient is not None and _is_no_recipient(doc, trigger, predicate, actor, recipient, who):
        recipient = None
    if predicate.event_type == "REJECT" and is_in_denied(doc, trigger, recipient):
        return actor, None  # "denied allegations that its troops killed villagers"
    if predicate.event_type in _AIMED and (recipient is None or _is_tie(doc, recipient)):
        recipient = farther(doc, trigger, predicate, actor, who, rules) or recipient
    return actor, recipient


def is_in_denied(doc: Annotated, trigger: Trigger, recipient: Party | None) -> bool:
    """Say whether a verb turns down what is alleged in a clause, whose parties are not those who allege it."""
    claim = obj(doc, trigger.index) if trigger.pos == "verb" else None
    if claim is None or doc.tokens[claim].lemma not in _CLAIMS:
        return False
    clause = child(doc, claim, ("acl", "ccomp", "relcl"))
    return clause is not None and (recipient is None or recipient.head in doc.subtree(clause))


def _doer(
    doc: Annotated, trigger: Trigger, predicate: Predicate, lent: Party | None, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Give who does it, and who else is named with the noun that a light verb lends its subject to."""
    actor, hosted = _doing(doc, trigger, predicate, who, rules), None
    lends = _lends(trigger, predicate)
    if lends == "actor" and lent is not None:
        actor, hosted = _lending(doc, trigger, predicate, lent, actor)
    if lends == "recipient" and actor is None:
        actor = _first(doc, trigger, ("prep:from", "prep:by"), who, rules)  # "received aid from Kenya"
    return None if actor is None else acting(doc, actor, who, rules), hosted


def _is_no_recipient(
    doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party | None, party: Party, who: Who
) -> bool:
    """Say whether what stands in the place of the recipient is none: the doer, what is asked for, own troops."""
    if actor and (actor.head == party.head or (actor.ids and actor.ids == party.ids)):
        return True
    if _is_about_a_thing(predicate, actor, party) or _is_asked_for(doc, trigger, predicate, party):
        return True
    return (
        predicate.event_type in ("AGREE", "MOBILIZE", "THREATEN")
        and actor is not None
        and is_own(doc, party.head, actor.ids, who)
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
    if lent.ids and named is not None and named.head not in doc.subtree(trigger.index):
        return lent, None  # "issued a subpoena for papers from the bank"
    return named or lent, None


def _is_about_a_thing(predicate: Predicate, actor: Party | None, recipient: Party) -> bool:
    """Say whether several do something with each other about a thing ("the two agreed to the plan")."""
    together = predicate.mutual or predicate.event_type == "AGREE"
    return together and not recipient.ids and actor is not None and len(actor.ids) > 1


def _is_asked_for(doc: Annotated, trigger: Trigger, predicate: Predicate, recipient: Party) -> bool:
    """Say whether a thing is what is asked for, and so nobody who is asked ("demanded *better pay*")."""
    token = doc.tokens[recipient.head]
    if predicate.event_type not in ("AGREE", "REQUEST") or recipient.ids or token.upos != "NOUN":
        return False
    if predicate.event_type == "AGREE":  # "pledged *better schools*", to nobody
        own = trigger.pos == "verb" and token.deprel == "dobj" and token.head == trigger.index
        return (
            own
            and (token.lemma.endswith("ment") or not token.lemma.endswith(_WHO_ENDS))
            and child(doc, trigger.index, ("dative",)) is None
        )
    above = doc.tokens[token.head]
    return above.lemma == "for" or (token.head == trigger.index and above.lemma in ("demand", "request", "seek"))


def _is_before(doc: Annotated, trigger: Trigger, party: Party | None) -> bool:
    """Say whether a party stands before the noun for what is done, with no mark that it does it."""
    if party is None:
        return False
    token = doc.tokens[party.head]
    return token.head == trigger.index and token.deprel in ("compound", "amod", "nmod")


def _lends(trigger: Trigger, predicate: Predicate) -> str | None:
    """Say which party a light verb's subject is: ``actor``, ``recipient``, or None."""
    if trigger.light is None or trigger.support is None:
        return None
    if trigger.light.subject == "recipient" or is_answered(trigger, predicate):
        return "recipient"
    return "actor" if trigger.light.subject == "actor" else None


def _doing(doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> Party | None:
    """Give who does it by the slots of the frame; of an act that does something, whose act it is."""
    act = act_as_subject(doc, trigger, predicate, who, rules)
    if act is not None:
        return who_did(doc, act, who, rules)
    party = _first(doc, trigger, predicate.actor, who, rules)
    if party is None and "mod" in predicate.actor:
        party = nation_before(doc, trigger, predicate)
    if party is None and predicate.event_type == "CONSULT":
        party = _taking_part(doc, trigger, who, rules)
    return put_out_of(doc, trigger, who, rules) if party is None else party


def _taking_part(doc: Annotated, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give who does something in a meeting or call, and so takes part ("promised help in *a call* on Monday")."""
    token = doc.tokens[trigger.index]
    preposition = doc.tokens[token.head]
    if trigger.pos != "noun" or token.deprel != "pobj" or not _is_part_of(doc, trigger.index, rules):
        return None
    if doc.tokens[preposition.head].deprel == "acomp":  # "is ready for talks"
        preposition = doc.tokens[preposition.head]
    if doc.tokens[preposition.head].lemma == "part":  # "took part in talks"
        preposition = doc.tokens[preposition.head]
    bound = doc.tokens[preposition.head].lemma in _BOUND
    if is_passive(doc, preposition.head) and not bound:
        return None
    head = (surface_subject if bound else subject)(doc, preposition.head)
    party = None if head is None or not who.heads.get(head) else party_at(doc, head, who, rules)
    return party if party is not None and party.ids else None


def _is_part_of(doc: Annotated, noun: int, rules: Rules) -> bool:
    """Say whether a preposition makes the subject of its verb take part ("is in Oslo *for* talks", "is *on* a visit").

    What is only called for, or spoken of, has nobody in it yet.
    """
    preposition = doc.tokens[doc.tokens[noun].head]
    verb, word = doc.tokens[preposition.head], preposition.text.lower()
    if verb.deprel == "acomp":
        return word in ("for", "to") and verb.lemma in ("open", "ready")
    if word in ("at", "from", "in"):
        return verb.upos in VERBS or (verb.lemma == "part" and doc.tokens[verb.head].lemma == "take")
    if word in _BESIDE_TALKS:  # "said after talks with the king", never "after the talks with the king"
        return verb.upos in VERBS and _is_bare_with(doc, noun)
    if word == "on":
        return verb.upos in VERBS and doc.tokens[noun].lemma in _JOURNEYS
    stays = verb.upos in VERBS and verb.lemma in _COMING
    return word == "for" and stays and (f"{verb.lemma} for", "verb", "vow") not in rules.operators


def _is_bare_with(doc: Annotated, noun: int) -> bool:
    return child(doc, noun, ("det", "poss")) is None and prepositional(doc, noun, "with", 0) is not None


def _aimed_at(
    doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who, rules: Rules
) -> Party | None:
    """Give the recipient by the slots of the frame, else whom a threat is laid on ("if Chad does not …")."""
    blamed = _condemned(doc, trigger, predicate, who, rules)
    if blamed is not None:
        return blamed
    given = ("iobj",) if trigger.pos == "verb" and "dobj" in predicate.recipient else ()  # "denied *Chad* a port"
    slots = (*given, *predicate.recipient, *_clause_slots(trigger))
    party = _first(doc, trigger, slots, who, rules, () if actor is None else actor.ids)
    if party is not None and party.ids:
        own = doc.tokens[party.head]
        if own.deprel in ("poss", "pobj") and _is_of_doer(doc, party.head, predicate, rules):
            noun = own.head if own.deprel == "poss" else doc.tokens[own.head].head
            party = _first(
                doc, replace(trigger, index=noun, pos="noun", support=None, light=None), _TOWARDS_ACT, who, rules
            )
        return party
    if predicate.event_type == "THREATEN" and actor is not None:
        return _laid_on(doc, trigger, actor, who) or party
    if predicate.event_type == "SANCTION":
        maker = _first(doc, trigger, ("prep:from",), who, rules)  # "tariffs on steel from Chad"
        named = maker is not None and (maker.ids or doc.tokens[maker.head].upos == "PROPN")
        return maker if named else party
    return party


def _condemned(doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> Party | None:
    """Give who did what is condemned or protested, else that act: never to whom it was done."""
    if predicate.event_type not in _CONDEMNING or trigger.pos != "verb":
        return None
    act = next((head for name in predicate.recipient if (head := slot(doc, trigger, name, who)) is not None), None)
    if act is None or who.at(act) or not is_act(doc, act, _HOSTILE, rules):
        return None
    named = _first(doc, Trigger(index=act, pos="noun"), _BY_WHOM, who, rules)
    return named if named is not None and named.ids else described_at(doc, act, who)


def _is_of_doer(doc: Annotated, owner: int, predicate: Predicate, rules: Rules) -> bool:
    """Say whether an act of the kind that is done is the doer's own ("pressed *their* demands")."""
    token = doc.tokens[owner]
    kinds, noun = GIVEN | _SPOKEN if token.upos == "PRON" else GIVEN, token.head
    if token.deprel == "pobj":  # "reiterated the commitment of the organisation"
        kinds, noun = frozenset({"AGREE"}) if doc.tokens[noun].lemma == "of" else frozenset(), doc.tokens[noun].head
    same = frozenset() if predicate.event_type is None else kinds & {predicate.event_type}
    return is_act(doc, noun, same, rules)


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
    head = between(doc, trigger)
    party = None if head is None else party_at(doc, head, who, rules)
    if head is None or party is None or not (party.ids or "Number=Plur" in doc.tokens[head].morph):
        return None
    other = cut_off(doc, head)
    if other is None or not who.at(other):
        return party
    both = Span(start=party.span.start, end=noun_phrase(doc, other).end)
    return replace(party, span=both, ids=tuple(dict.fromkeys((*party.ids, *who.at(other)))))


def between(doc: Annotated, trigger: Trigger) -> int | None:
    """Give what stands after "between" of a noun, or of what was done to it ("a truce signed between the two")."""
    if trigger.pos != "noun":
        return None
    places = [trigger.index, *(i for i in doc.children[trigger.index] if doc.tokens[i].deprel in ("acl", "relcl"))]
    return next((noun for place in places if (noun := prepositional(doc, place, "between", 0)) is not None), None)


def is_mutual(doc: Annotated, trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether several actors without a recipient do it to each other."""
    return predicate.mutual or predicate.event_type in TOGETHER or between(doc, trigger) is not None


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
