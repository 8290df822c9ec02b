"""The commands that ask a ledger."""

from newsledger.cli.questions.actors import actors
from newsledger.cli.questions.events import events
from newsledger.cli.questions.outlook import outlook
from newsledger.cli.questions.search import search
from newsledger.cli.questions.statements import statements

__all__ = ["actors", "events", "outlook", "search", "statements"]
