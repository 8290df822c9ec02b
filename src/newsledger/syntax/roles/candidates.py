"""Which words near a predicate may be its arguments, and by what path through the parse they are reached."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsledger.syntax.arrays import LABEL, Flags, Ints, Tree, at, nowhere
from newsledger.syntax.roles.proposals import Proposals

#: How many steps up from the predicate and down to the argument are looked, and both together.
_UP, _DOWN, _STEPS = 4, 2, 5
#: Words farther than this from their predicate are not looked at.
_FAR = 40
#: Labels of words that only serve others.
_SERVING = ("punct", "aux", "auxpass", "case", "cc", "mark", "neg", "prt", "preconj", "predet", "expl", "intj", "meta")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of a predicate and a word near it.

    Attributes:
        predicates: Tokens of predicates, in text order.
        tokens: Words that may be their arguments, in text order for each.
        paths: A checksum of the labels on the way from the one to the other.
        ups: How many steps lead up from the predicate.
        downs: How many lead down to the word.
        ruled: Whether a rule sees an argument there.
    """

    predicates: Ints
    tokens: Ints
    paths: Ints
    ups: Ints
    downs: Ints
    ruled: Flags

    def where(self, kept: Flags) -> "Pairs":
        """Keep some of the pairs."""
        return Pairs(
            predicates=self.predicates[kept],
            tokens=self.tokens[kept],
            paths=self.paths[kept],
            ups=self.ups[kept],
            downs=self.downs[kept],
            ruled=self.ruled[kept],
        )


def find_candidates(tree: Tree, chosen: Flags, proposals: Proposals) -> Pairs:
    """Pair each chosen predicate with the words near it in the parse, and with those that a rule proposes."""
    words = _may_head(tree).nonzero()[0]
    chains = _chains(tree)
    predicates, tokens = _near(tree, chosen.nonzero()[0], words)
    ups, downs = _meeting(chains, predicates, tokens)
    ruled = proposals.hold(predicates, tokens, len(tree.heads))
    # Where a rule leads farther than is looked, the way counts as the longest.
    ups = np.where(ruled & (ups < 0), _UP, ups)
    downs = np.where(downs < 0, _DOWN, downs)
    kept = ups >= 0
    predicates, tokens, ups, downs, ruled = predicates[kept], tokens[kept], ups[kept], downs[kept], ruled[kept]
    return Pairs(
        predicates=predicates,
        tokens=tokens,
        paths=_paths(tree, chains, (predicates, ups), (tokens, downs)),
        ups=ups,
        downs=downs,
        ruled=ruled,
    )


def _may_head(tree: Tree) -> Flags:
    """Say which words may head an argument: none that only serve others, no preposition that governs something."""
    governing = np.zeros(len(tree.heads), bool)
    governing[tree.links[tree.links >= 0]] = True
    determiner = tree.has("det") & ~tree.among("PRON")
    return np.asarray(~(tree.has(*_SERVING) | governing | determiner | tree.among("PUNCT", "CCONJ")))


def _chains(tree: Tree) -> Ints:
    """Give for each token itself and what is above it, -1 beyond the root."""
    size = len(tree.heads)
    up = np.where(tree.above == np.arange(size), -1, tree.above)
    chains = [np.arange(size)]
    for _ in range(max(_UP, _DOWN)):
        chains.append(at(up, chains[-1]))
    return np.stack(chains)


def _near(tree: Tree, predicates: Ints, words: Ints) -> tuple[Ints, Ints]:
    """Pair predicates with the words of their sentence that are not far from them."""
    sentences = tree.sentences.take(predicates)
    starts, ends = tree.sentences.searchsorted(sentences), tree.sentences.searchsorted(sentences, "right")
    first = words.searchsorted(np.maximum(starts, predicates - _FAR))
    counts = words.searchsorted(np.minimum(ends, predicates + _FAR + 1)) - first
    before = counts.cumsum() - counts
    places = np.arange(counts.sum()) - (before - first).repeat(counts)
    left, right = predicates.repeat(counts), words.take(places)
    return left[left != right], right[left != right]


def _meeting(chains: Ints, predicates: Ints, tokens: Ints) -> tuple[Ints, Ints]:
    """Give how many steps up from the predicate and down to the word their ways meet; -1 where too far."""
    code = nowhere(len(predicates))
    left, right = chains[: _UP + 1].take(predicates, axis=1), chains[: _DOWN + 1].take(tokens, axis=1)
    right[right < 0] = len(chains[0])
    # The longest ways first, so that the nearest meeting is written last.
    for up in range(_UP, -1, -1):
        for down in range(min(_DOWN, _STEPS - up), -1, -1):
            np.putmask(code, left[up] == right[down], up * 8 + down)
    return np.where(code >= 0, code >> 3, -1), np.where(code >= 0, code & 7, -1)


def _paths(tree: Tree, chains: Ints, below: tuple[Ints, Ints], above: tuple[Ints, Ints]) -> Ints:
    """Make a checksum of the labels from a predicate up to where the ways meet and down to the word."""
    labels = (tree.labels + (tree.links >= 0) * (len(LABEL) + 1) + 1).astype(np.uint64)
    predicates, ups = below
    tokens, downs = above
    found = (ups * 8 + downs).astype(np.uint64) * _PRIME
    found += _climbed(labels, chains[:_UP], 0)[ups, predicates]
    found += _climbed(labels, chains[:_DOWN], 8)[downs, tokens]
    return (found >> np.uint64(16)).astype(np.int64)


def _climbed(labels: Hashes, chains: Ints, side: int) -> Hashes:
    """Give for each token a checksum of the labels on its first steps up, a row a number of steps."""
    steps = (2 * (side + np.arange(len(chains), dtype=np.uint64)) + np.uint64(3)) * _PRIME
    values = labels[chains] * steps[:, None]
    values ^= values >> np.uint64(29)
    found = np.zeros((len(chains) + 1, len(labels)), np.uint64)
    np.cumsum(values * _PRIME, axis=0, out=found[1:])
    return found
