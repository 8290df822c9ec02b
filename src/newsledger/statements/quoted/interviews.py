"""Finds what the person who is interviewed says: answers carry neither a cue nor quotation marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsledger.model import Annotated, Candidate, Span
from newsledger.statements.quoted.colons import MarkedLine, read_blocks
from newsledger.statements.quoted.quotations import Quoted

#: Fewer questions may be those of any report.
_FEWEST_QUESTIONS = 3
_FEWEST_ANSWERS = 2
_LONGEST_QUESTION = 80
_ASKED = frozenset({"you", "your", "yours", "yourself"})
_OWN = frozenset({"i", "me", "mine", "my", "our", "ours", "us", "we"})
_QUESTION_LABELS = frozenset({"q", "question"})
_LABELS = _QUESTION_LABELS | {"a", "answer"}


@dataclass(frozen=True, slots=True)
class _Turn:
    words: range
    label: range
    asks: bool


def find_answers(doc: Annotated, mentions: Sequence[Candidate], quoted: Quoted) -> Iterator[MarkedLine]:
    """Give the answers of an interview; other articles have none.

    An interview asks "you" and is answered by "I", and names who that is before its first question.

    Args:
        doc: The parsed article.
        mentions: Words that may name an actor.
        quoted: Its quotations; who says "I" in one is not the one who answers.
    """
    turns = [_turn(doc, block.words, quoted) for block in read_blocks(doc) if block.role == "body"]
    asking = [place for place, turn in enumerate(turns) if turn.asks]
    if not _is_interview(doc, turns, quoted):
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


def _turn(doc: Annotated, words: range, quoted: Quoted) -> _Turn:
    first = doc.tokens[words.start].text.lower()
    labelled = len(words) > 2 and first in _LABELS and doc.tokens[words.start + 1].text in (":", ".")
    label = range(words.start, words.start + 2 if labelled else words.start)
    spoken = range(label.stop, words.stop)
    asks = first in _QUESTION_LABELS if labelled else _asks(doc, spoken, quoted)
    return _Turn(words=spoken, label=label, asks=asks)


def _asks(doc: Annotated, words: range, quoted: Quoted) -> bool:
    if len(words) > _LONGEST_QUESTION or quoted.number[words.start] >= 0:
        return False
    addressed = _holds(doc, words, _ASKED, quoted) and not _holds(doc, words, _OWN, quoted)
    return doc.tokens[words[-1]].text == "?" or addressed


def _holds(doc: Annotated, words: range, wanted: frozenset[str], quoted: Quoted) -> bool:
    return any(quoted.number[index] < 0 and doc.tokens[index].text.lower() in wanted for index in words)


def _is_interview(doc: Annotated, turns: Sequence[_Turn], quoted: Quoted) -> bool:
    questions = [turn for turn in turns if turn.asks]
    answers = [turn for before, turn in pairwise(turns) if before.asks and not turn.asks]
    to_someone = sum(_holds(doc, turn.words, _ASKED, quoted) for turn in questions)
    own = sum(_holds(doc, turn.words, _OWN, quoted) for turn in answers)
    alone = any(_holds(doc, turn.words, frozenset({"i"}), quoted) for turn in answers)
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
