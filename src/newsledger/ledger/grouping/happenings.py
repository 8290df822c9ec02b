"""Looks for the happenings of stories that have changed."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from newsledger.model import Copy, CopyKind, EventMention, Happening, Record, Story
from newsledger.store.groups import Groups, HeldChain, Member, StoryMembers
from newsledger.stories import Rules, happenings, is_on_board, mentions_of

_Records = Callable[[str], Record]
_MENTIONS = msgspec.json.Decoder(tuple[EventMention, ...])
_ENCODER = msgspec.json.Encoder()


def find_happenings(groups: Groups, record: _Records, rules: Rules, *, most: int) -> int:
    """Look for the happenings of so many stories, and give how many there were.

    A happening is looked for inside one story, so that only what changed is looked at.
    """
    stories = groups.unfresh(most)
    for story in stories:
        groups.put_chains(story.number, list(chains_of(groups, story, record, rules)))
    return len(stories)


def chains_of(groups: Groups | None, story: StoryMembers, record: _Records, rules: Rules) -> Iterator[HeldChain]:
    """Find the happenings of a story.

    Args:
        groups: Where is kept what articles tell; None to ask each anew and keep nothing.
        story: The story.
        record: Gives the record of an article.
        rules: The room's rules.
    """
    told = [one for member in story.members for one in _mentions(groups, member, record, rules)]
    by_id = {one.id: one for one in told}
    whole = Story(id=story.id, reports=tuple(member.id for member in story.members), ties=())
    chains = (held(one, by_id) for one in happenings([whole], told, list(_copies(story.copies)), rules))
    # What only words tell has no finding that could be shown, cited or judged.
    return (chain for chain in chains if chain.findings)


def _mentions(groups: Groups | None, member: Member, record: _Records, rules: Rules) -> tuple[EventMention, ...]:
    """Give what an article tells of happenings, which is asked once for each of its readings."""
    if groups is None:
        return mentions_of(record(member.id), rules)
    if member.mentions is not None:
        return _MENTIONS.decode(member.mentions)
    found = mentions_of(record(member.id), rules)
    groups.put_mentions(member.place, _ENCODER.encode(found))
    return found


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
