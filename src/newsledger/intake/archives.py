"""WARC, WET and ARC archives: finds the records one after the other, and goes on after a broken one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.intake.tape import BrokenDataError, Tape

#: What the first record of an ARC archive begins with.
_ARC = b"filedesc://"
_WARC_HEAD = rb"WARC/\d\.\d+\r?\n[A-Za-z][\w-]*:"
#: ``http://www.example.org/ 192.0.2.1 20010203040506 text/html 1234``, of the second version with more in between.
_ARC_HEAD = rb"[a-z][a-z+.-]*:[^\n]{1,4000}? \S+ \d{14} \S+ (?:\S+ ){0,5}\d{1,15}\r?\n"
_HEAD = re.compile(rb"%b|%b" % (_WARC_HEAD, _ARC_HEAD))
_NEXT_HEAD = re.compile(rb"\n(?=%b|%b)" % (_WARC_HEAD, _ARC_HEAD))
_HEAD_END = re.compile(rb"\n\r?\n")
_ARC_LENGTH = re.compile(rb" (\d{1,15})\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^warc-type:[ \t]*([a-z]+)", re.IGNORECASE | re.MULTILINE)
#: Records of these types may hold a page; requests, notes of the crawler and repeated visits hold none.
_WITH_PAGES = frozenset({b"response", b"resource", b"conversion"})
#: What stands between two records of WARC.
_END = b"\r\n\r\n"
_LONGEST_HEAD = 1 << 16
#: So much of a record that is over the limit is looked at, to see whether it was a page at all.
_GLANCE = 1 << 13
_STEP = 1 << 20
#: So much is looked at, where the file itself cannot be, to see whether a record ends where its length says.
_HELD = 1 << 26


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """A record of an archive, unread.

    Attributes:
        at: Where in the file it begins, or its gzip member does.
        data: Its head and its block; no more than a glance of the block where ``whole`` is false.
        whole: False: it is over the limit.
    """

    at: int
    data: bytes
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRecord:
    """A part of an archive that holds no whole record."""

    at: int
    reason: str


class _NoRecordError(Exception):
    """There is no whole record here."""


def is_archive(data: bytes) -> bool:
    """Say whether an archive, or a record of one, begins with these bytes."""
    return data.startswith(_ARC) or _HEAD.match(data) is not None


def find_records(tape: Tape, limit: int) -> Iterator[RawRecord | BrokenRecord]:
    """Find the records that may hold a page, in order; what is broken is told and passed over.

    Args:
        tape: At the beginning of an archive.
        limit: The most bytes that a record may have.
    """
    at, lost = tape.at, False
    while True:
        try:
            if lost:
                _seek(tape)
                lost = False
            _pass_blank_lines(tape)
            at = tape.at
            record = _read_record(tape, limit)
        except BrokenDataError as error:
            yield BrokenRecord(at=error.at, reason=f"found packed data that are damaged ({error.reason})")
        except _NoRecordError as error:
            lost = True
            yield BrokenRecord(at=at, reason=str(error))
        else:
            if record is None:
                return
            if record.data:
                yield record


def _read_record(tape: Tape, limit: int) -> RawRecord | None:
    """Read the record that begins here: without data where it holds no page, None at the end of the archive."""
    at = tape.at
    head = _read_head(tape)
    if not head:
        return None
    if head.startswith(b"WARC/"):
        length, kind = _LENGTH.search(head), _TYPE.search(head)
        wanted = kind is not None and kind[1].lower() in _WITH_PAGES
    else:
        length, wanted = _ARC_LENGTH.search(head), not head.startswith(_ARC)
    if length is None:
        raise _NoRecordError("found a record without its length")
    size = int(length[1])
    if not wanted or size > limit:
        _check_end(tape, size)
        data = tape.read(min(size, _GLANCE)) if wanted else b""
        _skip(tape, size - len(data))
        return RawRecord(at=at, data=head + data if wanted else b"", whole=False)
    return RawRecord(at=at, data=head + _read_block(tape, size), whole=True)


def _read_head(tape: Tape) -> bytes:
    """Read the head of a record: of WARC the lines up to an empty one, of ARC one line; nothing at the end."""
    first = tape.peek(_LONGEST_HEAD)
    if not first:
        return tape.read(1)
    if not is_archive(first):
        raise _NoRecordError("found no record where one should begin")
    if not first.startswith(b"WARC/"):
        return tape.read_line(_LONGEST_HEAD)
    end, another = _HEAD_END.search(first), _NEXT_HEAD.search(first)
    if end is None or (another and another.end() < end.end()):
        tape.read_line(_LONGEST_HEAD)
        raise _NoRecordError("found a record whose head does not end")
    return tape.read(end.end())


def _read_block(tape: Tape, size: int) -> bytes:
    _check_ahead(tape, size, size)
    return tape.read(size)


def _check_end(tape: Tape, size: int) -> None:
    """Check, as far as that can be seen from here, that a block that is passed over ends where its length says."""
    left = tape.left()
    if left is None:
        _check_ahead(tape, size, min(size, _HELD))
    elif left < size:
        raise _cut_off(left, size)
    elif not _is_end(tape.look_behind(size)):
        raise _wrong_length(size)


def _check_ahead(tape: Tape, size: int, seen: int) -> None:
    # Its length may be wrong, and the next record in what would be taken for this one.
    ahead = tape.peek(seen + _LONGEST_HEAD)
    if len(ahead) < seen:
        tape.tell_break()
        raise _cut_off(len(ahead), size)
    if (seen == size and not _is_end(ahead[size:])) or tape.part_within(seen - 1) is not None:
        raise _wrong_length(size)


def _is_end(follows: bytes) -> bool:
    """Say whether a record may end before these bytes."""
    rest = follows.lstrip(b"\r\n")
    return follows.startswith(_END) or not rest or is_archive(rest)


def _cut_off(there: int, size: int) -> _NoRecordError:
    return _NoRecordError(f"found a record that is cut off after {there:,} of {size:,} bytes")


def _wrong_length(size: int) -> _NoRecordError:
    return _NoRecordError(f"found a record that does not end where its length says, {size:,} bytes")


def _skip(tape: Tape, size: int) -> None:
    passed = tape.skip(size)
    if passed < size:
        raise _NoRecordError(f"found a record that is cut off {size - passed:,} bytes before its end")


def _pass_blank_lines(tape: Tape) -> None:
    while (ahead := tape.peek(2)) and ahead[:1] in b"\r\n":
        tape.read(1)


def _seek(tape: Tape) -> None:
    """Go on to where a record seems to begin, or to the end; what is lost until there has been told."""
    size = _GLANCE  # where one record is broken, the next is mostly near
    while True:
        ahead = tape.peek(size)
        if is_archive(ahead):
            return
        if found := _NEXT_HEAD.search(ahead):
            tape.read(found.end())
        elif len(ahead) < size:
            tape.read(len(ahead))
            tape.pass_break()
            return
        elif size < _STEP:
            size *= 2
        else:
            # The head may be cut in two where we stop looking.
            tape.read(len(ahead) - _LONGEST_HEAD)
