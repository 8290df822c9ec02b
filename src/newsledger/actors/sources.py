"""Says which actor each statement is by."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from newsledger.model import Actor, Annotated, Span, Statement, altered

# No mention is longer than this, so that the search may start this far before a source.
_LONGEST_MENTION = 300
#: Start, negative end and actor of a mention, so that of two at one place the longer comes first.
_Place = tuple[int, int, str]
_RELATIVE = frozenset({"who", "that", "which"})
# From a relative pronoun up to the verb of its clause: "who is said to have told …".
_MOST_STEPS = 6


def name_sources(doc: Annotated, statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """Fill in the actor behind the source of each statement, the first of several.

    In "Anna Berg, who said …" the source is "who", and its actor is the one that the clause hangs from. A person
    to whom the source only belongs is not who speaks: "*Anna's* lawyer said …".
    """
    people = {actor.id for actor in actors if actor.kind == "person"}
    mentions = sorted((mention.start, -mention.end, actor.id) for actor in actors for mention in actor.mentions)
    named = []
    for statement in statements:
        actor = None
        for span in _meant(doc, statement.source):
            actor = actor or _actor_of(span, _without_owners(doc, span, _near(span, mentions), people))
        named.append(altered(statement, source_actor=actor) if actor else statement)
    return tuple(named)


def _meant(doc: Annotated, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Put what a relative pronoun stands for in its place."""
    return tuple(_antecedent(doc, span) if span.of(doc.text).lower() in _RELATIVE else span for span in source)


def _antecedent(doc: Annotated, pronoun: Span) -> Span:
    index = doc.tokens_in(pronoun)[0]
    for _ in range(_MOST_STEPS):
        token = doc.tokens[index]
        index = token.head
        if token.deprel == "relcl":
            return doc.tokens[index].span
    return pronoun


def _near(source: Span, mentions: Sequence[_Place]) -> list[_Place]:
    """Give the mentions that have a word with a source in common, in text order, the longer first."""
    first = bisect_left(mentions, (source.start - _LONGEST_MENTION,))
    last = bisect_left(mentions, (source.end,))
    return [place for place in mentions[first:last] if -place[1] > source.start]


def _without_owners(doc: Annotated, source: Span, near: list[_Place], people: Collection[str]) -> list[_Place]:
    """Leave out the persons by whose name something of theirs is told: "*Anna's* lawyers", but not "*her* letter"."""
    tops = [index for index in doc.tokens_in(source) if doc.tokens[index].deprel == "poss"]
    named = (index for index in tops if doc.tokens[index].upos != "PRON" and index != doc.head_in(source))
    owners = {below for index in named for below in doc.subtree(index)}
    return [
        (start, negative_end, actor)
        for start, negative_end, actor in near
        if actor not in people
        or not owners
        or not owners.issuperset(doc.tokens_in(Span(start=start, end=-negative_end)))
    ]


def _actor_of(source: Span, near: Sequence[_Place]) -> str | None:
    """Take the outermost first mention in the source; one that only reaches into it comes after those inside."""
    inside = (actor for start, _, actor in near if start >= source.start)
    return next(inside, None) or next((actor for _, _, actor in near), None)
