"""Which pages of a whole run say what an earlier one says: they need not be parsed.

Candidates share kept shingles of their sketches (``stories.sketches``); the words decide. A page is a mirror when each
run of five words of its paragraphs stands in an earlier page. A copy with a sentence, a number or a name of its own is
none, though ``stories.copies`` calls it a copy: what it has of its own may be the news.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from newsledger.intake.objects import Place
from newsledger.scale.places import pages_place
from newsledger.scale.tables import PAGES, read_columns
from newsledger.scale.tasks import Mirror
from newsledger.scale.work.articles import article_from_json
from newsledger.scale.work.pages import own_text
from newsledger.stories.sketches import shingles
from newsledger.stories.words import spelled

#: Texts of fewer words tell too little to be taken for copies: a notice, a stub before a pay wall.
_FEWEST = 60
#: So many pages that have the rarest shingle of one are looked at; most often there is but one.
_LOOKED = 24
#: So many shards have their texts at hand.
_SHARDS = 64

_Array = np.ndarray[Any, Any]


def find_mirrors(folder: Place, shards: Sequence[str]) -> Mapping[str, tuple[Mirror, ...]]:
    """Find the pages that say what an earlier page of the run says, by their shards.

    Args:
        folder: That of the run.
        shards: Its shards of pages, in the order of the input.
    """
    pages = _Pages.load(folder, shards)
    texts = lru_cache(maxsize=_SHARDS)(lambda shard: read_columns(_file(folder, shard), ["article"])["article"])
    original: dict[int, int] = {}
    found: dict[str, list[Mirror]] = {}
    for page, other in _candidates(pages):
        earlier = original.get(other, other)
        (shard, row), (first, at) = pages.place(page), pages.place(earlier)
        (_, own), (article, there) = _shingles(texts, shard, row), _shingles(texts, first, at)
        if is_told_in(own, there):
            original[page] = earlier
            found.setdefault(shard, []).append(Mirror(row=row, shard=first, original=at, article=article))
    return {shard: tuple(mirrors) for shard, mirrors in found.items()}


def is_told_in(own: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether a text, by its shingles, says nothing that another one does not."""
    return bool(own) and frozenset(own) <= frozenset(other)


@dataclass(frozen=True, slots=True)
class _Pages:
    """What is known of all pages of a run, by their numbers in it.

    Attributes:
        firsts: The number of each shard's first page.
        values: What the sketches keep, page after page, in order in each.
        ends: Where in there each page ends.
    """

    shards: Sequence[str]
    firsts: _Array
    values: _Array
    ends: _Array

    @classmethod
    def load(cls, folder: Place, shards: Sequence[str]) -> "_Pages":
        """Read what the shards of pages say; a page that is no article keeps nothing."""
        firsts, lengths, values = [0], [np.zeros(0, np.int64)], [np.zeros(0, np.uint32)]
        for shard in shards:
            table = read_columns(_file(folder, shard), ["words", "kept"])
            kept = table["kept"].combine_chunks()
            each = kept.value_lengths().fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
            is_long = table["words"].fill_null(0).to_numpy() >= _FEWEST
            values.append(kept.flatten().to_numpy()[np.repeat(is_long, each)])
            lengths.append(each * is_long)
            firsts.append(firsts[-1] + len(each))
        return cls(shards, np.array(firsts), np.concatenate(values), np.cumsum(np.concatenate(lengths)))

    def place(self, page: int) -> tuple[str, int]:
        """Give the shard of a page, and its row there."""
        at = int(np.searchsorted(self.firsts, page, side="right")) - 1
        return self.shards[at], page - int(self.firsts[at])

    def kept(self, page: int) -> _Array:
        """Give what a page's sketch keeps."""
        begin = self.ends[page - 1] if page else 0
        return self.values[begin : self.ends[page]]


def _candidates(pages: _Pages) -> Iterator[tuple[int, int]]:
    """Give pages, in their order, each with an earlier one that has all that its sketch keeps.

    Who has all of it has the rarest, too, which few have.
    """
    holders = np.repeat(np.arange(len(pages.ends)), np.diff(pages.ends, prepend=0))
    order = np.lexsort((holders, pages.values))
    holders = holders[order]
    distinct, starts, sizes = np.unique(pages.values[order], return_index=True, return_counts=True)
    for page in range(len(pages.ends)):
        kept = pages.kept(page)
        if not len(kept):
            continue
        there = np.searchsorted(distinct, kept)
        rarest = there[sizes[there].argmin()]
        for other in holders[starts[rarest] : starts[rarest] + min(sizes[rarest], _LOOKED)]:
            if other < page and np.isin(kept, pages.kept(other)).all():
                yield page, int(other)
                break


def _shingles(texts: Any, shard: str, row: int) -> tuple[str, tuple[int, ...]]:
    article = article_from_json(texts(shard)[row].as_py())
    return article.id, shingles(spelled(own_text(article)))


def _file(folder: Place, shard: str) -> Place:
    return pages_place(folder, shard) / f"{PAGES}.parquet"
