"""The bytes of an answer as they come, unpacked piece by piece, so that none grows beyond its limit."""

import zlib
from collections.abc import Iterable

_PIECE = 1 << 16
_GZIP, _DEFLATE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS
#: What a further part of a packed body begins with; what else stands behind it is let go.
_MAGIC = b"\x1f\x8b"
_KNOWN = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _DEFLATE}


class BodyError(Exception):
    """A body that is not taken; the message says why."""


def read_body(pieces: Iterable[bytes], encoding: str, limit: int, *, is_cut: bool) -> bytes:
    """Take a body.

    Args:
        pieces: As they come.
        encoding: How it is packed, as the answer says.
        limit: The most bytes, packed or unpacked.
        is_cut: A longer one is cut there.

    Raises:
        BodyError: It is longer, or packed in a way that was not asked for, or not whole.
    """
    names = [name for part in encoding.split(",") if (name := part.strip().lower()) not in {"", "identity"}]
    if len(names) > 1 or (names and names[0] not in _KNOWN):
        raise BodyError(f"found an answer packed by {encoding[:40]!r}, expected gzip or nothing")
    found = bytearray()
    for piece in _unpacked(pieces, _KNOWN[names[0]]) if names else pieces:
        found += piece
        if len(found) > limit:
            if is_cut:
                return bytes(found[:limit])
            raise BodyError(f"found more than {limit:,} bytes, expected an answer of at most that")
    return bytes(found)


def _unpacked(pieces: Iterable[bytes], window: int) -> Iterable[bytes]:
    unpacking, begun, rest = zlib.decompressobj(window), False, b""
    try:
        for piece in pieces:
            rest += piece
            if not begun and rest and window == _DEFLATE and rest[0] & 0x0F != 8:
                # What is called deflate is often sent without its head.
                unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
            begun = begun or bool(rest)
            while rest and not (unpacking.eof and rest == _MAGIC[:1]):
                if unpacking.eof and not (window == _GZIP and rest.startswith(_MAGIC)):
                    return
                # A further part may begin with a piece, or in the middle of its first two bytes.
                unpacking = zlib.decompressobj(window) if unpacking.eof else unpacking
                yield from _unpack(unpacking, rest)
                rest = unpacking.unused_data
    except zlib.error as error:
        raise BodyError(f"found an answer whose packing is broken ({error})") from error
    if begun and not unpacking.eof:
        raise BodyError("found a packed answer that is cut off, expected it whole")


def _unpack(unpacking: "zlib._Decompress", packed: bytes) -> Iterable[bytes]:
    """Unpack a piece in smaller ones: a few bytes may hold megabytes."""
    while not unpacking.eof:
        found = unpacking.decompress(packed, _PIECE)
        yield found
        packed = unpacking.unconsumed_tail
        if not packed and len(found) < _PIECE:
            return
