"""The words around a time that bound it: "by", "since", "at the earliest", "at least … after"."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules

_USES = ("governor", "past", "denied")
#: How far a noun may stand behind the date inside its phrase: "by the opening of the 2000 winter games".
_MOST_BEHIND = 4
_INSIDE_NOUN = frozenset({"compound", "nummod", "nmod", "amod"})
_LISTED = frozenset({"to", "or", "and"}) | frozenset("-–")


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """What stands before a time and bounds it.

    Attributes:
        words: The word, None where there is none.
        first: Index of its first token, or of the time's own.
        loose: The time is only a part of what is bound: "before the 2018 election" may still be in 2018.
        least: The smaller number of "in two to three weeks".
    """

    words: str | None
    first: int
    loose: bool = False
    least: int | None = None


def governor_of(doc: Annotated, phrase: Phrase, rules: Rules) -> Governor:
    """Find the word before a phrase that bounds it."""
    start = doc.sentence_at(phrase.first).start
    index, least = _smaller_number(doc, phrase, rules)
    while index > start and doc.words[index - 1] in rules.classes["skipped"]:
        index -= 1
    for words, size in _words_before(doc, index, start, rules):
        if any((use, words) in rules.governors for use in _USES):
            return Governor(words=words, first=index - size, least=least)
    return _loose_governor(doc, phrase, rules) or Governor(words=None, first=index)


def follower_of(doc: Annotated, phrase: Phrase, rules: Rules, use: str) -> str | None:
    """Find the words right behind a phrase that bound it: "in June *at the earliest*"."""
    end = doc.sentence_at(phrase.first).end
    for size in range(rules.longest_governor, 0, -1):
        last = phrase.last + 1 + size
        words = " ".join(doc.words[phrase.last + 1 : last])
        if last <= end and (use, words) in rules.governors:
            return words
    return None


def _words_before(doc: Annotated, index: int, start: int, rules: Rules) -> Iterator[tuple[str, int]]:
    for size in range(rules.longest_governor, 0, -1):
        if index - size >= start:
            yield " ".join(doc.words[index - size : index]), size


def _smaller_number(doc: Annotated, phrase: Phrase, rules: Rules) -> tuple[int, int | None]:
    """Read "two to" of "two to three weeks", or before "three weeks"; give where that begins, and the number."""
    index = phrase.first
    inside = phrase.words("number")
    if len(inside) > 2 and inside[1].kind in ("DASH", "OR", "TO"):
        return index, _whole(inside[0].value)
    if "number" not in phrase.parts or index < 2 or doc.words[index - 1] not in _LISTED:
        return index, None
    text = doc.words[index - 2]
    words = [entry.value for entry in rules.entries.get(text, ()) if entry.kind == "NUMWORD" and not entry.rest]
    number = _whole(next(iter(words), text))
    return (index, None) if number is None else (index - 2, number)


def _whole(number: str) -> int | None:
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else None


def _loose_governor(doc: Annotated, phrase: Phrase, rules: Rules) -> Governor | None:
    """Find what bounds a thing that a time is a part of: "*by* the opening of the 2000 winter games"."""
    index = doc.head_in(phrase.span)
    noun = None if index is None else doc.tokens[index].head
    if index is None or noun is None or doc.tokens[index].deprel not in _INSIDE_NOUN:
        return None
    if not 0 < noun - phrase.last <= _MOST_BEHIND or doc.tokens[noun].upos not in ("NOUN", "PROPN"):
        return None
    above = _noun_above(doc, noun)
    word = doc.tokens[above].head
    if doc.tokens[above].deprel != "pobj" or word >= phrase.first:
        return None
    start = doc.sentence_at(word).start
    for words, size in _words_before(doc, word + 1, start, rules):
        if any((use, words) in rules.governors for use in ("governor", "past")) and words not in _NO_BOUND:
            return Governor(words=words, first=word + 1 - size, loose=True)
    return None


#: "In the 2018 season", "from the 1990 law" bound nothing.
_NO_BOUND = frozenset({"in", "from", "within", "as of"})


def _noun_above(doc: Annotated, noun: int) -> int:
    """Climb from "games" to "opening" in "the opening of the games"."""
    for _ in range(_MOST_BEHIND):
        of = doc.tokens[noun].head
        above = doc.tokens[of].head
        is_of = doc.tokens[noun].deprel == "pobj" and doc.tokens[of].lemma == "of"
        if not is_of or doc.tokens[above].upos not in ("NOUN", "PROPN") or above == of:
            break
        noun = above
    return noun
