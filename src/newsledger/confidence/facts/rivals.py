"""Who stands near the word of an event and was left out."""

from collections.abc import Iterable

from newsledger.confidence.facts.scene import Scene
from newsledger.model import Event, Span

_MANY = 6


def left_out(scene: Scene, event: Event, head: int) -> dict[str, float]:
    """Count who is named in the sentence and has no part in the event, and where that one stands.

    Args:
        scene: The article.
        event: The event.
        head: The token of its trigger.
    """
    doc = scene.syntax.doc
    taken = [span for span in (event.actor, event.recipient, event.trigger, event.place) if span is not None]
    sentence = doc.sentence_at(head)
    free = {index for index in scene.mentioned(sentence.span) if not _inside(scene, index, taken)}
    clause = scene.syntax.clause(head)
    arguments = clause.arguments if clause is not None else ()
    after = [
        below for child in doc.children[head] for below in doc.children[child] if doc.tokens[below].deprel == "pobj"
    ]
    agent = scene.syntax.agent(head)
    return {
        "others": min(len(free), _MANY),
        "others_before": min(sum(index < head for index in free), _MANY),
        "other_near": min((abs(index - head) for index in free), default=30),
        "other_after_preposition": sum(index in free for index in after),
        "agent_left_out": agent is not None and not _inside(scene, agent, taken),
        "bearer_left_out": any(one.role == "ARG1" and one.head in free for one in arguments),
    }


def _inside(scene: Scene, index: int, taken: Iterable[Span]) -> bool:
    token = scene.syntax.tokens[index].span
    return any(span.overlaps(token) for span in taken)
