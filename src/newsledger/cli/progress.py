"""How far a run over many pages is, on standard error."""

import sys
import threading
import time
from dataclasses import dataclass, field

import click

from newsledger.model import Failure, Record
from newsledger.show import numbers, phrases, shown

_WIDTH = 30
# Seconds until a bar is drawn.
_PATIENCE = 1.0
_CLEAR = "\r\x1b[K"


@dataclass(slots=True, kw_only=True)
class Progress:
    """Talks to the person who waits: a bar where they watch and see nothing else, what goes wrong, and the sum.

    Attributes:
        total: How many pages there are.
        drawn: Draw a bar: standard error is a terminal. It comes after a second: of what is quicker nobody waits.
    """

    total: int
    drawn: bool
    read: int = 0
    failed: int = 0
    statements: int = 0
    events: int = 0
    expectations: int = 0
    began: float = field(default_factory=time.monotonic)
    first: threading.Timer | None = None

    @classmethod
    def begin(cls, total: int) -> "Progress":
        """Begin a run over so many pages."""
        progress = cls(total=total, drawn=sys.stderr.isatty())
        if progress.drawn:
            # The model's loading and a long first page are waited for, too.
            progress.first = threading.Timer(_PATIENCE, progress._draw)
            progress.first.daemon = True
            progress.first.start()
        return progress

    def make_room(self) -> None:
        """Take the bar away before something is written on the same screen."""
        if self.first is not None:
            self.first.cancel()
        if self.drawn and self._is_awaited():
            click.echo(_CLEAR, err=True, nl=False)

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
        self.make_room()
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
        self.make_room()
        if self.total > 1:
            counts = ((self.statements, "statement"), (self.events, "event"), (self.expectations, "expectation"))
            told = ", ".join(phrases.count(number, thing) for number, thing in counts)
            self.say(f"{self.read:,} of {phrases.count(self.read + self.failed, 'page')} read: {told}")

    def _draw(self) -> None:
        if self.drawn and self._is_awaited():
            done = self.read + self.failed
            bar = "█" * (_WIDTH * done // max(self.total, done, 1))
            click.echo(f"{_CLEAR}{bar:░<{_WIDTH}} {done:,} of {self.total:,}", err=True, nl=False)

    def _is_awaited(self) -> bool:
        return time.monotonic() - self.began >= _PATIENCE


def _nothing_found(record: Record) -> str | None:
    """Say why a record has no findings, where the page was the reason."""
    article = record.article
    if record.sentences:
        return None
    if article.language and article.language.split("-")[0] != "en":
        told = "kept the article without findings, which need a model for it"
        return f"found the language {article.language}, expected en; {told}"
    return "found menus and notices only, expected an article; kept them without findings"
