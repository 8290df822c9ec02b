"""Finds that what is said to be coming is denied: "denied that", "it is untrue that"."""

from dataclasses import replace

from newsledger.outlook.cues import Cue
from newsledger.outlook.scene import Scene


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
        if token.deprel in ("ccomp", "acl", "relcl", "csubj") and token.head != index:
            return index
        if token.deprel not in ("xcomp", "conj"):
            return None
    return None


def _is_denied_by(scene: Scene, clause: int) -> bool:
    """Say whether a verb denies the clause or reports of it: "denied that", "called it untrue that"."""
    head = scene.head(clause)
    if any(scene.is_a(one, "untrue") for one in range(head, scene.doc.first_below[clause])):
        return not scene.syntax.is_negated(head) and not scene.syntax.is_negated(scene.head(head))
    if scene.upos(head) in ("NOUN", "PROPN"):
        if not scene.is_a(head, "report") or scene.label(head) not in ("dobj", "nsubjpass"):
            return False
        head = scene.head(head)
    return scene.is_a(head, "deny") and not scene.syntax.is_negated(head)
