"""Which time dates an action, and from when to when."""

from dataclasses import replace
from datetime import date, timedelta

from newsledger.model import Annotated, Expectation, Timex
from newsledger.outlook import Rules
from outlook.clauses import PUBLISHED, WILL_CLOSE, clause, find, timex

FRIDAY = date(2019, 3, 8)
MAY = (date(2019, 5, 1), date(2019, 5, 31))


def first(doc: Annotated, rules: Rules, *times: Timex) -> Expectation:
    return find(doc, (), (), times, (), rules)[0]


def test_the_day_of_saying_is_not_the_day_of_the_act(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|2|nsubj",
        "vowed|vow|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
        "Tuesday|Tuesday|PROPN|2|npadvmod",
        "to|to|PART|5|aux",
        "resign|resign|VERB|2|xcomp|VerbForm=Inf",
        ".|.|PUNCT|2|punct",
    )

    found = first(doc, rules, timex(doc, "Tuesday", date(2019, 3, 12), date(2019, 3, 12)))

    assert found.window_basis == "none"


def test_not_until_a_month_begins_with_it_and_denies_nothing(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|4|nsubj",
        "will|will|AUX|4|aux",
        "not|not|PART|4|neg",
        "sail|sail|VERB|0|ROOT|VerbForm=Inf",
        "until|until|ADP|4|prep",
        "May|May|PROPN|5|pobj",
        ".|.|PUNCT|4|punct",
    )

    found = first(doc, rules, replace(timex(doc, "May", PUBLISHED, MAY[1]), value="2019-05"))

    assert (found.kind, found.negated) == ("announced_plan", False)
    assert (found.earliest, found.latest) == (MAY[0], None)


def test_what_is_postponed_is_due_from_its_new_day(rules: Rules) -> None:
    doc = clause(
        "The|the|DET|2|det",
        "trial|trial|NOUN|4|nsubjpass",
        "was|be|AUX|4|auxpass|Tense=Past|VerbForm=Fin",
        "postponed|postpone|VERB|0|ROOT|Tense=Past|VerbForm=Part",
        "until|until|ADP|4|prep",
        "May|May|PROPN|5|pobj",
        ".|.|PUNCT|4|punct",
    )

    found = first(doc, rules, replace(timex(doc, "May", PUBLISHED, MAY[1]), value="2019-05"))

    assert (found.kind, found.action.of(doc.text)) == ("scheduled_event", "trial")
    assert (found.earliest, found.latest) == (MAY[0], None)


def test_two_times_of_one_clause_narrow_each_other(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE[:-1], "May|May|PROPN|3|npadvmod", ".|.|PUNCT|3|punct")
    friday = timex(doc, "Friday", date(2019, 5, 3), date(2019, 5, 3))

    found = first(doc, rules, friday, timex(doc, "May", *MAY))

    assert (found.earliest, found.latest) == (date(2019, 5, 3), date(2019, 5, 3))


def test_of_two_days_that_exclude_each_other_the_first_counts(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE[:-1], "May|May|PROPN|3|npadvmod", ".|.|PUNCT|3|punct")
    friday = timex(doc, "Friday", date(2019, 3, 8), date(2019, 3, 8))

    found = first(doc, rules, friday, timex(doc, "May", *MAY))

    assert (found.earliest, found.latest) == (date(2019, 3, 8), date(2019, 3, 8))


def test_a_time_of_another_clause_is_no_window(rules: Rules) -> None:
    doc = clause(
        *WILL_CLOSE[:5],
        "that|that|PRON|7|nsubj",
        "burns|burn|VERB|5|relcl|Tense=Pres|VerbForm=Fin",
        "Friday|Friday|PROPN|7|npadvmod",
        ".|.|PUNCT|3|punct",
    )

    found = first(doc, rules, timex(doc, "Friday", date(2019, 3, 8), date(2019, 3, 8)))

    assert found.window_basis == "none"


def test_a_time_gone_by_is_no_window_of_what_will_come(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE)

    found = first(doc, rules, timex(doc, "Friday", date(2019, 3, 1), date(2019, 3, 1)))

    assert (found.window, found.window_basis) == ((), "none")


OR_ELSE = (
    "If|if|SCONJ|3|mark",
    "nothing|nothing|PRON|3|nsubj",
    "changes|change|VERB|8|advcl|Tense=Pres|VerbForm=Fin",
    "by|by|ADP|3|prep",
    "Friday|Friday|PROPN|4|pobj",
    "we|we|PRON|8|nsubj",
    "will|will|AUX|8|aux",
    "close|close|VERB|0|ROOT|VerbForm=Inf",
    "roads|road|NOUN|8|dobj",
)


def test_a_day_set_to_another_or_else_makes_an_ultimatum_that_falls_due_then(rules: Rules) -> None:
    doc = clause(*OR_ELSE)
    friday = timex(doc, "Friday", PUBLISHED, FRIDAY)

    (found,) = find(doc, (), (), (friday,), (), rules)

    assert (found.kind, found.strength, found.latest) == ("ultimatum", "conditional", FRIDAY)
    assert found.window == (friday.span,)


def test_a_condition_without_a_day_leaves_a_promise(rules: Rules) -> None:
    doc = clause(*(row.replace("by|by", "in|in") for row in OR_ELSE))

    (found,) = find(doc, (), (), (), (), rules)

    assert found.kind == "promise"


def test_two_days_joined_make_one_stretch(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "vote|vote|VERB|0|ROOT|VerbForm=Inf",
        "on|on|ADP|3|prep",
        "Thursday|Thursday|PROPN|4|pobj",
        "and|and|CCONJ|5|cc",
        "Friday|Friday|PROPN|5|conj",
    )
    thursday = date(2019, 3, 7)
    days = (timex(doc, "Thursday", thursday, thursday), timex(doc, "Friday", FRIDAY, FRIDAY))

    (found,) = find(doc, (), (), days, (), rules)

    assert (found.earliest, found.latest) == (thursday, FRIDAY)


def test_a_time_of_day_leaves_the_day_beside_it(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "vote|vote|VERB|0|ROOT|VerbForm=Inf",
        "at|at|ADP|3|prep",
        "noon|noon|NOUN|4|pobj",
        "Friday|Friday|PROPN|3|npadvmod",
    )
    noon = replace(timex(doc, "noon", PUBLISHED, PUBLISHED), type="TIME")

    (found,) = find(doc, (), (), (noon, timex(doc, "Friday", FRIDAY, FRIDAY)), (), rules)

    assert (found.earliest, found.latest) == (FRIDAY, FRIDAY)
    assert found.action.of(doc.text) == "vote"


def test_what_comes_after_a_thing_of_yesterday_is_due_from_then_and_after_one_long_ago_from_no_day(
    rules: Rules,
) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "sail|sail|VERB|0|ROOT|VerbForm=Inf",
        "after|after|ADP|3|prep",
        "the|the|DET|6|det",
        "vote|vote|NOUN|4|pobj",
        ".|.|PUNCT|3|punct",
    )
    yesterday, long_ago = (PUBLISHED - timedelta(days=days) for days in (1, 90))

    found = [first(doc, rules, timex(doc, "after the vote", day, None)) for day in (yesterday, long_ago)]

    assert [one.earliest for one in found] == [yesterday, None]
