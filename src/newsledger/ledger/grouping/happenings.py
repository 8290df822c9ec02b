"""Looks for the happenings of stories that have changed."""

import json
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from newsledger.ledger.grouping.reports import story_rules
from newsledger.ledger.grouping.units import units_of
from newsledger.model import Copy, CopyKind, EventMention, Happening, Record, Story
from newsledger.store import put_together
from newsledger.store.groups import Groups, HeldChain, HeldScheduled, PackedReading, StoryMembers
from newsledger.store.packing import pack, unpack_bytes
from newsledger.stories import (
    Group,
    Rules,
    group_mentions,
    happenings_of,
    is_done,
    is_on_board,
    mentions_of,
    scheduled_in,
)

_MENTIONS = msgspec.json.Decoder(tuple[EventMention, ...])
_ENCODER = msgspec.json.Encoder()
#: Mentions of stories that are kept at hand, each of some fifteen hundred bytes; stories, of which some have none.
_MOST, _STORIES = 20_000, 2_048


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningsJob:
    """Stories in which happenings are looked for: one, or those that may tell of one date.

    Attributes:
        readings: Those of their articles that were not yet asked what they tell, by place.
        across: Pairs of copies of which each is in another story: ids and the kind.
    """

    stories: tuple[StoryMembers, ...]
    readings: Mapping[int, PackedReading]
    across: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningsFound:
    """The happenings of stories.

    Attributes:
        stories: The numbers of these.
        mentions: What articles tell that were asked now, packed, by place.
        scheduled: What other stories may tell of, too, by the number of the story.
    """

    stories: tuple[int, ...]
    chains: tuple[HeldChain, ...]
    mentions: Mapping[int, bytes]
    scheduled: Mapping[int, tuple[HeldScheduled, ...]]


def find_happenings(
    groups: Groups, do_jobs: Callable[[Iterable[HappeningsJob]], Iterator[HappeningsFound]], *, most: int
) -> int:
    """Look for the happenings of so many stories, and give how many there were.

    A happening is looked for inside one story, and what is scheduled in all that may tell of the same date, so that
    only what changed is looked at.

    Args:
        groups: The tables.
        do_jobs: Does ``find_in`` for each job, in order.
        most: So many stories.
    """
    stories = groups.unfresh(most)
    alone = {}
    for found in do_jobs(_story_jobs(groups, stories)):
        for place, mentions in found.mentions.items():
            groups.put_mentions(place, mentions)
        (number,) = found.stories
        groups.scheduled.put(number, found.scheduled[number])
        alone[number] = found.chains
    units = units_of(groups, [story.number for story in stories], story_rules())
    for unit in units:
        if len(unit) == 1:
            groups.put_chains(unit, alone[unit[0]])
    for found in do_jobs(joint_job(groups, unit) for unit in units if len(unit) > 1):
        groups.put_chains(found.stories, found.chains)
    return len(stories)


def _story_jobs(groups: Groups, stories: Iterable[StoryMembers]) -> Iterator[HappeningsJob]:
    for story in stories:
        new = [member for member in story.members if member.mentions is None]
        yield HappeningsJob(stories=(story,), readings={member.place: groups.reading(member.place) for member in new})


def joint_job(groups: Groups, unit: Collection[int]) -> HappeningsJob:
    """Make the job of several stories that are looked at as one; all of their articles have been asked."""
    return HappeningsJob(stories=groups.stories_at(unit), readings={}, across=groups.copies_across(unit))


def find_in(job: HappeningsJob) -> HappeningsFound:
    """Find the happenings of stories; what an article tells is asked once for each of its readings."""
    new = {
        place: pack(_ENCODER.encode(mentions_of(put_together(one.record, one.made_by, one.text), story_rules())))
        for place, one in job.readings.items()
    }
    told = [
        _HELD.of(story, tuple(new.get(member.place) or member.mentions or b"" for member in story.members))
        for story in sorted(job.stories, key=lambda story: story.id)
    ]
    return _found(job, told, new, story_rules())


def find_anew(job: HappeningsJob, record: Callable[[str], Record], rules: Rules) -> HappeningsFound:
    """Find the happenings of stories, with all their articles asked anew."""
    told = []
    for story in sorted(job.stories, key=lambda story: story.id):
        mentions = tuple(one for member in story.members for one in mentions_of(record(member.id), rules))
        told.append(_Told(mentions, group_mentions([_whole(story)], mentions, rules)))
    return _found(job, told, {}, rules)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the articles of a story tell, and how that is grouped before other stories are looked at."""

    mentions: tuple[EventMention, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """The stories that were looked at last: those that tell of a date with others are looked at again with these."""

    told: OrderedDict[tuple[str, tuple[str, ...], tuple[bytes, ...]], _Told] = field(default_factory=OrderedDict)

    def of(self, story: StoryMembers, packed: tuple[bytes, ...]) -> _Told:
        """Give what a story tells, by what its articles do."""
        key = story.id, tuple(member.id for member in story.members), packed
        if key not in self.told:
            mentions = tuple(one for told in packed for one in _MENTIONS.decode(unpack_bytes(told)))
            self.told[key] = _Told(mentions, group_mentions([_whole(story)], mentions, story_rules()))
        self.told.move_to_end(key)
        while len(self.told) > 1 and self._is_full():
            self.told.popitem(last=False)
        return self.told[key]

    def _is_full(self) -> bool:
        return len(self.told) > _STORIES or sum(len(one.mentions) for one in self.told.values()) > _MOST


_HELD = _Held()


def _found(job: HappeningsJob, told: Sequence[_Told], new: Mapping[int, bytes], rules: Rules) -> HappeningsFound:
    """Make what comes of a job.

    Args:
        job: Its stories.
        told: Of each of them, by their ids.
        new: What articles tell that were asked now, packed, by place.
        rules: Those of stories.
    """
    stories = sorted(job.stories, key=lambda story: story.id)
    copies = [*job.across, *(pair for story in job.stories for pair in story.copies)]
    mentions = [one for of_story in told for one in of_story.mentions]
    groups = [group for of_story in told for group in of_story.groups]
    by_id = {one.id: one for one in mentions}
    chains = (held(one, by_id) for one in happenings_of(groups, mentions, tuple(_copies(copies)), rules))
    return HappeningsFound(
        stories=tuple(story.number for story in job.stories),
        # What only words tell has no finding that could be shown, cited or judged.
        chains=tuple(chain for chain in chains if chain.findings),
        mentions=new,
        scheduled={
            story.number: tuple(_scheduled_of(story, of_story.groups))
            for story, of_story in zip(stories, told, strict=True)
        },
    )


def _whole(story: StoryMembers) -> Story:
    return Story(id=story.id, reports=tuple(member.id for member in story.members), ties=())


def _scheduled_of(story: StoryMembers, groups: Sequence[Group]) -> Iterator[HeldScheduled]:
    places = {member.id: member.place for member in story.members}
    for one, keys in scheduled_in(groups):
        yield HeldScheduled(
            mention=one.id,
            place=places[one.report],
            earliest=str(one.earliest),
            latest=str(one.latest),
            done=is_done(one),
            told=_ENCODER.encode(one).decode(),
            keys=tuple(sorted(keys)),
        )


def _copies(pairs: Iterable[tuple[str, str, str]]) -> Iterator[Copy]:
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
