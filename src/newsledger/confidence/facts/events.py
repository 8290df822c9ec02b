"""What speaks for and against an event."""

from newsledger.confidence.facts.parties import party, sort_of
from newsledger.confidence.facts.rivals import left_out
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Event, Span


def of_event(scene: Scene, event: Event) -> Facts:
    """Give the facts of an event."""
    head = scene.head(event.trigger)
    kind = f"{event.event_type} {event.other_kind or '-'}"
    if head is None:
        return Facts(finding=event.id, values={}, entries={"entry": (event.rule, kind, event.event_type)})
    values = {
        **scene.around(head),
        **scene.clause(head),
        **party(scene, "actor", event.actor, event.actor_ids, head),
        **party(scene, "recipient", event.recipient, event.recipient_ids, head),
        "actor_sure": scene.surest(scene.syntax.clause(head), event.actor),
        **_told(scene, event, head),
        **left_out(scene, event, head),
    }
    return Facts(finding=event.id, values=values, entries=_entries(scene, event, head, kind))


def _entries(scene: Scene, event: Event, head: int, kind: str) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the entry: it with its parties, how these stand, its standing."""
    rule, token = event.rule, scene.syntax.tokens[head]
    pos = "noun" if token.upos in ("NOUN", "PROPN") else "verb"
    actor = sort_of(scene, event.actor, event.actor_ids)
    recipient = sort_of(scene, event.recipient, event.recipient_ids)
    does, bears = (_stands(scene, head, span) for span in (event.actor, event.recipient))
    told, (hung, way) = scene.told_as(head), scene.hung_from(head)
    standing = f"{event.standing} {told}"
    return {
        "entry": (rule, f"{kind} {pos}", kind, event.event_type),
        "parties": (f"{rule} {actor} {recipient}", f"{kind} {pos} {actor} {recipient}", f"{pos} {actor} {recipient}"),
        "actor": (f"{rule} {actor}", f"{kind} {pos} {actor}", f"{pos} {actor}"),
        "recipient": (f"{rule} {recipient}", f"{kind} {pos} {recipient}", f"{pos} {recipient}"),
        "actor_stands": (f"{kind} {pos} {does}", f"{pos} {does}", does),
        "recipient_stands": (f"{kind} {pos} {bears}", f"{pos} {bears}", bears),
        "standing": (f"{standing} {hung}", f"{standing} {way}", standing, event.standing),
        "entry_standing": (f"{rule} {event.standing}", f"{kind} {pos} {event.standing}", f"{pos} {event.standing}"),
        "governor": (hung, way),
        "label": (f"{token.deprel} {pos}",),
    }


def _stands(scene: Scene, head: int, span: Span | None) -> str:
    """Say in which role and construction a party stands to the word, as the clause tells it."""
    clause = scene.syntax.clause(head)
    if span is None:
        return "nobody"
    if clause is None:
        return "no clause"
    tokens = scene.syntax.tokens
    found = (one for one in clause.arguments if span.overlaps(tokens[one.head].span))
    return next((f"{one.role} {one.how}" for one in found), "elsewhere")


def _told(scene: Scene, event: Event, head: int) -> dict[str, float]:
    told = scene.tellings[event.same_as or event.id]
    parties = [{*one.actor_ids, "/", *one.recipient_ids} for one in told]
    return {
        "page_type": scene.types[event.event_type] / len(scene.record.events),
        "told": len(told),
        "told_alike": len(told) > 1 and all(one == parties[0] for one in parties),
        "told_again": event.same_as is not None,
        "crowd": scene.crowd[scene.syntax.doc.sentence_of[head]],
        "dated": bool(event.times),
        "placed": event.place is not None,
        "reported": event.reported_by is not None,
        "is_other": event.event_type == "OTHER",
    }
