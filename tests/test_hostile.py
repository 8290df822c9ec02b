"""Pages made to harm: no exception, no record that cannot be shown, whatever the calendar or the text says."""

from cProfile import Profile

import pytest

from grown import GROWN
from newsledger import Capture, Reader, Record
from newsledger.show import annotations, html_page, listing, timeml

DATED = """
He threatened to leave in ten years if they do not sign by Sunday. They gave him two weeks to leave the city.

After the war of 1914 they will vote. The troops killed five people in the attack. Five people were killed in
the attack last year. The fighting killed five people in March 1990. The council will meet next week and last met a
year ago. Since the election, the government has planned to sign the treaty within three months.
"""


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-20", "9999-12-20", "9999-12-31", "0001", "9999-12"])
def test_a_page_of_the_first_or_last_year_is_read_and_shown(reader: Reader, published: str) -> None:
    (outcome,) = reader.read_all([Capture(data=DATED, kind="text", published=published)])

    assert isinstance(outcome, Record)
    assert html_page(outcome)
    assert listing(outcome)
    assert annotations(outcome)
    assert timeml(outcome)


@pytest.mark.parametrize(
    ("day", "path"),
    [("1 January 0001", "0001/01/01"), ("31 December 9999", "9999/12/31"), ("31 December 9999", "9999/12")],
)
def test_a_page_that_dates_itself_at_the_calendars_end_is_read(reader: Reader, day: str, path: str) -> None:
    page = f"<html><body><h1>Council meets</h1><p>{day}</p>" + f"<p>{DATED * 3} It was {day}.</p></body></html>"

    (outcome,) = reader.read_all([Capture(data=page, url=f"http://a.example/{path}/x.html")])

    assert isinstance(outcome, Record)


@pytest.mark.parametrize("name", GROWN)
def test_twice_the_text_takes_at_most_little_more_than_twice_the_work(reader: Reader, name: str) -> None:
    once, twice = (_calls(reader, GROWN[name](size)) for size in (3_000, 6_000))

    assert twice < 2.6 * once


@pytest.mark.parametrize("name", [name for name in GROWN if name.startswith("chain-")])
def test_a_chain_of_thousands_is_read(reader: Reader, name: str) -> None:
    (outcome,) = reader.read_all([Capture(data=GROWN[name](10_000), kind="text", published="2019-03-20")])

    assert isinstance(outcome, Record)


def _calls(reader: Reader, text: str) -> int:
    """Count the calls of functions that reading a text takes: unlike seconds, they are the same on any machine."""
    profile = Profile()
    profile.enable()
    list(reader.read_all([Capture(data=text)]))
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("text", ["Chile will send patrols of 120", "120", "The visit will follow talks by 5"])
def test_a_text_that_ends_in_a_number_is_read(reader: Reader, text: str) -> None:
    (outcome,) = reader.read_all([Capture(data=text, kind="text", published="2019-03-20")])

    assert isinstance(outcome, Record)
