"""Limits for one page: of processor time, and, where that is of no use, of time."""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager

from newsledger.clock import processor_limit

#: A library that does not come back cannot be stopped by Python; its process ends after so many times the limit.
_TIMES = 4


@contextmanager
def page_limit(seconds: float, url: str | None) -> Iterator[None]:
    """Stop a page that takes too long, with a PageError or, where that is not heard, by the end of the process.

    Args:
        seconds: Processor time.
        url: The page's address, for the error.
    """
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - what is told of it, the journal tells
        faulthandler.dump_traceback_later(_TIMES * seconds, exit=True, file=nowhere)
        try:
            with processor_limit(seconds, url):
                yield
        finally:
            faulthandler.cancel_dump_traceback_later()
