"""Finds that what is said to be coming is denied: "denied reports that", "it is untrue that"."""

from dataclasses import replace

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, is_negated

_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "disavow", "debunk", "contradict"})
_REPORTS = frozenset(
    {"report", "claim", "rumor", "rumour", "suggestion", "speculation", "story", "assertion", "idea", "notion"}
    | {"allegation", "accusation", "charge", "talk", "gossip"}
)
_CLAUSES = frozenset({"ccomp", "acl", "relcl", "csubj"})


def with_denial(doc: Annotated, cue: Cue) -> Cue:
    """Turn a cue round where somebody denies the clause that it stands in."""
    clause = _clause_above(doc, cue.verb)
    if clause is None or not _is_denied_by(doc, clause):
        return cue
    return replace(cue, kind="denied_plan", strength="firm", negated=True, denied=True)


def _clause_above(doc: Annotated, verb: int) -> int | None:
    """Give the head of the "that" clause around a verb: what is denied is said in one."""
    for index in (verb, *ancestors(doc, verb)):
        token = doc.tokens[index]
        if token.deprel in _CLAUSES and token.head != index:
            return index
        if token.deprel not in ("xcomp", "conj"):
            return None
    return None


def _is_denied_by(doc: Annotated, clause: int) -> bool:
    """Say whether a verb denies the clause or reports of it: "denied that", "rejected reports that"."""
    head = doc.tokens[clause].head
    if doc.tokens[head].upos in ("NOUN", "PROPN"):
        if doc.tokens[head].lemma not in _REPORTS or doc.tokens[head].deprel not in ("dobj", "nsubjpass"):
            return False
        head = doc.tokens[head].head
    return doc.tokens[head].lemma in _DENYING and not is_negated(doc, head)
