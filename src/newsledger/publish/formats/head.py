"""What a page tells programs in its head: where it stands, how it is cited, what a link to it looks like."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from newsledger.model import Article, Origin
from newsledger.publish.assets import own_assets
from newsledger.publish.settings import Settings
from newsledger.show import plain

#: A page gets its style, its scripts and its pictures from its own folder, and nothing else from anywhere.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
#: So many letters describe a page.
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a page.

    Attributes:
        title: What a link to it says.
        about: The same in a sentence; "" for nothing.
        feeds: Addresses of its feeds, Atom and JSON, without their endings; "" for none.
        picture: File of its card, without its ending; "" for none.
        embed: File of its card as a page, and of what describes it.
        data: What it is, by schema.org.
        twins: The forms in which there is data beside it.
        refresh: What the browser shows next, and after how many seconds.
    """

    title: str
    about: str = ""
    feeds: str = ""
    picture: str = ""
    embed: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    twins: tuple[str, ...] = ()
    refresh: str = ""
    as_of: str = ""


def head_of(settings: Settings, told: Told, at: str) -> str:
    """Write the head of a page; addresses of the site begin with ``/``, and are made relative with all others."""
    lines = [
        _meta("http-equiv", "content-security-policy", POLICY),
        _meta("name", "referrer", "no-referrer"),
        *_standing(settings, at),
        *_feeds(settings, told),
        *_card(settings, told, at),
        *([_meta("http-equiv", "refresh", told.refresh)] if told.refresh else []),
        f'<link rel="stylesheet" href="/static/{own_assets()["publish.css"].name}">',
        f'<script src="/static/{own_assets()["publish.js"].name}" defer></script>',
    ]
    if told.data:
        lines.append(f'<script type="application/ld+json">{_safe_json(told.data)}</script>')
    return "\n".join(lines)


def _standing(settings: Settings, at: str) -> list[str]:
    if not settings.addresses:
        return []
    canonical, *others = (f"{address}{at}" for address in settings.addresses)
    return [_link("canonical", canonical), *(_link("alternate", other) for other in others)]


def _feeds(settings: Settings, told: Told) -> list[str]:
    if not told.feeds:
        return []
    title = f"{told.title} · {settings.title}"
    forms = (("atom", "application/atom+xml"), ("feed.json", "application/feed+json"))
    return [_link("alternate", f"/{told.feeds}.{form}", kind, title) for form, kind in forms]


def _card(settings: Settings, told: Told, at: str) -> list[str]:
    words = {
        "og:type": "article" if told.picture else "website",
        "og:site_name": settings.title,
        "og:title": told.title,
        "og:description": told.about[:_LONGEST],
        "og:url": f"{settings.canonical}{at}" if settings.canonical else "",
        "og:image": f"{settings.canonical}{told.picture}.png" if settings.canonical and told.picture else "",
        "og:image:alt": told.about[:_LONGEST] if settings.canonical and told.picture else "",
    }
    lines = [_meta("property", name, value) for name, value in words.items() if value]
    lines.append(_meta("name", "twitter:card", "summary_large_image" if words["og:image"] else "summary"))
    if told.about:
        lines.append(_meta("name", "description", told.about[:_LONGEST]))
    if told.embed and settings.canonical:
        found = f"{settings.canonical}{told.embed}.oembed.json"
        lines.append(_link("alternate", found, "application/json+oembed", told.title))
    return lines


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{escape(name)}" content="{escape(plain(content))}">'


def _link(rel: str, href: str, kind: str = "", title: str = "") -> str:
    more = "".join(f' {name}="{escape(plain(value))}"' for name, value in (("type", kind), ("title", title)) if value)
    return f'<link rel="{rel}" href="{escape(href)}"{more}>'


def _safe_json(data: Mapping[str, Any]) -> str:
    """Write JSON that ends no script and steers nothing."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return plain(written).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def article_data(article: Article) -> Mapping[str, Any]:
    """Describe an article as it was, by schema.org; this page tells of it."""
    told = {
        "@type": "NewsArticle",
        "headline": _line(article.headline),
        "datePublished": article.date_published.value,
        "author": [{"@type": "Person", "name": plain(name)} for name in article.byline],
        "publisher": _publisher(article.publisher),
        "url": _web(article.canonical_url or article.url),
        "inLanguage": article.language,
        "identifier": f"sha256:{article.text_sha256}",
    }
    return {"@context": "https://schema.org", "@type": "WebPage", "mainEntity": _filled(told)}


def quotation_data(quotation: str, origins: Sequence[Origin]) -> Mapping[str, Any]:
    """Describe words and those who print them, by schema.org; whether they are true nobody says here."""
    told = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": _line(quotation),
        "isPartOf": [_article(one) for one in origins],
    }
    return _filled(told) if quotation else {}


def _article(origin: Origin) -> Mapping[str, Any]:
    told = {
        "@type": "NewsArticle",
        "headline": _line(origin.headline),
        "datePublished": origin.published,
        "publisher": _publisher(origin.publisher),
        "url": _web(origin.url),
    }
    return _filled(told)


def _publisher(name: str | None) -> Mapping[str, str] | None:
    return {"@type": "Organization", "name": plain(name)} if name else None


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def _filled(told: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in told.items() if value}
