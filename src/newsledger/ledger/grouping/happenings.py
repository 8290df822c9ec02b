"""Looks for the happenings of stories that have changed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from newsledger.ledger.grouping.reports import story_rules
from newsledger.model import Copy, CopyKind, EventMention, Happening, Record, Story
from newsledger.store import put_together
from newsledger.store.groups import Groups, HeldChain, HeldReading, StoryMembers
from newsledger.store.packing import pack, unpack_bytes
from newsledger.stories import Rules, happenings, is_on_board, mentions_of

_MENTIONS = msgspec.json.Decoder(tuple[EventMention, ...])
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story in which happenings are looked for.

    Attributes:
        readings: Those of its articles that were not yet asked what they tell, by place.
    """

    story: StoryMembers
    readings: Mapping[int, HeldReading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The happenings of a story.

    Attributes:
        mentions: What articles tell that were asked now, packed, by place.
    """

    story: int
    chains: tuple[HeldChain, ...]
    mentions: Mapping[int, bytes]


def find_happenings(groups: Groups, each: Callable[[Iterable[Telling]], Iterator[Told]], *, most: int) -> int:
    """Look for the happenings of so many stories, and give how many there were.

    A happening is looked for inside one story, so that only what changed is looked at.

    Args:
        groups: The tables.
        each: Does ``tell`` for each, in order.
        most: So many stories.
    """
    stories = groups.unfresh(most)
    for told in each(_tellings(groups, stories)):
        for place, mentions in told.mentions.items():
            groups.put_mentions(place, mentions)
        groups.put_chains(told.story, told.chains)
    return len(stories)


def _tellings(groups: Groups, stories: Iterable[StoryMembers]) -> Iterator[Telling]:
    for story in stories:
        new = [member for member in story.members if member.mentions is None]
        yield Telling(story=story, readings={member.place: groups.reading(member.place) for member in new})


def tell(job: Telling) -> Told:
    """Find the happenings of a story; what an article tells is asked once for each of its readings."""
    new = {
        place: _ENCODER.encode(mentions_of(put_together(one.record, one.made_by, one.text), story_rules()))
        for place, one in job.readings.items()
    }
    mentions = [
        one
        for member in job.story.members
        for one in _MENTIONS.decode(new.get(member.place) or unpack_bytes(member.mentions or b""))
    ]
    return Told(
        story=job.story.number,
        chains=tuple(_chains(job.story, mentions, story_rules())),
        mentions={place: pack(told) for place, told in new.items()},
    )


def chains_of(story: StoryMembers, record: Callable[[str], Record], rules: Rules) -> Iterator[HeldChain]:
    """Find the happenings of a story, with all its articles asked anew."""
    return _chains(story, [one for member in story.members for one in mentions_of(record(member.id), rules)], rules)


def _chains(story: StoryMembers, told: Sequence[EventMention], rules: Rules) -> Iterator[HeldChain]:
    by_id = {one.id: one for one in told}
    whole = Story(id=story.id, reports=tuple(member.id for member in story.members), ties=())
    chains = (held(one, by_id) for one in happenings([whole], told, list(_copies(story.copies)), rules))
    # What only words tell has no finding that could be shown, cited or judged.
    return (chain for chain in chains if chain.findings)


def _copies(pairs: Sequence[tuple[str, str, str]]) -> Iterator[Copy]:
    for first, second, kind in pairs:
        yield Copy(first=first, second=second, kind=msgspec.convert(kind, CopyKind), words=0, share=0.0, passages=())


def held(one: Happening, mentions: Mapping[str, EventMention]) -> HeldChain:
    """Make what is kept of a happening."""
    members = [mentions[key] for key in one.mentions]
    last = one.steps[-1] if one.steps else None
    first_day = min((member.day for member in members if member.day is not None), default=None)
    earliest, latest = (day.isoformat() if day else None for day in (one.earliest, one.latest))
    reported = first_day.isoformat() if first_day else None
    return HeldChain(
        id=one.id,
        # A stem is no word: "putting" is not told as "putt".
        act=members[0].lemma if one.act.startswith("-") else one.act,
        state=last.state if last else None,
        since=last.at.isoformat() if last and last.at else None,
        why=last.why if last else None,
        earliest=earliest,
        latest=latest,
        day=earliest or reported,
        board=is_on_board(one),
        mentions={member.id: member.report for member in members},
        findings=tuple(dict.fromkeys(finding for member in members for finding in member.findings)),
        articles=len({member.report for member in members}),
        reports=len(one.reports),
        copies=one.copies,
        confidence=max((member.confidence for member in members if member.confidence is not None), default=None),
        steps=tuple(
            {**msgspec.to_builtins(step), "receipts": json.dumps(msgspec.to_builtins(step.receipts))}
            for step in one.steps
        ),
        told=_ENCODER.encode(one).decode(),
    )
