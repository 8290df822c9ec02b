"""How long what fails is left alone: ever longer, and a day at most."""

from datetime import datetime, timedelta

from newsledger.watch.manners.rhythm import LONGEST, SHORTEST

_DOUBLINGS = 8


def later_after_failure(
    now: datetime, failures: int, *, rhythm: int | None = None, asked: int | None = None
) -> datetime:
    """Say when something that failed is asked again.

    Args:
        now: When it failed.
        failures: How often it has failed in a row, with this time.
        rhythm: The seconds between two looks while it did not fail.
        asked: How many seconds the host asks to be left alone.
    """
    wait = max(rhythm or SHORTEST, SHORTEST) * 2 ** min(max(failures - 1, 0), _DOUBLINGS)
    return now + timedelta(seconds=max(min(wait, LONGEST), asked or 0))
