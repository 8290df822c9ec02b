"""Finds personal and possessive pronouns."""

from collections.abc import Iterator, Mapping
from typing import Literal

from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate

Gender = Literal["m", "f", "n"]

_THEY = frozenset({"they", "them", "their", "theirs"})
_GENDERS: Mapping[str, Gender] = {
    **dict.fromkeys(("he", "him", "his"), "m"),
    **dict.fromkeys(("she", "her", "hers"), "f"),
    **dict.fromkeys(("it", "its"), "n"),
}
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl"})


def find_pronouns(doc: Annotated, rules: Rules) -> Iterator[Candidate]:
    """Find the pronouns that may stand for someone, but for an "it" that stands for nothing."""
    plural = _THEY | rules.classes["speakers"]
    known = plural | rules.classes["speaker"] | _GENDERS.keys()
    for index, token in enumerate(doc.tokens):
        if token.upos not in ("PRON", "DET") or token.text == "US" or (word := token.text.lower()) not in known:
            continue
        if word == "it" and _is_dummy(doc, index, rules):
            continue
        yield Candidate(
            span=token.span,
            head=index,
            form="pronoun",
            kind=None,
            name=None,
            country=None,
            sector=None,
            role=None,
            plural=word in plural,
            gender=_GENDERS.get(word),
            rule=f"pronoun/{word}",
        )


def _is_dummy(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether an "it" stands for nothing: "it is clear that", "it rains", "make it clear"."""
    token = doc.tokens[index]
    if token.deprel == "dobj":
        verb = doc.tokens[token.head].lemma
        return verb in rules.classes["empty_with_it"] or (verb in ("find", "keep") and _has_clause(doc, token.head))
    if token.deprel not in ("nsubj", "nsubjpass"):
        return False
    governor = _main_verb(doc, token.head)
    verb = doc.tokens[governor].lemma
    if rules.has_context("dummy", verb):
        return True
    if verb == "make":
        return any(rules.has_context("dummy", doc.tokens[child].lemma) for child in doc.children[governor])
    if verb != "be":
        return token.deprel == "nsubjpass" and _has_clause(doc, governor)
    return _has_clause(doc, governor) or any(_tells_nobody(doc, child, rules) for child in doc.children[governor])


def _main_verb(doc: Annotated, verb: int) -> int:
    """Give the verb that "going to" and "likely to" lead to."""
    if doc.tokens[verb].text.lower() != "going":
        return verb
    return next((child for child in doc.children[verb] if doc.tokens[child].deprel == "xcomp"), verb)


def _tells_nobody(doc: Annotated, child: int, rules: Rules) -> bool:
    """Say whether what "it is" leads to shows that nobody is meant: "it is clear", "it is a risk"."""
    token = doc.tokens[child]
    if rules.has_context("dummy", token.lemma.lower()):
        return True
    if token.deprel == "acomp":
        return token.upos == "ADJ" and token.lemma.lower() not in rules.classes["of_minds"]
    return (
        token.deprel == "attr" and token.upos in ("NOUN", "PRON") and not rules.roles.match((token.lemma.lower(),), 0)
    )


def _has_clause(doc: Annotated, verb: int) -> bool:
    return any(doc.tokens[child].deprel in _CLAUSES for child in doc.children[verb])
