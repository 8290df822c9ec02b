"""What the words around an act say of it: that it is called off, moved, begun, held, to come, or denied."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsledger.model import Span
from newsledger.stories.acts import base_forms, has_act
from newsledger.stories.rules import Change, Rules

#: Words with their genitive apart, and the marks that part clauses: "the minister’s visit, he said".
_PIECE = re.compile(r"\w+(?:[-.]\w+)*|n[’']t\b|[’'](?:s|ll|re|ve|d)\b|,(?!\s\d{4}\b)|[;:()“”\"—–]")
_PARTING = frozenset(',;:()“”"—–')
#: Between words and the act that they govern stand so many others at most: "postponed *his long-awaited* visit".
_BEFORE = 5
#: Between an act and the passive that tells of it: "the visit *to the two islands was* called off".
_AFTER = 14
#: Words before a verb that may turn it round.
_AHEAD = 4
_BE = frozenset({"be", "been", "being", "was", "were", "is", "are", "gets", "get", "got"})
_HAVE = frozenset({"has", "have", "had"})
_ADVERBS = frozenset({"also", "then", "on", "today"})


class Piece(NamedTuple):
    """A word of a sentence in small letters, and where it stands in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Words that change what is told of an act.

    Attributes:
        hedge: ``denied``, ``possible`` or ``coming``: how the words themselves are told; None where as a fact.
        first: Index of their first piece.
        last: Index of their last piece.
        limit: Index of the first preposition behind them, where the noun that they govern has ended.
    """

    change: str
    frame: str
    hedge: str | None
    first: int
    last: int
    limit: int


def pieces(text: str, sentence: Span) -> tuple[Piece, ...]:
    """Cut a sentence into words and parting marks."""
    return tuple(
        Piece(match.group().lower(), match.start(), match.end())
        for match in _PIECE.finditer(text, sentence.start, sentence.end)
    )


def signs(words: Sequence[Piece], rules: Rules) -> tuple[Sign, ...]:
    """Find the words of a sentence that say what becomes of an act."""
    return tuple(_signs(words, rules))


def sign_of(act: Span, words: Sequence[Piece], found: Sequence[Sign]) -> Sign | None:
    """Give the words that tell what becomes of an act: the nearest that govern it, or of which it is the subject.

    What was only to begin yields to what became of it: "the strike that was to *begin* on Friday was *averted*", "the
    court *postponed* giving its verdict".
    """
    inside = [at for at, piece in enumerate(words) if act.start <= piece.start < act.end] if found else []
    if not inside:
        return None
    reaching = [one for one in found if _reaches(one, inside[0], inside[-1], words)]
    undone = {one.last + 1 for one in reaching if one.change in ("called_off", "moved")}

    def order(one: Sign) -> tuple[bool, int, int]:
        is_to_be = one.change in ("begun", "done") and (one.hedge is not None or one.first in undone)
        return is_to_be, max(inside[0] - one.last, one.first - inside[-1]), one.first

    return min(reaching, key=order, default=None)


def is_failed(words: Sequence[Piece], at: int, rules: Rules) -> bool:
    """Say whether a verb is what somebody refused or failed to do: "*refused to* sign"; not "did not sign"."""
    return at > 1 and rules.hedges.get((words[at - 2].word, words[at - 1].word)) == "denied"


def hedge_before(words: Sequence[Piece], at: int, rules: Rules) -> str | None:
    """Say how a verb is told, by the words before it in its clause; None where as a fact."""
    start = at
    while start > 0 and at - start < _AHEAD and words[start - 1].word not in _PARTING:
        start -= 1
    before = [piece.word for piece in words[start:at]]
    found = {rules.hedges.get(tuple(before[i : i + n])) for n in (1, 2) for i in range(len(before) - n + 1)}
    if "would" in before and _is_reported(words[:at]):  # what will be, as somebody said it
        found = (found - {"possible"}) | {"coming"}
    return next((one for one in ("denied", "possible", "coming") if one in found), None)


def _is_reported(before: Sequence[Piece]) -> bool:
    """Say whether a clause is what somebody said: "he said that he *would* go"; not "if asked, he said he would"."""
    words = {piece.word for piece in before}
    return not words.isdisjoint(("said", "announced", "told", "declared")) and "if" not in words


def base_words(word: str, pasts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the words that a form may belong to: "held" to "hold"."""
    forms = _forms(word)
    return tuple(dict.fromkeys((pasts[word], *forms))) if word in pasts else forms


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(base_forms(word)))


@lru_cache(maxsize=1 << 16)
def lemma_of(word: str, rules: Rules) -> str:
    """Give the base of a form, as far as the lexicon knows it."""
    return next((one for one in base_words(word, rules.pasts) if has_act(one, rules)), word)


@lru_cache(maxsize=1 << 16)
def changes_of(word: str, rules: Rules) -> tuple[Change, ...]:
    """Give what a form may say of an act, alone or with words behind it."""
    return tuple(row for base in base_words(word, rules.pasts) for row in rules.changes.get(base, ()))


def is_aside(word: str) -> bool:
    """Say whether a word may stand between a subject and its verb: an auxiliary, an adverb, the "on" of a day."""
    return word in _BE | _HAVE | _ADVERBS or word.endswith("ly")


def is_past(word: str, pasts: Mapping[str, str]) -> bool:
    """Say whether a form can tell of what is over: "opened", "held"."""
    return word.endswith("ed") or word in pasts


def _signs(words: Sequence[Piece], rules: Rules) -> Iterator[Sign]:
    for at, piece in enumerate(words):
        for row in changes_of(piece.word, rules):
            last = _end(words, at, row)
            if last is not None:
                hedge = hedge_before(words, at, rules)
                limit = _limit(words, last + 1, rules)
                yield Sign(change=row.change, frame=row.frame, hedge=hedge, first=at, last=last, limit=limit)


def _limit(words: Sequence[Piece], start: int, rules: Rules) -> int:
    """Give where the noun behind a verb ends: "hold up trains *with* no end in sight" holds no end.

    What a plan or a threat is to do is what becomes of it, too: "dropped its plan *to* deport them".
    """
    ends = (at for at in range(start, len(words)) if words[at].word != "to" and words[at].word in rules.prepositions)
    return next(ends, len(words))


def _end(words: Sequence[Piece], at: int, row: Change) -> int | None:
    """Give the last piece of a phrase: "called … off" may hold two words of its object."""
    if not row.rest:
        return at
    here = [piece.word for piece in words[at + 1 : at + 1 + len(row.rest)]]
    return at + len(row.rest) if tuple(here) == row.rest else None


def _reaches(sign: Sign, first: int, last: int, words: Sequence[Piece]) -> bool:
    between = _without_insertion(words[sign.last + 1 : first] if sign.last < first else words[last + 1 : sign.first])
    if any(piece.word in _PARTING for piece in between) or sign.first <= first <= sign.last:
        return False
    here = {piece.word for piece in between}
    if sign.last < first:
        if sign.frame == "subject":
            return False
        if sign.frame == "noun":
            return not here.isdisjoint(("of", "in")) and len(between) <= _BEFORE
        return (
            first <= sign.limit
            and len(between) <= _BEFORE
            and here.isdisjoint(_BE | _HAVE)
            and not _is_passive(sign, words)
        )
    if sign.frame == "noun":
        return len(between) <= 1
    if len(between) > _AFTER:
        return False
    return sign.frame == "subject" or _is_passive(sign, words) or (not between and _is_bare_passive(sign, words))


def _without_insertion(between: Sequence[Piece]) -> Sequence[Piece]:
    """Cut out what stands between two commas: "the summit, *planned for April*, was postponed"."""
    commas = [at for at, piece in enumerate(between) if piece.word == ","]
    return [*between[: commas[0]], *between[commas[1] + 1 :]] if len(commas) == 2 else between


def _is_bare_passive(sign: Sign, words: Sequence[Piece]) -> bool:
    """Say whether a participle stands alone: "Strike called off after talks"; not "Strike delayed flights"."""
    behind = words[sign.last + 1].word if sign.last + 1 < len(words) else ","
    return behind in _PARTING or behind in ("until", "after", "by", "over")


def _is_passive(sign: Sign, words: Sequence[Piece]) -> bool:
    """Say whether a verb is in the passive: "was called off", "has now been called off", "to be held"."""
    return any(piece.word in _BE for piece in words[max(0, sign.first - 3) : sign.first])
