"""Phrases that name an event ("after the inauguration") whose day the text gives elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsledger.model import Annotated, Span, Timex
from newsledger.times.rules import Rules, WindowRule
from newsledger.times.values.days import move, value_at, window_of
from newsledger.times.values.lengths import length

#: What may stand between the word that governs and the noun: "after the first official inauguration".
_MOST_BETWEEN = 4
#: How many words may lie between an event's noun and its day.
_NEAREST = 12
_SIGNS = {"after": 1, "following": 1, "before": -1}
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """An event phrase: where it begins, its noun, and the row of the words that govern it."""

    first: int
    noun: int
    rule: WindowRule


def dated_happenings(doc: Annotated, times: Sequence[Timex], rules: Rules) -> tuple[Timex, ...]:
    """Date event phrases by the sentence that gives the event's day.

    Returns:
        The times that were given, with the phrases added; a length before such a phrase ("two weeks
        after the election") gets the days that it leads to.
    """
    phrases = list(_phrases(doc, rules))
    if not phrases:
        return tuple(times)
    days = _days_of_events(doc, times, rules, {doc.tokens[named.noun].lemma for named in phrases})
    found = list(times)
    for named in phrases:
        lemma = doc.tokens[named.noun].lemma
        if lemma not in days or _shown_with_its_day(doc, named.first, days[lemma][1]):
            continue
        found = [_led_to(doc, timex, named, days[lemma]) for timex in found]
        found.append(_timex(doc, named, days[lemma], rules.happenings[lemma]))
    return tuple(found)


def _led_to(doc: Annotated, timex: Timex, named: _Named, dated: tuple[date, Span]) -> Timex:
    """Give "two weeks" of "two weeks after the election" its days."""
    size = length(timex.value or "") if timex.type == "DURATION" else None
    sign = _SIGNS.get(doc.tokens[named.first].text.lower())
    if size is None or sign is None or doc.tokens_in(timex.span)[-1] + 1 != named.first:
        return timex
    unit = "D" if size[1] == "W" else size[1]
    count = size[0] * (7 if size[1] == "W" else 1)
    window = window_of(value_at(move(dated[0], sign * count, unit), unit))
    if window is None:
        return timex
    rule = "+".join(dict.fromkeys((*timex.rule.split("+"), named.rule.rule)))
    open_end = timex.mod == "EQUAL_OR_MORE" and sign > 0
    return replace(
        timex,
        earliest=window[0],
        latest=None if open_end else window[1],
        open_end=open_end,
        anchor=dated[1],
        rule=rule,
    )


def _shown_with_its_day(doc: Annotated, governor: int, receipt: Span) -> bool:
    """Tell a caption that gives the day itself: its picture is of that day, not of some day after."""
    return doc.role_at(governor) == "caption" and doc.sentence_at(governor).span.holds(receipt)


def _phrases(doc: Annotated, rules: Rules) -> Iterator[_Named]:
    for index, token in enumerate(doc.tokens):
        if token.text not in rules.event_openers:
            continue
        words, rule = _governor_at(doc, index, rules)
        if rule is None:
            continue
        for noun in range(index + words, min(index + words + 1 + _MOST_BETWEEN, doc.sentence_at(index).end)):
            if doc.tokens[noun].upos not in _INSIDE:
                break
            is_noun = doc.tokens[noun].upos == "NOUN" and doc.tokens[noun].deprel != "compound"
            if is_noun and doc.tokens[noun].lemma in rules.happenings:
                yield _Named(first=index, noun=noun, rule=rule)
                break


def _governor_at(doc: Annotated, index: int, rules: Rules) -> tuple[int, WindowRule | None]:
    """Give how many words govern an event here, and their row; the longest that fits."""
    end = doc.sentence_at(index).end
    for size in range(rules.longest_governor, 0, -1):
        if index + size >= end:
            continue
        words = " ".join(doc.words[index : index + size])
        if ("event", words) in rules.governors:
            return size, rules.governors["event", words]
    return 0, None


def _days_of_events(
    doc: Annotated, times: Sequence[Timex], rules: Rules, lemmas: set[str]
) -> dict[str, tuple[date, Span]]:
    """Give the day that hangs together with each event's noun in one clause; the nearest where there are several."""
    nearest: dict[str, tuple[int, date, Span]] = {}
    for timex in times:
        index = doc.head_in(timex.span) if timex.type in ("DATE", "TIME") else None
        if index is None or timex.earliest is None or timex.earliest != timex.latest:
            continue
        for noun in _nouns_near(doc, index):
            lemma, distance = doc.tokens[noun].lemma, abs(noun - index)
            if (
                lemma in lemmas
                and _in_one_clause(doc, index, noun, rules)
                and distance < nearest.get(lemma, (_NEAREST + 1,))[0]
            ):
                nearest[lemma] = (distance, timex.earliest, timex.span)
    return {lemma: (day, span) for lemma, (_, day, span) in nearest.items()}


def _nouns_near(doc: Annotated, index: int) -> Iterator[int]:
    sentence = doc.sentence_at(index)
    for noun in range(max(sentence.start, index - _NEAREST), min(sentence.end, index + _NEAREST + 1)):
        if doc.tokens[noun].upos in ("NOUN", "PROPN"):
            yield noun


def _in_one_clause(doc: Annotated, day: int, noun: int, rules: Rules) -> bool:
    """Tell "the vote was held on May 3" from "on May 3, five days after the vote".

    A caption shows a moment: what it puts "after the vote on May 3" is of that day.
    """
    way_up = _way_to_verb(doc, day)
    top = doc.tokens[noun].head if doc.tokens[noun].deprel == "compound" else noun
    if top in way_up or doc.tokens[top].head in way_up[:-1]:
        return True
    own = _way_to_verb(doc, top)
    if own[-1] != way_up[-1]:
        return False
    governors = [step for step in own if ("event", doc.tokens[step].text.lower()) in rules.governors]
    return not governors or (doc.role_at(day) == "caption" and not doc.children[governors[0]][1:])


def _way_to_verb(doc: Annotated, index: int) -> list[int]:
    """Give a token and those above it, up to the first verb."""
    way = [index]
    while doc.tokens[way[-1]].upos not in ("VERB", "AUX") and doc.tokens[way[-1]].head != way[-1]:
        way.append(doc.tokens[way[-1]].head)
    return way


def _timex(doc: Annotated, named: _Named, dated: tuple[date, Span], rule: str) -> Timex:
    day, receipt = dated
    earliest = _end(named.rule.earliest, day, doc.article.date_published.day)
    latest = _end(named.rule.latest, day, doc.article.date_published.day)
    if earliest and latest and latest < earliest:
        latest = None  # "since the vote" of a day to come
    return Timex(
        id="",
        span=Span(start=doc.tokens[named.first].span.start, end=doc.tokens[named.noun].span.end),
        type=None,
        value=None,
        mod=None,
        earliest=earliest,
        latest=latest,
        open_start="open_start" in named.rule.flags,
        open_end="open_end" in named.rule.flags,
        vague=False,
        negated=False,
        anchor=receipt,
        block_role=doc.role_at(named.first),
        rule=f"{rule}+{named.rule.rule}",
    )


def _end(end: str | None, day: date, today: date | None) -> date | None:
    """Read one end of a row: ``X`` is the event's day, ``X-1`` the day before, ``P`` the page's own."""
    if end is None or end.startswith("P"):
        return today if end else None
    return move(day, int(end[1:] or 0), "D")
