"""Placeholder."""

from newsledger.model import Actor, Annotated, Event, Expectation, Statement, Timex
from newsledger.outlook.rules import Rules


def find(
    doc: Annotated,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    events: tuple[Event, ...],
    rules: Rules,
) -> tuple[Expectation, ...]:
    """Find expectations."""
    return ()
