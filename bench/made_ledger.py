"""Makes a ledger of many articles for benchmarks that read it: stories are those of ``made_news.py``.

Which articles are copies and which are one story is known when they are made, so that nobody looks for it; happenings
and persons are found as a ledger finds them.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from multiprocessing import get_context
from pathlib import Path

from made_news import Place, made, places, read
from newsledger import Reader
from newsledger.ledger.grouping.happenings import HappeningsJob, find_anew
from newsledger.ledger.grouping.persons import join_some
from newsledger.ledger.grouping.reports import story_rules
from newsledger.ledger.grouping.sharing import in_process
from newsledger.model import Capture, Record
from newsledger.store import Entry, Store, keep, open_ledger, take_apart
from newsledger.store.groups import (
    Groups,
    HeldChain,
    HeldCopy,
    HeldReport,
    HeldStory,
    HeldTie,
    Member,
    Source,
    StoryMembers,
    place_of,
)

#: Pages that are read; stories of a transaction; articles whose persons are joined in one.
READ, LOT, PERSONS = 800, 100, 1024
#: Records that articles are made of, in each process.
_RECORDS: list[Record] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A story as it is put into a ledger.

    Attributes:
        same: The articles of each text, by their ids, the first one first.
    """

    entries: tuple[Entry, ...]
    same: tuple[tuple[str, ...], ...]
    chains: tuple[HeldChain, ...]


def grow(path: Path, articles: int, jobs: int = 2) -> None:
    """Write so many articles with their stories, happenings and persons."""
    reader = Reader.load("en")
    _RECORDS[:] = [read(reader, number) for number in range(READ)]
    drawn = groupby(places(articles), key=lambda place: place.story)
    stories = (tuple(members) for _, members in drawn)
    with open_ledger(path, new=True) as store, get_context("fork").Pool(jobs) as pool:
        run = store.begin("add", at="2026-01-01T00:00:00+00:00")
        left, number = pool.imap(_story, stories, chunksize=4), 0
        while lot := list(islice(left, LOT)):
            store.put([entry for story in lot for entry in story.entries], run=run)
            _put_stories(store, lot)
            number += sum(len(story.entries) for story in lot)
            print(f"\r{number:,} articles", end="", file=sys.stderr, flush=True)
        while _join(store):
            pass
        store.end(run, at="2026-01-01T01:00:00+00:00")
    print(file=sys.stderr)


def entry(record: Record) -> Entry:
    """Make what a store keeps of an article."""
    address = record.article.url
    capture = Capture(data=record.article.text.encode(), url=address)
    return Entry(kept=keep(capture, address=address), outcome=take_apart(record, settled={}))


def _story(members: Sequence[Place]) -> Made:
    """Make the articles of a story, and find its happenings."""
    found = sorted(((made(_RECORDS, place), place.words) for place in members), key=lambda one: _placed(one[0]))
    records = {record.article.id: record for record, _ in found}
    texts: dict[int, list[str]] = {}
    for record, words in found:
        texts.setdefault(words, []).append(record.article.id)
    story = StoryMembers(
        number=0,
        id=next(iter(records)),
        members=tuple(Member(place=_placed(record), id=key, mentions=None) for key, record in records.items()),
        copies=tuple((ids[0], other, "copy") for ids in texts.values() for other in ids[1:]),
    )
    return Made(
        entries=tuple(map(entry, records.values())),
        same=tuple(map(tuple, texts.values())),
        chains=find_anew(HappeningsJob(stories=(story,), readings={}), records.__getitem__, story_rules()).chains,
    )


def _placed(record: Record) -> int:
    dated = record.article.date_published
    return place_of(dated.earliest if dated else None, record.article.id)


def _put_stories(store: Store, lot: Sequence[Made]) -> None:
    chains = {story.same[0][0]: story.chains for story in lot}
    with store.grouping() as groups:
        sources = {source.id: source for source in groups.ungrouped(sys.maxsize)}
        groups.put_stories([_held(groups, story, sources) for story in lot])
    with store.grouping() as groups:
        for members in groups.unfresh(len(lot)):
            groups.put_chains([members.number], chains[members.id])


def _held(groups: Groups, story: Made, sources: dict[str, Source]) -> HeldStory:
    """Put the reports of a story and their copies, and give the story."""
    ties = []
    for ids in story.same:
        at = [place_of(sources[one].day, one) for one in ids]
        for one, place in zip(ids, at, strict=True):
            groups.put_report(_report(sources[one], place, at[0]))
            groups.grouped(sources[one].article)
        for place in at[1:]:
            groups.put_copy(
                HeldCopy(first=at[0], second=place, kind="copy", words=100, share=1.0, passages=((0, 100, 0, 100),))
            )
        ties += [HeldTie(place=place, other=None, score=None, why=None) for place in at]
    first = story.same[0][0]
    members = tuple(sorted(ties, key=lambda tie: tie.place))
    return HeldStory(id=first, part=first, members=members, reports=len(story.same))


def _report(source: Source, place: int, original: int) -> HeldReport:
    return HeldReport(
        place=place,
        article=source.article,
        outlet=source.outlet,
        digest=source.id,
        shingles=(),
        heavy=(),
        features={},
        leader=original,
        original=original,
    )


def _join(store: Store) -> int:
    with store.grouping() as groups:
        return join_some(groups.persons, in_process, most=PERSONS)
