"""Trains the model of roles on ../shared/gold/roles; ``make models`` writes it into the package.

    python eval/role_model.py            train on all documents, write src/newsledger/syntax/data/roles.en.weights

A network with one hidden layer, fitted by AdaGrad, the same each time. A model that measures a document has not
seen it: ``fold_models`` gives such models.
"""

import hashlib
import inspect
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from newsledger import Reader
from newsledger.model import Annotated, Span
from newsledger.syntax.analyse import make_context
from newsledger.syntax.arrays import Flags, Tree, build_tree, vector_rows
from newsledger.syntax.functions import find_functions
from newsledger.syntax.roles.candidates import Pairs, find_candidates
from newsledger.syntax.roles.features import BITS, TEMPLATES, measure, templates
from newsledger.syntax.roles.model import ROLES, RoleModel, load_model
from newsledger.syntax.rules import Rules
from roles import FOLDS, GOLD, fold_of, parse, read_gold

ROOT = Path(__file__).parent.parent
INTO = ROOT / "src" / "newsledger" / "syntax" / "data" / "roles.en.weights"
KEPT = ROOT / "build" / "roles"
#: Chosen on folds by document: hidden units, rounds and how many of the last are averaged, shares of the features
#: and of the hidden units that are dropped, rate, pairs a step.
UNITS, ROUNDS, AVERAGED, DROPPED, BLIND, RATE, BATCH = 40, 12, 3, 0.25, 0.2, 0.05, 512
#: Shares of the numbers of a vector that are dropped, and of the pairs that have none, as with another pipeline.
FAINT, WITHOUT = 0.2, 0.1
#: What one step of a vector is to the network.
STEP = 1 / 16
#: Networks that differ in how they begin, each of so many hidden units, and are joined to one.
NETWORKS = 2
#: A way through the parse is looked at where more than this share of its words are arguments.
WORTH_A_LOOK = 0.02
#: A feature is known where so many pairs have it.
RARE = 3
#: A noun or adjective names no act where it was seen so often and never as a predicate.
OFTEN = 8
HEADER = """# source: adapted from Unified PropBank (propbank/propbank-release, data/google/ewt) and UD English EWT
# (UniversalDependencies/UD_English-EWT): weights of a model trained on their roles and texts, no text of either
# licence: CC BY-SA 4.0
"""
Places = np.ndarray[Any, np.dtype[np.int64]]
Matrix = np.ndarray[Any, np.dtype[np.float32]]
Rows = np.ndarray[Any, np.dtype[np.int8]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A document's pairs, their features, and the role of each.

    Attributes:
        doc: Its name; what no other fold may have of.
        places: A row a pair, a column a template.
        roles: Columns of ``ROLES``.
        vectors: A row a token of the document.
        parser: sha256 of the pipeline whose vectors these are.
        nouns: Lemmas, stems and whether it is a predicate, of nouns and adjectives, a column a word.
        verbs: Stems of verbs.
    """

    doc: str
    pairs: Pairs
    places: Places
    roles: Places
    vectors: Rows
    parser: str
    nouns: Places
    verbs: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the network is shown of many documents' pairs.

    Attributes:
        places: Features, a row a pair.
        vectors: A row a token of any document.
        left: For each pair the row of its predicate's vector.
        right: For each pair the row of its word's.
    """

    places: Places
    vectors: Rows
    left: Places
    right: Places

    def seen(self, some: Places) -> Matrix:
        """Give the vectors of some pairs, the predicate's beside the word's."""
        both = (self.vectors[self.left[some]], self.vectors[self.right[some]])
        return np.concatenate(both, axis=1) * np.float32(STEP)


class Network:
    """What is fitted: weights of features, of vectors, of hidden units, and how far each has moved."""

    def __init__(self, features: int, width: int, random: np.random.RandomState) -> None:
        """Start near nothing; the feature 0 is none."""
        self.random = random
        rows = (random.randn(features, UNITS) * 0.1).astype(np.float32)
        rows[0] = 0
        bias = np.full((1, UNITS), 0.1, np.float32)
        projection = (random.randn(2 * width, UNITS) * 0.03).astype(np.float32)
        top = (random.randn(UNITS + 1, len(ROLES)) * 0.1).astype(np.float32)
        self.parts = [rows, bias, projection, top]
        begun = (1e-3, 1e-2, 1e-2, 1e-2)
        self.moved = [np.full_like(part, start) for part, start in zip(self.parts, begun, strict=True)]

    def learn(self, places: Places, vectors: Matrix, wanted: Matrix) -> None:
        """Take one step."""
        rows, bias, projection, top = self.parts
        known, shown = self._shown(places)
        faint = vectors * self._kept(vectors.shape, FAINT)
        faint *= self.random.rand(len(vectors), 1) > WITHOUT
        total = shown @ rows[known] + bias + faint @ projection
        open_ = self._kept(total.shape, BLIND)
        hidden = np.c_[np.maximum(total, 0) * open_, np.ones(len(total), np.float32)]
        slope = (_shares(hidden @ top) - wanted) / np.float32(len(wanted) ** 0.5)
        back = (slope @ top[:-1].T) * open_ * (total > 0)
        self._move(3, slice(None), hidden.T @ slope)
        self._move(2, slice(None), faint.T @ back)
        self._move(1, slice(None), back.sum(axis=0, keepdims=True))
        self._move(0, known, shown.T @ back)
        rows[0] = 0

    def _shown(self, places: Places) -> tuple[Places, csr_matrix]:
        """Give the features that occur, and which of them each pair shows."""
        known, number = np.unique(places, return_inverse=True)
        held = (self.random.rand(places.size) > DROPPED) * (places.ravel() > 0) / np.float32(1 - DROPPED)
        starts = np.arange(0, places.size + 1, places.shape[1], dtype=np.int32)
        numbers = (held.astype(np.float32), number.ravel().astype(np.int32), starts)
        return known, csr_matrix(numbers, (len(places), len(known)))

    def _kept(self, shape: tuple[int, ...], dropped: float) -> Matrix:
        """Draw what is not dropped, and make that the larger."""
        return np.asarray((self.random.rand(*shape) > dropped) / (1 - dropped), np.float32)

    def _move(self, part: int, where: Places | slice, slope: Matrix) -> None:
        self.moved[part][where] += slope**2
        self.parts[part][where] -= np.asarray(RATE * slope / np.sqrt(self.moved[part][where]), np.float32)


def _shares(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def main() -> None:
    """Train on all documents and write the weights."""
    try:
        load_model()
    except ValueError:  # the features have changed: a reader needs weights to load, though not to parse
        INTO.write_bytes(_blank().to_bytes())
    INTO.write_bytes(train(load_samples(Reader.load("en"))).to_bytes())


def _blank() -> RoleModel:
    """Give a model that knows nothing."""
    units = UNITS * NETWORKS
    none, top = np.zeros(0, np.int64), np.zeros((units + 1, len(ROLES)), np.float32)
    rows, slots = np.zeros((1, units), np.int16), np.zeros(1 << BITS, np.int32)
    return RoleModel(
        paths=none,
        silent=none,
        slots=slots,
        rows=rows,
        step=1.0,
        parser="",
        projection=np.zeros((2, 0, units), np.float32),
        stride=1.0,
        bias=np.zeros(units, np.float32),
        top=top,
        header=HEADER,
    )


def fold_models(samples: Sequence[Sample], groups: Iterable[str] = tuple(TEMPLATES)) -> list[RoleModel]:
    """Give for each fold a model that has seen none of its documents."""
    chosen = tuple(groups)
    return [_kept([sample for sample in samples if fold_of(sample.doc) != fold], chosen) for fold in range(FOLDS)]


def load_samples(reader: Reader) -> list[Sample]:
    """Measure all documents; their parses are kept under build/."""
    rules = reader.rules["syntax"]
    return [sample(rules, name, doc, records) for name, doc, records in load_parses(reader)]


def load_parses(reader: Reader) -> Iterator[tuple[str, Annotated, list[dict[str, Any]]]]:
    """Give each document's name, parse and gold."""
    made_by = f"{reader.made_by.model_sha256}{inspect.getsource(Annotated)}"  # what is kept is no other class's
    key = hashlib.sha256(made_by.encode() + GOLD.read_bytes()).hexdigest()[:24]
    path = KEPT / f"{key}.pickle"
    gold = read_gold()
    if not path.exists():
        parses = {name: parse(reader, [record["text"] for record in records]) for name, records in gold.items()}
        KEPT.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(parses, protocol=5))
    for name, doc in pickle.loads(path.read_bytes()).items():  # noqa: S301 -- our own file
        yield name, doc, gold[name]


def sample(rules: Rules, name: str, doc: Annotated, records: Sequence[Mapping[str, Any]]) -> Sample:
    """Measure the pairs of one document's gold predicates, and give each its role."""
    tree = build_tree(doc)
    gold = list(_arguments(doc, tree, records))
    chosen = np.zeros(len(doc.tokens), bool)
    chosen[[predicate for predicate, _, _ in gold]] = True
    context = make_context(tree, find_functions(tree, rules.traits), chosen)
    pairs = find_candidates(tree, chosen, context.proposals)
    roles = np.zeros(len(pairs.tokens), np.int64)
    known = {pair: row for row, pair in enumerate(zip(pairs.predicates.tolist(), pairs.tokens.tolist(), strict=True))}
    for predicate, heads, role in gold:
        row = next((known[predicate, head] for head in heads if (predicate, head) in known), None)
        if row is not None and role in ROLES:
            roles[row] = ROLES.index(role)
    naming = tree.among("NOUN", "ADJ")
    if doc.vectors is None:
        raise ValueError("the pipeline gives no vectors, expected one for each word")
    return Sample(
        doc=name,
        pairs=pairs,
        places=measure(context, pairs).spread(),
        roles=roles,
        vectors=vector_rows(doc.vectors),
        parser=doc.vectors.model,
        nouns=np.stack([tree.lemmas[naming], tree.stems[naming], chosen[naming]]),
        verbs=tree.stems[tree.among("VERB")],
    )


def _arguments(
    doc: Annotated, tree: Tree, records: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[int, tuple[int, ...], str]]:
    """Give predicates of the gold in our tokens, with what may head each argument in our parse, and its role.

    A predicate without arguments comes once, with no head.
    """
    for block, record in zip(doc.article.blocks, records, strict=True):
        for predicate in record["predicates"]:
            start, end = record["tokens"][predicate["i"]]
            tokens = doc.tokens_in(Span(start=block.start + start, end=block.start + end))
            if not tokens:
                continue
            yield tokens[0], (), ""
            for argument in predicate["args"]:
                if argument["role"].startswith(("R-", "C-")):
                    continue
                span = Span(start=block.start + argument["start"], end=block.start + argument["end"])
                start, end = record["tokens"][argument["head"]]
                head = doc.tokens_in(Span(start=block.start + start, end=block.start + end))
                yield tokens[0], _heads(doc, tree, doc.tokens_in(span), head[0] if head else -1), argument["role"]


def _heads(doc: Annotated, tree: Tree, inside: Iterable[int], head: int) -> tuple[int, ...]:
    """Give the tokens of a span that hang from outside it, the one over the gold's head first."""
    known = set(inside)
    tops = [index for index in known if tree.above[index] not in known or tree.above[index] == index]
    words = [index for index in tops if doc.tokens[index].upos not in ("ADP", "PUNCT", "DET", "CCONJ", "SCONJ", "PART")]
    over = {head}
    while head >= 0 and (above := int(tree.above[head])) not in over:
        over.add(above)
        head = above
    return tuple(sorted(words or tops, key=lambda index: (index not in over, index)))


def train(samples: Sequence[Sample], groups: Iterable[str] = tuple(TEMPLATES)) -> RoleModel:
    """Fit the weights and round them to bytes."""
    paths = _worth_a_look(samples)
    kept = [np.isin(sample.pairs.paths, paths) | sample.pairs.ruled for sample in samples]
    columns = _columns(groups)
    places = np.concatenate([sample.places[rows][:, columns] for sample, rows in zip(samples, kept, strict=True)])
    roles = np.concatenate([sample.roles[rows] for sample, rows in zip(samples, kept, strict=True)])
    known = np.flatnonzero(np.bincount(places.ravel(), minlength=1 << BITS) >= RARE)
    slots = np.zeros(1 << BITS, np.int32)
    slots[known] = np.arange(1, len(known) + 1)
    rows, bias, projection, top = _joined(_inputs(samples, kept, slots[places]), roles)
    step, stride = float(np.abs(rows).max()) / 127, float(np.abs(projection).max()) / 127
    return RoleModel(
        paths=paths,
        silent=_silent(samples),
        slots=slots,
        rows=np.round(rows / step).astype(np.int16),
        step=step,
        parser=samples[0].parser,
        projection=np.round(projection / stride).reshape(2, -1, UNITS * NETWORKS),
        stride=stride * STEP,
        bias=bias[0],
        top=top,
        header=HEADER,
    )


def _inputs(samples: Sequence[Sample], kept: Sequence[Flags], places: Places) -> Inputs:
    """Put the documents' vectors into one table, and point to them."""
    starts = np.cumsum([0, *(len(sample.vectors) for sample in samples)])
    chosen = list(zip(samples, kept, starts.tolist(), strict=False))
    return Inputs(
        places=places,
        vectors=np.concatenate([sample.vectors for sample in samples]),
        left=np.concatenate([sample.pairs.predicates[rows] + start for sample, rows, start in chosen]),
        right=np.concatenate([sample.pairs.tokens[rows] + start for sample, rows, start in chosen]),
    )


def _columns(groups: Iterable[str]) -> list[int]:
    names = {template: group for group, known in TEMPLATES.items() for template in known}
    chosen = set(groups)
    ordered = [template for part in templates() for template in part]
    return [number for number, template in enumerate(ordered) if names[template] in chosen]


def _silent(samples: Sequence[Sample]) -> Places:
    """Give the lemmas of nouns and adjectives that name no act: often seen, never a predicate, no kin of a verb."""
    lemmas, stems, predicates = np.concatenate([sample.nouns for sample in samples], axis=1)
    known, first, place, counts = np.unique(lemmas, return_index=True, return_inverse=True, return_counts=True)
    acts = np.bincount(place, weights=predicates) > 0
    kin = np.isin(stems[first], np.concatenate([sample.verbs for sample in samples]))
    return np.asarray(known[(counts >= OFTEN) & ~acts & ~kin])


def _worth_a_look(samples: Sequence[Sample]) -> Places:
    paths = np.concatenate([sample.pairs.paths for sample in samples])
    roles = np.concatenate([sample.roles for sample in samples])
    known, place = np.unique(paths, return_inverse=True)
    hits = np.bincount(place, weights=roles > 0)
    return np.asarray(known[(hits > 1) & (hits / np.bincount(place) > WORTH_A_LOOK)])


def _joined(inputs: Inputs, roles: Places) -> list[Matrix]:
    """Fit several networks and lay them side by side: the scores of the whole are the mean of theirs."""
    fitted = [_fit(inputs, roles, seed) for seed in range(NETWORKS)]
    *below, tops = zip(*fitted, strict=True)
    top = np.concatenate([*(one[:-1] for one in tops), sum(one[-1:] for one in tops)]) / np.float32(NETWORKS)
    return [*(np.concatenate(parts, axis=1) for parts in below), top]


def _fit(inputs: Inputs, roles: Places, seed: int) -> list[Matrix]:
    """Fit by AdaGrad, with a share of the features dropped each time; the last rounds are averaged."""
    random = np.random.RandomState(seed)
    network = Network(int(inputs.places.max()) + 1, inputs.vectors.shape[1], random)
    wanted = np.eye(len(ROLES), dtype=np.float32)[roles]
    means = [np.zeros_like(part) for part in network.parts]
    for turn in range(ROUNDS):
        order = random.permutation(len(roles))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            network.learn(inputs.places[some], inputs.seen(some), wanted[some])
        if turn >= ROUNDS - AVERAGED:
            means = [mean + part / np.float32(AVERAGED) for mean, part in zip(means, network.parts, strict=True)]
    return means


def _kept(samples: Sequence[Sample], groups: tuple[str, ...]) -> RoleModel:
    """Train, or take the model that the same numbers gave before."""
    settings = (UNITS, ROUNDS, AVERAGED, DROPPED, BLIND, RATE, BATCH, WORTH_A_LOOK, RARE, OFTEN, BITS, groups)
    digest = hashlib.sha256(repr((*settings, FAINT, WITHOUT, STEP, NETWORKS)).encode())
    for sample in samples:
        digest.update(sample.places.tobytes() + sample.roles.tobytes() + sample.vectors.tobytes())
    path = KEPT / f"{digest.hexdigest()[:32]}.pickle"
    if path.exists():
        model: RoleModel = pickle.loads(path.read_bytes())  # noqa: S301 -- our own file
        return model
    model = train(samples, groups)
    KEPT.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(model))
    return model


if __name__ == "__main__":
    main()
