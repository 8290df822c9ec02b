"""Happenings are counted anew when two articles of one story prove to be one text, though the story stays as it is."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.grouped import AT, article, put, reports_in
from newsledger import Reader, codec
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.check import check_groups
from newsledger.ledger.grouping.reports import story_rules
from newsledger.model import Record
from newsledger.store import open_ledger
from newsledger.store.tables import TableStore

#: Words that make no two articles alike.
COMMON = sorted(story_rules().common)


@pytest.fixture
def store(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as opened:
        yield opened


def passages(chance: random.Random) -> list[str]:
    return [" ".join(chance.choices(COMMON, k=20)) for _ in range(6)]


def names(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices("abcdefghijklmnop", k=8)).title() for _ in range(count))


def mixed(one: Sequence[str], other: Sequence[str], end: str) -> str:
    """Let the passages of two texts follow each other in turn."""
    return " ".join(part for both in zip(one, other, strict=True) for part in both) + f". {end}."


def telling(reader: Reader, text: str, number: int) -> Record:
    """Read an article that tells of a happening."""
    read = reader.read_text(f"{text} Police arrested the mayor of Orlow in May.", published="2019-06-01")
    return codec.seal(
        replace(read, article=replace(read.article, publisher="paper", url=f"https://paper.example/{number}"))
    )


def counted(store: TableStore) -> tuple[int, int]:
    """Give of how many reports the one happening is that both tell of, and how many copies."""
    ((reports, copies),) = store.connection.execute("SELECT reports, copies FROM chains WHERE mentions = 2")
    return reports, copies


def test_a_happening_is_counted_anew_where_a_text_outside_its_story_had_joined_its_reports(
    store: TableStore, reader: Reader
) -> None:
    chance = random.Random(3)  # noqa: S311 -- no secret
    menu, first, second = (passages(chance) for _ in range(3))
    own = names(chance, 40)
    older = article(mixed(first, second, names(chance, 8)), "2018-01-01", "first")
    # Each has half of the older text. On five pages of an outlet the menu is no words of theirs; on four it is.
    both = [telling(reader, mixed(half, menu, own), number) for number, half in enumerate((first, second))]
    others = [
        article(
            mixed(menu, [names(chance, 20) for _ in menu], names(chance, 30)), f"{2021 + number}-01-01", "paper", number
        )
        for number in range(3)
    ]
    put(store, [older, *both, *others])
    before = counted(store)

    store.forget(others[0].article.id, why="asked for", run=store.begin("forget", at=AT))
    list(group_all(store))

    assert len(reports_in(store)) == 5
    assert (before, counted(store)) == ((2, 0), (1, 1))
    assert list(check_groups(store)) == []
