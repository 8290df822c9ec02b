"""The place and agency with which a report begins: "MOSCOW (Reuters) -"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Row

_LONGEST = 90
_DASH = re.compile(r"\s*(?:[—–―_]|(?<=[\s)])--?(?=\s|$)|--(?=\s|$))\s*|(?<=\)):?\s+|:\s+|(?<=\))$")
_AGENCY = re.compile(r"\(([^()]{2,40})\)\s*$|/([A-Z]{2,12})/\s*$")
# Jan. 5 / 5 January / January 5, 2017
_DAY = re.compile(
    r",?\s*(?:on )?(?:(?P<a>[^\W\d_]{3,9})\.?\s\d{1,2}|\d{1,2}\s(?P<b>[^\W\d_]{3,9})\.?)(?:,?\s\d{4})?\s*$"
)
_PLACE = re.compile(r"(?P<city>[^\W\d_][\w.'’\- ]*?)(?P<rest>(?:\s?[,/]\s?[\w.'’\- ]{2,30}){0,2}),?\s*")
_LOWER_INSIDE = frozenset({"de", "del", "la", "le", "da", "do", "al", "el", "es", "of", "the", "and", "sur", "upon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the start of a paragraph.

    Attributes:
        end: Where it ends, its dash included, counted from the paragraph's start.
        agency: The agency's row in the lexicon and the words that name it, or None.
    """

    end: int
    agency: Row | None
    agency_start: int
    agency_end: int


def read_dateline(paragraph: str, agencies: Mapping[str, Row], months: Mapping[str, int]) -> Dateline | None:
    """Read the dateline with which a paragraph begins, None where it has none.

    A dateline is a place in capitals, a place with a day, or any place with a known agency in
    brackets, and ends in a dash ("NAIROBI, Kenya (AP) _"); after an agency a colon or a closing
    bracket will do.
    """
    head = paragraph[:_LONGEST]
    for dash in _DASH.finditer(head):
        found = _read_head(head[: dash.start()], dash.group().strip(), agencies, months)
        if found is not None:
            row, start, stop = found
            return Dateline(end=len(head[: dash.end()].rstrip()), agency=row, agency_start=start, agency_end=stop)
    return None


def _read_head(
    head: str, mark: str, agencies: Mapping[str, Row], months: Mapping[str, int]
) -> tuple[Row | None, int, int] | None:
    row, start, stop, place = None, 0, 0, head
    named = _AGENCY.search(head)
    if named:
        group = 1 if named.group(1) else 2
        start, stop = named.span(group)
        row = agency_of(named.group(group), agencies)
        place = head[: named.start()]
        if row is None:
            return None
    day = _DAY.search(place)
    dated = bool(day and (day.group("a") or day.group("b")).lower() in months)
    if day and dated:
        place = place[: day.start()]
    if not place.strip():
        return (row, start, stop) if row else None
    if not _is_place(place.strip(), known=row is not None or dated):
        return None
    if mark in ("", ":") and row is None:
        return None
    return row, start, stop


def agency_of(words: str, agencies: Mapping[str, Row]) -> Row | None:
    """Give the agency that the words name, alone or with others ("Reuters/AFP")."""
    for part in re.split(r"[/,|;–—-]| and ", words):
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
