"""Placeholder."""

from newsledger.actors.rules import Rules
from newsledger.model import Actor, Annotated, Candidate, Statement


def find_mentions(doc: Annotated, rules: Rules) -> tuple[Candidate, ...]:
    """Find mentions."""
    return ()


def link(
    doc: Annotated, mentions: tuple[Candidate, ...], statements: tuple[Statement, ...], rules: Rules
) -> tuple[Actor, ...]:
    """Link mentions to actors."""
    return ()


def name_sources(statements: tuple[Statement, ...], actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """Give each statement the id of the actor who says it."""
    return statements
