"""What a ledger holds, as it lies there: for those who check it or read it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from newsledger.model import Record
from newsledger.store.entry import Kept, Reading
from newsledger.store.rows import Row

#: Takes a record apart again.
Take = Callable[[Record], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCapture:
    """A capture, and what was read out of it.

    Attributes:
        has_bytes: Its bytes should be there; ``kept.packed`` is None where they are not.
        article: Id of the article that it shows, None where it could not be read.
        text_sha256: Of that article's text, where this is the capture that the text was made from.
        made_by: JSON of what made that article's current reading.
        seen_at: The address at which the article was seen in this capture.
        seen_by: The version of newsledger that took the capture in.
    """

    kept: Kept
    has_bytes: bool
    article: str | None
    text_sha256: str | None
    made_by: str | None
    seen_at: str | None
    seen_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFailure:
    """What could not be read.

    Attributes:
        key: Of its capture, or of the failure itself where there were no bytes.
        address: Of its capture.
        has_bytes: Its bytes are kept, so that it can be read again.
        attempts: How often it was tried.
    """

    key: str
    url: str | None
    address: str | None
    room: str
    reason: str
    attempts: int
    has_bytes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReading:
    """A record, taken apart.

    Attributes:
        number: Of the reading.
        current: It is the current reading of the current version, the one that the rows tell.
        text: What its spans point into.
        row: Of its article; None for a reading of another text than the article has now.
    """

    article: str
    number: int
    current: bool
    digest: str
    made_by: str
    maker: str
    packed: bytes
    text: str
    row: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much a ledger holds, by table, and how many tombstones account for."""

    rows: Mapping[str, int]
    forgotten: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a version of an article that was forgotten, or (without an id) of failures.

    Attributes:
        counts: How many rows went with it, by table.
    """

    article: str | None
    text_sha256: str | None
    counts: Mapping[str, int]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A version that another maker read.

    Attributes:
        number: Of its article, by which the next ones are asked for.
        kept: The capture that it was read from, None where there is none.
    """

    number: int
    article: str
    kept: Kept | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """What a new reader made of the findings of one rule.

    Attributes:
        kind: actor, time, statement, event or expectation.
        rule: The rule that made them, or made what is gone; None for actors.
        changed: Findings of this rule that stood there before, and are another in some field.
        fields: Which, and how often.
    """

    kind: str
    rule: str | None
    added: int
    gone: int
    changed: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What was not saved.

    Attributes:
        what: ``article``: a version. ``reading``: an older reading of one that was saved. ``capture``: a page.
            ``correction``: what a person judged.
        name: By which it is known: its id, its address.
        why: What does not hold.
    """

    what: Literal["article", "reading", "capture", "correction"]
    name: str
    why: str
