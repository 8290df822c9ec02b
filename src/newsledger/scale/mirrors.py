"""Which pages of a whole run say what an earlier one says: they need not be parsed.

Candidates share kept shingles of their sketches (``stories.sketches``); the words decide. A page is a mirror when each
run of five words of its paragraphs stands in an earlier page. A copy with a sentence, a number or a name of its own is
none, though ``stories.copies`` calls it a copy: what it has of its own may be the news.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from newsledger.scale.places import pages_place
from newsledger.scale.tables import PAGES, read_columns
from newsledger.scale.tasks import Mirror
from newsledger.scale.work.articles import article_from_json
from newsledger.scale.work.pages import own_text
from newsledger.stories.sketches import shingles
from newsledger.stories.words import tokens

#: Texts of fewer words tell too little to be taken for copies: a notice, a stub before a pay wall.
_FEWEST = 60
#: Of what a sketch keeps, so much must stand in a text that is looked at; and so many such texts are looked at.
_SHARED, _LOOKED = 0.5, 3
#: So many shards have their texts at hand.
_SHARDS = 64

_Array = np.ndarray[Any, Any]


def find_mirrors(folder: Path, shards: Sequence[str]) -> Mapping[str, tuple[Mirror, ...]]:
    """Find the pages that say what an earlier page of the run says, by their shards.

    Args:
        folder: That of the run.
        shards: Its shards of pages, in the order of the input.
    """
    pages = _Pages.load(folder, shards)
    texts = lru_cache(maxsize=_SHARDS)(lambda shard: read_columns(_file(folder, shard), ["article"])["article"])
    original: dict[int, int] = {}
    found: dict[str, list[Mirror]] = {}
    for page, others in _candidates(pages):
        earlier = dict.fromkeys(original.get(other, other) for other in others)
        own = _shingles(texts, *pages.place(page))[1]
        for other in earlier:
            article, there = _shingles(texts, *pages.place(other))
            if is_told_in(own, there):
                original[page] = other
                (shard, row), (first, at) = pages.place(page), pages.place(other)
                found.setdefault(shard, []).append(Mirror(row=row, shard=first, original=at, article=article))
                break
    return {shard: tuple(mirrors) for shard, mirrors in found.items()}


def is_told_in(own: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether a text, by its shingles, says nothing that another one does not."""
    return bool(own) and frozenset(own) <= frozenset(other)


class _Pages:
    """What is known of all pages of a run: the shard of each, and what its sketch keeps."""

    def __init__(self, shards: Sequence[str], firsts: _Array, values: _Array, holders: _Array) -> None:
        self._shards = shards
        self._firsts = firsts  # the number of each shard's first page in the run
        self.values = values
        self.holders = holders  # the page that keeps each value

    @classmethod
    def load(cls, folder: Path, shards: Sequence[str]) -> "_Pages":
        firsts, values, holders, first = [], [], [], 0
        for shard in shards:
            table = read_columns(_file(folder, shard), ["words", "kept"])
            kept = table["kept"].combine_chunks()
            lengths = kept.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
            words = table["words"].fill_null(0).to_numpy()
            each = np.repeat(np.arange(first, first + len(lengths), dtype=np.int64), lengths)
            long = np.repeat(words >= _FEWEST, lengths)
            values.append(kept.flatten().to_numpy()[long])
            holders.append(each[long])
            firsts.append(first)
            first += len(lengths)
        empty = np.zeros(0, np.int64)
        return cls(
            shards,
            np.array(firsts, np.int64),
            np.concatenate([*values, empty.astype(np.uint32)]),
            np.concatenate([*holders, empty]),
        )

    def place(self, page: int) -> tuple[str, int]:
        """Give the shard of a page, and its row there."""
        # Of shards without pages, the last one begins where the page does.
        at = int(np.searchsorted(self._firsts, page, side="right")) - 1
        return self._shards[at], page - int(self._firsts[at])


def _candidates(pages: _Pages) -> Iterator[tuple[int, list[int]]]:
    """Give pages, in their order, with the earlier ones that first had most of what their sketches keep."""
    order = np.lexsort((pages.holders, pages.values))
    values, holders = pages.values[order], pages.holders[order]
    is_first = np.ones(len(values), bool)
    is_first[1:] = values[1:] != values[:-1]
    starts = np.maximum.accumulate(np.where(is_first, np.arange(len(values)), 0))
    pairs = np.stack([holders, holders[starts]], axis=1) if len(values) else np.zeros((0, 2), np.int64)
    counted, counts = np.unique(pairs, axis=0, return_counts=True)
    kept = dict(zip(*np.unique(pages.holders, return_counts=True), strict=True))
    begin = 0
    for end in [*np.flatnonzero(np.diff(counted[:, 0])) + 1, len(counted)]:
        if begin == end:
            continue
        page, group = int(counted[begin, 0]), counts[begin:end]
        others = counted[begin:end, 1]
        best = [
            int(others[at])
            for at in np.argsort(-group, kind="stable")[:_LOOKED]
            if others[at] != page and group[at] >= _SHARED * kept[page]
        ]
        if best:
            yield page, best
        begin = end


def _shingles(texts: Any, shard: str, row: int) -> tuple[str, tuple[int, ...]]:
    article = article_from_json(texts(shard)[row].as_py())
    return article.id, shingles(tokens(own_text(article)))


def _file(folder: Path, shard: str) -> Path:
    return pages_place(folder, shard) / f"{PAGES}.parquet"
