"""Finds the window of days in which an action is to come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model import Annotated, Span, Timex
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors
from newsledger.outlook.scene import Scene

# Frames whose own word is dated by what is coming ("is scheduled for Monday to speak"), not by when it was said.
_DATED_FRAMES = frozenset({"be_to", "subject", "dated_object", "object_to"})
_CROSSED = ("xcomp", "pcomp", "acomp")
_BETWEEN_CLAUSES = ("relcl", "advcl", "ccomp", "parataxis", "csubj", "ROOT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When an action is to come, with the words that say so; both ends are inclusive."""

    spans: tuple[Span, ...]
    earliest: date | None
    latest: date | None
    basis: Literal["stated", "vague", "none"]

    def is_past(self, published: date | None) -> bool:
        """Say whether it closed before the article was published."""
        return published is not None and self.latest is not None and self.latest < published

    def is_ahead(self, published: date | None) -> bool:
        """Say whether it is known to reach the day of publication or later."""
        if self.basis == "none":
            return False
        return published is None or self.latest is None or self.latest >= published


def find_window(doc: Annotated, scene: Scene, cue: Cue) -> Window:
    """Find the time expressions of the cue's own clause and put their days together."""
    attached = tuple(
        timex
        for timex in scene.times.get(doc.sentence_of[cue.content], ())
        if _can_date(timex) and _is_attached(doc, scene, cue, timex)
    )
    known = tuple(timex for timex in attached if timex.earliest or timex.latest)
    published = doc.article.date_published.day
    ahead = tuple(timex for timex in known if published is None or timex.latest is None or timex.latest >= published)
    used = ahead or known
    return Window(
        spans=tuple(timex.span for timex in used or attached),
        earliest=max(_days(timex.earliest for timex in used), default=None),
        latest=min(_days(timex.latest for timex in used), default=None),
        basis=_basis(used),
    )


def _can_date(timex: Timex) -> bool:
    return not timex.negated and timex.type != "SET"


def _basis(used: tuple[Timex, ...]) -> Literal["stated", "vague", "none"]:
    if not used:
        return "none"
    return "vague" if all(timex.vague for timex in used) else "stated"


def _days(ends: Iterable[date | None]) -> Iterator[date]:
    return (end for end in ends if end is not None)


def _is_attached(doc: Annotated, scene: Scene, cue: Cue, timex: Timex) -> bool:
    """Say whether a time expression dates the action, by the way from it up the tree."""
    head = doc.head_in(timex.span)
    if head is None:
        return False
    if doc.tokens[head].deprel == "poss":
        return False
    own = _clause(doc, cue)
    before = head
    for above in ancestors(doc, head):
        if above in own:
            return above in (cue.content, cue.verb) or _dates_the_word(scene, cue, before, above)
        if doc.tokens[above].upos in ("VERB", "AUX") and doc.tokens[above].deprel not in _CROSSED:
            return _is_misplaced(doc, scene, cue, head, above)
        before = above
    return False


def _clause(doc: Annotated, cue: Cue) -> frozenset[int]:
    """Give the verbs between the action and its cue."""
    own = {cue.content, cue.verb, cue.word}
    for above in ancestors(doc, cue.verb):
        if doc.tokens[above].text.lower() != "going" and above not in own:
            break
        own.add(above)
    return frozenset(own)


def _dates_the_word(scene: Scene, cue: Cue, branch: int, word: int) -> bool:
    """Say whether a time that hangs from the cue's word dates the action and not the saying."""
    if cue.frame is None or cue.frame in _DATED_FRAMES:
        return True
    return branch > cue.content and word not in scene.cue


def _is_misplaced(doc: Annotated, scene: Scene, cue: Cue, head: int, above: int) -> bool:
    """Say whether the parser hung the action's time from the verb that reports it.

    "said the bank would close on Friday": what stands after the action, inside the same content, is
    the action's, wherever the parser puts it.
    """
    if head <= cue.content or above not in ancestors(doc, cue.content):
        return False
    said = scene.content.get(cue.content)
    between = range(cue.content + 1, head)
    crossed = any(doc.tokens[one].deprel in _BETWEEN_CLAUSES for one in between)
    return said is not None and scene.content.get(head) is said and not crossed
