"""Parts of cells that every kind of answer has: days, names, words in their sentence, receipts."""

from collections.abc import Sequence
from datetime import date

from newsledger.model import Done, HappeningRow, Origin, Passage, Span
from newsledger.show import phrases
from newsledger.show.answers.grid import TIED, clean, dim, marked
from newsledger.show.telling.words import act_of, party_of

_QUOTES = frozenset('“”"‘’')
#: So many letters of a sentence may stand before the words that it is quoted for, where there is only one line.
_BEFORE = 30
#: So many words has what tells an event, at most: "called for", "had a meeting".
_TRIGGER = 3
#: Letters of an article's id in a short id.
HANDLE = 8


def parties_of(names: Sequence[str]) -> str:
    """Name several parties."""
    return ", ".join(name for one in names if (name := party_of(clean(one), is_name=True)))


def done_by(row: HappeningRow) -> tuple[str, str]:
    """Name the act of a happening and its parties, in the words of the text.

    The words of what is expected are a whole clause, which the quotation beside it has marked: of it those who are to
    do it are named alone.
    """
    act, actors = act_of(clean(row.words.exact)), parties_of(row.actors)
    if len(act.split()) > _TRIGGER:
        return "", actors
    return act, " → ".join(part for part in (actors, parties_of(row.recipients)) if part)


def window_of(earliest: str | None, latest: str | None) -> str:
    """Give the days of a window as people write them, on one line: ``5 – 12 Mar 2018``."""
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return phrases.window(first, last).replace(" ", TIED)


def when_of(row: Done | HappeningRow) -> str:
    """Give the days that something may be of, as exactly as they are known; that of its report is in brackets."""
    last = row.latest if isinstance(row, Done) else row.due
    if row.earliest or last:
        return window_of(row.earliest, last)
    return f"({day_of(row.day, row.article)})" if row.day else "not dated"


def day_of(day: str | None, article: Origin) -> str:
    """Give a day; where it is only that of a page of which the month or the year is known, no more than these."""
    known = article.published or ""
    return date_of(known if day and len(known) < len("2017-01-21") and day.startswith(known) else day)


def who_of(name: str | None, country: str | None, sector: str | None, *, brief: bool) -> str:
    """Name someone, with his codes where there is room for them."""
    codes = "" if brief else " ".join(filter(None, (country, sector)))
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


def words_of(lead: str, quote: str, *rest: str, brief: bool) -> str:
    """Give the cell of the words: on one line, or with all that is told, a line each."""
    if brief:
        return "  ".join(part for part in (lead, quote) if part)
    return "\n".join(part for part in (lead, quote, *rest) if part)


def excerpt(words: Passage, *, brief: bool) -> str:
    """Quote a sentence with the words marked; where there is one line, from a little before them on."""
    if not brief or words.start - words.sentence_start <= _BEFORE:
        return quoted(marked_in(words))
    from_here = words.sentence.rfind(" ", 0, words.start - words.sentence_start - _BEFORE // 2) + 1
    rest = with_marks(
        words.sentence[from_here:], words.sentence_start + from_here, [Span(start=words.start, end=words.end)]
    )
    return f"“…{rest}" + ("" if rest[-1:] in _QUOTES else "”")


def receipt_of(article: Origin, words: Passage, *, headline: bool = True, code: str = "") -> str:
    """Say where words stand: the code, the article, the place, and on a line of its own the address."""
    place = f"{words.block}, {words.start}–{words.end}".replace(" ", TIED)
    parts = (
        clean(code),
        clean(article.headline or "") if headline else "",
        clean(article.publisher or ""),
        f"article {article.id}".replace(" ", TIED),
        place,
    )
    address = f"\n{dim(clean(article.url))}" if article.url else ""
    return dim(" · ".join(part for part in parts if part)) + address


def headline_of(article: Origin) -> str:
    """Give an article's headline; where it has none, its address in short, by which it can be told from others."""
    return clean(phrases.name_of(article.headline, article.url))


def reports_of(articles: int, reports: int, copies: int) -> str:
    """Tell how often something is told: articles, and how many of them are independent."""
    if not copies:
        return phrases.count(reports, "report")
    return f"{phrases.count(reports, 'independent report')} in {phrases.count(articles, 'article')}"


def handle_of(mention: str) -> str:
    """Give the short form of a happening's id, by which it can be opened: ``3b6efe98:85``."""
    article, _, place = mention.partition(":")
    start = place.partition("-")[0]
    return f"{article[:HANDLE]}:{int(start)}" if start.isdigit() else mention
