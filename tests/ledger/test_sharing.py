"""Grouping that others do a part of gives what it gives here."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ledger.grouped import AT, articles
from newsledger.errors import NewsledgerError
from newsledger.ledger.crew import Crew
from newsledger.ledger.grouping import group_all, with_crew
from newsledger.ledger.grouping.happenings import _STORIES, _Held
from newsledger.ledger.grouping.sharing import do
from newsledger.ledger.work import besides_grouping, lost
from newsledger.store import open_ledger
from newsledger.store.groups import Member, StoryMembers
from newsledger.store.packing import pack
from newsledger.store.tables import TableStore
from store.conftest import GOLDEN, entry_of, from_golden

TABLES = ("reports", "shingles", "furniture", "features", "neighbours", "copies", "stories", "story_reports")
TABLES_OF_HAPPENINGS = (
    *("chains", "chain_mentions", "chain_findings", "chain_steps", "chain_parties", "chain_stories"),
    *("scheduled", "scheduled_keys"),
)


#: Makes a process that can do nothing but count and group.
PREPARE = partial(besides_grouping, len)


def fail(task: Any, reason: str) -> Any:
    raise NewsledgerError(f"{task}: {reason}")


def ledger(path: Path) -> TableStore:
    store = open_ledger(path, new=True)
    run = store.begin("test", at=AT)
    pages = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN[:12]]
    store.put([*pages, *map(entry_of, articles(30))], run=run)
    return store


def rows(store: TableStore, table: str) -> list[tuple[Any, ...]]:
    return sorted(map(tuple, store.connection.execute(f"SELECT * FROM {table}")), key=repr)  # noqa: S608 - ours


def test_what_a_crew_groups_is_what_is_grouped_here(tmp_path: Path) -> None:
    crew: Crew[Any, Any] = Crew(PREPARE, fail, size=2, seconds=300)
    with ledger(tmp_path / "here.db") as here, ledger(tmp_path / "shared.db") as shared:
        list(group_all(here))
        try:
            list(group_all(shared, with_crew(crew)))
        finally:
            crew.close()

        assert len(rows(here, "chains")) > 20
        assert {table: rows(here, table) for table in (*TABLES, *TABLES_OF_HAPPENINGS)} == {
            table: rows(shared, table) for table in (*TABLES, *TABLES_OF_HAPPENINGS)
        }


def test_records_are_read_by_those_who_do_jobs(tmp_path: Path) -> None:
    given: list[str] = []

    def do_jobs(jobs: Iterable[Any]) -> Iterator[Any]:
        for job in jobs:
            given.append(type(job).__name__)
            yield do(job)

    with ledger(tmp_path / "ledger.db") as store:
        list(group_all(store, do_jobs))
        articles = store.connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        of_actors = store.connection.execute("SELECT count(DISTINCT article) FROM actors").fetchone()[0]
        persons = store.connection.execute("SELECT count(*) FROM person_sightings").fetchone()[0]

    assert given.count("Source") == articles
    assert given.count("SightingsJob") == of_actors > 10
    assert persons > 10


def test_of_stories_that_tell_of_nothing_only_the_last_are_kept_at_hand() -> None:
    held, nothing = _Held(), pack(b"[]")
    for number in range(_STORIES + 3):
        member = Member(place=number, id=f"article{number}", mentions=nothing)
        held.of(StoryMembers(number=number, id=f"story{number}", members=(member,), copies=()), (nothing,))

    assert len(held.told) == _STORIES
    assert next(iter(held.told))[0] == "story3"


def test_what_a_process_ends_at_is_grouped_here(tmp_path: Path) -> None:
    with ledger(tmp_path / "ledger.db") as store, store.grouping() as groups:
        source = groups.ungrouped(1)[0]

    assert lost(source, "the process ended") == do(source)


@pytest.mark.parametrize("task", ["four", (1, 2, 3, 4)])
def test_a_process_that_groups_still_does_its_own_work(task: Any) -> None:
    assert PREPARE()(task) == 4
