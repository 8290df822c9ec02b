"""Chains of articles, read by the live reader, and what became of an expectation on the days after."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from newsledger import Reader
from newsledger.model import Expectation, LifeState, Record
from newsledger.outlook import follow

STORIES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("stories/*.toml"))
}


@pytest.fixture(scope="module", params=STORIES)
def story(request: pytest.FixtureRequest, reader: Reader) -> tuple[dict[str, Any], list[Record], Expectation]:
    """Read a story's articles, and find the expectation that it is about."""
    told = STORIES[request.param]
    records = [reader.read_text(one["text"].strip(), published=one["published"]) for one in told["articles"]]
    record = records[told["article"]]
    started = [one for one in record.expectations if one.action.of(record.article.text).startswith(told["action"])]
    assert started, [one.action.of(record.article.text) for one in record.expectations]
    return told, records, started[0]


def test_every_state_is_right_on_its_day(story: tuple[dict[str, Any], list[Record], Expectation]) -> None:
    told, records, expectation = story
    record = records[told["article"]]

    lives = [follow(expectation, record, records, check["today"]) for check in told["checks"]]

    states = [(str(check["today"]), life.state) for check, life in zip(told["checks"], lives, strict=True)]
    assert states == [(str(check["today"]), check["state"]) for check in told["checks"]]
    proposed = [[step.proposed for step in life.history if step.proposed][-1:] for life in lives]
    assert proposed == [[check["proposed"]] if "proposed" in check else [] for check in told["checks"]]


def test_a_history_only_grows(story: tuple[dict[str, Any], list[Record], Expectation]) -> None:
    told, records, expectation = story
    record = records[told["article"]]
    days = [check["today"] for check in told["checks"]]

    histories = [follow(expectation, record, records, day).history for day in days]

    for earlier, later in pairwise(histories):
        assert later[: len(earlier)] == earlier
    told_before = follow(expectation, record, records, days[-1], history=histories[0])
    assert told_before.history == histories[-1]


def test_the_order_of_the_articles_plays_no_part(story: tuple[dict[str, Any], list[Record], Expectation]) -> None:
    told, records, expectation = story
    record = records[told["article"]]

    assert follow(expectation, record, records[::-1], date(2021, 1, 1)) == follow(
        expectation, record, records, date(2021, 1, 1)
    )


def test_each_step_by_a_report_carries_both_receipts(
    story: tuple[dict[str, Any], list[Record], Expectation],
) -> None:
    told, records, expectation = story
    record = records[told["article"]]
    texts = {one.article.id: one.article.text for one in records}

    for step in follow(expectation, record, records, told["checks"][-1]["today"]).history:
        assert step.receipts[0].article == record.article.id
        assert step.receipts[0].finding == expectation.id
        assert (len(step.receipts) == 2) == (step.score is not None)
        for receipt in step.receipts:
            assert all(span.of(texts[receipt.article]).strip() for span in receipt.spans)


def test_the_stories_end_in_every_state() -> None:
    ends = {check["state"] for told in STORIES.values() for check in told["checks"]}

    assert ends == set(get_args(LifeState))
