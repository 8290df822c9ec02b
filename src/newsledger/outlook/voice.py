"""Says who is to do what is told in the passive, where the article tells of the same act in the active."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsledger.model import Expectation, SettledBy
from newsledger.outlook.scene import Scene

#: Lemma of the verb and of the thing that it is done to.
_Act = tuple[str, str]


def with_agents(scene: Scene, found: Sequence[Expectation]) -> list[Expectation]:
    """Let the same report settle "the ban will be lifted" as "Ghana will lift its ban".

    Only a passive that names no agent and has no holder takes over what is waited for, and only where all
    that the article tells of this act in the active agrees on who does it. Its days and its words stay its
    own.
    """
    known: Mapping[_Act, set[SettledBy]] = defaultdict(set)
    for one in found:
        act = _active(scene, one)
        if act is not None:
            known[act].add(replace(one.settled_by, negated=False))
    return [_with_agent(one, known.get(_passive(scene, one) or ("", ""), set())) for one in found]


def _with_agent(one: Expectation, told: set[SettledBy]) -> Expectation:
    if len({(by.event_type, by.other_kind, by.actor_ids) for by in told}) != 1:
        return one
    act = (one.settled_by.event_type, one.settled_by.other_kind)
    if act[0] is not None and act != next((by.event_type, by.other_kind) for by in told):
        return one
    fullest = max(told, key=lambda by: by.recipient_ids or ())
    return replace(one, settled_by=replace(fullest, negated=one.negated))


def _active(scene: Scene, one: Expectation) -> _Act | None:
    """Give an act in the active, done by somebody who is known."""
    head = scene.doc.head_in(one.action)
    if head is None or one.event is None or not one.settled_by.actor_ids:
        return None
    return _act(scene, head, scene.child(head, "dobj"))


def _passive(scene: Scene, one: Expectation) -> _Act | None:
    """Give an act in the passive, done by nobody who is named."""
    head = scene.doc.head_in(one.action)
    if head is None or one.holder is not None or one.settled_by.actor_ids:
        return None
    return None if scene.child(head, "agent") is not None else _act(scene, head, scene.child(head, "nsubjpass"))


def _act(scene: Scene, head: int, thing: int | None) -> _Act | None:
    return None if thing is None else (scene.lemma(head), scene.lemma(thing))
