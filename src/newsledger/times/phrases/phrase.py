"""Words that say when, before anything is known of the days that they mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.model import Span
from newsledger.times.scan import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that say when, not yet resolved.

    Attributes:
        build: Which reading gives them a value.
        parts: The words by the names that the pattern gives them.
        first: Index of the first token.
        last: Index of the last token.
        rule: The pattern and the lexicon rows that made it, joined by ``+``.
    """

    span: Span
    build: str
    parts: Mapping[str, tuple[Word, ...]]
    first: int
    last: int
    rule: str

    def value(self, name: str) -> str | None:
        """Give what the first word of a part stands for, None where there is no such part."""
        words = self.parts.get(name)
        return words[0].value if words else None

    def words(self, name: str) -> tuple[Word, ...]:
        """Give all words of a part."""
        return self.parts.get(name, ())
