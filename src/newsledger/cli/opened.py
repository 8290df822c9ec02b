"""Opens a ledger for a command; what lies in the file and in no ledger is told in one line, as damage."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from newsledger.errors import StoreError
from newsledger.store import DAMAGED, Place, Store, open_ledger

_log = logging.getLogger(__name__)
#: What comes of words, codes and numbers that no reader wrote. Not any ``ValueError``: questions raise that, too.
_ODD = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    UnicodeDecodeError,
    json.JSONDecodeError,
)


@contextmanager
def opened(ledger: Place, *, new: bool = False) -> Iterator[Store]:
    """Open a ledger.

    Args:
        ledger: The file.
        new: Make it where it is not there.

    Raises:
        StoreError: It cannot be opened, or holds what no ledger holds.
    """
    with open_ledger(ledger, new=new) as store, explained(_ODD):
        yield store


@contextmanager
def explained(kinds: tuple[type[Exception], ...] = (*_ODD, ValueError)) -> Iterator[None]:
    """Tell errors of some kinds as damage of a ledger: one that was written by this program gives none.

    Raises:
        StoreError: There was one.
    """
    try:
        yield
    except kinds as error:
        _log.debug("a ledger holds something odd", exc_info=True)
        found = " ".join(f"{type(error).__name__} {error}".split())
        raise StoreError(f"found in the ledger what none holds ({found}); {DAMAGED}") from error
