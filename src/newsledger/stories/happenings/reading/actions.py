"""Which words of an expected action say the act."""

from collections.abc import Sequence
from itertools import takewhile

from newsledger.model import Span
from newsledger.stories.acts import has_act, noun_of
from newsledger.stories.happenings.reading.article import Reading
from newsledger.stories.happenings.reading.signs import Piece, changes_of, is_aside, is_past, pieces, sign_of

_GENITIVES = ("'s", "’s")


def act_in(reading: Reading, action: Span) -> Span:
    """Give the words of an action that say the act: its first verb, or the noun that a bearing verb has.

    Of "be able to visit" it is the infinitive, of "sixth edition of the cup" the noun that the attributes belong to.
    """
    rules = reading.rules
    every = pieces(reading.text, action)
    noun = _noun(reading, action, every)
    if noun is not None:
        return noun
    words = [one for one in every if one.word not in rules.common and not is_aside(one.word)]
    if not words:
        return action
    first = _infinitive(reading, every) or words[0]
    changed = _changed(reading, action)
    if changed is not None:
        return changed
    if _bears(reading, every[0]) or _bears(reading, first):
        behind = (one for one in words if one.start > every[0].start)
        borne = next((one for one in behind if noun_of(one.word, rules)), None)
        if borne is None:
            return _beginning(reading, action) or _span(first)
        first = borne
    return _span(first)


def _noun(reading: Reading, action: Span, words: Sequence[Piece]) -> Span | None:
    """Give the noun of an action that is one, "an *indefinite strike* of the dockers": the last that says an act.

    It has a determiner before it, or opens a headline: "Grain *talks* postponed".
    """
    around, _ = reading.cut(reading.sentence(action))
    before = next((one.word for one in reversed(around) if one.end <= action.start), "")
    if before not in reading.rules.determiners and before not in _GENITIVES and (before or _is_verb(reading, words[0])):
        return None
    named = list(takewhile(lambda one: one.word not in reading.rules.prepositions and one.word[0].isalnum(), words))
    acts = [one for one in named if noun_of(one.word, reading.rules)]
    return _span((acts or named)[-1]) if named else None


def _is_verb(reading: Reading, word: Piece) -> bool:
    return has_act(word.word, reading.rules, "verb") or _bears(reading, word)


def _changed(reading: Reading, action: Span) -> Span | None:
    """Give the noun that an action is to call off or to put off: "agreed to *call off the strike*"."""
    words, found = reading.cut(reading.sentence(action))
    told = [one for one in found if one.hedge not in ("denied", "possible")]
    begun = [one for one in told if words[one.first].start == action.start]
    signs = [one for one in begun if one.frame == "object" and one.change in ("called_off", "moved")]
    nouns = (one for one in words if action.start < one.start < action.end and noun_of(one.word, reading.rules))
    first = next((_span(one) for one in nouns), None) if signs else None
    return first if first is not None and sign_of(first, words, signs) is not None else None


def _infinitive(reading: Reading, words: Sequence[Piece]) -> Piece | None:
    """Give the verb behind a form of "be", an adjective and "to": "be (un)able to *visit*"."""
    if len(words) < 4 or words[0].word != "be" or words[2].word != "to" or is_past(words[1].word, reading.rules.pasts):
        return None
    return words[3] if has_act(words[3].word, reading.rules, "verb") else None


def _beginning(reading: Reading, action: Span) -> Span | None:
    """Give the noun that an action says to begin or to take place: "the *talks* will begin on Sunday"."""
    words, found = reading.cut(reading.sentence(action))
    for sign in found:
        if sign.frame == "subject" and action.start <= words[sign.first].start < action.end:
            nouns = [_span(one) for one in words[: sign.first] if noun_of(one.word, reading.rules)]
            begun = next((one for one in reversed(nouns) if sign_of(one, words, [sign]) is not None), None)
            if begun is not None:
                return begun
    return None


def _bears(reading: Reading, verb: Piece) -> bool:
    """Say whether the act stands beside a verb: "*hold* talks", "*make* a first address", "talks *take* place"."""
    return any(
        row.change in ("done", "begun") and row.frame in ("object", "subject")
        for row in changes_of(verb.word, reading.rules)
    )


def _span(piece: Piece) -> Span:
    return Span(start=piece.start, end=piece.end)
