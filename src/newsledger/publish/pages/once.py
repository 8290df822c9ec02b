"""What stands once: about, help, the search and its parts, maps for machines, where the mirrors are."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from xml.sax.saxutils import escape

from newsledger.publish.folder.mirrors import EDITION
from newsledger.publish.formats.head import Told
from newsledger.publish.pages.output import Output
from newsledger.publish.site.links import file_of
from newsledger.publish.site.render import Site
from newsledger.show import plain
from newsledger.show.telling.line import headline
from newsledger.store import ArticleQuestion
from newsledger.web.pages import keys
from newsledger.web.view import View

#: So many addresses are in one file of the map.
_MAPPED = 40_000
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_NEWS_MOST = 1000
_MAP = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def about(site: Site) -> Output:
    """Make the page about the record."""
    context = {"articles": len(site.survey.articles), "today": site.survey.today, "settings": site.settings}
    view = View(template="about.html", title="About this record", context=context)
    told = Told(title=view.title, about="What stands here, of when, and how to check it.", feeds="feed")
    page = site.page("about.html", view, site.asked("/about"), told)
    return Output(files=(("about.html", page),))


def help_page(site: Site) -> Output:
    """Make the page of keys and words."""
    asked = site.asked("/help")
    view = keys.SCREEN.show(site.store, asked)
    return Output(files=(("help.html", site.page("help.html", view, asked, Told(title=view.title))),))


def search(site: Site, shards: Sequence[str]) -> Output:
    """Make the page of the search.

    Args:
        site: The site.
        shards: Names of its parts with a digest of each, those of the newest articles first.
    """
    view = View(template="find.html", title="Search", context={"shards": shards})
    page = site.page("search.html", view, site.asked("/search"), Told(title="Search"), nav="search")
    return Output(files=(("search.html", page),))


def shard_of(day: str) -> str:
    """Name the part of the search in which the articles of a day are: ten days of a month."""
    return f"{day[:7]}-{min((int(day[8:10]) - 1) // 10, 2)}" if len(day) == len("2018-04-20") else "undated"


def shard(name: str, entries: Iterable[tuple[str, ...]]) -> tuple[str, bytes]:
    """Write a part of the search as a script: a page that was opened from a disk may load nothing else.

    Args:
        name: Of the part.
        entries: Of its articles: file, day, headline, source, what else is looked through.
    """
    rows = sorted(entries, key=lambda entry: (entry[1], entry[0]), reverse=True)
    told = json.dumps([(one[0], *one[2:]) for one in rows], ensure_ascii=False, separators=(",", ":"))
    script = f"newsledgerFound({json.dumps(name)},{plain(told)});\n"
    # What ends a line of a script for some readers is no end of a string's.
    return f"find/{name}.js", script.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def machines(site: Site, run: int) -> Output:
    """Write what machines look for: robots.txt, the map of the site, and where the mirrors are."""
    files = [("robots.txt", _robots(site).encode()), (EDITION, _mirrors(site, run).encode())]
    if site.settings.canonical:
        files += _maps(site)
    return Output(files=tuple(files))


def _robots(site: Site) -> str:
    base = site.settings.canonical
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {base}sitemap.xml\n" if base else "")


def _mirrors(site: Site, run: int) -> str:
    told: dict[str, Any] = {
        "title": site.settings.title,
        "canonical": site.settings.canonical or None,
        "mirrors": list(site.settings.addresses),
        "manifest": "../MANIFEST",
        "edition": {"run": run, "as_of": site.survey.today, "articles": len(site.survey.articles)},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _maps(site: Site) -> list[tuple[str, bytes]]:
    base = site.settings.canonical
    addresses = [f"{base}{file}" for file in _pages(site)]
    parts = [addresses[first : first + _MAPPED] for first in range(0, len(addresses), _MAPPED)]
    files = [
        (f"sitemap-{number}.xml", _map("urlset", "url", part, _SPACE).encode()) for number, part in enumerate(parts, 1)
    ]
    files.append(("sitemap-news.xml", _news(site).encode()))
    index = _map("sitemapindex", "sitemap", [f"{base}{name}" for name, _ in files], _SPACE)
    return [*files, ("sitemap.xml", index.encode())]


def _pages(site: Site) -> Iterable[str]:
    yield "index.html"
    yield from (file_of("story", row.id) for row in site.survey.stories)
    yield from (file_of("happening", chain.id) for chain in site.survey.chains)
    yield from site.links.actors.values()
    yield from (file_of("article", one.id) for one in site.survey.articles)


def _map(kind: str, of: str, addresses: Iterable[str], space: str) -> str:
    rows = "".join(f"<{of}><loc>{escape(address)}</loc></{of}>\n" for address in addresses)
    return f"{_MAP}<{kind} {space}>\n{rows}</{kind}>\n"


def _news(site: Site) -> str:
    """Map the articles of the last day and the one before, as the news extension wants it."""
    base, title = site.settings.canonical, escape(plain(site.settings.title))
    since = _day_before(site.survey.today)
    rows = site.store.ask_articles(ArticleQuestion(since=since, until=site.survey.today), limit=_NEWS_MOST).rows
    told = "".join(
        f"<url><loc>{escape(base + file_of('article', row.article.id))}</loc><news:news><news:publication>"
        f"<news:name>{title}</news:name><news:language>en</news:language></news:publication>"
        f"<news:publication_date>{escape(row.article.published or since)}</news:publication_date>"
        f"<news:title>{escape(plain(headline(row.article)))}</news:title>"
        "</news:news></url>\n"
        for row in rows
        if row.article.id in site.links.articles
    )
    return f"{_MAP}<urlset {_SPACE} {_NEWS}>\n{told}</urlset>\n"


def _day_before(day: str) -> str:
    this = date.fromisoformat(day)
    return (this - timedelta(days=1)).isoformat() if this > date.min else day
