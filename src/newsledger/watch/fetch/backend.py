"""Connects to the addresses that a name was found to have when it was checked, and to no others."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpcore

from newsledger.watch.safety import check_address
from newsledger.watch.safety.hosts import Resolve

_MOST_ADDRESSES = 4


def resolve_by_system(host: str, port: int) -> tuple[str, ...]:
    """Give the addresses of a name as the system knows them; none where it knows none."""
    with suppress(OSError, UnicodeError):
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        return tuple(str(address[0]) for *_, address in found)
    return ()


@dataclass(slots=True, kw_only=True)
class Deadline:
    """When an answer must be whole, whatever came of it so far."""

    at: float
    clock: Callable[[], float] = time.monotonic

    def within(self, seconds: float | None, late: type[Exception]) -> float:
        """Give the seconds that something may take."""
        left = self.at - self.clock()
        if left <= 0:
            raise late("found no whole answer in the time that one may take")
        return left if seconds is None else min(seconds, left)


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a name once, and connects to what was checked; TLS goes by the name as always.

    Args:
        resolve: Gives the addresses of a name.
        allow_private: Addresses of this machine and network will do.
        deadline: Of the one answer that this connects for.
    """

    def __init__(self, resolve: Resolve, *, allow_private: bool, deadline: Deadline) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the addresses of a host; it is ``httpcore`` that asks for this."""
        addresses = check_address(host, port, self._resolve, allow_private=self._allow_private)
        failure: Exception | None = None
        for address in addresses[:_MOST_ADDRESSES]:
            wait = self._deadline.within(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._plain.connect_tcp(address, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"found no address of {host}")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no paper is read there."""
        raise httpcore.ConnectError(f"found a socket of this machine ({path}, {timeout}, {socket_options})")


class TimedStream(httpcore.NetworkStream):
    """A connection that ends with its deadline, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self._stream.read(max_bytes, self._deadline.within(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write."""
        self._stream.write(buffer, self._deadline.within(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS, by the name and not the address."""
        wait = self._deadline.within(timeout, httpcore.ConnectTimeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, wait), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Give what is known of the connection."""
        return self._stream.get_extra_info(info)
