"""Words that say that a day is not known: "no date has been set", "has yet to set a date"."""

from collections.abc import Iterator

from newsledger.model import Annotated, Span, Timex
from newsledger.times.rules import Rules

#: How far from a noun such as "date" the word that denies it may stand.
_MOST_BETWEEN = 3


def undated(doc: Annotated, rules: Rules) -> Iterator[Timex]:
    """Find where a text says that no day is set; such a time has no type, no value and an open window."""
    for index, lemma in enumerate(doc.lemmas):
        if lemma not in rules.undated or doc.tokens[index].upos not in ("NOUN", "X"):
            continue
        first, setter = _denied_from(doc, index, rules), _setter(doc, index, rules)
        if first is not None and setter is not None:
            span = Span(start=doc.tokens[first].span.start, end=doc.tokens[index].span.end)
            yield _timex(doc, index, span, f"{rules.undated[lemma]}+{setter}")


def _denied_from(doc: Annotated, noun: int, rules: Rules) -> int | None:
    """Give the first token of "no date", "not set a date", "yet to set a date"; None where nothing is denied."""
    start = max(doc.sentence_at(noun).start, noun - _MOST_BETWEEN - 1)
    before = list(doc.words[start:noun])
    if before[-1:] == ["no"] or before[-2:-1] == ["no"]:
        return noun - (1 if before[-1] == "no" else 2)
    denials = rules.classes["negation"] | rules.classes["denial"]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in denials or before[place : place + 2] == ["yet", "to"]:
            return start + place
    return None


def _setter(doc: Annotated, noun: int, rules: Rules) -> str | None:
    """Tell "no date has been set" from "no date appears on the coin"."""
    sentence = doc.sentence_at(noun)
    near = doc.tokens[max(sentence.start, noun - _MOST_BETWEEN - 1) : min(sentence.end, noun + _MOST_BETWEEN + 2)]
    return next((rules.setters[lemma] for token in near if (lemma := token.lemma.lower()) in rules.setters), None)


def _timex(doc: Annotated, noun: int, span: Span, rule: str) -> Timex:
    return Timex(
        id="",
        span=span,
        type=None,
        value=None,
        mod=None,
        earliest=None,
        latest=None,
        open_start=True,
        open_end=True,
        vague=False,
        negated=True,
        anchor=None,
        block_role=doc.role_at(noun),
        rule=rule,
    )
