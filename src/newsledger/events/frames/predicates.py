"""Which entry of the predicate list a word is, if any."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.events.entries import Condition, Predicate
from newsledger.events.frames.arguments import Trigger, slot, trigger_at
from newsledger.events.frames.parties import Who, actor_within, is_official, names_thing
from newsledger.events.frames.phrases import parties
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Syntax

_POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}
_CLAUSES = ("ccomp", "xcomp", "pcomp", "acl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that fits a word.

    Attributes:
        words: The tokens of the entry's words, in text order.
    """

    predicate: Predicate
    trigger: Trigger
    words: tuple[int, ...]


def may_be_acts(doc: Annotated, rules: Rules) -> tuple[int, ...]:
    """Give the tokens that the list has entries for, in text order: those whose arguments the room asks for."""
    entries = {upos: rules.predicates[pos] for upos, pos in _POS.items()}
    return tuple(
        [
            index
            for index, token in enumerate(doc.tokens)
            if ((listed := entries.get(token.upos)) is not None and token.lemma in listed)
            or (token.upos == "NOUN" and (noun := rules.nominals.get(token.lemma)) is not None and noun.entries)
        ]
    )


def match(syntax: Syntax, index: int, rules: Rules, who: Who) -> Match | None:
    """Find the entry that fits a word best: the longest, and of one length one with a condition."""
    token = syntax.tokens[index]
    pos = _POS.get(token.upos)
    entries = rules.predicates[pos].get(token.lemma) if pos else None
    if entries is None and pos == "noun":
        entries = rules.nominals[token.lemma].entries if token.lemma in rules.nominals else None
    if not entries or pos is None:
        return None
    near = _near(syntax, index, pos, rules) if any(entry.others for entry in entries) else ()
    trigger: Trigger | None = None
    fillers: dict[str, list[int] | None] = {}  # of slots, which entries of one word ask for again and again
    for entry in entries:
        words = _place(syntax.doc, entry, index, near)
        if words is None:
            continue
        trigger = trigger or trigger_at(syntax, index, pos, rules)
        if all(_fits(syntax, trigger, one, fillers, who, rules) == one.wanted for one in entry.conditions):
            return Match(predicate=entry, trigger=trigger, words=words)
    return None


def _near(syntax: Syntax, index: int, pos: str, rules: Rules) -> tuple[int, ...]:
    """Give the tokens around a word that may be further words of an entry."""
    if pos == "noun":
        above = syntax.tokens[index].head
        before = [i for i in syntax.children[index] if i < index]
        what = syntax.prepositional(index, "of") if syntax.tokens[index].lemma in rules.nominals else None
        behind = () if what is None else (what,)
        return (*(() if above == index else (above,)), *before, *behind)
    below = tuple(i for i in syntax.children[index] if syntax.tokens[i].deprel != "nsubj")
    clause = syntax.clause(index)
    done_to = syntax.object(index) if clause is not None and not clause.attributive else None
    return below if done_to is None else (*below, done_to)


def _place(doc: Annotated, entry: Predicate, index: int, near: tuple[int, ...]) -> tuple[int, ...] | None:
    """Give the tokens of all words of an entry, or None where one is missing."""
    if not entry.others:  # as most entries
        return (index,)
    found, pool = [index], near
    for word in entry.others:
        place = _worded(doc, word, pool)
        if place is None:
            return None
        found.append(place)
        pool = (*pool, *doc.children[place], doc.tokens[place].head)
    return tuple(sorted(set(found)))


def _worded(doc: Annotated, word: str, pool: tuple[int, ...]) -> int | None:
    """Give the first token of some with a word; a verb is a deed of its own ("threatened to strike")."""
    for index in pool:
        token = doc.tokens[index]
        if (token.lemma == word or doc.words[index] == word) and token.upos != "VERB":
            return index
    return None


def _fits(
    syntax: Syntax, trigger: Trigger, condition: Condition, fillers: dict[str, list[int] | None], who: Who, rules: Rules
) -> bool:
    if condition.slot == "comp" and condition.values <= {"inf", "that", "ing", "none"}:
        return _clause(syntax.doc, trigger.index) in condition.values
    around = _around(syntax, trigger.index, condition.slot)
    if around is not None:
        return any(syntax.tokens[i].lemma in condition.values for i in around)
    if condition.slot not in fillers:
        fillers[condition.slot] = _fillers(syntax, trigger, condition.slot, who, rules)
    nouns = fillers[condition.slot]
    if nouns is None:
        return "none" in condition.values
    return any(_is(syntax, noun, condition.values, who, rules) for noun in nouns)


def _around(syntax: Syntax, index: int, name: str) -> Sequence[int] | None:
    """Give the words of a slot that any word may fill, None for one that a noun fills."""
    if name == "next":
        return range(index + 1, min(index + 2, len(syntax.tokens)))
    if name == "below":
        return syntax.doc.subtree(index)
    if name == "page":
        return range(len(syntax.tokens))
    return syntax.children[index] if name == "mod" else None


def _fillers(syntax: Syntax, trigger: Trigger, name: str, who: Who, rules: Rules) -> list[int] | None:
    """Give the nouns that fill a slot, with what they count, None where nothing does."""
    head = slot(syntax, trigger, name, who, rules)
    if head is None:
        return None
    return [noun for one in parties(syntax, head) for noun in (one, *_counted(syntax, one, rules))]


def _counted(syntax: Syntax, index: int, rules: Rules) -> tuple[int, ...]:
    """Give what a word counts, and by what sums it is: "most of *the hostages*", "40 *million* crowns"."""
    token = syntax.tokens[index]
    sums = tuple(i for i in syntax.children[index] if syntax.tokens[i].lemma in ("billion", "million"))
    whole = token.upos == "NOUN" and token.lemma not in rules.classes["counting"]
    counted = None if whole else syntax.prepositional(index, "of")
    return sums if counted is None else (*sums, counted)


def _is(syntax: Syntax, noun: int, values: frozenset[str], who: Who, rules: Rules) -> bool:
    if syntax.tokens[noun].lemma in values or syntax.tokens[noun].text.lower() in values:
        return True
    if "actor" in values and (who.at(noun) or actor_within(syntax, noun, who, rules) is not None):
        return True
    if "#official" in values and any(is_official(who, own) for own in who.at(noun)):
        return True
    if "#thing" in values and names_thing(syntax, noun, who, rules):
        return True
    return any("#" + who.kinds[i] in values for i in who.at(noun))


def _clause(doc: Annotated, index: int) -> str:
    """Say what kind of clause hangs from a word: ``inf``, ``that``, ``ing`` or ``none``."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if token.deprel in _CLAUSES:
            if any(doc.tokens[i].lemma == "to" and doc.tokens[i].deprel == "aux" for i in doc.children[below]):
                return "inf"
            return "ing" if token.text.endswith("ing") and token.deprel != "ccomp" else "that"
        if token.deprel == "prep" and any(doc.tokens[i].deprel == "pcomp" for i in doc.children[below]):
            return "ing"
    return "none"
