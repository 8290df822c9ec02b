"""What is counted of all lines at once is what each line has."""

import re

import numpy as np
import pytest

from newsledger.page.blocks.columns import ENDS, MARKS
from newsledger.page.blocks.letters import count_letters

LINES = (
    "The lock at Bergen opens on 3 May 2021, a year late.",
    "OPEN! Now? Yes. “No.” She left",
    "• Harbour | News",
    "«Шлюз открыт»",
    "gatePhoto: Anna Holm",
    "…",
    "...",
    "wait...",
    "🚢 Ferries",
    "a" * 400,
)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        pytest.param("capitals", r"(?<!\w)[A-ZÀ-ÖØ-ÞА-Я]", id="capitals"),
        pytest.param("digits", r"\d", id="digits"),
        pytest.param("commas", r",", id="commas"),
        pytest.param("inner_ends", r"[.!?][\"”’)]?\s", id="inner-ends"),
        pytest.param("joined", r"[a-z](?=[A-ZÀ-Þ])", id="joined"),
    ],
)
def test_a_count_is_that_of_its_pattern(name: str, pattern: str) -> None:
    counted = getattr(count_letters(LINES), name)

    assert counted.tolist() == [len(re.findall(pattern, line)) for line in LINES]


def test_marks_and_ends_are_those_of_each_line() -> None:
    letters = count_letters(LINES)

    assert letters.marks.astype(bool).tolist() == [[mark in line for line in LINES] for mark in MARKS]
    assert letters.ends.astype(bool).tolist() == [[line.endswith(end) for line in LINES] for end in ENDS]


def test_first_letters_tell_a_list_and_a_quotation() -> None:
    letters = count_letters(LINES)

    assert np.flatnonzero(letters.bullet).tolist() == [2]
    assert np.flatnonzero(letters.quote).tolist() == [3]


def test_a_surrogate_alone_is_a_letter_of_no_kind() -> None:
    assert count_letters(["\ud800 A"]).capitals.tolist() == [1.0]
