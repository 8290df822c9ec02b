"""JSON as pages write it: letters beyond the first 65,536, whole and cut in half."""

import pytest

from newsledger.page.markup.loose_json import load_json


@pytest.mark.parametrize("end", [pytest.param("}", id="whole"), pytest.param(", }", id="a-comma-too-many")])
@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(r"Ferry \ud83d\ude00 leaves", "Ferry \U0001f600 leaves", id="pair"),
        pytest.param(r"Ferry leaves \ud83d", "Ferry leaves \ufffd", id="first-half"),
        pytest.param(r"\uDE00 Ferry", "\ufffd Ferry", id="second-half"),
        pytest.param(r"\ud83d\ud83d\ude00", "\ufffd\U0001f600", id="half-before-a-pair"),
        pytest.param(r"C\u00f4te", "Côte", id="one-escape"),
    ],
)
def test_a_letter_of_two_escapes_is_one_and_half_of_one_is_a_mark(written: str, read: str, end: str) -> None:
    assert load_json(f'{{"headline": "{written}"{end}') == {"headline": read}
