"""Placeholder."""

from newsledger.events.rules import Rules
from newsledger.model import Actor, Annotated, Event, Statement, Timex


def find(
    doc: Annotated,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    rules: Rules,
) -> tuple[Event, ...]:
    """Find events."""
    return ()
