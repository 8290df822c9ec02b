"""Where an article names each of its actors, found without going through all that it says of one."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.model import Actor, Span

#: Mentions that name nobody by themselves.
_UNNAMED = ("pronoun", "definite")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The places of one actor, sorted by their starts.

    Attributes:
        names: The words that name it.
        others: Pronouns and words such as "the minister" that stand for it.
        longest: Letters of the longest of the others.
    """

    names: tuple[Span, ...]
    others: tuple[Span, ...]
    longest: int

    @classmethod
    def of(cls, actor: Actor) -> "Names":
        """Sort the mentions of an actor."""
        others = _sorted(mention.span for mention in actor.mentions if mention.form in _UNNAMED)
        return cls(
            names=_sorted(mention.span for mention in actor.mentions if mention.form not in _UNNAMED),
            others=others,
            longest=max((span.end - span.start for span in others), default=0),
        )

    def is_named_in(self, sentence: Span) -> bool:
        """Say whether a sentence names it."""
        return any(sentence.holds(name) for name in _between(self.names, sentence.start, sentence.end))

    def is_meant_by(self, words: Span) -> bool:
        """Say whether a pronoun or "the minister" among the words stands for it."""
        near = _between(self.others, words.start - self.longest, words.end)
        return any(words.overlaps(other) for other in near)

    def nearest(self, words: Span) -> Span | None:
        """Give the name that begins nearest to the words, of two as near the earlier; None where nothing names it."""
        place = bisect_left(self.names, words.start, key=_start)
        around = list(self.names[place : place + 1])
        if place:
            before = bisect_left(self.names, self.names[place - 1].start, key=_start)
            around.insert(0, self.names[before])
        return min(around, key=lambda name: abs(name.start - words.start), default=None)


def _sorted(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=_start))


def _between(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Give the spans that begin at ``start`` or later, and before ``end``."""
    return spans[bisect_left(spans, start, key=_start) : bisect_left(spans, end, key=_start)]


def _start(span: Span) -> int:
    return span.start
