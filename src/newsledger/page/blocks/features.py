"""The layout of a page's lines as numbers: what the block model sees. No number says which words a line has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsledger.lexicon import Row
from newsledger.page.blocks.columns import (
    COLUMNS,
    HINTS,
    KINDS,
    LEVELS,
    NAMES,
    REACHES,
    RECURRENCES,
    TAGS,
)
from newsledger.page.blocks.letters import count_letters
from newsledger.page.blocks.model import Matrix
from newsledger.page.blocks.recurrence import measure_recurrence, number_alike
from newsledger.page.layout.captions import credit_start, may_name_source, weigh_words
from newsledger.page.layout.prose import SENTENCE, MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.line import Line, words_of

_TAG_NAMES = {
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "th": "td",
    "caption": "figcaption",
    "figure": "figcaption",
    "dt": "dd",
}
_LONGEST_CAPTION, _LONGEST_TITLE, _LONGEST_NAMED, _LONGEST_NAME = 90, 40, 20, 5
_FULL = 0.9
# A page that claims fewer runs of words as its body gives no body, but a description.
_FEWEST_CLAIMED, _FEWEST_WORDS, _GRAM, _HALF = 60, 4, 4, 0.5
_NO_KINDS: frozenset[str] = frozenset()
# So much prose, of 60 words a paragraph, must stand below the headline before an article can be over.
_BEGUN = 0.3
# A line of so many words of prose, in 60, is one in which words recur; a teaser has fewer.
_PARAGRAPH = 0.2
_BOX_COLUMNS, _CLAIM_COLUMNS = (sum(name.startswith(kind) for name in COLUMNS) for kind in ("box:", "claim:"))
_AT = {name: place for place, name in enumerate(NAMES)}
#: One or more numbers of all lines, the lines side by side.
Columns = list[Matrix]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a page says of its article, as runs of words.

    Attributes:
        titles: What it calls itself.
        authors: Whom it names as authors.
        body: Runs of words of the article's body.
        description: Runs of words of its description.
    """

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    body: frozenset[tuple[str, ...]] = frozenset()
    description: frozenset[tuple[str, ...]] = frozenset()


def measure_lines(lines: Sequence[MarkedLine], claims: Claims, rules: Rules) -> Matrix:
    """Give a row of numbers for each line: its own form and its place on the page and in its tree.

    Args:
        lines: All lines of the page.
        claims: What the page says of its article.
        rules: The room's rules.
    """
    if not lines:
        return np.zeros((0, len(COLUMNS)))
    wanted = [frozenset(words_of(title)) for title in dict.fromkeys(claims.titles)]
    names = [f" {' '.join(words_of(author))} " for author in claims.authors]
    plain = [marked.line for marked in lines]
    alike = number_alike([line.tokens for line in plain])
    forms = _forms(lines, wanted, names, rules, alike)
    own = np.concatenate([*map(np.ravel, forms), _told(lines).ravel()]).reshape(len(NAMES), len(lines))
    prose, linked = own[_AT["prose"]], own[_AT["linked"]]
    anchor = _anchor(own)
    parts = [*_windows(prose, linked), *_places(len(lines), anchor, prose), *_after(own, anchor)]
    parts += [*_claims(plain, own, claims), *_shapes(plain, own), *_recurrences(plain, alike, prose, anchor)]
    around = np.concatenate([*parts, *_boxes(plain, own)]).reshape(-1, len(lines))
    return np.concatenate([own, around]).T


def _after(own: Matrix, anchor: int) -> Columns:
    """Give what stood above a line, below the headline and some prose: words that close an article, comments."""
    begun = np.where(np.arange(own.shape[1]) > anchor, own[_AT["prose"]], 0).cumsum() > _BEGUN
    closed = (own[_AT["closes"]] * begun).cumsum()
    comments = (own[_AT["own:comments"]] * begun).cumsum()
    return [np.minimum(closed, 3) / 3, comments > 0]


def _told(lines: Sequence[MarkedLine]) -> Matrix:
    """Give what phrases and markup say of each line; lines of one element are alike."""
    rows: dict[tuple[frozenset[str], str, frozenset[str], frozenset[str]], int] = {}
    at = [
        rows.setdefault(
            (_kinds_of(marked.rows), marked.line.tag, marked.line.hints, marked.line.own),
            len(rows),
        )
        for marked in lines
    ]
    return np.array([_signs(*key) for key in rows], dtype=float).T[:, at]


def _kinds_of(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(row["means"] for row in rows) if rows else _NO_KINDS


@lru_cache(maxsize=4_096)
def _signs(kinds: frozenset[str], tag: str, hints: frozenset[str], own: frozenset[str]) -> tuple[bool, ...]:
    name = _TAG_NAMES.get(tag, tag)
    return (
        *(kind in kinds for kind in KINDS),
        *(name == other for other in TAGS),
        *(hint in hints for hint in HINTS),
        *(hint in own for hint in HINTS),
    )


def _forms(
    lines: Sequence[MarkedLine],
    wanted: Sequence[frozenset[str]],
    names: Sequence[str],
    rules: Rules,
    alike: NDArray[np.intp],
) -> Columns:
    """Give the numbers of each line's own form, one or more of ``NAMES`` at a time, up to the first ``row:``."""
    plain, rows, days, reports, weights = zip(*lines, strict=True)
    columns = dict(zip(Line._fields, zip(*plain, strict=True), strict=True))
    texts = columns["text"]
    letters = count_letters(texts)
    words, linked = np.array(columns["words"], dtype=float), np.array(columns["linked"])
    closed = np.array(columns["closed"])
    sentence = closed & (words >= SENTENCE)
    told = sentence & np.array(["comments" not in hints for hints in columns["hints"]])
    some = np.maximum(1, words)
    credited = [
        _ends_in_credit(line, rules, joined) for line, joined in zip(plain, letters.joined.tolist(), strict=True)
    ]
    return [
        np.log1p(words),
        sentence,
        closed,
        linked,
        linked > _FULL,
        np.where(told, np.minimum(words, 60) * (1.0 - linked), 0.0) / 60,
        np.where(words <= _LONGEST_CAPTION, np.minimum(1.5, letters.capitals / some), 0.1),
        np.array([text.isupper() for text in texts]),
        np.where(words <= _LONGEST_TITLE, letters.digits / letters.sizes, 0.02),
        np.log1p(letters.commas),
        np.log1p(letters.inner_ends),
        np.minimum(2.0, letters.sizes / some / 6),
        np.array([text[0].islower() for text in texts]),
        letters.bullet,
        letters.quote,
        np.minimum(2, np.array(list(map(len, days)))),
        np.array(reports),
        np.array(_likenesses(plain, wanted)),
        np.array(_named(plain, names)),
        np.array(credited),
        np.array([_captioned(marked, rules) for marked in lines]),
        np.array([line.words <= _LONGEST_NAME and " ".join(line.tokens) in rules.sections for line in plain]),
        np.bincount(alike)[alike] > 1,
        np.array(columns["pictured"]),
        np.array(list(map(len, columns["path"]))) / 10,
        np.array([bool(its) and any(row.get("closes") for row in its) for its in rows]),
        np.array(weights) / 60,
        letters.marks,
        letters.ends,
    ]


def _ends_in_credit(line: Line, rules: Rules, joined: float) -> bool:
    if not 3 < line.words <= _LONGEST_CAPTION or line.linked >= _FULL:
        return False
    return bool((joined or may_name_source(line.text, line.tokens, rules)) and credit_start(line.text, rules))


def _captioned(marked: MarkedLine, rules: Rules) -> float:
    """Weigh what a line's words say for a caption: a place in the picture, the present tense with a date, a label."""
    line = marked.line
    if not 3 < line.words <= _LONGEST_CAPTION or line.linked >= _FULL:
        return 0.0
    return weigh_words(marked, rules)


def _named(lines: Sequence[Line], names: Sequence[str]) -> list[float]:
    """Say which short lines hold one of the names."""
    if not names:
        return [0.0] * len(lines)
    joined = (f" {' '.join(line.tokens)} " if line.words <= _LONGEST_NAMED else "" for line in lines)
    return [float(any(name in words for name in names)) for words in joined]


def _likenesses(lines: Sequence[Line], wanted: Sequence[frozenset[str]]) -> list[float]:
    known = frozenset().union(*wanted)
    if not known:
        return [0.0] * len(lines)
    return [
        0.0 if line.words > _LONGEST_TITLE or known.isdisjoint(line.tokens) else _likeness(line, wanted)
        for line in lines
    ]


def _likeness(line: Line, wanted: Iterable[frozenset[str]]) -> float:
    """Share of a line's words in a title, by the share of the title's in the line."""
    mine = frozenset(line.tokens)
    best = 0.0
    for title in wanted:
        shared = len(mine & title)
        if shared:
            best = max(best, shared / len(mine) * (0.2 + 0.8 * min(1.0, 1.4 * shared / len(title))))
    return best


def _anchor(own: Matrix) -> int:
    """Give where the headline probably is: most like the title, an h1, near the top."""
    score = 3 * own[_AT["likeness"]] + own[_AT["tag:h1"]] + own[_AT["own:headline"]] * 0.5
    score -= own[_AT["full_link"]] + np.arange(len(score)) / len(score) * 0.5
    return int(score.argmax())


def _claims(lines: Sequence[Line], own: Matrix, claims: Claims) -> Columns:
    """Give how much of a line the page calls its article's body or description, and whether it gives a body at all."""
    if not claims.body and not claims.description:
        return [np.zeros(_CLAIM_COLUMNS * len(lines))]
    given = float(len(claims.body) > _FEWEST_CLAIMED)
    told = [_claimed(line, claims.body) if given else 0.0 for line in lines]
    described = [_claimed(line, claims.description) for line in lines]
    unmade = given * own[_AT["sentence"]] * (np.array(told) < _HALF)
    return [np.array(told), np.array(described), np.full(len(lines), given), unmade]


def _claimed(line: Line, grams: frozenset[tuple[str, ...]]) -> float:
    """Say which share of a line's runs of words, of a short line whether it, stands in what the page claims."""
    if not grams or line.words < _FEWEST_WORDS:
        return 0.0
    mine = grams_of(line.tokens)
    return sum(gram in grams for gram in mine) / len(mine)


def grams_of(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """Give the runs of words of a text; of a script without spaces a word is a clause, and a run."""
    size = _GRAM if len(tokens) >= _GRAM else 1
    return [tuple(tokens[place : place + size]) for place in range(len(tokens) - size + 1)]


def _shapes(lines: Sequence[Line], own: Matrix) -> Columns:
    """Give what the lines of one template are like: how many, how long, how much link, sentence and prose."""
    _, at, counts = np.unique([line.shape for line in lines], return_inverse=True, return_counts=True)
    prose = own[_AT["prose"]]
    means = [np.bincount(at, weights=own[_AT[name]]) / counts for name in ("words", "linked", "sentence")]
    held = np.bincount(at, weights=prose) / max(1e-9, float(prose.sum()))
    return [np.log1p(counts)[at] / 4, *(mean[at] for mean in means), held[at]]


def _recurrences(lines: Sequence[Line], alike: NDArray[np.intp], prose: Matrix, anchor: int) -> Columns:
    """Give how far the words of a dump's lines recur; with markup, which tells more, nothing is counted."""
    if any(line.tag for line in lines):
        return [np.zeros(len(RECURRENCES) * len(lines))]
    return measure_recurrence([line.tokens for line in lines], alike, prose > _PARAGRAPH, anchor)


def _windows(prose: Matrix, linked: Matrix) -> Columns:
    """Give how much prose, and how much link, stands within some lines before and after."""
    values = np.array([prose, linked])
    sums = np.zeros((2, len(prose) + 1))
    values.cumsum(axis=1, out=sums[:, 1:])
    at = np.arange(len(prose))
    found = []
    for reach in REACHES:
        before = sums[:, at] - sums[:, np.maximum(0, at - reach)]
        after = sums[:, np.minimum(len(prose), at + 1 + reach)] - sums[:, at + 1]
        found += [before / reach * 2, after / reach * 2]
    return [side[place] for place in range(len(values)) for side in found]


def _places(size: int, anchor: int, prose: Matrix) -> Columns:
    """Give where a line stands: on the page, from the headline, and in the prose."""
    at = np.arange(size)
    distance = at - anchor
    near = np.sign(distance) * np.log1p(np.abs(distance)) / 4
    sums = prose.cumsum()
    total = max(1e-9, float(sums[-1]))
    after = np.where(distance >= 0, sums - sums[anchor], 0.0)
    rest = np.where(distance >= 0, sums[-1] - sums, 0.0)
    return [
        at / size,
        np.log1p(at) / 5,
        np.log1p(size - at) / 5,
        np.full(size, np.log1p(size) / 6),
        distance == 0,
        distance > 0,
        np.maximum(near, 0),
        np.minimum(near, 0),
        (distance == 1),
        (distance == -1),
        (distance > 0) & (distance < 6),
        (distance < 0) & (distance > -6),
        sums / total,
        np.log1p(after) / 3,
        np.log1p(rest) / 3,
        (distance > 0) & (after < 0.5),
        np.full(size, np.log1p(total) / 4),
    ]


def _boxes(lines: Sequence[Line], own: Matrix) -> Columns:
    """Give what the elements around a line hold: how much of the page's prose, how much link, how many lines."""
    paths = [line.path for line in lines]
    if not any(paths):
        return [np.zeros(_BOX_COLUMNS * len(lines))]
    prose, linked = own[_AT["prose"]], own[_AT["linked"]]
    sizes = np.minimum(60, np.expm1(own[_AT["words"]]))
    boxes = np.array([box for path in paths for box in path], dtype=int)
    among = np.repeat(np.arange(len(paths)), [len(path) for path in paths])
    # Box 0 is no element: what a line in fewer elements has around it.
    most = int(boxes.max(initial=0)) + 1
    held, links, lengths, counts = (
        np.bincount(boxes, weights=values[among], minlength=most)
        for values in (prose, linked * sizes, sizes, np.ones(len(paths)))
    )
    total = max(1e-9, float(prose.sum()))
    main = int(np.flatnonzero(held >= 0.5 * total).max(initial=0))
    shared = [0.0, *(_shared(one, other) for one, other in pairwise(paths)), 0.0]
    columns = [np.array(shared[:-1]), np.array(shared[1:])]
    columns += [np.array([float(main in path) for path in paths]), np.array([_steps(path, main) for path in paths])]
    for level in range(1, LEVELS + 1):
        at = np.array([path[-level] if level <= len(path) else 0 for path in paths])
        length = np.maximum(1e-9, lengths[at])
        columns += [held[at] / total, 60 * held[at] / length, links[at] / length, np.log1p(counts[at]) / 4]
    return columns


def _shared(one: Sequence[int], other: Sequence[int]) -> float:
    """Say how near two lines stand in the tree: 1 in the same element, less for each step apart."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return 1.0 / (1 + max(len(one), len(other)) - same) if same else 0.0


def _steps(path: Sequence[int], main: int) -> float:
    """Say how deep inside the main element a line stands: 1 just inside, less for each element between."""
    return 1.0 / (len(path) - path.index(main)) if main in path else 0.0
