"""Brings in what stands at addresses that ``newsledger add`` is given."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from newsledger.cli.watching.network import NetworkOptions
from newsledger.intake import Found
from newsledger.model import Failure
from newsledger.store import Store

#: Gives what stands at an address, for a ledger that may have some of it.
Visitor = Callable[[str, Store], Iterator[Found | Failure]]


def is_address(source: str) -> bool:
    """Say whether a source is an address of the web; a file of such a name would be ``./http:…``."""
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def visiting(sources: Iterable[str], network: NetworkOptions, limit: int) -> Iterator[Visitor]:
    """Have what visits addresses; where none is among the sources, nothing is loaded for it.

    Raises:
        NewsledgerError: The extra is not installed.
    """
    if not any(map(is_address, sources)):
        yield _nobody
        return
    with closing(network.fetcher()) as fetcher:
        from newsledger.pipeline import load_page_rules  # noqa: PLC0415 - slow to load, and seldom needed
        from newsledger.watch.decide import Context  # noqa: PLC0415 - it is not there without the extra
        from newsledger.watch.visit import Visit  # noqa: PLC0415 - likewise

        rules = load_page_rules()[0]
        visits: dict[int, Visit] = {}

        def visit(url: str, store: Store) -> Iterator[Found | Failure]:
            def context() -> Context:
                return Context(
                    now=datetime.now(UTC),
                    months=rules.months,
                    addresses=rules.addresses,
                    allow_private=network.allow_private,
                    known=store.watching.known,
                    waiting=store.watching.waiting,
                    watched=store.watching.watched,
                )

            # One for all addresses, so that hosts are not asked faster because several were named.
            one = visits.setdefault(
                0, Visit(fetch=fetcher, context=context, pause=time.sleep, delay=network.delay, limit=limit)
            )
            return one.bring([url])

        yield visit


def _nobody(url: str, store: Store) -> Iterator[Found | Failure]:
    raise ValueError(f"nobody visits {url} for {store}")
