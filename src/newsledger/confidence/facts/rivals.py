"""Who stands near the word of an event and was left out."""

from newsledger.confidence.facts.scene import Scene
from newsledger.model import Clause, Event, Span

_MANY, _FAR = 6, 30


def left_out(scene: Scene, event: Event, head: int) -> dict[str, float]:
    """Count who is named in the sentence and has no part in the event, and where that one stands.

    Args:
        scene: The article.
        event: The event.
        head: The token of its trigger.
    """
    spans = (event.actor, event.recipient, event.trigger, event.place)
    taken = {index for span in spans if span is not None for index in scene.words(span)[0]}
    free = [index for index in scene.mentioned(scene.syntax.doc.sentence_of[head]) if index not in taken]
    agent = scene.syntax.agent(head)
    told: dict[str, float] = {
        "other_near": _FAR,
        "agent_left_out": agent is not None and agent not in taken,
        "actor_sure": _surest(scene, scene.syntax.clause(head), event.actor),
    }
    if free:
        told["others"] = min(len(free), _MANY)
        told["others_before"] = min(sum(index < head for index in free), _MANY)
        told["other_near"] = min(abs(index - head) for index in free)
        told["other_after_preposition"] = sum(_after_preposition(scene, index, head) for index in free)
    return told


def _after_preposition(scene: Scene, index: int, head: int) -> bool:
    token = scene.syntax.tokens[index]
    return token.deprel == "pobj" and scene.syntax.tokens[token.head].head == head


def _surest(scene: Scene, clause: Clause | None, span: Span | None) -> float:
    """Give how sure the roles' model is of the argument in a span; 0 where it has none there."""
    if clause is None or span is None:
        return 0
    found = scene.words(span)[0]
    return max((one.score for one in clause.arguments if one.head in found), default=0)
