"""Two texts of one article: whether they are versions of it, and what stands in the newer for what stood before."""

from newsledger.store.versions.alignment import Alignment, Piece, align, difference
from newsledger.store.versions.compare import Change, Comparison, Successor, compare, is_alike, letters_of, tells_more

__all__ = [
    "Alignment",
    "Change",
    "Comparison",
    "Piece",
    "Successor",
    "align",
    "compare",
    "difference",
    "is_alike",
    "letters_of",
    "tells_more",
]
