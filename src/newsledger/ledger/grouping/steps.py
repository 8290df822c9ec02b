"""Groups what was added to a ledger, a step at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsledger.ledger.grouping.gathering import gather
from newsledger.ledger.grouping.happenings import find_happenings
from newsledger.ledger.grouping.pairs.comparing import Texts
from newsledger.ledger.grouping.pairs.copying import Copying, leading, led_by
from newsledger.ledger.grouping.pairs.neighbouring import Neighbouring
from newsledger.ledger.grouping.persons import join_some
from newsledger.ledger.grouping.sharing import DoJobs, in_process
from newsledger.store import Gathers
from newsledger.store.groups import Groups, HeldReport

#: Articles, then stories, and then articles whose persons are joined, of one transaction.
_BATCH, _STORIES, _PERSONS = 256, 16, 1024


def group_all(store: Gathers, do_jobs: DoJobs = in_process) -> Iterator[int]:
    """Group each article that is new, has changed or was forgotten, so many at a time, each time in one transaction.

    It may be stopped at any time, and goes on where it stopped. Whatever the order in which articles came, the same
    ones are grouped in the same way.

    Args:
        store: The ledger.
        do_jobs: Who weighs words and looks for happenings; the tables are written here.

    Yields:
        How many articles, then stories, and then articles again for their persons, were looked at, after each step.
    """
    texts = Texts()
    while True:
        with store.grouping() as groups:
            step = _Step(groups, texts, do_jobs)
            number = step.take(_BATCH)
            step.finish()
        if not number:
            break
        yield number
    while True:
        with store.grouping() as groups:
            number = find_happenings(groups, do_jobs, most=_STORIES)
        if not number:
            break
        yield number
    while True:
        with store.grouping() as groups:
            number = join_some(groups.persons, do_jobs, most=_PERSONS)
        if not number:
            break
        yield number


def regroup_judged(store: Gathers) -> None:
    """Join those anew of whom somebody just judged whether they are one, and who hangs together with them.

    What else is still to be grouped waits for ``group_all``.
    """
    with store.grouping() as groups:
        join_some(groups.persons, in_process, most=0)


@dataclass(slots=True)
class _Step:
    """Articles that are grouped in one transaction.

    Attributes:
        seeds: Reports whose story is to be looked at again.
    """

    groups: Groups
    texts: Texts
    do_jobs: DoJobs
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
        made = self.do_jobs(source for source in waiting if source.current)
        for source in waiting:
            self._take(source.article, next(made) if source.current else None)
            self.groups.grouped(source.article)
        return len(forgotten) + len(waiting)

    def finish(self) -> None:
        """Say which stories there are now."""
        self.neighbouring.settle()
        self.neighbouring.settle_nearness()
        seeds = self.seeds | self.neighbouring.seeds
        there = self.groups.column("leader", seeds)
        gather(self.groups, set(there.values()))

    def _take(self, article: int, report: HeldReport | None) -> None:
        """Take in what is to be known of an article; None where there is a newer version."""
        there = self.groups.report_of(article)
        if report is not None and there is not None and there.digest == report.digest:
            self.groups.forget_mentions(there.place)
            return
        if there is not None:
            self._remove(there)
        if report is not None:
            self._add(report)

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
        self._lead(report.place)
        self.seeds.discard(report.place)
        self.groups.drop_report(report.place)

    def _lead(self, moving: int) -> None:
        """Say anew which of the reports whose copies changed stand for all, and which are looked up.

        Args:
            moving: The report that comes or goes: whether it is looked up is not decided here.
        """
        came, self.copying.came = self.copying.came, {}
        gone, self.copying.gone = self.copying.gone, set()
        came = {pair: kind for pair, kind in came.items() if kind != "excerpt"}
        if gone:
            leaders, originals = self._led_anew(moving, gone | {end for pair in came for end in pair})
        else:
            leaders = led_by(self.groups, "leader", [pair for pair, kind in came.items() if kind == "copy"])
            originals = led_by(self.groups, "original", came)
        led = self.groups.column("leader", leaders)
        self.groups.set_column("leader", leaders)
        self.groups.set_column("original", originals)
        for place in sorted(leaders.keys() - {moving}):
            if led[place] == place != leaders[place]:
                self.neighbouring.remove(self.groups.report(place))
            elif led[place] != place == leaders[place]:
                self.neighbouring.add(self.groups.report(place))
        self.seeds |= leaders.keys() | originals.keys()

    def _led_anew(self, moving: int, changed: set[int]) -> tuple[dict[int, int], dict[int, int]]:
        """Say which reports stand for all that hung together with some before a pair went."""
        before = self.groups.column("original", changed)
        members = changed | self.groups.having("original", set(before.values()))
        members -= set() if self.groups.copies([moving]) else {moving}
        return leading(self.groups, members)
