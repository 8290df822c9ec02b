"""One article, many addresses: the canonical one, and all that the page itself names."""

import re
from collections.abc import Iterator

from newsledger.model import Receipt
from newsledger.page.facts.labelled import LabelledPage
from newsledger.page.markup.metadata import Fact
from newsledger.page.rules import Rules
from newsledger.page.words.address import AddressRules, canonical_address, clean_address, drop_parameters, parts_of
from newsledger.page.words.phrases import means

_ADDRESS = re.compile(
    r"(?<![\w@./-])(?P<scheme>https?://)?(?P<host>(?:[\w-]+\.)+[a-z][a-z0-9-]+)(?![\w-]*@)(?P<path>/[\w./%~-]*)?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\W*(?:(?:and|or|og|und|et|y|e)\s+)?{_ADDRESS.pattern}\W*", re.IGNORECASE)
_LONGEST_NOTICE, _LONGEST_LINE, _MOST_MIRRORS, _MOST_ADDRESSES = 60, 500, 12, 40
# What stands after the last dot of a file's name, not of a host's.
_FILES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|css|js|pdf|mp[34]|docx?|html?|php|aspx?)$", re.IGNORECASE)

_IMAGES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)


def read_canonical(page: LabelledPage, rules: Rules) -> tuple[str | None, Receipt | None]:
    """Give the article's own address: what the markup names, else what the page's own address comes down to.

    An address of the site's front page is none of the article's, unless the page has no other.
    """
    for fact in page.facts("canonical_url"):
        address = _resolve(page, fact)
        if address and not _is_front(address, page):
            return drop_parameters(address, rules.addresses), Receipt(field=fact.field)
    own = clean_address(page.capture.url or "")
    return (canonical_address(own, rules.addresses), Receipt(field="url")) if own else (None, None)


def read_addresses(page: LabelledPage, rules: Rules) -> tuple[str, ...]:
    """List every address that the page names for itself or its site: in its markup, and mirrors in its words."""
    named = [address for fact in page.facts("address") if (address := _resolve(page, fact))]
    known = {_comparable(address, rules.addresses) for address in named}
    mirrors = [address for address in _mirrors(page, rules) if _comparable(address, rules.addresses) not in known]
    # Of two that differ in http or https only, the first is enough.
    by_bare: dict[str, str] = {}
    for address in (*named, *mirrors):
        by_bare.setdefault(address.partition("://")[2] or address, address)
    return tuple(by_bare.values())[:_MOST_ADDRESSES]


def _resolve(page: LabelledPage, fact: Fact) -> str | None:
    address = clean_address(fact.value, _base(page))
    return None if address and _IMAGES.search(address) else address


def _base(page: LabelledPage) -> str | None:
    """Give what relative addresses are relative to: ``<base>`` only where it is of the page's own host."""
    own = clean_address(page.capture.url or "")
    base = next((clean_address(fact.value, own) for fact in page.facts("base")), None)
    if base and (own is None or parts_of(base).netloc == parts_of(own).netloc):
        return base
    return own


def _is_front(address: str, page: LabelledPage) -> bool:
    own = clean_address(page.capture.url or "")
    parts = parts_of(address)
    front = parts.path.strip("/") == "" and not parts.query
    return front and (own is None or parts_of(own).path.strip("/") != "" or bool(parts_of(own).query))


def _comparable(address: str, rules: AddressRules) -> str:
    whole = clean_address(address if "://" in address else f"http://{address}")
    bare = canonical_address(whole, rules).partition("://")[2] if whole else address
    return bare.removeprefix("www.").rstrip("/")


def _mirrors(page: LabelledPage, rules: Rules) -> Iterator[str]:
    """Give the addresses that a notice of mirrors names, in it or on the lines below it, as they are written."""
    own = (parts_of(page.capture.url or "").hostname or "").removeprefix("www.")
    last = -_MOST_MIRRORS  # the last line that a notice of mirrors governs
    for number, (marked, role) in enumerate(zip(page.lines, page.roles, strict=True)):
        if role not in ("furniture", "related") or "." not in marked.line.text:
            continue
        found = [match for match in _ADDRESS.finditer(marked.line.text[:_LONGEST_LINE]) if _is_mirror(match, own)]
        bare = last == number - 1 and _BARE.fullmatch(marked.line.text)
        if found and (bare or _is_notice(page, number, rules)):
            last = number
            yield from (match.group().rstrip("./") for match in found)


def _is_notice(page: LabelledPage, number: int, rules: Rules) -> bool:
    """Say whether a line, or the line above one of addresses alone, speaks of mirrors."""
    mine = page.lines[number].line
    above = [page.lines[number - 1].line] if number and _BARE.fullmatch(mine.text[:_LONGEST_LINE]) else []
    return any(
        line.words <= _LONGEST_NOTICE and means(rules.notices.find_words(line.tokens), "mirror")
        for line in (mine, *above)
    )


def _is_mirror(match: re.Match[str], own: str) -> bool:
    address, host = match.group(), match.group("host").lower().removeprefix("www.")
    whole = clean_address(address if match.group("scheme") else f"http://{address}")
    return whole is not None and not _FILES.search(address) and (host != own or match.group("path") is not None)
