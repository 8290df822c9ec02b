"""Tells a story day by day, and a happening by its life and its reports side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from newsledger.ledger.grouping.reports import story_rules
from newsledger.model import (
    EventMention,
    Evidence,
    Happening,
    HappeningTold,
    Origin,
    Passage,
    Record,
    Report,
    Span,
    Story,
    StoryDay,
    StoryMember,
    StoryTold,
    Telling,
)
from newsledger.store import Answers
from newsledger.store.groups import HeldTold
from newsledger.store.questions import Block, block_at
from newsledger.stories import mentions_of, rank_days, timeline

_HAPPENING = msgspec.json.Decoder(Happening)


def tell_story(store: Answers, identifier: str, *, corrections: bool = True) -> StoryTold:
    """Tell a story: what happened on the days that matter in it, and why each article is in it.

    Raises:
        StoreError: There is no such story.
    """
    held = store.story(identifier, corrections=corrections)
    records = {member.article.id: store.record(member.article.id) for member in held.members}
    chains = [_HAPPENING.decode(one) for one in held.chains]
    mentions = [one for record in records.values() for one in mentions_of(record, story_rules())]
    story = Story(id=held.row.id, reports=tuple(records), ties=())
    days = rank_days(map(_dated, records.values()), _groups(held))
    lines = timeline(story, chains, mentions, days)
    origins = {member.article.id: member.article for member in held.members}
    return StoryTold(
        story=held.row,
        days=tuple(
            StoryDay(
                day=line.day,
                happening=line.happening,
                reports=line.reports,
                article=origins[line.receipt.article],
                words=_sentence(records[line.receipt.article], line.receipt),
            )
            for line in lines
        ),
        members=tuple(
            StoryMember(
                article=member.article,
                copy_of=member.original if member.original != member.article.id else None,
                nearest=member.nearest,
                why=member.why,
            )
            for member in held.members
        ),
    )


def tell_happening(store: Answers, identifier: str, today: date) -> HappeningTold:
    """Tell a happening: its life, what is said of it, and each report's own words.

    Raises:
        StoreError: There is no such happening.
    """
    row, told = store.happening(identifier, today=today.isoformat())
    happening = _HAPPENING.decode(told)
    articles = list(dict.fromkeys(mention.partition(":")[0] for mention in happening.mentions))
    originals = store.originals(articles)
    records = {article: store.record(article) for article in articles}
    mentions = {one.id: one for record in records.values() for one in mentions_of(record, story_rules())}
    members = [mentions[one] for one in happening.mentions if one in mentions]
    return HappeningTold(
        happening=row,
        steps=happening.steps,
        fields=happening.fields,
        tellings=tuple(_tellings(members, records, originals)),
    )


def _tellings(
    mentions: Iterable[EventMention], records: Mapping[str, Record], originals: Mapping[str, str]
) -> Iterator[Telling]:
    for one in mentions:
        record, original = records[one.report], originals.get(one.report, one.report)
        yield Telling(
            mention=one.id,
            article=origin_of(record),
            copy_of=original if original != one.report else None,
            kind=one.kind,
            standing=one.standing,
            earliest=one.earliest,
            latest=one.latest,
            words=_passage(record, one.spans[0], one.sentence or one.spans[0]),
        )


def origin_of(record: Record) -> Origin:
    """Give the article of a record as answers name it."""
    article = record.article
    return Origin(
        id=article.id,
        url=article.url,
        headline=article.headline,
        publisher=article.publisher,
        published=article.date_published.value,
    )


def _dated(record: Record) -> Report:
    """Make the report of an article as far as its days go: those that it names to the day."""
    named = {one.earliest for one in record.times if one.type in ("DATE", "TIME") and one.earliest == one.latest}
    article = record.article
    return Report(
        id=article.id,
        outlet=None,
        day=article.date_published.earliest,
        headline=None,
        text="",
        days=tuple(sorted(day for day in named if day is not None)),
    )


def _groups(held: HeldTold) -> Sequence[Sequence[str]]:
    """Give the articles that were made from one text."""
    groups: dict[str, list[str]] = defaultdict(list)
    for member in held.members:
        groups[member.original].append(member.article.id)
    return list(groups.values())


def _sentence(record: Record, receipt: Evidence) -> Passage:
    """Give the words of a line, in the sentence that they stand in."""
    span = receipt.spans[0]
    around = next((one for one in record.sentences if one.start <= span.start < one.end), span)
    return _passage(record, span, around)


def _passage(record: Record, words: Span, sentence: Span) -> Passage:
    text = record.article.text
    around = replace(sentence, start=min(sentence.start, words.start), end=max(sentence.end, words.end))
    blocks: list[Block] = [(block.role, block.start, block.end) for block in record.article.blocks]
    return Passage(
        start=words.start,
        end=words.end,
        exact=words.of(text),
        sentence=around.of(text),
        sentence_start=around.start,
        block=block_at(blocks, words.start),
    )
