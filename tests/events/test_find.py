from datetime import date

import pytest

from events.clauses import analysed
from newsledger import Reader
from newsledger.events import Rules, find, relation
from newsledger.model import Actor, Annotated, Event, Mention, Span, Statement, Timex, annotate
from parses import article, parsed

PAST = "Tense=Past|VerbForm=Fin"
ARREST = (
    "Police|police|NOUN|2|nsubj",
    f"arrested|arrest|VERB|0|ROOT|{PAST}",
    "12|12|NUM|4|nummod",
    "miners|miner|NOUN|2|dobj",
    "on|on|ADP|2|prep",
    "Tuesday|Tuesday|PROPN|5|pobj",
    ".|.|PUNCT|2|punct",
)
TALKS = (
    "Kenya|Kenya|PROPN|4|nsubj",
    "and|and|CCONJ|1|cc",
    "Chad|Chad|PROPN|1|conj",
    f"held|hold|VERB|0|ROOT|{PAST}",
    "talks|talk|NOUN|4|dobj",
    ".|.|PUNCT|4|punct",
)
REFUSED = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"refused|refuse|VERB|0|ROOT|{PAST}",
    "to|to|PART|4|aux",
    "meet|meet|VERB|2|xcomp|VerbForm=Inf",
    "Chad|Chad|PROPN|4|dobj",
    ".|.|PUNCT|2|punct",
)


def span_of(doc: Annotated, words: str) -> Span:
    start = doc.text.index(words)
    return Span(start=start, end=start + len(words))


def actor(doc: Annotated, words: str) -> Actor:
    span = span_of(doc, words)
    mention = Mention(start=span.start, end=span.end, form="name", rule="test")
    return Actor(
        id=words, key=words, name=words, kind="country", country=None, sector=None, role=None, mentions=(mention,)
    )


def events(doc: Annotated, rules: Rules, *names: str) -> tuple[Event, ...]:
    return find(analysed(doc), tuple(actor(doc, name) for name in names), (), (), rules)


def test_an_arrest_has_its_parties_its_number_and_its_day(rules: Rules) -> None:
    doc = parsed(*ARREST)
    day = date(2020, 5, 5)
    tuesday = Timex(
        id="t",
        span=span_of(doc, "Tuesday"),
        type="DATE",
        value="2020-05-05",
        mod=None,
        earliest=day,
        latest=day,
        open_start=False,
        open_end=False,
        vague=False,
        negated=False,
        anchor=None,
        block_role="body",
        rule="test",
    )

    (found,) = find(analysed(doc), (actor(doc, "Police"),), (), (tuesday,), rules)

    assert (found.event_type, found.standing, found.actor_ids) == ("COERCE", "happened", ("Police",))
    assert found.recipient is not None
    assert found.recipient.of(doc.text) == "12 miners"
    assert (found.times, found.earliest, found.latest) == (("t",), day, day)
    assert [(number.what, number.value, number.bound) for number in found.numbers] == [("arrested", 12, "exact")]


def test_a_light_verb_lends_its_subject_to_the_noun_and_is_no_event(rules: Rules) -> None:
    doc = parsed(*TALKS)

    (found,) = events(doc, rules, "Kenya", "Chad")

    assert found.trigger.of(doc.text) == "talks"
    assert (found.actor_ids, found.recipient, found.reciprocal) == (("Kenya", "Chad"), None, True)


def test_a_refusal_is_done_to_those_whom_the_refused_act_is_about(rules: Rules) -> None:
    doc = parsed(*REFUSED)

    refused, meeting = events(doc, rules, "Kenya", "Chad")

    assert (refused.event_type, refused.recipient_ids, refused.standing) == ("REJECT", ("Chad",), "happened")
    assert (meeting.event_type, meeting.standing, meeting.plover_type) == ("CONSULT", "denied", None)


def test_an_event_inside_what_is_said_carries_its_statement(rules: Rules) -> None:
    doc = parsed(*ARREST)
    statement = Statement(
        id="s",
        source=(),
        cue=(),
        content=(Span(start=0, end=len(doc.text)),),
        form="direct",
        attitude="report",
        source_actor=None,
        addressee=None,
        said_at=None,
        parent=None,
        block_role="body",
        rule="test",
    )

    (found,) = find(analysed(doc), (actor(doc, "Police"),), (statement,), (), rules)

    assert found.reported_by == "s"


def test_what_is_done_among_nobody_is_no_event(rules: Rules) -> None:
    doc = parsed(*TALKS)

    assert events(doc, rules) == ()


def test_a_text_without_words_has_no_events(rules: Rules) -> None:
    assert find(analysed(annotate(article(), (), ())), (), (), (), rules) == ()


def test_a_second_mention_names_the_first(rules: Rules) -> None:
    doc = parsed(*TALKS, "---", *TALKS)
    mentions = [
        Mention(start=at, end=at + len(name), form="name", rule="test")
        for name in ("Kenya", "Chad")
        for at in (doc.text.index(name), doc.text.rindex(name))
    ]
    kenya = Actor(
        id="k",
        key="k",
        name="Kenya",
        kind="country",
        country=None,
        sector=None,
        role=None,
        mentions=tuple(mentions[:2]),
    )
    chad = Actor(
        id="c", key="c", name="Chad", kind="country", country=None, sector=None, role=None, mentions=tuple(mentions[2:])
    )

    first, second = find(analysed(doc), (kenya, chad), (), (), rules)

    assert first.id != second.id
    assert (first.same_as, second.same_as) == (None, first.id)


@pytest.mark.parametrize(
    ("rows", "does", "done_to", "expected"),
    [
        pytest.param(ARREST, "Police", "miners", "COERCE", id="own-arguments"),
        pytest.param(TALKS, "Kenya", "Chad", "CONSULT", id="each-other"),
        pytest.param(REFUSED, "Kenya", "Chad", "REJECT", id="refused"),
        pytest.param(
            ("Kenya|Kenya|PROPN|2|nsubj", f"saw|see|VERB|0|ROOT|{PAST}", "Chad|Chad|PROPN|2|dobj"),
            "Kenya",
            "Chad",
            None,
            id="no-predicate",
        ),
    ],
)
def test_the_relation_of_two_spans_is_the_predicate_that_joins_them(
    rules: Rules, rows: tuple[str, ...], does: str, done_to: str, expected: str | None
) -> None:
    doc = parsed(*rows)

    found = relation(analysed(doc), (), rules, actor=span_of(doc, does), recipient=span_of(doc, done_to))

    assert found == expected


@pytest.mark.parametrize(
    ("rows", "names", "expected"),
    [
        pytest.param(
            (
                "Chad|Chad|PROPN|3|poss",
                "'s|'s|PART|1|case",
                "arrest|arrest|NOUN|4|nsubj",
                f"angered|anger|VERB|0|ROOT|{PAST}",
            ),
            ("Chad",),
            (None, "Chad"),
            id="possessor-of-an-arrest",
        ),
        pytest.param(
            (
                "Chad|Chad|PROPN|3|poss",
                "'s|'s|PART|1|case",
                "arrest|arrest|NOUN|6|nsubj",
                "of|of|ADP|3|prep",
                "miners|miner|NOUN|4|pobj",
                f"angered|anger|VERB|0|ROOT|{PAST}",
            ),
            ("Chad",),
            ("Chad", "miners"),
            id="who-arrests-whom",
        ),
        pytest.param(
            (
                "Forty|forty|NUM|3|nsubjpass",
                "were|be|AUX|3|auxpass",
                "killed|kill|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "in|in|ADP|3|prep",
                "Chad|Chad|PROPN|4|pobj",
            ),
            ("Chad",),
            (None, "Forty"),
            id="no-place-for-those-killed",
        ),
    ],
)
def test_who_suffers_is_whom_it_is_done_to(
    rules: Rules, rows: tuple[str, ...], names: tuple[str, ...], expected: tuple[str | None, str | None]
) -> None:
    doc = parsed(*rows)

    (found,) = events(doc, rules, *names)

    sides = (found.actor, found.recipient)
    assert tuple(side.of(doc.text) if side else None for side in sides) == expected


def test_a_word_that_tells_what_kind_of_person_is_no_event(rules: Rules) -> None:
    doc = parsed(
        "Relief|relief|NOUN|2|compound",
        "coordinator|coordinator|NOUN|3|nsubj",
        f"saw|see|VERB|0|ROOT|{PAST}",
        "Chad|Chad|PROPN|3|dobj",
    )

    assert events(doc, rules, "Chad") == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("meet|meet", ["CONSULT"], id="meeting"),
        pytest.param("help|help", ["AGREE", "AID"], id="offer"),
        pytest.param("invade|invade", ["THREATEN", "ASSAULT"], id="threat"),
    ],
)
def test_readiness_is_an_act_beside_what_it_is_for_where_that_is_no_meeting(
    rules: Rules, word: str, expected: list[str]
) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj", "is|be|AUX|0|ROOT|Tense=Pres|VerbForm=Fin", "ready|ready|ADJ|2|acomp",
        "to|to|PART|5|aux", f"{word}|VERB|3|xcomp|VerbForm=Inf", "Chad|Chad|PROPN|5|dobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert [event.event_type for event in events(doc, rules, "Kenya", "Chad")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The senator attacked the minister in a speech.", "ACCUSE", id="politicians"),
        pytest.param("The senator attacked the minister with his fists.", "ASSAULT", id="fists"),
        pytest.param("A mob attacked the minister.", "ASSAULT", id="mob"),
        pytest.param("Norway attacked Chad.", "ASSAULT", id="lands"),
        pytest.param("The president clashed with senators over the bill.", "ACCUSE", id="clash"),
        pytest.param("Police clashed with senators over the bill.", "ASSAULT", id="police"),
    ],
)
def test_politicians_attack_each_other_in_words(reader: Reader, sentence: str, expected: str) -> None:
    found = reader.read_text(sentence, published="2017-03-01").events

    assert [event.event_type for event in found if event.event_type != "OTHER"] == [expected]
