"""Trains the block models on the layout numbers of ../shared/gold/pages; ``make models`` writes them into the package.

    python eval/block_models.py            train on all pages, write src/newsledger/page/blocks/data/*.json

Only numbers are learnt from, no words. Training is the same each time: the seed is fixed. A model that measures a page
must not have seen its site: ``fold_models`` gives such models.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from newsledger.page import Rules
from newsledger.page.blocks.model import JUDGED, BlockModel, Matrix
from newsledger.page.blocks.survey import Survey, survey_dump, survey_html
from newsledger.page.words.line import Line, words_of
from newsledger.pipeline import Reader

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "pages"
INTO = ROOT / "src" / "newsledger" / "page" / "blocks" / "data"
KEPT = ROOT / "build" / "blocks"
KINDS = ("html", "dump")
FOLDS = 10
#: Chosen by cross-validation over sites; few units and strong decay, for there are only 79 pages.
UNITS, NETS, ROUNDS, DECAY, DROPPED, RATE, BATCH = 8, 3, 20, 1e-2, 0.3, 3e-3, 256
#: The last rounds, from this share of them on, are averaged.
AVERAGED = 0.6
#: How many lines a cut dump keeps before and after the lines that are not furniture, and what it counts beside a
#: whole one. A page of HTML is always whole.
CUTS, CUT_SHARE = ((2, 3), (8, 12)), 0.3
_LONGEST, _FURTHEST = 60, 5.0


Roles = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page's lines as numbers, and the role of each.

    Attributes:
        site: What no other fold may have of.
        numbers: A row a line.
        roles: Places in ``JUDGED``.
        weights: What each line counts in training: all pages alike, long lines more.
        cut: Most of the page's furniture is left out, as in what people copy; such a sample only trains.
    """

    site: str
    numbers: Matrix
    roles: Roles
    weights: Matrix
    cut: bool = False


def main() -> None:
    """Train on all pages and write the weights."""
    rules = Reader.load("en").rules["page"]
    INTO.mkdir(exist_ok=True)
    for kind in KINDS:
        (INTO / f"{kind}.json").write_text(train(load_samples(kind, rules)).to_json(), "utf-8")


def fold_models(kind: str, rules: Rules) -> list[BlockModel]:
    """Give for each page of ``dev_gold.jsonl`` a model that has seen no page of its site."""
    samples = load_samples(kind, rules)
    sites = sorted({sample.site for sample in samples})
    order = np.random.RandomState(0).permutation(len(sites))
    fold_of = {site: int(place) % FOLDS for site, place in zip(sites, order, strict=True)}
    models = [_kept(kind, [sample for sample in samples if fold_of[sample.site] != fold]) for fold in range(FOLDS)]
    return [models[fold_of[sample.site]] for sample in samples if not sample.cut]


def load_samples(kind: str, rules: Rules) -> list[Sample]:
    """Measure all pages, whole and cut: ``kind`` is ``html`` or ``dump``."""
    dumps = {item["id"]: item["text"] for item in _read_jsonl("dev_dumps.jsonl")}
    gold = list(_read_jsonl("dev_gold.jsonl"))
    return [sample for item in gold for sample in _samples(kind, item, dumps[item["id"]], rules)]


def train(samples: Sequence[Sample]) -> BlockModel:
    """Train a model: a few small networks, whose scores are averaged."""
    numbers = np.vstack([sample.numbers for sample in samples])
    roles = np.concatenate([sample.roles for sample in samples])
    weights = np.concatenate([sample.weights for sample in samples])
    mean, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-2
    scaled = ((numbers - mean) / spread).clip(-_FURTHEST, _FURTHEST).astype(np.float32)
    nets = [_fit(scaled, roles, weights / weights.mean(), seed) for seed in range(NETS)]
    inner, inner_bias, outer, bias, direct = (list(parts) for parts in zip(*nets, strict=True))
    return BlockModel(
        mean=mean,
        spread=spread,
        inner=np.hstack(inner),
        inner_bias=np.concatenate(inner_bias),
        outer=np.vstack(outer) / NETS,
        direct=np.mean(direct, axis=0),
        bias=np.mean(bias, axis=0),
    )


def _kept(kind: str, samples: Sequence[Sample]) -> BlockModel:
    """Train, or take the model that the same numbers gave before."""
    digest = hashlib.sha256(repr((kind, UNITS, NETS, ROUNDS, DECAY, DROPPED, RATE, BATCH)).encode())
    for sample in samples:
        digest.update(sample.numbers.tobytes() + sample.roles.tobytes() + sample.weights.tobytes())
    path = KEPT / f"{digest.hexdigest()[:32]}.npz"
    if path.exists():
        with np.load(path) as parts:
            return BlockModel(**parts)
    model = train(samples)
    KEPT.mkdir(parents=True, exist_ok=True)
    np.savez(path, **{name: getattr(model, name) for name in model.__slots__})
    return model


def _fit(x: Matrix, roles: Matrix, weights: Matrix, seed: int) -> list[Matrix]:
    """Fit one network by Adam, with decay and a share of the numbers dropped; the last rounds are averaged."""
    random = np.random.RandomState(seed)
    size, columns = x.shape
    shapes = ((columns, UNITS), (UNITS,), (UNITS, len(JUDGED)), (len(JUDGED),), (columns, len(JUDGED)))
    spreads = (columns**-0.5, 0.0, UNITS**-0.5, 0.0, 0.0)
    parts = [(random.randn(*shape) * spread).astype(np.float32) for shape, spread in zip(shapes, spreads, strict=True)]
    moments = [(np.zeros_like(part), np.zeros_like(part)) for part in parts]
    kept: list[list[Matrix]] = []
    wanted = np.eye(len(JUDGED), dtype=np.float32)[roles]
    step = 0
    for turn in range(ROUNDS):
        order = random.permutation(size)
        rate = RATE * (1 - turn / ROUNDS) + 1e-4
        for start in range(0, size, BATCH):
            some = order[start : start + BATCH]
            seen = x[some] * (random.rand(len(some), columns) > DROPPED).astype(np.float32) / (1 - DROPPED)
            step += 1
            slopes = _slopes(parts, seen, wanted[some], weights[some])
            for place, (moment, slope) in enumerate(zip(moments, slopes, strict=True)):
                moment[0][...] += 0.1 * (slope - moment[0])
                moment[1][...] += 0.001 * (slope**2 - moment[1])
                spread = np.sqrt(moment[1] / (1 - 0.999**step)) + 1e-7
                parts[place] = parts[place] - rate * (moment[0] / (1 - 0.9**step)) / spread
        if turn >= AVERAGED * ROUNDS:
            kept.append(parts[:])
    return [np.mean(versions, axis=0) for versions in zip(*kept, strict=True)]


def _slopes(parts: Sequence[Matrix], x: Matrix, wanted: Matrix, weights: Matrix) -> list[Matrix]:
    inner, inner_bias, outer, bias, direct = parts
    hidden = np.tanh(x @ inner + inner_bias)
    scores = hidden @ outer + bias + x @ direct
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    slope = (powers / powers.sum(axis=1, keepdims=True) - wanted) * weights[:, None].astype(np.float32) / len(x)
    back = (slope @ outer.T) * (1 - hidden**2)
    slopes = [x.T @ back + DECAY * inner, back.sum(axis=0), hidden.T @ slope + DECAY * outer, slope.sum(axis=0)]
    return [*slopes, x.T @ slope + DECAY * direct]


def _samples(kind: str, item: dict[str, Any], dump: str, rules: Rules) -> Iterator[Sample]:
    survey = _survey(kind, item, dump, rules)
    lines = [marked.line for marked in survey.lines]
    gold = [(tuple(words_of(dump[line["start"] : line["end"]])), line["role"]) for line in item["lines"]]
    roles = np.array([JUDGED.index(role) if role in JUDGED else 0 for role in _aligned(lines, gold)])
    yield _measured(item, survey, roles, rules)
    told = np.flatnonzero(roles)
    for before, after in CUTS if kind == "dump" and len(told) else ():
        part = slice(max(0, told[0] - before), told[-1] + 1 + after)
        yield _measured(item, replace(survey, lines=survey.lines[part]), roles[part], rules, cut=True)


def _measured(item: dict[str, Any], survey: Survey, roles: Roles, rules: Rules, *, cut: bool = False) -> Sample:
    sizes = np.minimum([marked.line.words for marked in survey.lines], _LONGEST) ** 0.5
    weights = sizes / (sizes**2).sum() ** 0.5 * (CUT_SHARE if cut else 1.0)
    return Sample(site=_site(item["url"]), numbers=survey.measure(rules), roles=roles, weights=weights, cut=cut)


def _survey(kind: str, item: dict[str, Any], dump: str, rules: Rules) -> Survey:
    if kind == "html":
        source = gzip.decompress((GOLD / "dev" / "html" / f"{item['id']}.html.gz").read_bytes())
        survey = survey_html(source.decode("utf-8", "replace"), rules)
    else:
        survey = survey_dump(dump, rules)
    if survey is None:
        raise ValueError(f"{item['id']}: found no words, expected a page")
    return survey


def _aligned(lines: Sequence[Line], gold: Sequence[tuple[tuple[str, ...], str]]) -> list[str]:
    """Give each of our lines the role of the same line of the gold's dump; what it has not is furniture."""
    roles = ["furniture"] * len(lines)
    matcher = SequenceMatcher(None, [line.tokens for line in lines], [words for words, _ in gold], autojunk=False)
    for mine, its, size in matcher.get_matching_blocks():
        roles[mine : mine + size] = [role for _, role in gold[its : its + size]]
    return roles


def _site(url: str) -> str:
    """Give the site of an address: the last two parts of its host, three under short second parts ("co.uk")."""
    parts = (urlsplit(url if "://" in url else f"http://{url}").hostname or "").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def _read_jsonl(name: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in (GOLD / name).read_text("utf-8").split("\n") if line.strip())


if __name__ == "__main__":
    main()
