"""How far a line's words stand elsewhere on the page."""

import numpy as np

from newsledger.page.blocks.columns import RECURRENCES
from newsledger.page.blocks.recurrence import measure_recurrence, number_alike
from newsledger.page.words.line import make_line

HEADLINE = "Old lock closes"
PARAGRAPH = "Harbour master Anna Lindqvist closed the old lock on Friday, and the barges wait."
OTHER = "The barges that Lindqvist turned back wait below the bridge."
CAPTION = "Lindqvist at the lock, with barges"
MENU = "Recipes Horoscopes Puzzles"


def measured(texts: list[str], prose: set[str]) -> list[dict[str, float]]:
    """Give the numbers of each line by their names."""
    lines = [make_line(text, 0).tokens for text in texts]
    numbers = measure_recurrence(lines, number_alike(lines), np.array([text in prose for text in texts]), 0)
    return [dict(zip(RECURRENCES, row, strict=True)) for row in np.array(numbers).T.tolist()]


def test_a_caption_repeats_words_of_the_paragraphs_and_a_menu_none() -> None:
    fillers = [f"Word{number} wort{number}" for number in range(30)]
    prose = {PARAGRAPH, OTHER, *fillers}
    *_, caption, menu = measured([HEADLINE, *fillers, PARAGRAPH, OTHER, CAPTION, MENU], prose)

    assert caption["recurs"] + caption["common"] > 0
    assert menu["recurs"] == menu["common"] == 0
    assert menu["new"] > caption["new"]


def test_a_paragraph_does_not_repeat_itself() -> None:
    alone = measured([HEADLINE, PARAGRAPH], {PARAGRAPH})[1]

    assert alone["recurs"] == 0


def test_which_copy_a_line_is_is_told() -> None:
    first, between, last = measured([HEADLINE, PARAGRAPH, HEADLINE], {PARAGRAPH})

    assert (first["first_copy"], first["last_copy"]) == (1, 0)
    assert (last["first_copy"], last["last_copy"]) == (0, 1)
    assert first["copies"] == last["copies"] > between["copies"] == 0


def test_of_words_as_common_as_each_other_the_first_of_the_page_count() -> None:
    words = [f"w{number}" for number in range(60)]
    early, late = " ".join(words[:40]), " ".join(words[40:])
    numbers = measured([early, late], {early, late})

    assert [line["common"] for line in numbers] == [1, 0]


def test_no_words_have_numbers_too() -> None:
    numbers = measured(["—", "…"], set())

    assert np.isfinite([[*line.values()] for line in numbers]).all()
