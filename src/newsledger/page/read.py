"""A Capture to an Article."""

from collections.abc import Sequence

from newsledger.model import Article, Capture, PageDate, Receipt, Span
from newsledger.page.assemble import Facts, make_article
from newsledger.page.clean import find_clean_parts
from newsledger.page.dateline import read_dateline
from newsledger.page.dates import resolve_given
from newsledger.page.decode import read_page_text
from newsledger.page.line import Part, fold
from newsledger.page.rules import Rules


def read_article(capture: Capture, rules: Rules) -> Article:
    """Read a capture.

    Raises:
        PageError: A page holds no readable article. Clean text (``kind`` is ``text``) never raises.
    """
    if capture.kind == "text":
        return _read_clean(capture, rules)
    text = read_page_text(capture)
    return _read_clean_text(capture, text, rules)


def _read_clean(capture: Capture, rules: Rules) -> Article:
    data = capture.data
    return _read_clean_text(capture, data if isinstance(data, str) else data.decode("utf-8", "replace"), rules)


def _read_clean_text(capture: Capture, text: str, rules: Rules) -> Article:
    parts = find_clean_parts(text, rules)
    receipts = {}
    headline = next((part for part in parts if part.role == "headline"), None)
    if headline:
        receipts["headline"] = Receipt(spans=(Span(start=headline.start, end=headline.end),))
    origin, where = read_origin(text, parts, rules)
    if where:
        receipts["origin"] = where
    return make_article(
        capture,
        text,
        parts,
        Facts(
            headline=fold(text[headline.start : headline.end]) if headline else None,
            origin=origin,
            date_published=resolve_given(capture.published) if isinstance(capture.published, str) else PageDate(),
            receipts=receipts,
        ),
    )


def read_origin(text: str, parts: Sequence[Part], rules: Rules) -> tuple[str | None, Receipt | None]:
    """Take the agency from the first dateline that names one."""
    for part in parts:
        if part.role != "dateline":
            continue
        found = read_dateline(text[part.start : part.end], rules.agencies, rules.months)
        if found and found.agency:
            span = Span(start=part.start + found.agency_start, end=part.start + found.agency_end)
            return found.agency["agency"], Receipt(spans=(span,))
    return None, None
