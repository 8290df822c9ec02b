"""Happenings: one answer for each field, independent reports, twins, other stories, a timeline."""

from dataclasses import replace
from datetime import date

import pytest

from happenings import mention, rules, shuffled, story
from newsledger import Reader
from newsledger.model import Copy, DayWeight, EventMention, Happening, Party, Span, Story
from newsledger.stories import happenings, is_on_board, is_same_date, mentions_of, scheduled, timeline
from newsledger.stories.happenings.parties import are_compatible

MONDAY, TUESDAY, NEXT_MONDAY, WEDNESDAY = (date(2019, 3, day) for day in (4, 5, 11, 13))
CHILE, PERU, BOLIVIA = (
    Party(name=name, kind="country", country=code)
    for name, code in (("chile", "CHL"), ("peru", "PER"), ("bolivia", "BOL"))
)


def told(key: str, lemma: str, day: date, **fields: object) -> EventMention:
    return replace(mention(key, lemma, "VERB", **fields), day=day, spans=(Span(start=0, end=4),))


def one(*mentions: EventMention, copies: tuple[Copy, ...] = ()) -> Happening:
    (found,) = happenings([story("a", "b", "c")], mentions, copies, rules())
    return found


def test_mentions_of_one_date_in_two_stories_share_a_key_and_long_windows_have_none() -> None:
    plan = told("a:1", "meet", MONDAY, standing="planned", stated=True, parties=(CHILE, PERU))
    plan = replace(plan, earliest=date(2019, 2, 27), latest=NEXT_MONDAY)
    deed = told("x:1", "meeting", NEXT_MONDAY, earliest=NEXT_MONDAY, latest=NEXT_MONDAY, stated=True)
    deed = replace(deed, parties=(PERU, CHILE))
    long = replace(plan, id="a:2", latest=date(2019, 3, 31))

    (first, keys), (second, others) = (scheduled([story(one.report)], [one], rules())[0] for one in (plan, deed))

    assert keys & others == {"meet/CHL/2019-03", "meet/PER/2019-03"}
    assert len(keys) == 4
    assert is_same_date(first, second, rules())
    assert not is_same_date(replace(first, standing="happened"), second, rules())
    assert scheduled([story("a")], [long], rules()) == ()


def test_the_latest_toll_is_the_answer_and_the_earlier_one_is_kept() -> None:
    first = told("a:1", "kill", MONDAY, numbers=(("killed", 12),))
    later = told("b:1", "kill", TUESDAY, numbers=(("killed", 14),), bounds=(("killed", "at_least"),))

    killed = next(field for field in one(first, later).fields if field.name == "killed")

    assert (killed.answer.value, killed.answer.reports) == ("at least 14", ("b",))
    assert [(other.value, other.reports, other.day) for other in killed.others] == [("12", ("a",), MONDAY)]


def test_what_is_stated_outweighs_what_is_inferred() -> None:
    inferred = told("a:1", "kill", TUESDAY, earliest=TUESDAY, latest=TUESDAY)
    stated = told("b:1", "kill", TUESDAY, earliest=MONDAY, latest=MONDAY, stated=True)

    days = next(field for field in one(inferred, stated).fields if field.name == "days")

    assert [days.answer.value, *(other.value for other in days.others)] == ["2019-03-04", "2019-03-05"]


def test_copies_count_as_one_report() -> None:
    mentions = [told(f"{report}:1", "kill", MONDAY, places=("lusk",)) for report in "abc"]
    copy = Copy(first="a", second="b", kind="edited", words=90, share=0.7, passages=())

    happening = one(*mentions, copies=(copy,))

    assert (happening.reports, happening.copies) == (("a", "c"), 1)
    assert next(field for field in happening.fields if field.name == "place").answer.reports == ("a", "c")


def test_the_report_of_a_happening_is_one_that_tells_of_it_though_it_is_edited_from_another() -> None:
    call = told("a:1", "call", MONDAY)
    kill = told("b:1", "kill", TUESDAY)
    copy = Copy(first="a", second="b", kind="edited", words=90, share=0.7, passages=())

    found = happenings([story("a", "b")], [call, kill], [copy], rules())

    assert [one.reports for one in found] == [("a",), ("b",)]


def test_twins_a_week_apart_are_two() -> None:
    first = told("a:1", "call", MONDAY, earliest=MONDAY, latest=MONDAY, stated=True)
    second = told("b:1", "call", NEXT_MONDAY, earliest=NEXT_MONDAY, latest=NEXT_MONDAY, stated=True)

    assert len(happenings([story("a", "b")], [first, second], [], rules())) == 2


def test_a_plan_and_its_deed_in_another_story_are_one_where_parties_and_days_are() -> None:
    plan = told(
        "a:1",
        "meet",
        MONDAY,
        kind="expectation",
        standing="planned",
        earliest=NEXT_MONDAY,
        latest=NEXT_MONDAY,
        stated=True,
        parties=(CHILE, PERU),
    )
    deed = told(
        "x:1", "meeting", NEXT_MONDAY, earliest=NEXT_MONDAY, latest=NEXT_MONDAY, stated=True, parties=(PERU, CHILE)
    )
    other = replace(deed, id="y:1", report="y", parties=(PERU, BOLIVIA))
    stories = [story("a"), story("x"), story("y")]

    found = happenings(stories, [plan, deed, other], [], rules())

    assert [one.mentions for one in found] == [("a:1", "x:1"), ("y:1",)]
    assert found[0].stories == ("a", "x")
    assert found[0].state_on(NEXT_MONDAY) == "happened"
    assert found == happenings(stories[::-1], shuffled([plan, deed, other], 3), [], rules())
    assert set(found[0].keys) & set(found[1].keys)


def test_only_what_was_expected_and_can_be_checked_is_on_the_board() -> None:
    plan = told("a:1", "meet", MONDAY, kind="expectation", standing="planned", parties=(CHILE, PERU))
    wish = told("a:2", "help", MONDAY, kind="expectation", standing="hypothetical", firm=False)
    deed = told("a:3", "kill", MONDAY, earliest=MONDAY, latest=MONDAY, stated=True)

    found = happenings([story("a")], [plan, wish, deed], [], rules())

    assert {one.id: is_on_board(one) for one in found} == {"a:1": True, "a:2": False, "a:3": False}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param(CHILE, Party(name="chilean government", kind="government", country="CHL"), True, id="government"),
        pytest.param(
            CHILE, Party(name="ana silva", kind="person", country="CHL", role="president"), True, id="head-of-state"
        ),
        pytest.param(CHILE, Party(name="ana silva", kind="person", country="CHL", role="singer"), False, id="citizen"),
        pytest.param(CHILE, PERU, False, id="two-states"),
        pytest.param(
            Party(name="reserve bank", kind="organisation"),
            Party(name="ida reuss", kind="person", role="governor"),
            True,
            id="head-of-a-bank",
        ),
        pytest.param(Party(name="reuss", kind="person"), Party(name="ida reuss", kind="person"), True, id="surname"),
        pytest.param(
            Party(name="eva reuss", kind="person"), Party(name="ida reuss", kind="person"), False, id="sister"
        ),
    ],
)
def test_who_may_stand_for_whom(first: Party, second: Party, same: bool) -> None:
    assert are_compatible(first, second, rules().bodies) == same == are_compatible(second, first, rules().bodies)


def test_an_article_tells_a_happening_once(reader: Reader) -> None:
    record = reader.read_text(
        "Chile and Peru held a summit in Lusk on Friday. The summit ended in the evening.", published="2019-03-10"
    )

    summits = [one for one in mentions_of(record, rules()) if one.lemma == "summit"]

    assert len([one for one in summits if one.kind != "word"]) == 1
    assert {party.country for party in summits[0].parties} == {"CHL", "PER"}
    assert (summits[0].earliest, summits[0].standing) == (date(2019, 3, 8), "happened")


def test_what_was_held_on_the_day_of_the_news_is_done(reader: Reader) -> None:
    held = reader.read_text("Chile and Peru held talks in Lusk on Monday.", published="2019-03-11")

    (talks,) = [one for one in mentions_of(held, rules()) if one.findings]

    assert (talks.kind, talks.standing) == ("event", "happened")


def test_what_is_to_be_done_under_an_agreement_is_not_the_agreement(reader: Reader) -> None:
    record = reader.read_text(
        "Chile and Peru signed an agreement on fish on Monday. "
        "Under the agreement, both countries will open a joint office in Lusk by July 31.",
        published="2019-03-11",
    )
    words = {one.id: one.action.of(record.article.text) for one in record.expectations}
    assert words

    agreed = [one for one in mentions_of(record, rules()) if one.event_type == "AGREE"]

    assert [one.standing for one in agreed] == ["happened"]
    assert not any(finding in words for one in agreed for finding in one.findings)


def test_no_function_word_is_an_act(reader: Reader) -> None:
    record = reader.read_text("Chile will have the army help the flooded towns by Friday.", published="2019-03-11")
    assert record.expectations

    acts = {one.word for one in mentions_of(record, rules()) if one.kind == "expectation"}

    assert acts.isdisjoint(rules().common)


def test_a_timeline_has_one_line_a_day_cut_from_a_source(reader: Reader) -> None:
    texts = {
        "2019-03-10": "Chile and Peru held a summit in Lusk on Friday.",
        "2019-03-12": "Chile recalled its envoy from Peru on Monday. The two held a summit in Lusk on March 8.",
    }
    records = [reader.read_text(text, published=day) for day, text in texts.items()]
    mentions = [one for record in records for one in mentions_of(record, rules())]
    told_in = Story(id=records[0].article.id, reports=tuple(one.article.id for one in records), ties=())
    days = [DayWeight(day=date(2019, 3, 8), weight=2.0, reports=2), DayWeight(day=NEXT_MONDAY, weight=2.0, reports=1)]

    lines = timeline(told_in, happenings([told_in], mentions, [], rules()), mentions, days)

    words = {one.article.id: one.article.text for one in records}
    assert [(line.day, line.receipt.spans[0].of(words[line.receipt.article])) for line in lines] == [
        (date(2019, 3, 8), "Chile and Peru held a summit in Lusk on Friday."),
        (NEXT_MONDAY, "Chile recalled its envoy from Peru on Monday."),
    ]


def test_the_day_of_what_most_reports_tell_of_has_a_line() -> None:
    planned = told("a:1", "meet", MONDAY, parties=(CHILE, PERU), standing="planned", firm=True)
    day = {"earliest": NEXT_MONDAY, "latest": NEXT_MONDAY, "stated": True}
    done = told("b:1", "meet", NEXT_MONDAY, parties=(CHILE, PERU), standing="happened", **day)
    again = told("b:2", "meet", WEDNESDAY, parties=(CHILE, PERU), standing="happened", lead=True)
    other = told("c:1", "resign", TUESDAY, parties=(BOLIVIA,), standing="happened", lead=True)
    days = [
        DayWeight(day=day, weight=weight, reports=1)
        for day, weight in ((TUESDAY, 2.0), (NEXT_MONDAY, 0.25), (WEDNESDAY, 0.25))
    ]
    told_in, mentions = story("a", "b", "c"), [planned, done, again, other]

    lines = timeline(told_in, happenings([told_in], mentions, [], rules()), mentions, days)

    assert [line.day for line in lines] == [TUESDAY, NEXT_MONDAY]


@pytest.mark.parametrize(("lead", "number"), [(True, 1), (False, 2)], ids=["news", "further-down"])
def test_another_word_settles_a_plan_only_where_it_is_the_news(lead: bool, number: int) -> None:
    reuss = Party(name="ida reuss", kind="person")
    plan = told("a:1", "rule", MONDAY, kind="expectation", standing="planned", parties=(reuss,))
    deed = told("b:1", "convict", TUESDAY, parties=(reuss,), lead=lead)

    assert len(happenings([story("a", "b")], [plan, deed], [], rules())) == number


def test_what_is_announced_again_long_after_its_day_was_moved() -> None:
    day, new = date(2019, 1, 14), date(2019, 3, 20)
    plans = [
        told("a:1", "visit", date(2019, 1, 7), standing="planned", earliest=day, latest=day, stated=True),
        told("b:1", "visit", MONDAY, standing="planned", earliest=new, latest=new, stated=True),
    ]

    happening = one(*(replace(plan, kind="expectation", parties=(CHILE,)) for plan in plans))

    assert [step.state for step in happening.steps] == ["dated", "moved"]


@pytest.mark.parametrize(("report", "number"), [("b", 1), ("a", 2)], ids=["two-articles", "one-article"])
def test_each_of_two_articles_may_name_one_of_two_sides(report: str, number: int) -> None:
    mentions = [
        told("a:1", "merge", MONDAY, event_type="COOPERATE", parties=(CHILE,)),
        told(f"{report}:2", "merger", TUESDAY, event_type="COOPERATE", parties=(PERU,)),
    ]

    assert len(happenings([story("a", "b")], mentions, [], rules())) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Lund has to talk to President Berg.", {"to talk"}, id="title-behind-to"),
        pytest.param("The port has to reopen.", {"reopen"}, id="verb-behind-to"),
    ],
)
def test_a_title_behind_to_is_no_act(reader: Reader, text: str, words: set[str]) -> None:
    record = reader.read_text(text, published="2021-12-08")

    assert {one.spans[0].of(record.article.text) for one in mentions_of(record, rules())} == words
