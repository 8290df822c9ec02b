"""Which article it is: a hash of its headline and paragraphs that other furniture does not change."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from newsledger.model import content_id
from newsledger.page.words.line import Part, count_words, is_closed, words_of

# Soft hyphens, marks of direction, joiners: characters that nobody sees.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# A shorter line, or one that no sentence ends, is a heading, a label or a stray link: mirrors differ in these.
_FEWEST = 8
# Most lines show in so many letters that they have as many.
_LOOK = 120
_PARAGRAPHS = frozenset({"body", "dateline", "live_entry"})


def article_id(text: str, parts: Sequence[Part], headline: str | None) -> str:
    """Give the article's id, the same for a mirror, a print view, an AMP page or a dump of it.

    Only letters and digits count: quotation marks, dashes, spaces, capitals, soft hyphens and the ways to write one
    letter do not. Of the body its paragraphs count, whichever order a correction stands in; of a page without any,
    all of its body.

    Args:
        text: The article's text.
        parts: Its parts, in order.
        headline: Its headline.
    """
    body = [text[part.start : part.end] for part in parts if part.role in _PARAGRAPHS]
    notes = [text[part.start : part.end] for part in parts if part.role == "correction"]
    paragraphs = [line for line in body if is_closed(line) and _is_paragraph(line)]
    content = [*dict.fromkeys(paragraphs or body), *(line for line in notes if is_closed(line))]
    return content_id(" ".join(_letters([headline or ""])), " ".join(_letters(content)))


def _is_paragraph(line: str) -> bool:
    return count_words(line[:_LOOK]) >= _FEWEST or count_words(line) >= _FEWEST


def _letters(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        plain = line if line.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", line))
        yield from words_of(plain.casefold())
