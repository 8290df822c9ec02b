"""Placeholder."""

from newsledger.model import Annotated, Candidate, Statement, Timex
from newsledger.statements.rules import Rules


def find(
    doc: Annotated, mentions: tuple[Candidate, ...], times: tuple[Timex, ...], rules: Rules
) -> tuple[Statement, ...]:
    """Find statements."""
    return ()
