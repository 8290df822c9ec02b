"""What speaks for and against an event."""

from newsledger.confidence.facts.parties import distance, known, sort_of
from newsledger.confidence.facts.rivals import left_out
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Event


def of_event(scene: Scene, event: Event) -> Facts:
    """Give the facts of an event."""
    head = scene.head(event.trigger)
    kind = f"{event.event_type} {event.other_kind or '-'}"
    if head is None:
        return Facts(finding=event.id, values={}, entries={"entry": (event.rule, kind, event.event_type)})
    values = {
        **scene.page,
        **scene.clause(head),
        **left_out(scene, event, head),
        **_told(scene, event),
        "sentence_number": scene.syntax.doc.sentence_of[head],
        "crowd": scene.crowd[scene.syntax.doc.sentence_of[head]],
        "word_depth": scene.depth(head),
        "word_the": scene.has_article(head),
    }
    for role, span, ids in (
        ("actor", event.actor, event.actor_ids),
        ("recipient", event.recipient, event.recipient_ids),
    ):
        if span is not None:
            values[f"{role}.distance"] = distance(scene.words(span)[0], head)
            values |= known(scene, role, ids)
    return Facts(finding=event.id, values=values, entries=_entries(scene, event, head, kind))


def _entries(scene: Scene, event: Event, head: int, kind: str) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the entry: it with its parties, its standing."""
    rule, standing = event.rule, event.standing
    pos = "noun" if scene.syntax.tokens[head].upos in ("NOUN", "PROPN") else "verb"
    kind_pos = f"{kind} {pos}"
    actor = sort_of(scene, event.actor, event.actor_ids)
    recipient = sort_of(scene, event.recipient, event.recipient_ids)
    both = f"{actor} {recipient}"
    return {
        "entry": (rule, kind_pos, kind, event.event_type),
        "parties": (f"{rule} {both}", f"{kind_pos} {both}", f"{pos} {both}"),
        "actor": (f"{rule} {actor}", f"{kind_pos} {actor}", f"{pos} {actor}"),
        "recipient": (f"{rule} {recipient}", f"{kind_pos} {recipient}", f"{pos} {recipient}"),
        "entry_standing": (f"{rule} {standing}", f"{kind_pos} {standing}", f"{pos} {standing}"),
    }


def _told(scene: Scene, event: Event) -> dict[str, float]:
    told = scene.tellings[event.same_as or event.id]
    first = told[0]
    return {
        "page_type": scene.types[event.event_type],
        "told": len(told),
        "told_alike": len(told) > 1
        and all(one.actor_ids == first.actor_ids and one.recipient_ids == first.recipient_ids for one in told),
        "told_again": event.same_as is not None,
        "dated": bool(event.times),
        "placed": event.place is not None,
        "is_other": event.event_type == "OTHER",
    }
