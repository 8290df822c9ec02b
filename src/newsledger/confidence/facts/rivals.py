"""Who stands near the word of an event and was left out, and what sort of sentence it is."""

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
    doc, syntax = scene.syntax.doc, scene.syntax
    taken = [span for span in (event.actor, event.recipient, event.trigger, event.place) if span is not None]
    sentence = doc.sentence_at(head)
    free = {index for index in scene.mentioned(sentence.span) if not _inside(scene, index, taken)}
    clause = syntax.clause(head)
    arguments = clause.arguments if clause is not None else ()
    near = [child for child in doc.children[head] if doc.tokens[child].deprel in ("poss", "compound", "amod", "nmod")]
    after = [
        below for child in doc.children[head] for below in doc.children[child] if doc.tokens[below].deprel == "pobj"
    ]
    subject = next((found for one in syntax.governors(head) if (found := syntax.subject(one.token)) is not None), None)
    told: dict[str, float] = {
        "others": min(len(free), _MANY),
        "others_before": min(sum(index < head for index in free), _MANY),
        "others_behind": min(sum(index > head for index in free), _MANY),
        "other_near": min((abs(index - head) for index in free), default=30),
        "other_modifies": any(index in free for index in near),
        "other_after_preposition": sum(index in free for index in after),
        "thing_after_preposition": sum(index not in free and not _inside(scene, index, taken) for index in after),
        "other_governs": subject is not None and subject in free,
        "owner_left_out": _free(scene, syntax.owner(head), taken),
        "agent_left_out": _free(scene, syntax.agent(head), taken),
        "object_left_out": _free(scene, syntax.object(head), taken),
        "object_left_out_mentioned": syntax.object(head) in free,
        "receiver_left_out": _free(scene, syntax.recipient(head), taken),
        "doer_left_out": any(one.role == "ARG0" and one.head in free for one in arguments),
        "bearer_left_out": any(one.role == "ARG1" and one.head in free for one in arguments),
        "actor_bears": any(one.role == "ARG1" and _inside(scene, one.head, [event.actor]) for one in arguments),
        "recipient_does": any(one.role == "ARG0" and _inside(scene, one.head, [event.recipient]) for one in arguments),
        "recipient_third": any(
            one.role not in ("ARG0", "ARG1") and _inside(scene, one.head, [event.recipient]) for one in arguments
        ),
    }
    return {name: value for name, value in told.items() if value}


def _free(scene: Scene, index: int | None, taken: Iterable[Span | None]) -> bool:
    return index is not None and not _inside(scene, index, taken)


def _inside(scene: Scene, index: int, taken: Iterable[Span | None]) -> bool:
    token = scene.syntax.tokens[index].span
    return any(span is not None and span.overlaps(token) for span in taken)
