"""Which article it is: a hash of its headline and longest paragraphs that nothing else on a page changes."""

import re
import unicodedata
from collections.abc import Sequence

from newsledger.model import content_id
from newsledger.page.words.line import Part, is_closed, words_of

# Soft hyphens, marks of direction, joiners: characters that nobody sees.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# ASCII, letters of Western Europe but "ß", quotation marks, dashes: no character of these becomes two letters.
_NEVER_LONGER = re.compile("[\0-\x7f\xa0À-Þà-ÿ‐-‧]*")
# So many paragraphs count, the longest: a notice, a teaser or a standfirst that one copy has among its paragraphs is
# shorter, and with the headline no two of 354 articles were alike in them.
_LONGEST = 3
_PARAGRAPHS = frozenset({"body", "dateline", "live_entry"})


def article_id(text: str, parts: Sequence[Part], headline: str | None) -> str:
    """Give the article's id, the same for a mirror, a print view, an AMP page or a dump of it.

    Only letters and digits count: quotation marks, dashes, spaces, capitals, soft hyphens and the ways to write one
    letter do not. Of the body its longest paragraphs count, whichever order they or a correction stand in; of a page
    without any, all of its body.

    Args:
        text: The article's text.
        parts: Its parts, in order.
        headline: Its headline.
    """
    body = [text[part.start : part.end] for part in parts if part.role in _PARAGRAPHS]
    notes = [text[part.start : part.end] for part in parts if part.role == "correction"]
    told = _longest([line for line in body if is_closed(line)]) or [_letters(line) for line in dict.fromkeys(body)]
    return content_id(
        _letters(headline or ""), " ".join([*told, *(_letters(line) for line in notes if is_closed(line))])
    )


def _longest(paragraphs: Sequence[str]) -> list[str]:
    """Give the longest paragraphs, in their letters; most lines have no more letters than they have characters."""
    found: set[str] = set()
    least = 0
    for line in sorted(paragraphs, key=len, reverse=True):
        if len(line) < least and _NEVER_LONGER.fullmatch(line):
            continue
        found.add(_letters(line))
        if len(found) >= _LONGEST:
            least = sorted(map(len, found), reverse=True)[_LONGEST - 1]
    return sorted(found, key=lambda words: (-len(words), words))[:_LONGEST]


def _letters(line: str) -> str:
    plain = line if line.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", line))
    return " ".join(words_of(plain.casefold()))
