"""The name of a party that stands nearest, found among all that an article says of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.events.names import Names
from newsledger.model import Span

PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12).map(
    lambda places: tuple(sorted((Span(start=at, end=at + size) for at, size in places), key=lambda span: span.start))
)


@settings(max_examples=200, deadline=None)
@given(names=PLACES, others=PLACES, at=st.integers(0, 60))
def test_names_are_found_as_by_going_through_them_all(
    names: tuple[Span, ...], others: tuple[Span, ...], at: int
) -> None:
    longest = max((other.end - other.start for other in others), default=0)
    found = Names(names=names, others=others, longest=longest)
    words = Span(start=at, end=at + 5)

    assert found.nearest(words) == min(names, key=lambda name: abs(name.start - at), default=None)
    assert found.is_named_in(words) == any(words.holds(name) for name in names)
    assert found.is_meant_by(words) == any(words.overlaps(other) for other in others)


@pytest.mark.parametrize(("at", "expected"), [(4, 0), (5, 0), (6, 10)])
def test_of_two_names_as_near_the_earlier_is_taken(at: int, expected: int) -> None:
    names = tuple(Span(start=start, end=start + 2) for start in (0, 10))

    nearest = Names(names=names, others=(), longest=0).nearest(Span(start=at, end=at + 1))

    assert nearest is not None
    assert nearest.start == expected
