"""Gives quotations to the cues beside them, by where they stand; the parse of a quotation is seldom right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsledger.model import Annotated
from newsledger.statements.cues import Cue
from newsledger.statements.quotations import Quoted
from newsledger.statements.sources import doer
from newsledger.statements.syntax import SUBJECTS, child_by

_STOPS = frozenset({".", "!", "?"})
_LEADS = frozenset({",", ":", "-", "–", "—", "--"})
_GOES_ON = frozenset(",?!…-–—")
_FARTHEST = 40


def give_quotations(doc: Annotated, quoted: Quoted, cues: Mapping[int, Cue]) -> Mapping[int, frozenset[int]]:
    """Give each quotation to the cue that it stands by.

    Args:
        doc: The parsed article.
        quoted: Its quotations.
        cues: Cues that take a quotation, by their head; none stands in a quotation.

    Returns:
        For each cue that has any the tokens of its quotations.
    """
    return _Layout(doc, quoted, cues).give()


@dataclass(slots=True)
class _Layout:
    """Which quotations each cue has, while they are being given out.

    Attributes:
        doc: The parsed article.
        quoted: Its quotations.
        cues: Cues that take a quotation, by their head; none stands in a quotation.
        given: The tokens that each cue has been given.
    """

    doc: Annotated
    quoted: Quoted
    cues: Mapping[int, Cue]
    given: dict[int, set[int]] = field(default_factory=dict)
    last: int | None = None

    def give(self) -> Mapping[int, frozenset[int]]:
        """Give out all quotations; a cue without one is left out."""
        for number in range(len(self.quoted.quotations)):
            self._place(number)
        return {head: frozenset(tokens) for head, tokens in self.given.items()}

    def _place(self, number: int) -> None:
        tokens = self._tokens(number)
        if not tokens:
            return
        before = self._before(tokens[0])
        head = self._cue_before(before)
        if head is None:
            head = self._cue_after(tokens[-1])
            if head is not None:
                tokens = [*before, *tokens]
        if head is None and not before:
            head = self._said_just_before(tokens[0])
        if head is not None:
            self.given.setdefault(head, set()).update(tokens)
        self.last = head

    def _tokens(self, number: int) -> list[int]:
        return [index for span in self.quoted.quotations[number].spans for index in self.doc.tokens_in(span)]

    def _before(self, first: int) -> list[int]:
        """Give the unquoted words of the sentence that leads to a quotation."""
        return list(reversed(list(self._leading(first))))

    def _leading(self, first: int) -> Iterator[int]:
        doc = self.doc
        block = doc.sentence_at(first).block
        for index in range(first - 1, max(-1, first - _FARTHEST), -1):
            same_block = doc.sentence_at(index).block == block
            if doc.tokens[index].text in _STOPS or self.quoted.number[index] >= 0:
                return
            if not same_block and (index == first - 1 and doc.tokens[index].text != ":"):
                return
            if not same_block and doc.sentence_at(index).block != doc.sentence_at(first - 1).block:
                return
            yield index

    def _cue_before(self, before: list[int]) -> int | None:
        doc = self.doc
        for index in reversed(before):
            if index in self.cues:
                return index if self._leads(index, before) else None
            if doc.tokens[index].upos in ("VERB", "AUX") and "VerbForm=Fin" in doc.tokens[index].morph:
                return None
        return None

    def _leads(self, head: int, before: list[int]) -> bool:
        last = self.doc.tokens[before[-1]]
        if before[-1] in self.cues[head].anchors or last.text in _LEADS:
            return True
        return last.head == head and last.deprel in ("dobj", "dative", "prt", "advmod", "npadvmod", *SUBJECTS)

    def _cue_after(self, last: int) -> int | None:
        """Give the cue of "…," he said and of "…," said the minister."""
        doc = self.doc
        gap = list(self._following(last))
        while gap and doc.tokens[gap[0]].upos == "PUNCT":
            gap = gap[1:]
        if not gap or doc.tokens[gap[0]].upos in ("CCONJ", "SCONJ"):
            return None
        closed = self._mark_inside(last) == "."
        for place, index in enumerate(gap):
            if index in self.cues:
                return index if self._speaks(index, gap[:place], closed=closed) else None
            if doc.tokens[index].upos == "VERB" and not self._in_subject(index):
                return None
        return None

    def _following(self, last: int) -> Iterator[int]:
        doc = self.doc
        block = doc.sentence_at(last).block
        for index in range(last + 1, min(len(doc.tokens), last + _FARTHEST)):
            if doc.tokens[index].text in _STOPS or self.quoted.number[index] >= 0:
                return
            if doc.sentence_at(index).block != block:
                return
            yield index

    def _mark_inside(self, last: int) -> str:
        """Give the last character before the closing mark."""
        inner = self.doc.text[: self.doc.tokens[last].span.end].rstrip("\"”»'’")
        return inner[-1:]

    def _speaks(self, head: int, lead: list[int], *, closed: bool) -> bool:
        doc = self.doc
        subject = doer(doc, head)
        token = doc.tokens[head]
        if "VerbForm=Part" in token.morph and "Aspect=Prog" in token.morph and child_by(doc, head, ("aux",)) is None:
            return False
        inverted = all(doc.tokens[index].upos in ("ADV", "AUX", "PUNCT") for index in lead)
        if closed:
            return inverted and token.text[:1].islower() and not lead
        return inverted or subject is not None

    def _in_subject(self, verb: int) -> bool:
        """Say whether a verb only describes the speaker: "the man who *won* said"."""
        return self.doc.tokens[verb].deprel in ("relcl", "acl", "amod", "xcomp", "advcl")

    def _said_just_before(self, first: int) -> int | None:
        """Give the cue of the sentence before, whose speaker goes on without a new one."""
        doc = self.doc
        if first == 0 or doc.sentence_at(first - 1).block != doc.sentence_at(first).block:
            return None
        if self.quoted.number[first - 1] >= 0:
            return self.last
        index = first - 1
        found = None
        while index >= 0 and (doc.tokens[index].text not in _STOPS or index == first - 1):
            if self.quoted.number[index] >= 0 or doc.sentence_at(index).block != doc.sentence_at(first).block:
                break
            found = index if index in self.cues else found
            index -= 1
        return found
