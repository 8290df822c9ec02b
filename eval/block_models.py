"""Trains the block models on the layout numbers of both kits of ../shared/gold; ``make models`` writes them.

    python eval/block_models.py            train on all pages, write src/newsledger/page/blocks/data/*.json

Only numbers are learnt from, no words. Training is the same each time: the seed is fixed. A model that measures a page
must not have seen its publisher: ``fold_models`` gives such models.
"""

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from newsledger.page import Rules
from newsledger.page.blocks.context import PARTS, Boxes, Floats, gather, surround
from newsledger.page.blocks.model import JUDGED, BlockModel, Matrix, Network, load_model
from newsledger.page.blocks.survey import Survey, survey_dump, survey_html
from newsledger.page.words.line import Line, words_of
from newsledger.pipeline import Reader
from page_kits import FOLDS, LINED, Kit, KitPage, load_kit
from taught_dumps import AROUND, LEAST, SHARE, Rendered, render, teach

ROOT = Path(__file__).parent.parent
ROOM = ROOT / "src" / "newsledger" / "page"
INTO = ROOM / "blocks" / "data"
KEPT = ROOT / "build" / "blocks"
KINDS = ("html", "dump")
#: Chosen by folds over publishers: units of each layer, and rounds; the lines of a dump tell less, and take more.
SIZES = {"html": (32, 18), "dump": (48, 16)}
NETWORKS, DECAY, DROPPED, RATE, BATCH = 2, 2e-4, 0.2, 3e-3, 4
#: The last rounds, from this share of them on, are averaged.
AVERAGED = 0.6
#: How many lines a cut dump keeps before and after the lines that are not furniture, and what it counts beside a
#: whole one. A page of HTML is always whole.
CUTS, CUT_SHARE = ((4, 8),), 0.15
#: How many lines above the article's first, and how many letters, an excerpt of a dump keeps.
EXCERPTS = ((0, 2_000), (3, 1_000))
#: What a page counts of which only a few sentences are known to be text, or not.
SEGMENTS_SHARE = 0.5
#: So many lines around the known ones are kept of such a page.
SEGMENTS_AROUND = 25
#: What of the package decides how a page is measured.
_MEASURING = (
    "blocks/[cflr]*.py",
    "blocks/survey.py",
    "layout/[chlp]*.py",
    "markup/*.py",
    "words/*.py",
    "data/*.tsv",
)
_LONGEST = 60
_BODY = JUDGED.index("body")
#: Roles that the older kit does not tell from furniture.
_UNTOLD = ("standfirst", "date")
_PROCESSES = 2
Parts = list[Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page's lines as numbers, and what each may be.

    Attributes:
        fold: The fold of its publisher.
        ships: What it teaches may be shipped.
        numbers: A row a line.
        boxes: Which lines stand in one element.
        wanted: For each line, 1 for each role of ``JUDGED`` that it may have.
        weights: What each line counts in training: all pages alike, long lines more.
    """

    fold: int
    ships: bool
    numbers: Matrix | Floats
    boxes: Boxes
    wanted: Floats
    weights: Floats


def main() -> None:
    """Train on all pages that may be learnt from and write the weights."""
    rules = Reader.load("en").rules["page"]
    INTO.mkdir(exist_ok=True)
    for kind in KINDS:
        shipped = [sample for sample in load_samples(kind, rules) if sample.ships]
        if kind == "dump":
            shipped += _taught(load_rendered(rules), load_model("html"))
        (INTO / f"{kind}.json").write_text(train(kind, shipped).to_json(kind), "utf-8")


def fold_models(kind: str, rules: Rules) -> list[BlockModel]:
    """Give for each fold a model that has seen no page of its publishers."""
    paths = [_path_of(kind, fold) for fold in range(FOLDS)]
    missing = [fold for fold, path in enumerate(paths) if not path.exists()]
    if missing:
        samples = load_samples(kind, rules)
        rendered = load_rendered(rules) if kind == "dump" else []
        teachers = fold_models("html", rules) if kind == "dump" else []
        more = [_taught(rendered, teacher) for teacher in teachers] or [[]] * FOLDS
        with ProcessPoolExecutor(_PROCESSES) as pool:
            list(pool.map(partial(_train_fold, kind), missing, ([*samples, *more[fold]] for fold in missing)))
    return [_load(path) for path in paths]


def load_samples(kind: str, rules: Rules) -> list[Sample]:
    """Measure all pages, whole and cut: ``kind`` is ``html`` or ``dump``."""
    path = KEPT / f"{kind}-{_digest_of_room()}.pickle"
    if path.exists():
        kept: list[Sample] = pickle.loads(path.read_bytes())  # noqa: S301  # we wrote it
        return kept
    kits: tuple[Kit, ...] = LINED if kind == "dump" else (*LINED, "segments")
    samples = [sample for kit in kits for page in load_kit(kit) for sample in _samples(kind, page, rules)]
    KEPT.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(samples))
    return samples


def load_rendered(rules: Rules) -> list[Rendered]:
    """Measure the pages of which a few sentences are known, and the dumps made of them."""
    path = KEPT / f"rendered-{_digest_of_room()}.pickle"
    if path.exists():
        kept: list[Rendered] = pickle.loads(path.read_bytes())  # noqa: S301  # we wrote it
        return kept
    rendered = [found for page in load_kit("segments") if (found := _rendered(page, rules)) is not None]
    path.write_bytes(pickle.dumps(rendered))
    return rendered


def _rendered(page: KitPage, rules: Rules) -> Rendered | None:
    source = page.html()
    survey = survey_html(source, rules)
    dump = render(source, survey, rules) if survey is not None else None
    if survey is None or dump is None:
        return None
    words = np.array([marked.line.words for marked in dump.lines])
    return Rendered(
        fold=page.fold,
        seen=_numbers(survey, rules),
        boxes=survey.boxes(),
        numbers=_numbers(dump, rules),
        plain_boxes=dump.boxes(),
        held=_held(survey, page.gold),
        sizes=np.minimum(words, _LONGEST).clip(1) ** 0.5,
    )


def _taught(rendered: Sequence[Rendered], teacher: BlockModel) -> list[Sample]:
    pairs = ((page, teach(page, teacher)) for page in rendered)
    return [
        Sample(
            fold=page.fold,
            ships=True,
            numbers=taught.numbers,
            boxes=taught.boxes,
            wanted=taught.wanted,
            weights=taught.weights,
        )
        for page, taught in pairs
        if taught is not None
    ]


def train(kind: str, samples: Sequence[Sample]) -> BlockModel:
    """Train a model: some networks that begin at other weights."""
    return BlockModel(networks=tuple(_train_network(samples, *SIZES[kind], seed) for seed in range(NETWORKS)))


def _train_network(samples: Sequence[Sample], units: int, rounds: int, seed: int) -> Network:
    """Train a network by Adam, with decay and a share of the numbers dropped; the last rounds are averaged."""
    numbers = np.vstack([sample.numbers for sample in samples])
    mean, spread = numbers.mean(axis=0, dtype=np.float64), numbers.std(axis=0, dtype=np.float64) + 1e-2
    random = np.random.default_rng(seed)
    parts = _first(numbers.shape[1], units, random)
    begun = _network(mean, spread, parts)
    pages = [replace(sample, numbers=begun.scale(sample.numbers).astype(np.float32)) for sample in samples]
    moments = [(np.zeros_like(part), np.zeros_like(part)) for part in parts]
    kept: list[Parts] = []
    step = 0
    for turn in range(rounds):
        order = random.permutation(len(pages))
        rate = RATE * (1 - turn / rounds) + 1e-4
        for start in range(0, len(pages), BATCH):
            step += 1
            some = [pages[place] for place in order[start : start + BATCH]]
            slopes = [_slopes(parts, page, random) for page in some]
            for place, moment in enumerate(moments):
                slope = np.sum([found[place] for found in slopes], axis=0) / len(some)
                slope += DECAY * parts[place] * (parts[place].ndim > 1)
                moment[0][...] += 0.1 * (slope - moment[0])
                moment[1][...] += 0.001 * (slope**2 - moment[1])
                spread_ = np.sqrt(moment[1] / (1 - 0.999**step)) + 1e-7
                parts[place] = parts[place] - np.float32(rate) * (moment[0] / (1 - 0.9**step)) / spread_
        if turn >= AVERAGED * rounds:
            kept.append(parts[:])
    return _network(mean, spread, [np.mean(versions, axis=0) for versions in zip(*kept, strict=True)])


def _first(columns: int, units: int, random: np.random.Generator) -> Parts:
    roles = len(JUDGED)
    shapes: tuple[tuple[int, ...], ...] = ((columns, units), (units,), (PARTS * units, units), (units,))
    shapes += ((units, roles), (units, roles), (columns, roles), (roles,))
    spreads = (columns**-0.5, 0.0, (PARTS * units) ** -0.5, 0.0, units**-0.5, 0.0, 0.0, 0.0)
    return [
        (random.standard_normal(shape) * spread).astype(np.float32)
        for shape, spread in zip(shapes, spreads, strict=True)
    ]


def _network(mean: Matrix, spread: Matrix, parts: Parts) -> Network:
    inner, inner_bias, wide, wide_bias, outer, near, direct, bias = parts
    return Network(
        mean=mean.astype(np.float32),
        spread=spread.astype(np.float32),
        inner=inner,
        inner_bias=inner_bias,
        wide=wide,
        wide_bias=wide_bias,
        outer=outer,
        near=near,
        direct=direct,
        bias=bias,
    )


def _slopes(parts: Parts, page: Sample, random: np.random.Generator) -> Parts:
    """Give the slopes of a page's loss: what is told of a line is that it has one of the roles that it may have."""
    inner, inner_bias, wide, wide_bias, outer, near, direct, bias = parts
    x = page.numbers * ((random.random(page.numbers.shape, np.float32) > DROPPED) / np.float32(1 - DROPPED))
    own = np.tanh(x @ inner + inner_bias)
    around = surround(own, page.boxes)
    hidden = np.tanh(around @ wide + wide_bias)
    scores = hidden @ outer + own @ near + x @ direct + bias
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    sure = powers / powers.sum(axis=1, keepdims=True)
    may = sure * page.wanted
    slope = (sure - may / may.sum(axis=1, keepdims=True).clip(1e-9)) * page.weights[:, None]
    back = (slope @ outer.T) * (1 - hidden**2)
    into = (gather(back @ wide.T, page.boxes) + slope @ near.T) * (1 - own**2)
    return [
        x.T @ into,
        into.sum(axis=0),
        around.T @ back,
        back.sum(axis=0),
        hidden.T @ slope,
        own.T @ slope,
        x.T @ slope,
        slope.sum(axis=0),
    ]


def _train_fold(kind: str, fold: int, samples: Sequence[Sample]) -> None:
    """Train without a fold, and keep the model for who measures again."""
    model = train(kind, [sample for sample in samples if sample.fold != fold])
    _path_of(kind, fold).write_bytes(pickle.dumps(model))


def _load(path: Path) -> BlockModel:
    kept: BlockModel = pickle.loads(path.read_bytes())  # noqa: S301  # we wrote it
    return kept


def _path_of(kind: str, fold: int) -> Path:
    """Name the file of a fold's model by all that decides what it learns."""
    settings: tuple[object, ...] = (
        kind,
        fold,
        NETWORKS,
        SIZES[kind],
        DECAY,
        DROPPED,
        RATE,
        BATCH,
        AVERAGED,
        CUTS,
        CUT_SHARE,
        PARTS,
    )
    settings += (SHARE, LEAST, AROUND) if kind == "dump" else ()
    return KEPT / f"{hashlib.sha256(repr((_digest_of_room(), settings)).encode()).hexdigest()[:32]}.model"


def _digest_of_room() -> str:
    """Hash what measures a page, and this file's way to cut and weigh it."""
    digest = hashlib.sha256(repr((CUTS, CUT_SHARE, EXCERPTS, SEGMENTS_SHARE, SEGMENTS_AROUND, _LONGEST, 3)).encode())
    for pattern in _MEASURING:
        for path in sorted(ROOM.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def _samples(kind: str, page: KitPage, rules: Rules) -> Iterator[Sample]:
    survey = survey_html(page.html(), rules) if kind == "html" else survey_dump(page.dump, rules)
    if survey is None:
        return
    if page.kit == "segments":
        yield _around(_measured(page, survey, _held(survey, page.gold), rules, SEGMENTS_SHARE))
        return
    lines = [marked.line for marked in survey.lines]
    gold = [(tuple(words_of(page.dump[line["start"] : line["end"]])), line["role"]) for line in page.gold["lines"]]
    wanted = _one_hot(page, _aligned(lines, gold))
    yield _measured(page, survey, wanted, rules, 1.0)
    told = np.flatnonzero(wanted[:, 0] == 0)
    for before, after in CUTS if kind == "dump" and len(told) else ():
        part = slice(max(0, told[0] - before), told[-1] + 1 + after)
        yield _measured(page, replace(survey, lines=survey.lines[part]), wanted[part], rules, CUT_SHARE)
    if kind == "dump" and len(told):
        yield from _excerpts(page, gold, rules)


def _excerpts(page: KitPage, gold: Sequence[tuple[tuple[str, ...], str]], rules: Rules) -> Iterator[Sample]:
    """Cut a dump as crawls do: from just above its headline on, so many letters, the last line in its middle."""
    lines = page.gold["lines"]
    first = next(number for number, (_, role) in enumerate(gold) if role not in ("furniture", "doctitle"))
    for before, letters in EXCERPTS:
        start = lines[max(0, first - before)]["start"]
        survey = survey_dump(page.dump[start : start + letters], rules)
        held = [number for number, line in enumerate(lines) if start <= line["start"] < start + letters]
        roles = _aligned([marked.line for marked in survey.lines], [gold[number] for number in held])
        if roles:
            roles[-1] = gold[held[-1]][1]
            yield _measured(page, survey, _one_hot(page, roles), rules, CUT_SHARE)


def _around(sample: Sample) -> Sample:
    """Keep the lines around those of which something is known: the others teach nothing."""
    told = np.flatnonzero(sample.weights)
    part = slice(max(0, told.min(initial=0) - SEGMENTS_AROUND), told.max(initial=0) + SEGMENTS_AROUND)
    return replace(
        sample,
        numbers=sample.numbers[part],
        boxes=tuple(np.unique(box[part], return_inverse=True)[1] for box in sample.boxes),
        wanted=sample.wanted[part],
        weights=sample.weights[part],
    )


def _one_hot(page: KitPage, roles: Sequence[str]) -> Floats:
    wanted = np.zeros((len(roles), len(JUDGED)), np.float32)
    wanted[np.arange(len(roles)), [JUDGED.index(role) if role in JUDGED else 0 for role in roles]] = 1
    if page.kit == "old":
        for role in _UNTOLD:
            wanted[wanted[:, 0] > 0, JUDGED.index(role)] = 1
    return wanted


def _held(survey: Survey, gold: dict[str, Any]) -> Floats:
    """Say of each line whether it holds words that must be in the text, or such as must not; of most, nothing."""
    wanted = np.ones((len(survey.lines), len(JUDGED)), np.float32)
    for number, marked in enumerate(survey.lines):
        if any(words in marked.line.text for words in gold["with"]):
            wanted[number] = np.eye(len(JUDGED))[_BODY]
        elif any(words in marked.line.text for words in gold["without"]):
            wanted[number, _BODY] = 0
    return wanted


def _measured(page: KitPage, survey: Survey, wanted: Floats, rules: Rules, share: float) -> Sample:
    sizes = np.minimum([marked.line.words for marked in survey.lines], _LONGEST).clip(1) ** 0.5
    sizes = sizes * (wanted.sum(axis=1) < len(JUDGED))
    weights = sizes / max(1.0, (sizes**2).sum()) ** 0.5 * share
    return Sample(
        fold=page.fold,
        ships=page.ships,
        numbers=_numbers(survey, rules),
        boxes=survey.boxes(),
        wanted=wanted,
        weights=weights.astype(np.float32),
    )


def _numbers(survey: Survey, rules: Rules) -> Floats:
    """Measure a page's lines, row by row in memory: sums of columns depend in their last digits on the order there."""
    return np.ascontiguousarray(survey.measure(rules), dtype=np.float32)


def _aligned(lines: Sequence[Line], gold: Sequence[tuple[tuple[str, ...], str]]) -> list[str]:
    """Give each of our lines the role of the same line of the gold's dump; what it has not is furniture."""
    roles = ["furniture"] * len(lines)
    matcher = SequenceMatcher(None, [line.tokens for line in lines], [words for words, _ in gold], autojunk=False)
    for mine, its, size in matcher.get_matching_blocks():
        roles[mine : mine + size] = [role for _, role in gold[its : its + size]]
    return roles


if __name__ == "__main__":
    main()
