"""A Capture to an Article."""

import re
from collections.abc import Iterator, Sequence

from newsledger.model import READ_ROLES, Article, Capture, Receipt, Span
from newsledger.page.assemble import Facts, make_article
from newsledger.page.clean import counts_one_label, cut_dateline, find_clean_parts
from newsledger.page.decode import no_article, nothing_to_read, page_form, read_page_text
from newsledger.page.facts import Page, read_facts, read_origin, receipts_of, split_title
from newsledger.page.facts.dating import read_clean_date
from newsledger.page.layout.captions import credit_start
from newsledger.page.layout.headline import find_headline, title_likeness
from newsledger.page.layout.live import mark_entries
from newsledger.page.layout.notices import settle_notices
from newsledger.page.layout.place import lay_out
from newsledger.page.layout.prose import MarkedLine, find_prose, mark_lines
from newsledger.page.layout.roles import find_roles
from newsledger.page.markup.extract import extract_text, find_kept
from newsledger.page.markup.metadata import read_metadata
from newsledger.page.markup.tree import parse_html, walk_lines
from newsledger.page.markup.updates import read_updates
from newsledger.page.rules import Rules
from newsledger.page.words.line import Part, fold, read_lines
from newsledger.page.words.phrases import means

_TITLED = 0.35
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_LONGEST_TITLE, _LONGEST_SITE = 40, 5
_TOP = 2
# The library's time grows with the square of the elements; a page of more is judged by its lines alone.
_MOST_TAGS = 50_000


def read_article(capture: Capture, rules: Rules) -> Article:
    """Read a capture.

    Raises:
        PageError: A page holds no readable article. Clean text (``kind`` is ``text``) never raises.
    """
    if capture.kind == "text":
        return _read_clean(capture, rules)
    text = read_page_text(capture)
    if page_form(text, capture.media_type) == "html":
        return _read_html(capture, text, rules)
    return _read_dump(capture, text, rules)


def _read_clean(capture: Capture, rules: Rules) -> Article:
    data = capture.data
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    parts = find_clean_parts(text, rules)
    headline = next((Span(start=part.start, end=part.end) for part in parts if part.role == "headline"), None)
    origin, named = read_origin(text, parts, rules)
    facts = Facts(
        headline=fold(headline.of(text)) if headline else None,
        origin=origin,
        date_published=read_clean_date(capture, text, parts, rules),
        receipts=receipts_of(headline=Receipt(spans=(headline,)) if headline else None, origin=named),
    )
    return make_article(capture, text, parts, facts)


def _read_dump(capture: Capture, text: str, rules: Rules) -> Article:
    """Read a page of which only the words are left: lines, in order, menus and captions among them."""
    lines = mark_entries(mark_lines(read_lines(text), rules))
    title = _doctitle(lines)
    titles = (title,) if title else ()
    first = 1 if title else 0
    rest = lines[first:]
    headline = find_headline(rest, titles, rules)
    article = find_prose(rest, headline)
    layout = lay_out(rest, headline, article, title=title)
    roles = settle_notices(rest, find_roles(rest, layout, rules), layout, rules)
    page = Page(capture=capture, lines=rest, roles=roles, layout=layout, title=title)
    heading = [Part(role="furniture", start=lines[0].line.start, end=lines[0].line.end)] if title else []
    return _make(page, text, heading, rules)


def _read_html(capture: Capture, source: str, rules: Rules) -> Article:
    tree = parse_html(source)
    plain = walk_lines(tree, rules.hints) if tree is not None else ()
    if tree is None or not plain:
        raise nothing_to_read(capture)
    lines = mark_entries(mark_lines(plain, rules), read_updates(tree))
    metadata = read_metadata(tree, rules.trust)
    kept = find_kept(plain, extract_text(tree)) if source.count("<") <= _MOST_TAGS else None
    headline = find_headline(lines, [fact.value for fact in metadata.get("headline", ())], rules, kept)
    prose = find_prose(lines, headline, kept)
    layout = lay_out(lines, headline, prose, [fact.value for fact in metadata.get("byline", ())])
    roles = settle_notices(lines, find_roles(lines, layout, rules), layout, rules)
    page = Page(capture=capture, lines=lines, roles=roles, layout=layout, metadata=metadata)
    article = _make(page, "\n".join(line.text for line in plain), [], rules)
    if not any(block.role in READ_ROLES for block in article.blocks):
        raise no_article(capture)
    return article


def _doctitle(lines: Sequence[MarkedLine]) -> str | None:
    """Give the ``<title>`` that begins a dump: it holds a later line, or the site's name at its end."""
    first = lines[0] if len(lines) > 1 else None
    if first is None or first.days or first.report or means(first.rows, "byline", "published", "modified"):
        return None
    title = first.line
    if not 2 <= title.words <= _LONGEST_TITLE or title.text.endswith("."):
        return None
    later = (marked.line for marked in lines[1:] if 1 < marked.line.words <= title.words)
    likeness = max((title_likeness(line.text, (title.text,)) for line in later), default=0.0)
    return title.text if likeness >= _TITLED or _ends_in_site(title.text) else None


def _ends_in_site(title: str) -> bool:
    *before, site = split_title(title)
    named = site[0].isupper() and len(site.split()) <= _LONGEST_SITE
    return bool(before) and (named or _DOMAIN.fullmatch(site) is not None)


def _make(page: Page, text: str, heading: Sequence[Part], rules: Rules) -> Article:
    parts = [*heading, *_parts(page, text, rules)]
    return make_article(page.capture, text, parts, read_facts(page, text, parts, rules))


def _parts(page: Page, text: str, rules: Rules) -> Iterator[Part]:
    """Cut the lines into parts: a dateline off a first paragraph, a credit off a caption."""
    bodies = (marked.line.text for marked, role in zip(page.lines, page.roles, strict=True) if role == "body")
    colon = counts_one_label(bodies)
    seen = 0
    for marked, role in zip(page.lines, page.roles, strict=True):
        line = marked.line
        if role == "body":
            yield from cut_dateline(text, (line.start, line.end), rules, top=seen < _TOP, colon=colon)
            seen += 1
        elif role == "caption" and (cut := credit_start(line.text, rules)):
            stop = line.start + len(line.text[:cut].rstrip())
            yield Part(role="caption", start=line.start, end=stop)
            yield Part(role="credit", start=line.start + cut, end=line.end)
        else:
            yield Part(role=role, start=line.start, end=line.end, at=line.at if role == "live_entry" else None)
