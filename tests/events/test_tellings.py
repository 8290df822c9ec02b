"""The headline and the lead tell one happening, and each lends what the other leaves open."""

import pytest

from newsledger import Reader
from newsledger.model import Event, Record

_PAGES = {
    "actor": (
        "Gunmen kill two miners near Norden\n\n"
        "Two miners were killed near the town on Sunday, the mayor said.\n\nThe pit was closed."
    ),
    "place": (
        "Quake in Chile kills nine people\n\nA strong quake shook houses before dawn, the mayor said.\n\n"
        "Schools were shut."
    ),
    "other": (
        "Police arrest a trader over fraud\n\nThe mayor spoke of the harbour. He said that ships were late.\n\n"
        "Dozens of farmers were arrested in Sudeland last year, the union said."
    ),
}


@pytest.fixture(scope="module")
def records(reader: Reader) -> dict[str, Record]:
    return {name: reader.read_text(text, published="2019-03-05") for name, text in _PAGES.items()}


def _told(record: Record, word: str) -> Event:
    return next(event for event in record.events if event.trigger.of(record.article.text) == word)


def test_the_lead_takes_its_doer_from_the_headline_and_says_whence(records: dict[str, Record]) -> None:
    record = records["actor"]
    event = _told(record, "killed")

    assert event.actor is not None
    assert event.actor.of(record.article.text) == "Gunmen"
    assert [(link.role, link.kind) for link in event.links if link.role == "actor"] == [("actor", "same_event")]


def test_the_headline_takes_its_day_from_the_lead(records: dict[str, Record]) -> None:
    assert str(_told(records["actor"], "kill").earliest) == "2019-03-03"


def test_the_lead_takes_its_place_from_the_headline(records: dict[str, Record]) -> None:
    record = records["place"]
    event = _told(record, "quake")

    assert event.place is not None
    assert event.place.of(record.article.text) == "Chile"


def test_another_happening_of_the_kind_takes_nothing(records: dict[str, Record]) -> None:
    assert _told(records["other"], "arrested").actor is None
