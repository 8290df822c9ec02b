"""What is no public affair: games, markets, weather, works of art, and what strangers do to each other."""

from pathlib import Path

import pytest

from newsledger import Reader

HERE = Path(__file__).parent
#: Of the sentences of a file without events, how many may be coded all the same.
MOST_CODED = 3
#: Of those that stand near them and hold an event, how many may be missed.
MOST_MISSED = 3


def sentences(name: str) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines()[3:])
    return [(kind, sentence) for kind, sentence in rows]


def types(reader: Reader, text: str) -> list[str]:
    return [event.event_type for event in reader.read_text(text, published="2017-03-01").events if event.plover_type]


def own_types(reader: Reader, text: str) -> set[str]:
    return {event.event_type for event in reader.read_text(text, published="2017-03-01").events}


@pytest.mark.parametrize("name", ["no_events.tsv", "no_events_2.tsv", "no_events_3.tsv"])
def test_of_the_sentences_without_an_event_hardly_one_is_coded(reader: Reader, name: str) -> None:
    rows = sentences(name)

    coded = [sentence for _, sentence in rows if types(reader, sentence)]

    assert len(rows) >= 60
    assert len(coded) <= MOST_CODED, coded


def test_events_near_such_sentences_are_coded(reader: Reader) -> None:
    rows = sentences("events_near.tsv")

    missed = [sentence for event_type, sentence in rows if event_type not in own_types(reader, sentence)]

    assert len(rows) >= 60
    assert len(missed) <= MOST_MISSED, missed


@pytest.mark.parametrize(
    ("private", "public"),
    [
        pytest.param(
            "The goalkeeper attacked the striker after the match.",
            "The soldiers attacked the village after the truce.",
            id="game",
        ),
        pytest.param("The dollar attacked the yen.", "The army attacked the rebels.", id="market"),
        pytest.param("A wildfire forced families to flee.", "The junta forced families to flee.", id="weather"),
        pytest.param("A thief attacked his neighbour.", "A thief attacked the president.", id="strangers"),
        pytest.param("The orchestra attacked the finale.", "The foreign minister attacked the treaty.", id="work"),
        pytest.param("Chile's peso gave back its gains.", "Chile gave back the islands.", id="what-one-owns"),
        pytest.param("The samples supported the theory.", "The samples were seized by the police.", id="thing"),
        pytest.param("He stabbed his aunt, police said.", "He stabbed the senator, police said.", id="crime"),
        pytest.param("The man's visit to the dentist was short.", "The king's visit to Peru was short.", id="meeting"),
        pytest.param("The data backed the senator.", "The union backed the senator.", id="help-of-a-thing"),
        pytest.param("The senator discussed the budget.", "The two senators discussed the budget.", id="alone"),
        pytest.param(
            "States sign treaties because it pays.", "The two states sign treaties on Monday.", id="what-is-always-so"
        ),
        pytest.param(
            "Two airlines and a bank agreed on a merger.", "Norway and an airline agreed on a tax.", id="trade"
        ),
    ],
)
def test_a_scene_without_a_public_actor_holds_no_event_and_one_with_one_does(
    reader: Reader, private: str, public: str
) -> None:
    assert types(reader, private) == []
    assert types(reader, public) != []


@pytest.mark.parametrize(
    ("url", "coded"),
    [
        pytest.param("https://example.org/sport/tennis/a-story", False, id="sport"),
        pytest.param("https://example.org/world/a-sport-story", True, id="world"),
        pytest.param(None, True, id="unknown"),
    ],
)
def test_a_page_of_sport_holds_no_event_of_lands(reader: Reader, url: str | None, coded: bool) -> None:
    page = (
        "<html><body><article><h1>A long night</h1><p>Kenya attacked Chad late on Sunday.</p></article></body></html>"
    )

    record = reader.read(page, url=url, published="2017-03-01")

    assert any(event.plover_type == "ASSAULT" for event in record.events) is coded


def test_half_of_an_adjective_is_no_act_and_the_noun_alone_is(reader: Reader) -> None:
    assert types(reader, "The president visited the war-torn province.") == ["CONSULT"]
    assert types(reader, "The president spoke after the war between Kenya and Chad.") == ["ASSAULT"]


def test_a_participle_before_a_noun_is_no_act_and_the_verb_is(reader: Reader) -> None:
    assert types(reader, "The governor visited the besieged town.") == ["CONSULT"]
    assert types(reader, "The governor besieged the town.") == ["ASSAULT"]


@pytest.mark.parametrize(
    ("nobodys", "somebodys"),
    [
        pytest.param(
            "There was a request for comment at the museum.", "Kenya's request for help was read in Oslo.", id="request"
        ),
        pytest.param("Everybody waits for compensation.", "Norway paid compensation to the miners.", id="good"),
    ],
)
def test_what_only_parties_make_a_happening_is_none_without_them(reader: Reader, nobodys: str, somebodys: str) -> None:
    assert own_types(reader, nobodys) == set()
    assert own_types(reader, somebodys) != set()


@pytest.mark.parametrize(
    ("figure", "deed"),
    [
        pytest.param("Refuse plastic bags from Norway.", "Norway refused the bags of Sweden.", id="told to the reader"),
        pytest.param("If you arrest Norway, pay.", "The police arrested the envoy of Norway.", id="you"),
        pytest.param("The army killed the motivation.", "The army killed the villagers.", id="intangible patient"),
        pytest.param("There are ways to help retirees.", "Norway helped retirees.", id="any of a kind"),
        pytest.param("The celebrity met an actress.", "The president met an actress.", id="show"),
    ],
)
def test_figures_of_speech_advice_and_shows_are_no_deeds(reader: Reader, figure: str, deed: str) -> None:
    assert types(reader, figure) == []
    assert types(reader, deed) != []
