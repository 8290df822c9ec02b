"""The day of a page that gives none, as far as its own words allow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from newsledger.model import Annotated, Article, PageDate, Receipt, Span, Token
from newsledger.times.direction import looks_ahead
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules
from newsledger.times.values.dates import calendar
from newsledger.times.values.days import move, weekday_near, window_of
from newsledger.times.values.reading import Context

#: How much two sentences must share to speak of one event; the second is prose, where full dates tell of other years.
_ENOUGH, _ENOUGH_IN_PROSE = 3, 5
_WEIGHTS = {"NOUN": 2, "VERB": 2, "PROPN": 1}
#: How far from a time its sentence is read, and how many times are compared, so that no page takes long.
_AROUND = 60
_MOST = 100
#: What may stand between "yesterday" and its date.
_BETWEEN = frozenset({",", "(", ")", "–", "—", "-", "on"})
_QUOTES_OPEN, _QUOTES_CLOSE = frozenset("“«„"), frozenset("”»")
#: A picture of this week, and a report that speaks of it.
_WEEK, _LATER = 6, 3
# The end of "closing", "election", "protester", "arrival", "close"; of short words nothing is cut.
_ENDING = re.compile(r"(?<=\w{4})(?:ations?|ments?|ings?|ions?|ers?|als?|e)$")
#: So long after the last full date of its page a day without a year may lie.
_SEASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A full date in the text."""

    day: date
    span: Span
    token: int
    pictured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """The page's day and the words that it rests on."""

    day: date
    spans: tuple[Span, ...]


def date_article(doc: Annotated, found: Sequence[Phrase], rules: Rules) -> Article:
    """Date a page by its own words, where nothing else dates it.

    A full date beside "today", "yesterday" or "tomorrow" dates the page. Otherwise a weekday told as
    past ("on Friday") is set beside the full dates of the pictures' week that fall on it, where the
    two sentences speak of the same event; the page then appeared on the last of the past weekdays
    that it names. What is known of the page must bear the day out: no picture and no year that it
    looks back on is later. Anything else leaves the page undated, as a wrong date is worse than none.

    Returns:
        The article, with ``date_published`` of basis ``inferred``, or as it was.
    """
    article = doc.article
    if article.date_published.basis != "unknown":
        return article
    stated = tuple(_stated(doc, found))[:_MOST]
    ways = (_by_dateline(doc, stated), _by_day_word(doc, found, stated, rules), _by_weekdays(doc, found, stated, rules))
    dated = next((way for way in ways if way and _bears_out(doc, found, stated, way.day, rules)), None)
    if dated is None:
        return article
    receipt = Receipt(spans=tuple(sorted(set(dated.spans))))
    page = PageDate(
        value=dated.day.isoformat(), earliest=dated.day, latest=dated.day, basis="inferred", receipt=receipt
    )
    return replace(article, date_published=page)


def _stated(doc: Annotated, found: Sequence[Phrase]) -> Iterator[_Stated]:
    for phrase in found:
        if phrase.build != "calendar" or not phrase.parts.keys() & {"year", "y"}:
            continue
        reading = calendar(phrase, Context(published=None))
        window = window_of(reading.value or "") if reading else None
        if window and window[0] == window[1]:
            pictured = doc.role_at(phrase.first) == "caption"
            yield _Stated(day=window[0], span=phrase.span, token=phrase.first, pictured=pictured)


def _by_dateline(doc: Annotated, stated: Sequence[_Stated]) -> _Dated | None:
    for full in stated:
        if doc.role_at(full.token) == "dateline":
            return _Dated(day=full.day, spans=(full.span,))
    return None


def _by_day_word(doc: Annotated, found: Sequence[Phrase], stated: Sequence[_Stated], rules: Rules) -> _Dated | None:
    """Date the page by "today, 3 May 2017"; what is quoted counts only where the paper names that weekday itself."""
    spoken = {int(phrase.value("wd") or 0) for phrase in found if _is_past_weekday(doc, phrase, rules)}
    for word, phrase in _beside(doc, found):
        for day, more in _days_of(phrase, stated):
            offset = int((word.value("dayref") or "0").partition(" ")[0])
            if _is_quoted(doc, word.first) and day.isoweekday() not in spoken:
                continue
            return _Dated(day=move(day, -offset, "D"), spans=(word.span, phrase.span, *more))
    return None


def _beside(doc: Annotated, found: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Give each word such as "yesterday" with the date that stands at its side."""
    days = [phrase for phrase in found if phrase.build in ("day_reference", "calendar")][: 2 * _MOST]
    for one, two in pairwise(days):
        between = doc.tokens[one.last + 1 : two.first]
        if {one.build, two.build} != {"day_reference", "calendar"} or len(between) > 2:
            continue
        if all(token.text.lower() in _BETWEEN for token in between) and doc.role_at(one.first) != "caption":
            yield (one, two) if one.build == "day_reference" else (two, one)


def _days_of(phrase: Phrase, stated: Sequence[_Stated]) -> Iterator[tuple[date, tuple[Span, ...]]]:
    """Give the day of a date; one without its year lies within the season after the last full date of its page."""
    own = next((full for full in stated if full.span == phrase.span), None)
    if own:
        yield own.day, ()
        return
    last = max(stated, key=lambda full: full.day, default=None)
    if last is None:
        return
    reading = calendar(phrase, Context(published=last.day, ahead=True))
    window = window_of(reading.value or "") if reading else None
    if window and window[0] == window[1] and 0 <= (window[0] - last.day).days <= _SEASON:
        weekday = phrase.value("wd")
        if weekday is None or window[0].isoweekday() == int(weekday):
            yield window[0], (last.span,)


def _is_quoted(doc: Annotated, token: int) -> bool:
    """Say whether a token stands between quotation marks of its own paragraph."""
    start = doc.tokens[token].span.start
    before = doc.text[max(doc.text.rfind("\n", 0, start), start - 1_500, 0) : start]
    curled = sum((char in _QUOTES_OPEN) - (char in _QUOTES_CLOSE) for char in before)
    return curled > 0 or before.count('"') % 2 == 1


def _by_weekdays(doc: Annotated, found: Sequence[Phrase], stated: Sequence[_Stated], rules: Rules) -> _Dated | None:
    named = [phrase for phrase in found if _is_past_weekday(doc, phrase, rules)][:_MOST]
    latest = max((full.day for full in stated if full.pictured), default=date.min)
    best: tuple[int, date, _Stated, Phrase] | None = None
    for full in stated:
        if full.day < latest - timedelta(min(_WEEK, (latest - date.min).days)):
            continue
        for phrase in named:
            shared = _shared(doc, full.token, phrase.first, rules) if _fits(full, phrase) else 0
            if shared >= (_ENOUGH if full.pictured else _ENOUGH_IN_PROSE) and (
                best is None or (shared, full.day) > best[:2]
            ):
                best = (shared, full.day, full, phrase)
    if best is None:
        return None
    _, _, full, phrase = best
    day, last = _last_weekday(full.day, named)
    return _Dated(day=day, spans=(full.span, phrase.span, last.span if last else phrase.span))


def _fits(full: _Stated, phrase: Phrase) -> bool:
    return full.day.isoweekday() == int(phrase.value("wd") or 0)


def _is_past_weekday(doc: Annotated, phrase: Phrase, rules: Rules) -> bool:
    if phrase.build != "weekday" or "rel" in phrase.parts or doc.role_at(phrase.first) == "caption":
        return False
    before = doc.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    return before not in rules.classes["any_weekday"] and looks_ahead(doc, phrase, rules)[0] is not True


def _last_weekday(known: date, named: Sequence[Phrase]) -> tuple[date, Phrase | None]:
    """Choose the latest day within the week from a known one that the page names as past."""
    best: tuple[date, Phrase | None] = (known, None)
    for phrase in named:
        day = weekday_near(known, int(phrase.value("wd") or 1), step=1)
        if best[0] < day <= move(known, _LATER, "D"):
            best = (day, phrase)
    return best


def _bears_out(doc: Annotated, found: Sequence[Phrase], stated: Sequence[_Stated], day: date, rules: Rules) -> bool:
    """Say whether a day may be the page's: nothing pictured, and no year looked back on, is later."""
    if any(full.day > day for full in stated if full.pictured):
        return False
    years = (phrase for phrase in found[: 5 * _MOST] if phrase.parts.keys() & {"year", "y"})
    return not any(_year(phrase) > day.year and looks_ahead(doc, phrase, rules)[0] is not True for phrase in years)


def _year(phrase: Phrase) -> int:
    for part in ("year", "y"):
        text = phrase.value(part) or ""
        if len(text) == 4 and text.isdecimal():
            return int(text)
    return 0


def _shared(doc: Annotated, first: int, second: int, rules: Rules) -> int:
    """Say how much two sentences speak of one event; what is done and with what weighs more than a name."""
    left, right = _heads(doc, first, rules), _heads(doc, second, rules)
    return sum(_WEIGHTS[kind] for lemma, kind in left.items() if lemma in right)


def _heads(doc: Annotated, index: int, rules: Rules) -> dict[str, str]:
    sentence = doc.sentence_at(index)
    nearby = range(max(sentence.start, index - _AROUND), min(sentence.end, index + _AROUND))
    tokens = (doc.tokens[i] for i in nearby)
    return {_stem(token.lemma.lower()): token.upos for token in tokens if _tells(token, rules)}


def _stem(lemma: str) -> str:
    """Bring "closing" and "close", "arrival" and "arrive" together."""
    return _ENDING.sub("", lemma)


def _tells(token: Token, rules: Rules) -> bool:
    """Say whether a word tells what a sentence is about; the "L" of a caption does not."""
    return (
        token.upos in _WEIGHTS
        and token.deprel != "compound"
        and len(token.text) > 1
        and token.lemma not in rules.classes["empty_verb"]
    )
