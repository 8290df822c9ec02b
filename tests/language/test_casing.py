"""A headline in title case is parsed as running text would have it."""

import pytest

from newsledger import Reader
from newsledger.language.casing import is_title_case, running_case
from parses import article

_BODY = "The judge said that Anna Berg of the Harbour Bank had fled. Police in Oslo want her."


def test_words_of_a_title_take_the_case_of_the_articles_own_sentences() -> None:
    page = article(("headline", "Police Arrest Anna Berg Of Harbour Bank"), _BODY)

    text = running_case(page, lambda words: frozenset({"Arrest"} & set(words)))

    assert text.startswith("Police arrest Anna Berg of Harbour Bank")
    assert (
        text[len("Police arrest Anna Berg of Harbour Bank") :]
        == page.text[len("Police arrest Anna Berg of Harbour Bank") :]
    )


def test_what_the_article_does_not_tell_is_a_name_unless_it_is_known_not_to_be(reader: Reader) -> None:
    page = article(("headline", "Gunmen Finally Release Final Hostages Near Lagos, NATO And U.S. Say"), _BODY)

    doc = reader.parser.annotate(page)

    assert " ".join(token.text for token in doc.tokens[:12]) == (
        "Gunmen finally release final hostages near Lagos , NATO and U.S. say"
    )


def test_a_title_in_capitals_is_read_too(reader: Reader) -> None:
    doc = reader.parser.annotate(article(("headline", "POLICE ARREST ANNA BERG IN OSLO"), _BODY))

    assert [token.text for token in doc.tokens[:6]] == ["Police", "arrest", "Anna", "Berg", "in", "Oslo"]
    assert doc.text.startswith("POLICE ARREST ANNA BERG")


def test_a_title_tells_who_does_what_to_whom(reader: Reader) -> None:
    record = reader.read_text(
        "Soldiers Kill Two Miners In Norden\n\nThe miners died at dawn near the pit, the mayor said."
    )

    kills = next(event for event in record.events if event.trigger.of(record.article.text) == "Kill")
    assert kills.actor is not None
    assert kills.actor.of(record.article.text) == "Soldiers"


@pytest.mark.parametrize(
    ("headline", "told"),
    [("Mayor Leaves Office After Vote", True), ("Mayor of Oslo leaves office", False), ("Hard Times", False)],
)
def test_title_case_is_told_by_the_longer_words(headline: str, told: bool) -> None:
    assert is_title_case(headline) is told
