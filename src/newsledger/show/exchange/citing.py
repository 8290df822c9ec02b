"""A finding as a citation: as text, for BibTeX, and as CSL-JSON. Made of what is known; what is not is left out."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsledger import codec
from newsledger.model import Article
from newsledger.show import phrases
from newsledger.show.telling.steering import plain

#: What TeX would take for its own; each needs a backslash or a name.
_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "&%$#_"
}
_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is cited.

    Attributes:
        key: Short, of letters and digits.
        quote: The exact words; "" for the whole article.
        place: Where they stand: ``body ¶5, 812–871``.
        accessed: The day, ISO 8601.
    """

    article: Article
    key: str
    quote: str
    place: str
    accessed: str


def as_text(cited: Citation) -> str:
    """Write ``Anna Berg, “Headline”, Paper, 8 Mar 2019, body ¶5: “words”. https://…``."""
    article = cited.article
    head = [
        ", ".join(article.byline),
        f"“{_line(article.headline)}”" if article.headline else "",
        article.publisher or "",
    ]
    when = article.date_published.value
    parts = [part for part in (*head, phrases.iso(when[:10]) if when else "", cited.place) if part]
    quote = _line(cited.quote)
    words = f": “{quote}”" if quote else ""
    end = "" if quote.endswith((".", "!", "?")) else "."
    address = _address(article)
    sha = f"Text sha256 {article.text_sha256[:16]}."
    return " ".join(filter(None, (f"{', '.join(parts)}{words}{end}", f"{address}." if address else "", sha)))


def as_bibtex(cited: Citation) -> str:
    """Write an entry ``@misc``."""
    article = cited.article
    when = article.date_published.value
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.byline),
        "title": f"{{{_tex(_line(article.headline))}}}" if article.headline else "",
        "howpublished": _tex(article.publisher or ""),
        "date": when[:10] if when else "",
        "year": when[:4] if when else "",
        "url": _address(article) or "",
        "urldate": cited.accessed,
        "note": _tex("; ".join(filter(None, (cited.place, f"“{_line(cited.quote)}”" if cited.quote else "")))),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{newsledger{cited.key},\n{lines}}}\n"


def as_csl(cited: Citation) -> str:
    """Write a list of one item of CSL-JSON."""
    return codec.dump([csl_item(cited)], indent=2) + "\n"


def csl_item(cited: Citation) -> dict[str, Any]:
    """Make an item of CSL-JSON, of the type ``article-newspaper``."""
    article = cited.article
    item: dict[str, Any] = {"id": f"newsledger-{cited.key}", "type": "article-newspaper"}
    named = {
        "title": _line(article.headline),
        "container-title": article.publisher,
        "URL": _address(article),
        "language": article.language,
        "note": "; ".join(filter(None, (cited.place, f"“{_line(cited.quote)}”" if cited.quote else ""))),
    }
    item |= {name: value for name, value in named.items() if value}
    if article.byline:
        item["author"] = [{"literal": name} for name in article.byline]
    if article.date_published.value:
        parts = article.date_published.value[:10].split("-")
        item["issued"] = {"date-parts": [[int(part) for part in parts if part.isdigit()]]}
    day = date.fromisoformat(cited.accessed)
    item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    return item


def _address(article: Article) -> str | None:
    """Give an article's address where it is one of the web."""
    urls = (article.canonical_url, article.url)
    return next((url for url in urls if url and url.startswith(("https://", "http://"))), None)


def _line(words: str | None) -> str:
    """Write words on one line, without quotation marks at their ends."""
    return plain(" ".join((words or "").split())).strip('“”"')


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX[found[0]], " ".join(plain(words).split()))
