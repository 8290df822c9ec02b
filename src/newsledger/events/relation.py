"""What one marked party does to another: the record's events first, then the predicates around them."""

from newsledger.events.arguments import Who, find_parties
from newsledger.events.find import matches
from newsledger.events.ontology import plover_type
from newsledger.events.predicates import Match
from newsledger.events.rules import Rules
from newsledger.events.standing import judge
from newsledger.model import Annotated, Event, PloverType, Span

_ACTOR, _RECIPIENT = "actor", "recipient"


def relation(
    doc: Annotated, events: tuple[Event, ...], rules: Rules, *, actor: Span, recipient: Span
) -> PloverType | None:
    """Say what the first span does to the second.

    The record's own events come first. Where none joins the two, it is the predicate whose arguments
    they are, then one on the path between them in the parse, then the nearest.

    Args:
        doc: The parsed article.
        events: The record's events.
        rules: The room's word lists.
        actor: The words of the one who acts.
        recipient: The words of the one who is acted on.

    Returns:
        The type as older coders would book it, or None where no predicate is found.
    """
    for event in events:
        if event.plover_type and _joins(event, actor, recipient):
            return event.plover_type
    who = _marked(doc, actor, recipient)
    near = {doc.sentence_of[index] for index in who.inside}
    hits = [hit for hit in matches(doc, who, rules) if doc.sentence_of[hit.trigger.index] in near]
    ranked = [(_rank(doc, hit, who, rules), -number, hit) for number, hit in enumerate(hits)]
    for _, _, hit in sorted(ranked, key=lambda entry: entry[:2], reverse=True):
        event_type = hit.predicate.event_type
        if event_type is not None and event_type != "OTHER":
            return plover_type(event_type, judge(doc, hit.trigger.index, rules).standing) or event_type
    return None


def _joins(event: Event, actor: Span, recipient: Span) -> bool:
    if event.actor is None or not event.actor.overlaps(actor):
        return False
    other = event.actor if event.reciprocal else event.recipient
    return other is not None and other.overlaps(recipient)


def _marked(doc: Annotated, actor: Span, recipient: Span) -> Who:
    """Take the two marked spans for the only actors there are."""
    heads: dict[int, tuple[str, ...]] = {}
    inside: dict[int, tuple[str, ...]] = {}
    for name, span in ((_ACTOR, actor), (_RECIPIENT, recipient)):
        head = doc.head_in(span)
        if head is not None:
            heads[head] = (*heads.get(head, ()), name)
        for index in doc.tokens_in(span):
            inside[index] = (*inside.get(index, ()), name)
    return Who(heads=heads, inside=inside, kinds={_ACTOR: "group", _RECIPIENT: "group"})


def _rank(doc: Annotated, hit: Match, who: Who, rules: Rules) -> tuple[int, int, int]:
    """Rank a predicate by how surely it joins the two: its arguments, its place on the path, its distance."""
    does, done_to = find_parties(doc, hit.trigger, hit.predicate, who, rules)
    ids = does.ids if does else ()
    others = done_to.ids if done_to else ()
    arguments = (_ACTOR in ids) + (_RECIPIENT in others or (done_to is None and _RECIPIENT in ids))
    heads = tuple(who.heads)
    above = [_ancestors(doc, head) for head in heads]
    shared = set.intersection(*map(set, above)) if above else set()
    index = hit.trigger.index
    on_path = sum(index in chain and index not in shared for chain in above) or 2 * (index in _top(above, shared))
    distance = min((abs(index - head) for head in heads), default=0)
    return arguments, on_path, -distance


def _ancestors(doc: Annotated, index: int) -> list[int]:
    """Give a token and all above it, up to the root."""
    chain = [index]
    while doc.tokens[index].head != index and len(chain) < 60:
        index = doc.tokens[index].head
        chain.append(index)
    return chain


def _top(chains: list[list[int]], shared: set[int]) -> tuple[int, ...]:
    """Give the lowest token that stands above all."""
    return next(((index,) for index in chains[0] if index in shared), ()) if chains else ()
