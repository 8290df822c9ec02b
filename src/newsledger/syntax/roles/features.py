"""What a pair of predicate and word looks like, as places in a table of weights.

No text is built: a feature is a sum of numbers, each multiplied by a constant of its place, and the sum is
hashed. Which numbers go together is told by ``TEMPLATES``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newsledger.syntax.arrays import CAPITAL, DEMONYM, DIGIT, PLURAL, UPOS, Ints, Tree, at, checksum
from newsledger.syntax.functions import Functions
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.proposals import Proposals

Hashes = NDArray[np.uint64]
#: How many places the table has, as a power of two.
BITS = 20
_MIX = np.uint64(0xBF58476D1CE4E5B9)

_GROUPS: Mapping[str, str] = {
    "path": "kind path|kind path voice|kind path upos|kind path around",
    "lemma": """pred path|pred prep label|pred label side voice|pred path voice|pred lemma|pred around label|
        pred upos prep""",
    "preposition": "kind path prep|kind prep lemma|kind prep around|kind prep upos side",
    "rule": "kind rule|pred rule|rule around|kind rule lemma|kind rule others|rule pred around|rule governor|rule form",
    "argument": "kind path lemma|kind shape label|kind label lemma side|kind determiner label|kind shape path",
    "position": "kind distance label|kind between path|kind side label order",
    "governor": "kind governor path|kind place path|light path|kind light label",
    "suffix": "ending path|ending prep label|ending rule|ending around label",
    "stem": "stem rule|stem prep label|stem rule upos|stem lemma|kind stem path",
    "particle": "pred particle rule|pred particle label",
    "form": "kind form path|kind own path|pred own label|pred form rule",
    "clause": "kind inner label|pred inner label|kind inner path prep|kind inner lemma label",
    "middle": "kind middle path|middle pred path|kind governor prep path|ending lemma rule",
}
#: By group, the numbers that go together.
TEMPLATES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    group: tuple(tuple(template.split()) for template in line.split("|")) for group, line in _GROUPS.items()
}
#: Labels whose presence below a predicate makes its frame.
_FRAME = (
    *("nsubj", "nsubjpass", "dobj", "dative", "ccomp", "xcomp", "acomp", "attr", "prt", "agent", "prep", "poss"),
    *("compound", "amod", "acl", "expl", "oprd", "relcl", "npadvmod"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the features of an article's pairs are made of."""

    tree: Tree
    functions: Functions
    proposals: Proposals


def measure(context: Context, pairs: Pairs) -> Ints:
    """Give each pair's places in the table, a row a template, a column a pair."""
    if not len(pairs.tokens):
        return np.zeros((len(_templates()), 0), np.int64)
    parts = _parts(context, pairs)
    total = np.empty((len(_templates()), len(pairs.tokens)), np.uint64)
    for number, template in enumerate(_templates()):
        np.multiply(parts[template[0]], _constant(number, 0), out=total[number])
        for place in range(1, len(template)):
            total[number] += parts[template[place]] * _constant(number, place)
    total ^= total >> np.uint64(31)
    total *= _MIX
    total >>= np.uint64(64 - BITS)
    return total.view(np.int64)


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, ...], ...]:
    return tuple(template for group in TEMPLATES.values() for template in group)


@lru_cache(maxsize=1024)
def _constant(number: int, place: int) -> np.uint64:
    value = (number * 8 + place + 1) * 0x9E3779B97F4A7C15
    value ^= value >> 27
    return np.uint64((value * 0x94D049BB133111EB | 1) & (2**64 - 1))


def _parts(context: Context, pairs: Pairs) -> dict[str, Hashes]:
    tree, functions = context.tree, context.functions
    left, right = pairs.predicates, pairs.tokens
    kind = _kinds(tree)
    rule, others = _ruled(context, pairs)
    light = functions.lights
    place = tree.above
    marks = tree.first_child(tree.has("mark", "advmod", "aux"))
    particles = tree.first_child(tree.has("prt"))
    determiners = tree.first_child(tree.has("det", "poss", "nummod"))
    numbers = {
        "kind": kind[left],
        "path": pairs.paths,
        "voice": functions.passive[left] + 2 * functions.infinitive[left],
        "pred": tree.lemmas[left] * 4 + kind[left],
        "particle": at(tree.lemmas, particles)[left],
        "lemma": tree.lemmas[right],
        "upos": tree.upos[right],
        "label": tree.labels[right] + 64 * (tree.links[right] >= 0),
        "prep": at(tree.words, tree.links)[right] + 1,
        "side": (right > left).astype(np.int64),
        "around": _frames(tree)[left],
        "shape": _shapes(tree)[right],
        "determiner": at(tree.words, determiners)[right],
        "distance": _distances(left, right),
        "between": _between(tree, left, right),
        "order": _orders(pairs),
        "governor": np.where(place == np.arange(len(place)), 0, tree.lemmas[place])[left],
        "place": (tree.labels + 64 * (tree.links >= 0))[left],
        "light": np.where(light >= 0, at(tree.lemmas, light), -1)[left],
        "ending": tree.endings[left],
        "stem": tree.stems[left],
        "form": tree.features[left] + 256 * functions.passive[left] + 512 * (functions.subject_hows[left]),
        "own": (tree.features[left] & PLURAL) + 256 * at(tree.words, determiners)[left],
        "inner": tree.features[right] + 256 * at(tree.words, marks)[right],
        "middle": np.where(pairs.downs > 0, tree.lemmas[place[right]], 0),
        "rule": rule,
        "others": others,
    }
    return {name: values.astype(np.uint64) + np.uint64(1) for name, values in numbers.items()}


def _kinds(tree: Tree) -> Ints:
    kinds = np.zeros(len(UPOS) + 1, np.int64)
    kinds[[UPOS["VERB"], UPOS["AUX"]]] = 1
    kinds[[UPOS["ADJ"], UPOS["ADV"]]] = 2
    return kinds[tree.upos]


def _ruled(context: Context, pairs: Pairs) -> tuple[Ints, Ints]:
    """Give what the rules say of each pair, and which roles they give the predicate's other words."""
    found, size = context.proposals, len(context.tree.heads)
    places = found.find(pairs.predicates, pairs.tokens, size)
    rule = np.where(places >= 0, at(found.roles * 32 + found.hows, places), 0)
    taken = np.zeros(size, np.int64)
    np.bitwise_or.at(taken, found.predicates, 1 << found.roles)
    return rule, taken[pairs.predicates]


def _frames(tree: Tree) -> Ints:
    """Give for each token which labels hang from it, as bits."""
    frames = np.zeros(len(tree.heads), np.int64)
    for bit, label in enumerate(_FRAME):
        frames[tree.has_child(tree.has(label))] |= 1 << bit
    return frames


def _shapes(tree: Tree) -> Ints:
    return np.asarray((tree.letters & (CAPITAL | DIGIT | DEMONYM)) * 64 + (tree.features & PLURAL) + tree.upos * 8192)


def _distances(left: Ints, right: Ints) -> Ints:
    steps = np.array([0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8])
    return np.asarray(steps[np.minimum(np.abs(right - left), 20)] * 2 + (right > left))


def _between(tree: Tree, left: Ints, right: Ints) -> Ints:
    """Give how many verbs and commas stand between, up to three."""
    verbs = np.cumsum(tree.among("VERB"))
    marks = np.cumsum(tree.among("PUNCT"))
    first, last = np.minimum(left, right), np.maximum(left, right) - 1
    return np.asarray(np.minimum(verbs[last] - verbs[first], 3) * 4 + np.minimum(marks[last] - marks[first], 3))


def _orders(pairs: Pairs) -> Ints:
    """Give the how-manieth candidate on its side a word is among those straight below or above, up to three."""
    near = (pairs.ups + pairs.downs == 1).astype(np.int64)
    running = np.cumsum(near)
    starts = np.flatnonzero(np.r_[True, pairs.predicates[1:] != pairs.predicates[:-1]])
    lengths = np.diff(np.r_[starts, len(near)])
    before = running - np.repeat(running[starts] - near[starts], lengths)
    return np.asarray(np.minimum(before, 4))


def signature() -> int:
    """Give a number that changes with the features, so that weights are never read with others."""
    return checksum(f"{BITS} {_GROUPS}")
