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
    found = []
    for level in _LEVELS:
        owners = [path[-level] if len(path) >= level else -1 for path in paths]
        found.append(np.unique(np.array(owners, dtype=np.intp), return_inverse=True)[1])
    return tuple(found)


def surround(values: Floats, boxes: Boxes) -> Floats:
    """Put beside each line's numbers those of what stands around it."""
    return np.hstack([values, *_parts(values, boxes)])


def _parts(values: Floats, boxes: Boxes) -> list[Floats]:
    parts = []
    for step in range(1, _STEPS + 1):
        parts += [_shifted(values, step), _shifted(values, -step)]
    sums = _sums(values)
    for reach in _REACHES:
        parts += [_before(sums, reach), _after(sums, reach)]
    parts += [_box_mean(values, box) for box in boxes]
    parts.append(np.broadcast_to(values.mean(axis=0), values.shape))
    return parts


def gather(slopes: Floats, boxes: Boxes) -> Floats:
    """Take slopes of the surroundings back to the lines that they were made of: what training asks for."""
    parts = np.hsplit(slopes, PARTS)
    into = parts[0].copy()
    rest = iter(parts[1:])
    for step in range(1, _STEPS + 1):
        into += _shifted(next(rest), -step)
        into += _shifted(next(rest), step)
    for reach in _REACHES:
        into += _after(_sums(next(rest)), reach)
        into += _before(_sums(next(rest)), reach)
    for box in boxes:
        into += _box_mean(next(rest), box)
    into += next(rest).mean(axis=0)
    return into


def _sums(values: Floats) -> Floats:
    return np.vstack([np.zeros((1, values.shape[1]), np.float32), values.cumsum(axis=0)])


def _shifted(values: Floats, step: int) -> Floats:
    """Give for each line the numbers of the one so many lines before it, zero where there is none."""
    moved = np.zeros_like(values)
    if step > 0:
        moved[step:] = values[:-step]
    else:
        moved[:step] = values[-step:]
    return moved


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
