import signal
import time

import pytest

from newsledger.clock import processor_limit
from newsledger.errors import PageError


def _spin(seconds: float) -> None:
    """Take so much of the processor's time, unless stopped."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def _swallow_the_first_strike() -> None:
    """Lose an error as Python does where it is raised in a finalizer or a callback of its collector."""
    with pytest.raises(PageError):
        _spin(5)
    _spin(5)


def test_a_strike_that_is_swallowed_is_followed_by_another() -> None:
    with pytest.raises(PageError, match=r"page: found no end after 0\.05 seconds"), processor_limit(0.05, "page"):
        _swallow_the_first_strike()


def test_nothing_strikes_after_the_end() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with processor_limit(0.05, None):
        pass

    _spin(0.3)

    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
