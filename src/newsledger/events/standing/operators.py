"""What a word hangs from: the operators that say whether it is done, such as "plan to" and "deny"."""

from collections.abc import Iterator

from newsledger.events.frames.arguments import light_verb
from newsledger.events.frames.syntax import (
    VERBS,
    child,
    is_infinitive,
)
from newsledger.events.rules import Operator, Rules
from newsledger.events.standing.marks import is_definite
from newsledger.model import Annotated

#: Verbs by which an agreement comes about.
REACHING = frozenset({"agree", "broker", "conclude", "negotiate", "reach", "seal", "sign", "strike"})
_BEFORE_NOUN = ("compound", "nmod", "amod")
_CLAUSES = ("xcomp", "ccomp", "acl", "oprd", "pcomp", "advcl")
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}


def governor(doc: Annotated, index: int, rules: Rules) -> int | None:
    """Give the light verb or operator that a word hangs from, or None."""
    if doc.tokens[index].upos not in VERBS and (lent := light_verb(doc, index, rules)) is not None:
        return lent[0]
    found = operator_above(doc, index, rules)
    return None if found is None else found[1]


def operator_above(doc: Annotated, index: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the operator that a word hangs from as a clause or a noun, and its token."""
    token = doc.tokens[index]
    if token.head == index:
        return None
    if token.deprel in ("nsubj", "nsubjpass"):
        return _said_of_subject(doc, token.head, rules)
    if token.deprel in _BEFORE_NOUN:
        return _modified(doc, token.head, rules)
    if _stands_alone(doc, index):
        return None
    # "the rumour that they fired", "a way to end it"
    told = token.deprel == "relcl" and (child(doc, index, ("mark",)) is not None or is_infinitive(doc, index))
    slot = "comp" if told or token.deprel in _CLAUSES else "obj"
    for above, words in _governors(doc, index):
        top = doc.tokens[above]
        key = (top.lemma + words, _POS.get(top.upos, ""), slot)
        operator = rules.operators.get(key)
        if operator is None or (operator.standing == "open" and is_definite(doc, index)):
            continue
        if top.lemma != "be" or _is_to_be(doc, index, above):
            return operator, above
    return None


def _stands_alone(doc: Annotated, index: int) -> bool:
    """Say whether a word hangs from another without being what that is about."""
    token = doc.tokens[index]
    if token.upos in VERBS:
        if token.deprel == "acl" and token.lemma in REACHING and not is_infinitive(doc, index):
            return True  # "a pact *signed* in May" was signed, whatever is to come of it
        return token.deprel == "conj" or (token.deprel == "advcl" and not is_infinitive(doc, index))
    return token.deprel in ("advcl", "oprd")  # "called it a lie"


def _is_to_be(doc: Annotated, index: int, verb: int) -> bool:
    """Say whether an infinitive hangs from "be" itself ("is to meet"), with nothing between ("is in Rome to")."""
    between = (i for i in doc.children[verb] if verb < i < index)
    return is_infinitive(doc, index) and all(doc.tokens[i].deprel not in ("prep", "attr", "acomp") for i in between)


def _said_of_subject(doc: Annotated, verb: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give what a verb says of its subject: itself ("continue"), or what it is ("is false", "is without basis")."""
    for below in doc.children[verb]:
        token = doc.tokens[below]
        if token.deprel not in ("acomp", "attr", "prep"):
            continue
        noun = child(doc, below, ("pobj",)) if token.deprel == "prep" else None
        words = token.lemma if noun is None else f"{token.lemma} {doc.tokens[noun].lemma}"
        if (operator := rules.operators.get((words, "adj", "subj"))) is not None:
            return operator, verb
    found = rules.operators.get((doc.tokens[verb].lemma, "verb", "subj"))
    return (found, verb) if found else None


def _modified(doc: Annotated, noun: int, rules: Rules) -> tuple[Operator, int] | None:
    """Give the noun of a wish or plan that a word stands before ("a ceasefire proposal", "ceasefire talks")."""
    lemma = doc.tokens[noun].lemma
    keys = ((lemma, "noun", "comp"), *((lemma + after, "noun", "obj") for after in (" for", " of", " on")))
    found = next((rules.operators[key] for key in keys if key in rules.operators), None)
    return (found, noun) if found else None


def _governors(doc: Annotated, index: int) -> Iterator[tuple[int, str]]:
    """Give what a word may hang from by meaning, the likeliest first, with the preposition between.

    The parse hangs "to free" in "a call to free the men" from the verb, "of" in "accused the men of"
    from the men, and "to" in "it is vital to" from "is": the noun, the verb and the adjective come up here.
    """
    token = doc.tokens[index]
    above, words = token.head, ""
    if doc.tokens[above].upos == "ADP" and token.deprel in ("pobj", "pcomp"):
        words = " " + doc.tokens[above].lemma
        above = doc.tokens[above].head
    top = doc.tokens[above]
    if top.upos in VERBS:
        thing = child(doc, above, ("dobj", "acomp", "attr", "oprd"))
        if thing is not None and thing < index:
            yield thing, words
        particle = child(doc, above, ("prt",))
        if particle is not None:
            yield above, " " + doc.tokens[particle].lemma
    if is_infinitive(doc, index):
        yield above, " to"
    yield above, words
    if top.upos == "NOUN" and words and doc.tokens[top.head].upos in VERBS:
        yield top.head, words
