"""Chains of pages: their recipe holds places and no word, and what is told on a day is judged by class and last day."""

import importlib
import json
import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from newsledger.model import Span

EVAL = Path(__file__).parent.parent / "eval"
TEXT = "Pilots call strike\nThe pilots will strike on Monday, and the pilots told the owners so."
KNOWN = {("port", "a"): ("2019-03-06", TEXT)}
LINES = [
    "chain harbour",
    "page a",
    "hap strike the pilots strike",
    "m 0 strike | will [strike] on Monday | a=pilots ; owners",
    "s strike 2019-03-06 dated|planned 2019-03-11",
]


@pytest.fixture(scope="module")
def packer() -> ModuleType:
    return _load("pack_chains")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return _load("chains")


def _load(name: str) -> ModuleType:
    sys.path.insert(0, str(EVAL))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(EVAL))


def test_a_trigger_is_found_by_the_words_around_it_and_a_party_where_it_stands_nearest(packer: ModuleType) -> None:
    (mention,) = packer.packed(LINES, KNOWN)["mentions"]

    start = TEXT.index("strike on")
    assert mention["trigger"] == {"start": start, "end": start + 6}
    assert mention["actor"] == [{"start": TEXT.index("pilots will"), "end": TEXT.index("pilots will") + 6}]
    assert mention["parties"] == [{"start": TEXT.index("owners"), "end": TEXT.index("owners") + 6}]


def test_a_state_has_its_day_its_readings_and_its_last_day(packer: ModuleType) -> None:
    assert packer.packed(LINES, KNOWN)["states"] == [
        {
            "happening": "strike",
            "day": "2019-03-06",
            "states": ["dated", "planned"],
            "earliest": None,
            "latest": "2019-03-11",
        }
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("m 0 strike | [pilots] |", id="words-that-stand-twice"),
        pytest.param("m 0 strike | will [strike] on | a=mayor", id="a-party-that-is-not-there"),
        pytest.param("m 0 vote | will [strike] on |", id="a-happening-that-is-not-declared"),
        pytest.param("s strike 2019-03-06 likely", id="a-state-that-there-is-not"),
    ],
)
def test_what_is_not_there_is_an_error_that_names_the_chain(packer: ModuleType, line: str) -> None:
    with pytest.raises(ValueError, match="harbour"):
        packer.packed([*LINES, line], KNOWN)


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in sorted((EVAL / "chains").glob("*.jsonl"))]
)
def test_a_recipe_says_names_codes_and_days_and_no_word_of_a_page(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    assert rows
    for row in rows:
        assert set(row) == {"chain", "pages", "happenings", "mentions", "states"}
        assert all(set(page) - {"url"} == {"kit", "key", "published", "sha256"} for page in row["pages"])
        assert not re.search(r"[^:,] ", json.dumps([row["pages"], row["mentions"], row["states"]]))
        assert all(len(what.split()) <= 10 for what in row["happenings"].values())


def _told(scorer: ModuleType, state: str, latest: date | None = None, page: int = 0) -> Any:
    return scorer.Told(places=((page, Span(start=5, end=9)),), state=state, latest=latest)


@pytest.mark.parametrize(
    ("readings", "latest", "state", "told_latest", "right"),
    [
        pytest.param(["dated"], "2019-03-11", "dated", date(2019, 3, 11), True, id="same-day"),
        pytest.param(["dated"], "2019-03-11", "moved", date(2019, 3, 11), True, id="moved-is-dated"),
        pytest.param(["dated"], "2019-03-11", "dated", date(2019, 3, 12), False, id="another-day"),
        pytest.param(["dated"], None, "dated", date(2019, 3, 12), True, id="no-day-that-one-could-name"),
        pytest.param(["planned"], None, "hinted", None, True, id="hinted-is-planned"),
        pytest.param(["happened"], None, "dated", None, False, id="happened-is-not-dated"),
        pytest.param(["dated", "under_way"], "2019-03-11", "under_way", None, True, id="two-readings"),
    ],
)
def test_a_state_is_right_by_its_class_and_its_last_day(
    scorer: ModuleType, readings: list[str], latest: str | None, state: str, told_latest: date | None, *, right: bool
) -> None:
    assert scorer.is_right({"states": readings, "latest": latest}, _told(scorer, state, told_latest)) is right


def test_nothing_told_is_right_of_what_is_not_known(scorer: ModuleType) -> None:
    assert scorer.is_right({"states": ["unknown"], "latest": None}, None)
    assert not scorer.is_right({"states": ["hinted"], "latest": None}, None)


def test_the_thing_asked_for_is_the_one_that_holds_most_of_its_mentions(scorer: ModuleType) -> None:
    asked = [(0, Span(start=5, end=9)), (1, Span(start=5, end=9)), (2, Span(start=5, end=9))]
    one, last = _told(scorer, "dated", page=0), _told(scorer, "happened", page=2)
    both = scorer.Told(places=((0, Span(start=5, end=9)), (1, Span(start=7, end=8))), state="planned")
    away = scorer.Told(places=((0, Span(start=9, end=12)),), state="denied")

    assert scorer.pick([one, last, away], asked) is last
    assert scorer.pick([one, both, last], asked) is both
    assert scorer.pick([away], asked) is None


def test_a_happening_that_holds_no_asked_mention_is_not_taken_and_one_on_the_first_page_is(scorer: ModuleType) -> None:
    first, later = _told(scorer, "dated"), _told(scorer, "happened", page=1)

    assert scorer.pick([first, later], [(0, Span(start=6, end=7))]) == first
    assert scorer.pick([first, later], [(2, Span(start=6, end=7))]) is None
