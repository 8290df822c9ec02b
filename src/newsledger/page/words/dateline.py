"""The place and agency with which a report begins: "MOSCOW (Reuters) -"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsledger.lexicon import Row

_LONGEST = 90
# A question mark by itself after the bracket is a dash that a wrong encoding lost.
_DASH = re.compile(r"\s*(?:[—–―_]|(?<=[\s)])--?(?=\s|$)|--(?=\s|$)|(?<=\)\s)\?(?=\s))\s*|(?<=\)):?\s+|:\s+|(?<=\))$")
# What any of these needs.
_MAY_PART = re.compile(r"[—–―_)]|-(?=[-\s]|$)|:\s")
_AGENCY = re.compile(r"\(([^()]{2,40})\)\s*$|/([A-Z]{2,12})/\s*$")
# Jan. 5 / 5 January / January 5, 2017
_DAY = re.compile(
    r",?\s*(?:on )?(?:(?P<a>[^\W\d_]{3,9})\.?\s\d{1,2}|\d{1,2}\s(?P<b>[^\W\d_]{3,9})\.?)(?:,?\s\d{4})?\s*$"
)
_PLACE = re.compile(r"(?P<city>[^\W\d_][\w.'’\- ]*?)(?P<rest>(?:\s?[,/]\s?[\w.'’\- ]{2,30}){0,2}),?\s*")
#: What an agency that is in no list calls itself: (Andean Press Agency), (Harbour News Service).
AGENCY_WORDS = frozenset({"agency", "news", "press", "service", "wire"})
_LOWER_INSIDE = frozenset({"de", "del", "la", "le", "da", "do", "al", "el", "es", "of", "the", "and", "sur", "upon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the start of a paragraph.

    Attributes:
        end: Where it ends, its dash included, counted from the paragraph's start.
        agency: Name of the agency, None where none is named.
        agency_start: Where the words that name it start.
        agency_end: Where they end.
    """

    end: int
    agency: str | None
    agency_start: int
    agency_end: int


def read_dateline(
    paragraph: str, agencies: Mapping[str, Row], months: Mapping[str, int], *, colon: bool = False
) -> Dateline | None:
    """Read the dateline with which a paragraph begins, None where it has none.

    A dateline is a place in capitals, a place with a day, or any place with a known agency in
    brackets, and ends in a dash ("NAIROBI, Kenya (AP) _"); after an agency in brackets a colon or a
    closing bracket will do. An agency alone needs its dash ("AFP -").

    Args:
        paragraph: The paragraph's words.
        agencies: Rows of ``agencies``.
        months: Numbers of months by their names.
        colon: A place in capitals and a colon are a dateline too ("QUETTA: The mine"), and not
            the name of a speaker.
    """
    head = paragraph[:_LONGEST]
    if not _MAY_PART.search(head):
        return None
    # A place that a crawl lost leaves its comma: ", NAIROBI, Kenya, Aug 2 –".
    lost = len(head) - len(head.lstrip(", "))
    for dash in _DASH.finditer(head, lost):
        found = _read_head(head[lost : dash.start()], agencies, months)
        dashed = dash.group().strip() not in ("", ":")
        if found is not None and (dashed or colon or found.agency_start):
            start, stop = found.agency_start, found.agency_end
            moved = (start + lost, stop + lost) if stop else (start, stop)
            return replace(found, end=len(head[: dash.end()].rstrip()), agency_start=moved[0], agency_end=moved[1])
    return None


def _read_head(head: str, agencies: Mapping[str, Row], months: Mapping[str, int]) -> Dateline | None:
    named = _AGENCY.search(head) if head.rstrip()[-1:] in (")", "/") else None
    if head.lower() in agencies:
        return Dateline(end=0, agency=agencies[head.lower()]["agency"], agency_start=0, agency_end=len(head))
    start, stop = named.span(1 if named.group(1) else 2) if named else (0, 0)
    agency = _agency_named(head[start:stop], agencies)
    place = head[: named.start()] if named else head
    day = _DAY.search(place)
    dated = bool(day and (day.group("a") or day.group("b")).lower() in months)
    if day and dated:
        place = place[: day.start()]
    known = agency is not None or dated
    if not (_is_place(place.strip(), known=known) if place.strip() else agency):
        return None
    return Dateline(end=0, agency=agency, agency_start=start, agency_end=stop)


def _agency_named(words: str, agencies: Mapping[str, Row]) -> str | None:
    row = agency_of(words, agencies)
    if row:
        return row["agency"]
    return words if words.istitle() and words.rpartition(" ")[2].lower() in AGENCY_WORDS else None


def agency_of(words: str, agencies: Mapping[str, Row]) -> Row | None:
    """Give the agency that the words name, alone or with others ("Reuters/AFP")."""
    for part in (words, *re.split(r"[/,|;–—-]| and ", words)):
        row = agencies.get(part.strip().lower())
        if row:
            return row
    return None


def _is_place(words: str, *, known: bool) -> bool:
    match = _PLACE.fullmatch(words)
    if not match or len(words.split()) > 8:
        return False
    city = match.group("city")
    if city.isupper() and len(city) > 2:
        return True
    return known and all(word[0].isupper() or word in _LOWER_INSIDE for word in re.split(r"[\s/,]+", words) if word)
