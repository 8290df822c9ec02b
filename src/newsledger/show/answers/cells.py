"""Parts of cells that every kind of answer has: days, names, words in their sentence, receipts."""

from collections.abc import Sequence
from datetime import date

from newsledger.model import Origin, Passage, Span
from newsledger.show import phrases
from newsledger.show.answers.grid import TIED, clean, dim, marked
from newsledger.show.telling.words import party_of

_QUOTES = frozenset('“”"‘’')


def parties_of(names: Sequence[str]) -> str:
    """Name several parties."""
    return ", ".join(name for one in names if (name := party_of(clean(one), is_name=True)))


def window_of(earliest: str | None, latest: str | None) -> str:
    """Give the days of a window as people write them."""
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return phrases.window(first, last).replace(" – ", "\n– ").replace(" ", TIED)


def day_of(day: str | None, article: Origin) -> str:
    """Give a day; where it is only that of a page of which the month or the year is known, no more than these."""
    known = article.published or ""
    return date_of(known if day and len(known) < len("2017-01-21") and day.startswith(known) else day)


def who_of(name: str | None, country: str | None, sector: str | None) -> str:
    """Name someone, with his codes."""
    codes = " ".join(filter(None, (country, sector)))
    return clean(name or "") + (f" ({codes})" if codes else "")


def date_of(value: str | None) -> str:
    """Give a date as people write it."""
    return phrases.iso(value[:10]).replace(" ", TIED) if value else "not dated"


def quoted(words: str) -> str:
    """Put quotation marks around words that neither begin nor end with some of their own."""
    return words if words[:1] in _QUOTES or words[-1:] in _QUOTES else f"“{words}”"


def marked_in(words: Passage) -> str:
    """Give the sentence with the words themselves marked."""
    return with_marks(words.sentence, words.sentence_start, [Span(start=words.start, end=words.end)])


def with_marks(words: str, start: int, hits: Sequence[Span]) -> str:
    """Give words, which begin at a place, with some of them marked."""
    shown, last = [], 0
    for hit in hits:
        first, end = hit.start - start, hit.end - start
        if first >= last:
            shown += [_inner(words[last:first]), marked(_inner(words[first:end]))]
            last = end
    return "".join([*shown, _inner(words[last:])]).strip()


def _inner(words: str) -> str:
    """Clean a part of a sentence, with the space at its ends."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return before + clean(words) + after


def receipt_of(article: Origin, words: Passage, *, headline: bool = True, code: str = "") -> str:
    """Say where words stand."""
    place = f"{words.block}, {words.start}–{words.end}".replace(" ", TIED)
    parts = (
        clean(code),
        (clean(article.headline or article.url or "")) if headline else "",
        clean(article.publisher or ""),
        f"article {article.id}".replace(" ", TIED),
        place,
    )
    return dim(" · ".join(part for part in parts if part))


def headline_of(article: Origin) -> str:
    """Give an article's headline; where it has none, its address, by which it can be told from others."""
    return clean(article.headline or article.url or "(no headline)")
