"""How far a run is, on standard error."""

import time
from dataclasses import dataclass, field

import click

from newsledger.cli.adding.progress import duration
from newsledger.scale.run import Run, Step
from newsledger.show import phrases, shown

_CLEAR = "\r\x1b[K"
#: Seconds between two lines where nobody watches: a log of a night should not be a book.
_SELDOM = 60.0
_DONE = {"pages": "looked at", "records": "read"}
_WORDS = {
    "read": "read",
    "without_findings": "without findings (another language, or no article)",
    "mirrors": "said by an earlier page",
    "failed": "failed",
}


@dataclass(slots=True, kw_only=True)
class Told:
    """Tells of steps: in one line that is drawn anew, or now and then in a line of its own.

    Attributes:
        drawn: Somebody watches.
    """

    drawn: bool
    began: dict[str, float] = field(default_factory=dict)
    start: float = field(default_factory=time.monotonic)
    told_at: float = 0

    def step(self, step: Step) -> None:
        """Tell of one step, where it is time for it."""
        now = time.monotonic()
        self.began.setdefault(step.stage, self.start if step.stage == "pages" else now)
        if now - self.told_at < (0.1 if self.drawn else _SELDOM):
            return
        self.told_at = now
        line = _line(step, now - self.began[step.stage])
        click.echo(_CLEAR + line if self.drawn else line, err=True, nl=not self.drawn)

    def clear(self) -> None:
        """Make room for a line."""
        if self.drawn:
            click.echo(_CLEAR, err=True, nl=False)

    def end(self, outcome: Run) -> str:
        """Say what came of it all."""
        told = ", ".join(f"{outcome.counts[what]:,} {words}" for what, words in _WORDS.items() if outcome.counts[what])
        if outcome.lost:
            return shown(f"{phrases.count(len(outcome.lost), 'shard')} missing")
        if not outcome.is_new:
            return f"nothing to do: {told or 'no pages'}"
        return f"{told or 'no pages'}; {duration(time.monotonic() - self.start)}"


def _line(step: Step, seconds: float) -> str:
    new = step.done - step.again
    rate = new / max(seconds, 0.001)
    of_all = f" of {step.total:,}" if step.total else ""
    left = f", {duration((step.total - step.done) / rate)} left" if step.total and rate else ""
    return f"{step.done:,}{of_all} pages {_DONE[step.stage]}, {rate:,.1f} a second{left}"
