"""How a command ends that cannot go on: one line on standard error, and an exit code that says so."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from newsledger.cli.ending.streams import refuse_other_letters, take_closed_streams
from newsledger.errors import NewsledgerError
from newsledger.show import shown

#: What a shell says of a program that a signal ended: 128 and the signal's number.
_ENDED = 128
#: A signal that arrives just before a call that waits (for a pipe, say) is not heard until something
#: interrupts that call: every so many seconds, an alarm does.
_LISTENING = 1.0
_ALARM: int | None = getattr(signal, "SIGALRM", None)  # Windows has none
#: What a stream says that takes no more.
_UNWRITTEN = (errno.EBADF, errno.EFBIG, errno.EIO, errno.ENOSPC)


class StoppedError(KeyboardInterrupt):
    """A signal asked us to end.

    Args:
        number: Which.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def code_of(stop: KeyboardInterrupt) -> int:
    """Give the exit code of a command that was stopped."""
    return _ENDED + (stop.number if isinstance(stop, StoppedError) else signal.SIGINT)


@contextmanager
def told_ends() -> Iterator[None]:
    """Say in one line what ends a command, as long as the block lasts: a signal, a full disk, no memory."""
    take_closed_streams()
    refuse_other_letters()
    handlers = _listen()
    try:
        yield
    except KeyboardInterrupt as stop:
        end(code_of(stop), "stopped")
    except MemoryError:
        end(1, "Error: found no memory left; close other programs, or give it fewer --jobs and smaller pages")
    except NewsledgerError as error:
        end(1, f"Error: {error}")
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        place = error.filename
        if place is None:  # as of a write to standard output, or of a process that cannot be started
            place = "standard output cannot be written" if error.errno in _UNWRITTEN else "the system refuses"
        end(1, f"Error: {place}: {error.strerror or error}")
    finally:
        _stop_listening(handlers)


def end(code: int, message: str) -> NoReturn:
    """Say why, and leave; what still waits to be written to where nothing can be written is let go."""
    with suppress(OSError, ValueError):
        click.echo(shown(message), err=True)
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(code)


def _listen() -> dict[int, signal.Handlers | int | None]:
    """End in order when asked to, once; give the handlers as they were."""
    before: dict[int, signal.Handlers | int | None] = {}

    def stop(number: int, _: FrameType | None) -> NoReturn:
        for one in before:
            signal.signal(one, signal.SIG_IGN)  # we are about to end: a second one would only cut that short
        raise StoppedError(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(ValueError):  # only the main thread hears of signals
            known = signal.getsignal(number)
            if known in {signal.SIG_DFL, signal.default_int_handler}:
                signal.signal(number, stop)
                before[number] = known  # type: ignore[assignment]  # typeshed leaves out None and lambdas
    if before and _ALARM is not None and signal.getsignal(_ALARM) is signal.SIG_DFL:
        before[_ALARM] = signal.signal(_ALARM, lambda *_: None)  # type: ignore[assignment]  # typeshed leaves out None and lambdas
        signal.setitimer(signal.ITIMER_REAL, _LISTENING, _LISTENING)
    return before


def _stop_listening(handlers: dict[int, signal.Handlers | int | None]) -> None:
    """Put back the handlers that there were."""
    if _ALARM in handlers:
        signal.setitimer(signal.ITIMER_REAL, 0)
    for number, handler in handlers.items():
        signal.signal(number, handler)
