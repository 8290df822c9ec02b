"""Placeholder."""

from newsledger.model import Annotated, Article, Timex
from newsledger.times.rules import Rules


def find(doc: Annotated, rules: Rules) -> tuple[Timex, ...]:
    """Find expressions."""
    return ()


def date_article(doc: Annotated, found: tuple[Timex, ...], rules: Rules) -> Article:
    """Date the article."""
    return doc.article


def resolve(doc: Annotated, found: tuple[Timex, ...], rules: Rules) -> tuple[Timex, ...]:
    """Resolve."""
    return found
