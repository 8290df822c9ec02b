import pytest

from newsledger.model import annotate
from newsledger.times import Rules, find, resolve
from newsledger.times.scan import scan
from parses import article
from times.bare import bare


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        pytest.param("May", "MONTH", id="month"),
        pytest.param("Jan", "MONTHSHORT", id="short-month"),
        pytest.param("Friday", "WEEKDAY", id="weekday"),
        pytest.param("31", "DAY", id="day"),
        pytest.param("32", "NUM", id="no-day"),
        pytest.param("1998", "YEAR", id="year"),
        pytest.param("3rd", "ORDNUM", id="ordinal"),
        pytest.param("1990s", "DECADE", id="decade"),
        pytest.param("10:35", "CLOCK", id="clock"),
        pytest.param("1/2", "FRACTION", id="fraction"),
        pytest.param("2,500", "NUM", id="thousands"),
        pytest.param("2.5", "DECIMAL", id="decimal"),
        pytest.param("Q3", "PERIODCODE", id="quarter-code"),
        pytest.param("½", "FRACTION", id="half-sign"),
        pytest.param("may", None, id="not-a-month"),
        pytest.param("Q5", None, id="no-code"),
        pytest.param("3:2", None, id="score"),
        pytest.param("harbour", None, id="other-word"),
    ],
)
def test_a_word_has_the_class_of_its_shape_or_entry(rules: Rules, word: str, kind: str | None) -> None:
    seen = scan(bare(word), rules)
    found = next(iter(seen.between(len(seen.words) - 1, len(seen.words))), None)

    assert (found and found.kind) == kind


def test_an_entry_of_several_words_is_one_word(rules: Rules) -> None:
    seen = scan(bare("a couple of weeks"), rules)
    found = seen.between(0, len(seen.words))

    assert [word.text for word in found] == ["a couple of", "weeks"]


def test_a_hyphenated_token_is_taken_apart(rules: Rules) -> None:
    doc = bare("in the mid-1990s")

    seen = scan(doc, rules)
    found = seen.between(0, len(seen.words))

    assert [word.span.of(doc.text) for word in found] == ["in", "the", "mid", "-", "1990s"]


def test_a_text_without_words_has_nothing_to_scan(rules: Rules) -> None:
    doc = annotate(article(""), (), ())

    assert scan(doc, rules).letters == ""
    assert resolve(doc, find(doc, rules), rules) == ()
