"""Forty papers that were never printed, on loopback, that misbehave in some thirty ways as a simulated month goes by.

What time it is stands in a file that whoever watches them writes: eight bytes, the seconds since the month began.
"""

import gzip
import json
import mmap
import os
import struct
import sys
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from watch.papers import article, headline, own_text
from watch.server import Asked, Reply, Server

START = datetime(2026, 3, 1, tzinfo=UTC)
HOUR, DAY = 3_600.0, 86_400.0
PAPERS = 40
BOMB = gzip.compress(b"0" * 60_000_000)
#: How each paper misbehaves, by its number; what is told of here is what the functions below do.
WAYS = (
    "validators", "no validators", "304 unasked", "wrong charset", "dates ahead", "10^5 items", "HTML for XML",
    "items without links", "redirect loop", "moves for good", "ends for good", "pages that drip", "gzip bombs",
    "429 with Retry-After", "503 for a day", "pages forbidden", "pay wall", "robots.txt forbids", "crawl delay",
    "robots.txt breaks", "robots.txt redirects", "listed three times", "AMP beside each", "empty answers",
    "answers cut off", "pages late", "pages change", "pages vanish", "Atom with a base", "guids that change",
    "mirror", "mirror by http", "a plain page", "sitemaps by gzip", "JSON Feed", "RDF", "consent walls",
    "leads to the front page", "headers without end", "two addresses for a page",
)  # fmt: skip


class SharedTime:
    """The time, for several processes."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(8))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 8)

    @property
    def seconds(self) -> float:
        """The seconds since the month began."""
        return float(struct.unpack("d", self._map[:8])[0])

    @seconds.setter
    def seconds(self, value: float) -> None:
        self._map[:8] = struct.pack("d", value)


@dataclass(slots=True, kw_only=True)
class Papers:
    """Answers for all papers.

    Attributes:
        pages: How many articles each prints.
        days: In how many days.
        port: Where they answer.
    """

    time: SharedTime
    pages: int
    days: float
    port: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def printed_at(self, paper: int, number: int) -> float:
        """Say when an article is printed, in seconds from the start; the last ones two days before the end."""
        span = max(self.days - 2, 0.5) * DAY
        return (number + 0.5 + (paper % 7) / 14) * span / self.pages

    def there(self, paper: int) -> list[int]:
        """Give the numbers of the articles that are out, the newest first."""
        now = self.time.seconds
        return [one for one in reversed(range(self.pages)) if self.printed_at(paper, one) <= now]

    def url(self, paper: int, path: str) -> str:
        """Give an address of a paper."""
        return f"http://paper{paper:02}.example:{self.port}{path}"

    def sources(self) -> list[str]:
        """Give what is watched of each paper."""
        paths = {32: "/", 33: "/sitemap.xml"}
        return [self.url(paper, paths.get(paper, "/rss")) for paper in range(PAPERS)]

    def __call__(self, asked: Asked) -> Reply:
        """Answer."""
        paper = int(asked.host[5:7])
        with self.lock:
            self.asked[asked.host] += 1
            self.asked[f"{paper}{asked.path}"] += 1
            count, seen = self.asked[asked.host], self.asked[f"{paper}{asked.path}"]
        if paper == 23 and count % 3 == 0:
            return Reply(raw=b"")
        if paper == 38 and count % 4 == 0:
            return Reply(headers={"X": "x" * 200_000})
        if asked.path == "/robots.txt":
            return self.robots(paper)
        if asked.path == "/rules.txt":
            return Reply(body=b"User-agent: *\nDisallow: /none")
        if asked.path in {"/rss", "/new-rss", "/sitemap.xml", "/news.xml.gz"} or (asked.path == "/" and paper == 32):
            return self.source(paper, asked, seen)
        if asked.path == "/":
            return Reply(body=b"<!DOCTYPE html><html><body><h1>The Paper</h1></body></html>")
        return self.page(paper, asked, seen)

    def robots(self, paper: int) -> Reply:
        """Answer for a robots.txt."""
        now = self.time.seconds
        if paper == 17:
            return Reply(body=b"User-agent: *\nDisallow: /2026/*0-")
        if paper == 18:
            return Reply(body=b"User-agent: newsledger\nCrawl-delay: 30")
        if paper == 19 and 3 * DAY < now < 4 * DAY:
            return Reply(status=503)
        if paper == 20:
            return Reply(status=301, headers={"Location": "/rules.txt"})
        return Reply(status=404)

    def source(self, paper: int, asked: Asked, seen: int) -> Reply:
        """Answer for a feed."""
        now = self.time.seconds
        troubled = self._troubled(paper, asked, seen, now)
        if troubled is not None:
            return troubled
        body, headers = _FEEDS.get(paper, _rss)(self, paper, asked), {"Content-Type": "application/rss+xml"}
        if paper == 3:
            headers["Content-Type"] = "text/xml; charset=iso-8859-1"
        if paper == 5:
            headers["Cache-Control"] = "max-age=86400"
        if paper == 1:
            return Reply(headers=headers, body=body)
        headers["ETag"] = f'"{zlib.crc32(body)}"'
        if asked.headers.get("if-none-match") == headers["ETag"]:
            return Reply(status=304, headers={"ETag": headers["ETag"]})
        return Reply(headers=headers, body=body)

    def _troubled(self, paper: int, asked: Asked, seen: int, now: float) -> Reply | None:
        """Give a bad answer to the question for a feed, where this paper has one now."""
        new = {"Location": self.url(9, "/new-rss")}
        html = Reply(headers={"Content-Type": "text/html"}, body=b"<!DOCTYPE html><html><body>Back soon.</body></html>")
        bad: dict[int, tuple[bool, Reply]] = {
            2: (seen % 3 == 0, Reply(status=304)),
            6: (seen % 4 == 0, html),
            8: (seen % 5 == 0, Reply(status=302, headers={"Location": "/rss"})),
            9: (now > 10 * DAY and asked.path == "/rss", Reply(status=301, headers=new)),
            10: (now > 0.6 * self.days * DAY, Reply(status=410)),
            13: (seen % 2 == 0, Reply(status=429, headers={"Retry-After": "3600"})),
            14: (5 * DAY < now < 6 * DAY, Reply(status=503, headers={"Retry-After": "Sat, 01 Jan 2028 00:00:00 GMT"})),
            24: (seen % 4 == 0, Reply(headers={"Content-Length": "90000"}, body=b"<rss><channel>")),
        }
        is_bad, reply = bad.get(paper, (False, html))
        return reply if is_bad else None

    def page(self, paper: int, asked: Asked, seen: int) -> Reply:
        """Answer for a page."""
        name = asked.path.removeprefix("/2026/").partition("?")[0].removesuffix("/amp")
        number = int(name.partition("-")[0]) if name.partition("-")[0].isdecimal() else -1
        at, now = self.printed_at(paper, number), self.time.seconds
        if not 0 <= number < self.pages or at > now:
            return Reply(status=404)
        odd = self._odd(paper, number, asked, (seen, now - at))
        if odd is not None:
            return odd
        town = "Bergen" if paper in {30, 31} else TOWNS[paper]
        extra = "<p>The ferry will leave every hour from Monday on, the council said later.</p>"
        body = article(number, town=town, extra=extra if paper == 26 and now - at > 5 * HOUR else "")
        headers = {"Content-Type": "text/html", "ETag": f'"{zlib.crc32(body)}"'}
        if paper != 1 and asked.headers.get("if-none-match") == headers["ETag"]:
            return Reply(status=304)
        return Reply(headers=headers, body=body)

    def _odd(self, paper: int, number: int, asked: Asked, when: tuple[int, float]) -> Reply | None:
        """Give a bad answer to the question for a page, where this paper has one."""
        tenth, (seen, age) = number % 10 == 0, when
        wall = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
        odd: dict[int, Callable[[], Reply | None]] = {
            11: lambda: Reply(pieces=[one for _ in range(200) for one in (b"<p>", 0.02)]) if tenth else None,
            12: lambda: Reply(headers={"Content-Encoding": "gzip"}, body=BOMB) if tenth else None,
            15: lambda: Reply(status=403),
            16: lambda: Reply(body=article(number, town=TOWNS[16], head=wall, cut=1)),
            24: lambda: Reply(headers={"Content-Length": "90000"}, body=b"<html>") if seen == 1 else None,
            25: lambda: Reply(status=404) if age < HOUR / 2 else None,
            27: lambda: Reply(status=404) if age > DAY else None,
            36: lambda: Reply(status=302, headers={"Location": asked.path, "Set-Cookie": "seen=1"}),
            37: lambda: Reply(status=302, headers={"Location": "/"}) if tenth else None,
            39: lambda: (
                Reply(status=301, headers={"Location": asked.path.replace("-lock", "-lock-closes")})
                if "-lock-closes" not in asked.path
                else None
            ),
        }
        return odd.get(paper, lambda: None)()

    def expected(self) -> Mapping[str, int]:
        """Give the headlines that must be in the ledger at the end, each with the paper that printed it first."""
        found = {}
        for paper in range(PAPERS):
            last = 0.55 * self.days * DAY if paper == 10 else self.days * DAY
            for number in range(self.pages):
                if self.printed_at(paper, number) < last and paper not in {30, 31}:
                    found[headline(number, TOWNS[paper])] = paper
        return found


_FIRST = ("Nord", "Sør", "Vest", "Øst", "Inn")
_LAST = ("vik", "havn", "by", "øy", "nes", "dal", "stad", "fjord")
TOWNS = ("Bergen", *(first + last for first in _FIRST for last in _LAST))[:PAPERS]


def _path(number: int) -> str:
    return f"/2026/{number}-lock"


def _when(papers: Papers, paper: int, number: int) -> datetime:
    return START + timedelta(seconds=int(papers.printed_at(paper, number)))


def _item(papers: Papers, paper: int, number: int, link: str, guid: str) -> str:
    # A mirror repeats the date, too.
    when = _when(papers, 0 if paper in {30, 31} else paper, number) + timedelta(days=400 if paper == 4 else 0)
    town = "Bergen" if paper in {30, 31} else TOWNS[paper]
    return (
        f"<item><title>{headline(number, town)}</title>{f'<link>{escape(link)}</link>' if link else ''}"
        f"<guid isPermaLink='false'>{guid}</guid><pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
        f"<description>{own_text(number, town)}</description></item>"
    )


def _rss(papers: Papers, paper: int, asked: Asked) -> bytes:
    items = []
    for number in papers.there(paper):
        link = "" if paper == 7 else papers.url(paper, _path(number))
        guid = f"{number}-{papers.asked[asked.host]}" if paper == 29 else str(number)
        items.append(_item(papers, paper, number, link, guid))
        if paper == 21:
            items += [_item(papers, paper, number, f"{link}?utm_source={one}", guid) for one in ("rss", "mail")]
        if paper == 22:
            items.insert(0, _item(papers, paper, number, f"{link}/amp", guid))
    many = "<item><category>x</category></item>" * 100_000 if paper == 5 else ""
    text = f"<rss version='2.0'><channel><title>{TOWNS[paper]} Paper</title>{''.join(items)}{many}</channel></rss>"
    return text.encode()


def _atom(papers: Papers, paper: int, _: Asked) -> bytes:
    entries = "".join(
        f"<entry><title>{headline(one, TOWNS[paper])}</title><link href='{one}-lock'/><id>{one}</id>"
        f"<published>{_when(papers, paper, one).isoformat()}</published></entry>"
        for one in papers.there(paper)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/2026/'><title>A</title>{entries}</feed>".encode()


def _link(number: int, town: str) -> str:
    return f"<a href='{_path(number)}-of-the-old-harbour'>{headline(number, town)}</a>"


def _page(papers: Papers, paper: int, _: Asked) -> bytes:
    links = "".join(_link(one, TOWNS[paper]) for one in papers.there(paper))
    return f"<!DOCTYPE html><html><head><title>P</title></head><body>{links}</body></html>".encode()


def _sitemap(papers: Papers, paper: int, asked: Asked) -> bytes:
    if asked.path == "/sitemap.xml":
        return (
            f"<sitemapindex><sitemap><loc>{papers.url(paper, '/news.xml.gz')}</loc></sitemap></sitemapindex>".encode()
        )
    urls = "".join(
        f"<url><loc>{papers.url(paper, _path(one))}</loc>"
        f"<lastmod>{_when(papers, paper, one).isoformat()}</lastmod></url>"
        for one in papers.there(paper)
    )
    return gzip.compress(f"<urlset>{urls}</urlset>".encode(), mtime=0)


def _json(papers: Papers, paper: int, _: Asked) -> bytes:
    items: list[dict[str, Any]] = [
        {
            "id": str(one),
            "url": papers.url(paper, _path(one)),
            "title": headline(one, TOWNS[paper]),
            "date_published": _when(papers, paper, one).isoformat(),
        }
        for one in papers.there(paper)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items}).encode()


def _rdf(papers: Papers, paper: int, _: Asked) -> bytes:
    items = "".join(
        f"<item rdf:about='{papers.url(paper, _path(one))}'><title>{headline(one, TOWNS[paper])}</title></item>"
        for one in papers.there(paper)
    )
    head = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
    return f"<rdf:RDF {head}><channel><title>R</title></channel>{items}</rdf:RDF>".encode()


_FEEDS: Mapping[int, Callable[[Papers, int, Asked], bytes]] = {28: _atom, 32: _page, 33: _sitemap, 34: _json, 35: _rdf}


def serve(folder: Path, *, pages: int, days: float) -> tuple[int, Papers]:
    """Answer in a process of its own, which writes down what it is asked; give its number, and the papers."""
    time, log = SharedTime(folder / "time"), folder / "asked.tsv"
    papers = Papers(time=time, pages=pages, days=days)
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with os.fdopen(reading) as told:
            papers.port = int(told.readline())
        return child, papers
    with log.open("a", encoding="utf-8", buffering=1) as file:

        def answer(asked: Asked) -> Reply:
            at = time.seconds
            reply = papers(asked)
            status = "raw" if reply.raw is not None else str(reply.status)
            known = asked.headers.get("if-none-match", "-")
            file.write(f"{at:.3f}\t{asked.host}\t{asked.path}\t{status}\t{known}\n")
            return reply

        server = Server(answer)
        papers.port = server.port
        os.write(writing, f"{server.port}\n".encode())
        os.close(writing)
        server.serve_forever(0.05)
    os._exit(0)
