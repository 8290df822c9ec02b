"""Ten texts of history, each value written by hand beside its words."""

import pytest

from newsledger import Reader, times
from newsledger.model import Capture
from times.marked import FOLDER, Marked, read_marked, wrong_values

#: The share of their expressions that must have the right value.
_ENOUGH = 0.85
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}


@pytest.mark.parametrize("name", TEXTS)
def test_most_times_of_a_history_have_the_value_written_beside_them(reader: Reader, name: str) -> None:
    text, gold = read_marked(TEXTS[name])
    doc = reader.annotate(Capture(data=text, kind="text"))
    rules = reader.rules["times"]

    wrong = wrong_values(gold, times.resolve(doc, times.find(doc, rules), rules))

    told = [(gold_time.span.of(text), gold_time.value, found and found.value) for gold_time, found in wrong]
    assert len(gold) >= 15
    assert len(told) <= (1 - _ENOUGH) * len(gold), told


def test_a_mark_is_taken_out_and_its_value_kept() -> None:
    text, gold = read_marked("He left on [2 May](1916-05-02) or [early in June](1916-06 START).")

    assert text == "He left on 2 May or early in June."
    assert [(time.span.of(text), time.value, time.mod) for time in gold] == [
        ("2 May", "1916-05-02", None),
        ("early in June", "1916-06", "START"),
    ]


def test_a_time_that_was_not_found_is_wrong() -> None:
    _, gold = read_marked("He left on [2 May](1916-05-02).")

    assert wrong_values(gold, ()) == ((gold[0], None),)
    assert isinstance(gold[0], Marked)
