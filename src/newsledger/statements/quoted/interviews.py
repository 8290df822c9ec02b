"""Finds what the person who is interviewed says: answers carry neither a cue nor quotation marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsledger.model import Candidate, Span
from newsledger.statements.cued import CuedArticle
from newsledger.statements.quoted.colons import MarkedLine, read_blocks

#: Fewer questions may be those of any report.
_FEWEST_QUESTIONS = 3
_FEWEST_ANSWERS = 2
_LONGEST_QUESTION = 80
_ASKED = frozenset({"you", "your", "yours", "yourself"})
_QUESTION_LABELS = frozenset({"q", "question"})
_LABELS = _QUESTION_LABELS | {"a", "answer"}


@dataclass(frozen=True, slots=True)
class _Turn:
    words: range
    label: range
    asks: bool


def find_answers(cued: CuedArticle, mentions: Sequence[Candidate]) -> Iterator[MarkedLine]:
    """Give the answers of an interview; other articles have none.

    An interview asks "you" and is answered by "I", and names who that is before its first question.

    Args:
        cued: The article; who says "I" in a quotation is not the one who answers.
        mentions: Words that may name an actor.
    """
    doc = cued.doc
    if _ASKED.isdisjoint(doc.words) or "i" not in doc.words:
        return  # which saves looking at each paragraph of most articles
    turns = [_turn(cued, block.words) for block in read_blocks(doc) if block.role == "body"]
    asking = [place for place, turn in enumerate(turns) if turn.asks]
    if not _is_interview(cued, turns):
        return
    named = _who_answers(mentions, doc.tokens[turns[asking[0]].words.start].span.start)
    if named is None:
        return
    speaker = doc.tokens_in(named)
    for place, following in zip(asking, [*asking[1:], min(asking[-1] + 2, len(turns))], strict=True):
        answer = turns[place + 1 : following]
        if answer:
            label, said = answer[0].label, tuple(turn.words for turn in answer)
            yield MarkedLine(source=speaker, mark=label, content=range(0), rule="statements.answer", more=said)


def _turn(cued: CuedArticle, words: range) -> _Turn:
    doc = cued.doc
    first = doc.tokens[words.start].text.lower()
    labelled = len(words) > 2 and first in _LABELS and doc.tokens[words.start + 1].text in (":", ".")
    label = range(words.start, words.start + 2 if labelled else words.start)
    spoken = range(label.stop, words.stop)
    asks = first in _QUESTION_LABELS if labelled else _asks(cued, spoken)
    return _Turn(words=spoken, label=label, asks=asks)


def _asks(cued: CuedArticle, words: range) -> bool:
    if len(words) > _LONGEST_QUESTION or cued.quoted.number[words.start] >= 0:
        return False
    if cued.tokens[words[-1]].text == "?":
        return True
    return _holds(cued, words, _ASKED) and not _holds(cued, words, cued.words["own"])


def _holds(cued: CuedArticle, words: range, wanted: frozenset[str]) -> bool:
    number = cued.quoted.number
    spoken = cued.doc.words[words.start : words.stop]
    return any(word in wanted and number[index] < 0 for index, word in zip(words, spoken, strict=True))


def _is_interview(cued: CuedArticle, turns: Sequence[_Turn]) -> bool:
    questions = [turn for turn in turns if turn.asks]
    answers = [turn for before, turn in pairwise(turns) if before.asks and not turn.asks]
    to_someone = sum(_holds(cued, turn.words, _ASKED) for turn in questions)
    own = sum(_holds(cued, turn.words, cued.words["own"]) for turn in answers)
    alone = any(_holds(cued, turn.words, frozenset({"i"})) for turn in answers)
    return len(questions) >= _FEWEST_QUESTIONS and alone and min(to_someone, own) >= _FEWEST_ANSWERS


def _who_answers(mentions: Sequence[Candidate], before: int) -> Span | None:
    """Give the longest name of the person who is named most often above the first question."""
    named = [
        mention
        for mention in mentions
        if mention.kind == "person" and mention.form == "name" and mention.name and mention.span.end <= before
    ]
    counts = Counter((mention.name or "").split()[-1] for mention in named)
    surname, _ = counts.most_common(1)[0] if counts else (None, 0)
    spans = [mention.span for mention in named if (mention.name or "").split()[-1] == surname]
    return max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
