"""Stories that may tell of one date, whose happenings are looked for together."""

from collections.abc import Collection, Iterable

import msgspec

from newsledger.model import EventMention
from newsledger.store.groups import Groups
from newsledger.stories import Rules, is_same_date

_MENTION = msgspec.json.Decoder(EventMention)


def units_of(groups: Groups, stories: Collection[int], rules: Rules) -> list[tuple[int, ...]]:
    """Give, for each of some stories, all that hang together with it by a date that two of them tell.

    A story that is to be looked at later is in none: then it is in that of whom it hangs together with.

    Args:
        groups: The tables.
        stories: Numbers of stories, whose scheduled mentions are as they are now.
        rules: Those of stories.

    Returns:
        The units, each in the order of numbers; of a story that hangs together with nothing it is that story.
    """
    seen: set[int] = set()
    units = []
    for story in sorted(stories):
        if story not in seen:
            unit = _unit(groups, story, rules)
            units.append(tuple(sorted(unit)))
            seen |= unit
    return units


def _unit(groups: Groups, start: int, rules: Rules) -> set[int]:
    """Follow the dates of stories, one ring after the other."""
    unit, ring = {start}, [start]
    while ring:
        found = _met_by(groups, ring.pop(), unit, rules)
        unit |= found
        ring += sorted(found)
    return unit


def _met_by(groups: Groups, story: int, known: set[int], rules: Rules) -> set[int]:
    pairs = groups.scheduled.met(story, known=known)
    told = groups.scheduled.told({one for pair in pairs for one in (pair.mine, pair.theirs)})
    mentions = _decoded(told.items())
    found: set[int] = set()
    for pair in pairs:
        if pair.story not in found and is_same_date(mentions[pair.mine], mentions[pair.theirs], rules):
            found.add(pair.story)
    return found


def _decoded(told: Iterable[tuple[str, str]]) -> dict[str, EventMention]:
    return {mention: _MENTION.decode(one) for mention, one in told}
