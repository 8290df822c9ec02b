"""Processes that share work: order, faults, ends and delays."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ledger import works
from newsledger.errors import NewsledgerError
from newsledger.ledger.crew import Crew


def lost(task: Any, reason: str) -> Any:
    return f"lost {task}: {reason}"


def run(
    prepare: Callable[[], Callable[[Any], Any]],
    tasks: Iterable[Any],
    *,
    size: int = 2,
    seconds: float = 30,
    is_large: bool = False,
) -> list[Any]:
    crew: Crew[Any, Any] = Crew(prepare, lost, size=size, seconds=seconds, is_large=is_large)
    results = []
    try:
        for task in tasks:
            crew.give(task, len(task) if isinstance(task, bytes) else 1)
            while crew.is_full:
                results += crew.take(1)
        while not crew.is_idle:
            results += crew.take(1)
    finally:
        crew.close()
    return results


@pytest.mark.parametrize("size", [1, 3])
def test_results_come_in_the_order_of_the_tasks(size: int) -> None:
    assert run(works.double, range(300), size=size) == [2 * number for number in range(300)]


def test_a_slow_task_holds_nobody_up_and_keeps_its_place() -> None:
    assert run(works.slow_first, range(50)) == list(range(50))


def test_results_that_need_no_work_keep_their_place() -> None:
    crew: Crew[int, int] = Crew(works.double, lost, size=1, seconds=30)
    results: list[int] = []
    try:
        crew.give(1, 1)
        crew.pass_by(-1)
        crew.give(2, 1)
        while not crew.is_idle:
            results += crew.take(1)
    finally:
        crew.close()

    assert results == [2, -1, 4]


def test_a_task_at_which_the_process_dies_is_lost_and_no_other() -> None:
    results = run(works.dies_at_seven, range(20))

    assert results[7] == "lost 7: the process that read it ended, twice (SIGKILL)"
    assert [one for one in results if one != results[7]] == [number for number in range(20) if number != 7]


def test_a_process_that_dies_of_something_else_costs_nothing(tmp_path: Path) -> None:
    assert run(partial(works.dies_once, tmp_path), range(12)) == list(range(12))


def test_a_large_task_is_done_again_however_often_the_process_dies(tmp_path: Path) -> None:
    assert run(partial(works.dies_four_times, tmp_path), range(6), is_large=True) == list(range(6))


def test_a_task_that_takes_too_long_is_lost_and_no_other() -> None:
    results = run(works.stalls_at_seven, range(12), seconds=1)

    assert results[7].startswith("lost 7: found nothing to say after 1 seconds")
    assert [one for one in results if one != results[7]] == [number for number in range(12) if number != 7]


def test_a_fault_of_the_work_is_a_lost_task() -> None:
    results = run(works.raises_at_seven, range(12))

    assert results[7] == "lost 7: KeyError: 7; please report it"
    assert str(results[8]).startswith("lost 8: ")
    assert [results[6], *results[9:]] == [6, 9, 10, 11]


def test_large_tasks_and_results_pass_without_both_ends_waiting() -> None:
    tasks = [bytes([number]) * 3_000_000 for number in range(20)]

    assert run(works.large, tasks) == [task * 2 for task in tasks]


def test_so_many_bytes_are_under_way_at_once_and_no_more() -> None:
    crew: Crew[bytes, bytes] = Crew(works.large, lost, size=1, seconds=30)
    try:
        given = 0
        while not crew.is_full:
            crew.give(b"x", 20_000_000)
            given += 1
    finally:
        crew.close()

    assert given == 4


def test_what_cannot_be_loaded_is_told_once() -> None:
    with pytest.raises(NewsledgerError, match="a line too many"):
        run(works.unable, range(5))


def test_processes_that_never_begin_are_given_up() -> None:
    with pytest.raises(NewsledgerError, match="end before they begin"):
        run(works.never_ready, range(5))


def test_nothing_is_started_where_there_is_nothing_to_do() -> None:
    assert run(works.never_ready, []) == []
