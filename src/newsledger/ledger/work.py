"""What is done with one capture, in a process of its own: read, taken apart, packed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.intake import Found, address_of_url
from newsledger.ledger.crew.logs import open_log
from newsledger.ledger.grouping.sharing import Job, do
from newsledger.ledger.loaded import ReaderOptions, load_reader
from newsledger.ledger.records import checked_record
from newsledger.model import Capture, Failure, Record
from newsledger.pipeline import Reader
from newsledger.show import settlement
from newsledger.store import Entry, Kept, Reading, keep, take_apart

Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A capture to be read.

    Attributes:
        with_bytes: Its bytes are kept, not only their hash.
    """

    found: Found
    with_bytes: bool


def prepare(options: ReaderOptions) -> Callable[[Task], Entry]:
    """Load a reader, once for each process; what it gives also does the jobs of grouping.

    Raises:
        NewsledgerError: The model or a word list cannot be loaded.
    """
    open_log()
    reader = load_reader(options)
    return besides_grouping(partial(work, reader, names=reader.other_names()))


def besides_grouping(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Have a process do the jobs of grouping beside its own work."""
    return lambda task: do(task) if isinstance(task, Job) else work(task)


def work(reader: Reader, task: Task, *, names: Names = MappingProxyType({})) -> Entry:
    """Read a capture and make it ready to be put; what cannot be read is a Failure.

    Args:
        reader: Reads it.
        task: The capture.
        names: Other names of those whom the lists know, by their keys; they may be asked for by these.
    """
    kept = keep_found(task)
    capture = task.found.capture
    if capture.kind == "record":
        return _take_record(capture, task.found.place, kept, names)
    (outcome,) = reader.read_all((capture,))
    return Entry(kept=kept, outcome=_taken_apart(outcome, names) if isinstance(outcome, Record) else outcome)


def lost(task: Task | Job, reason: str) -> Any:
    """Make the entry of a capture at which the process that read it ended, or took too long.

    Grouping has no article to spare: what it cannot have done elsewhere it does here.
    """
    if not isinstance(task, Task):
        return do(task)
    capture = task.found.capture
    url = capture.url or task.found.place
    return Entry(kept=keep_found(task), outcome=Failure(url=url, sha256=capture.sha256, room="pipeline", reason=reason))


def keep_found(task: Task) -> Kept:
    """Make what is kept of a capture; of a record that was read elsewhere, no bytes."""
    capture = task.found.capture
    with_bytes = task.with_bytes and capture.kind != "record"
    return keep(capture, address=task.found.address, with_bytes=with_bytes)


def _taken_apart(record: Record, names: Names) -> Reading:
    settled = {one.id: settlement(one, record) for one in record.expectations}
    return take_apart(record, settled=settled, aliases=names)


def _take_record(capture: Capture, place: str | None, kept: Kept, names: Names) -> Entry:
    """Check a record that ``read`` made, as ``verify`` does, and take it apart."""
    try:
        record = checked_record(capture.data)
        outcome = _taken_apart(record, names)
    except NewsledgerError as error:
        reason = str(error)
    except (LookupError, ValueError, TypeError, OverflowError) as error:  # who made it, nobody knows
        reason = f"found a record whose parts do not fit each other ({type(error).__name__}: {error}); make it anew"
    else:
        url = record.article.url
        return Entry(kept=replace(kept, url=url, address=address_of_url(url) if url else None), outcome=outcome)
    return Entry(kept=kept, outcome=Failure(url=place, sha256=capture.sha256, room="intake", reason=reason))
