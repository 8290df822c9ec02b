"""Whom "the two leaders", "both countries" and "both groups" mean: members of the kind named together, else
a group of no country and no name."""

import pytest

from newsledger import Reader


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(
            "Chile and Peru met. Both countries signed.", "Both countries", ["Chile", "Peru"], id="two-countries"
        ),
        pytest.param("Hamas and Fatah met. Both groups signed.", "Both groups", ["Hamas", "Fatah"], id="two-groups"),
        pytest.param(
            "Hamas and Fatah met. The two leaders signed.", "The two leaders", ["two leaders"], id="leaders-of-bodies"
        ),
        pytest.param("Rain fell. The two companies merged.", "The two companies", ["two companies"], id="nobody-named"),
        pytest.param("Rain fell. Both countries agreed.", "Both countries", ["Both countries"], id="no-country-named"),
        pytest.param("Rain fell. Both sides agreed.", "Both sides", ["Both sides"], id="no-side-named"),
        pytest.param("Rain fell. The two men wept.", "The two men", ["two men"], id="people-told-of-anew"),
    ],
)
def test_a_counted_plural_is_those_named_together(reader: Reader, text: str, words: str, names: list[str]) -> None:
    record = reader.read_text(text, published="2014-05-06")

    assert [
        actor.name
        for actor in record.actors
        if any(mention.span.of(record.article.text) == words for mention in actor.mentions)
    ] == names
