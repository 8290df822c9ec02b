"""When and where it was, and how many: the phrases that hang from an event's own clause."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from newsledger.events.arguments import Trigger, Who
from newsledger.events.syntax import VERBS, child, governing_verb, noun_phrase, parties
from newsledger.model import Actor, Annotated, Number, Span, Timex

_PLACE = ("in", "at", "near", "outside", "inside")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")  # "10,000", "2.5"; not "mid-1990s", which has letters
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_UNITS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: 1 + place for place, word in enumerate(_UNITS.split())} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS.split())
}
_BOUNDS = {
    "about": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
    "least": "at_least",
    "over": "at_least",
    "than": "at_least",
    "most": "at_most",
    "to": "at_most",
}
#: What a count of those a deed is done to, or of those who do it, counts, by the head of the predicate.
_COUNTED = {
    "kill": "killed",
    "execute": "killed",
    "massacre": "killed",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "jail": "arrested",
    "protest": "participants",
    "march": "participants",
    "rally": "participants",
    "demonstrate": "participants",
    "strike": "participants",
}
_MONEY = ("$", "€", "£", "dollar", "euro", "pound")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The times of a clause and the window that they leave."""

    times: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None


def times_by_clause(doc: Annotated, times: tuple[Timex, ...]) -> Mapping[int, tuple[Timex, ...]]:
    """Sort time expressions by the verb or noun that they hang from."""
    found: dict[int, tuple[Timex, ...]] = {}
    for timex in times:
        index = doc.head_in(timex.span)
        if index is None or timex.negated:
            continue
        for _ in range(4):
            token = doc.tokens[index]
            if token.head == index:
                break
            index = token.head
            if doc.tokens[index].upos != "ADP":
                break
        found[index] = (*found.get(index, ()), timex)
    return found


def when(doc: Annotated, trigger: Trigger, timexes: Mapping[int, tuple[Timex, ...]]) -> When:
    """Give the times of a trigger's own clause; the narrowest window counts."""
    places = [trigger.index]
    if trigger.support is not None:
        places.append(trigger.support)
    elif trigger.pos != "verb":
        places.extend(_clause_of(doc, trigger.index))
    hits = [timex for place in places for timex in timexes.get(place, ())]
    windows = [timex for timex in hits if timex.earliest or timex.latest]
    if not windows:
        return When(times=tuple(timex.id for timex in hits))
    best = min(windows, key=_width)
    return When(times=tuple(timex.id for timex in hits), earliest=best.earliest, latest=best.latest)


def place(doc: Annotated, trigger: Trigger, who: Who) -> Span | None:
    """Give the words of place of a trigger's own clause ("in Oslo")."""
    for index in (trigger.index, trigger.support):
        if index is None:
            continue
        for below in doc.children[index]:
            token = doc.tokens[below]
            if token.deprel == "prep" and token.text.lower() in _PLACE:
                noun = child(doc, below, ("pobj",))
                if noun is not None and doc.tokens[noun].upos == "PROPN" and noun not in who.dated:
                    return noun_phrase(doc, noun)
    return None


def country_of(doc: Annotated, span: Span | None, who: Who, actors: Mapping[str, Actor]) -> str | None:
    """Give the country of a place that is named like an actor of the article."""
    if span is None:
        return None
    ids = (i for index in doc.tokens_in(span) for i in who.at(index))
    return next((actors[i].country for i in ids if actors[i].kind in ("country", "government")), None)


def numbers(doc: Annotated, trigger: Trigger, heads: tuple[int | None, ...]) -> tuple[Number, ...]:
    """Give the counts and sums that belong to an event.

    Args:
        doc: The parsed article.
        trigger: The event's trigger.
        heads: The nouns that are counted: who does it, to whom, and what.
    """
    what = _COUNTED.get(doc.tokens[trigger.index].lemma)
    found = []
    for head in dict.fromkeys(h for h in heads if h is not None):
        for noun in parties(doc, head):
            number = _number(doc, noun, what)
            if number is not None:
                found.append(number)
    return tuple(found)


def _number(doc: Annotated, noun: int, what: str | None) -> Number | None:
    figure = noun if doc.tokens[noun].upos == "NUM" else child(doc, noun, ("nummod",))
    if figure is None:
        return None
    words = doc.subtree(figure)
    texts = [doc.tokens[i].text.lower() for i in words]
    value = number_value(texts)
    money = any(text in _MONEY for text in (*texts, doc.tokens[noun].lemma))
    if value is None or (what is None and not money):
        return None
    bound = next((_BOUNDS[text] for text in texts if text in _BOUNDS), "exact")
    if not {"less", "fewer"}.isdisjoint(texts):
        bound = "at_most"
    named = "amount" if money else what or "amount"
    return Number(what=named, value=value, bound=bound, span=doc.cover(words))  # type: ignore[arg-type]


def number_value(words: list[str]) -> int | float | None:
    """Read a number from its words, such as ``2.5 million`` or ``three dozen``; None if they hold none."""
    value: int | float | None = None
    for word in words:
        if _FIGURE.fullmatch(word):
            plain = word.replace(",", "")
            value = float(plain) if "." in plain else int(plain)
        elif word in _WORDS:
            value = (value or 0) + _WORDS[word]
        elif word in _SCALES:
            value = (value or 1) * _SCALES[word]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _clause_of(doc: Annotated, index: int) -> tuple[int, ...]:
    """Give the verb that a noun is the subject or object of."""
    token = doc.tokens[index]
    if token.deprel in ("nsubj", "nsubjpass") and doc.tokens[token.head].upos in VERBS:
        return (token.head,)
    governed = governing_verb(doc, index)
    return (governed[0],) if governed and token.deprel in ("dobj", "attr") else ()


def _width(timex: Timex) -> int:
    if timex.earliest is None or timex.latest is None:
        return 10**6
    return (timex.latest - timex.earliest).days
