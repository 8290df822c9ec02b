from dataclasses import replace
from datetime import date

import pytest

from newsledger import Reader
from newsledger.model import Expectation, Record, Span, Step
from newsledger.outlook import follow
from newsledger.outlook.life.reports import is_less

SAID, DONE = date(2019, 3, 6), date(2019, 5, 21)


@pytest.fixture(scope="module")
def told(reader: Reader) -> tuple[Record, Record]:
    promise = reader.read_text("Governor Paul Hale promised on Wednesday to resign by the end of May.", published=SAID)
    return promise, reader.read_text("Governor Paul Hale resigned on Monday.", published=DONE)


def due(record: Record) -> Expectation:
    return record.expectations[0]


def test_a_persons_step_stands_until_a_person_decides_otherwise(told: tuple[Record, Record]) -> None:
    promise, report = told
    void = Step(at=date(2019, 4, 1), state="void", why="he had no office", receipts=(), by="Eva Lind")

    life = follow(due(promise), promise, [report], date(2019, 7, 1), history=(void,))

    assert life.state == "void"
    assert life.history[0] == void
    assert "kept" not in [step.state for step in life.history]


def test_steps_taken_before_are_kept_where_an_older_article_comes_in_late(told: tuple[Record, Record]) -> None:
    promise, report = told
    before = follow(due(promise), promise, [], date(2019, 6, 2))
    assert before.state == "overdue"

    after = follow(due(promise), promise, [report], date(2019, 6, 3), history=before.history)

    assert after.state == "kept"
    assert after.history[: len(before.history)] == before.history
    assert after.history[-1].state == "kept"


def test_a_report_of_after_today_is_not_known_yet(told: tuple[Record, Record]) -> None:
    promise, report = told

    assert follow(due(promise), promise, [report], date(2019, 5, 20)).state == "due_soon"


def test_an_article_without_a_date_settles_nothing(told: tuple[Record, Record], reader: Reader) -> None:
    undated = reader.read_text("Governor Paul Hale resigned.")

    assert follow(due(told[0]), told[0], [undated], DONE).state == "due_soon"


def test_how_soon_is_soon_can_be_said(told: tuple[Record, Record]) -> None:
    promise, _ = told

    assert follow(due(promise), promise, [], date(2019, 5, 10), due_soon=7).state == "open"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"event": "none"}, id="event-unknown"),
        pytest.param({"holder_ids": ("none",)}, id="holder-unknown"),
        pytest.param({"action": Span(start=900, end=990)}, id="words-outside-the-text"),
        pytest.param({"condition": Span(start=0, end=0)}, id="no-words-of-a-condition"),
        pytest.param({"earliest": date.max, "latest": date.max}, id="last-day-of-all"),
        pytest.param({"earliest": date.min, "latest": date.min}, id="first-day-of-all"),
        pytest.param({"earliest": None, "latest": None, "window_basis": "vague"}, id="no-days"),
    ],
)
@pytest.mark.parametrize("today", [date.min, DONE, date.max])
def test_no_record_makes_it_raise(told: tuple[Record, Record], change: dict[str, object], today: date) -> None:
    promise, report = told
    odd = replace(due(promise), **change)  # type: ignore[arg-type]
    bare = replace(report, actors=(), sentences=(), times=(), events=tuple(report.events))

    assert follow(odd, promise, [report, bare, promise], today).history[0].state in ("open", "unratable")


@pytest.mark.parametrize(
    ("promised", "done", "less"),
    [
        ("release 200 prisoners", "released 80 prisoners", True),
        ("release 200 prisoners", "released 195 prisoners", False),
        ("give 1.5 million euros", "gave 900,000 euros", True),
        ("release 200 prisoners", "released them 3 days later", False),
        ("release the prisoners", "released 80 prisoners", False),
    ],
)
def test_a_lower_number_is_a_part(promised: str, done: str, *, less: bool) -> None:
    assert is_less(promised, done) is less
