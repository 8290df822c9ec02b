"""What the other rooms found, by the token at which it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsledger.model import Actor, Annotated, Event, Statement, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The findings that an expectation is made of, ready to be asked for by token.

    Attributes:
        actors: For a token the ids of the actors whose mention it is in.
        kinds: Each actor's kind by its id.
        content: For a token the smallest statement that says it.
        cue: For a token the statement that it reports.
        events: For a token the event whose trigger it is in.
        parties: Lemmas of nouns for who can decide to act, where nobody is known by name.
        dated: Tokens that head a time expression, and so no party: "expected by June".
        times: For a sentence's number its time expressions, in text order.
    """

    actors: Mapping[int, tuple[str, ...]]
    kinds: Mapping[str, str | None]
    content: Mapping[int, Statement]
    cue: Mapping[int, Statement]
    statements: Mapping[str, Statement]
    events: Mapping[int, Event]
    times: Mapping[int, tuple[Timex, ...]]
    parties: frozenset[str] = frozenset()
    dated: frozenset[int] = frozenset()


def lay_out(
    doc: Annotated,
    actors: Iterable[Actor],
    statements: Iterable[Statement],
    times: Iterable[Timex],
    events: Iterable[Event],
    parties: frozenset[str] = frozenset(),
) -> Scene:
    """Lay the findings out over the tokens."""
    known = tuple(statements)
    found = tuple(times)
    people = tuple(actors)
    return Scene(
        actors=_actors_by_token(doc, people),
        kinds={actor.id: actor.kind for actor in people},
        content=_contents_by_token(doc, known),
        cue={index: said for said in known for span in said.cue for index in doc.tokens_in(span)},
        statements={said.id: said for said in known},
        events=_events_by_token(doc, events),
        times=_times_by_sentence(doc, found),
        dated=frozenset(head for timex in found if (head := doc.head_in(timex.span)) is not None),
        parties=parties,
    )


def _actors_by_token(doc: Annotated, actors: tuple[Actor, ...]) -> dict[int, tuple[str, ...]]:
    """Give each token the ids of the mentions that it heads, of the shortest where they nest."""
    heads: dict[int, list[tuple[int, str]]] = {}
    for actor in actors:
        for mention in actor.mentions:
            head = doc.head_in(mention.span)
            if head is not None:
                heads.setdefault(head, []).append((mention.end - mention.start, actor.id))
    return {head: tuple(dict.fromkeys(one for _, one in sorted(found))) for head, found in heads.items()}


def _contents_by_token(doc: Annotated, statements: tuple[Statement, ...]) -> dict[int, Statement]:
    by_token: dict[int, Statement] = {}
    for said in sorted(statements, key=lambda one: -sum(span.end - span.start for span in one.content)):
        for span in said.content:
            by_token.update(dict.fromkeys(doc.tokens_in(span), said))
    for said in statements:
        for index in _around_aside(doc, said):
            by_token.setdefault(index, said)
    return by_token


def _around_aside(doc: Annotated, said: Statement) -> tuple[int, ...]:
    """Give the clause that a cue is put into: "If it is not paid by Friday, the union said, *it will strike*"."""
    cues = (index for span in said.cue for index in doc.tokens_in(span))
    aside = next((index for index in cues if doc.tokens[index].deprel == "parataxis"), None)
    if aside is None or said.form == "direct":
        return ()
    return tuple(doc.subtree(doc.tokens[aside].head, without=("parataxis",)))


def _events_by_token(doc: Annotated, events: Iterable[Event]) -> dict[int, Event]:
    by_token: dict[int, Event] = {}
    for event in events:
        for index in doc.tokens_in(event.trigger):
            by_token.setdefault(index, event)
    return by_token


def _times_by_sentence(doc: Annotated, times: Iterable[Timex]) -> dict[int, tuple[Timex, ...]]:
    by_sentence: dict[int, list[Timex]] = {}
    for timex in times:
        inside = doc.tokens_in(timex.span)
        if inside:
            by_sentence.setdefault(doc.sentence_of[inside[0]], []).append(timex)
    return {number: tuple(found) for number, found in by_sentence.items()}
