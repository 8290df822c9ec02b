"""Work for crews in tests: at module level, since other processes import it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from newsledger.errors import LexiconError
from newsledger.ledger.work import Task, keep_found
from newsledger.model import Failure
from newsledger.store import Entry, take_apart
from store.conftest import golden, reworded


def double() -> Callable[[int], int]:
    return lambda task: task * 2


def slow_first() -> Callable[[int], int]:
    def work(task: int) -> int:
        if task == 0:
            time.sleep(0.5)
        return task

    return work


def dies_at_seven() -> Callable[[int], int]:
    def work(task: int) -> int:
        if task == 7:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    return work


def dies_once(marks: Path) -> Callable[[int], int]:
    """Die at each third task the first time that it is seen, as when the system is short of memory."""

    def work(task: int) -> int:
        mark = marks / str(task)
        if task % 3 == 0 and not mark.exists():
            mark.touch()
            os._exit(9)
        return task

    return work


def dies_four_times(marks: Path) -> Callable[[int], int]:
    """Die at task 2 the first four times."""

    def work(task: int) -> int:
        if task == 2 and (deaths := len(list(marks.iterdir()))) < 4:
            (marks / str(deaths)).touch()
            os._exit(9)
        return task

    return work


def stalls_at_seven() -> Callable[[int], int]:
    def work(task: int) -> int:
        if task == 7:
            time.sleep(60)
        return task

    return work


def raises_at_seven() -> Callable[[int], object]:
    def work(task: int) -> object:
        if task == 7:
            raise KeyError(task)
        return (lambda: task) if task == 8 else task  # a function cannot be sent

    return work


def large() -> Callable[[bytes], bytes]:
    return lambda task: task * 2


def unable() -> Callable[[int], int]:
    raise LexiconError("cues.en.tsv: found a line too many")


def never_ready() -> Callable[[int], int]:
    os._exit(3)


def reads_numbers(*, or_words: bool = False) -> Callable[[Task], Entry]:
    """Read pages that are a number of five digits; another page cannot be read, unless by a better reader."""
    record = golden("court-report")

    def work(task: Task) -> Entry:
        kept, data = keep_found(task), task.found.capture.data
        if not data.isdigit() and not or_words:
            failure = Failure(url=kept.url, sha256=kept.sha256, room="page", reason="found no number")
            return Entry(kept=kept, outcome=failure)
        number = data.decode() if isinstance(data, bytes) else data
        words = "half\ud83d" if number == "00666" else number
        changed = reworded(record, record.article.text[:5], words)
        return Entry(kept=kept, outcome=take_apart(changed, settled={}))

    return work


def dies_at(data: bytes) -> Callable[[Task], Entry]:
    """Read numbers, and die at one page."""
    read = reads_numbers()

    def work(task: Task) -> Entry:
        if task.found.capture.data == data:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(task)

    return work
