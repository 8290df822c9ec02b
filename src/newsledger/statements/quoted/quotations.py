"""Finds quotations: which marks open, which close, and which are only apostrophes or strays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.model import READ_ROLES, Annotated, Block, Span

# “ and ” and their like; '' and `` as typed by some agencies; single marks only where no letter
# stands on both sides, so that "don’t" and "1990s’" hold none that opens.
_MARK = re.compile(
    r"""
    (?P<open>  [“„«] | `` )
  | (?P<close> [”»] )
  | (?P<plain> " | '' )
  | (?P<single> (?<!\w)[‘'](?=\w) | (?<=[\w.,!?…])[’'](?!\w) )
    """,
    re.VERBOSE,
)
#: Marks that may open a quotation, as tokens.
OPENING = frozenset({"“", "„", "«", '"', "``", "''", "‘"})
#: Those that may open or close one, but for the apostrophe.
MARKS = OPENING | {"”", "»"}
_CLOSING = MARKS - {"“", "„", "«", "``", "‘"}
_SENTENCE_MARKS = ".,!?…"
#: Lines over which a quotation may run that is opened once and closed once.
_MOST_LINES = 16
#: Lines between two that open one quotation; more may be the outlet's own behind a stray mark.
_MOST_BETWEEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks, the marks included.

    Attributes:
        spans: One for each paragraph: a quotation that is opened again in each goes on.
    """

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of an article, and which tokens stand in which.

    Attributes:
        number: For each token the index of its quotation, -1 outside.
    """

    quotations: tuple[Quotation, ...]
    number: tuple[int, ...]

    def tokens(self, doc: Annotated, number: int) -> frozenset[int]:
        """Give the tokens of a quotation."""
        return frozenset(index for span in self.quotations[number].spans for index in doc.tokens_in(span))


def find_quotations(doc: Annotated) -> Quoted:
    """Find the quotations of the blocks that are read, in text order."""
    quotations = _in_article(doc)
    number = [-1] * len(doc.tokens)
    for index, quotation in enumerate(quotations):
        for span in quotation.spans:
            for token in doc.tokens_in(span):
                number[token] = index
    return Quoted(quotations, tuple(number))


def _in_article(doc: Annotated) -> tuple[Quotation, ...]:
    """Join what is opened again in each paragraph and closed once, and what runs on over the lines of a dump.

    What is still open where an article breaks off in a sentence is read to its end.
    """
    joined: list[list[Span]] = []
    left_open, resume = False, 0
    blocks = [block for block in doc.article.blocks if block.role in READ_ROLES]
    for place, block in enumerate(blocks):
        if block.end <= resume:
            continue
        spans, opens = _in_block(doc.text, Span(start=max(block.start, resume), end=block.end))
        if left_open and not (spans and spans[0].start == block.start):
            joined[-1][-1] = _to_sentence_end(doc, joined[-1][-1])
        elif left_open:
            joined[-1].append(spans.pop(0))
        joined.extend([span] for span in spans)
        lines = _closed_later(doc.text, blocks[place + 1 : place + _MOST_LINES]) if opens else []
        if lines:
            joined[-1].extend(lines)
            resume = lines[-1].end
        left_open = opens and doc.text[joined[-1][-1].end - 1] not in _CLOSING
    if left_open and doc.text[-1] in _SENTENCE_MARKS:
        joined[-1][-1] = _to_sentence_end(doc, joined[-1][-1])
    return tuple(Quotation(spans=known) for parts in joined if (known := _with_words(doc, parts)))


def _with_words(doc: Annotated, parts: Sequence[Span]) -> tuple[Span, ...]:
    """Leave out what has no words: the blocks behind those that are read of a very long page."""
    return tuple(span for span in parts if doc.tokens_in(span))


def _to_sentence_end(doc: Annotated, span: Span) -> Span:
    """Cut what a mark that is never closed opens: it may be a stray, and costs one sentence."""
    inside = doc.tokens_in(span)
    return Span(start=span.start, end=min(span.end, doc.sentence_at(inside[0]).span.end)) if inside else span


def _closed_later(text: str, lines: Sequence[Block]) -> list[Span]:
    """Give the rest of a quotation that is left open in a line, where the next mark can only close it.

    In a dump of one sentence a line, `"We stay.` and `The boats go," she said.` are lines of their own. So are those
    before one that opens it again.
    """
    found: list[Span] = []
    for line in lines:
        mark = next((mark for mark in _MARK.finditer(text, line.start, line.end) if mark.lastgroup != "single"), None)
        if mark is not None and _opens(text, None, mark, line.span):
            return found if len(found) <= _MOST_BETWEEN and _only_quotes(text, line, mark) else []
        found.append(Span(start=line.start, end=line.end if mark is None else mark.end()))
        if mark is not None:
            return found
    return []


def _only_quotes(text: str, line: Block, mark: re.Match[str]) -> bool:
    """Say whether a line is a quotation from its first letter to its last, and names no speaker."""
    marks = [one for one in _MARK.finditer(text, mark.start(), line.end) if one.lastgroup != "single"]
    return len(marks) == 1 or marks[-1].end() == line.end


def _in_block(text: str, block: Span) -> tuple[list[Span], bool]:
    """Give a block's quotations, and whether the last one was never closed."""
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        if opened is not None and _closes(text, opened, mark):
            spans.append(Span(start=opened.start(), end=mark.end()))
            opened = None
        elif _opens(text, opened, mark, block):
            opened = mark
    if opened is None or opened.lastgroup == "single":
        return spans, False
    return [*spans, Span(start=opened.start(), end=block.end)], True


def _opens(text: str, opened: re.Match[str] | None, mark: re.Match[str], block: Span) -> bool:
    """Say whether a mark opens a quotation; one that is still open was a stray then."""
    if mark.lastgroup == "open":
        return True
    if opened is not None and opened.lastgroup != "single":
        return False
    after = text[mark.end()] if mark.end() < block.end else " "
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    if mark.lastgroup == "plain":
        return not after.isspace() and not before.isalnum()
    return opened is None and mark.lastgroup == "single" and not before.isalnum() and after.isalnum()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    if opened.lastgroup == "single":
        before = text[mark.start() - 1]
        return mark.lastgroup == "single" and (before in _SENTENCE_MARKS or not _possessive(text, mark))
    if mark.group() == "“" and (opened.group() == "„" or _is_behind_word(text, mark)):
        return True
    return mark.lastgroup == "close" or (mark.lastgroup == "plain" and mark.start() > opened.end())


def _is_behind_word(text: str, mark: re.Match[str]) -> bool:
    """Say whether a mark that opens stands where one closes, by a slip of the keyboard: called it “vile“ at noon."""
    after = text[mark.end() : mark.end() + 1]
    return not text[mark.start() - 1].isspace() and not after.isalnum()


def _possessive(text: str, mark: re.Match[str]) -> bool:
    """Say whether a single mark may be that of "the workers’ rights"."""
    return text[mark.start() - 1] == "s" and text[mark.end() : mark.end() + 1] == " "
