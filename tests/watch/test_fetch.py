"""What is asked of hosts, and what their answers may cost."""

import gzip
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpcore
import pytest

from newsledger.watch.asking import Answer, Question
from newsledger.watch.fetch import Fetcher, Limits
from newsledger.watch.fetch.backend import CheckedBackend, Deadline
from newsledger.watch.fetch.bodies import read_body
from newsledger.watch.safety import UnsafeError
from newsledger.watch.safety.hosts import Resolve
from watch.server import Asked, Reply, Site, at_loopback, serving
from watch.tricky import TRICKY

QUICK = Limits(connect=1, silence=0.5, whole=1.2)
CERTIFICATES = Path(__file__).parent / "certificates"
AGENT = "newsledger/1 (+mailto:desk@reader.example)"


@contextmanager
def fetching(
    site: Site,
    *,
    resolve: Resolve = at_loopback,
    tls: ssl.SSLContext | None = None,
    trust: ssl.SSLContext | None = None,
    allow_private: bool = True,
) -> Iterator[tuple[Fetcher, str]]:
    with serving(site, tls=tls) as server:
        fetcher = Fetcher(
            user_agent=AGENT,
            resolve=resolve,
            allow_private=allow_private,
            limits=QUICK,
            trust=trust or ssl.create_default_context(),
        )
        yield fetcher, f"{'https' if tls else 'http'}://paper.example:{server.port}"
        fetcher.close()


def answer_of(reply: Reply, *, limit: int = 100_000, is_cut: bool = False) -> Answer:
    with fetching(lambda _: reply) as (fetcher, base):
        return fetcher(Question(url=f"{base}/a", limit=limit, is_cut=is_cut))


def test_a_question_says_who_asks_and_what_is_there_already() -> None:
    seen: list[Asked] = []

    def site(asked: Asked) -> Reply:
        seen.append(asked)
        return Reply(status=304, headers={"ETag": '"1"', "Set-Cookie": "a=b"})

    with fetching(site) as (fetcher, base):
        for _ in range(2):
            answer = fetcher(Question(url=f"{base}/a?b", etag='"1"', modified="Sun, 01 Mar 2026", limit=1))

    assert (answer.status, answer.headers["etag"]) == (304, '"1"')
    assert (seen[1].path, seen[1].headers["user-agent"]) == ("/a?b", AGENT)
    assert (seen[1].headers["if-none-match"], seen[1].headers["if-modified-since"]) == ('"1"', "Sun, 01 Mar 2026")
    assert "cookie" not in seen[1].headers


def test_a_redirect_is_told_and_not_followed() -> None:
    answer = answer_of(Reply(status=301, headers={"Location": "http://127.0.0.1:1/"}))

    assert (answer.status, answer.headers["location"]) == (301, "http://127.0.0.1:1/")


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        pytest.param("", b"lock " * 1_000, id="plain"),
        pytest.param("identity", b"lock " * 1_000, id="identity"),
        pytest.param("gzip", gzip.compress(b"lock " * 1_000), id="gzip"),
        pytest.param("gzip", gzip.compress(b"lock " * 500) + gzip.compress(b"lock " * 500), id="gzip-in-two"),
        pytest.param("gzip", gzip.compress(b"lock " * 1_000) + b"\0\0\0\0", id="gzip-and-zeros"),
        pytest.param("deflate", zlib.compress(b"lock " * 1_000), id="deflate"),
        pytest.param("deflate", zlib.compress(b"lock " * 1_000)[2:-4], id="deflate-without-head"),
    ],
)
def test_a_body_is_unpacked(encoding: str, packed: bytes) -> None:
    assert answer_of(Reply(headers={"Content-Encoding": encoding}, body=packed)).body == b"lock " * 1_000


ONE, TWO = gzip.compress(b"lock " * 500), gzip.compress(b"lock " * 500)


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([ONE, TWO], id="a-part-a-piece"),
        pytest.param([ONE + TWO[:1], TWO[1:]], id="in-the-middle-of-a-mark"),
        pytest.param([b"", ONE, b"", TWO + b"\0\0", b"junk"], id="empty-pieces-and-junk"),
    ],
)
def test_every_part_of_a_packed_body_is_unpacked(pieces: list[bytes]) -> None:
    assert read_body(iter(pieces), "gzip", 100_000, is_cut=False) == b"lock " * 1_000


def test_a_body_of_empty_pieces_is_none() -> None:
    assert read_body(iter([b"", b""]), "deflate", 100, is_cut=False) == b""
    assert read_body(iter([b"", zlib.compress(b"lock")]), "deflate", 100, is_cut=False) == b"lock"


def test_an_address_in_a_header_is_given_whole() -> None:
    location = "http://paper.example/" + "a" * 3_000

    assert answer_of(Reply(status=301, headers={"Location": location})).headers["location"] == location


BOMB = gzip.compress(b"0" * 50_000_000)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        pytest.param(Reply(body=b"0" * 200_000), "more than 100,000 bytes", id="long"),
        pytest.param(Reply(body=BOMB, headers={"Content-Encoding": "gzip"}), "more than 100,000 bytes", id="bomb"),
        pytest.param(
            Reply(body=gzip.compress(BOMB), headers={"Content-Encoding": "gzip, gzip"}), "packed by", id="twice"
        ),
        pytest.param(Reply(body=b"x", headers={"Content-Encoding": "br"}), "packed by 'br'", id="not-asked-for"),
        pytest.param(Reply(body=b"<html>", headers={"Content-Encoding": "gzip"}), "packing is broken", id="not-packed"),
        pytest.param(
            Reply(body=gzip.compress(b"lock")[:-9], headers={"Content-Encoding": "gzip"}), "cut off", id="cut-gzip"
        ),
        pytest.param(Reply(body=b"x", headers={"Content-Length": "90"}), "no answer", id="cut"),
        pytest.param(Reply(pieces=(b"x", 3.0)), "in 1.2 seconds", id="silent-in-the-middle"),
        pytest.param(Reply(pieces=[one for _ in range(60) for one in (b"x", 0.05)]), "in 1.2 seconds", id="drip"),
        pytest.param(Reply(raw=b""), "no answer", id="nothing"),
        pytest.param(Reply(raw=b"<html>hello"), "no answer", id="no-http"),
        pytest.param(Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nx"), "no answer", id="negative-length"),
        pytest.param(Reply(headers={"X": "x" * 200_000}), "no answer", id="long-header"),
        pytest.param(Reply(headers={f"X-{n}": "x" * 90 for n in range(3_000)}), "no answer", id="many-headers"),
    ],
)
def test_an_answer_that_costs_too_much_is_told(reply: Reply, told: str) -> None:
    began = time.monotonic()

    answer = answer_of(reply)

    assert answer.status is None
    assert told in (answer.reason or "")
    assert time.monotonic() - began < 4


def test_what_may_be_cut_is_cut() -> None:
    assert len(answer_of(Reply(body=b"0" * 200_000), limit=1_000, is_cut=True).body) == 1_000


def test_a_host_that_never_begins_to_answer_is_let_go() -> None:
    def site(_: Asked) -> Reply:
        time.sleep(1)
        return Reply()

    with fetching(site) as (fetcher, base):
        assert "in 1.2 seconds" in (fetcher(Question(url=base, limit=1)).reason or "")


def test_nothing_connects_to_a_tricky_address() -> None:
    seen: list[Asked] = []

    def site(asked: Asked) -> Reply:
        seen.append(asked)
        return Reply()

    with fetching(site, allow_private=False) as (fetcher, base):
        port = base.rpartition(":")[2]
        urls = [*TRICKY, *(f"http://{host}:{port}/" for host in ("127.0.0.1", "localhost", "paper.example"))]
        answers = [fetcher(Question(url=url, limit=1)) for url in urls]

    assert [answer for answer in answers if answer.status is not None] == []
    assert [url for url, answer in zip(urls, answers, strict=True) if not answer.is_refused] == []
    assert seen == []


def test_an_address_inside_is_not_connected_to_whatever_its_port() -> None:
    seen: list[Asked] = []

    def site(asked: Asked) -> Reply:
        seen.append(asked)
        return Reply()

    with serving(site) as server:
        backend = CheckedBackend(at_loopback, allow_private=False, deadline=Deadline(at=time.monotonic() + 5))
        for host in ("127.0.0.1", "::1", "paper.example"):
            with pytest.raises(UnsafeError, match="is not asked"):
                backend.connect_tcp(host, server.port)

    assert seen == []


def test_a_name_is_resolved_once_and_connected_to_as_it_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    connected: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(f"{host}:{port}")
        return ("93.184.215.14",) if len(asked) == 1 else ("127.0.0.1",)

    def note(_: object, host: str, *__: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", note)
    fetcher = Fetcher(user_agent=AGENT, resolve=rebinding, limits=QUICK, trust=ssl.create_default_context())
    first = fetcher(Question(url="http://paper.example/", limit=1))
    second = fetcher(Question(url="http://paper.example/", limit=1))
    fetcher.close()

    assert (first.is_refused, second.is_refused) == (False, True)
    assert connected == ["93.184.215.14"]
    assert asked == ["paper.example:80"] * 2


def own() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Give the server's side and the client's of a certificate for paper.example."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTIFICATES / "paper.pem", CERTIFICATES / "paper.key")
    return server, ssl.create_default_context(cafile=str(CERTIFICATES / "paper.pem"))


def test_tls_goes_by_the_name_although_the_address_was_checked() -> None:
    server, client = own()

    with fetching(lambda _: Reply(body=b"lock"), tls=server, trust=client) as (fetcher, base):
        right = fetcher(Question(url=base, limit=10))
        wrong = fetcher(Question(url=base.replace("paper", "other"), limit=10))

    assert right.body == b"lock"
    assert "certificate that does not hold" in (wrong.reason or "")


def test_a_certificate_that_nobody_vouches_for_is_told() -> None:
    server, _ = own()

    with fetching(lambda _: Reply(), tls=server) as (fetcher, base):
        assert "certificate that does not hold" in (fetcher(Question(url=base, limit=10)).reason or "")
