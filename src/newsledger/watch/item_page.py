"""An item's own text as a page, for where its page cannot be had."""

import html

from newsledger.store import Listed


def page_of_item(listed: Listed) -> bytes:
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
