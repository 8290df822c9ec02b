"""An article with its parse: what the finders read."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsledger.model.article import Article, BlockRole
from newsledger.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word (CoNLL-U columns; the labels are those of the model in use).

    Attributes:
        text: The word as it stands in the text; in a headline in title case as running text would have it.
        morph: Universal features, such as ``Tense=Past|VerbForm=Fin``; ``""`` where there are none.
        head: Index of the head in ``Annotated.tokens``; a root is its own head.
        deprel: spaCy's English labels (``nsubj``, ``dobj``, ``nsubjpass``, ``agent``, ``ROOT`` …).
    """

    text: str
    lemma: str
    upos: str
    morph: str
    head: int
    deprel: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: tokens ``start`` up to ``end``, all of one block.

    Attributes:
        block: Index of its block in ``article.blocks``.
    """

    start: int
    end: int
    block: int
    span: Span

    @property
    def indices(self) -> range:
        """The indices of its tokens."""
        return range(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """What the pipeline's own network makes of each token in its place, as its tagger and parser see it.

    Attributes:
        model: sha256 of the pipeline (``PipelineInfo``): numbers of another mean something else.
        width: How many numbers a token has.
        steps: Token after token, each number as a signed byte, in steps of a sixteenth. What two machines compute
            differs in the sixth place, and so in such steps only at the edge of one.
    """

    model: str
    width: int
    steps: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article, its tokens and sentences. Only blocks of the read roles have any.

    Attributes:
        words: Each token's text in small letters.
        lemmas: Each token's lemma in small letters.
        children: For each token the indices of its dependents, in text order.
        sentence_of: For each token the index of its sentence.
        token_starts: Where each token starts; sorted, for search.
        first_below: For each token the first of those of its tree, itself among them.
        vectors: One for each token; None where the pipeline gives none. No part of a record.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    sentence_of: tuple[int, ...]
    token_starts: tuple[int, ...]
    first_below: tuple[int, ...]
    vectors: Vectors | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def role_at(self, index: int) -> BlockRole:
        """Say which role the block of token ``index`` has."""
        return self.article.blocks[self.sentences[self.sentence_of[index]].block].role

    def sentence_at(self, index: int) -> Sentence:
        """Give the sentence of token ``index``."""
        return self.sentences[self.sentence_of[index]]

    def tokens_in(self, span: Span) -> range:
        """Give the indices of the tokens that overlap ``span``."""
        starts, begin = self.token_starts, span.start
        first = bisect_left(starts, begin)
        if first and self.tokens[first - 1].span.end > begin:
            first -= 1
        return range(first, bisect_left(starts, span.end, first))

    def subtree(self, index: int, *, without: Iterable[str] = ()) -> tuple[int, ...]:
        """Give the indices of a token and all below it, in text order.

        Args:
            index: The top of the tree.
            without: Labels whose branches are left out, below the top.
        """
        if not self.children[index]:
            return (index,)
        skipped = frozenset(without)
        found = [index]
        for top in found:  # which grows meanwhile
            below = self.children[top]
            found.extend(below if not skipped else (one for one in below if self.tokens[one].deprel not in skipped))
        return tuple(sorted(found))

    def ancestors(self, index: int) -> Iterator[int]:
        """Walk from the head of a token up to the root of its sentence."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def head_in(self, span: Span) -> int | None:
        """Give the token of ``span`` whose head lies outside it; None where it holds no token."""
        return self.head_of(self.tokens_in(span))

    def head_of(self, inside: range) -> int | None:
        """Give the one of some tokens whose head is none of them; None where there are none."""
        for index in inside:
            head = self.tokens[index].head
            if (head not in inside or head == index) and self.tokens[index].upos not in ("PUNCT", "SPACE"):
                return index
        return inside[0] if inside else None

    def cover(self, indices: Iterable[int]) -> Span:
        """Give the shortest span that holds all the tokens.

        Raises:
            IndexError: There are none.
        """
        ordered = indices if isinstance(indices, range) else sorted(indices)
        return Span(start=self.tokens[ordered[0]].span.start, end=self.tokens[ordered[-1]].span.end)


def annotate(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], vectors: Vectors | None = None
) -> Annotated:
    """Put an article and its parse together, with the indices that finders walk by.

    Args:
        article: The article.
        tokens: All tokens in text order; heads are indices into this sequence.
        sentences: All sentences in text order; they hold every token once.
        vectors: What the pipeline knows of each token.
    """
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            below[token.head].append(index)
    return Annotated(
        article=article,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        words=tuple([token.text.lower() for token in tokens]),
        lemmas=tuple([token.lemma.lower() for token in tokens]),
        children=tuple(map(tuple, below)),
        sentence_of=tuple([number for number, sentence in enumerate(sentences) for _ in sentence.indices]),
        token_starts=tuple([token.span.start for token in tokens]),
        first_below=_first_below(tokens),
        vectors=vectors,
    )


def _first_below(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Find where the tree of each token begins, in one walk: what an earlier word has reached stays as it is."""
    first = list(range(len(tokens)))
    for index, token in enumerate(tokens):
        above = token.head
        while first[above] > index:
            first[above] = index
            above = tokens[above].head
    return tuple(first)
