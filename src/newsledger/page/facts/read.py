"""All fields of a page, each with its receipt."""

from collections.abc import Sequence

from newsledger.model import Receipt
from newsledger.page.assemble import Facts
from newsledger.page.facts.addresses import read_addresses, read_canonical
from newsledger.page.facts.authors import read_byline
from newsledger.page.facts.complete import read_complete
from newsledger.page.facts.dating import read_dates
from newsledger.page.facts.headline import read_headline, read_language, read_section, split_title
from newsledger.page.facts.labelled import LabelledPage, receipts_of, squash
from newsledger.page.facts.origin import read_origin
from newsledger.page.facts.publisher import read_publisher
from newsledger.page.rules import Rules
from newsledger.page.words.line import Part

__all__ = ["read_facts", "split_title"]


def read_facts(page: LabelledPage, text: str, parts: Sequence[Part], rules: Rules) -> Facts:
    """Read every field of a page.

    Args:
        page: The page's lines with their roles, and what its markup says.
        text: The article's text.
        parts: Its parts, in order; a report's origin may stand in the dateline that was cut off a line.
        rules: The room's rules.
    """
    headline, headline_from = read_headline(page, rules)
    section, section_from = read_section(page, rules)
    byline, byline_from = read_byline(page, rules)
    publisher, publisher_from = read_publisher(page, rules)
    origin, origin_from = _origin_beside(publisher, byline, page, text, parts, rules)
    canonical, canonical_from = read_canonical(page, rules)
    published, modified = read_dates(page, rules)
    complete, complete_from = read_complete(page, rules)
    return Facts(
        headline=headline,
        section=section,
        byline=byline,
        publisher=publisher,
        origin=origin,
        canonical_url=canonical,
        addresses=read_addresses(page, rules),
        date_published=published,
        date_modified=modified,
        language=read_language(page),
        complete=complete,
        receipts=receipts_of(
            headline=headline_from,
            section=section_from,
            byline=byline_from,
            publisher=publisher_from,
            origin=origin_from,
            canonical_url=canonical_from,
            complete=complete_from,
        ),
    )


def _origin_beside(
    publisher: str | None, byline: Sequence[str], page: LabelledPage, text: str, parts: Sequence[Part], rules: Rules
) -> tuple[str | None, Receipt | None]:
    """Give the agency or paper that a report comes from, None where that is the publisher itself.

    The letters in a portrait's place are the author's, and no agency's: "PA" beside "Per Aas".
    """
    origin, receipt = read_origin(text, parts, rules)
    if origin is None:
        origin, receipt = _origin_in_markup(page, rules)
    if origin is None or (publisher and squash(origin) == squash(publisher)):
        return None, None
    spans = receipt.spans if receipt else ()
    initials = {"".join(word[0] for word in name.split()) for name in byline}
    return (None, None) if any(span.of(text) in initials for span in spans) else (origin, receipt)


def _origin_in_markup(page: LabelledPage, rules: Rules) -> tuple[str | None, Receipt | None]:
    """Take the agency that the markup names as origin, author or second publisher."""
    for kind in ("origin", "desk", "byline", "publisher"):
        for fact in page.facts(kind):
            agency = rules.agencies.get(fact.value.lower()) or rules.agencies.get(
                fact.value.lower().removeprefix("the ")
            )
            if agency:
                return agency["agency"], Receipt(field=fact.field)
    return None, None
