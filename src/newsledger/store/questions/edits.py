"""What a version of an article changed, word by word. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsledger.model import READ_ROLES, Edit, Span
from newsledger.store.questions.marks import Block
from newsledger.store.versions import Piece, difference

# Versions that were compared last are likely to be asked for again: a page shows all of an article's.
_REMEMBERED = 64
# In characters, from the beginning of a word on.
_CONTEXT = 40


def word_edits(
    before: str, before_blocks: Sequence[Block], after: str, after_blocks: Sequence[Block]
) -> tuple[Edit, ...]:
    """Compare the words of two versions that are read; menus and other furniture may change as they like.

    Args:
        before: The text of the older version.
        before_blocks: Its parts.
        after: The text of the newer version.
        after_blocks: Its parts.
    """
    return _compared(_ReadText.of(before, before_blocks), _ReadText.of(after, after_blocks))


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadText:
    """The paragraphs of a page that are read, a line each, and where each stands on the page."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block]) -> "_ReadText":
        read = [(start, text[start:end]) for role, start, end in blocks if role in READ_ROLES]
        starts, length = [], 0
        for _, words in read:
            starts.append(length)
            length += len(words) + 1
        return cls(
            text="\n".join(words for _, words in read),
            starts=tuple(starts),
            places=tuple(start for start, _ in read),
        )

    def on_page(self, span: Span) -> Span:
        """Give the place of words on the page."""
        number = max(bisect_right(self.starts, span.start) - 1, 0)
        shift = self.places[number] - self.starts[number] if self.places else 0
        return Span(start=span.start + shift, end=span.end + shift)

    def paragraphs(self, span: Span) -> list[Span]:
        """Cut a stretch where paragraphs end: on the page other things may stand between them."""
        edges = [span.start, *(start for start in self.starts if span.start < start < span.end), span.end]
        pairs = pairwise(edges)
        cut = [Span(start=start, end=start + len(self.text[start:end].rstrip())) for start, end in pairs]
        return [one for one in cut if one.start < one.end] or [Span(start=span.start, end=span.start)]


@lru_cache(maxsize=_REMEMBERED)
def _compared(old: _ReadText, new: _ReadText) -> tuple[Edit, ...]:
    return tuple(_edits(old, new, difference(old.text, new.text)))


def _edits(old: _ReadText, new: _ReadText, pieces: Sequence[Piece]) -> Iterator[Edit]:
    """Put what is gone and what came in its place together."""
    for number, piece in enumerate(pieces):
        follows = number > 0 and pieces[number - 1].what == "gone"
        if piece.what == "same" or (piece.what == "added" and follows):
            continue
        other = pieces[number + 1] if number + 1 < len(pieces) and piece.what == "gone" else None
        added = other if other and other.what == "added" else piece
        gone, come = old.paragraphs(piece.before), new.paragraphs(added.after)
        for place in range(max(len(gone), len(come))):
            yield _edit(old, _at(gone, place), new, _at(come, place))


def _at(spans: Sequence[Span], place: int) -> Span:
    return spans[place] if place < len(spans) else Span(start=spans[-1].end, end=spans[-1].end)


def _edit(old: _ReadText, gone: Span, new: _ReadText, come: Span) -> Edit:
    before = old.text[max(gone.start - _CONTEXT, 0) : gone.start]
    line = before.rpartition("\n")[2]
    whole_words = line if len(line) < _CONTEXT else line.partition(" ")[2]
    return Edit(
        context=whole_words.strip(),
        deleted=gone.of(old.text),
        deleted_at=old.on_page(gone),
        inserted=come.of(new.text),
        inserted_at=new.on_page(come),
    )
