"""How far a run over many pages is, on standard error."""

import sys
from dataclasses import dataclass

import click

from newsledger.model import Failure, Record
from newsledger.show import numbers, phrases, shown

_WIDTH = 30
_CLEAR = "\r\x1b[K"


@dataclass(slots=True, kw_only=True)
class Progress:
    """Talks to the person who waits: a bar where they watch and see nothing else, what goes wrong, and the sum.

    Attributes:
        total: How many pages there are.
        drawn: Draw a bar: standard error is a terminal, and standard output is not.
    """

    total: int
    drawn: bool
    read: int = 0
    failed: int = 0
    statements: int = 0
    events: int = 0
    expectations: int = 0

    @classmethod
    def begin(cls, total: int) -> "Progress":
        """Begin a run over so many pages; a bar for one page would be gone before it is seen."""
        return cls(total=total, drawn=total > 1 and sys.stderr.isatty() and not sys.stdout.isatty())

    def record(self, record: Record) -> None:
        """Count a page that was read."""
        self.read += 1
        statements, events, expectations = numbers(record)
        self.statements += statements
        self.events += events
        self.expectations += expectations
        found = _nothing_found(record)
        if found:
            self.say(f"{record.article.url or 'standard input'}: {found}")
        self._draw()

    def failure(self, failure: Failure) -> None:
        """Tell of a page that could not be read."""
        self.failed += 1
        where = failure.url or "standard input"
        reason = failure.reason.removeprefix(f"{where}: ").removeprefix("the page: ")
        self.say(f"{where}: {reason} ({failure.room})")
        self._draw()

    def say(self, message: str) -> None:
        """Write a line; the bar makes room for it."""
        click.echo((_CLEAR if self.drawn else "") + shown(message), err=True)

    def end(self) -> None:
        """Say how it went, where there was more than one page."""
        if self.total > 1:
            counts = ((self.statements, "statement"), (self.events, "event"), (self.expectations, "expectation"))
            told = ", ".join(phrases.count(number, thing) for number, thing in counts)
            self.say(f"{self.read:,} of {phrases.count(self.read + self.failed, 'page')} read: {told}")

    def _draw(self) -> None:
        if self.drawn:
            done = self.read + self.failed
            bar = "█" * (_WIDTH * done // max(self.total, done, 1))
            click.echo(f"{_CLEAR}{bar:░<{_WIDTH}} {done:,} of {self.total:,}", err=True, nl=False)


def _nothing_found(record: Record) -> str | None:
    """Say why a record has no findings, where the page was the reason."""
    article = record.article
    if record.sentences:
        return None
    if article.language and article.language.split("-")[0] != "en":
        told = "kept the article without findings, which need a model for it"
        return f"found the language {article.language}, expected en; {told}"
    return "found menus and notices only, expected an article; kept them without findings"
