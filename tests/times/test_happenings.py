from datetime import date

import pytest

from newsledger.times import Rules, find, resolve
from parses import parsed
from times.bare import PUBLISHED

HELD = (
    "The|the|DET|2|det",
    "election|election|NOUN|4|nsubjpass",
    "was|be|AUX|4|auxpass|Tense=Past",
    "held|hold|VERB|0|ROOT|Tense=Past",
    "on|on|ADP|4|prep",
    "May|May|PROPN|5|pobj",
    "6|6|NUM|6|nummod",
    ",|,|PUNCT|6|punct",
    "2016|2016|NUM|6|nummod",
)
AFTER = (
    "He|he|PRON|2|nsubj",
    "left|leave|VERB|0|ROOT|Tense=Past",
    "after|after|ADP|2|prep",
    "the|the|DET|5|det",
    "election|election|NOUN|3|pobj",
)
APART = (
    "On|on|ADP|8|prep",
    "May|May|PROPN|1|pobj",
    "6|6|NUM|2|nummod",
    ",|,|PUNCT|2|punct",
    "2016|2016|NUM|2|nummod",
    ",|,|PUNCT|8|punct",
    "he|he|PRON|8|nsubj",
    "spoke|speak|VERB|0|ROOT|Tense=Past",
    "days|day|NOUN|10|npadvmod",
    "after|after|ADP|8|prep",
    "the|the|DET|12|det",
    "election|election|NOUN|10|pobj",
)


def test_an_event_phrase_is_dated_by_the_sentence_that_dates_the_event(rules: Rules) -> None:
    doc = parsed(*AFTER, "---", *HELD, published=PUBLISHED)

    phrase, day = resolve(doc, find(doc, rules), rules)

    assert phrase.span.of(doc.text) == "after the election"
    assert (phrase.type, phrase.value) == (None, None)
    assert (phrase.earliest, phrase.latest, phrase.open_end) == (date(2016, 5, 6), None, True)
    assert phrase.anchor == day.span


def test_an_event_that_no_sentence_dates_is_no_time(rules: Rules) -> None:
    doc = parsed(*AFTER, published=PUBLISHED)

    assert resolve(doc, find(doc, rules), rules) == ()


def test_a_day_after_the_event_is_not_the_events_day(rules: Rules) -> None:
    doc = parsed(*AFTER, "---", *APART, published=PUBLISHED)

    found = resolve(doc, find(doc, rules), rules)

    assert [timex.span.of(doc.text) for timex in found if timex.type is None] == []


@pytest.mark.parametrize(
    ("word", "earliest", "latest"),
    [
        pytest.param("before", None, date(2016, 5, 5), id="before"),
        pytest.param("until", None, date(2016, 5, 6), id="until"),
        pytest.param("during", date(2016, 5, 6), date(2016, 5, 6), id="during"),
        pytest.param("since", date(2016, 5, 6), PUBLISHED, id="since"),
    ],
)
def test_each_word_that_governs_an_event_has_its_days(
    rules: Rules, word: str, earliest: date | None, latest: date | None
) -> None:
    doc = parsed(*(line.replace("after|after", f"{word}|{word}") for line in AFTER), "---", *HELD, published=PUBLISHED)

    phrase, _ = resolve(doc, find(doc, rules), rules)

    assert (phrase.earliest, phrase.latest) == (earliest, latest)
    assert phrase.rule == f"happenings/election+windows/event {word}"


def test_a_length_before_an_event_leads_to_its_day(rules: Rules) -> None:
    later = (
        "He|he|PRON|2|nsubj",
        "left|leave|VERB|0|ROOT|Tense=Past",
        "two|two|NUM|4|nummod",
        "weeks|week|NOUN|5|npadvmod",
        "after|after|ADP|2|prep",
        "the|the|DET|7|det",
        "election|election|NOUN|5|pobj",
    )
    doc = parsed(*later, "---", *HELD, published=PUBLISHED)

    length, phrase, day = resolve(doc, find(doc, rules), rules)

    assert (length.type, length.value) == ("DURATION", "P2W")
    assert (length.earliest, length.latest, length.anchor) == (date(2016, 5, 20), date(2016, 5, 20), day.span)
    assert phrase.type is None
