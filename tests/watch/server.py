"""A server on loopback that answers for hosts of any name, well or badly: what it sends is up to the test."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it came over the wire."""

    host: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer; ``raw`` stands for all of it, whatever that is.

    Attributes:
        pieces: Of the body; a number among them is a pause in seconds.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: Iterable[bytes | float] | None = None
    raw: bytes | None = None


Site = Callable[[Asked], Reply]


class _Handler(socketserver.BaseRequestHandler):
    server: "Server"

    def handle(self) -> None:
        with suppress(OSError, ssl.SSLError):
            head = b""
            while b"\r\n\r\n" not in head:
                more = self.request.recv(65_536)
                if not more:
                    return
                head += more
            self._answer(self.server.site(_asked(head)))

    def _answer(self, reply: Reply) -> None:
        if reply.raw is not None:
            self.request.sendall(reply.raw)
            return
        headers = {"Connection": "close", **reply.headers}
        if reply.pieces is None:
            headers.setdefault("Content-Length", str(len(reply.body)))
        lines = [f"HTTP/1.1 {reply.status} Told", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        self.request.sendall("\r\n".join(lines).encode("latin-1", "replace") + reply.body)
        for piece in reply.pieces or ():
            if isinstance(piece, bytes):
                self.request.sendall(piece)
            elif self.server.ended.wait(piece):
                return


def _asked(head: bytes) -> Asked:
    first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Asked(host=headers.get("host", "").partition(":")[0], path=first.split(" ")[1], headers=headers)


class Server(socketserver.ThreadingTCPServer):
    """Answers on a port of its own."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, site: Site, *, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        self.tls = tls
        self.ended = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        return (self.tls.wrap_socket(connection, server_side=True) if self.tls else connection), address

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients break off as they please."""


@contextmanager
def serving(site: Site, *, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Have a server as long as the block lasts."""
    with Server(site, tls=tls) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()


def at_loopback(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name to this machine."""
    assert host
    assert port
    return ("127.0.0.1",)
