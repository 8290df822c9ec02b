"""What is kept of a capture: its bytes, and its record as rows. Pure, so that it is made beside the reading."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import msgspec

from newsledger import codec
from newsledger.errors import StoreError
from newsledger.model import Capture, Failure, Record, content_id
from newsledger.store.packing import LONGEST, LONGEST_RECORD, pack, unpack_bytes
from newsledger.store.rows import Row, article_row, finding_rows

_RECORDS = msgspec.json.Decoder(Record)
#: What `take_apart` leaves of the text.
_NO_TEXT = b'"text":null'


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture as the ledger keeps it.

    Attributes:
        key: Hash of all that the reader is given: bytes, address, kind, media type and date.
        packed: The bytes, by zlib; None where only their hash is kept.
        address: Where it came from, as one address for every way of writing it; None where unknown.
        notes: The user's own fields, as JSON.
    """

    key: str
    sha256: str
    size: int
    packed: bytes | None
    address: str | None
    url: str | None
    kind: str
    media_type: str | None
    published: str | None
    fetched_at: str | None
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A record, taken apart.

    Attributes:
        made_by: JSON of what made it.
        packed: zlib of the record's JSON without its text and without ``made_by``.
        findings: Rows by table, in the order in which they may be put; none has its article's number.
    """

    article: Row
    digest: str
    made_by: str
    packed: bytes
    findings: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is put into the ledger at once: a capture, and what came of reading it."""

    kept: Kept | None
    outcome: Reading | Failure


def keep(capture: Capture, *, address: str | None, with_bytes: bool = True) -> Kept:
    """Make what is kept of a capture.

    Args:
        capture: The page.
        address: Its address in the ledger, such as ``file:///…`` for a path; None where it has none.
        with_bytes: Keep the bytes, not only their hash.
    """
    raw = raw_bytes(capture)
    return Kept(
        key=capture_key(capture, address),
        sha256=capture.sha256,
        size=len(raw),
        packed=pack(raw) if with_bytes and len(raw) <= LONGEST else None,
        address=address,
        url=capture.url,
        kind=capture.kind if isinstance(capture.data, bytes) else f"{capture.kind}/decoded",
        media_type=capture.media_type,
        published=str(capture.published) if capture.published else None,
        fetched_at=capture.fetched_at.isoformat() if capture.fetched_at else None,
        notes=json.dumps(dict(capture.notes), ensure_ascii=True, sort_keys=True),
    )


def restore(kept: Kept) -> Capture:
    """Make the capture again of what ``keep`` made of it.

    Raises:
        StoreError: Its bytes are not there, or are not those of its hash.
    """
    if kept.packed is None:
        raise StoreError(f"{_told(kept)} are not there")
    try:
        raw = unpack_bytes(kept.packed)
    except ValueError as error:
        raise StoreError(f"{_told(kept)} cannot be unpacked ({error}); restore them from a backup") from error
    found = hashlib.sha256(raw).hexdigest()
    if found != kept.sha256 or len(raw) != kept.size:
        raise StoreError(f"{_told(kept)} have the sha256 {found[:12]}…, expected {kept.sha256[:12]}…")
    try:
        return _capture(kept, raw)
    except (ValueError, TypeError, AttributeError) as error:
        raise StoreError(
            f"what stands beside {_told(kept)} cannot be read ({error}); restore it from a backup"
        ) from error


def _capture(kept: Kept, raw: bytes) -> Capture:
    kind, _, form = kept.kind.partition("/")
    return Capture(
        data=raw.decode("utf-8", "surrogatepass") if form else raw,
        url=kept.url,
        fetched_at=datetime.fromisoformat(kept.fetched_at) if kept.fetched_at else None,
        media_type=kept.media_type,
        published=kept.published,
        notes=json.loads(kept.notes),
        kind="text" if kind == "text" else "page",
        sha256=kept.sha256,
    )


def _told(kept: Kept) -> str:
    return f"the bytes of {kept.url or kept.sha256[:12]}"


def capture_key(capture: Capture, address: str | None) -> str:
    """Hash all that the reader is given, so that the same capture is known when it comes again."""
    parts = (address or capture.url, capture.kind, capture.media_type, capture.published)
    # What a feed says of a page is evidence for it, as a date that somebody gave.
    told = [f"{name}={value}" for name, value in sorted(capture.notes.items()) if name.startswith("feed:")]
    return content_id("capture", capture.sha256, *(str(part) for part in parts), *told)


def raw_bytes(capture: Capture) -> bytes:
    """Give a capture's bytes, also of one that came decoded."""
    return capture.data if isinstance(capture.data, bytes) else capture.data.encode("utf-8", "surrogatepass")


def take_apart(
    record: Record,
    *,
    settled: Mapping[str, str],
    aliases: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Reading:
    """Turn a record into rows.

    Args:
        record: A whole record.
        settled: What would settle each expectation, as a sentence, by its id.
        aliases: Other names of those whom the lists know, by their keys; by these, too, they may be asked for.
    """
    # Without the words of its spans, which are cut from the text when they are wanted.
    tree: dict[str, Any] = msgspec.to_builtins(record)
    tree["article"]["text"] = None
    made_by = codec.dump(tree.pop("made_by"), sort_keys=True)
    return Reading(
        article=article_row(record.article),
        digest=record.digest,
        made_by=made_by,
        packed=pack(_encode(tree)),
        findings=finding_rows(record, settled, aliases),
    )


def _encode(tree: dict[str, Any]) -> bytes:
    try:
        return msgspec.json.encode(tree)
    except UnicodeEncodeError:  # lone surrogates, which a broken page may hold
        return codec.dump(tree).encode()


def put_together(packed: bytes, made_by: str, text: str) -> Record:
    """Make the record again of what ``take_apart`` made of it.

    Its digest is the one that it had; whether that is true, ``verify`` says.

    Raises:
        StoreError: It is none.
    """
    try:
        # Straight from JSON to the record, which is three times as fast as by dicts.
        raw = unpack_bytes(packed, LONGEST_RECORD).replace(_NO_TEXT, b'"text":""', 1)
        record = _RECORDS.decode(b'%b,"made_by":%b}' % (raw[:-1], made_by.encode()))
        return replace(record, article=replace(record.article, text=text))
    except (ValueError, msgspec.MsgspecError, TypeError, AttributeError) as error:
        raise StoreError(f"found a record of another form ({error}); restore it from a backup") from error


def unpack(packed: bytes, made_by: str) -> dict[str, Any]:
    """Give the JSON of a record that ``take_apart`` packed, as it was written there: without its text.

    Raises:
        StoreError: It is none.
    """
    try:
        tree = json.loads(unpack_bytes(packed, LONGEST_RECORD))
        return {**tree, "made_by": json.loads(made_by)}
    except (ValueError, TypeError, RecursionError) as error:
        raise StoreError(f"found a record that cannot be unpacked ({error}); restore it from a backup") from error
