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
        if lemma in days and not any(span.overlaps(timex.span) for timex in times):
            yield _timex(doc, governor, span, days[lemma], rules.happenings[lemma])


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
    """Give the day that stands nearest to each event's noun in one sentence."""
    nearest: dict[str, tuple[int, date, Span]] = {}
    for timex in times:
        if timex.type not in ("DATE", "TIME") or timex.earliest is None or timex.earliest != timex.latest:
            continue
        inside = doc.tokens_in(timex.span)
        if not inside:
            continue
        sentence = doc.sentence_at(inside[0])
        first, last = max(sentence.start, inside[0] - _NEAREST), min(sentence.end, inside[-1] + _NEAREST + 1)
        for index in range(first, last):
            lemma = doc.tokens[index].lemma
            if lemma not in lemmas or doc.tokens[index].upos not in ("NOUN", "PROPN"):
                continue
            distance = min(abs(index - inside[0]), abs(index - inside[-1]))
            if lemma not in nearest or distance < nearest[lemma][0]:
                nearest[lemma] = (distance, timex.earliest, timex.span)
    return {lemma: (day, span) for lemma, (_, day, span) in nearest.items()}


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
