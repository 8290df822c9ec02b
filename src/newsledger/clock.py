"""A limit of processor time for one page, where it is read in the process that was asked."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newsledger.errors import PageError

# An error raised inside a finalizer or a callback of the garbage collector is swallowed by Python:
# the timer strikes again after so many seconds of processor time, until the error arrives.
_AGAIN = 0.05


@contextmanager
def processor_limit(seconds: float, url: str | None) -> Iterator[None]:
    """Stop what is read inside with a PageError when it has taken so much of the processor's time.

    What the machine does meanwhile does not count. There is no limit outside the main thread, nor on
    a system without interval timers: there the processes of ``newsledger add`` are what can be stopped.

    Args:
        seconds: Processor time, in seconds.
        url: The page's path or address, for the error.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    ended = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        if ended:
            return
        found = f"no end after {seconds:g} seconds of processor time"
        raise PageError(f"{url or 'the page'}: found {found}, expected a page that is read in that time.", url=url)

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            ended = True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
