"""Gives quotations to the cues beside them, by where they stand; the parse of a quotation is seldom right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsledger.model import Annotated
from newsledger.statements.cued import CuedArticle
from newsledger.statements.sources import doer

_STOPS = frozenset({".", "!", "?"})
#: What a sentence is cut at where words before a quotation belong to what is said.
_CUTS = frozenset({":", ";", "(", "-", "–", "—", "--"})
_LEADS = frozenset({",", ":", "-", "–", "—", "--"})
#: What may stand between two quotations of one speaker: *Then,* "…".
_LINKING = frozenset({"ADV", "CCONJ"})
_DESCRIBING = ("relcl", "acl", "amod", "xcomp", "advcl")
#: Words further than this from a quotation are not looked at.
_FARTHEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Which quotations each cue has.

    Attributes:
        owners: The cue of each quotation that has one.
        beside: The tokens of what is said, by its cue.
        behind: The quotations in which its speaker goes on, in sentences of their own.
    """

    owners: Mapping[int, int]
    beside: Mapping[int, frozenset[int]]
    behind: Mapping[int, tuple[int, ...]]


def give_quotations(cued: CuedArticle) -> Given:
    """Give each quotation to the cue that it stands by."""
    layout = _Layout(cued)
    for number in range(len(cued.quoted.quotations)):
        layout.place(number)
    return Given(
        owners=layout.owners,
        beside={head: frozenset(tokens) for head, tokens in layout.given.items()},
        behind={head: tuple(them) for head, them in layout.behind.items()},
    )


@dataclass(slots=True)
class _Layout:
    """Which quotations each cue has, while they are being given out in text order.

    Attributes:
        given: The tokens that each cue has been given.
        behind: The quotations that follow the sentence of a cue.
        owners: The cue of each quotation that has one.
    """

    cued: CuedArticle
    given: dict[int, set[int]] = field(default_factory=dict)
    behind: dict[int, list[int]] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)

    def place(self, number: int) -> None:
        """Give a quotation to its cue, if it has one."""
        tokens = sorted(self.cued.quoted.tokens(self.cued.doc, number))
        if not tokens:
            return
        before = list(self._leading(tokens[0]))[::-1]
        head = self._cue_before(before)
        if head is None:
            head = self._cue_after(tokens[-1], before)
            if head is not None:
                tokens += self._begun(before)
        goes_on = head is None and self._only_links(before)
        if goes_on:
            head = self._said_just_before(tokens[0] - len(before))
        if head is None:
            return
        self.owners[number] = head
        if goes_on:
            self.behind.setdefault(head, []).append(number)
        else:
            self.given.setdefault(head, set()).update(tokens)

    def _leading(self, first: int) -> Iterator[int]:
        """Give the unquoted words of the sentence that leads to a quotation, the nearest first.

        They may stand in the block before, where that ends in a colon.
        """
        block = self._block(first)
        for index in range(first - 1, max(-1, first - _FARTHEST), -1):
            text = self.cued.tokens[index].text
            if text in _STOPS or self.cued.quoted.number[index] >= 0:
                return
            if self._block(index) != block:
                if index != first - 1 or text != ":":
                    return
                block = self._block(index)
            yield index

    def _block(self, index: int) -> int:
        return self.cued.doc.sentence_at(index).block

    def _cue_before(self, before: list[int]) -> int | None:
        """Give the cue of he said: "…" and of he told the paper, "…"."""
        for index in reversed(before):
            if index in self.cued.quoting:
                return index if self._leads(index, self.cued.tokens[before[-1]].text, before[-1]) else None
            if "VerbForm=Fin" in self.cued.tokens[index].morph and not self._is_cleft(index):
                return None
        return None

    def _is_cleft(self, index: int) -> bool:
        """Say whether "be" leads from a cue to what is said: all she *would say was* "…"."""
        return self.cued.tokens[index].lemma == "be" and index - 1 in self.cued.speakers

    def _leads(self, head: int, lead: str, last: int) -> bool:
        if lead == ":" or (last == head + 1 and self._is_cleft(last)):
            return True
        if self.cued.tokens[last].text == "but" and self.cued.tokens[last - 1].text == ",":
            return head in self.given  # "It rains," she said, but "it will stop."
        entry = self.cued.quoting[head].entry
        if entry.takes[0] != "quotation":
            return False
        return last in self.cued.quoting[head].anchors or lead in _LEADS

    def _cue_after(self, last: int, before: list[int]) -> int | None:
        """Give the cue of "…," he said and of "…," said the minister."""
        gap = self._following(last)
        if not gap or self._joins(gap[0]):
            return None
        for place, index in enumerate(gap):
            if index in self.cued.quoting and self.cued.tokens[index].deprel != "pcomp":
                return index if self._speaks(index, gap[:place], last) and self._has_room(index, before) else None
            token = self.cued.tokens[index]
            if token.upos == "VERB" and token.deprel not in _DESCRIBING:
                return None
        return None

    def _joins(self, index: int) -> bool:
        """Say whether a word behind a quotation leads on inside what is said: "…" and, "…" what they argued."""
        token = self.cued.tokens[index]
        return self.cued.says(index, "asking") or (token.upos in ("CCONJ", "SCONJ") and token.text != "as")

    def _following(self, last: int) -> list[int]:
        """Give the unquoted words after a quotation, up to the end of the sentence."""
        gap: list[int] = []
        for index in range(last + 1, min(len(self.cued.tokens), last + _FARTHEST)):
            token = self.cued.tokens[index]
            if token.text in _STOPS or self.cued.quoted.number[index] >= 0 or self._block(index) != self._block(last):
                break
            if gap or token.upos != "PUNCT":
                gap.append(index)
        return gap

    def _speaks(self, head: int, lead: list[int], last: int) -> bool:
        """Say whether a verb after a quotation has a speaker, or the speaker behind it."""
        doc = self.cued.doc
        token = doc.tokens[head]
        if "Aspect=Prog" in token.morph and self.cued.syntax.child(head, "aux") is None:
            return False
        if _ends_in_stop(doc, last):
            return not lead and token.text[:1].islower()
        inverted = all(doc.tokens[index].upos in ("ADV", "AUX", "PUNCT") for index in lead)
        return inverted or doer(self.cued, head) is not None

    def _has_room(self, head: int, before: list[int]) -> bool:
        """Say whether what stands before the cue can be its content: not where it has one behind it.

        "On “Newsday,” he said that …" and "According to “The Keys,” …" quote only a title.
        """
        if not before:
            return True
        behind = any(
            self.cued.tokens[child].deprel == "ccomp" and child > head for child in self.cued.doc.children[head]
        )
        return not behind and self.cued.tokens[before[-1]].upos != "ADP"

    def _begun(self, before: list[int]) -> list[int]:
        """Give the words of a sentence that ends in a quotation: *He made* "a mistake," she said."""
        cuts = [place for place, index in enumerate(before) if self.cued.tokens[index].text in _CUTS]
        return before[cuts[-1] + 1 :] if cuts else before

    def _only_links(self, before: list[int]) -> bool:
        """Say whether nothing but "Then," or "But" stands between a quotation and the sentence before."""
        words = [self.cued.tokens[index] for index in before]
        opens = not words or words[0].text[0].isupper()
        return all(word.upos == "PUNCT" or (opens and word.upos in _LINKING) for word in words)

    def _said_just_before(self, first: int) -> int | None:
        """Give the cue whose speaker goes on without a new one: that of the quotation or sentence before.

        Of a sentence it is the root's: in "he denied that she was going to ask. “…”" he goes on, not she.
        """
        before = first - 1
        if before < 0 or (self._block(before) != self._block(first) and not self._stands_alone(first)):
            return None
        number = self.cued.quoted.number[before]
        if number in self.owners:
            return self.owners[number]
        if number >= 0 and not self._is_title(number):
            return None
        start = max(self.cued.doc.sentence_at(before).start, first - 10 * _FARTHEST)
        told = [index for index in range(start, first) if index in self.cued.cues]
        root = min(told, key=lambda index: (len(list(self.cued.doc.ancestors(index))), index), default=None)
        return root if root is None or any(cue.tells_words for cue in self.cued.cues[root]) else None

    def _stands_alone(self, first: int) -> bool:
        """Say whether a quotation is a paragraph of its own, of whole sentences, behind another paragraph."""
        words = self.cued.doc.tokens_in(self.cued.doc.article.blocks[self._block(first)].span)
        return all(self.cued.quoted.number[index] >= 0 for index in words)

    def _is_title(self, number: int) -> bool:
        """Say whether a quotation only names a work or a programme, as in on NBC's “Meet the Press.”."""
        span = self.cued.quoted.quotations[number].spans[0]
        words = [self.cued.tokens[index] for index in self.cued.doc.tokens_in(span)]
        named = [word for word in words if word.text[:1].isalpha() and len(word.text) > 3]
        return all(word.text[0].isupper() for word in named)


def _ends_in_stop(doc: Annotated, last: int) -> bool:
    """Say whether a full stop stands before the closing mark."""
    end = doc.tokens[last].span.end
    return doc.text[max(0, end - 4) : end].rstrip("\"”»'’").endswith(".")
