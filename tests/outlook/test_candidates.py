"""The candidates leave out nothing that a closer look would find."""

import tomllib
from pathlib import Path

import pytest

from newsledger import Reader, outlook
from newsledger.model import Record

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))


@pytest.fixture(scope="module")
def records(reader: Reader) -> list[Record]:
    told = [article for path in STORIES for article in tomllib.loads(path.read_text("utf-8"))["articles"]]
    return [reader.read_text(one["text"].strip(), published=one["published"]) for one in told]


def test_what_is_told_of_an_expectation_is_among_the_candidates(records: list[Record]) -> None:
    offers = {record.article.id: outlook.offer(record) for record in records}
    missed = []
    told = 0
    for record in records:
        for expectation in record.expectations:
            wanted = outlook.need(expectation, record)
            for later in records:
                if later is not record and outlook.tells(expectation, record, later):
                    told += 1
                    if not outlook.may_tell(wanted, offers[later.article.id]):
                        missed.append((expectation.action.of(record.article.text), later.article.text))

    assert told > 50
    assert missed == []


def test_most_articles_are_passed_by(records: list[Record]) -> None:
    offers = [outlook.offer(record) for record in records]
    needs = [outlook.need(one, record) for record in records for one in record.expectations]

    passed = sum(not outlook.may_tell(wanted, told) for wanted in needs for told in offers)

    assert passed > 0.8 * len(needs) * len(offers)
