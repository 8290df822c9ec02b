"""What is made of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Files, in the order in which they are written: what others of them lead to comes first.

    Attributes:
        entry: What a search has of it; () for nothing.
    """

    files: tuple[tuple[str, bytes], ...]
    entry: tuple[str, ...] = ()
