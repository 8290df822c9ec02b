import pytest

from newsledger.language.forms import spelled_lemma


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        pytest.param("hoped", "hop", "hope", id="silent-e"),
        pytest.param("hopes", "hop", "hope", id="third-person"),
        pytest.param("Waging", "wag", "wage", id="capital"),
        pytest.param("hopped", "hop", "hop", id="doubled"),
        pytest.param("hops", "hop", "hop", id="plain-s"),
        pytest.param("fixed", "fix", "fix", id="never-doubled"),
        pytest.param("asked", "ask", "ask", id="two-consonants"),
    ],
)
def test_a_verb_that_does_not_double_its_consonant_ends_in_a_silent_e(text: str, lemma: str, expected: str) -> None:
    assert spelled_lemma(text, lemma, "VERB") == expected
