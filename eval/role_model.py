"""Trains the model of roles on ../shared/gold/roles; ``make models`` writes it into the package.

    python eval/role_model.py            train on all documents, write src/newsledger/syntax/data/roles.en.weights

A multinomial logistic regression, fitted by AdaGrad, the same each time. A model that measures a document has not
seen it: ``fold_models`` gives such models.
"""

import hashlib
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
from newsledger.syntax.arrays import Tree, build_tree
from newsledger.syntax.functions import find_functions
from newsledger.syntax.roles.candidates import Pairs, find_candidates
from newsledger.syntax.roles.features import BITS, TEMPLATES, measure
from newsledger.syntax.roles.model import ROLES, RoleModel, make_model
from newsledger.syntax.rules import Rules
from roles import FOLDS, GOLD, fold_of, parse, read_gold

ROOT = Path(__file__).parent.parent
INTO = ROOT / "src" / "newsledger" / "syntax" / "data" / "roles.en.weights"
KEPT = ROOT / "build" / "roles"
#: Chosen on folds by document.
ROUNDS, AVERAGED, DROPPED, RATE, BATCH = 4, 2, 0.1, 0.05, 2048
#: A way through the parse is looked at where more than this share of its words are arguments.
WORTH_A_LOOK = 0.002
#: Weights that round to less than this many steps in every role are left out.
FAINT = 8
HEADER = """# source: adapted from Unified PropBank (propbank/propbank-release, data/google/ewt) and UD English EWT
# (UniversalDependencies/UD_English-EWT): weights of a model trained on their roles and texts, no text of either
# licence: CC BY-SA 4.0
"""
Places = np.ndarray[Any, np.dtype[np.int64]]
Matrix = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A document's pairs, their features, and the role of each.

    Attributes:
        doc: Its name; what no other fold may have of.
        places: A row a pair, a column a template.
        roles: Columns of ``ROLES``.
    """

    doc: str
    pairs: Pairs
    places: Places
    roles: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pairs that one step learns from: the places that they have, and the columns and roles of each among these."""

    known: Places
    columns: Places
    wanted: Matrix


def main() -> None:
    """Train on all documents and write the weights."""
    INTO.write_bytes(train(load_samples(Reader.load("en"))).to_bytes())


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
    key = hashlib.sha256(reader.made_by.model_sha256.encode() + GOLD.read_bytes()).hexdigest()[:24]
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
    return Sample(doc=name, pairs=pairs, places=measure(context, pairs).T, roles=roles)


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
    weights = _fit(places, roles)
    step = float(np.abs(weights).max()) / 127
    steps = np.round(weights / step).astype(np.int8)
    steps[np.abs(steps.astype(np.int64)).max(axis=1) < FAINT] = 0
    return make_model(steps, paths=paths, step=step, header=HEADER)


def _columns(groups: Iterable[str]) -> list[int]:
    names = [group for group, templates in TEMPLATES.items() for _ in templates]
    chosen = set(groups)
    return [number for number, name in enumerate(names) if name in chosen]


def _worth_a_look(samples: Sequence[Sample]) -> Places:
    paths = np.concatenate([sample.pairs.paths for sample in samples])
    roles = np.concatenate([sample.roles for sample in samples])
    known, place = np.unique(paths, return_inverse=True)
    hits = np.bincount(place, weights=roles > 0)
    return np.asarray(known[(hits > 1) & (hits / np.bincount(place) > WORTH_A_LOOK)])


def _fit(places: Places, roles: Places) -> Matrix:
    """Fit by AdaGrad, with a share of the features dropped each time; the last rounds are averaged."""
    random = np.random.RandomState(0)
    batches = list(_batches(places, roles, random.permutation(len(places))))
    weights = np.zeros((1 << BITS, len(ROLES)), np.float32)
    squares = np.full_like(weights, 1e-4)
    total = np.zeros_like(weights)
    for turn in range(ROUNDS):
        for number in random.permutation(len(batches)):
            _step(batches[number], weights, squares, random)
        if turn >= ROUNDS - AVERAGED:
            total += weights
    return np.asarray(total / np.float32(AVERAGED), np.float32)


def _batches(places: Places, roles: Places, order: Places) -> Iterator[Batch]:
    wanted = np.eye(len(ROLES), dtype=np.float32)[roles]
    for start in range(0, len(order), BATCH):
        some = order[start : start + BATCH]
        known, number = np.unique(places[some], return_inverse=True)
        yield Batch(known=known, columns=number.reshape(len(some), -1).astype(np.int32), wanted=wanted[some])


def _step(batch: Batch, weights: Matrix, squares: Matrix, random: np.random.RandomState) -> None:
    count, width = batch.columns.shape
    kept = (random.rand(batch.columns.size) > DROPPED).astype(np.float32) / (1 - DROPPED)
    starts = np.arange(0, batch.columns.size + 1, width, dtype=np.int32)
    rows = csr_matrix((kept, batch.columns.ravel(), starts), (count, len(batch.known)))
    old = weights[batch.known]
    scores = rows @ old
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    slope = (rows.T @ (powers / powers.sum(axis=1, keepdims=True) - batch.wanted)) / np.float32(BATCH**0.5)
    squares[batch.known] += slope**2
    weights[batch.known] = old - RATE * slope / np.sqrt(squares[batch.known])


def _kept(samples: Sequence[Sample], groups: tuple[str, ...]) -> RoleModel:
    """Train, or take the model that the same numbers gave before."""
    settings = (ROUNDS, AVERAGED, DROPPED, RATE, BATCH, WORTH_A_LOOK, FAINT, BITS, groups)
    digest = hashlib.sha256(repr(settings).encode())
    for sample in samples:
        digest.update(sample.places.tobytes() + sample.roles.tobytes())
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
