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
        **_grammar(scene, event, head),
        **_told(scene, event, head),
        **_standing(event),
        **left_out(scene, event, head),
    }
    values["page_type"] = sum(one.event_type == event.event_type for one in scene.record.events) / len(
        scene.record.events
    )
    pos = "noun" if values["word_noun"] else "verb"
    return Facts(
        finding=event.id,
        values=values,
        entries=_entries(scene, event, head, kind, pos),
    )


def _entries(scene: Scene, event: Event, head: int, kind: str, pos: str) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the entry: it with its parties, how these stand, its standing."""
    rule = event.rule
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
        "label": (f"{scene.syntax.tokens[head].deprel} {pos}",),
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


def _grammar(scene: Scene, event: Event, head: int) -> dict[str, float]:
    """Hold the parties against what grammar and the model of roles say by themselves."""
    syntax = scene.syntax
    clause = syntax.clause(head)
    owner = syntax.owner(head)
    agent = syntax.agent(head)
    return {
        "actor_grammar": scene.inside(event.actor, agent if agent is not None else owner),
        "actor_sure": scene.surest(clause, event.actor),
        "recipient_grammar": scene.inside(event.recipient, syntax.object(head)),
        "recipient_sure": scene.surest(clause, event.recipient),
        "nobody": event.actor is None and event.recipient is None,
        "both": event.actor is not None and event.recipient is not None,
        "same_on_both_sides": bool(set(event.actor_ids) & set(event.recipient_ids)),
        "actor_by_link": any(link.role == "actor" for link in event.links),
        "recipient_by_link": event.recipient is not None and any(link.role == "recipient" for link in event.links),
    }


def _told(scene: Scene, event: Event, head: int) -> dict[str, float]:
    told = scene.tellings[event.same_as or event.id]
    parties = [{*one.actor_ids, "/", *one.recipient_ids} for one in told]
    return {
        "told": len(told),
        "told_in_headline": any(one.block_role == "headline" for one in told),
        "told_alike": len(told) > 1 and all(one == parties[0] for one in parties),
        "told_again": event.same_as is not None,
        "crowd": scene.crowd[scene.syntax.doc.sentence_of[head]],
        "entry_words": len(event.rule.split()),
        "trigger_words": len(scene.syntax.doc.tokens_in(event.trigger)),
        "dated": bool(event.times),
        "placed": event.place is not None,
        "numbered": bool(event.numbers),
        "contexts": len(event.context),
        "reported": event.reported_by is not None,
        "reciprocal": event.reciprocal,
        "booked_otherwise": event.plover_type != event.event_type,
        "is_other": event.event_type == "OTHER",
    }


def _standing(event: Event) -> dict[str, float]:
    return {
        "happened": event.standing == "happened",
        "ongoing": event.standing == "ongoing",
        "planned": event.standing == "planned",
        "hypothetical": event.standing == "hypothetical",
        "denied": event.standing == "denied",
        "alleged": event.standing == "alleged",
    }
