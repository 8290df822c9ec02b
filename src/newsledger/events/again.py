"""Nouns that name again, in few words, what an article tells of with its parties: "the strike", "the evacuation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsledger.events.coder import Coded
from newsledger.events.frames.arguments import trigger_at
from newsledger.events.frames.parties import Who
from newsledger.events.frames.predicates import Match, match
from newsledger.events.frames.roles import find_parties
from newsledger.events.rules import Predicate, Rules
from newsledger.events.standing import governor, is_definite, judge
from newsledger.model import Annotated, Syntax

#: Kinds whose words name those who are at it, or what they win by it, too ("his *campaign* said").
_WITH_PEOPLE = frozenset({"campaign", "candidacy", "nomination"})


def named_again(syntax: Syntax, told: Sequence[Coded], who: Who, rules: Rules) -> Iterator[Coded]:
    """Give the nouns that no entry fits but that are known, in the one sense that the article has for the word.

    A word keeps its sense through a text (Gale, Church and Yarowsky 1992): "the strike" is that of the miners
    of whom the page told.

    Args:
        syntax: The article's clauses.
        told: Its acts, in text order.
        who: Which actors stand where.
        rules: The room's word lists.
    """
    taken = {word for coded in told for word in coded.hit.words}
    for index, token in enumerate(syntax.tokens):
        if token.upos != "NOUN" or index in taken or token.lemma not in rules.predicates["noun"]:
            continue
        if not _is_known(syntax.doc, index, rules) or match(syntax, index, rules, who) is not None:
            continue
        predicate = _told_before(syntax, index, told, rules)
        if predicate is not None:
            yield _coded(syntax, index, predicate, who, rules)


def _is_known(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a noun names what the reader knows of; a headline leaves the article out."""
    bare = not any(doc.tokens[i].deprel in ("det", "nummod") for i in doc.children[index])
    return is_definite(doc, index, rules) or (bare and doc.role_at(index) == "headline")


def _told_before(syntax: Syntax, index: int, told: Sequence[Coded], rules: Rules) -> Predicate | None:
    """Give what the same noun is in its nearest use before it, else in the first after it."""
    lemma = syntax.tokens[index].lemma
    alike = [one for one in told if one.hit.trigger.pos == "noun" and syntax.tokens[one.index].lemma == lemma]
    before = [one for one in alike if one.index < index]
    after = [one for one in alike if one.index > index]
    found = (one.hit.predicate for one in (*reversed(before), *after))
    predicate = next((one for one in found if _may_stand_alone(syntax, index, one, rules)), None)
    return None if predicate is None else replace(predicate, others=())


def _may_stand_alone(syntax: Syntax, index: int, predicate: Predicate, rules: Rules) -> bool:
    """Say whether a noun may be the act without an entry's other words: "the *spill*", not "the bomb", "his spill"."""
    if predicate.other_kind in _WITH_PEOPLE or predicate.others[:1] == ("on",):
        return False
    labels = {syntax.tokens[i].deprel for i in syntax.children[index]}
    if predicate.others and (syntax.tokens[index].lemma in rules.classes["weapon"] or labels & {"poss", "amod"}):
        return False
    return "compound" not in labels or not (predicate.others or predicate.conditions)


def _coded(syntax: Syntax, index: int, predicate: Predicate, who: Who, rules: Rules) -> Coded:
    trigger = trigger_at(syntax, index, "noun", rules)
    actor, recipient = find_parties(syntax, trigger, predicate, who, rules)
    return Coded(
        hit=Match(predicate=predicate, trigger=trigger, words=(index,)),
        actor=actor,
        recipient=recipient,
        judged=judge(syntax, index, rules),
        governor=governor(syntax, index, rules),
    )
