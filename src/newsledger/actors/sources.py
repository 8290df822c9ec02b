"""Says which actor each statement is by."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from newsledger.model import Actor, Annotated, Span, Statement

# No mention is longer than this, so that the search may start this far before a source.
_LONGEST_MENTION = 300
_RELATIVE = frozenset({"who", "that", "which"})
# From a relative pronoun up to the verb of its clause: "who is said to have told …".
_MOST_STEPS = 6


def name_sources(doc: Annotated, statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """Fill in the actor behind the source of each statement, the first of several.

    In "Anna Berg, who said …" the source is "who", and its actor is the one that the clause hangs from.
    """
    mentions = sorted(
        ((mention.start, -mention.end, actor.id) for actor in actors for mention in actor.mentions),
    )
    return tuple(
        replace(statement, source_actor=_actor_of(_meant(doc, statement.source), mentions) or statement.source_actor)
        for statement in statements
    )


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


def _actor_of(source: tuple[Span, ...], mentions: Sequence[tuple[int, int, str]]) -> str | None:
    """Take the outermost first mention in the source; one that only reaches into it comes after those inside."""
    for span in source:
        partly = None
        for start, negative_end, actor in mentions[bisect_left(mentions, (span.start - _LONGEST_MENTION,)) :]:
            if start >= span.end:
                break
            if start >= span.start:
                return actor
            if -negative_end > span.start and partly is None:
                partly = actor
        if partly:
            return partly
    return None
