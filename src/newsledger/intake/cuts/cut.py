"""Where a file can be cut, so that its parts are read by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from newsledger.intake.archives import BrokenRecord, find_records, is_archive
from newsledger.intake.cuts.tables import count_rows, is_table
from newsledger.intake.files import ending_of
from newsledger.intake.lines import is_document, is_json_lines
from newsledger.intake.objects import Place
from newsledger.intake.tape import BrokenDataError, Tape

LOOK = 1 << 16
#: The endings that tell what a file is where its first bytes do not.
LINES, ARCHIVES = frozenset({".jsonl", ".ndjson"}), frozenset({".warc", ".wet", ".arc"})
#: The endings of the files that are taken from a folder besides pages.
ENDINGS = (*sorted(LINES | ARCHIVES), ".parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A part of a file.

    Attributes:
        kind: What the file is; ``page`` is read as a whole, whatever it is.
        at: The byte of the file at which reading begins: of packed ones, a member of gzip.
        start: How many bytes are passed over from there, after unpacking.
        before: How many lines or rows of the file stand before.
        count: How many records of an archive, lines or rows it has; None for all that are left.
    """

    kind: Literal["page", "archive", "lines", "table"]
    at: int = 0
    start: int = 0
    before: int = 0
    count: int | None = None


def cut_file(path: Place, size: int, limit: int) -> Iterator[Cut]:
    """Cut a file into parts of so many pages, give or take what is no page; together they are the file.

    Args:
        path: Of the file.
        size: How many records of an archive, lines or rows a part has at most.
        limit: The most bytes that a page may have.

    Raises:
        OSError: It cannot be read.
    """
    if is_table(path):
        rows = count_rows(path)
        yield from (Cut(kind="table", before=at, count=min(size, rows - at)) for at in range(0, rows, size))
        return
    with path.open("rb") as file:
        tape = Tape(file, is_archive)
        first, ending = tape.peek(LOOK), ending_of(path.name)
        if is_archive(first) or ending in ARCHIVES:
            yield from _cut_archive(tape, size, limit)
        elif not is_document(first) and (is_json_lines(first) or ending in LINES):
            yield from _cut_lines(tape, size, limit)
        else:
            yield Cut(kind="page")


def _cut_archive(tape: Tape, size: int, limit: int) -> Iterator[Cut]:
    """Cut before a record in a member of its own; else behind the last one, where all was whole up to there."""
    here, member, end, count, sound = Cut(kind="archive"), 0, 0, 0, True
    for record in find_records(tape, limit):
        own = not tape.is_packed or record.at != member
        sound = sound and not isinstance(record, BrokenRecord)
        if count >= size and not isinstance(record, BrokenRecord) and (own or (sound and not here.at)):
            yield replace(here, count=count)
            here, count = Cut(kind="archive", at=record.at if own else 0, start=0 if own else end), 0
        member, end, count = record.at, tape.passed, count + 1
    yield here


def _cut_lines(tape: Tape, size: int, limit: int) -> Iterator[Cut]:
    here, number, sound, line = Cut(kind="lines"), 0, True, b" "
    while line:
        at, start = tape.at, tape.passed
        try:
            line = tape.read_line(limit + 1)
        except BrokenDataError:
            # What is lost is passed over by reading on only; the rest is one part.
            sound = False
        if line and number == here.before + size and sound:
            yield replace(here, count=size)
            packed = tape.is_packed
            here = Cut(kind="lines", at=0 if packed else at, start=start if packed else 0, before=number)
        number += line.endswith(b"\n")
    yield here
