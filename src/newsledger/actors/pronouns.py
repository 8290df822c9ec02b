"""Finds personal and possessive pronouns."""

from collections.abc import Iterator, Mapping
from typing import Literal

from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate

Gender = Literal["m", "f", "n"]

#: "I", "we" and their forms, whose meaning is the speaker.
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})

_GENDERS: Mapping[str, Gender | None] = {
    **dict.fromkeys(("he", "him", "his"), "m"),
    **dict.fromkeys(("she", "her", "hers"), "f"),
    **dict.fromkeys(("it", "its"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", *FIRST_PERSON)),
}
_PLURAL = frozenset({"they", "them", "their", "theirs", "we", "us", "our", "ours"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl"})


def find_pronouns(doc: Annotated, rules: Rules) -> Iterator[Candidate]:
    """Find the pronouns that may stand for someone, but for an "it" that stands for nothing."""
    for index, token in enumerate(doc.tokens):
        word = token.text.lower()
        if word not in _GENDERS or token.upos not in ("PRON", "DET") or token.text == "US":
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
            plural=word in _PLURAL,
            gender=_GENDERS[word],
            rule=f"pronoun/{word}",
        )


def _is_dummy(doc: Annotated, index: int, rules: Rules) -> bool:
    """Say whether an "it" stands for nothing: "it is clear that", "it rains", "make it clear"."""
    token = doc.tokens[index]
    if token.deprel == "expl":
        return True
    verb = doc.tokens[token.head]
    if token.deprel == "dobj":
        return verb.lemma in ("make", "find", "keep") and _has_clause(doc, token.head)
    if token.deprel not in ("nsubj", "nsubjpass"):
        return False
    if rules.has_context("dummy", verb.lemma):
        return True
    if verb.lemma != "be":
        return token.deprel == "nsubjpass" and _has_clause(doc, token.head)
    described = any(rules.has_context("dummy", doc.tokens[child].lemma.lower()) for child in doc.children[token.head])
    return described or _has_clause(doc, token.head)


def _has_clause(doc: Annotated, verb: int) -> bool:
    return any(doc.tokens[child].deprel in _CLAUSES for child in doc.children[verb])
