"""Packs what a ledger holds, and unpacks what a file says that it holds, as far as memory is meant to go."""

import zlib

#: The most bytes of one value, packed or not; a file with a greater one is damaged, or somebody made it so.
LONGEST = 1 << 28
#: Of zlib: what more would save is not worth its time.
_LEVEL = 3


def pack(raw: bytes) -> bytes:
    """Pack bytes."""
    return zlib.compress(raw, _LEVEL)


def unpack_bytes(packed: bytes) -> bytes:
    """Undo ``pack``.

    Raises:
        ValueError: It was cut, or something else was packed, or so much that no ledger has it.
    """
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(packed, LONGEST)
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error
    if inflater.unconsumed_tail:
        raise ValueError(f"it is longer than {LONGEST:,} bytes")
    if not inflater.eof:
        raise ValueError("it ends too early")
    return raw
