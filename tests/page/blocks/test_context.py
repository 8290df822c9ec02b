"""What stands around a line, as numbers."""

import numpy as np
import pytest

from newsledger.page.blocks.context import PARTS, boxes_of, gather, surround

PATHS = [(1, 2, 3), (1, 2, 4), (1, 5, 6), (1, 5, 7), (1, 8), ()]


def test_lines_of_one_element_share_its_number() -> None:
    inner, outer = boxes_of(PATHS)

    assert inner[0] == inner[1]
    assert inner[0] != inner[2] == inner[3]
    assert outer[0] == outer[3]


def test_a_line_sees_its_neighbours_its_element_and_the_page() -> None:
    values = np.arange(6, dtype=np.float32)[:, None]

    around = surround(values, boxes_of(PATHS))

    assert around.shape == (6, PARTS)
    assert around[2, :3].tolist() == [2, 1, 3]
    assert around[0, 1] == 0
    assert around[2, -3] == 2.5
    assert around[3, -1] == 2.5


@pytest.mark.parametrize("size", [1, 2, 6])
def test_slopes_go_back_the_way_that_the_numbers_came(size: int) -> None:
    random = np.random.default_rng(0)
    values = random.standard_normal((size, 3)).astype(np.float32)
    boxes = boxes_of(PATHS[:size])
    slopes = random.standard_normal((size, 3 * PARTS)).astype(np.float32)

    forth = float((surround(values, boxes) * slopes).sum())
    back = float((values * gather(slopes, boxes)).sum())

    assert forth == pytest.approx(back, rel=1e-3, abs=1e-3)
