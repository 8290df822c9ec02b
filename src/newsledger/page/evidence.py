"""What a feed says of a page: evidence for facts that the page itself does not tell, with a basis of its own."""

from contextlib import suppress
from dataclasses import replace

from newsledger.model import Article, Capture, PageDate, Receipt
from newsledger.page.words.stamps import resolve_given, resolve_metadata

_TITLE, _AUTHOR, _DATE, _TEXT = "feed:title", "feed:author", "feed:published", "feed:text"


def add_evidence(article: Article, capture: Capture) -> Article:
    """Fill in what a page does not say and its feed does: headline, by-line, date; the page's own word wins.

    A text that stands in a feed in place of its page is never whole.
    """
    told = {name: value.strip() for name, value in capture.notes.items() if name.startswith("feed:") and value.strip()}
    if not told:
        return article
    receipts = dict(article.receipts)
    headline, byline, published = article.headline, article.byline, article.date_published
    if headline is None and _TITLE in told:
        headline, receipts["headline"] = told[_TITLE], Receipt(field=_TITLE)
    if not byline and _AUTHOR in told:
        byline = tuple(name for part in told[_AUTHOR].split(";") if (name := part.strip()))
        receipts["byline"] = Receipt(field=_AUTHOR)
    if published.value is None and _DATE in told:
        published = _dated(told[_DATE]) or published
    complete = article.complete
    if _TEXT in told and complete is not False:
        complete, receipts["complete"] = False, Receipt(field=_TEXT)
    return replace(
        article, headline=headline, byline=byline, date_published=published, complete=complete, receipts=receipts
    )


def _dated(value: str) -> PageDate | None:
    found = resolve_metadata(value, _DATE, {})
    if found is None:
        with suppress(ValueError):
            found = resolve_given(value)
    return replace(found, basis="feed", receipt=Receipt(field=_DATE)) if found else None
