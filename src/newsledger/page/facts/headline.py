"""The headline, the path of sections and the language that a page names."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from newsledger.model import Receipt, Span
from newsledger.page.facts.labelled import LabelledPage, squash
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.layout.sections import section_names
from newsledger.page.rules import Rules
from newsledger.page.words.line import Line, count_words, words_of
from newsledger.page.words.phrases import means

_TITLE_MARK = re.compile(r"\s+(?:[|–—·»:]|--?)\s+|\s*\|\s*")
_NAMES = re.compile(r"\s*[,|]\s*|\s+[–—·-]\s+")
# What stands before a headline in its line: "Harbours - " and "Harbours: "
_KICKER = re.compile(r"\w.*(?:(?::|\s[|–—»·-])\s+|[〉》›]\s*)$")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
# "News,Europe" lists two sections; "Arts, Culture and Media" is the name of one.
_LISTED = re.compile(r",(?=\S)|;\s*|\s*[|>»›]\s*|(?<=[^\W\d_])/(?=[^\W\d_])")
# A heading so many lines below the headline may be the article's own.
_BELOW = 3
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LONGEST_SECTION, _MOST_PARTS, _FEWEST_WORDS = 60, 6, 3


def read_headline(page: LabelledPage, rules: Rules) -> tuple[str | None, Receipt | None]:
    """Take the headline as it is printed, else from the markup.

    A kicker that is printed in one line with the headline is left out where the page gives the headline alone too
    ("Harbours - Old lock closes for two years"). A line that has the site's name only is no headline.
    """
    sites = _sites(page)
    given = [(value, key) for value, key in _titles(page) if not _is_site(value, sites)]
    for marked in page.of_role("headline"):
        line = _printed_below(page, marked) or marked.line
        if not given or (squash(line.text) not in sites and _is_titled(page, line, sites)):
            span = _cut(line, [value for value, _ in given], rules)
            return span.of(line.text), Receipt(spans=(Span(start=line.start + span.start, end=line.start + span.end),))
    for value, key in given or _titles(page):
        return value, Receipt(field=key)
    return None, None


def _printed_below(page: LabelledPage, headline: MarkedLine) -> Line | None:
    """Give the heading just below the headline that JSON-LD names as the article's, word for word.

    Some papers print a headline for search engines above their own.
    """
    own = next((squash(fact.value) for fact in page.facts("headline") if fact.field == "json-ld:headline"), "")
    if not own or own == squash(headline.line.text):
        return None
    number = page.lines.index(headline)
    below = (marked.line for marked in page.lines[number + 1 : number + 1 + _BELOW])
    return next((line for line in below if line.tag in _HEADINGS and squash(line.text) == own), None)


def _is_site(title: str, sites: frozenset[str]) -> bool:
    """Say whether a title is nothing but names of the site: "Sea News", "Sea News, seanews.example"."""
    return squash(title) in sites or all(squash(part) in sites for part in _NAMES.split(title))


def _is_titled(page: LabelledPage, line: Line, sites: frozenset[str]) -> bool:
    """Say whether a line shares a word with what the markup calls the article, so that it may be its headline."""
    given = [fact.value for fact in page.facts("headline") if fact.field != "title"]
    titles = [words_of(title) for title in given if not _is_site(title, sites)]
    told = [title for title in titles if len(title) >= _FEWEST_WORDS]
    spaced = line.words == len(line.tokens)  # the words of other scripts are not told apart
    return not told or not spaced or any(not set(line.tokens).isdisjoint(title) for title in told)


def _cut(line: Line, titles: Sequence[str], rules: Rules) -> Span:
    """Give where the headline stands in its line: below a kicker, before the section that follows a bar."""
    start = len(line.text) - len(_without_kicker(line.text, titles))
    head, bar, section = line.text.rpartition(" | ")
    named = bar and section.strip().lower() in rules.sections
    return Span(start=start, end=len(head.rstrip()) if named and len(head) > start else len(line.text))


def _titles(page: LabelledPage) -> list[tuple[str, str]]:
    """Give what the page calls itself, and where; of a ``<title>`` the first part that is not the site's name."""
    sites = _sites(page)
    named = [(fact.value, fact.field) for fact in page.facts("headline")]
    titles: list[tuple[str, str]] = []
    for value, key in [*named, *([(page.title, "title")] if page.title else [])]:
        parts = [part.strip() for part in (split_title(value) if key == "title" else [value])]
        titles.append((next((part for part in parts if squash(part) not in sites), parts[0]), key))
    return titles


def _sites(page: LabelledPage) -> frozenset[str]:
    """Give the names of the site: of who publishes the page, and of its host."""
    address = page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")
    host = address.partition("://")[2].partition("/")[0].lower()
    hosts = (host, host.removeprefix("www."), host.removeprefix("www.").rpartition(".")[0])
    titles = {squash(fact.value) for fact in page.facts("headline") if fact.field != "title"}
    named = {squash(fact.value) for fact in page.facts("publisher")} - titles  # some name each page as a site
    return frozenset({squash(name) for name in hosts} | named) - {""}


def _without_kicker(text: str, titles: Sequence[str]) -> str:
    """Give the end of a line that the page calls its headline, below a kicker; the line itself where there is none."""
    ends = (title for title in titles if count_words(title) >= _FEWEST_WORDS and text.endswith(title))
    return max((end for end in ends if _KICKER.search(text[: -len(end)])), key=len, default=text)


def split_title(title: str) -> list[str]:
    """Cut a ``<title>`` into the headline and the names of the site and its sections."""
    return [part for part in _TITLE_MARK.split(title) if part.strip()] or [title]


def read_section(page: LabelledPage, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    """Take the path of sections from its lines where they are a path or named elsewhere too, else from the markup.

    One line alone above a headline may be a kicker, which is of this article only.
    """
    names, receipt = _written(page, rules)
    given, given_from = _given(page, rules)
    known = {squash(name) for name in given} | _words_of_address(page)
    path = len(names) > 1 and receipt is not None and len(receipt.spans) == 1
    if names and (path or not given or any(squash(name) in known for name in names)):
        return names, receipt
    return (given, given_from) if given else _in_address(page, rules)


def _in_address(page: LabelledPage, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    """Take the path of sections from the address, as far as its parts are known names of sections."""
    address, field = page.capture.url or "", "url"
    if "://" not in address:
        address, field = next(((fact.value, fact.field) for fact in page.facts("canonical_url")), ("", "url"))
    parts = [unquote(part).replace("-", " ").replace("_", " ").strip() for part in _path_of(address)]
    names = tuple(dict.fromkeys(part for part in parts if part.lower() in rules.sections and _is_section(part, rules)))
    return (names, Receipt(field=field)) if names else ((), None)


def _path_of(address: str) -> list[str]:
    """Give the parts of an address between its host and the last, which names the article."""
    return address.partition("://")[2].partition("?")[0].split("/")[1:-1][:_MOST_PARTS]


def _written(page: LabelledPage, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    headline = next((marked.line.text for marked in page.of_role("headline")), None)
    names: list[str] = []
    spans: list[Span] = []
    for marked in page.of_role("section"):
        parts = section_names(marked.line.text, rules)
        fresh = [name for name in parts if name not in names and name != headline and _is_section(name, rules)]
        if fresh:
            names += fresh
            spans.append(marked.line.span)
    return tuple(names), Receipt(spans=tuple(spans)) if spans else None


def _given(page: LabelledPage, rules: Rules) -> tuple[tuple[str, ...], Receipt | None]:
    titles = {squash(fact.value) for fact in page.facts("headline")}
    titles |= {squash(marked.line.text) for marked in page.of_role("headline")}
    outlets = {squash(fact.value) for fact in page.facts("publisher")}
    for kind in ("breadcrumb", "section"):
        for first in page.facts(kind):
            same = [fact.value for fact in page.facts(kind) if fact.field == first.field]
            listed = [
                part.strip() for value in same for part in (_LISTED.split(value) if kind == "section" else [value])
            ]
            names = tuple(
                dict.fromkeys(
                    name for name in listed if _is_section(name, rules) and squash(name) not in titles | outlets
                )
            )
            if names:
                return names, Receipt(field=first.field)
    return (), None


def _is_section(name: str, rules: Rules) -> bool:
    """Say whether a name is one of a section; publishing systems write some where an article has none."""
    no_section = name.lower() in rules.classes["no_section"]
    told = not name or len(name) > _LONGEST_SECTION or no_section or "://" in name or name.isdecimal()
    return not told and not means(rules.phrases.find(name), "home")


def _words_of_address(page: LabelledPage) -> set[str]:
    address = page.capture.url or next((fact.value for fact in page.facts("canonical_url")), "")
    return {squash(part) for part in _path_of(address) if part}


def read_language(page: LabelledPage) -> str | None:
    """Take the language from the markup, as a BCP 47 tag."""
    for fact in page.facts("language"):
        if _LANGUAGE.fullmatch(fact.value):
            parts = fact.value.replace("_", "-").split("-")
            return "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])
    return None
