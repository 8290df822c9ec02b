import pytest

from newsledger.actors.words import WordIndex, split_words


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        pytest.param("North Sea", ("North", "Sea"), id="two-words"),
        pytest.param("Al-Manar", ("Al", "-", "Manar"), id="hyphen"),
        pytest.param("King's Guard", ("King", "'s", "Guard"), id="possessive"),
        pytest.param("farmers' union", ("farmers", "'", "union"), id="plural-possessive"),
        pytest.param("U.N.", ("U.N.",), id="full-stops"),
    ],
)
def test_a_phrase_is_cut_as_the_tokeniser_cuts_a_text(phrase: str, words: tuple[str, ...]) -> None:
    assert split_words(phrase) == words


def test_the_longest_phrase_is_found() -> None:
    index = WordIndex.build([("North", 1), ("North Sea", 2)])

    assert index.match(("the", "North", "Sea"), 1) == (3, 2)
    assert index.match(("the", "North", "Pole"), 1) == (2, 1)
    assert index.match(("the", "South", "Pole"), 1) is None


def test_a_phrase_that_runs_over_the_end_is_not_found() -> None:
    assert WordIndex.build([("North Sea", 2)]).match(("North",), 0) is None
