"""Groups what was added to a ledger, a step at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from newsledger.ledger.grouping.comparing import Texts
from newsledger.ledger.grouping.copying import Copying, leading
from newsledger.ledger.grouping.gathering import gather
from newsledger.ledger.grouping.happenings import find_happenings
from newsledger.ledger.grouping.neighbouring import Neighbouring, values_of
from newsledger.ledger.grouping.persons import join_some
from newsledger.ledger.grouping.reports import digest_of, words_of
from newsledger.model import Report
from newsledger.pipeline import load_story_rules
from newsledger.store import Gathers
from newsledger.store.groups import Groups, HeldReport, Source, place_of
from newsledger.stories import Rules
from newsledger.stories.sketches import sketch
from newsledger.stories.weights import vector
from newsledger.stories.words import tokens

#: Articles, then stories, and then articles whose persons are joined, of one transaction.
_BATCH, _STORIES, _PERSONS = 64, 16, 1024


def group_all(store: Gathers) -> Iterator[int]:
    """Group each article that is new, has changed or was forgotten, so many at a time, each time in one transaction.

    It may be stopped at any time, and goes on where it stopped. Whatever the order in which articles came, the same
    ones are grouped in the same way.

    Yields:
        How many articles, then stories, and then articles again for their persons, were looked at, after each step.
    """
    texts = Texts()
    while True:
        with store.grouping() as groups:
            step = _Step(groups, texts)
            number = step.take(_BATCH)
            step.finish()
        if not number:
            break
        yield number
    while True:
        with store.grouping() as groups:
            number = find_happenings(groups, store.record, story_rules(), most=_STORIES)
        if not number:
            break
        yield number
    while True:
        with store.grouping() as groups:
            number = join_some(groups.persons, store.record, most=_PERSONS)
        if not number:
            break
        yield number


@dataclass(slots=True)
class _Step:
    """Articles that are grouped in one transaction.

    Attributes:
        seeds: Reports whose story is to be looked at again.
    """

    groups: Groups
    texts: Texts = field(default_factory=Texts)
    copying: Copying = field(init=False)
    neighbouring: Neighbouring = field(init=False)
    seeds: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin with nothing at hand."""
        self.copying = Copying(self.groups, self.texts)
        self.neighbouring = Neighbouring(self.groups)

    def take(self, most: int) -> int:
        """Take in what waits, and give how much that was."""
        forgotten = self.groups.forgotten(most)
        for place in forgotten:
            self._remove(self.groups.report(place))
        waiting = () if forgotten else self.groups.ungrouped(most)
        for source in waiting:
            self._take(source)
            self.groups.grouped(source.article)
        return len(forgotten) + len(waiting)

    def finish(self) -> None:
        """Say which stories there are now."""
        self.neighbouring.settle_nearness()
        seeds = self.seeds | self.neighbouring.seeds
        there = self.groups.column("leader", seeds)
        gather(self.groups, set(there.values()))

    def _take(self, source: Source) -> None:
        there = self.groups.report_of(source.article)
        if not source.current:
            if there is not None:
                self._remove(there)
            return
        report = words_of(source).report
        digest = digest_of(report)
        if there is not None and there.digest == digest:
            self.groups.forget_mentions(there.place)
            return
        if there is not None:
            self._remove(there)
        self._add(
            HeldReport(
                place=(place := place_of(source.day, source.id)),
                article=source.article,
                outlet=source.outlet,
                digest=digest,
                shingles=shingles_of(report),
                heavy=values_of(features := vector(report, story_rules().common)),
                features=features,
                leader=place,
                original=place,
            )
        )

    def _add(self, report: HeldReport) -> None:
        self.groups.put_report(report)
        self.copying.add(report)
        self._lead(report.place)
        if self.groups.column("leader", [report.place])[report.place] == report.place:
            self.neighbouring.add(report)

    def _remove(self, report: HeldReport) -> None:
        """Take a report out, and the story that it was in apart."""
        for story in self.groups.stories_of([report.place]):
            self.seeds |= {one.place for one in story.members}
            self.groups.drop_stories([story.id])
        self.copying.remove(report)
        if report.leader == report.place:
            self.neighbouring.remove(report)
        self.copying.changed.discard(report.place)
        self._lead(report.place)
        self.seeds.discard(report.place)
        self.groups.drop_report(report.place)

    def _lead(self, moving: int) -> None:
        """Say anew which of the reports whose copies changed stand for all, and which are looked up.

        Args:
            moving: The report that comes or goes: whether it is looked up is not decided here.
        """
        changed, self.copying.changed = self.copying.changed, set()
        if not changed:
            return
        groups = self.groups
        before = groups.column("original", changed)
        members = changed | groups.having("original", set(before.values()))
        members -= set() if groups.copies([moving]) else {moving}
        leaders, originals = leading(groups, members)
        members = set(leaders)
        led = groups.column("leader", members)
        groups.set_column("leader", leaders)
        groups.set_column("original", originals)
        for place in sorted(members - {moving}):
            if led[place] == place != leaders[place]:
                self.neighbouring.remove(groups.report(place))
            elif led[place] != place == leaders[place]:
                self.neighbouring.add(groups.report(place))
        self.seeds |= members


def shingles_of(report: Report) -> tuple[int, ...]:
    """Give the shingles of a report by which its copies are found."""
    return tuple(sorted({value for _, value in sketch(tokens(report.text), None).kept}))


@cache
def story_rules() -> Rules:
    """Load the rules of the stories room once."""
    return load_story_rules()
