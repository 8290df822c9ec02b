"""Runs the site: until somebody stops it, or beside something else that is done meanwhile."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import click
import uvicorn

from newsledger.cli.rows import tell
from newsledger.ledger.grouping import regroup_judged
from newsledger.web import Settings, Writing, application
from newsledger.web.memory import Opener

#: Seconds that a request may still take once somebody stops the site.
_PATIENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is served, and where.

    Attributes:
        open_store: Opens the ledger for a request.
        today: Gives the reader's day.
        hosts: Names by which the site may be asked for, beside those of this machine.
        prefix: In front of each path.
        at: Host and port to listen on.
        ready: Called with the site's address once it listens.
        token: What who may write gives; None: the site only reads.
    """

    open_store: Opener
    today: Callable[[], str]
    hosts: Sequence[str]
    prefix: str
    at: tuple[str, int]
    ready: Callable[[str], object] | None
    token: str | None


def run(place: Place) -> None:
    """Serve the pages until somebody stops it.

    Raises:
        ClickException: Nothing can listen there.
    """
    with _listening(place) as (server, listening):
        server.run(sockets=[listening])


@contextmanager
def beside(place: Place) -> Iterator[None]:
    """Serve the pages in a thread while something else is done.

    Raises:
        ClickException: Nothing can listen there.
    """
    with _listening(place) as (server, listening):
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.should_exit = True
            thread.join(timeout=2 * _PATIENCE)


@contextmanager
def _listening(place: Place) -> Iterator[tuple[uvicorn.Server, socket.socket]]:
    """Listen, and say where."""
    listening = _listen(place.at)
    host, port = listening.getsockname()[:2]
    name = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared only
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}{place.prefix}/"
    tell(f"the pages are at {address} until you stop this with Ctrl-C")
    if place.token is not None:
        tell(f"to correct what was read, enter at {address}review/enter with the token {place.token}")
    if place.ready is not None:
        place.ready(address)
    writing = None
    if place.token is not None:
        writing = Writing(token=place.token, moment=_moment, regroup=regroup_judged)
    settings = Settings(
        today=place.today, now=_clock, hosts=place.hosts, prefix=place.prefix, writing=writing, remembers=True
    )
    site = application(place.open_store, settings)
    config = uvicorn.Config(
        site,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
        lifespan="on",
    )
    with listening:
        yield uvicorn.Server(config), listening


def _clock() -> str:
    return f"{datetime.now():%H:%M}"  # noqa: DTZ005 - the reader's own time


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _listen(at: tuple[str, int]) -> socket.socket:
    host, port = at
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server(at, family=family)
    except OSError as error:
        told = "choose another with --port or --host"
        raise click.ClickException(f"cannot listen on {host} port {port}: {error.strerror or error}; {told}") from error
