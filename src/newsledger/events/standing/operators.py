"""What a word hangs from: the operators that say whether it is done, such as "plan to" and "deny"."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.events.frames.arguments import light_verb
from newsledger.events.frames.links import VERBS
from newsledger.events.rules import Operator, Rules
from newsledger.events.standing.marks import is_definite
from newsledger.model import Annotated, Syntax

_BEFORE_NOUN = ("compound", "nmod", "amod")
_CLAUSES = ("xcomp", "ccomp", "acl", "oprd", "pcomp", "advcl")
#: What is made of what is kept from being, put off or ended.
_UNDOING = frozenset({"denied", "planned", "ended"})
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}


def governor(syntax: Syntax, index: int, rules: Rules) -> int | None:
    """Give the light verb or operator that a word hangs from, or None."""
    if syntax.tokens[index].upos not in VERBS and (lent := light_verb(syntax, index, rules)) is not None:
        return lent[0]
    found = operator_above(syntax, index, rules)
    return None if found is None else found[1]


def operator_above(syntax: Syntax, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the operator that a word hangs from as a clause or a noun, and its token."""
    token = syntax.tokens[index]
    if token.head == index:
        return _done_by_participle(syntax, index, rules)
    if token.deprel in ("nsubj", "nsubjpass"):
        return _said_of_subject(syntax, token.head, rules) or _done_to_subject(syntax, index, rules)
    if token.deprel in _BEFORE_NOUN:
        return _modified(syntax.doc, token.head, rules)
    return _done_by_participle(syntax, index, rules) or _above(syntax, index, rules)


def _above(syntax: Syntax, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the operator that governs a word, over a preposition, a particle or a noun between."""
    token = syntax.tokens[index]
    if _stands_alone(syntax, index, rules):
        return None
    # "the rumour that they fired", "a way to end it"
    told = token.deprel == "relcl" and (syntax.child(index, "mark") is not None or syntax.is_infinitive(index))
    slot = "comp" if told or token.deprel in _CLAUSES else "obj"
    for above, words in _governors(syntax, index):
        top = syntax.tokens[above]
        names = (f"{top.lemma}{words} {token.lemma}", top.lemma + words)  # "voted to *reject*" rejects
        keys = ((name, _POS.get(top.upos, ""), slot) for name in names)
        operator = next((rules.operators[key] for key in keys if key in rules.operators), None)
        if operator is None or (operator.standing == "open" and is_definite(syntax.doc, index, rules)):
            continue
        if operator.standing == "forced" and slot == "comp" and not syntax.is_infinitive(index):
            return replace(operator, standing="same"), above  # "had his term *cut*" is no "had to cut"
        if top.lemma != "be" or _is_to_be(syntax, index, above):
            return operator, above
    return None


def _stands_alone(syntax: Syntax, index: int, rules: Rules) -> bool:
    """Say whether a word hangs from another without being what that is about."""
    token = syntax.tokens[index]
    if token.upos in VERBS:
        if token.deprel == "acl" and token.lemma in rules.classes["reaching"] and not syntax.is_infinitive(index):
            return True  # "a pact *signed* in May" was signed, whatever is to come of it
        return token.deprel == "conj" or (token.deprel == "advcl" and not syntax.is_infinitive(index))
    return token.deprel in ("advcl", "oprd")  # "called it a lie"


def _is_to_be(syntax: Syntax, index: int, verb: int) -> bool:
    """Say whether an infinitive hangs from "be" itself ("is to meet"), with nothing between ("is in Rome to")."""
    between = (i for i in syntax.children[verb] if verb < i < index)
    return syntax.is_infinitive(index) and all(
        syntax.tokens[i].deprel not in ("prep", "attr", "acomp") for i in between
    )


def _said_of_subject(syntax: Syntax, verb: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give what a verb says of its subject: itself ("continue"), or what it is ("is false", "is without basis")."""
    for below in syntax.children[verb]:
        token = syntax.tokens[below]
        if token.deprel not in ("acomp", "attr", "prep"):
            continue
        if token.lemma == "due" and syntax.prepositional(below, "to") is not None:
            continue  # "the strike is due to low pay" tells why
        noun = syntax.child(below, "pobj") if token.deprel == "prep" else None
        words = token.lemma if noun is None else f"{token.lemma} {syntax.tokens[noun].lemma}"
        if (operator := rules.operators.get((words, "adj", "subj"))) is not None:
            return operator, verb
    found = rules.operators.get((syntax.tokens[verb].lemma, "verb", "subj"))
    return (found, verb) if found else None


def _done_to_subject(syntax: Syntax, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give what a passive verb does to a noun: "the attack was *foiled*", "the visit was *put off*"."""
    verb = syntax.tokens[index].head
    if syntax.tokens[index].deprel != "nsubjpass" and not _is_bare_participle(syntax, verb):
        return None
    operator = _of_object(syntax, verb, rules)
    if operator is None or (operator.standing == "open" and is_definite(syntax.doc, index, rules)):
        return None
    return operator, verb


def _is_bare_participle(syntax: Syntax, verb: int) -> bool:
    """Say whether a headline leaves out the auxiliary of a passive ("Vote *postponed* in Kenya"), and no object."""
    token = syntax.tokens[verb]
    past = "Tense=Past" in token.morph and token.deprel == "ROOT" and syntax.doc.role_at(verb) == "headline"
    return past and syntax.child(verb, "dobj", "aux", "auxpass", "ccomp", "xcomp") is None


def _done_by_participle(syntax: Syntax, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give what a participle behind a noun does to it, where it ends it, puts it off or keeps it from being.

    "An attack *foiled* by police" was none; "a raid *supported* by aircraft" is as real as any.
    """
    for below in syntax.children[index]:
        token = syntax.tokens[below]
        if token.deprel != "acl" or "VerbForm=Part" not in token.morph or "Tense=Past" not in token.morph:
            continue
        operator = _of_object(syntax, below, rules)
        if operator is not None and operator.standing in _UNDOING:
            return operator, below
    return None


def _of_object(syntax: Syntax, verb: int, rules: Rules) -> Operator | None:
    """Give what a verb, with its particle first, says of its object."""
    lemma, particle = syntax.tokens[verb].lemma, syntax.child(verb, "prt")
    names = (lemma,) if particle is None else (f"{lemma} {syntax.tokens[particle].lemma}", lemma)
    return next(
        (rules.operators[name, "verb", "obj"] for name in names if (name, "verb", "obj") in rules.operators), None
    )


def _modified(doc: Annotated, noun: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the noun of a wish or plan that a word stands before ("a ceasefire proposal", "ceasefire talks")."""
    lemma = doc.tokens[noun].lemma
    keys = ((lemma, "noun", "comp"), *((lemma + after, "noun", "obj") for after in (" for", " of", " on")))
    found = next((rules.operators[key] for key in keys if key in rules.operators), None)
    return (found, noun) if found else None


def _governors(syntax: Syntax, index: int) -> Iterator[tuple[int, str]]:
    """Give what a word may hang from by meaning, the likeliest first, with the preposition between.

    The parse hangs "to free" in "a call to free the men" from the verb, "of" in "accused the men of"
    from the men, and "to" in "it is vital to" from "is": the noun, the verb and the adjective come up here.
    """
    token = syntax.tokens[index]
    above, words = token.head, ""
    if syntax.tokens[above].upos == "ADP" and token.deprel in ("pobj", "pcomp"):
        words = " " + syntax.tokens[above].lemma
        above = syntax.tokens[above].head
    top = syntax.tokens[above]
    if top.upos in VERBS:
        thing = syntax.child(above, "dobj", "acomp", "attr", "oprd")
        if thing is not None and thing < index:
            yield thing, words
        particle = syntax.child(above, "prt")
        if particle is not None:
            yield above, " " + syntax.tokens[particle].lemma
    if syntax.is_infinitive(index):
        yield above, " to"
    yield above, words
    if top.upos == "NOUN" and words and syntax.tokens[top.head].upos in VERBS:
        yield top.head, words
