from fractions import Fraction

import pytest

from newsledger.model import Span
from newsledger.times.scan import Word
from newsledger.times.values.lengths import duration, length, number_of, year_in_words


def _words(*pairs: tuple[str, str]) -> list[Word]:
    span = Span(start=0, end=1)
    return [Word(text=v, kind=kind, value=v, rule=None, span=span, first=0, last=0) for kind, v in pairs]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([("DAY", "20")], Fraction(20), id="figures"),
        pytest.param([("NUM", "2,500")], Fraction(2500), id="thousands-comma"),
        pytest.param([("DAY", "2"), ("FRACTION", "1/2")], Fraction(5, 2), id="two-and-a-half-in-figures"),
        pytest.param([("DECIMAL", "5½")], Fraction(11, 2), id="half-sign"),
        pytest.param([("A", "a")], Fraction(1), id="a"),
        pytest.param([("HALF", "6M"), ("A", "an")], Fraction(1, 2), id="half-an"),
        pytest.param([("NUMWORD", "20"), ("DASH", "-"), ("NUMWORD", "2")], Fraction(22), id="twenty-two"),
        pytest.param(
            [("NUMWORD", "2"), ("AND", "and"), ("A", "a"), ("HALF", "6M")], Fraction(5, 2), id="two-and-a-half"
        ),
        pytest.param([("NUMWORD", "3"), ("NUMWORD", "100"), ("NUMWORD", "5")], Fraction(305), id="hundreds"),
        pytest.param([("NUMWORD", "2"), ("NUMWORD", "1000")], Fraction(2000), id="thousands"),
        pytest.param([("NUMWORD", "19"), ("NUMWORD", "90"), ("NUMWORD", "4")], Fraction(1994), id="year"),
        pytest.param([("VAGUE", "-")], None, id="several"),
        pytest.param([("VAGUE", "2")], Fraction(2), id="a-couple-of"),
        pytest.param([("DECIMAL", "1.2.3")], None, id="no-number"),
    ],
)
def test_numbers_are_read(pairs: list[tuple[str, str]], expected: Fraction | None) -> None:
    assert number_of(_words(*pairs)) == expected


def test_only_a_number_that_can_be_one_is_a_written_year() -> None:
    assert year_in_words(_words(("NUMWORD", "19"), ("NUMWORD", "80"))) == 1980
    assert year_in_words(_words(("NUMWORD", "80"))) is None


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        pytest.param(Fraction(3), "Y", "P3Y", id="years"),
        pytest.param(Fraction(5, 2), "Y", "P2Y6M", id="half-years"),
        pytest.param(Fraction(1, 2), "H", "PT30M", id="half-an-hour"),
        pytest.param(Fraction(11, 2), "H", "PT5H30M", id="hours-and-a-half"),
        pytest.param(Fraction(1, 2), "D", "PT12H", id="half-a-day"),
        pytest.param(Fraction(3, 2), "D", "P1DT12H", id="day-and-a-half"),
        pytest.param(Fraction(3, 2), "MIN", "PT1M30S", id="minute-and-a-half"),
        pytest.param(Fraction(2), "10Y", "P20Y", id="decades-are-years"),
        pytest.param(Fraction(1), "2W", "P2W", id="fortnight"),
        pytest.param(Fraction(3), "Q", "P3Q", id="quarters"),
        pytest.param(None, "D", "PXD", id="days-uncounted"),
        pytest.param(None, "H", "PTXH", id="hours-uncounted"),
        pytest.param(None, "100Y", "PXC", id="centuries-uncounted"),
    ],
)
def test_durations_are_written_as_in_timex3(number: Fraction | None, unit: str, expected: str) -> None:
    assert duration(number, unit) == expected


def test_a_length_of_whole_days_is_read_back() -> None:
    assert length("P3M") == (3, "M")
    assert length("PT3H") is None
    assert length("PXD") is None
