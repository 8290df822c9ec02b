"""Decides the arguments of predicates when somebody first looks at them, many predicates at a time."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import overload

import numpy as np

from newsledger.model import Argument
from newsledger.syntax.arrays import Flags
from newsledger.syntax.roles.arguments import Decisions

_LIKELY, _OTHER, _SILENT = range(3)


class Batches:
    """The predicates of an article in two batches: those likely to be asked for, and the others.

    Judging costs more than all else that is known of a clause, and little more for a batch than for one predicate.
    """

    def __init__(self, speaking: Flags, likely: Collection[int], judge: Callable[[Flags], Decisions]) -> None:
        """Part the predicates that may have arguments; nothing is judged yet."""
        wanted = np.zeros(len(speaking), bool)
        wanted[list(likely)] = True
        self._batches = (speaking & wanted, speaking & ~wanted)
        self._which: list[int] = np.where(speaking, np.where(wanted, _LIKELY, _OTHER), _SILENT).tolist()
        self._judge = judge
        self._decided: dict[int, Decisions] = {}

    def of(self, predicate: int) -> Sequence[Argument]:
        """Give the arguments of a predicate in text order, not decided yet."""
        return () if self._which[predicate] == _SILENT else _Undecided(self, predicate)

    def decide(self, predicate: int) -> tuple[Argument, ...]:
        """Decide the arguments of a predicate that may have some."""
        which = self._which[predicate]
        if which not in self._decided:
            self._decided[which] = self._judge(self._batches[which])
        return self._decided[which].of(predicate)


class _Undecided(Sequence[Argument]):
    """Arguments that are decided when they are first looked at; then they are as a tuple of them is."""

    __slots__ = ("_batches", "_found", "_predicate")

    def __init__(self, batches: Batches, predicate: int) -> None:
        self._batches, self._predicate = batches, predicate
        self._found: tuple[Argument, ...] | None = None

    def _all(self) -> tuple[Argument, ...]:
        if self._found is None:
            self._found = self._batches.decide(self._predicate)
        return self._found

    @overload
    def __getitem__(self, index: int) -> Argument: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Argument, ...]: ...
    def __getitem__(self, index: int | slice) -> Argument | tuple[Argument, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Argument]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, _Undecided) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())
