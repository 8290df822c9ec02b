"""How far adding is, on standard error: a bar, what fails, and the sum."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import click

from newsledger.cli.ending import code_of
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.intake import Meter
from newsledger.ledger.summary import Summary
from newsledger.show import json_line, shown
from newsledger.store import Outcome, Place, without_password

_WIDTH = 30
_CLEAR = "\r\x1b[K"
#: Reasons that are told in the sum; the others, `failures` lists.
_MOST_REASONS = 8


@dataclass(slots=True, kw_only=True)
class AddProgress:
    """Tells of outcomes as they become safe.

    Attributes:
        form: ``jsonl``: a line on standard output for each.
        drawn: Draw a bar; somebody watches.
        meter: How many bytes of the sources have been read.
        total: How many there are, 0 where that is not known.
    """

    form: Literal["jsonl"] | None
    drawn: bool
    meter: Meter
    total: int
    began: float = field(default_factory=time.monotonic)
    drawn_at: float = 0
    summary: Summary = field(default_factory=Summary)

    def tell(self, outcome: Outcome) -> None:
        """Tell of one outcome."""
        self.summary.count(outcome)
        if self.form == "jsonl":
            click.echo(json_line(outcome))
        elif outcome.what == "failed":
            where = outcome.url or "standard input"
            self.say(f"{where}: {(outcome.reason or '').removeprefix(f'{where}: ')}")
        now = time.monotonic()
        if self.drawn and now - self.drawn_at > 0.1:
            self.drawn_at = now
            click.echo(_CLEAR + self._bar(now - self.began), err=True, nl=False)

    def waits(self, message: str) -> None:
        """Say what goes on where nothing more is told of, in place of the bar."""
        if self.drawn:
            click.echo(_CLEAR + message, err=True, nl=False)

    def say(self, message: str) -> None:
        """Write a line; the bar makes room for it."""
        click.echo((_CLEAR if self.drawn else "") + shown(message), err=True)

    @contextmanager
    def told(self, ledger: Place) -> Iterator[None]:
        """Say at the end of a block what came of it all, however it ends, and leave with the exit code for that."""
        try:
            yield
        except KeyboardInterrupt as stop:
            self.say("stopped; add the same again to go on")
            self._end(ledger)
            raise SystemExit(code_of(stop)) from None
        except NewsledgerError as error:
            if self.summary.counts:
                self._end(ledger)
            raise click.ClickException(str(error)) from error
        self._end(ledger)
        if self.summary.failed:
            raise SystemExit(1)

    def _end(self, ledger: Place) -> None:
        seconds = time.monotonic() - self.began
        rate = self.summary.counts.total() / max(seconds, 0.001)
        self.say(f"{self.summary.told()}; {duration(seconds)}, {rate:,.1f} a second")
        reasons = list(self.summary.failures())
        for number, reason in reasons[:_MOST_REASONS]:
            tell(f"{number:>8,} × {reason}")
        if reasons:
            place = without_password(ledger)
            tell(f"'newsledger failures --ledger {place}' lists what failed; with --retry it tries again")

    def _bar(self, seconds: float) -> str:
        done = self.summary.counts.total()
        rate = f"{done:,}, {done / max(seconds, 0.001):,.1f} a second"
        if not self.total:
            return rate
        share = min(self.meter.passed / self.total, 1)
        left = f", {duration(seconds / share - seconds)} left" if share else ""
        return f"{'█' * int(_WIDTH * share):░<{_WIDTH}} {rate}{left}"


def watched() -> bool:
    """Say whether somebody watches who sees nothing else."""
    return sys.stderr.isatty() and not sys.stdout.isatty()


def now() -> str:
    """Give the time, for the ledger's list of runs."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def duration(seconds: float) -> str:
    """Say how long something takes: ``3 min 20 s``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
