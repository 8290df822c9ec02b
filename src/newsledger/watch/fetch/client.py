"""Asks for one address, within limits."""

import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

from newsledger.watch.asking import Answer, Question
from newsledger.watch.fetch.backend import CheckedBackend, Deadline, resolve_by_system
from newsledger.watch.fetch.bodies import BodyError, read_body
from newsledger.watch.safety import UnsafeError, place_of
from newsledger.watch.safety.hosts import Resolve

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
)
#: Of a header; more than an address may have, so that one that was cut is refused and never asked.
_MOST_LETTERS = 5_000
_FAULTS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    OSError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long things may take, in seconds.

    Attributes:
        silence: Between two pieces of an answer, the first among them.
        whole: From the question to the last piece.
    """

    connect: float = 10
    silence: float = 20
    whole: float = 60


class Fetcher:
    """Asks for one address at a time in each thread; it keeps no cookies, no connections, and follows no redirects.

    Args:
        user_agent: Who asks, and where to complain.
        resolve: Gives the addresses of a name.
        allow_private: Addresses of this machine and network will do.
        limits: How long things may take.
        trust: The certificates to trust; those of the public web where none are given.
        clock: Counts seconds.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        resolve: Resolve = resolve_by_system,
        allow_private: bool = False,
        limits: Limits | None = None,
        trust: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._allow_private = allow_private
        transport = _CheckedTransport(
            resolve, trust or httpx.create_ssl_context(), self._limits, clock, allow_private=allow_private
        )
        self._client = httpx.Client(
            transport=transport,
            headers={"User-Agent": user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"},
            cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=())),
            timeout=httpx.Timeout(self._limits.silence, connect=self._limits.connect),
            follow_redirects=False,
            trust_env=False,
        )

    def __call__(self, question: Question) -> Answer:
        """Ask; whatever goes wrong is told in the answer."""
        try:
            place = place_of(question.url, allow_private=self._allow_private)
            with self._client.stream("GET", place.url, headers=_conditions(question)) as response:
                headers = {name.lower(): value[:_MOST_LETTERS] for name, value in response.headers.items()}
                wanted = 200 <= response.status_code < 300
                body = self._body(response, question, headers) if wanted else b""
                return Answer(status=response.status_code, headers=headers, body=body)
        except UnsafeError as error:
            return Answer(status=None, reason=str(error), is_refused=True)
        except BodyError as error:
            return Answer(status=None, reason=str(error))
        except _FAULTS as error:
            return Answer(status=None, reason=_told(error, self._limits))

    def close(self) -> None:
        """Let go of what it holds."""
        self._client.close()

    @staticmethod
    def _body(response: httpx.Response, question: Question, headers: dict[str, str]) -> bytes:
        encoding = headers.get("content-encoding", "")
        return read_body(response.iter_raw(), encoding, question.limit, is_cut=question.is_cut)


def _conditions(question: Question) -> dict[str, str]:
    told = {"If-None-Match": question.etag, "If-Modified-Since": question.modified}
    return {name: value for name, value in told.items() if value and value.isascii() and value.isprintable()}


def _told(error: Exception, limits: Limits) -> str:
    words = " ".join(str(error).split())[:200]
    if isinstance(error, httpx.TimeoutException):
        return f"found no whole answer in {limits.whole:g} seconds, with silences of {limits.silence:g} at most"
    if "CERTIFICATE" in words.upper():
        return f"found a certificate that does not hold ({words})"
    return f"found no answer ({words or type(error).__name__})"


class _CheckedTransport(httpx.BaseTransport):
    """Makes a connection of its own for each question: hosts are asked so seldom that none would wait."""

    def __init__(
        self,
        resolve: Resolve,
        trust: ssl.SSLContext,
        limits: Limits,
        clock: Callable[[], float],
        *,
        allow_private: bool,
    ) -> None:
        self._resolve = resolve
        self._trust = trust
        self._limits = limits
        self._clock = clock
        self._allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask; httpx calls this."""
        deadline = Deadline(at=self._clock() + self._limits.whole, clock=self._clock)
        backend = CheckedBackend(self._resolve, allow_private=self._allow_private, deadline=deadline)
        pool = httpcore.ConnectionPool(ssl_context=self._trust, max_connections=1, network_backend=backend)
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        try:
            answer = pool.handle_request(asked)
        except BaseException as error:
            pool.close()
            if isinstance(error, httpcore.TimeoutException):
                raise httpx.ReadTimeout(str(error)) from error
            raise
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer, pool))


class _Stream(httpx.SyncByteStream):
    """The pieces of an answer; its connection is closed with it."""

    def __init__(self, answer: httpcore.Response, pool: httpcore.ConnectionPool) -> None:
        self._answer = answer
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout(str(error)) from error

    def close(self) -> None:
        """Close the connection."""
        self._answer.close()
        self._pool.close()
