from dataclasses import replace
from datetime import date, timedelta

import pytest

from newsledger.model import Event, PageDate, Record, Span
from newsledger.show.timeline import WIDTH, timeline
from show.sample import MEETING, RECORD
from show.test_timeml import DAY


def with_events(*events: Event, published: date | None = date(2019, 3, 6)) -> Record:
    when = PageDate(value=str(published), earliest=published, latest=published) if published else PageDate()
    return replace(RECORD, article=replace(RECORD.article, date_published=when), events=events, expectations=())


def on(day: date | None, until: date | None, name: str = "met", **changes: object) -> Event:
    return replace(MEETING, id=name, earliest=day, latest=until, **changes)  # type: ignore[arg-type]


def test_a_page_without_dated_findings_has_no_timeline() -> None:
    assert timeline(with_events(on(None, None))) is None


def test_the_publication_day_is_a_labelled_mark_between_before_and_after() -> None:
    drawn = timeline(
        with_events(on(date(2019, 3, 1), date(2019, 3, 1), "before"), on(date(2019, 4, 1), date(2019, 4, 1), "after"))
    )

    assert drawn is not None
    assert drawn.published is not None
    place, label = drawn.published
    before, after = drawn.entries
    assert label == "published 6 Mar 2019"
    assert 0 < before.x < place < after.x < WIDTH
    assert before.width == after.width == 0


def test_a_century_ago_leaves_room_for_this_week() -> None:
    drawn = timeline(
        with_events(on(date(1919, 3, 6), date(1919, 3, 6), "old"), on(date(2019, 3, 8), date(2019, 3, 8), "new"))
    )

    assert drawn is not None
    assert drawn.published is not None
    assert drawn.entries[1].x - drawn.published[0] > 30


@pytest.mark.parametrize(
    ("earliest", "latest", "open_start", "open_end"),
    [
        pytest.param(date(2019, 3, 1), None, False, True, id="open-end"),
        pytest.param(None, date(2019, 3, 9), True, False, id="open-start"),
        pytest.param(date(2019, 3, 1), date(2019, 3, 9), False, False, id="closed"),
    ],
)
def test_a_window_is_a_bar_open_where_it_is_open(
    earliest: date | None, latest: date | None, open_start: bool, open_end: bool
) -> None:
    drawn = timeline(with_events(on(earliest, latest)))

    assert drawn is not None
    (entry,) = drawn.entries
    assert (entry.open_start, entry.open_end) == (open_start, open_end)
    assert entry.width > 20
    assert entry.x > 0
    assert entry.x + entry.width < WIDTH


def test_what_did_not_happen_has_another_mark() -> None:
    day = date(2019, 3, 8)

    drawn = timeline(with_events(on(day, day, "a"), on(day, day, "b", standing="happened")))

    assert drawn is not None
    assert [entry.done for entry in drawn.entries] == [True, False]


def test_events_of_one_day_and_standing_share_a_mark_and_keep_their_words() -> None:
    day = date(2019, 3, 8)

    drawn = timeline(
        with_events(on(day, day, "a"), on(day, day, "b"), on(day, day, "c", trigger=Span(start=20, end=24)))
    )

    assert drawn is not None
    (entry,) = drawn.entries
    assert entry.label == "3 events, planned"
    assert [finding for finding, _ in drawn.words] == ["a", "b", "c"]


def test_without_a_publication_day_the_first_and_last_day_are_told() -> None:
    drawn = timeline(
        with_events(
            on(date(2018, 1, 1), date(2018, 1, 1), "a"), on(date(2019, 1, 1), date(2019, 1, 1), "b"), published=None
        )
    )

    assert drawn is not None
    assert drawn.published is None
    assert [label for _, label in drawn.ticks] == ["1 Jan 2018", "1 Jan 2019"]


def test_of_hundreds_the_nearest_are_drawn_and_all_are_told() -> None:
    days = [date(2019, 3, 6) + timedelta(days=number) for number in range(300)]

    drawn = timeline(with_events(*(on(day, day, f"e{number}") for number, day in enumerate(days))))

    assert drawn is not None
    assert [entry.finding for entry in drawn.entries] == [f"e{number}" for number in range(24)]
    assert len(drawn.words) == 300


@pytest.mark.parametrize("day", [date.min, date.max], ids=["first", "last"])
def test_the_ends_of_the_calendar_can_be_drawn(day: date) -> None:
    assert timeline(with_events(on(day, day))) is not None


@pytest.mark.parametrize("standing", ["happened", "ongoing", "alleged"])
@pytest.mark.parametrize("until", [None, date(2019, 12, 31)])
def test_what_happened_never_runs_past_the_day_of_publication(standing: str, until: date | None) -> None:
    drawn = timeline(with_events(on(date(2019, 1, 1), until, standing=standing)))

    assert drawn is not None
    assert drawn.published is not None
    (entry,) = drawn.entries
    assert not entry.open_end
    assert entry.x + entry.width == pytest.approx(drawn.published[0])
    assert "1 Jan 2019 – 6 Mar 2019" in entry.text


def test_what_is_planned_runs_on_past_the_day_of_publication() -> None:
    drawn = timeline(with_events(on(date(2019, 1, 1), None, standing="planned")))

    assert drawn is not None
    assert drawn.entries[0].open_end


def test_a_label_names_the_act_and_its_parties() -> None:
    drawn = timeline(with_events(on(date(2019, 3, 8), date(2019, 3, 8))))

    assert drawn is not None
    assert drawn.entries[0].text == "8 Mar 2019: meet, Anna Berg → Carl Lund, planned"


@pytest.mark.parametrize(("value", "told"), [("2019-01", "from Jan 2019"), ("2019-01-01", "from 1 Jan 2019")])
def test_what_is_open_and_has_begun_ends_at_publication_and_keeps_its_precision(value: str, told: str) -> None:
    since = replace(DAY, value=value, span=Span(start=0, end=4), earliest=date(2019, 1, 1), latest=None, open_end=True)
    drawn = timeline(replace(with_events(), times=(since,)))

    assert drawn is not None
    assert drawn.published is not None
    (entry,) = drawn.entries
    assert not entry.open_end
    assert entry.x + entry.width == pytest.approx(drawn.published[0])
    assert entry.text.startswith(told)
