"""What is asked of a record for each of its findings, looked up once: who, how often, in which paragraph."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from newsledger.model import Article, Block, Event, Expectation, Record, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The findings of a record by their ids.

    Attributes:
        names: Of the actors.
        statements: The statements themselves.
        tellings: How often each event and expectation is told.
        starts: Where sentences begin.
    """

    names: Mapping[str, str]
    statements: Mapping[str, Statement]
    tellings: Mapping[str, int]
    starts: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """The blocks of an article, in order, each with its number among those of its role.

    Attributes:
        counts: How many blocks there are of each role.
    """

    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    counts: Mapping[str, int]

    def holding(self, place: int) -> tuple[Block, int] | None:
        """Give the block that a place lies in, and its number."""
        found = bisect_right(self.starts, place) - 1
        if found < 0 or self.blocks[found].end <= place:
            return None
        return self.blocks[found], self.numbers[found]


@dataclass(frozen=True, slots=True, eq=False)
class _This(Generic[T]):
    """A value that equals itself alone: to compare two long records would take as long as to look them through."""

    value: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def index_of(record: Record) -> Index:
    """Give what is looked up in a record."""
    return _index(_This(record))


def paragraphs_of(article: Article) -> Paragraphs:
    """Give the paragraphs of an article."""
    return _paragraphs(_This(article))


# A record is shown finding by finding, and mostly one at a time.
@lru_cache(maxsize=2)
def _index(this: _This[Record]) -> Index:
    record = this.value
    told: tuple[Event | Expectation, ...] = (*record.events, *record.expectations)
    return Index(
        names={actor.id: actor.name for actor in record.actors},
        statements={one.id: one for one in reversed(record.statements)},
        tellings=Counter(one.same_as or one.id for one in told),
        starts=frozenset(sentence.start for sentence in record.sentences),
    )


@lru_cache(maxsize=2)
def _paragraphs(this: _This[Article]) -> Paragraphs:
    counts: Counter[str] = Counter()
    numbers = []
    blocks = tuple(sorted(this.value.blocks, key=lambda block: block.start))
    for block in blocks:
        counts[block.role] += 1
        numbers.append(counts[block.role])
    starts = tuple(block.start for block in blocks)
    return Paragraphs(blocks=blocks, starts=starts, numbers=tuple(numbers), counts=counts)
