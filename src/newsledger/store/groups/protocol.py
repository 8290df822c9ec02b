"""What grouping asks of a store."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

from newsledger.store.groups.persons import PackedReading, Persons
from newsledger.store.groups.records import (
    HeldChain,
    HeldCopy,
    HeldLife,
    HeldReport,
    HeldSketch,
    HeldStory,
    Pair,
    Postings,
    Source,
    StoryMembers,
)
from newsledger.store.groups.scheduled import Scheduled


class Groups(Protocol):
    """The tables of groups, inside one transaction."""

    @property
    def persons(self) -> Persons:
        """The tables of persons, in the same transaction."""

    @property
    def scheduled(self) -> Scheduled:
        """The tables of scheduled mentions, in the same transaction."""

    def ungrouped(self, limit: int) -> tuple[Source, ...]:
        """Give articles that have not been grouped as they are now."""

    def grouped(self, article: int) -> None:
        """Note that an article has been grouped."""

    def forgotten(self, limit: int) -> tuple[int, ...]:
        """Give the places of reports whose articles were forgotten."""

    def source(self, place: int) -> Source:
        """Give the article of a report."""

    def report(self, place: int) -> HeldReport:
        """Give a report."""

    def reports(self, places: Iterable[int]) -> dict[int, HeldReport]:
        """Give some reports."""

    def sketches(self, places: Iterable[int]) -> dict[int, HeldSketch]:
        """Give what the copies of some reports are found by."""

    def report_of(self, article: int) -> HeldReport | None:
        """Give the report of an article, None where there is none yet."""

    def put_report(self, report: HeldReport) -> None:
        """Put a report."""

    def drop_report(self, place: int) -> None:
        """Take a report out; nothing may name it any more."""

    def set_column(self, column: Literal["leader", "original", "nearness"], values: Mapping[int, float]) -> None:
        """Set one column of some reports."""

    def column(self, column: Literal["leader", "original", "nearness"], places: Iterable[int]) -> dict[int, Any]:
        """Give one column of some reports."""

    def having(self, column: Literal["leader", "original"], values: Iterable[int]) -> set[int]:
        """Give the reports that have one of some values in a column."""

    def around(
        self, table: Postings, values: Collection[int], place: int, width: int
    ) -> dict[int, tuple[list[int], list[int]]]:
        """Give for each value the places before and after one that have it, the nearest first."""

    def put_postings(self, table: Postings, values: Iterable[int], place: int) -> None:
        """Note that a report has some values."""

    def drop_postings(self, table: Postings, values: Iterable[int], place: int) -> None:
        """Note that it has them no longer."""

    def within(self, table: Postings, asked: Sequence[tuple[int, Pair]], width: int) -> set[int]:
        """Say by their numbers which pairs of reports stand no further apart among those that have a value.

        Args:
            table: Of which values.
            asked: Values, each with two reports that have it, the earlier one first.
            width: The second is one of so many after the first.
        """

    def of_outlet(self, outlet: str, values: Collection[int]) -> dict[int, list[int]]:
        """Give the reports of an outlet that have some shingles which are not its furniture."""

    def furniture(self, outlet: str, values: Collection[int]) -> set[int]:
        """Give those of some shingles that are an outlet's furniture."""

    def pages_with(self, outlet: str, value: int, most: int) -> list[int]:
        """Give the reports of an outlet that have a shingle which is its furniture."""

    def put_furniture(self, outlet: str, value: int, places: Iterable[int]) -> None:
        """Note that a shingle is an outlet's furniture on some pages."""

    def drop_furniture(self, outlet: str, value: int, places: Iterable[int]) -> None:
        """Note that it is not, on these pages."""

    def copies(self, places: Iterable[int]) -> list[HeldCopy]:
        """Give the pairs of copies that one of some reports is in."""

    def copy_kinds(self, places: Iterable[int]) -> dict[Pair, str]:
        """Give the pairs of copies that one of some reports is in, with their kinds."""

    def copied(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Give those of some pairs that are copies."""

    def put_copy(self, copy: HeldCopy) -> None:
        """Put a pair of copies in place of the one that is there."""

    def drop_copies(self, pairs: Iterable[Pair]) -> None:
        """Take pairs of copies out."""

    def near(self, places: Iterable[int]) -> dict[Pair, float]:
        """Give the pairs of neighbours that begin with one of some reports, with their cosines."""

    def near_pairs(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Give those of some pairs that are neighbours, with their cosines."""

    def put_near(self, cosines: Mapping[Pair, float]) -> None:
        """Put pairs of neighbours, both ways."""

    def drop_near(self, pairs: Iterable[Pair]) -> None:
        """Take pairs of neighbours out, both ways."""

    def stories_of(self, places: Iterable[int]) -> list[HeldStory]:
        """Give the stories that some reports are in."""

    def drop_stories(self, ids: Iterable[str]) -> None:
        """Take stories out."""

    def put_stories(self, stories: Sequence[HeldStory]) -> None:
        """Put stories, whose happenings are then to be looked for."""

    def places(self) -> list[int]:
        """Give the places of all reports, in order."""

    def all_stories(self) -> Iterator[StoryMembers]:
        """Give all stories, one at a time in memory."""

    def told(self, story: int) -> dict[str, HeldLife]:
        """Give what is kept of the happenings whose first mention is in a story, by their ids."""

    def article_ids(self, places: Iterable[int]) -> dict[int, str]:
        """Give the ids of the articles of some reports."""

    def unfresh(self, limit: int) -> tuple[StoryMembers, ...]:
        """Give stories whose happenings are to be looked for."""

    def stories_at(self, numbers: Collection[int]) -> tuple[StoryMembers, ...]:
        """Give stories by their numbers, in the order of their ids."""

    def copies_across(self, numbers: Collection[int]) -> tuple[tuple[str, str, str], ...]:
        """Give the pairs of copies of which each is in another of some stories: ids and the kind."""

    def forget_mentions(self, place: int) -> None:
        """Note that an article was read anew: what it tells is to be asked again."""

    def recount(self, pairs: Iterable[Pair]) -> None:
        """Note that two reports became or ceased to be one text: the happenings of a story of both are counted anew."""

    def reading(self, place: int) -> PackedReading:
        """Give the newest reading of a report's article."""

    def put_mentions(self, place: int, mentions: bytes) -> None:
        """Keep what an article tells of happenings, packed."""

    def put_chains(self, stories: Collection[int], chains: Sequence[HeldChain]) -> None:
        """Put the happenings of stories in place of those that are there.

        A story that told of one of those, and is none of these, is to be looked at again.
        """
