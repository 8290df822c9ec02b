"""The fields of an article: from what was given, from markup, from the page's own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from newsledger.model import BlockRole, Capture, PageDate, Receipt, Span
from newsledger.page.layout.byline import find_names, is_desk
from newsledger.page.layout.place import Layout
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.layout.sections import section_names
from newsledger.page.markup.metadata import Fact, Metadata
from newsledger.page.rules import Rules
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.dates import find_days, resolve_given, resolve_metadata, resolve_text, resolve_url
from newsledger.page.words.phrases import means

# "© 2017 Harbour News", "Copyright 2017 Harbour News Ltd. All rights reserved."
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:copyright\W*)?(?:(?:19|20)\d\d\W*(?:[-–]\W*(?:19|20)?\d\d\W*)?)?(?:by )?"
    r"(?P<name>[^\W\d_][^©|.,;:()\n]{1,48}?)"
    r"(?=\s*(?:[©|.,;:()]|$|\b(?:19|20)\d\d|\ball rights|\binc\b|\bltd\b|\bllc\b))",
    re.IGNORECASE,
)
# "Harbour News' website can also be accessed at", "read Harbour News at these addresses", "About Harbour News"
_WEBSITE = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w .&-]{1,40}?)(?:['’]s?)? (?:(?:web ?site|news app|app) (?:can|is|may|uses)"
    r"|(?:can|may) (?:also )?be (?:accessed|read|reached|found))\b"
)
_ALSO_AT = re.compile(
    r"\b(?:read|find|reach|visit) (?P<name>[A-ZÀ-Þ][\w .&-]{1,40}?) (?:also )?(?:at|on|under) (?:these|the|our)\b"
)
_ABOUT = re.compile(r"^About (?P<name>(?:the )?[A-ZÀ-Þ][\w .&-]{1,40})$")
_TITLE_MARK = re.compile(r"\s+(?:[|–—·»:]|--?)\s+|\s*\|\s*")
_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://)?(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|(?<=://)[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:/[\w./%-]*)?",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
# What agencies forbid the papers that print them: the words name the agency, not the paper.
_SYNDICATED = re.compile(r"\b(?:rewritten|redistributed|redistribution)\b", re.IGNORECASE)
_NO_PUBLISHERS = frozenset(["all", "rights", "reserved", "copyright", "us", "our", "this", "the", "team"])
_MOST_WORDS = 7
_HEAD = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page whose lines have their roles."""

    capture: Capture
    lines: Sequence[MarkedLine]
    roles: Sequence[BlockRole]
    layout: Layout
    metadata: Metadata = field(default_factory=dict)
    title: str | None = None

    def of_role(self, role: BlockRole) -> Iterator[MarkedLine]:
        """Give the lines of a role."""
        return (marked for marked, mine in zip(self.lines, self.roles, strict=True) if mine == role)

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """Give what the markup says of a kind, the most trusted first."""
        return self.metadata.get(kind, ())


def read_headline(page: Page) -> tuple[str | None, Receipt | None]:
    """Take the headline from its line, else from the markup."""
    for marked in page.of_role("headline"):
        return marked.line.text, Receipt(spans=(marked.line.span,))
    for fact in page.facts("headline"):
        return fact.value, Receipt(field=fact.field)
    if page.title:
        return split_title(page.title)[0], Receipt(field="title")
    return None, None


def split_title(title: str) -> list[str]:
    """Cut a ``<title>`` into the headline and the names of the site and its sections."""
    return [part for part in _TITLE_MARK.split(title) if part.strip()] or [title]


def _is_home(name: str, rules: Rules) -> bool:
    return means(rules.phrases.find(name), "home")


def read_section(page: Page, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    """Take the path of sections from its lines, else from the markup."""
    headline = next((marked.line.text for marked in page.of_role("headline")), None)
    names: list[str] = []
    spans: list[Span] = []
    for marked in page.of_role("section"):
        parts = section_names(marked.line.text)
        fresh = [name for name in parts if name not in names and name != headline and not _is_home(name, rules)]
        if fresh:
            names += fresh
            spans.append(marked.line.span)
    if names:
        return tuple(names), Receipt(spans=tuple(spans))
    for kind in ("breadcrumb", "section"):
        facts = page.facts(kind)
        if facts:
            values = tuple(dict.fromkeys(fact.value for fact in facts if fact.value != headline))
            return values, Receipt(field=facts[0].field)
    return (), None


def read_byline(page: Page, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    """Take the authors from the byline's words, else from the markup."""
    found: dict[str, Span] = {}
    for marked in page.of_role("byline"):
        for name in find_names(marked.line.text, marked.line.start, rules):
            if name.name.lower() not in rules.agencies:
                found.setdefault(name.name, Span(start=name.start, end=name.end))
    if found:
        return tuple(found), Receipt(spans=tuple(found.values()))
    facts = [fact for fact in page.facts("byline") if _is_author(fact.value, rules)]
    if not facts:
        return (), None
    first = [fact for fact in facts if fact.field == facts[0].field]
    return tuple(dict.fromkeys(fact.value for fact in first)), Receipt(field=first[0].field)


def _is_author(value: str, rules: Rules) -> bool:
    """Say whether the markup's author may be a person: no address, no agency and no desk."""
    return "://" not in value and len(value) <= 200 and value.lower() not in rules.agencies and not is_desk(value)


def read_publisher(page: Page) -> tuple[str | None, Receipt | None]:
    """Take the publisher from the markup, the furniture's words, or the end of the title."""
    for fact in page.facts("publisher"):
        if "://" not in fact.value:
            return fact.value, Receipt(field=fact.field)
    for pattern in (_WEBSITE, _ALSO_AT, _COPYRIGHT, _ABOUT):
        for marked in page.of_role("furniture"):
            match = pattern.search(marked.line.text[:300])
            if match and _is_publisher(match.group("name")) and not _SYNDICATED.search(marked.line.text):
                start = marked.line.start + match.start("name")
                span = Span(start=start, end=start + len(match.group("name")))
                return match.group("name"), Receipt(spans=(span,))
    return _publisher_in_title(page)


def _is_publisher(name: str) -> bool:
    words = name.split()
    first = words[1] if len(words) > 1 and words[0].lower() == "the" else words[0]
    return len(words) <= _MOST_WORDS and first.lower() not in _NO_PUBLISHERS and first[0].isupper()


def _publisher_in_title(page: Page) -> tuple[str | None, Receipt | None]:
    headline = next((marked.line.text for marked in page.of_role("headline")), None)
    titles = [(fact.value, fact.field) for fact in page.facts("headline") if fact.field == "title"]
    titles += [(page.title, "title")] if page.title else []
    for title, name in titles:
        parts = split_title(title)
        if headline and len(parts) > 1 and headline.startswith(parts[0][:30]) and _is_publisher(parts[-1]):
            return parts[-1], Receipt(field=name)
    return None, None


def read_dates(page: Page, rules: Rules) -> tuple[PageDate, PageDate | None]:
    """Take the dates of publication and change.

    A date that somebody gave wins, then the markup, then the page's own words near its headline,
    then the address. A page without any has an unknown date, to be dated by its words later.
    """
    words_published, words_modified = _dates_in_words(page)
    modified = _from_markup(page, "modified", rules) or words_modified
    if isinstance(page.capture.published, str):
        return resolve_given(page.capture.published), modified
    address = page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")
    published = (
        _from_markup(page, "published", rules)
        or words_published
        or _date_in_dateline(page, rules)
        or resolve_url(address, rules.months)
    )
    return published or PageDate(), modified


def _date_in_dateline(page: Page, rules: Rules) -> PageDate | None:
    first = next(page.of_role("body"), None)
    found = first and read_dateline(first.line.text[:_HEAD], rules.agencies, rules.months)
    if not first or not found:
        return None
    day = next(find_days(first.line.text[: found.end], rules.months), None)
    return resolve_text(day, first.line.start) if day else None


def _from_markup(page: Page, kind: str, rules: Rules) -> PageDate | None:
    dates = (resolve_metadata(fact.value, fact.field, rules.months) for fact in page.facts(kind))
    return next((found for found in dates if found), None)


def _dates_in_words(page: Page) -> tuple[PageDate | None, PageDate | None]:
    """Find the date line: before the first paragraph or just after the last, not in a list of teasers."""
    layout = page.layout
    top = (layout.headline if layout.headline is not None else layout.start) - 6
    published = modified = bare = None
    for number, marked in enumerate(page.lines):
        if not marked.days or page.roles[number] not in ("furniture", "byline", "standfirst"):
            continue
        if not (top <= number < layout.start or layout.end <= number < layout.end + 4):
            continue
        first = resolve_text(marked.days[0], marked.line.start)
        if means(marked.rows, "published"):
            published = published or first
            if len(marked.days) > 1:
                modified = modified or resolve_text(marked.days[1], marked.line.start)
        elif means(marked.rows, "modified"):
            modified = modified or first
        elif number < layout.start:
            bare = bare or first
    return published or bare, modified


def read_addresses(page: Page) -> tuple[str, ...]:
    """Find the other addresses of the site that its furniture names."""
    own = urlsplit(page.capture.url or "").hostname
    found = (
        match.group().rstrip("./")
        for marked in page.of_role("furniture")
        if marked.line.words <= 40
        for match in _ADDRESS.finditer(marked.line.text)
    )
    return tuple(
        dict.fromkeys(
            address for address in found if urlsplit(f"//{address.partition('//')[2] or address}").hostname != own
        )
    )


def read_canonical(page: Page) -> tuple[str | None, Receipt | None]:
    """Take the page's own address from the markup, made whole."""
    for fact in page.facts("canonical_url"):
        try:
            address = urljoin(page.capture.url or "", fact.value)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")):
            return address, Receipt(field=fact.field)
    return None, None


def read_language(page: Page) -> str | None:
    """Take the language from the markup, as a BCP 47 tag."""
    for fact in page.facts("language"):
        if _LANGUAGE.fullmatch(fact.value):
            parts = fact.value.replace("_", "-").split("-")
            return "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])
    return None


def read_complete(page: Page) -> bool | None:
    """Say whether the article is whole: no behind a pay wall, yes where the markup says that it is free."""
    body = sum(marked.line.words for marked in page.of_role("body"))
    after = page.lines[page.layout.start : page.layout.end + 12]
    walled = any(means(marked.rows, "paywall") for marked in after)
    free = [fact.value.lower() for fact in page.facts("free")]
    if walled or (any(value in ("false", "no", "0") for value in free) and body < 400):
        return False
    return True if any(value in ("true", "yes", "1") for value in free) and body else None


def receipts_of(**named: Receipt | None) -> Mapping[str, Receipt]:
    """Keep the receipts that are there."""
    return {name: receipt for name, receipt in named.items() if receipt}
