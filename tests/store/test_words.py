"""What people write to look for something, and what is made of it."""

import pytest

from newsledger.store.questions import All, AnyOf, Finder, Term, plain_query, read_query
from newsledger.store.tables.ask.match import match_of


def word(*words: str, begins: bool = False, field: str | None = None) -> Term:
    return Term(words=words, begins=begins, field=field)


@pytest.mark.parametrize(
    ("written", "query"),
    [
        pytest.param("crash", word("crash"), id="word"),
        pytest.param("crash train", All(parts=(word("crash"), word("train"))), id="both"),
        pytest.param("crash AND train", All(parts=(word("crash"), word("train"))), id="and"),
        pytest.param("crash or train", AnyOf(parts=(word("crash"), word("train"))), id="or"),
        pytest.param("crash NOT train", All(parts=(word("crash"),), without=(word("train"),)), id="not"),
        pytest.param("crash -train", All(parts=(word("crash"),), without=(word("train"),)), id="minus"),
        pytest.param('"train crash"', word("train", "crash"), id="phrase"),
        pytest.param("“train crash”", word("train", "crash"), id="typographic"),
        pytest.param("anti-tank", word("anti", "tank"), id="hyphen"),
        pytest.param("U.S.", word("U", "S"), id="full-stops"),
        pytest.param("crash*", word("crash", begins=True), id="prefix"),
        pytest.param("headline:crash", word("crash", field="headline"), id="field"),
        pytest.param('caption:"train crash"', word("train", "crash", field="caption"), id="field-phrase"),
        pytest.param("10:30", word("10", "30"), id="a-time-is-no-field"),
        pytest.param('"and"', word("and"), id="quoted-operator"),
        pytest.param(
            "headline:(crash OR fire)",
            AnyOf(parts=(word("crash", field="headline"), word("fire", field="headline"))),
            id="field-of-several",
        ),
        pytest.param(
            "a OR b c", AnyOf(parts=(word("a"), All(parts=(word("b"), word("c"))))), id="and-binds-tighter-than-or"
        ),
    ],
)
def test_a_query_is_read(written: str, query: object) -> None:
    assert read_query(written) == query


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param("", "no word", id="empty"),
        pytest.param("   ", "no word", id="blank"),
        pytest.param("&", "letters or digits", id="sign"),
        pytest.param('"open', "never closed", id="quotation"),
        pytest.param("(open", "never closed", id="bracket"),
        pytest.param("shut)", "closing bracket too many", id="closed"),
        pytest.param("()", "nothing beside", id="nothing-in-brackets"),
        pytest.param("NOT train", "only what is not to be there", id="only-not"),
        pytest.param("crash AND", "where a word should stand", id="and-at-the-end"),
        pytest.param("AND crash", "nothing before AND", id="and-at-the-beginning"),
        pytest.param("crash OR", "nothing beside", id="or-at-the-end"),
        pytest.param("crash NOT", "where a word should stand", id="not-at-the-end"),
        pytest.param("crash NOT NOT train", "where a word should stand", id="twice-not"),
        pytest.param("title:crash", "expected one of headline", id="field"),
        pytest.param("crash AND (", "opening bracket at the end", id="bracket-at-the-end"),
        pytest.param("headline:" * 3000 + "a", "more than 20 fields in a row", id="fields-in-a-row"),
        pytest.param("(" * 30 + "a" + ")" * 30, "brackets in each other", id="deep"),
    ],
)
def test_a_query_that_makes_no_sense_says_why(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_query(written)


def test_every_word_of_a_match_stands_in_quotation_marks() -> None:
    query = read_query('near (headline:"a b" OR c*) NOT d')

    assert match_of(query) == '(("near" AND (headline : "a b" OR "c"*)) NOT ("d"))'


@pytest.mark.parametrize(
    ("looked_for", "text", "is_there"),
    [
        pytest.param("Mercier", "MERCIER left", True, id="capitals"),
        pytest.param("Thiare", "Mr. Thiaré left", True, id="accent"),
        pytest.param("Thiaré", "Mr. Thiare left", True, id="accent-asked"),
        pytest.param("Thiaré", "Mr. Thiare\u0301 left", True, id="accent-apart"),
        pytest.param("train", "trains", False, id="whole-words"),
        pytest.param("left train", "The train left", True, id="any-order"),
    ],
)
def test_words_are_found_as_the_full_text_finds_them(looked_for: str, text: str, is_there: bool) -> None:
    query = plain_query(looked_for)

    assert query is not None
    assert Finder.of(query).has_all(text) is is_there


def test_many_words_that_are_not_to_be_there_stand_in_one_bracket() -> None:
    assert match_of(read_query("crash NOT train NOT ship")) == '(("crash") NOT ("train" OR "ship"))'
