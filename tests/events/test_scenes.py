"""What is no public affair: games, markets, weather, works of art, and what strangers do to each other."""

from pathlib import Path

import pytest

from newsledger import Reader

NO_EVENTS = Path(__file__).parent / "no_events.tsv"
#: Of the sentences of ``no_events.tsv``, how many may be coded all the same.
MOST_CODED = 3


def types(reader: Reader, text: str) -> list[str]:
    return [event.event_type for event in reader.read_text(text, published="2017-03-01").events if event.plover_type]


def test_of_the_sentences_without_an_event_hardly_one_is_coded(reader: Reader) -> None:
    rows = [line.split("\t") for line in NO_EVENTS.read_text("utf-8").splitlines()[3:]]

    coded = [sentence for _, sentence in rows if types(reader, sentence)]

    assert len(rows) >= 150
    assert len(coded) <= MOST_CODED, coded


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
    ],
)
def test_a_scene_without_a_public_actor_holds_no_event_and_one_with_one_does(
    reader: Reader, private: str, public: str
) -> None:
    assert types(reader, private) == []
    assert types(reader, public) != []
