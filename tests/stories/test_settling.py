"""Which words settle a happening, and which tell of another act, of a part, or of none."""

import pytest

from happenings import rules
from newsledger import Reader
from newsledger.stories import mentions_of


@pytest.mark.parametrize("words", ["has to also paint", "is to the north"])
def test_a_function_word_is_no_act_behind_a_word_that_makes_verbs(reader: Reader, words: str) -> None:
    record = reader.read_text(f"The ferry {words} on Friday. Chile and Peru held talks.", published="2019-03-04")

    found = {one.lemma for one in mentions_of(record, rules())}

    assert found.isdisjoint({"be", "also", "the"})


def test_an_unknown_verb_is_an_act_behind_a_word_that_makes_verbs(reader: Reader) -> None:
    record = reader.read_text("The crew wants to caulk the hull on Friday.", published="2019-03-04")

    assert "caulk" in {one.lemma for one in mentions_of(record, rules())}
