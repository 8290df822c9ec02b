"""What one marked party does to another: the record's events first, then the predicates around them."""

from collections.abc import Mapping

from newsledger.events.coder import Coded, code, only_labels
from newsledger.events.frames.parties import Who
from newsledger.events.ontology import plover_type
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Event, PloverType, Span, Syntax

_ACTOR, _RECIPIENT = "actor", "recipient"


def relation(
    syntax: Syntax, events: tuple[Event, ...], rules: Rules, *, actor: Span, recipient: Span
) -> PloverType | None:
    """Say what the first span does to the second.

    The record's own events come first. Where none joins the two, it is the predicate whose arguments
    they are, then one on the path between them in the parse, then the nearest; where there is no
    predicate at all, the words between them.

    Args:
        syntax: The article's clauses.
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
    who = _marked(syntax, actor, recipient)
    near = {syntax.doc.sentence_of[index] for index in who.inside}
    coded = [
        one
        for one in code(syntax, who, rules)
        if syntax.doc.sentence_of[one.index] in near and not only_labels(syntax, one, who, rules)
    ]
    booked = [one for one in coded if one.hit.predicate.event_type != "OTHER"]
    if not booked:
        return _by_words(syntax, who, rules)
    best = max(booked, key=lambda one: (_rank(syntax.doc, one, who), -one.index))
    return _booked(best, {one.index: one for one in coded})


def _by_words(syntax: Syntax, who: Who, rules: Rules) -> PloverType | None:
    """Say it by the words on the path between the two, else by those between them: "*told* the paper"."""
    if not who.heads:
        return None
    armed = rules.classes["armed"] | rules.classes["troops"] | rules.classes["weapon"]
    actor = [index for index, ids in who.inside.items() if _ACTOR in ids]
    column = any(syntax.tokens[index].lemma.lower() in armed for index in actor)
    path, top = _between(syntax.doc, who)
    first, last = min(who.inside), max(who.inside)
    for index in (*path, *top, *range(first, last)):
        token = syntax.tokens[index]
        pos = "verb" if token.upos == "VERB" else "noun" if token.upos == "NOUN" else None
        found = None if pos is None else rules.relation_words.get((token.lemma, pos))
        if found is not None:
            return "REJECT" if syntax.child(index, "neg") is not None else found[column]
    return None


def _booked(one: Coded, coded: Mapping[int, Coded]) -> PloverType | None:
    """Say as what older coders book even what is no event of theirs: they ask only what one does to the other.

    What is refused or asked for is the refusal or the request; what else is not done, a refusal;
    what else may be done, an agreement or a threat. A purpose ("came to help") counts as what was done.
    """
    event_type, standing = one.hit.predicate.event_type, one.judged.standing
    if event_type is None or event_type == "OTHER":
        return None
    certain = plover_type(event_type, standing, one.hit.predicate.cameo)
    if certain is not None:
        return certain
    above = None if one.governor is None else coded.get(one.governor)
    if above is not None and (outer := _booked(above, coded)) is not None:
        return outer
    if not one.judged.rules:
        return plover_type(event_type, "happened", one.hit.predicate.cameo)
    if standing == "denied":
        return "REJECT" if plover_type(event_type, "planned") == "AGREE" else event_type
    return plover_type(event_type, "planned")


def _joins(event: Event, actor: Span, recipient: Span) -> bool:
    if event.actor is None or not event.actor.overlaps(actor):
        return False
    other = event.actor if event.reciprocal else event.recipient
    return other is not None and other.overlaps(recipient)


def _marked(syntax: Syntax, actor: Span, recipient: Span) -> Who:
    """Take the two marked spans for the only actors there are."""
    heads: dict[int, tuple[str, ...]] = {}
    inside: dict[int, tuple[str, ...]] = {}
    for name, span in ((_ACTOR, actor), (_RECIPIENT, recipient)):
        head = syntax.doc.head_in(span)
        for index in () if head is None else (head, *_pronouns(syntax, head)):
            heads[index] = (*heads.get(index, ()), name)
        for index in syntax.doc.tokens_in(span):
            inside[index] = (*inside.get(index, ()), name)
    return Who(heads=heads, inside=inside, kinds={_ACTOR: "group", _RECIPIENT: "group"})


def _pronouns(syntax: Syntax, head: int) -> list[int]:
    """Give the pronouns that take up the subject in the clause that it says ("they say they will go")."""
    token = syntax.tokens[head]
    if token.deprel != "nsubj":
        return []
    clauses = (below for below in syntax.children[token.head] if syntax.tokens[below].deprel == "ccomp")
    subjects = (syntax.child(clause, "nsubj", "nsubjpass") for clause in clauses)
    return [found for found in subjects if found is not None and syntax.tokens[found].upos == "PRON"]


def _rank(doc: Annotated, one: Coded, who: Who) -> tuple[int, int, int]:
    """Rank a predicate by how surely it joins the two: its arguments, its place on the path, its distance."""
    ids = one.actor.ids if one.actor else ()
    others = one.recipient.ids if one.recipient else ()
    arguments = (_ACTOR in ids) + (_RECIPIENT in others or (one.recipient is None and _RECIPIENT in ids))
    path, top = _between(doc, who)
    on_path = 2 if one.index in top else path.count(one.index)
    distance = min((abs(one.index - head) for head in who.heads), default=0)
    return arguments, on_path, -distance


def _between(doc: Annotated, who: Who) -> tuple[list[int], tuple[int, ...]]:
    """Give the words on the way from the two up to where they meet, and the one where they meet."""
    chains = [[head, *doc.ancestors(head)] for head in who.heads]
    shared = set.intersection(*map(set, chains)) if chains else set()
    top = next((index for chain in chains[:1] for index in chain if index in shared), None)
    return [index for chain in chains for index in chain if index not in shared], () if top is None else (top,)
