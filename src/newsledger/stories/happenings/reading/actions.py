"""Which words of an expected action say the act."""

from newsledger.model import Span
from newsledger.stories.acts import noun_of
from newsledger.stories.happenings.reading.article import Reading
from newsledger.stories.happenings.reading.signs import Piece, changes_of, is_aside, pieces, sign_of


def act_in(reading: Reading, action: Span) -> Span:
    """Give the words of an action that say the act: its first verb, or the noun that a bearing verb has."""
    rules = reading.rules
    every = pieces(reading.text, action)
    words = [one for one in every if one.word not in rules.common and not is_aside(one.word)]
    if not words:
        return action
    first = words[0]
    if _bears(reading, every[0]) or _bears(reading, first):
        behind = (one for one in words if one.start > every[0].start)
        borne = next((one for one in behind if noun_of(one.word, rules)), None)
        if borne is None:
            return _beginning(reading, action) or _span(first)
        first = borne
    return _span(first)


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
