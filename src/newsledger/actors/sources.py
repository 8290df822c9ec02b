"""Says which actor each statement is by."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from newsledger.model import Actor, Span, Statement

# No mention is longer than this, so that the search may start this far before a source.
_LONGEST_MENTION = 300


def name_sources(statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """Fill in the actor behind the source of each statement, the first of several."""
    mentions = sorted(
        ((mention.start, -mention.end, actor.id) for actor in actors for mention in actor.mentions),
    )
    return tuple(
        replace(statement, source_actor=_actor_of(statement.source, mentions) or statement.source_actor)
        for statement in statements
    )


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
