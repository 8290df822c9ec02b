"""Reads a part of a file."""

from collections.abc import Iterator
from itertools import islice

from newsledger.intake.archives import find_records, is_archive
from newsledger.intake.cuts.cut import Cut
from newsledger.intake.cuts.tables import read_table
from newsledger.intake.files import reason_of
from newsledger.intake.found import Found, failed, name_of
from newsledger.intake.lines import read_lines
from newsledger.intake.objects import Place
from newsledger.intake.responses import pages_of
from newsledger.intake.sources import read_sources
from newsledger.intake.tape import BrokenDataError, Tape
from newsledger.model import Failure

_STEP = 1 << 20


def read_cut(path: Place, cut: Cut, *, limit: int, published: str | None = None) -> Iterator[Found | Failure]:
    """Read a part of a file, as ``read_sources`` reads the whole; nothing raises.

    Args:
        path: Of the file.
        cut: The part, as ``cut_file`` gave it.
        limit: The most bytes that a page or line may have, after unpacking.
        published: The date of all that has none of its own.
    """
    if cut.kind == "page":
        yield from read_sources([path], published=published, limit=limit)
        return
    try:
        if cut.kind == "table":
            yield from read_table(path, cut.before, cut.count, published)
        else:
            yield from _read_part(path, cut, limit, published)
    except (OSError, ValueError) as error:
        yield failed(name_of(path), reason_of(error))


def _read_part(path: Place, cut: Cut, limit: int, published: str | None) -> Iterator[Found | Failure]:
    name = name_of(path)
    with path.open("rb") as file:
        file.seek(cut.at)
        tape = Tape(file, is_archive)
        try:
            _pass(tape, cut.start)
        except BrokenDataError as error:
            yield failed(name, f"found gzip data that are damaged ({error.reason}), expected them whole")
            return
        if cut.kind == "lines":
            yield from read_lines(tape, name, limit, published, before=cut.before, count=cut.count)
            return
        records = islice(find_records(tape, limit), cut.count)
        yield from pages_of(records, name, limit=limit, published=published, base=cut.at)


def _pass(tape: Tape, size: int) -> None:
    while size and (passed := len(tape.read(min(size, _STEP)))):
        size -= passed
