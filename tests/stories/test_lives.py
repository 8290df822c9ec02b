"""The chains of articles that the outlook room is tested on, as happenings: the same ends, one life each."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from happenings import rules, shuffled
from newsledger import Reader
from newsledger.model import EventMention, Expectation, Happening, Record, Story
from newsledger.stories import happenings, mentions_of

FOLDER = Path(__file__).parent.parent / "outlook" / "stories"
STORIES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
_WAITS = {"hinted", "planned", "dated", "moved"}
#: What a happening may be in where the life of a single expectation is in a state.
SAME: dict[str, set[str]] = {
    "open": _WAITS,
    "due_soon": _WAITS,
    "overdue": {"overdue"},
    "kept": {"happened", "under_way"},
    "kept_late": {"happened"},
    "partly_kept": {"happened"},
    "broken": {"denied", "called_off"},
    # A happening lives on under its new date, and may come to its end.
    "superseded": {"moved", "happened"},
    "withdrawn": {"called_off", "denied"},
    # That its condition failed takes no plan back by itself.
    "void": {"called_off", "denied", "hinted", "planned", "dated", "overdue"},
    "unratable": {"hinted", "planned"},
}
#: Of a denied plan the denial itself is what stands.
SAME_OF_DENIED: dict[str, set[str]] = {
    **SAME,
    **{key: {"denied"} for key in ("open", "due_soon", "overdue", "kept")},
    "broken": {"happened"},
    "withdrawn": {"planned", "dated"},
}
#: A bill that is rejected is another act than its passing.
_NOT_YET = {"bill_rejected"}


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
def test_the_state_is_right_on_each_day(name: str, reader: Reader, request: pytest.FixtureRequest) -> None:
    if name in _NOT_YET:
        request.applymarker(pytest.mark.xfail(reason="a bill rejected is another act than its passing", strict=True))
    _, mentions, due, story = told(name, reader)
    allowed = SAME_OF_DENIED if due.negated else SAME

    happening = happening_of(due, happenings([story], mentions, [], rules()), mentions)

    for check in STORIES[name]["checks"]:
        may_be = allowed[check["state"]] | (allowed[check["proposed"]] if "proposed" in check else set())
        assert happening.state_on(check["today"]) in may_be, (check, happening.steps)


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
