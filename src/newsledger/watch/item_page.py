"""What a feed says of an item: its own text as a page, for where that cannot be had, and notes beside a page."""

import html

from newsledger.store import FeedItem

#: Of the page that is made.
MEDIA_TYPE = "text/html; charset=utf-8"


def page_of_item(listed: FeedItem) -> bytes:
    """Write a page of what a feed says of an item: its title, authors and text, and nothing else."""
    title = html.escape(listed.title or "")
    authors = html.escape(", ".join(listed.authors))
    markup = listed.markup or ""
    # Words that no tag parts are one paragraph.
    text = (
        markup if "<p" in markup.lower() or "<br" in markup.lower() or "<div" in markup.lower() else f"<p>{markup}</p>"
    )
    parts = [
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><article>',
        f"<h1>{title}</h1>" if title else "",
        f'<p class="byline">By {authors}</p>' if authors else "",
        f"{text}</article></body></html>",
    ]
    return "\n".join(parts).encode("utf-8", "replace")


def notes_of(listed: FeedItem, *, source: str | None = None, is_item: bool = False) -> dict[str, str]:
    """Write down what a feed says of a page: evidence of its own, which its reader may weigh."""
    told = {
        "feed": source,
        "feed:title": listed.title,
        "feed:published": listed.published,
        "feed:author": "; ".join(listed.authors) or None,
        "feed:text": "yes" if is_item else None,
    }
    return {name: value for name, value in told.items() if value}
