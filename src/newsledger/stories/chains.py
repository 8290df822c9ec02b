"""Which mentions, across articles, are of one happening."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from newsledger.model import Chain, EventMention, Story, Tie
from newsledger.stories.acts import by_story, find_acts
from newsledger.stories.rules import Rules

#: Saying is done by everybody in a story: only who says it makes it one.
_SAYING = "say"
#: From this score on two mentions are of one happening.
_LEAST = 0.5
_SHARED = 0.25
#: A mention is held against so many of a chain's last ones.
_LAST = 12


def group_chains(mentions: Iterable[EventMention], stories: Iterable[Story], rules: Rules) -> tuple[Chain, ...]:
    """Group mentions by the happening that they tell of.

    In one story the same act is the same happening (1.0; for saying, when its speaker is the same), unless something
    keeps two mentions apart: days that cannot be one, places of which neither holds the other, or, where roles were
    read, parties of which each side has one that the other lacks. Shared parties, days, places and numbers add 0.25
    each to the score. A mention joins the chain whose last twelve mentions it is nearest to on average, none of
    them apart from it, if that is 0.5 or more. Standing has no part in this: what will happen and what
    happened are one.

    Returns:
        The chains by story and first mention; the same in whatever order mentions and stories come.
    """
    ordered = sorted(stories, key=lambda story: story.id)
    story_of = {report: story.id for story in ordered for report in story.reports}
    place = {report: at for story in ordered for at, report in enumerate(story.reports)}
    chains: list[Chain] = []
    parted = by_story(sorted(mentions, key=lambda one: (place.get(one.report, 0), one.report, one.id)), story_of)
    for story in sorted(parted):
        acts = find_acts(parted[story], rules)
        blocks: dict[str, list[EventMention]] = defaultdict(list)
        for mention in parted[story]:
            blocks[acts[mention.id]].append(mention)
        for act, block in blocks.items():
            chains += _chains(act, block)
    return tuple(chains)


def _chains(act: str, block: Sequence[EventMention]) -> list[Chain]:
    growing: list[_Growing] = []
    for mention in block:
        scored = [(score, -at) for at, one in enumerate(growing) if (score := one.score(act, mention)) is not None]
        score, at = max(scored, default=(-math.inf, 0))
        if score < _LEAST:
            growing.append(_Growing([mention]))
        else:
            growing[-at].add(act, mention, score)
    return [
        Chain(id=one.members[0].id, act=act, mentions=tuple(m.id for m in one.members), ties=tuple(one.ties))
        for one in growing
    ]


@dataclass(slots=True)
class _Growing:
    """A chain so far."""

    members: list[EventMention]
    ties: list[Tie] = field(default_factory=list)

    def score(self, act: str, mention: EventMention) -> float | None:
        """Say how near a mention is; None where one of the chain is another happening."""
        last = self.members[-_LAST:]
        if any(are_apart(one, mention) for one in last):
            return None
        return math.fsum(likeness(act, one, mention)[0] for one in last) / len(last)

    def add(self, act: str, mention: EventMention, score: float) -> None:
        """Take a mention in, with the reason: what it shares with the member that it shares most with."""
        nearest = max(self.members[-_LAST:], key=lambda one: likeness(act, one, mention)[0])
        why = ", ".join((f"act {act.removeprefix('-')}", *likeness(act, nearest, mention)[1]))
        self.ties.append(Tie(first=nearest.id, second=mention.id, score=score, why=why))
        self.members.append(mention)


def likeness(act: str, first: EventMention, second: EventMention) -> tuple[float, tuple[str, ...]]:
    """Score two mentions of one act in one story, and say what they share."""
    if act == _SAYING:
        speakers = sorted(set(first.speaker) & set(second.speaker))
        return (1.0, (f"speaker {', '.join(speakers)}",)) if speakers else (0.0, ())
    shared = {
        "parties": sorted({one for one in first.parties if any(_same_name(one, other) for other in second.parties)}),
        "places": sorted(set(first.places) & set(second.places)),
        "days": _shared_days(first, second),
        "numbers": [f"{number} {what}" for what, number in sorted(set(first.numbers) & set(second.numbers))],
    }
    reasons = tuple(f"{name} {', '.join(found)}" for name, found in shared.items() if found)
    return 1.0 + _SHARED * len(reasons), reasons


def are_apart(first: EventMention, second: EventMention) -> bool:
    """Say whether two mentions cannot be of one happening: twins, as two calls a week apart."""
    return _days_apart(first, second) or _places_apart(first, second) or _parties_apart(first, second)


def _days_apart(first: EventMention, second: EventMention) -> bool:
    """Say whether more than a day lies between two windows: a day more or less is a matter of time zones."""
    early, late = sorted((first, second), key=lambda one: str(one.earliest))
    if early.latest is None or late.earliest is None:
        return False
    return late.earliest - early.latest > timedelta(days=1)


def _places_apart(first: EventMention, second: EventMention) -> bool:
    """Say whether neither place holds the other; the narrowest stands first ("Aleppo", "Syria")."""
    if not first.places or not second.places:
        return False
    return first.places[0] not in second.places and second.places[0] not in first.places


def _parties_apart(first: EventMention, second: EventMention) -> bool:
    """Say whether each side has a party that the other lacks; only roles that were read tell that."""
    if first.event_type is None or second.event_type is None or not first.parties or not second.parties:
        return False
    return _lacks(first.parties, second.parties) and _lacks(second.parties, first.parties)


def _lacks(parties: Sequence[str], others: Sequence[str]) -> bool:
    return not all(any(_same_name(one, other) for one in parties) for other in others)


def _same_name(first: str, second: str) -> bool:
    """Say whether one name is part of the other: "obama" of "barack obama"."""
    one, other = set(first.split()), set(second.split())
    return one <= other or other <= one


def _shared_days(first: EventMention, second: EventMention) -> list[str]:
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return []
    start, end = max(first.earliest, second.earliest), min(first.latest, second.latest)
    return [start.isoformat()] if start <= end else []


def chain_of(chains: Iterable[Chain]) -> Mapping[str, str]:
    """Give the chain of each mention."""
    return {mention: chain.id for chain in chains for mention in chain.mentions}
