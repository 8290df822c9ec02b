"""What something that is told across articles rests on."""

from dataclasses import dataclass

from newsledger.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of one article that a step of a life, or a tie, rests on.

    Attributes:
        article: The article's id.
        finding: Id of the expectation or event that the words belong to, or None.
        spans: The words, in that article's text.
    """

    article: str
    finding: str | None
    spans: tuple[Span, ...]
