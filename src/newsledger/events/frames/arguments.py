"""Who the parties of an event are: the slots of its frame, filled from the syntax around its trigger."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsledger.events.frames.links import clause_subject, governing_verb, prepositional
from newsledger.events.frames.parties import Who, modifiers
from newsledger.events.rules import LightVerb, Rules
from newsledger.model import Syntax


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


def trigger_at(syntax: Syntax, index: int, pos: str, rules: Rules) -> Trigger:
    """Look at a word and, for a noun, at the light verb that it hangs from or that hangs from it."""
    if pos != "noun":
        return Trigger(index=index, pos=pos)
    lent = light_verb(syntax, index, rules)
    if lent is not None:
        return Trigger(index=index, pos=pos, support=lent[0], light=lent[1])
    governed = governing_verb(syntax, index, rules)
    return Trigger(index=index, pos=pos, support=None if governed is None else governed[0])


def light_verb(syntax: Syntax, index: int, rules: Rules) -> tuple[int, LightVerb] | None:
    """Give the light verb that a noun hangs from ("held talks"), or that hangs from it ("talks held")."""
    governed = governing_verb(syntax, index, rules)
    if governed is not None:
        verb, words = governed
        between = [
            syntax.tokens[i].lemma
            for i in syntax.children[verb]
            if syntax.tokens[i].deprel in ("prt", "dobj") and i != index
        ]
        keys = (" ".join((syntax.tokens[verb].lemma, *middle, *words)) for middle in (between, between[:1], ()))
        light = next((rules.light_verbs[key] for key in keys if key in rules.light_verbs), None)
        if light is not None:
            return verb, light
    below = syntax.child(index, *("acl", "relcl") if governed is None else ("acl",))
    if governed is not None and below is not None and "Tense=Past" not in syntax.tokens[below].morph:
        return None  # "criticised the plan to raise …" lends the plan nothing
    light = None if below is None else rules.light_verbs.get(syntax.tokens[below].lemma)
    return None if below is None or light is None else (below, light)


def slot(syntax: Syntax, trigger: Trigger, name: str, who: Who, rules: Rules) -> int | None:
    """Give the head of what fills a slot of a trigger, or None; of several slots the first that is filled counts."""
    if "|" in name:
        heads = (slot(syntax, trigger, one, who, rules) for one in name.split("|"))
        return next((head for head in heads if head is not None), None)
    if name.startswith("prep:"):
        return _after(syntax, trigger, name[5:], rules)
    if trigger.pos == "noun":
        return _noun_slot(syntax, trigger, name, who)
    if trigger.pos == "adj":
        return _described(syntax, trigger.index, who, rules) if name == "subj" else None
    if name in _OF_CLAUSE:
        return _OF_CLAUSE[name](syntax, trigger.index)
    fill = {"subj": syntax.agent, "dobj": syntax.object, "iobj": syntax.recipient}.get(name)
    found = fill(trigger.index) if fill else None
    token = syntax.tokens[trigger.index]
    if name == "subj" and token.deprel == "acl" and found == token.head and not who.at(token.head):
        return maker(syntax, token.head, rules)  # "issued a report accusing": who issued it
    if name == "dobj" and found is None:  # "found him guilty", "wants them to go", not "warned that farmers may leave"
        clause = syntax.child(trigger.index, "ccomp")
        says_that = clause is not None and syntax.child(clause, "mark") is not None
        return None if says_that else clause_subject(syntax, trigger.index)
    return found


def _owner_of_object(syntax: Syntax, verb: int) -> int | None:
    """Give whose it is that something is done to: "cut *her* sentence", "*the editor's* term was halved"."""
    thing = syntax.object(verb)
    return None if thing is None else syntax.child(thing, "poss")


#: Slots of a verb that are filled from what hangs from it.
_OF_CLAUSE: Mapping[str, Callable[[Syntax, int], int | None]] = {
    "comp": clause_subject,
    "oprd": lambda syntax, verb: syntax.child(verb, "oprd"),
    "owner": _owner_of_object,
}


def maker(syntax: Syntax, noun: int, rules: Rules) -> int | None:
    """Give whose a noun is: its owner, else who does what is done with it ("*issued* a report")."""
    owner, governed = syntax.owner(noun), governing_verb(syntax, noun, rules)
    return syntax.subject(governed[0]) if owner is None and governed is not None else owner


def _after(syntax: Syntax, trigger: Trigger, word: str, rules: Rules) -> int | None:
    found = prepositional(syntax, trigger.index, word, rules)
    found = None if found is not None and syntax.tokens[found].lemma in rules.classes["tells how"] else found
    if found is None and word != "by" and (agent := syntax.prepositional(trigger.index, "by")) is not None:
        found = syntax.prepositional(agent, word)  # "an incursion by rebels into the port"
    if found is None and trigger.pos == "noun":
        found = _right_after(syntax, trigger.index, word)
    if found is None and trigger.light is not None and trigger.support is not None:
        found = prepositional(syntax, trigger.support, word, rules)
    if found is None:
        found = _argument(syntax, trigger.index, word)
    if found is None and trigger.pos == "verb":
        found = _behind_object(syntax, trigger.index, word)
    dated = found is not None and syntax.tokens[found].text in rules.classes["calendar"]  # "the floods of *March*"
    return None if dated or found == trigger.index else found


def _right_after(syntax: Syntax, index: int, word: str) -> int | None:
    """Give the noun after a preposition that follows another at once, whatever the parse hangs it from."""
    after = index + 1
    if after >= syntax.doc.sentence_at(index).end or syntax.tokens[after].text.lower() != word:
        return None
    return syntax.child(after, "pobj")


def _argument(syntax: Syntax, index: int, word: str) -> int | None:
    """Give the argument behind a preposition, wherever the parse hangs it ("an incursion by rebels *into Chad*")."""
    clause = syntax.clause(index)
    after = () if clause is None else (one for one in clause.arguments if one.preposition is not None)
    heads = (one.head for one in after if one.preposition and syntax.tokens[one.preposition].text.lower() == word)
    return next((head for head in heads if syntax.tokens[head].deprel == "pobj"), None)


def _behind_object(syntax: Syntax, index: int, word: str) -> int | None:
    """Give the noun after a preposition of what it is done to ("sanctions imposed on Kenya were lifted")."""
    thing = syntax.object(index)
    if thing is None:
        return None
    places = (thing, *(i for i in syntax.children[thing] if syntax.tokens[i].deprel == "acl"))
    return next((noun for place in places if (noun := syntax.prepositional(place, word)) is not None), None)


def _noun_slot(syntax: Syntax, trigger: Trigger, name: str, who: Who) -> int | None:
    if name == "poss":
        return syntax.child(trigger.index, "poss")
    if name == "compound":
        before = [i for i in syntax.children[trigger.index] if syntax.tokens[i].deprel == "compound"]
        return before[-1] if before else None
    if name == "mod":
        return next((i for i in modifiers(syntax.doc, trigger.index) if who.at(i)), None)
    if name == "comp":
        return clause_subject(syntax, trigger.index)
    if name == "subj" and trigger.support is not None:
        return syntax.subject(trigger.support)
    return None


def _described(syntax: Syntax, index: int, who: Who, rules: Rules) -> int | None:
    """Give what an adjective tells of; of a thing, whose it is ("issued a report critical of the mayor")."""
    token = syntax.tokens[index]
    if token.deprel == "amod":
        made_by = None if who.at(token.head) else maker(syntax, token.head, rules)
        return token.head if made_by is None else made_by
    return syntax.subject(token.head) if token.deprel in ("acomp", "conj") else None
