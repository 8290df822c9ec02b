"""Packs what a ledger holds, and unpacks what a file says that it holds, as far as memory is meant to go."""

import zlib

#: The most bytes of one value, packed or not; a file with a greater one is damaged, or somebody made it so.
LONGEST = 1 << 28
#: The most bytes of a record, which is kept without its text: a page has at most some 50,000 words.
LONGEST_RECORD = 1 << 26
#: Of zlib: what more would save is not worth its time.
_LEVEL = 3


def pack(raw: bytes) -> bytes:
    """Pack bytes."""
    return zlib.compress(raw, _LEVEL)


def unpack_bytes(packed: bytes, most: int = LONGEST) -> bytes:
    """Undo ``pack``.

    Args:
        packed: What ``pack`` gave.
        most: The most bytes that there may be.

    Raises:
        ValueError: It was cut, or something else was packed, or so much that no ledger has it.
    """
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(packed, most)
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
    if inflater.unconsumed_tail:
        raise ValueError(f"it is longer than {most:,} bytes")
    if not inflater.eof:
        raise ValueError("it ends too early")
    return raw


def pack_text(text: str) -> bytes:
    """Pack a text that a reading points into and its article has no longer."""
    return pack(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """Undo ``pack_text``; of something else comes no text."""
    try:
        return unpack_bytes(packed).decode("utf-8", "surrogatepass")
    except ValueError:
        return ""
