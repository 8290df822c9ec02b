"""Finds that what is said to be coming is denied: "denied reports that", "it is untrue that"."""

from dataclasses import replace

from newsledger.outlook.cues import Cue
from newsledger.outlook.scene import Scene

_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "disavow", "debunk", "contradict"})
_REPORTS = frozenset(
    {"report", "claim", "rumor", "rumour", "suggestion", "speculation", "story", "assertion", "idea", "notion"}
    | {"allegation", "accusation", "charge", "talk", "gossip"}
)
_CLAUSES = frozenset({"ccomp", "acl", "relcl", "csubj"})


def with_denial(scene: Scene, cue: Cue) -> Cue:
    """Turn a cue round where somebody denies the clause that it stands in."""
    clause = _clause_above(scene, cue.verb)
    if clause is None or not _is_denied_by(scene, clause):
        return cue
    return replace(cue, kind="denied_plan", strength="firm", negated=True, denied=True)


def _clause_above(scene: Scene, verb: int) -> int | None:
    """Give the head of the "that" clause around a verb: what is denied is said in one."""
    for index in (verb, *scene.ancestors(verb)):
        token = scene.tokens[index]
        if token.deprel in _CLAUSES and token.head != index:
            return index
        if token.deprel not in ("xcomp", "conj"):
            return None
    return None


def _is_denied_by(scene: Scene, clause: int) -> bool:
    """Say whether a verb denies the clause or reports of it: "denied that", "rejected reports that"."""
    head = scene.head(clause)
    if scene.upos(head) in ("NOUN", "PROPN"):
        if scene.lemma(head) not in _REPORTS or scene.label(head) not in ("dobj", "nsubjpass"):
            return False
        head = scene.head(head)
    return scene.lemma(head) in _DENYING and not scene.is_negated(head)
