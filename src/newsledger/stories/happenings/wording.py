"""Mentions by words alone: an act of the lexicon in the past tense, or a noun with its day, where no event was found.

The rooms that read a page code what the ontology knows. "The bridge opened on Saturday" is nothing to it, and yet it
is what "the bridge will open" waited for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsledger.model import Change, EventMention, Span, Standing
from newsledger.stories.acts import has_act, noun_of
from newsledger.stories.happenings.chains import SAYING
from newsledger.stories.happenings.reading import Reading
from newsledger.stories.happenings.reading.signs import (
    Piece,
    Sign,
    base_words,
    hedge_before,
    is_aside,
    is_failed,
    is_past,
    sign_of,
)
from newsledger.stories.rules import Rules

#: Words behind which a base form stands.
_BARE = ("to", "will", "would", "shall")
_STANDINGS: dict[str, Standing] = {"denied": "denied", "possible": "hypothetical", "coming": "planned"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a word tells: its base, its part of speech, its standing; None where its days have to tell it."""

    base: str
    upos: str
    standing: Standing | None
    change: Change | None = None


def word_mentions(reading: Reading, taken: Sequence[Span]) -> Iterator[EventMention]:
    """Give the mentions that only words tell of.

    Args:
        reading: The article.
        taken: Words of mentions that rest on a finding.
    """
    first = next((sentence.start for sentence in reading.record.sentences), 0)
    rules, spans = reading.rules, [(one.start, one.end) for one in taken]
    for sentence in reading.record.sentences:
        words, found = reading.cut(sentence)
        phrases = {at for one in found if one.first < one.last for at in range(one.first, one.last + 1)}
        near = [(start, end) for start, end in spans if start < sentence.end and sentence.start < end]
        for at, piece in enumerate(words):
            form = _form(piece.word, rules)
            if not (form.tells or (form.is_bare and words[at - 1].word in _BARE)):
                continue
            unknown = form.noun is None and form.verb is None
            if unknown and reading.is_name(Span(start=piece.start, end=piece.end)):
                continue
            if at in phrases or any(start < piece.end and piece.start < end for start, end in near):
                continue
            told = _told(rules, words, at, found, is_first=sentence.start == first)
            mention = _mention(reading, words, at, told) if told is not None else None
            if mention is not None:
                yield mention


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form of a word may be, whatever stands around it.

    Attributes:
        noun: The noun of the lexicon that it is.
        verb: The verb of the lexicon that it belongs to.
        tells: It may tell of an act without a word before it that makes it a verb.
        is_bare: It may be a verb behind a word that makes it one: "to *sail*"; no article, pronoun or auxiliary
            is ("to *the* court", "will *be*").
    """

    noun: str | None
    verb: str | None
    is_saying: bool
    tells: bool
    is_bare: bool


@lru_cache(maxsize=1 << 16)
def _form(word: str, rules: Rules) -> _Form:
    noun, bases = noun_of(word, rules), base_words(word, rules.pasts)
    verb = next((one for one in bases if _is_verb(one, rules)), None)
    is_saying = any(SAYING in rules.acts.get((base, "verb"), ()) for base in bases)
    # Most words have no form of a verb, and the lexicon does not have them.
    may_be = verb is not None or is_past(word, rules.pasts) or word.endswith("ing")
    is_function = verb is None and (word in rules.common or is_aside(word))
    return _Form(
        noun, verb, is_saying, noun is not None or (may_be and not is_saying), noun is None and not is_function
    )


def _told(rules: Rules, words: Sequence[Piece], at: int, found: Sequence[Sign], *, is_first: bool) -> _Told | None:
    """Say what a word tells; in the first sentence, the headline as often as not, a present tense tells news."""
    word = words[at].word
    form = _form(word, rules)
    noun, verb = form.noun, form.verb
    if noun is not None and (sign := sign_of(Span(start=words[at].start, end=words[at].end), words, found)) is not None:
        return _of_noun(noun, sign)
    if form.is_saying:
        return None
    hedge = hedge_before(words, at, rules)
    if is_past(word, rules.pasts):
        return _Told(verb or _base(word, rules), "VERB", _STANDINGS.get(hedge or "", "happened"))
    if hedge in ("denied", "coming") and (
        word == verb or (verb is None and form.is_bare and words[at - 1].word in _BARE)
    ):
        return _Told(word, "VERB", _STANDINGS[hedge], "failed" if is_failed(words, at, rules) else None)
    if hedge == "coming" and word.endswith("ing") and words[at - 1].word == "be":
        return _Told(verb or _base(word, rules), "VERB", "planned")
    if verb is not None and word.endswith("ing") and word != verb and hedge is None:
        return _Told(verb, "VERB", None)
    if is_first and hedge is None and word.endswith("s") and verb is not None and word != verb:
        return _Told(verb, "VERB", "happened")
    return _Told(noun, "NOUN", None) if noun is not None and hedge is None else None


def _base(word: str, rules: Rules) -> str:
    """Give a base that the lexicon does not have: its stem is what is compared."""
    return rules.pasts.get(word, word)


def _of_noun(noun: str, sign: Sign) -> _Told | None:
    """Say what becomes of an act that a noun names: "held its congress", "the congress was put off"."""
    if sign.change == "own_part":
        return None
    if sign.change in ("called_off", "moved"):
        hedged = sign.hedge in ("denied", "possible")
        return None if hedged else _Told(noun, "NOUN", "planned", "moved" if sign.change == "moved" else "called_off")
    standing: Standing = _STANDINGS.get(sign.hedge or "", "happened")
    return _Told(noun, "NOUN", standing, "begun" if sign.change == "begun" and standing == "happened" else None)


def _mention(reading: Reading, words: Sequence[Piece], at: int, told: _Told) -> EventMention | None:
    span = Span(start=words[at].start, end=words[at].end)
    sentence = reading.sentence(span)
    first, last, stated = reading.told_days(span, told.change)
    standing = told.standing
    if standing == "planned" and told.change is None and _is_over(last, reading.day):
        first, last, stated = None, None, False
    if standing is None:
        if not stated or last is None or reading.day is None or last > reading.day:
            return None
        standing = "happened"
    is_deed = told.upos == "VERB" and is_past(words[at].word, reading.rules.pasts)
    return reading.mention(
        span,
        sentence,
        reading.present(sentence),
        id=f"{reading.id_of(span)}:w",
        lemma=told.base,
        upos=told.upos,
        kind="word",
        standing=standing,
        change=told.change,
        subject=reading.subject(words, at) if is_deed else None,
        firm=standing != "hypothetical",
        earliest=first,
        latest=last,
        stated=stated,
        spans=(span, *(reading.bearing(span) if told.upos == "NOUN" else ())),
    )


def _is_over(last: date | None, day: date | None) -> bool:
    """Say whether the days of a plan are over: "it was to *open* in May" tells of no other day to come."""
    return last is not None and day is not None and last < day


def _is_verb(word: str, rules: Rules) -> bool:
    return has_act(word, rules, "verb")
