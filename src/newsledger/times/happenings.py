"""Phrases that name an event ("after the inauguration") whose day the text gives elsewhere."""

from collections.abc import Iterator, Sequence
from datetime import date

from newsledger.model import Annotated, Span, Timex
from newsledger.times.rules import Rules

#: What may stand between the word that governs and the noun: "after the first official inauguration".
_MOST_BETWEEN = 4
#: How many words may lie between an event's noun and its day.
_NEAREST = 12
_GOVERNORS = {"after": (0, None), "since": (0, None), "following": (0, None), "before": (None, -1), "until": (None, 0)}
_OPENERS = frozenset(form for word in _GOVERNORS for form in (word, word.capitalize()))
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})


def dated_happenings(doc: Annotated, times: Sequence[Timex], rules: Rules) -> Iterator[Timex]:
    """Find event phrases, and date them by the sentence that gives the event's day."""
    phrases = list(_phrases(doc, rules))
    if not phrases:
        return
    days = _days_of_events(doc, times, {doc.tokens[noun].lemma for _, noun in phrases})
    for governor, noun in phrases:
        lemma = doc.tokens[noun].lemma
        span = Span(start=doc.tokens[governor].span.start, end=doc.tokens[noun].span.end)
        if lemma in days and not _shown_with_its_day(doc, governor, days[lemma][1]):
            yield _timex(doc, governor, span, days[lemma], rules.happenings[lemma])


def _shown_with_its_day(doc: Annotated, governor: int, receipt: Span) -> bool:
    """Tell a caption that gives the day itself: its picture is of that day, not of some day after."""
    return doc.role_at(governor) == "caption" and doc.sentence_at(governor).span.holds(receipt)


def _phrases(doc: Annotated, rules: Rules) -> Iterator[tuple[int, int]]:
    for index, token in enumerate(doc.tokens):
        if token.text not in _OPENERS:
            continue
        for noun in range(index + 1, min(index + 2 + _MOST_BETWEEN, doc.sentence_at(index).end)):
            if doc.tokens[noun].upos not in _INSIDE:
                break
            is_noun = doc.tokens[noun].upos == "NOUN" and doc.tokens[noun].deprel != "compound"
            if is_noun and doc.tokens[noun].lemma in rules.happenings:
                yield index, noun
                break


def _days_of_events(doc: Annotated, times: Sequence[Timex], lemmas: set[str]) -> dict[str, tuple[date, Span]]:
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
                and _in_one_clause(doc, index, noun)
                and distance < nearest.get(lemma, (_NEAREST + 1,))[0]
            ):
                nearest[lemma] = (distance, timex.earliest, timex.span)
    return {lemma: (day, span) for lemma, (_, day, span) in nearest.items()}


def _nouns_near(doc: Annotated, index: int) -> Iterator[int]:
    sentence = doc.sentence_at(index)
    for noun in range(max(sentence.start, index - _NEAREST), min(sentence.end, index + _NEAREST + 1)):
        if doc.tokens[noun].upos in ("NOUN", "PROPN"):
            yield noun


def _in_one_clause(doc: Annotated, day: int, noun: int) -> bool:
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
    governors = [step for step in own if doc.tokens[step].text.lower() in _GOVERNORS]
    return not governors or (doc.role_at(day) == "caption" and not doc.children[governors[0]][1:])


def _way_to_verb(doc: Annotated, index: int) -> list[int]:
    """Give a token and those above it, up to the first verb."""
    way = [index]
    while doc.tokens[way[-1]].upos not in ("VERB", "AUX") and doc.tokens[way[-1]].head != way[-1]:
        way.append(doc.tokens[way[-1]].head)
    return way


def _timex(doc: Annotated, governor: int, span: Span, dated: tuple[date, Span], rule: str) -> Timex:
    day, receipt = dated
    first, last = _GOVERNORS[doc.tokens[governor].text.lower()]
    return Timex(
        id="",
        span=span,
        type=None,
        value=None,
        mod=None,
        earliest=day if first is not None else None,
        latest=day if last is not None else None,
        open_start=first is None,
        open_end=last is None,
        vague=False,
        negated=False,
        anchor=receipt,
        block_role=doc.role_at(governor),
        rule=rule,
    )
