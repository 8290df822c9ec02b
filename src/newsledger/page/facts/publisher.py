"""Who publishes the page."""

import html
import re
from collections.abc import Iterator
from unicodedata import combining, normalize

from newsledger.model import Receipt, Span
from newsledger.page.facts.headline import split_title
from newsledger.page.facts.labelled import LabelledPage, squash
from newsledger.page.markup.metadata import Fact
from newsledger.page.rules import Rules
from newsledger.page.words.line import Line

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
# What agencies forbid the papers that print them: the words name the agency, not the paper.
_SYNDICATED = re.compile(r"\b(?:rewritten|redistributed|redistribution)\b", re.IGNORECASE)
_MOST_WORDS, _LONGEST, _WEAK, _SHORTEST = 7, 80, 6, 3
# www.harbour.example; "Harbour.example" is a name. "U.S." is the edition of a site.
_HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}|www\.\S+")
# https://www.harbour.example:8080/news; a number is no publisher
_HOST_OF = re.compile(r"https?://(?:www\.|m\.|amp\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_EDITION = re.compile(r"(?:[A-Z]\.){1,3}|(?:home|news|world|index|website|blog|site)", re.IGNORECASE)


def read_publisher(page: LabelledPage, rules: Rules) -> tuple[str | None, Receipt | None]:
    """Take the publisher from the markup, the furniture's words, or the end of the title.

    An agency that the markup names beside a paper is where the report comes from, not who publishes the page.
    """
    named = [(name, fact.field) for fact in page.facts("publisher") for name in _cleaned(fact, page)]
    papers = [pair for pair in named if pair[0].lower() not in rules.agencies and not _HOST.fullmatch(pair[0])]
    told = papers or [pair for pair in named if not _HOST.fullmatch(pair[0])]
    if told:
        # The paper by whose name the site goes, before the company that owns it.
        name, key = next((pair for pair in told if _is_of_host(pair[0], page)), told[0])
        return _best_written(name, [other for other, _ in named]), Receipt(field=key)
    found = _in_words(page, rules) or _in_title(page, rules)
    if found:
        return found
    if named:
        return named[0][0].removeprefix("www."), Receipt(field=named[0][1])
    return _in_address(page)


def _in_address(page: LabelledPage) -> tuple[str | None, Receipt | None]:
    """Take the host for want of a name: "harbour.example"."""
    address, field = page.capture.url or "", "url"
    if "://" not in address:
        address, field = next(((fact.value, fact.field) for fact in page.facts("canonical_url")), ("", "url"))
    host = _HOST_OF.match(address)
    return (host.group(1).lower(), Receipt(field=field)) if host else (None, None)


def _cleaned(fact: Fact, page: LabelledPage) -> Iterator[str]:
    """Give the name alone: "The Harbour News | Harbour.example" is two. An app's name must be like the host's."""
    name = html.unescape(fact.value).split("|")[0].strip(" -–—·@©")
    if "://" in name or not 1 < len(name) <= _LONGEST or _EDITION.fullmatch(name) or name.isdecimal():
        return
    if fact.trust < _WEAK or squash(name) in squash(_host(page)):
        yield name


def _host(page: LabelledPage) -> str:
    address = page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")
    return address.partition("://")[2].partition("/")[0].replace("-", "").replace(".", "")


def _is_of_host(name: str, page: LabelledPage) -> bool:
    """Say whether a name stands in the host's: "Tages-Post" in tagespost.example."""
    plain = "".join(letter for letter in normalize("NFKD", squash(name)) if not combining(letter))
    return len(plain) >= _SHORTEST and plain in _host(page)


def _best_written(name: str, others: list[str]) -> str:
    """Give the name as it is written out where another key runs it together: "Harbour News" for "harbournews"."""
    same = [other for other in others if squash(other) == squash(name)]
    return max(same, key=lambda other: (other.count(" "), sum(map(str.isupper, other)) < len(other) / 2, other == name))


def _in_words(page: LabelledPage, rules: Rules) -> tuple[str, Receipt] | None:
    told = [marked for marked in page.of_role("furniture") if _may_name(marked.line, rules)]
    for pattern in (_WEBSITE, _ALSO_AT, _COPYRIGHT, _ABOUT):
        for marked in told:
            match = pattern.search(marked.line.text[:300])
            if match and _is_publisher(match.group("name"), rules) and not _SYNDICATED.search(marked.line.text):
                start = marked.line.start + match.start("name")
                span = Span(start=start, end=start + len(match.group("name")))
                return match.group("name"), Receipt(spans=(span,))
    return None


def _may_name(line: Line, rules: Rules) -> bool:
    """Say whether a line has a word that each line with a publisher's name has: most lines of a page have none."""
    return not rules.classes["publisher_cue"].isdisjoint(line.tokens) or "©" in line.text or "opyright" in line.text


def _is_publisher(name: str, rules: Rules) -> bool:
    words = name.split()
    first = words[1] if len(words) > 1 and words[0].lower() == "the" else words[0]
    told = first.lower() not in rules.classes["no_publisher"] and first[0].isupper() and not words[-1].isdecimal()
    return told and len(words) <= _MOST_WORDS


def _in_title(page: LabelledPage, rules: Rules) -> tuple[str, Receipt] | None:
    headline = next((marked.line.text for marked in page.of_role("headline")), None)
    titles = [(fact.value, fact.field) for fact in page.facts("headline") if fact.field == "title"]
    titles += [(page.title, "title")] if page.title else []
    for title, name in titles:
        parts = split_title(title)
        if headline and len(parts) > 1 and headline.startswith(parts[0][:30]) and _is_publisher(parts[-1], rules):
            return parts[-1], Receipt(field=name)
    return None
