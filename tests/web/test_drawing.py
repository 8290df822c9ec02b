"""What is drawn: bars, strips, months. Nothing lies outside its drawing, and nothing is drawn longer than it is."""

import itertools
import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.model import Happening, HappeningStep, Spot
from newsledger.show.reader.strip import Dated, strip
from newsledger.web.drawing.bars import LOW_ROOM, LOW_TOP, ROOM, TOP, bars, multiples
from newsledger.web.drawing.countries import in_its_middle
from newsledger.web.drawing.month import Window, last_of, month_before, month_of, next_month
from newsledger.web.drawing.slips import slip_of, slips
from newsledger.web.drawing.world import NORTH, RATIO, SOUTH, equal_earth, frame, world

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def link(value: str) -> str:
    return f"/{value}"


@given(st.dictionaries(st.integers(1950 * 12, 2030 * 12), st.integers(1, 999), min_size=2, max_size=60))
def test_bars_lie_inside_their_drawing_and_never_on_each_other(counts: dict[int, int]) -> None:
    months = [(f"{number // 12:04}-{number % 12 + 1:02}", count) for number, count in sorted(counts.items())]

    drawn = bars(months, link)

    assert drawn is not None
    assert drawn.bars[-1].href == f"/{months[-1][0]}"
    for bar in drawn.bars:
        assert 0 <= bar.x < bar.x + bar.width <= 100.01
        assert TOP <= bar.y <= bar.y + bar.height <= TOP + ROOM + 0.2
        assert bar.height == pytest.approx(ROOM * bar.count / drawn.most, abs=0.1)
    assert all(one.x + one.width < other.x for one, other in zip(drawn.bars, drawn.bars[1:], strict=False))
    assert all(0 <= x <= 100 for x, _ in drawn.ticks)
    assert 1 <= len(drawn.ticks) <= 9


@given(
    st.dictionaries(st.integers(2000 * 12, 2030 * 12), st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2)
)
def test_parts_stand_on_the_calendar_of_the_whole_and_add_up_to_it(counts: dict[int, tuple[int, int]]) -> None:
    months = {f"{number // 12:04}-{number % 12 + 1:02}": pair for number, pair in sorted(counts.items())}
    every = [(month, one + other + 1) for month, (one, other) in months.items()]
    whole = bars(every, link)
    assert whole is not None

    parts = multiples(
        whole,
        {
            "one": [(month, one) for month, (one, _) in months.items()],
            "other": [(month, other + 1) for month, (_, other) in months.items()],
            "none": [],
        },
        lambda name, month: f"/{name}/{month}",
    )

    assert "none" not in {part.name for part in parts}
    for bar in whole.bars:
        there = [one for part in parts for one in part.bars if one.label == bar.label]
        assert sum(one.count for one in there) == bar.count
        for one in there:
            assert (one.x, one.width) == (bar.x, bar.width)
            assert LOW_TOP <= one.y <= one.y + one.height <= LOW_TOP + LOW_ROOM + 0.2
            assert one.height == pytest.approx(LOW_ROOM * one.count / whole.most, abs=0.1)
    assert all(part.total == sum(bar.count for bar in part.bars) for part in parts)


def test_months_without_anything_are_gaps() -> None:
    drawn = bars([("2018-01", 4), ("2018-02", 2), ("2019-01", 1)], link)

    assert drawn is not None
    first, second, last = (bar.x for bar in drawn.bars)
    assert last - first == pytest.approx(12 * (second - first), abs=0.1)


def test_what_lies_long_before_is_left_to_words() -> None:
    drawn = bars([("1912", 1), ("2017", 4), ("2018", 4)], link)

    assert drawn is not None
    assert [bar.label for bar in drawn.bars] == ["2017", "2018"]
    assert drawn.first == "2017"


@pytest.mark.parametrize("counts", [[], [("2018", 3)]])
def test_one_bar_is_no_drawing(counts: list[tuple[str, int]]) -> None:
    assert bars(counts, link) is None


FOUND = st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=20)


@given(FOUND, st.none() | DAYS)
def test_marks_lie_inside_their_strip_and_none_on_another(
    found: list[tuple[date | None, date | None]], middle: date | None
) -> None:
    dated = [
        Dated(key=str(number), standing="planned", first=pair[0], last=pair[1], words="x")
        for number, pair in enumerate(found)
        if not (pair[0] and pair[1] and pair[1] < pair[0])
    ]

    drawn = strip(dated, middle)

    if drawn is not None:
        assert len(drawn.marks) + drawn.left_out == len(dated)
        for mark in drawn.marks:
            assert 0 <= mark.x <= mark.x + mark.width <= 100.01
            assert 0 <= mark.row < drawn.rows
        for row in range(drawn.rows):
            marks = sorted((mark for mark in drawn.marks if mark.row == row), key=lambda mark: mark.x)
            assert all(a.x + a.width < b.x for a, b in itertools.pairwise(marks))


def test_a_point_is_a_point_and_an_open_end_reaches_the_edge() -> None:
    day = date(2018, 3, 5)
    point = Dated(key="p", standing="happened", first=day, last=day, words="")
    window = Dated(key="w", standing="planned", first=day + timedelta(days=9), last=None, words="")

    drawn = strip([point, window], day)

    assert drawn is not None
    by_key = {mark.key: mark for mark in drawn.marks}
    assert by_key["p"].width == 0
    assert by_key["w"].x + by_key["w"].width == pytest.approx(100)
    assert by_key["w"].open_end
    assert drawn.middle is not None
    assert by_key["p"].x == drawn.middle[0]


@given(DAYS, st.lists(st.tuples(st.none() | st.integers(0, 60), st.integers(-40, 60)), max_size=12))
def test_a_month_shows_each_window_on_each_of_its_days(day: date, found: list[tuple[int | None, int]]) -> None:
    first = day.replace(day=1)
    windows = [
        Window(
            first=None if before is None else first + timedelta(days=last - before),
            last=first + timedelta(days=last),
            key=str(number),
        )
        for number, (before, last) in enumerate(found)
    ]

    weeks = month_of(first, windows)

    assert weeks[0].days[0] <= first
    assert weeks[-1].days[-1] >= last_of(first)
    assert all(week.days[0].isoweekday() == 1 for week in weeks)
    for week in weeks:
        touching = [one for one in windows if one.last >= week.days[0] and (one.first or one.last) <= week.days[-1]]
        assert len(week.pieces) + week.hidden == len(touching)
        for piece in week.pieces:
            assert 1 <= piece.column <= piece.column + piece.days - 1 <= 7


@given(DAYS)
def test_months_follow_each_other(day: date) -> None:
    first = day.replace(day=1)

    assert month_before(next_month(first)) == first
    assert (last_of(first) + timedelta(days=1)).day == 1


SPOTS = st.builds(
    Spot,
    name=st.text(max_size=9),
    country=st.just("GHA"),
    latitude=st.integers(-90_000, 90_000).map(lambda number: number / 1000),
    longitude=st.integers(-180_000, 180_000).map(lambda number: number / 1000),
    happenings=st.integers(1, 9999),
)


@pytest.mark.parametrize(
    ("place", "x", "y"),
    [((0, 0), 0, 0), ((90, 0), 0, -1.3173628), ((0, 180), 2.7066300, 0)],
)
def test_places_are_where_equal_earth_has_them(place: tuple[float, float], x: float, y: float) -> None:
    assert equal_earth(*place) == pytest.approx((x, y), abs=0.02)


@given(st.floats(-80, 78), st.floats(-170, 170))
def test_areas_keep_their_size(latitude: float, longitude: float) -> None:
    step = 0.01
    corners = [equal_earth(latitude + a, longitude + b) for a, b in ((0, 0), (0, step), (step, step), (step, 0))]

    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
    on_earth = math.radians(step) * (math.sin(math.radians(latitude + step)) - math.sin(math.radians(latitude)))
    assert area / on_earth == pytest.approx(1, abs=0.01)


@given(st.lists(SPOTS, max_size=40), st.lists(SPOTS, max_size=3), st.booleans())
def test_each_place_is_a_mark_or_is_counted_as_beyond(spots: list[Spot], countries: list[Spot], closer: bool) -> None:
    drawn = world(spots, countries, closer=closer)

    every = sum(spot.happenings for spot in (*spots, *countries))
    assert sum(point.happenings for point in drawn.points) + drawn.beyond == every
    for point in drawn.points:
        assert 0 <= point.x <= 100
        assert 0 <= point.y <= 100
        assert (point.box is None) == (point.country is not None)
        if point.box is None:
            continue
        south, west, north, east = point.box
        inside = [
            spot for spot in spots if south <= (spot.latitude or 0) < north and west <= (spot.longitude or 0) < east
        ]
        assert sum(spot.happenings for spot in inside) == point.happenings
    assert drawn.left <= 0.001
    assert drawn.top <= 0.001
    assert drawn.left + drawn.width >= 99.99
    assert drawn.top + drawn.height >= 99.99


def test_the_picture_of_the_world_has_the_shape_of_its_frame() -> None:
    left, top, right, bottom = frame()

    assert (right - left) / (bottom - top) == pytest.approx(RATIO)
    assert right > equal_earth(0, 180)[0]
    assert equal_earth(NORTH, 0)[1] == top
    assert equal_earth(SOUTH, 0)[1] == bottom


def test_a_closer_map_shows_a_part_of_the_world() -> None:
    near = [Spot(name="x", country="GHA", latitude=5.0 + n / 9, longitude=-1.0 + n / 9, happenings=1) for n in range(9)]

    whole, closer = world(near, closer=False), world(near, closer=True)

    assert whole.is_wide
    assert not closer.is_wide
    assert closer.width > 10 * whole.width
    assert len(closer.points) > len(whole.points)


def test_what_is_known_by_its_country_alone_lies_in_the_middle_of_it() -> None:
    spot = Spot(name=None, country="GHA", latitude=None, longitude=None, happenings=3)

    middle = in_its_middle(spot)

    assert middle.name == "Ghana"
    assert 5 < (middle.latitude or 0) < 11
    assert -3 < (middle.longitude or 0) < 1
    assert in_its_middle(replace(spot, country="ZZZ")) == replace(spot, country="ZZZ", name="ZZZ")


def life(*steps: tuple[str, str, str | None, str | None]) -> Happening:
    """Make a happening of steps: the day on which each was told, its state and its window."""
    told = [
        HappeningStep(
            at=date.fromisoformat(at),
            state=state,  # type: ignore[arg-type]
            why="",
            receipts=(),
            earliest=date.fromisoformat(first) if first else None,
            latest=date.fromisoformat(last) if last else None,
        )
        for at, state, first, last in steps
    ]
    return Happening(
        id="h", act="meet", stories=(), mentions=(), reports=(), copies=0, parties=(), earliest=None, latest=None,
        fields=(), steps=tuple(told), checkable=True, ties=(),
    )  # fmt: skip


PLANNED = ("2018-03-01", "dated", "2018-03-10", "2018-03-12")
MOVED = ("2018-03-11", "moved", "2018-03-20", "2018-03-20")


@pytest.mark.parametrize(
    ("steps", "today", "end", "late", "kinds"),
    [
        pytest.param([PLANNED], "2018-03-05", None, 0, ["first"], id="still-to-come"),
        pytest.param([PLANNED], "2018-03-15", "overdue", 3, ["first", "overdue"], id="overdue"),
        pytest.param([PLANNED, MOVED], "2018-03-15", None, 8, ["first", "moved"], id="moved"),
        pytest.param(
            [PLANNED, MOVED, ("2018-03-22", "happened", "2018-03-21", "2018-03-21")],
            "2018-04-01", "happened", 9, ["first", "moved", "happened"], id="done-late",
        ),
        pytest.param(
            [PLANNED, ("2018-03-12", "happened", "2018-03-11", "2018-03-11")],
            "2018-04-01", "happened", 0, ["first", "happened"], id="done-on-its-day",
        ),
        pytest.param(
            [PLANNED, ("2018-03-08", "happened", "2018-03-08", "2018-03-08")],
            "2018-04-01", "happened", -2, ["first", "happened"], id="done-early",
        ),
        pytest.param(
            [PLANNED, ("2018-05-02", "happened", "2018-03-01", "2018-04-30")],
            "2018-06-01", "happened", None, ["first"], id="done-nobody-knows-when",
        ),
        pytest.param(
            [PLANNED, ("2018-03-09", "called_off", None, None)],
            "2018-04-01", "called-off", None, ["first", "called-off"], id="called-off",
        ),
        pytest.param([PLANNED, PLANNED], "2018-03-05", None, 0, ["first"], id="said-twice"),
        pytest.param([PLANNED, MOVED], "2018-03-05", None, 0, ["first"], id="not-known-then"),
    ],
)  # fmt: skip
def test_a_slip_is_from_the_day_that_was_named_first(
    steps: list[tuple[str, str, str | None, str | None]],
    today: str,
    end: str | None,
    late: int | None,
    kinds: list[str],
) -> None:
    slip = slip_of(life(*steps), date.fromisoformat(today))

    assert slip is not None
    assert (slip.end, slip.late) == (end, late)
    drawn = slips([slip], date.fromisoformat(today))
    assert drawn is not None
    (row,) = drawn.rows
    assert [mark.kind for mark in row.marks] == kinds
    assert all(0 <= mark.x <= mark.x + mark.width <= 100 for mark in row.marks)
    assert row.line == (min(mark.x for mark in row.marks), max(mark.x + mark.width for mark in row.marks))


def test_what_never_had_a_day_did_not_slip() -> None:
    assert slip_of(life(("2018-03-01", "planned", None, None)), date(2018, 4, 1)) is None
    assert slip_of(life(("2018-03-01", "happened", "2018-03-01", "2018-03-01")), date(2018, 4, 1)) is None
    assert slips([], date(2018, 4, 1)) is None
