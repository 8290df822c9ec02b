"""Nouns that name again, in few words, what an article tells of with its parties: "the strike", "the evacuation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsledger.events.coder import Coded
from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import trigger_at
from newsledger.events.frames.parties import Who
from newsledger.events.frames.predicates import Match, match
from newsledger.events.frames.roles import find_parties
from newsledger.events.rules import Rules
from newsledger.events.standing import governor, is_definite, judge
from newsledger.model import Annotated, Syntax

#: Kinds whose words name those who are at it, or what they win by it, too ("his *campaign* said").
_WITH_PEOPLE = frozenset({"campaign", "candidacy", "nomination"})
#: Types of what is done in words or by an attitude, which "the pressure" and "the support" need not name.
_IN_WORDS = frozenset({"ACCUSE", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


def named_again(
    syntax: Syntax, told: Sequence[Coded], public: Sequence[Coded], who: Who, rules: Rules
) -> Iterator[Coded]:
    """Give the nouns that no entry fits but that are known, in the one sense that the article has for the word.

    A word keeps its sense through a text (Gale, Church and Yarowsky 1992): "the strike" is that of the miners
    of whom the page told.

    Args:
        syntax: The article's clauses.
        told: Its acts, in text order.
        public: These and further ones that alone would name nobody.
        who: Which actors stand where.
        rules: The room's word lists.
    """
    taken = {word for coded in told for word in coded.hit.words}
    others = (coded for coded in public if coded.index not in taken)
    unnamed = {coded.index: coded for coded in others if coded.hit.predicate.event_type not in _IN_WORDS}
    for index, token in enumerate(syntax.tokens):
        listed = token.lemma in rules.predicates["noun"] or token.lemma in rules.nominals
        arm = token.lemma in rules.classes["weapon"]  # "the bomb" of a bombing
        if token.upos != "NOUN" or index in taken or arm or not listed:
            continue
        if not _is_known(syntax.doc, index, rules):
            continue
        alone = index in unnamed or match(syntax, index, rules, who) is None
        predicate = _told_before(syntax, index, told, rules) if alone else None
        if index in unnamed and predicate is not None:
            yield unnamed[index]
        elif predicate is not None:
            yield _coded(syntax, index, predicate, who, rules)


def _is_known(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a noun names what the reader knows of; a headline leaves the article out.

    "Those voting" and "the nine voting" are people.
    """
    below = [doc.tokens[i] for i in doc.children[index]]
    people = any(one.text.lower() == "those" or one.deprel == "nummod" for one in below)
    if people and doc.tokens[index].text.endswith("ing"):
        return False
    bare = not any(doc.tokens[i].deprel in ("det", "nummod") for i in doc.children[index])
    if is_definite(doc, index, rules) or (bare and doc.role_at(index) == "headline"):
        return True
    return bare and _is_scheduled(doc, index, rules)


def _is_scheduled(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether a bare noun says what a date or a programme is of: "the date for *execution*", "the *sale* date"."""
    token = doc.tokens[index]
    above = doc.tokens[token.head]
    if token.deprel == "pobj" and above.text.lower() in ("for", "of"):
        above = doc.tokens[above.head]
    elif token.deprel not in ("compound", "nmod"):
        return False
    return above.lemma in rules.classes["schedule"]


def _told_before(syntax: Syntax, index: int, told: Sequence[Coded], rules: Rules) -> Predicate | None:
    """Give what the same deed is in its nearest mention before it, else in the first after it."""
    deed = _deed(syntax.tokens[index].lemma, rules)
    alike = [one for one in told if _deed_of(syntax, one, rules) == deed]
    before = [one for one in alike if one.index < index]
    after = [one for one in alike if one.index > index]
    found = (_as_noun(syntax, index, one.hit, rules) for one in (*reversed(before), *after))
    predicate = next((one for one in found if one is not None and _may_stand_alone(syntax, index, one)), None)
    return None if predicate is None else replace(predicate, others=())


def _deed(noun: str, rules: Rules) -> str:
    """Give the verb of a noun, else the noun: "voting", "vote" and "voted" tell of one deed."""
    return rules.nominals[noun].verb if noun in rules.nominals else noun


def _deed_of(syntax: Syntax, told: Coded, rules: Rules) -> str:
    hit = told.hit
    lemma = syntax.tokens[hit.trigger.index].lemma
    if hit.trigger.pos != "verb":
        return _deed(lemma, rules)
    particle = syntax.child(hit.trigger.index, "prt")
    return lemma if particle is None else f"{lemma} {syntax.tokens[particle].lemma}"


def _as_noun(syntax: Syntax, index: int, hit: Match, rules: Rules) -> Predicate | None:
    """Give the entry of a mention as one of a noun for it; None where the noun has none of its kind."""
    if hit.trigger.pos != "verb":
        return hit.predicate
    lemma, kind = syntax.tokens[index].lemma, (hit.predicate.event_type, hit.predicate.other_kind)
    own = (one for one in rules.predicates["noun"].get(lemma, ()) if (one.event_type, one.other_kind) == kind)
    made = rules.nominals[lemma].entry_of(hit.predicate) if lemma in rules.nominals else None
    return next((one for one in own if not one.others), made)


def _may_stand_alone(syntax: Syntax, index: int, predicate: Predicate) -> bool:
    """Say whether a noun may be the act without an entry's other words: "the *spill*", not "the bomb", "his spill"."""
    if predicate.other_kind in _WITH_PEOPLE or predicate.others[:1] == ("on",):
        return False
    labels = {syntax.tokens[i].deprel for i in syntax.children[index]}
    if predicate.others and labels & {"poss", "amod"}:
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
