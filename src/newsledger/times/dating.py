"""The day of a page that gives none, as far as its own words allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsledger.model import Annotated, Article, PageDate, Receipt, Span
from newsledger.times.direction import looks_ahead
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.values.dates import calendar
from newsledger.times.values.days import weekday_near, window_of
from newsledger.times.values.reading import Context

#: How much two sentences must share to speak of one event.
_ENOUGH = 2
_WEIGHTS = {"NOUN": 2, "VERB": 2, "PROPN": 1}
_EMPTY_VERBS = frozenset({"say", "tell", "have", "make", "take", "do", "add", "go", "get"})
#: How far from a time its sentence is read, and how many times are compared, so that no page takes long.
_AROUND = 60
_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A full date in the text."""

    day: date
    span: Span
    token: int


def date_article(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> Article:
    """Date a page by its own words, where nothing else dates it.

    A dateline that gives a full date dates the page. Otherwise a weekday told as past ("on
    Friday") is set beside the full dates that fall on it; the one whose sentence speaks of the same
    event is taken, else the latest. The page then appeared on the last of the past weekdays that
    it names.

    Returns:
        The article, with ``date_published`` of basis ``inferred``, or as it was.
    """
    article = doc.article
    if article.date_published.basis != "unknown":
        return article
    stated = tuple(_stated(found))[:_MOST]
    dated = _by_dateline(doc, stated) or _by_weekdays(doc, found, stated, rules)
    if dated is None:
        return article
    day, spans = dated
    receipt = Receipt(spans=tuple(sorted(set(spans))))
    page = PageDate(value=day.isoformat(), earliest=day, latest=day, basis="inferred", receipt=receipt)
    return replace(article, date_published=page)


def _stated(found: Sequence[Phrase]) -> Iterator[_Stated]:
    for phrase in found:
        if phrase.build != "calendar" or not phrase.parts.keys() & {"year", "y"}:
            continue
        reading = calendar(phrase, Context(published=None))
        window = window_of(reading.value or "") if reading else None
        if window and window[0] == window[1]:
            yield _Stated(day=window[0], span=phrase.span, token=phrase.first)


def _by_dateline(doc: Annotated, stated: Sequence[_Stated]) -> tuple[date, list[Span]] | None:
    for full in stated:
        if doc.role_at(full.token) == "dateline":
            return full.day, [full.span]
    return None


def _by_weekdays(
    doc: Annotated, found: Sequence[Phrase], stated: Sequence[_Stated], rules: Rules
) -> tuple[date, list[Span]] | None:
    named = [phrase for phrase in found if _is_past_weekday(doc, phrase, rules)][:_MOST]
    best: tuple[int, _Stated, Phrase] | None = None
    for phrase in named:
        for full in stated:
            if full.day.isoweekday() != int(phrase.value("wd") or 0):
                continue
            shared = _shared(doc, full.token, phrase.first)
            score = shared if shared >= _ENOUGH else 0
            if best is None or (score, full.day) > (best[0], best[1].day):
                best = (score, full, phrase)
    if best is None:
        return None
    _, full, phrase = best
    day, last = _last_weekday(full.day, named)
    return day, [full.span, phrase.span, last.span if last else phrase.span]


def _is_past_weekday(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    if phrase.build != "weekday" or "rel" in phrase.parts or doc.role_at(phrase.first) == "caption":
        return False
    return looks_ahead(doc, phrase, rules)[0] is not True


def _last_weekday(known: date, named: Sequence[Phrase]) -> tuple[date, Phrase | None]:
    """Choose the latest day within the week from a known one that the page names as past."""
    best: tuple[date, Phrase | None] = (known, None)
    for phrase in named:
        day = weekday_near(known, int(phrase.value("wd") or 1), step=1)
        if best[0] < day <= known + timedelta(days=3):
            best = (day, phrase)
    return best


def _shared(doc: Annotated, first: int, second: int) -> int:
    """Say how much two sentences speak of one event; what is done and with what weighs more than a name."""
    left, right = _heads(doc, first), _heads(doc, second)
    return sum(_WEIGHTS[kind] for lemma, kind in left.items() if lemma in right)


def _heads(doc: Annotated, index: int) -> dict[str, str]:
    sentence = doc.sentence_at(index)
    nearby = range(max(sentence.start, index - _AROUND), min(sentence.end, index + _AROUND))
    tokens = [doc.tokens[i] for i in nearby]
    return {
        token.lemma.lower(): token.upos
        for token in tokens
        if token.upos in _WEIGHTS and token.deprel != "compound" and token.lemma not in _EMPTY_VERBS
    }
