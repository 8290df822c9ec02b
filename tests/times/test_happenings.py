from datetime import date

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
