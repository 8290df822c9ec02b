"""Tells the outlet, its reporters and the agencies of a credit from those whom an article is about."""

import re
from collections.abc import Sequence

from newsledger.actors.rules import Entry
from newsledger.model import Annotated, Sentence

_CREDIT_MARKS = frozenset({"(", "/", "—", "–", "-", "--", "_"})
# "(Reporting by Anna Haverty; editing by Carl Lind)", "Photo: Anna Haverty/Agency", not "Reporting by the paper found".
_CREDIT = re.compile(
    r"""\W* (?: (?i: (?: additional\s | with\s )? (?: reporting | writing | editing | compiled | edited | written )
                     \s (?: and \s \w+ \s )? by \s )
             | (?i: (?: photos? | images? | video | picture | credit ) (?: \s credit )? (?: \s by \s | \s? [:/] \s? ) )
         ) [A-Z]""",
    re.VERBOSE,
)
_LONGEST_CREDIT = 250


class Outlets:
    """The names in an article that are its makers'."""

    def __init__(self, doc: Annotated) -> None:
        article = doc.article
        self._doc = doc
        self._names = {name.casefold() for name in (article.publisher, article.origin, *article.byline) if name}

    def has(self, words: Sequence[str]) -> bool:
        """Say whether these words name the outlet, the agency that the article is from, or one of its writers."""
        return bool(self._names) and " ".join(words).casefold() in self._names

    def is_silent(self, words: Sequence[str], start: int, end: int, entry: Entry) -> bool:
        """Say whether a listed name is the outlet itself, or an agency in a credit: "(Reuters)", "- AFP".

        Args:
            words: All words of the article.
            start: Where the name starts.
            end: The index after its last word.
            entry: What the lists say of it.
        """
        if self.has(words[start:end]) or entry.name.casefold() in self._names:
            return True
        if entry.sector != "JRN":
            return False
        before = words[start - 1] if start else ""
        after = words[end] if end < len(words) else "-"
        return before in _CREDIT_MARKS and (after == ")" or after[0] in _CREDIT_MARKS)

    def is_credit(self, sentence: Sentence) -> bool:
        """Say whether a sentence only tells who made the article: "Reporting by Anna Haverty"."""
        words = sentence.span.of(self._doc.text)
        return len(words) < _LONGEST_CREDIT and _CREDIT.match(words) is not None
