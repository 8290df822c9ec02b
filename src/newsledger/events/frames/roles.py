"""Who does it and to whom: the parties that the frame of a trigger calls for, near it or farther off."""

from dataclasses import replace

from newsledger.events.frames.arguments import Trigger, slot
from newsledger.events.frames.doers import act_as_subject, acting, nation_before, put_out_of, who_did
from newsledger.events.frames.parties import Party, Who, described_at, is_own, named_before, party_at
from newsledger.events.frames.phrases import cut_off, full_phrase, noun_phrase
from newsledger.events.frames.syntax import VERBS, child, obj, prepositional, subject
from newsledger.events.rules import Predicate, Rules
from newsledger.model import Annotated, Span

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
#: The same with relative clauses, whose own subject is no recipient ("an attack in which gunmen stormed the port").
_ABOUT_CLAUSE = (_ABOUT | {"relcl"}) - {"nsubj"}
#: Acts that are done by saying something.
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
#: Acts whose object may be such an act itself, done by its owner ("repeated Kenya's support for Chad").
_GIVEN = frozenset({"AGREE", "AID", "COOPERATE", "SUPPORT"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
#: Acts that blame somebody for a hostile act, those acts, and where their nouns say who did it.
_CONDEMNING = frozenset({"ACCUSE", "PROTEST"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
_BY_WHOM = ("poss", "prep:by", "prep:from", "mod")
#: Acts that may be aimed at an act or a thing that is nobody's ("rejected the decision").
_AT_THINGS = frozenset({"ACCUSE", "COERCE", "CONCEDE", "PROTEST", "REJECT", "SANCTION", "SUPPORT"})
#: Nouns for what stands between two, or comes from one: it is done to the other ("closed the border with Chad").
_BETWEEN = """access agreement appeal bid border call cooperation crossing flight frontier link offer plan proposal
    relation relationship request talk tie trade"""
_TIES = frozenset(_BETWEEN.split())


def find_parties(
    doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    """Find who does it and to whom.

    Returns:
        Actor and recipient. Where they do it to each other ("talks between"), the actor is all of them.
    """
    actor, recipient = _parties(doc, trigger, predicate, who, rules)
    heads = frozenset(party.head for party in (actor, recipient) if party is not None)
    apart = who.dated | heads | {trigger.index}
    return _in_full(doc, actor, apart), _in_full(doc, recipient, apart)


def _in_full(doc: Annotated, party: Party | None, apart: frozenset[int]) -> Party | None:
    """Give one that no list knows with the words that tell which it is ("people in the camps")."""
    if party is None or party.ids or doc.tokens[party.head].upos != "NOUN":
        return party
    return replace(party, span=full_phrase(doc, party.head, apart - {party.head}))


def _parties(
    doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules
) -> tuple[Party | None, Party | None]:
    among = _among(doc, trigger, who, rules)
    if among is not None:
        lender = _lent(doc, trigger, who, rules) if trigger.light is not None else None
        return (lender, among) if lender is not None and lender.ids else (among, None)
    actor, hosted = _doing(doc, trigger, predicate, who, rules), None
    lent = None if trigger.light is None else _lent(doc, trigger, who, rules)
    lends = _lends(trigger, predicate)
    if lends == "actor" and lent is not None:
        if predicate.mutual and lent.ids:
            actor, hosted = lent, actor  # "hosted a meeting of the envoys"
        actor = actor or lent
    actor = None if actor is None else acting(doc, actor, who, rules)
    recipient = _aimed_at(doc, trigger, predicate, actor, who, rules) or hosted
    if recipient is None:
        recipient = lent if lends == "recipient" else _towards(doc, trigger, who, rules) if lends else None
    if recipient is not None and _is_about_a_thing(predicate, actor, recipient):
        recipient = None
    if actor and recipient and (actor.head == recipient.head or (actor.ids and actor.ids == recipient.ids)):
        recipient = None
    if predicate.event_type in _AIMED and (recipient is None or _is_tie(doc, recipient)):
        recipient = _farther(doc, trigger, predicate, actor, who) or recipient
    return actor, recipient


def _is_about_a_thing(predicate: Predicate, actor: Party | None, recipient: Party) -> bool:
    """Say whether several do something with each other about a thing ("the two agreed to the plan")."""
    together = predicate.mutual or predicate.event_type == "AGREE"
    return together and not recipient.ids and actor is not None and len(actor.ids) > 1


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
    return put_out_of(doc, trigger, who, rules) if party is None else party


def _aimed_at(
    doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party | None, who: Who, rules: Rules
) -> Party | None:
    """Give the recipient by the slots of the frame, else whom a threat is laid on ("if Chad does not …")."""
    blamed = _doer(doc, trigger, predicate, who, rules)
    if blamed is not None:
        return blamed
    slots = (*predicate.recipient, *_clause_slots(trigger))
    party = _first(doc, trigger, slots, who, rules, () if actor is None else actor.ids)
    if party is not None and party.ids:
        own = doc.tokens[party.head]
        if own.deprel == "poss" and _is_of_doer(doc, party.head, predicate, rules):
            party = _first(
                doc, replace(trigger, index=own.head, pos="noun", support=None, light=None), _TOWARDS_ACT, who, rules
            )
        return party
    if predicate.event_type == "THREATEN" and actor is not None:
        return _laid_on(doc, trigger, actor, who) or party
    return party


def _doer(doc: Annotated, trigger: Trigger, predicate: Predicate, who: Who, rules: Rules) -> Party | None:
    """Give who did what is condemned or protested, else that act: never to whom it was done."""
    if predicate.event_type not in _CONDEMNING or trigger.pos != "verb":
        return None
    act = next((head for name in predicate.recipient if (head := slot(doc, trigger, name, who)) is not None), None)
    if act is None or who.at(act) or not _is_act(doc, act, _HOSTILE, rules):
        return None
    named = _first(doc, Trigger(index=act, pos="noun"), _BY_WHOM, who, rules)
    return named if named is not None and named.ids else described_at(doc, act, who)


def _is_act(doc: Annotated, noun: int, types: frozenset[str], rules: Rules) -> bool:
    return any(entry.event_type in types for entry in rules.predicates["noun"].get(doc.tokens[noun].lemma, ()))


def _is_of_doer(doc: Annotated, owner: int, predicate: Predicate, rules: Rules) -> bool:
    """Say whether an act of the kind that is done is the doer's own ("pressed *their* demands")."""
    kinds = _GIVEN | _SPOKEN if doc.tokens[owner].upos == "PRON" else _GIVEN
    same = frozenset() if predicate.event_type is None else kinds & {predicate.event_type}
    return _is_act(doc, doc.tokens[owner].head, same, rules)


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
    given = child(doc, trigger.index, ("dobj",)) if predicate.event_type == "AID" else None
    gifts = frozenset() if given is None or "dobj" in predicate.recipient else frozenset({given})
    return (
        _within_reach(doc, trigger, actor, who, _ABOUT, gifts)
        or _thing(doc, trigger, predicate, actor, who)
        or _within_reach(doc, trigger, actor, who, _ABOUT_CLAUSE, gifts)
    )


def _thing(doc: Annotated, trigger: Trigger, predicate: Predicate, actor: Party, who: Who) -> Party | None:
    """Give the act or thing that a deed is about where it is nobody's ("condemned the bombing")."""
    if predicate.event_type not in _AT_THINGS:
        return None
    names = (name for name in predicate.recipient if name not in ("mod", "poss"))
    if predicate.event_type == "CONCEDE":  # who gives in does so to somebody, who lifts a ban lifts it from a thing
        names = (name for name in names if name in ("prep:on", "prep:against", "prep:in", "prep:of"))
    heads = (slot(doc, trigger, name, who) for name in names)
    found = next((head for head in heads if head is not None and head not in (trigger.index, actor.head)), None)
    partner = None if found is None else prepositional(doc, found, "with", 0)
    return None if found is None else described_at(doc, found if partner is None else partner, who)


def _within_reach(
    doc: Annotated, trigger: Trigger, actor: Party, who: Who, labels: frozenset[str], gifts: frozenset[int]
) -> Party | None:
    """Give the nearest actor below a deed, layer by layer: "rejected an appeal filed by *the miners*".

    What is given is passed over, never those to whom ("sent an envoy to *the rebels*").
    """
    layer = [trigger.index if trigger.support is None or trigger.pos == "verb" else trigger.support]
    start = min(layer[0], trigger.index)
    for _ in range(_REACH):
        layer = [
            below
            for above in layer
            for below in doc.children[above]
            if below > start
            and doc.tokens[below].deprel in labels
            and below != actor.head
            and not _is_beside(doc, below)
        ]
        for index in layer:
            ids = () if index in gifts else who.heads.get(index, ())
            if not ids or set(ids) & set(actor.ids) or index in who.dated or doc.tokens[index].upos == "PRON":
                continue
            if not is_own(doc, index, actor.ids, who):
                return Party(head=index, span=noun_phrase(doc, index), ids=ids)
    return None


def _is_beside(doc: Annotated, index: int) -> bool:
    """Say whether a word leads to what somebody is rather than to another ("deployed *as* peacekeepers")."""
    token = doc.tokens[index]
    return token.deprel == "prep" and token.lemma == "as"


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
    if head is None or party is None or not party.ids:
        return None
    other = cut_off(doc, head)
    if other is None or not who.at(other):
        return party
    both = Span(start=party.span.start, end=noun_phrase(doc, other).end)
    return replace(party, span=both, ids=tuple(dict.fromkeys((*party.ids, *who.at(other)))))


def is_mutual(doc: Annotated, trigger: Trigger, predicate: Predicate) -> bool:
    """Say whether several actors without a recipient do it to each other."""
    return (
        predicate.mutual
        or predicate.event_type in _TOGETHER
        or (trigger.pos == "noun" and prepositional(doc, trigger.index, "between", 0) is not None)
    )


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
