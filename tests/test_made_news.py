"""The articles that benchmarks are made of: each is one of its own, and its record holds."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from newsledger import Reader, codec
from newsledger.verify import verify

BENCH = Path(__file__).parent.parent / "bench"


@pytest.fixture(scope="module")
def made_news() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCH))
    import made_news  # noqa: PLC0415 - it lies outside of the package

    yield made_news
    sys.path.remove(str(BENCH))


def test_each_made_article_has_an_address_an_id_and_words_of_its_own(reader: Reader, made_news: ModuleType) -> None:
    records = [made_news.read(reader, number) for number in range(8)]

    made = list(made_news.news(records, 60))

    assert len({record.article.canonical_url for record in made}) == len(made)
    assert len({record.article.id for record in made}) == len(made)
    assert len({record.article.text for record in made}) > 50
    assert len({record.article.publisher for record in made}) > 10
    assert len({record.article.date_published for record in made}) > 10


def test_every_place_in_a_made_article_holds(reader: Reader, made_news: ModuleType) -> None:
    records = [made_news.read(reader, number) for number in range(4)]

    for record in made_news.news(records, 20):
        assert verify(codec.to_builtins(record)).problems == ()
        assert all(
            name in record.article.text
            for actor in record.actors
            if actor.kind == "person"
            for name in [actor.name.split()[-1]]
        )


def test_some_made_articles_are_copies_and_some_are_of_one_story(made_news: ModuleType) -> None:
    places = list(made_news.places(1_000))

    assert len({place.number for place in places}) == 1_000
    assert 150 < len({place.story for place in places}) < 500
    assert 30 < sum(place.words != place.number for place in places) < 150


def test_the_words_of_made_articles_are_those_of_our_own_examples(reader: Reader, made_news: ModuleType) -> None:
    record = made_news.read(reader, 0)
    words = [set(re.findall(r"\b[a-z]{4,}\b", one.article.text)) for one in made_news.news([record], 30)]

    drawn = set().union(*words) - set(re.findall(r"[a-z]+", record.article.text.lower()))
    names = {word for word in drawn if word.endswith(tuple(made_news.PARTS["end"]))}

    assert len(drawn) > 500
    assert drawn - names <= made_news.words_of_examples()
    assert not {"crap", "damn", "hell"} & made_news.words_of_examples()
