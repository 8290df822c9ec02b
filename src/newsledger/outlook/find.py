"""Finds what is expected, by whom and by when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsledger.model import Actor, Event, Expectation, SettledBy, Span, Statement, Syntax, Timex, altered, finding_ids
from newsledger.outlook.action import action_span, condition, shares_object
from newsledger.outlook.cues import Cue, find_cues
from newsledger.outlook.filters.denial import with_denial
from newsledger.outlook.filters.factuality import is_expectation
from newsledger.outlook.kinds import is_ultimatum, kind_of, strength_of
from newsledger.outlook.party import doers, holder, speaker, statement_of, undergoers
from newsledger.outlook.rules import Rules
from newsledger.outlook.scene import Scene, lay_out
from newsledger.outlook.window import NO_WINDOW, Window, find_window, window_of_condition

_OBJECTS = ("dobj", "xcomp", "attr", "prep", "pobj")


def find(
    syntax: Syntax,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    events: tuple[Event, ...],
    rules: Rules,
) -> tuple[Expectation, ...]:
    """Find what is said to be coming.

    Args:
        syntax: The clauses of the article.
        actors: Who is mentioned.
        statements: Who said what.
        times: Resolved time expressions.
        events: Who did what to whom.
        rules: The room's word lists.

    Returns:
        The expectations in the order of their actions.
    """
    scene = lay_out(syntax, actors, statements, times, events, rules)
    found = [_expectation(scene, cue, window) for cue, window in _kept(scene)]
    single = _without_doubles(sorted(found, key=lambda one: (one.action, one.rule)))
    return _with_ids(scene, events, single)


def _kept(scene: Scene) -> Iterator[tuple[Cue, Window]]:
    """Give the cues that make an expectation, one for each action, with their windows."""
    taken: set[int] = set()
    kept: list[tuple[Cue, Window]] = []
    for cue in (with_denial(scene, found) for found in find_cues(scene)):
        if not taken.isdisjoint((cue.content, cue.verb)) or shares_object(scene, cue):
            continue
        window = find_window(scene, cue)
        if is_expectation(scene, cue, window):
            # "Faces a trial set for May": the day is the trial's, and not the facing's.
            taken.update((cue.content, cue.verb, *((cue.word,) if cue.dated else ())))
            kept.append((cue, NO_WINDOW if window.is_past(scene.published) else window))
    # In "hopes they consider moving" the considering is what is hoped for, and the moving a part of it.
    heads = {cue.content for cue, _ in kept}
    yield from ((cue, window) for cue, window in kept if cue.frame is None or cue.word not in heads)


def _expectation(scene: Scene, cue: Cue, window: Window) -> Expectation:
    if window.put_off:
        cue = replace(cue, negated=False)
    kind = kind_of(scene, cue, window)
    hangs_on = condition(scene, cue)
    said = statement_of(scene, cue)
    if is_ultimatum(scene, cue, kind, hangs_on):
        kind = "ultimatum"
    if kind == "ultimatum" and hangs_on is not None and window.basis == "none":
        window = window_of_condition(scene, hangs_on)
    held = holder(scene, cue, kind)
    content = (
        next((span for span in said.content if span.holds(scene.tokens[cue.content].span)), None) if said else None
    )
    event = _event(scene, cue)
    return Expectation(
        id="",
        same_as=None,
        kind=kind,
        holder=held[0],
        holder_ids=held[1],
        speaker=speaker(scene, cue, kind, held),
        statement=said.id if said else None,
        action=action_span(scene, cue, (*window.spans, *((hangs_on,) if hangs_on else ())), content),
        condition=hangs_on,
        strength=strength_of(scene, cue, kind, hangs_on),
        negated=cue.negated,
        earliest=window.earliest,
        latest=window.latest,
        window_basis=window.basis,
        window=window.spans,
        event=event.id if event else None,
        settled_by=_settled_by(event, cue, doers(scene, cue), undergoers(scene, cue)),
        rule=cue.rule,
    )


def _event(scene: Scene, cue: Cue) -> Event | None:
    """Give the event that the action's head names, or the nearest below it ("hold talks")."""
    level = [cue.content]
    for _ in range(3):
        for index in level:
            if index in scene.events:
                return scene.events[index]
        level = [below for index in level for below in scene.children[index] if scene.label(below) in _OBJECTS]
    return None


def _settled_by(event: Event | None, cue: Cue, acting: tuple[str, ...], affected: tuple[str, ...]) -> SettledBy:
    """Say which report would settle it; the clause tells who to whom, where the event names nobody."""
    affected = tuple(one for one in affected if one not in acting)
    if event is None:
        return SettledBy(actor_ids=acting or None, recipient_ids=affected or None, negated=cue.negated)
    return SettledBy(
        event_type=event.event_type,
        other_kind=event.other_kind,
        actor_ids=event.actor_ids or acting or None,
        recipient_ids=event.recipient_ids or affected or None,
        negated=cue.negated,
    )


def _without_doubles(found: Iterable[Expectation]) -> list[Expectation]:
    """Keep one expectation for each action."""
    by_action: dict[Span, Expectation] = {}
    for one in found:
        by_action.setdefault(one.action, one)
    return list(by_action.values())


def _with_ids(scene: Scene, events: tuple[Event, ...], found: list[Expectation]) -> tuple[Expectation, ...]:
    """Give each its id, and join what is said again, or is about the same event, to its first mention."""
    happenings = {event.id: event.same_as or event.id for event in events}
    words = [(one.action.of(scene.doc.text), one.holder.of(scene.doc.text) if one.holder else "") for one in found]
    ids = finding_ids("expectation", scene.doc.article.id, words)
    first: dict[tuple[object, ...], str] = {}
    made: list[Expectation] = []
    for one, name in zip(found, ids, strict=True):
        about = (happenings[one.event], one.negated, one.kind == "hope") if one.event in happenings else None
        same = first.get(_likeness(scene, one)) or first.get(about or ()) or name
        first.setdefault(_likeness(scene, one), same)
        if about is not None:
            first.setdefault(about, same)
        made.append(altered(one, id=name, same_as=None if same == name else same))
    return tuple(made)


def _likeness(scene: Scene, one: Expectation) -> tuple[object, ...]:
    """Give what two mentions of one expectation have in common: act, holder and whether it is denied."""
    head = scene.doc.head_in(one.action)
    inside = scene.doc.tokens_in(one.action)
    thing = next((scene.lemma(index) for index in inside if scene.label(index) in ("dobj", "pobj")), "")
    verb = scene.lemma(head) if head is not None else ""
    party = one.holder_ids or (one.holder.of(scene.doc.text).lower() if one.holder else "")
    return verb, thing, party, one.negated, one.kind == "hope"
