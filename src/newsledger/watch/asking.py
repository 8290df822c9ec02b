"""One question to a host, and its answer: what the rest of this room knows of the network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for.

    Attributes:
        etag: The validators of what is there already: where it is still that, the answer is 304.
        limit: The most bytes of an answer, unpacked.
        is_cut: A longer answer is cut there, and not refused.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    limit: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came.

    Attributes:
        status: None where there was no answer, or none within the limits.
        headers: Their names in small letters.
        reason: Why there was none.
        is_refused: The address was not asked at all: it is none that may be.
    """

    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    reason: str | None = None
    is_refused: bool = False


#: Asks; it never raises, and it follows no redirect: each step is a question of its own.
Fetch = Callable[[Question], Answer]
