"""Parties by the roles of the clause, where the slots of a frame give nobody, or somebody who has no role there."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger
from newsledger.events.frames.parties import Party, Who, is_people, party_at
from newsledger.events.rules import Rules
from newsledger.model import Argument, Syntax

#: How sure a role must be to name somebody that is known, and to name anybody else or overrule a slot.
_LEAST, _SURE = 0.5, 0.55
#: Types whose premodifier may be whom they are done to.
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_BEFORE_NOUN = ("compound", "amod", "nmod")


def agent(
    syntax: Syntax,
    trigger: Trigger,
    predicate: Predicate,
    sides: tuple[Party | None, Party | None],
    who: Who,
    rules: Rules,
) -> Party | None:
    """Give who does it by ``ARG0``, where no slot says so or the one that grammar gives has no role at all.

    "Ghana summoned the envoy to *complain*" leaves the envoy without a role in the complaint.
    """
    actor, recipient = sides
    if not predicate.actor or (actor is not None and not _is_overruled(syntax, trigger, actor, rules)):
        return actor
    for one in _of_role(syntax, trigger.index, "ARG0", _LEAST if actor is None else _SURE):
        party = None if _is_no_doer(syntax, trigger, one, rules) else party_at(syntax, one.head, who, rules)
        if party is None or (recipient is not None and recipient.head == party.head):
            continue
        if party.ids or (actor is None and _is_somebody(syntax, party, one, rules)):
            return replace(party, by=f"role ARG0, {one.how}")
    return actor


def suffers_before(syntax: Syntax, noun: int, predicate: Predicate, party: Party, who: Who) -> bool:
    """Say whether a person before a noun is to whom it is done: "the *Okello* arrest"; armies and states do it."""
    token = syntax.tokens[party.head]
    before = token.head == noun and token.deprel in _BEFORE_NOUN and predicate.event_type in _SUFFERED
    person = before and bool(party.ids) and all(who.kinds[own] == "person" for own in party.ids)
    # the surest role that it has
    return person and any(one.head == party.head for one in _of_role(syntax, noun, "ARG1", 0.0))


def _of_role(syntax: Syntax, index: int, role: str, least: float) -> Iterator[Argument]:
    clause = syntax.clause(index)
    if clause is not None:
        yield from (one for one in clause.arguments if one.role == role and one.score >= least)


def _is_asked(syntax: Syntax, index: int, actor: Party, rules: Rules) -> bool:
    """Say whether it is what the actor is asked to do, who then does it himself ("urged *the rebels* to pay")."""
    above = syntax.tokens[index].head
    if not syntax.is_infinitive(index) or syntax.object(above) != actor.head:
        return False
    asked = rules.operators.get((f"{syntax.tokens[above].lemma} to", "verb", "comp"))
    return asked is not None and asked.object_control


def _is_overruled(syntax: Syntax, trigger: Trigger, actor: Party, rules: Rules) -> bool:
    """Say whether grammar's subject of a verb has no role in its clause."""
    clause = syntax.clause(trigger.index)
    if trigger.pos != "verb" or clause is None or syntax.agent(trigger.index) != actor.head:
        return False
    if _is_asked(syntax, trigger.index, actor, rules):
        return False
    return all(one.head != actor.head for one in clause.arguments)


def _is_no_doer(syntax: Syntax, trigger: Trigger, one: Argument, rules: Rules) -> bool:
    """Say whether it is none: an act, or of what was done anybody but who did it ("kidnapped from *his* shop")."""
    act = syntax.tokens[one.head].lemma in rules.predicates["noun"]
    return act or (syntax.is_passive(trigger.index) and one.how != "by-agent")


def _is_somebody(syntax: Syntax, party: Party, one: Argument, rules: Rules) -> bool:
    """Say whether a noun that no list knows is for people who act, and no kind of what is done ("*air* support")."""
    return one.score >= _SURE and one.how != "premodifier" and is_people(syntax, party.head, rules)
