"""Dumps that teach without gold: rendered from pages of HTML, whose lines the model of HTML says the roles of.

Without markup a caption, a byline and a section are told by little, and few pages have gold for them. With markup the
model reads them well, so what it says of some 570 more pages teaches the model of dumps. For a fold the teacher is the
model of HTML that has not seen the fold's publishers either.
"""

import html
import re
from dataclasses import dataclass

import numpy as np

from newsledger.page import Rules
from newsledger.page.blocks.context import Boxes, Floats
from newsledger.page.blocks.model import JUDGED, BlockModel, Matrix
from newsledger.page.blocks.survey import Survey, survey_dump
from newsledger.page.words.line import fold

#: What such a page counts beside one with gold, and how sure of a line's role its teacher must be.
SHARE, LEAST = 0.35, 0.5
#: So many lines above the first line that is not furniture, and below the last paragraph, are kept.
AROUND = (40, 30)
_FEWEST_PARAGRAPHS = 3
_FURNITURE, _BODY = JUDGED.index("furniture"), JUDGED.index("body")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A page of HTML and the dump made of it, both measured.

    Attributes:
        fold: The fold of its publisher.
        seen: The numbers of its lines of HTML.
        boxes: Which of them stand in one element.
        numbers: The numbers of the dump's lines, one more where its title is not set apart.
        plain_boxes: Which of these stand in one element: all.
        held: For each line of HTML, 1 for each role that the kit allows.
        sizes: What the dump's lines count, long ones more.
    """

    fold: int
    seen: Matrix | Floats
    boxes: Boxes
    numbers: Floats
    plain_boxes: Boxes
    held: Floats
    sizes: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """The part of a dump that teaches."""

    numbers: Floats
    boxes: Boxes
    wanted: Floats
    weights: Floats


def render(source: str, survey: Survey, rules: Rules) -> Survey | None:
    """Make the dump of a page of HTML: its title, and a line for each block; None where the lines are not the same."""
    found = _TITLE.search(source)
    title = fold(html.unescape(found.group(1))) if found else ""
    texts = [fold(marked.line.text) for marked in survey.lines]
    dump = survey_dump("\n".join([title, *texts] if title else texts), rules)
    return dump if len(dump.lines) - len(texts) in (0, 1) else None


def teach(page: Rendered, teacher: BlockModel) -> Taught | None:
    """Give the dump's lines the roles that the teacher is surest of; None where it sees no article."""
    sure = teacher.judge(page.seen, page.boxes).astype(np.float32)
    held = page.held
    if len(sure) < len(page.numbers):
        sure = np.vstack([np.eye(len(JUDGED), dtype=np.float32)[_FURNITURE], sure])
        held = np.vstack([np.ones((1, len(JUDGED)), np.float32), held])
    sure = sure * held
    sure = sure / sure.sum(axis=1, keepdims=True).clip(1e-9)
    best, most = sure.argmax(axis=1), sure.max(axis=1)
    paragraphs = np.flatnonzero(best == _BODY)
    if len(paragraphs) < _FEWEST_PARAGRAPHS:
        return None
    part = slice(
        max(0, np.flatnonzero(best != _FURNITURE)[0] - AROUND[0]), min(len(best), paragraphs[-1] + 1 + AROUND[1])
    )
    weights = (page.sizes * (most >= LEAST) * most)[part]
    return Taught(
        numbers=page.numbers[part],
        boxes=tuple(np.unique(box[part], return_inverse=True)[1] for box in page.plain_boxes),
        wanted=np.eye(len(JUDGED), dtype=np.float32)[best][part],
        weights=(weights / max(1.0, (weights**2).sum()) ** 0.5 * SHARE).astype(np.float32),
    )
