"""Samples are drawn by seed and by strata; what people judged is weighed by the strata's sizes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.errors import NewsledgerError
from newsledger.store.sampling import draw, judged_rows, score

POPULATION = [(f"e{number}", ("rare" if number < 5 else "often",)) for number in range(105)]


def sheet(*verdicts: tuple[str, str, int, str]) -> list[dict[str | None, str | None]]:
    """Make lines: id, stratum, its size, verdict."""
    return [
        {"of": "events", "id": one, "stratum": stratum, "stratum_size": str(size), "type": stratum, "verdict": verdict}
        for one, stratum, size, verdict in verdicts
    ]


def test_each_stratum_gives_as_many_and_what_one_lacks_the_others_give() -> None:
    drawn = draw(POPULATION, 30, seed=1)

    assert Counter(one.stratum[0] for one in drawn) == {"rare": 5, "often": 25}
    assert {one.stratum[0]: one.size for one in drawn} == {"rare": 5, "often": 100}


@given(st.permutations(POPULATION), st.integers(min_value=1, max_value=200))
def test_a_sample_does_not_depend_on_the_order_of_rows(shuffled: list[tuple[str, tuple[str, ...]]], n: int) -> None:
    assert draw(shuffled, n, seed=7) == draw(POPULATION, n, seed=7)


def test_another_seed_gives_another_sample() -> None:
    assert draw(POPULATION, 30, seed=1) != draw(POPULATION, 30, seed=2)


def test_all_are_drawn_where_there_are_no_more() -> None:
    assert {one.id for one in draw(POPULATION, 1000, seed=1)} == {one for one, _ in POPULATION}


def test_a_plain_sample_has_the_interval_of_wilson() -> None:
    of, rows = judged_rows(sheet(*((f"e{n}", "all", 100, "y" if n < 8 else "n") for n in range(10))), "s.csv")

    overall = next(one for one in score(of, rows) if one.group == "overall")

    assert (overall.judged, overall.right, overall.precision, overall.effective) == (10, 8, 0.8, 10)
    assert (round(overall.low, 4), round(overall.high, 4)) == (0.4902, 0.9433)


def test_a_stratum_counts_by_its_size_and_not_by_what_was_drawn_of_it() -> None:
    of, rows = judged_rows(
        sheet(("a", "rare", 10, "n"), ("b", "rare", 10, "n"), ("c", "often", 90, "y"), ("d", "often", 90, "Yes")),
        "s.csv",
    )

    scores = {(one.group, one.value): one for one in score(of, rows)}

    assert round(scores["overall", "all"].precision, 3) == 0.9
    assert scores["overall", "all"].effective < 4
    assert scores["type", "rare"].precision == 0


def test_what_was_not_judged_is_left_out() -> None:
    of, rows = judged_rows(sheet(("a", "all", 3, "y"), ("b", "all", 3, ""), ("c", "all", 3, "?")), "s.csv")

    (overall, *_) = score(of, rows)

    assert (overall.judged, overall.precision) == (1, 1.0)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([], "a sheet without lines", id="empty"),
        pytest.param([{"a": "b"}], "found no column 'of'", id="another-file"),
        pytest.param(sheet(("a", "all", 3, "maybe")), "s.csv:2: found 'maybe' as verdict", id="verdict"),
        pytest.param(sheet(("a", "all", 3, "")), "found no verdict", id="not-judged"),
        pytest.param(sheet(("a", "all", 3, "y"), ("a", "all", 3, "y")), "s.csv:3: found a a second time", id="twice"),
        pytest.param(sheet(("a", "all", 0, "y")), "found the stratum_size '0'", id="size"),
        pytest.param([{**sheet(("a", "all", 1, "y"))[0], "of": "x"}], "found findings of 'x'", id="kind"),
    ],
)
def test_a_wrong_sheet_is_told(rows: list[dict[str | None, str | None]], told: str) -> None:
    with pytest.raises(NewsledgerError, match=told):
        judged_rows(rows, "s.csv")
