import pytest

from newsledger.events.details import number_value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("nearly 10,000", 10_000, id="comma"),
        pytest.param("2.5 million", 2_500_000, id="scale"),
        pytest.param("three dozen", 36, id="dozen"),
        pytest.param("twenty five", 25, id="words"),
        pytest.param("several", None, id="no-number"),
        pytest.param("mid-1990s", None, id="letters"),
    ],
)
def test_a_number_is_read_from_its_words(words: str, expected: int | None) -> None:
    assert number_value(words.split()) == expected
