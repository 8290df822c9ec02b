"""What a pair of predicate and word looks like, as places in a table of weights.

No text is built: a feature is a sum of numbers, each multiplied by a constant of its place, and the sum is
hashed. Which numbers go together is told by ``TEMPLATES``. What is told by the predicate alone, or by the word
alone, is measured once for all of its pairs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newsledger.syntax.arrays import CAPITAL, DEMONYM, DIGIT, LABEL, PLURAL, UPOS, Ints, Tree, at, checksum
from newsledger.syntax.functions import Functions
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.proposals import Proposals

Hashes = NDArray[np.uint64]
#: How many places the table has, as a power of two.
BITS = 20
_MIX = np.uint64(0xBF58476D1CE4E5B9)

#: Numbers of a predicate, of a word, and of what stands between the two.
_OF_PREDICATE = (
    *("kind", "pred", "particle", "voice", "around", "governor", "place", "light", "ending", "stem", "form", "own"),
    *("others", "earlier", "later", "earlier_upos", "later_upos"),
)
_OF_WORD = (
    *("lemma", "upos", "label", "prep", "shape", "determiner", "inner", "middle"),
    *("previous", "next", "previous_upos", "next_upos"),
)
_GROUPS: Mapping[str, str] = {
    "path": "path|kind path|label",
    "lemma": "pred|lemma|pred label|pred lemma|pred around",
    "preposition": "prep|pred prep|prep label|lemma prep",
    "rule": "rule|others|pred rule",
    "argument": "upos|shape|determiner|inner|middle",
    "position": "distance|between|order",
    "predicate": "kind|voice|around|form|own|particle",
    "governor": "governor|place|light",
    "spelling": "ending|stem",
    "neighbours": "earlier|later|earlier_upos|later_upos|previous|next|previous_upos|next_upos",
}
#: By group, the numbers that go together.
TEMPLATES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    group: tuple(tuple(template.split()) for template in line.split("|")) for group, line in _GROUPS.items()
}
_ALL = tuple(template for group in TEMPLATES.values() for template in group)
#: Labels whose presence below a predicate makes its frame.
_FRAME = (
    *("nsubj", "nsubjpass", "dobj", "dative", "ccomp", "xcomp", "acomp", "attr", "prt", "agent", "prep", "poss"),
    *("compound", "amod", "acl", "expl", "oprd", "relcl", "npadvmod"),
)
_FRAME_BITS = np.zeros(len(LABEL) + 1, np.int64)
_FRAME_BITS[[LABEL[label] for label in _FRAME]] = 1 << np.arange(len(_FRAME))


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the features of an article's pairs are made of."""

    tree: Tree
    functions: Functions
    proposals: Proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Places in the table, a row a template, in the order of ``templates()``.

    Attributes:
        of_predicates: A column a predicate.
        of_words: A column a word.
        of_pairs: A column a pair.
        left: For each pair the column of its predicate.
        right: For each pair the column of its word.
        predicates: The token of each predicate.
        words: The token of each word.
    """

    of_predicates: Ints
    of_words: Ints
    of_pairs: Ints
    left: Ints
    right: Ints
    predicates: Ints
    words: Ints

    def spread(self) -> Ints:
        """Give the places of each pair in one table, a row a pair."""
        rows = (self.of_predicates[:, self.left], self.of_words[:, self.right], self.of_pairs)
        return np.concatenate(rows).T.astype(np.int32)


@lru_cache(maxsize=1)
def templates() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Give the templates of predicates, of words, and of pairs."""
    predicates = tuple(one for one in _ALL if set(one) <= set(_OF_PREDICATE))
    words = tuple(one for one in _ALL if set(one) <= set(_OF_WORD))
    return predicates, words, tuple(one for one in _ALL if one not in (*predicates, *words))


def measure(context: Context, pairs: Pairs) -> Places:
    """Give the places of the pairs in the table."""
    predicates, left = _once(pairs.predicates, len(context.tree.heads))
    words, right = _once(pairs.tokens, len(context.tree.heads))
    first, second, third = templates()
    of_predicates = _of_predicates(context, predicates)
    of_words = _of_words(context.tree, words)
    of_pairs = _of_pairs(context, pairs)
    for name in _names(third):
        if name in of_predicates:
            of_pairs[name] = of_predicates[name].take(left)
        elif name in of_words:
            of_pairs[name] = of_words[name].take(right)
    return Places(
        of_predicates=_hashed(of_predicates, first),
        of_words=_hashed(of_words, second),
        of_pairs=_hashed(of_pairs, third),
        left=left,
        right=right,
        predicates=predicates,
        words=words,
    )


@lru_cache(maxsize=8)
def _names(chosen: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(name for template in chosen for name in template)


def _once(tokens: Ints, size: int) -> tuple[Ints, Ints]:
    """Give each of the tokens once, and where each of them stands among these."""
    found = np.zeros(size, bool)
    found[tokens] = True
    place = found.cumsum() - 1
    return found.nonzero()[0], place.take(tokens) if size else tokens


def _hashed(parts: Mapping[str, Hashes], chosen: tuple[tuple[str, ...], ...]) -> Ints:
    total = np.stack([parts[template[0]] for template in chosen])
    total *= _constants(chosen)
    for row, name, constant in _further(chosen):
        total[row] += parts[name] * constant
    total ^= total >> np.uint64(31)
    total *= _MIX
    total >>= np.uint64(64 - BITS)
    return total.view(np.int64)


@lru_cache(maxsize=8)
def _constants(chosen: tuple[tuple[str, ...], ...]) -> Hashes:
    """Give the constants of the templates' first numbers, a row a template."""
    return np.array([[_constant(_ALL.index(template), 0)] for template in chosen], np.uint64)


@lru_cache(maxsize=8)
def _further(chosen: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, str, np.uint64], ...]:
    """Give the templates' numbers after their first: row, name and constant."""
    return tuple(
        (row, template[place], _constant(_ALL.index(template), place))
        for row, template in enumerate(chosen)
        for place in range(1, len(template))
    )


def _constant(number: int, place: int) -> np.uint64:
    value = (number * 8 + place + 1) * 0x9E3779B97F4A7C15
    value ^= value >> 27
    return np.uint64((value * 0x94D049BB133111EB | 1) & (2**64 - 1))


def _of_predicates(context: Context, chosen: Ints) -> dict[str, Hashes]:
    tree, functions, proposals = context.tree, context.functions, context.proposals
    kind = _kinds(tree)
    others = np.zeros(len(tree.heads), np.int64)
    np.bitwise_or.at(others, proposals.predicates, 1 << proposals.roles)
    numbers = {
        "kind": kind,
        "pred": tree.lemmas * 4 + kind,
        "particle": at(tree.lemmas, tree.first_child(tree.has("prt"))),
        "voice": functions.passive + 2 * functions.infinitive.astype(np.int64),
        "around": _frames(tree),
        "governor": np.where(tree.above == np.arange(len(tree.above)), 0, tree.lemmas.take(tree.above)),
        "place": tree.labels + 64 * (tree.links >= 0),
        "light": at(tree.lemmas, functions.lights),
        "ending": tree.endings,
        "stem": tree.stems,
        "form": tree.features + 256 * functions.passive + 512 * functions.subject_hows,
        "own": (tree.features & PLURAL) + 256 * at(tree.words, _determiners(tree)),
        "others": others,
        "earlier": _neighbour(tree.lemmas, -1),
        "later": _neighbour(tree.lemmas, 1),
        "earlier_upos": _neighbour(tree.upos, -1),
        "later_upos": _neighbour(tree.upos, 1),
    }
    rows = np.stack(list(numbers.values())).take(chosen, axis=1).view(np.uint64)
    return dict(zip(numbers, rows, strict=True))


def _of_words(tree: Tree, chosen: Ints) -> dict[str, Hashes]:
    marks = tree.first_child(tree.has("mark", "advmod", "aux"))
    numbers = {
        "lemma": tree.lemmas,
        "upos": tree.upos,
        "label": tree.labels + 64 * (tree.links >= 0),
        "prep": at(tree.words, tree.links) + 1,
        "shape": (tree.letters & (CAPITAL | DIGIT | DEMONYM)) * 64 + (tree.features & PLURAL) + tree.upos * 8192,
        "determiner": at(tree.words, _determiners(tree)),
        "inner": tree.features + 256 * at(tree.words, marks),
        "middle": tree.lemmas.take(tree.above),
        "previous": _neighbour(tree.lemmas, -1),
        "next": _neighbour(tree.lemmas, 1),
        "previous_upos": _neighbour(tree.upos, -1),
        "next_upos": _neighbour(tree.upos, 1),
    }
    rows = np.stack(list(numbers.values())).take(chosen, axis=1).view(np.uint64)
    return dict(zip(numbers, rows, strict=True))


def _of_pairs(context: Context, pairs: Pairs) -> dict[str, Hashes]:
    proposals = context.proposals
    places = proposals.find(pairs.predicates, pairs.tokens, len(context.tree.heads))
    numbers = {
        "path": pairs.paths,
        "rule": np.where(places >= 0, at(proposals.roles * 32 + proposals.hows, places), 0),
        "distance": _distances(pairs.predicates, pairs.tokens),
        "between": _between(context.tree, pairs.predicates, pairs.tokens),
        "order": _orders(pairs),
    }
    return {name: values.view(np.uint64) for name, values in numbers.items()}


def _neighbour(values: Ints, step: int) -> Ints:
    """Give for each token the value of the one before or after it, 0 at the ends."""
    found = np.zeros_like(values)
    if step < 0:
        found[1:] = values[:-1]
    else:
        found[:-1] = values[1:]
    return found


def _determiners(tree: Tree) -> Ints:
    return tree.first_child(tree.has("det", "poss", "nummod"))


def _kinds(tree: Tree) -> Ints:
    kinds = np.zeros(len(UPOS) + 1, np.int64)
    kinds[[UPOS["VERB"], UPOS["AUX"]]] = 1
    kinds[[UPOS["ADJ"], UPOS["ADV"]]] = 2
    return kinds[tree.upos]


def _frames(tree: Tree) -> Ints:
    """Give for each token which labels hang from it, as bits."""
    bits = _FRAME_BITS.take(tree.labels) * tree.hanging
    frames = np.zeros(len(tree.heads), np.int64)
    np.bitwise_or.at(frames, tree.heads, bits)
    return frames


def _distances(left: Ints, right: Ints) -> Ints:
    steps = np.array([0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8])
    return np.asarray(steps[np.minimum(np.abs(right - left), 20)] * 2 + (right > left))


def _between(tree: Tree, left: Ints, right: Ints) -> Ints:
    """Give how many verbs and commas stand between, up to three."""
    verbs = tree.among("VERB").cumsum()
    marks = tree.among("PUNCT").cumsum()
    first, last = np.minimum(left, right), np.maximum(left, right) - 1
    return np.asarray(np.minimum(verbs[last] - verbs[first], 3) * 4 + np.minimum(marks[last] - marks[first], 3))


def _orders(pairs: Pairs) -> Ints:
    """Give the how-manieth candidate on its side a word is among those straight below or above, up to three."""
    near = (pairs.ups + pairs.downs == 1).astype(np.int64)
    if not len(near):
        return np.zeros(0, np.int64)
    running = np.cumsum(near)
    starts = np.flatnonzero(np.r_[True, pairs.predicates[1:] != pairs.predicates[:-1]])
    lengths = np.diff(np.r_[starts, len(near)])
    before = running - np.repeat(running[starts] - near[starts], lengths)
    return np.asarray(np.minimum(before, 4))


def signature() -> int:
    """Give a number that changes with the features, so that weights are never read with others."""
    return checksum(f"{BITS} {_GROUPS} vectors of predicate and word")
