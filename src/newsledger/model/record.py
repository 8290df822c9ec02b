"""All that was found on one page, or why nothing was."""

from dataclasses import dataclass

from newsledger.model.actor import Actor
from newsledger.model.article import Article
from newsledger.model.event import Event
from newsledger.model.expectation import Expectation
from newsledger.model.span import Span
from newsledger.model.statement import Statement
from newsledger.model.timex import Timex

#: 1: as it was first; 2: with confidence and its reasons.
SCHEMA_VERSION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made a record, so that it can be made again.

    Attributes:
        model: Name of the language pipeline.
        model_sha256: Digest of its weights and settings.
        lexicons: Digest of each lexicon by name.
        user_files: Digest of each file that the user added, and of a second pipeline, by name.
    """

    version: str
    model: str
    model_version: str
    model_sha256: str
    lexicons: dict[str, str]
    user_files: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one page says: an article and its findings, each in text order.

    Attributes:
        sentences: The sentences that were read.
        digest: sha256 of the record's canonical JSON without this field; the codec makes it.
    """

    schema_version: int
    article: Article
    sentences: tuple[Span, ...]
    actors: tuple[Actor, ...]
    times: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    expectations: tuple[Expectation, ...]
    made_by: MadeBy
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page that could not be read, as a value, so that a batch goes on.

    Attributes:
        room: Where it failed: ``intake``, ``page``, ``language`` …
        reason: What was found, what was expected and what to do.
    """

    url: str | None
    sha256: str | None
    room: str
    reason: str
