"""A Capture to an Article."""

import hashlib
import re

from newsledger.model import Article, Block, Capture, PageDate, content_id
from newsledger.page.rules import Rules


def read_article(capture: Capture, rules: Rules) -> Article:
    """Placeholder: each line a body block."""
    del rules
    text = capture.data if isinstance(capture.data, str) else capture.data.decode("utf-8", "replace")
    blocks = tuple(Block(role="body", start=m.start(), end=m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
    day = capture.published
    from datetime import date

    d = date.fromisoformat(day) if isinstance(day, str) and len(day) == 10 else None
    return Article(
        id=content_id(text),
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=blocks,
        headline=None,
        section=(),
        byline=(),
        publisher=None,
        origin=None,
        url=capture.url,
        canonical_url=None,
        addresses=(),
        date_published=PageDate(value=day, earliest=d, latest=d, basis="given" if d else "unknown"),
        date_modified=None,
        language="en",
        complete=None,
        receipts={},
    )
