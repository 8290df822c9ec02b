"""Placeholder."""

from newsledger.events.rules import Rules
from newsledger.model import Annotated, Event, PloverType, Span


def relation(
    doc: Annotated, events: tuple[Event, ...], rules: Rules, *, actor: Span, recipient: Span
) -> PloverType | None:
    """Say what the first span does to the second."""
    return None
