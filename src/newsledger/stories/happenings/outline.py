"""What the last mentions of a chain have, all together: by it most mentions are told to be none of it, or no nearer."""

from collections.abc import Sequence, Set
from datetime import date

from newsledger.model import EventMention, Party
from newsledger.stories.happenings.apart import DAY, is_done, when_done

#: Two parties are shared twice: as parties, and as both sides.
_BOTH_SIDES = 2


class Outline:
    """What some mentions have, all together.

    Attributes:
        is_words: All are words alone.
        speakers: Who speaks in one of them.
    """

    __slots__ = (
        "_about",
        "_first",
        "_last",
        "_numbers",
        "_over",
        "_parties",
        "_places",
        "_since",
        "is_words",
        "speakers",
    )

    def __init__(self, mentions: Sequence[EventMention]) -> None:
        """Sum up mentions."""
        self.is_words = all(one.kind == "word" for one in mentions)
        self.speakers = {name for one in mentions for name in one.speaker}
        self._parties = {party for one in mentions for party in one.parties}
        self._places = {place for one in mentions for place in one.places}
        self._numbers = {number for one in mentions for number in one.numbers}
        self._about = {word for one in mentions for word in one.about}
        self._first, self._last = _around(mentions)
        done = [when_done(one) for one in mentions if _is_dated_deed(one)]
        dated = [(first, last) for first, last in done if first is not None and last is not None]
        #: Each mention of the chain keeps what it is apart from out: the deed that was over first, the one that
        #: began last.
        self._over = min((last for _, last in dated), default=None)
        self._since = max((first for first, _ in dated), default=None)

    def has_other_days(self, mention: EventMention) -> bool:
        """Say whether a mention is a deed that ``are_apart`` keeps apart from one of these, by its days."""
        if self._over is None or self._since is None or not _is_dated_deed(mention):
            return False
        first, last = when_done(mention)
        return first is not None and last is not None and (first - self._over > DAY or self._since - last > DAY)

    def most_shared(self, mention: EventMention, parties: Set[Party]) -> int:
        """Count what a mention may share with one of these, of the six kinds of things that two may share.

        Args:
            mention: Another one.
            parties: All those that tell and that are among its parties.
        """
        shared = {one.name for one in self._parties & parties} if parties else ()
        return (
            min(_BOTH_SIDES, len(shared))
            + (not self._places.isdisjoint(mention.places))
            + (not self._numbers.isdisjoint(mention.numbers))
            + (len(self._about.intersection(mention.about)) > 1)
            + self._may_share_days(mention)
        )

    def _may_share_days(self, mention: EventMention) -> bool:
        if self._first is None or self._last is None or mention.earliest is None or mention.latest is None:
            return False
        return self._first <= mention.latest and mention.earliest <= self._last


def _around(mentions: Sequence[EventMention]) -> tuple[date | None, date | None]:
    """Give the days that the windows of mentions lie within, None where none has one."""
    windows = [(one.earliest, one.latest) for one in mentions if one.earliest is not None and one.latest is not None]
    first = min((earliest for earliest, _ in windows if earliest is not None), default=None)
    return first, max((latest for _, latest in windows if latest is not None), default=None)


def _is_dated_deed(mention: EventMention) -> bool:
    """Say whether a mention is a deed with a day of its own, and not the beginning of one that may go on."""
    return mention.day is not None and is_done(mention) and mention.change != "begun"
