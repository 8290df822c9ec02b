"""Chains of articles, read by the live reader: in which state what was expected is on the days after."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from happenings import rules, shuffled
from newsledger import Reader
from newsledger.model import EventMention, Expectation, Happening, HappeningState, Record, Story
from newsledger.stories import happenings, mentions_of

FOLDER = Path(__file__).parent / "affairs"
STORIES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


def told(name: str, reader: Reader) -> tuple[list[Record], list[EventMention], Expectation, Story]:
    records = [reader.read_text(one["text"].strip(), published=one["published"]) for one in STORIES[name]["articles"]]
    record = records[STORIES[name]["article"]]
    wanted = STORIES[name]["action"]
    due = next(one for one in record.expectations if one.action.of(record.article.text).startswith(wanted))
    mentions = [one for each in records for one in mentions_of(each, rules())]
    ids = tuple(each.article.id for each in records)
    return records, mentions, due, Story(id=ids[0], reports=ids, ties=())


def happening_of(due: Expectation, found: tuple[Happening, ...], mentions: list[EventMention]) -> Happening:
    mention = next(one.id for one in mentions if due.id in one.findings)
    return next(one for one in found if mention in one.mentions)


@pytest.mark.parametrize("name", sorted(STORIES))
def test_the_state_is_right_on_each_day(name: str, reader: Reader) -> None:
    _, mentions, due, story = told(name, reader)

    happening = happening_of(due, happenings([story], mentions, [], rules()), mentions)

    states = [(str(check["today"]), happening.state_on(check["today"])) for check in STORIES[name]["checks"]]
    assert states == [(str(check["today"]), check["state"]) for check in STORIES[name]["checks"]]


def test_the_chains_come_to_every_state() -> None:
    states = {check["state"] for told in STORIES.values() for check in told["checks"]}

    assert states == set(get_args(HappeningState)) - {"planned"}


@pytest.mark.parametrize("name", ["summit_postponed_first", "plan_denied", "mine_closed_by_owner", "trip_moved"])
def test_the_order_of_mentions_changes_nothing(name: str, reader: Reader) -> None:
    _, mentions, _, story = told(name, reader)

    found = happenings([story], mentions, [], rules())

    for seed in range(4):
        assert happenings([story], shuffled(mentions, seed), [], rules()) == found


@pytest.mark.parametrize("name", ["summit_postponed_first", "trip_cancelled"])
def test_each_step_carries_its_words(name: str, reader: Reader) -> None:
    records, mentions, _, story = told(name, reader)
    texts: dict[str, Any] = {one.article.id: one.article.text for one in records}

    steps = [step for one in happenings([story], mentions, [], rules()) for step in one.steps]

    assert steps
    for step in steps:
        assert step.receipts
        assert all(span.of(texts[receipt.article]).strip() for receipt in step.receipts for span in receipt.spans)


def test_nothing_is_known_before_it_is_said(reader: Reader) -> None:
    _, mentions, due, story = told("summit_postponed_first", reader)
    happening = happening_of(due, happenings([story], mentions, [], rules()), mentions)

    assert happening.state_on(date(2019, 3, 5)) is None
    assert happening.state_on(date(2019, 3, 6)) == "dated"
