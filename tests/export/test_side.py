"""Rows of one table beside those of another, one at a time in memory."""

from collections.abc import Iterator

from newsledger.export.side import Follower
from newsledger.model import Correction
from newsledger.store import DumpTable, HappeningQuestion
from newsledger.store.rows import Row


class Counting:
    """A dump of one table that counts what was taken from it."""

    def __init__(self, *keys: str) -> None:
        self.keys, self.taken = keys, 0

    def rows(self, table: DumpTable) -> Iterator[Row]:
        assert table == "receipts"
        for number, key in enumerate(self.keys):
            self.taken += 1
            yield {"happening": key, "number": number}

    def chosen(self, question: HappeningQuestion) -> Iterator[str]:  # noqa: ARG002 - as a dump has it
        yield from ()

    def judged(self) -> Iterator[tuple[Correction, str | None]]:
        yield from ()

    def gone(self) -> Iterator[str]:
        yield from ()


def test_a_key_has_its_rows_and_no_others() -> None:
    follower = Follower(Counting("a", "a", "c", "d", "d"), "receipts", "happening")

    taken = [[row["number"] for row in follower.take(key)] for key in ("a", "b", "d", "e")]
    assert taken == [[0, 1], [], [3, 4], []]


def test_a_key_that_is_asked_for_again_has_the_same_rows() -> None:
    follower = Follower(Counting("a", "b"), "receipts", "happening")

    assert follower.take("a") == follower.take("a") == ({"happening": "a", "number": 0},)


def test_no_more_is_read_than_is_asked_for() -> None:
    dump = Counting(*(f"{number:04}" for number in range(1000)))
    follower = Follower(dump, "receipts", "happening")

    follower.take("0003")
    assert dump.taken == 5
