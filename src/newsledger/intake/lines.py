"""JSON Lines to Captures: texts, and records that ``read`` made."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.intake.found import Found, address_of_url, failed, place_in
from newsledger.intake.tape import BrokenDataError, Tape
from newsledger.model import Capture, Failure

#: ``read`` writes it first, so that a line need not be parsed to be known for a record.
_RECORD = re.compile(rb'\s*\{\s*"schema_version"\s*:')
#: Indented, as ``read --format json`` writes one record, or many.
_DOCUMENT = re.compile(rb'\s*(?:\[\s*)?\{\s*\n\s*"schema_version"\s*:')
# Half a letter, which JSON allows to be written and no text can hold; what stands for it is as long.
_LONE = re.compile("[\ud800-\udfff]")
_BOM = b"\xef\xbb\xbf"
_EXPECTED = "expected an object with 'text' (and 'published', 'url'), or a record that 'newsledger read' wrote"


def is_json_lines(first: bytes) -> bool:
    """Say whether a file begins with a JSON object that we can take, from its first bytes."""
    line, end, _ = first.removeprefix(_BOM).lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if _RECORD.match(first.removeprefix(_BOM)):
        return True
    # A first line that is longer than what we see of it cannot be parsed.
    found = _parse(line) if end else None
    return "text" in found if isinstance(found, dict) else re.search(rb'"text"\s*:\s*"', line) is not None


def is_document(first: bytes) -> bool:
    """Say whether a file holds an indented record, or an array of them."""
    return _DOCUMENT.match(first.removeprefix(_BOM)) is not None


def read_document(data: bytes, file: str) -> Iterator[Found | Failure]:
    """Take the records of an indented file."""
    tree = _parse(data.removeprefix(_BOM))
    if tree is None:
        yield failed(file, f"found an indented record that is not whole, {_EXPECTED}")
        return
    for record in tree if isinstance(tree, list) else [tree]:
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
        yield Found(capture=Capture(data=line, kind="record"), address=None, place=file)


def read_lines(
    tape: Tape, file: str, limit: int, published: str | None, *, before: int = 0, count: int | None = None
) -> Iterator[Found | Failure]:
    """Read the lines of a file; a line that holds nothing to take is a Failure, and the others go on.

    Args:
        tape: At the beginning of a line.
        file: Its name.
        limit: The most bytes that a line may have.
        published: The date of texts that have none of their own.
        before: How many lines stand before it.
        count: How many are read, empty ones too; None for all.
    """
    number, line = before, b" "
    while line and (count is None or number < before + count):
        number += 1
        place = place_in(file, line=number)
        try:
            line = tape.read_line(limit + 1)
            if len(line) > limit:
                _pass_line(tape, line)
                yield failed(place, f"found a line of more than {limit:,} bytes, expected one of at most that")
            elif line.strip():
                yield _read_line(line, place, published)
        except BrokenDataError as error:
            yield failed(place, f"found packed data that are damaged ({error.reason}), expected them whole")


def _pass_line(tape: Tape, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = tape.read_line(1 << 16)


def _read_line(line: bytes, place: str, day: str | None) -> Found | Failure:
    line = line.removeprefix(_BOM).strip()
    if _RECORD.match(line):
        return Found(capture=Capture(data=line, kind="record"), address=None, place=place)
    fields = _parse(line)
    if not isinstance(fields, dict):
        return failed(place, f"found no JSON object, {_EXPECTED}")
    if "schema_version" in fields:
        return Found(capture=Capture(data=line, kind="record"), address=None, place=place)
    text, url = fields.pop("text", None), fields.pop("url", None)
    if not isinstance(text, str) or not text.strip():
        return failed(place, f"found no text, {_EXPECTED}")
    if not isinstance(url, str | None):
        return failed(place, "found an 'url' that is no text, expected an address or null")
    try:
        published = fields.pop("published", None)
        capture = Capture(
            data=_LONE.sub("\ufffd", text),
            kind="text",
            url=url if url and url.strip() else None,
            published=published or day,
            notes=_notes(fields),
        )
    except (ValueError, AttributeError):
        return failed(place, f"found published={str(published)[:40]!r}, expected an ISO date such as 2017-01-21")
    return Found(capture=capture, address=address_of_url(capture.url) if capture.url else None, place=place)


def _notes(fields: Mapping[str, Any]) -> dict[str, str]:
    """Keep further fields as text, as JSON where they are none."""
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in fields.items()
    }


def _parse(line: bytes) -> Any:
    """Parse a line, None where it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
