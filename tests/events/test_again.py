"""A noun that is known without its parties has the sense that the page gives the word elsewhere."""

import pytest

from newsledger import Reader
from newsledger.model import Capture, Event, Record

_PAGES = {
    "strike": (
        "The miners in Norden announced a national strike against the coal board on Monday.\n\n"
        "The strike will begin on Friday, the union said."
    ),
    "date": (
        "The execution of two officers by the regime on Monday was put off.\n\n"
        "A fresh date for execution was set by a clerk, and nobody knew why."
    ),
    "unnamed": (
        "The army's attack on the village killed nine people on Monday.\n\nThe attack took place at noon.\n\n"
        "The pressure was high."
    ),
    "bombs": (
        "The army's air strike on the village killed nine people on Monday.\n\n"
        "The writers strike was settled a month later, the minister said."
    ),
    "new": (
        "The regime's execution of two officers on Monday angered Norway.\n\n"
        "An execution takes an hour, the minister said."
    ),
    "person": (
        "The election campaign of the mayor began in Norden on Monday.\n\n"
        "The campaign declined to comment on the report, the minister said."
    ),
}


@pytest.fixture(scope="module")
def records(reader: Reader) -> dict[str, Record]:
    return {name: reader.read_text(text, published="2019-03-05") for name, text in _PAGES.items()}


def _second(record: Record, word: str) -> Event | None:
    later = record.article.text.index("\n\n")
    found = (event for event in record.events if event.trigger.start > later)
    return next((event for event in found if event.trigger.of(record.article.text) == word), None)


def test_the_strike_is_that_of_the_miners(records: dict[str, Record]) -> None:
    event = _second(records["strike"], "strike")

    assert event is not None
    assert (event.event_type, event.standing, str(event.earliest)) == ("PROTEST", "planned", "2019-03-08")


@pytest.mark.parametrize(
    ("page", "word"),
    [
        pytest.param("bombs", "strike", id="another-kind-by-the-noun-before-it"),
        pytest.param("new", "execution", id="not-known"),
        pytest.param("person", "campaign", id="those-who-are-at-it"),
    ],
)
def test_what_only_shares_the_word_is_not_named_again(records: dict[str, Record], page: str, word: str) -> None:
    assert _second(records[page], word) is None


def test_a_date_is_of_what_is_to_come(records: dict[str, Record]) -> None:
    event = _second(records["date"], "execution")

    assert event is not None
    assert event.standing == "planned"


def test_what_names_nobody_is_named_again_where_the_page_tells_of_it(records: dict[str, Record]) -> None:
    assert _second(records["unnamed"], "attack") is not None
    assert _second(records["unnamed"], "pressure") is None


def test_the_reasons_tell_it_too(reader: Reader) -> None:
    text = _PAGES["strike"]
    decisions = reader.explain(Capture(data=text, published="2019-03-05", kind="text")).decisions
    start = text.index("The strike") + len("The ")

    assert [one.value for one in decisions if one.trigger.start == start and one.field == "type"] == ["PROTEST"]
