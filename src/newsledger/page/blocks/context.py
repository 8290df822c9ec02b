"""What stands around a line, as numbers: means over the lines before and after it, over its elements, over the page.

Each mean is taken with sums that run on, so that a page costs time and memory in proportion to its lines.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: Numbers of the line; single precision is enough, and half the memory.
Floats = NDArray[np.float32]
#: For each level of elements, a number for each line: lines with the same number stand in one element.
Boxes = tuple[NDArray[np.intp], ...]

#: So many lines before and after are seen one by one.
_STEPS = 2
#: Over so many lines before and after a mean is taken.
_REACHES = (6, 20)
#: The element that holds a line's own block, and the one around that.
_LEVELS = (2, 3)
#: How many times as wide as what they are made of the surroundings are.
PARTS = 2 * _STEPS + 2 * len(_REACHES) + len(_LEVELS) + 2


def boxes_of(paths: Sequence[tuple[int, ...]]) -> Boxes:
    """Give which lines stand in one element: the one that holds a line's block, and the one around that."""
    if not any(paths):  # a page without markup
        return (np.zeros(len(paths), dtype=np.intp),) * len(_LEVELS)
    found = []
    for level in _LEVELS:
        owners = [path[-level] if len(path) >= level else -1 for path in paths]
        found.append(np.unique(np.array(owners, dtype=np.intp), return_inverse=True)[1])
    return tuple(found)


def surround(values: Floats, boxes: Boxes) -> Floats:
    """Put beside each line's numbers those of what stands around it."""
    lines, units = values.shape
    around = np.empty((lines, PARTS, units), np.float32)
    around[:, 0] = values
    for step in range(1, _STEPS + 1):
        _shift(values, step, around[:, 2 * step - 1])
        _shift(values, -step, around[:, 2 * step])
    sums = _sums(values)
    for place, reach in enumerate(_REACHES):
        around[:, 2 * (_STEPS + place) + 1] = _before(sums, reach)
        around[:, 2 * (_STEPS + place) + 2] = _after(sums, reach)
    around[:, -1] = values.mean(axis=0)
    for place, box in enumerate(boxes, -1 - len(boxes)):
        # On a page without markup all lines are in one.
        around[:, place] = _box_mean(values, box) if box.any() else around[:, -1]
    return around.reshape(lines, -1)


def gather(slopes: Floats, boxes: Boxes) -> Floats:
    """Take slopes of the surroundings back to the lines that they were made of: what training asks for."""
    parts = np.hsplit(slopes, PARTS)
    into = parts[0].copy()
    rest = iter(parts[1:])
    for step in range(1, _STEPS + 1):
        into += _shift(next(rest), -step, np.empty_like(into))
        into += _shift(next(rest), step, np.empty_like(into))
    for reach in _REACHES:
        into += _after(_sums(next(rest)), reach)
        into += _before(_sums(next(rest)), reach)
    for box in boxes:
        into += _box_mean(next(rest), box)
    into += next(rest).mean(axis=0)
    return into


def _sums(values: Floats) -> Floats:
    return np.vstack([np.zeros((1, values.shape[1]), np.float32), values.cumsum(axis=0)])


def _shift(values: Floats, step: int, into: Floats) -> Floats:
    """Give for each line the numbers of the one so many lines before it, zero where there is none."""
    if step > 0:
        into[:step], into[step:] = 0, values[:-step]
    else:
        into[step:], into[:step] = 0, values[-step:]
    return into


def _before(sums: Floats, reach: int) -> Floats:
    """Give the mean of so many lines before each; what lies before the first line counts as zero."""
    found = sums[:-1].copy()
    found[reach:] -= sums[: max(0, len(found) - reach)]
    found /= np.float32(reach)
    return found


def _after(sums: Floats, reach: int) -> Floats:
    """Give the mean of so many lines after each; what lies behind the last line counts as zero."""
    inside = max(0, len(sums) - 1 - reach)
    found = np.empty_like(sums[1:])
    np.subtract(sums[1 + reach :], sums[1 : 1 + inside], out=found[:inside])
    np.subtract(sums[-1], sums[1 + inside :], out=found[inside:])
    found /= np.float32(reach)
    return found


def _box_mean(values: Floats, box: NDArray[np.intp]) -> Floats:
    order = np.argsort(box, kind="stable")
    starts = np.flatnonzero(np.diff(box[order], prepend=-1))
    counts = np.diff(starts, append=len(box))
    means = np.add.reduceat(values[order], starts, axis=0) / counts[:, None].astype(np.float32)
    return np.asarray(means[box], dtype=np.float32)
