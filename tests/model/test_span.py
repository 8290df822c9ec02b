from newsledger.model import Span, cut, finding_ids


def test_a_span_cuts_its_exact_words() -> None:
    assert Span(start=4, end=9).of("The mayor spoke.") == "mayor"


def test_broken_up_words_are_joined_by_an_ellipsis() -> None:
    assert cut((Span(start=0, end=3), Span(start=10, end=15)), "The mayor spoke.") == "The … spoke"


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(start=0, end=3).overlaps(Span(start=3, end=5))
    assert Span(start=0, end=4).overlaps(Span(start=3, end=5))


def test_the_same_words_said_twice_have_two_ids() -> None:
    first, second, other = finding_ids("event", "a", [("met", "Anders"), ("met", "Anders"), ("met", "Berg")])

    assert len({first, second, other}) == 3


def test_an_id_does_not_depend_on_what_else_was_found() -> None:
    alone = finding_ids("event", "a", [("met", "Berg")])
    among = finding_ids("event", "a", [("met", "Anders"), ("met", "Berg")])

    assert alone[0] == among[1]
