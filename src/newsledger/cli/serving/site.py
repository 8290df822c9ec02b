"""Runs the site until somebody stops it."""

import socket
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import click
import uvicorn

from newsledger.cli.rows import tell
from newsledger.web import Settings, Writing, application
from newsledger.web.app import Opener

#: Seconds that a request may still take once somebody stops the site.
_PATIENCE = 3


def run(
    open_store: Opener,
    *,
    today: Callable[[], str],
    hosts: Sequence[str],
    prefix: str,
    at: tuple[str, int],
    ready: Callable[[str], object] | None,
    token: str | None,
) -> None:
    """Serve the pages.

    Args:
        open_store: Opens the ledger for a request.
        today: Gives the reader's day.
        hosts: Names by which the site may be asked for, beside those of this machine.
        prefix: In front of each path.
        at: Host and port to listen on.
        ready: Called with the site's address once it listens.
        token: What who may write gives; None: the site only reads.

    Raises:
        ClickException: Nothing can listen there.
    """
    listening = _listen(at)
    host, port = listening.getsockname()[:2]
    name = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared only
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}{prefix}/"
    tell(f"the pages are at {address} until you stop this with Ctrl-C")
    if token is not None:
        tell(f"to correct what was read, enter at {address}review/enter with the token {token}")
    if ready is not None:
        ready(address)
    writing = Writing(token=token, moment=_moment) if token is not None else None
    site = application(open_store, Settings(today=today, now=_clock, hosts=hosts, prefix=prefix, writing=writing))
    config = uvicorn.Config(
        site,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
        lifespan="off",
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


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
