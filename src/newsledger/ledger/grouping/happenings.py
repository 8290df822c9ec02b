"""Looks for the happenings of stories that have changed."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from newsledger.ledger.grouping.reports import story_rules
from newsledger.ledger.grouping.units import units_of
from newsledger.model import Copy, CopyKind, EventMention, Happening, Record, Story
from newsledger.store import put_together
from newsledger.store.groups import Groups, HeldChain, PackedReading, StoryMembers
from newsledger.store.packing import pack, unpack_bytes
from newsledger.store.scheduled import HeldScheduled
from newsledger.stories import Rules, happenings, is_done, is_on_board, mentions_of, scheduled

_MENTIONS = msgspec.json.Decoder(tuple[EventMention, ...])
_ENCODER = msgspec.json.Encoder()


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
        scheduled: What other stories may tell of, too, by the number of the story; asked of single ones.
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
        place: _ENCODER.encode(mentions_of(put_together(one.record, one.made_by, one.text), story_rules()))
        for place, one in job.readings.items()
    }
    mentions = [
        one
        for story in job.stories
        for member in story.members
        for one in _MENTIONS.decode(new.get(member.place) or unpack_bytes(member.mentions or b""))
    ]
    return HappeningsFound(
        stories=tuple(story.number for story in job.stories),
        chains=tuple(_chains(job, mentions, story_rules())),
        mentions={place: pack(told) for place, told in new.items()},
        scheduled=_scheduled(job, mentions, story_rules()) if len(job.stories) == 1 else {},
    )


def find_anew(job: HappeningsJob, record: Callable[[str], Record], rules: Rules) -> HappeningsFound:
    """Find the happenings of stories, with all their articles asked anew."""
    members = [member for story in job.stories for member in story.members]
    mentions = [one for member in members for one in mentions_of(record(member.id), rules)]
    return HappeningsFound(
        stories=tuple(story.number for story in job.stories),
        chains=tuple(_chains(job, mentions, rules)),
        mentions={},
        scheduled=_scheduled(job, mentions, rules),
    )


def _chains(job: HappeningsJob, told: Sequence[EventMention], rules: Rules) -> Iterator[HeldChain]:
    by_id = {one.id: one for one in told}
    copies = [*job.across, *(pair for story in job.stories for pair in story.copies)]
    chains = (held(one, by_id) for one in happenings(map(_whole, job.stories), told, _copies(copies), rules))
    # What only words tell has no finding that could be shown, cited or judged.
    return (chain for chain in chains if chain.findings)


def _whole(story: StoryMembers) -> Story:
    return Story(id=story.id, reports=tuple(member.id for member in story.members), ties=())


def _scheduled(
    job: HappeningsJob, told: Sequence[EventMention], rules: Rules
) -> Mapping[int, tuple[HeldScheduled, ...]]:
    by_report: dict[str, list[EventMention]] = defaultdict(list)
    for one in told:
        by_report[one.report].append(one)
    return {story.number: tuple(_scheduled_of(story, by_report, rules)) for story in job.stories}


def _scheduled_of(
    story: StoryMembers, by_report: Mapping[str, Sequence[EventMention]], rules: Rules
) -> Iterator[HeldScheduled]:
    places = {member.id: member.place for member in story.members}
    told = [one for key in places for one in by_report.get(key, ())]
    for one, keys in scheduled([_whole(story)], told, rules):
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
