"""What ends an expectation, and what does not: constructions, each in sentences of our own."""

from collections.abc import Sequence
from datetime import date

import pytest

from happenings import rules, shuffled
from newsledger import Reader
from newsledger.model import EventMention, Happening, Story
from newsledger.stories import happenings, mentions_of

Told = Sequence[tuple[str, str]]


def read(reader: Reader, told: Told) -> tuple[tuple[Happening, ...], dict[str, EventMention]]:
    records = [reader.read_text(text, published=day) for day, text in told]
    mentions = [one for record in records for one in mentions_of(record, rules())]
    story = Story(id=records[0].article.id, reports=tuple(one.article.id for one in records), ties=())
    found = happenings([story], mentions, [], rules())
    assert happenings([story], shuffled(mentions, 1), [], rules()) == found
    return found, {one.id: one for one in mentions}


def first_due(reader: Reader, told: Told) -> Happening:
    """Give the happening that is expected first."""
    found, mentions = read(reader, told)
    expected = [one for one in mentions.values() if one.kind == "expectation"]
    first = min(expected, key=lambda one: (str(one.day), one.id))
    return next(one for one in found if first.id in one.mentions)


SUMMIT = ("2019-03-06", "Chile and Peru will hold a summit in Lusk on April 12, the two governments said.")
CALL = ("2019-03-06", "President Ana Silva will call President Jon Berg on Saturday, the palace said.")
ENDS = [
    pytest.param(
        [
            ("2019-03-06", "President Ana Silva will call President Jon Berg this weekend, the palace said."),
            ("2019-03-07", "President Ana Silva will call President Jon Berg on Saturday, the palace said."),
        ],
        "2019-03-08",
        "dated",
        "2019-03-09",
        id="a-day-inside-the-window-is-no-other-day",
    ),
    pytest.param(
        [CALL, ("2019-03-10", "President Ana Silva and President Jon Berg spoke by phone for an hour on Saturday.")],
        "2019-03-11",
        "happened",
        "2019-03-09",
        id="another-verb",
    ),
    pytest.param(
        [
            ("2019-03-06", "Chile will lift its ban on copper exports by March 31, the government said."),
            (
                "2019-03-12",
                (
                    "Several hundred miners marched through Lusk on Monday to protest against the ban on exports. "
                    "The union threatened to strike unless the ban is lifted by Friday."
                ),
            ),
            ("2019-04-04", "The minister said that the ban on copper exports would be lifted next week."),
            ("2019-04-11", "Chile lifted its ban on copper exports on Thursday."),
        ],
        "2019-04-12",
        "happened",
        "2019-04-11",
        id="lifted-late-and-announced-again-in-the-passive",
    ),
    pytest.param(
        [CALL, ("2019-03-12", "The hour-long call of Ana Silva and Jon Berg on March 9 was cordial, aides said.")],
        "2019-03-13",
        "happened",
        "2019-03-09",
        id="a-noun-with-its-day",
    ),
    pytest.param(
        [SUMMIT, ("2019-04-02", "The summit between Chile and Peru, planned for April 12, has been postponed.")],
        "2019-04-20",
        "moved",
        None,
        id="the-old-day-of-what-is-postponed-is-no-new-one",
    ),
    pytest.param(
        [SUMMIT, ("2019-04-02", "Chile and Peru have postponed their summit in Lusk until May 20.")],
        "2019-04-20",
        "moved",
        "2019-05-20",
        id="put-off-to-a-day",
    ),
    pytest.param(
        [SUMMIT, ("2019-04-02", "President Ana Silva of Chile will not attend the summit in Lusk on April 12.")],
        "2019-04-05",
        "dated",
        "2019-04-12",
        id="one-who-stays-away-calls-nothing-off",
    ),
    pytest.param(
        [SUMMIT, ("2019-04-14", "Rain fell in Lusk on Saturday.")],
        "2019-04-15",
        "overdue",
        "2019-04-12",
        id="silence",
    ),
    pytest.param(
        [
            ("2019-03-06", "The dockers' union will strike on Friday, its leader said."),
            ("2019-03-07", "The dockers' union called off its strike on Thursday."),
        ],
        "2019-03-12",
        "called_off",
        None,
        id="called-off-by-who-was-to-do-it",
    ),
    pytest.param(
        [
            ("2019-03-06", "The dockers' union will strike on Friday, its leader said."),
            ("2019-03-07", "The strike of the dockers' union was called off after a night of talks."),
        ],
        "2019-03-12",
        "called_off",
        None,
        id="called-off-in-the-passive",
    ),
    pytest.param(
        [
            ("2019-03-06", "The election commission of Sri Lanka will hold the presidential election on March 16."),
            ("2019-03-17", "Sri Lankans voted on Saturday."),
        ],
        "2019-03-18",
        "happened",
        "2019-03-16",
        id="organiser-and-voters",
    ),
    pytest.param(
        [
            ("2019-03-06", "Governor Ida Reuss of the Reserve Bank will raise its rate on March 14."),
            ("2019-03-15", "The Reserve Bank raised its rate to 4 per cent on Thursday."),
        ],
        "2019-03-16",
        "happened",
        "2019-03-14",
        id="head-and-institution",
    ),
    pytest.param(
        [
            ("2019-03-06", "The new bridge over the Olle will open on June 1."),
            ("2019-06-02", "The bridge over the Olle opened on Saturday."),
        ],
        "2019-06-03",
        "happened",
        "2019-06-01",
        id="an-act-without-a-code",
    ),
    pytest.param(
        [
            ("2019-03-06", "The court in Lusk will hand down its verdict on Paul Hale on April 3."),
            ("2019-04-03", "The court in Lusk convicted Paul Hale of fraud on Wednesday."),
        ],
        "2019-04-04",
        "happened",
        "2019-04-03",
        id="a-verdict-by-what-it-says",
    ),
    pytest.param(
        [
            ("2019-03-06", "Spain will extradite Paul Hale to the United States within 60 days, the ministry said."),
            ("2019-04-09", "Paul Hale was extradited to the United States on Monday."),
        ],
        "2019-04-10",
        "happened",
        "2019-04-08",
        id="within-so-many-days",
    ),
    pytest.param(
        [
            ("2019-03-06", "Minister Karl Berg would not resign his post amid the scandal, he said."),
            ("2019-03-20", "Minister Karl Berg resigned on Wednesday."),
        ],
        "2019-03-21",
        "happened",
        "2019-03-20",
        id="denied-and-done",
    ),
    pytest.param(
        [
            ("2019-03-06", "The ministry will open the new harbour by May, it said."),
            ("2019-04-20", "The ministry will open the new harbour by July, it said."),
        ],
        "2019-06-10",
        "moved",
        "2019-07-31",
        id="by-may-and-then-by-july",
    ),
    pytest.param(
        [CALL, ("2019-03-05", "President Ana Silva called President Jon Berg on Monday.")],
        "2019-03-07",
        "dated",
        "2019-03-09",
        id="what-was-done-before-it-was-planned",
    ),
    pytest.param(
        [CALL, ("2019-03-18", "President Ana Silva called President Eva Lind on Saturday.")],
        "2019-03-19",
        "overdue",
        "2019-03-09",
        id="another-partner",
    ),
    pytest.param(
        [SUMMIT, ("2019-04-10", "Chile and Peru have not postponed their summit in Lusk, officials said.")],
        "2019-04-11",
        "dated",
        "2019-04-12",
        id="not-postponed",
    ),
    pytest.param(
        [
            ("2019-03-06", "Norland and Peru will hold a ceremony in Lusk on April 12, the two governments said."),
            (
                "2019-04-12",
                (
                    "Hundreds lined the streets of Lusk. Flags flew from every house. Rain had fallen all night. "
                    "The ceremony took place in the old harbour."
                ),
            ),
        ],
        "2019-04-14",
        "happened",
        None,
        id="told-below-the-lead-on-its-own-day",
    ),
    pytest.param(
        [
            ("2019-02-10", "Peru will join the Lusk Pact in April, the ministry said."),
            ("2019-02-11", "A clerk of the palace said the accession was set for the first days of March."),
            ("2019-02-27", "Peru, which was invited to join the Lusk Pact in July 2017, will join it on March 22."),
        ],
        "2019-02-28",
        "moved",
        "2019-03-22",
        id="one-word-twice-in-a-sentence-and-a-clerk-who-only-says-so",
    ),
    pytest.param(
        [
            ("2019-03-06", "President Ana Silva will make her first address to parliament on Friday, the palace said."),
            ("2019-03-08", "President Ana Silva addressed parliament on Friday."),
        ],
        "2019-03-09",
        "happened",
        "2019-03-08",
        id="the-noun-that-a-light-verb-bears",
    ),
    pytest.param(
        [
            ("2019-03-06", "The board of Norport will meet on Friday, it said."),
            ("2019-03-08", "The board of Norport discussed its dividend on Friday."),
        ],
        "2019-03-09",
        "happened",
        "2019-03-08",
        id="who-was-to-meet-discussed",
    ),
    pytest.param(
        [
            ("2019-03-01", "Chancellor Eva Lind will travel to Japan on March 20, her spokesman said."),
            (
                "2019-03-15",
                "Chancellor Eva Lind has put off a trip to Japan planned for next week. No new day was set.",
            ),
            (
                "2019-05-02",
                "Chancellor Eva Lind arrived in Tokyo on Thursday for a visit that had been put off in March.",
            ),
        ],
        "2019-05-03",
        "happened",
        "2019-05-02",
        id="done-months-after-it-was-put-off-without-a-day",
    ),
    pytest.param(
        [
            ("2019-03-01", "Nurses in Norland plan to walk out on March 12, their union said."),
            ("2019-03-11", "A strike by nurses in Norland has been averted."),
        ],
        "2019-03-13",
        "called_off",
        None,
        id="averted",
    ),
    pytest.param(
        [
            ("2019-03-01", "Norland will hold a presidential election on May 5, its electoral commission said."),
            ("2019-04-10", "The electoral commission of Norland has postponed the presidential election until May 12."),
            ("2019-05-12", "Voters in Norland went to the polls on Sunday to choose a president."),
        ],
        "2019-05-13",
        "happened",
        "2019-05-12",
        id="voters-at-the-head-of-a-sentence",
    ),
    pytest.param(
        [
            ("2019-03-01", "The rocket Skarv is scheduled to lift off from Tunevik on March 12, the agency said."),
            ("2019-03-12", "The rocket Skarv blasted off from Tunevik on Tuesday."),
        ],
        "2019-03-13",
        "happened",
        "2019-03-12",
        id="lift-off",
    ),
    pytest.param(
        [
            ("2019-03-01", "Singer Ida Lund will perform in Lusk on June 5, her agent said."),
            ("2019-05-20", "Singer Ida Lund has cancelled a concert in Lusk next month because of illness."),
        ],
        "2019-06-10",
        "called_off",
        None,
        id="a-concert-cancelled",
    ),
    pytest.param(
        [
            ("2019-03-01", "The rocket Skarv will be launched from Tunevik on March 11, the agency said."),
            (
                "2019-03-11",
                "The agency scrubbed the launch of the rocket Skarv. The launch is rescheduled for March 13.",
            ),
        ],
        "2019-03-12",
        "moved",
        "2019-03-13",
        id="scrubbed-and-rescheduled-for-a-day",
    ),
    pytest.param(
        [
            ("2019-03-01", "President Ana Silva and President Jon Berg will meet in Lusk on April 2, aides said."),
            ("2019-03-08", "President Ana Silva has cancelled her meeting with President Jon Berg."),
            (
                "2019-03-12",
                (
                    "President Ana Silva will meet President Jon Berg in Lusk on April 2, aides said. Nobody asked. "
                    "It was late. Rain fell. Silva had abruptly cancelled the meeting with Berg last week."
                ),
            ),
        ],
        "2019-03-13",
        "dated",
        "2019-04-02",
        id="back-on",
    ),
]


@pytest.mark.parametrize(("told", "day", "state", "latest"), ENDS)
def test_the_state_on_a_day(reader: Reader, told: Told, day: str, state: str, latest: str | None) -> None:
    on = date.fromisoformat(day)

    happening = first_due(reader, told)

    _, last = happening.window_on(on)
    assert (happening.state_on(on), last and str(last)) == (state, latest), happening.steps


def acts_of(reader: Reader, day: str, text: str) -> dict[str, tuple[str | None, str | None]]:
    """Give the acts that an article tells, each with its state and last day a day later."""
    found, _ = read(reader, [(day, text)])
    on = date.fromisoformat(day)
    return {one.act: (one.state_on(on), str(one.window_on(on)[1])) for one in found}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("President Ana Silva has signed the papers of accession.", "sign", id="with-an-auxiliary"),
        pytest.param("Nobody knew. Nobody asked. It was late. Peru on Tuesday reclaimed the fort.", "regain", id="day"),
    ],
)
def test_a_word_of_a_known_act_with_its_subject_is_a_happening(reader: Reader, text: str, act: str) -> None:
    assert acts_of(reader, "2019-03-07", text)[act][0] == "happened"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("President Ana Silva, who had signed nothing, was in Lusk.", id="relative"),
        pytest.param("Ana Silva spoke. She sat. It was late. The papers that Ana Silva signed lay there.", id="below"),
        pytest.param("President Ana Silva was in Lusk with a signed copy.", id="attribute"),
    ],
)
def test_a_word_without_its_subject_or_below_the_lead_is_none(reader: Reader, text: str) -> None:
    assert "sign" not in acts_of(reader, "2019-03-07", text)


def test_a_light_act_alone_is_no_happening(reader: Reader) -> None:
    assert "retain" not in acts_of(reader, "2019-03-07", "President Ana Silva kept her papers in Lusk.")


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        pytest.param(
            "Lawyers of Paul Hale wrote to the judge ahead of a 29 March hearing.", "prosecute", "2019-03-29", id="noun"
        ),
        pytest.param(
            "Aides of Ana Silva spoke of a March 12 trade summit with Peru in Lusk.", "meet", "2019-03-12", id="far"
        ),
    ],
)
def test_a_day_to_come_before_a_noun_is_its_own(reader: Reader, text: str, act: str, day: str) -> None:
    assert acts_of(reader, "2019-03-06", text)[act] == ("dated", day)


def test_talks_that_may_be_both_do_not_make_a_call_and_a_meeting_one(reader: Reader) -> None:
    found, mentions = read(
        reader,
        [
            ("2019-03-06", "President Ana Silva is ready to meet President Jon Berg, the palace said."),
            ("2019-03-07", "President Ana Silva will negotiate with President Jon Berg, the palace said."),
            ("2019-03-08", "President Ana Silva will call President Jon Berg on Saturday, the palace said."),
        ],
    )

    words = [{mentions[one].lemma for one in happening.mentions} for happening in found]
    assert not any({"meet", "call"} <= one for one in words), words


def test_what_is_done_to_each_other_in_turn_is_two(reader: Reader) -> None:
    found, _ = read(
        reader,
        [
            ("2019-03-06", "Israel attacked Lebanon on Tuesday."),
            ("2019-03-07", "Lebanon attacked Israel on Tuesday."),
        ],
    )

    assert [len(happening.mentions) for happening in found] == [1, 1]


def test_what_the_lead_denies_is_not_done_by_a_word_below_it(reader: Reader) -> None:
    below = "Nobody asked. It was late. Rain fell. Ida Reuss supports Karl Berg."
    text = f"Senator Ida Reuss does not support Karl Berg. {below}"

    found, _ = read(reader, [("2019-03-06", text)])

    assert [one.state_on(date(2019, 3, 7)) for one in found if one.act == "support"] == ["denied"]


def test_the_receipt_shows_the_words_that_say_what_became_of_it(reader: Reader) -> None:
    text = "The dockers' union called off its strike on Thursday."

    _, mentions = read(reader, [("2019-03-08", text)])

    (told,) = [[span.of(text) for span in one.spans] for one in mentions.values() if one.change == "called_off"]
    assert {"strike", "called off"} <= set(told)


def test_what_puts_a_trial_off_is_not_to_come(reader: Reader) -> None:
    found = acts_of(reader, "2019-04-02", "A court in Lusk has pushed back the trial of Karl Berg to May 13.")

    assert {act: state for act, state in found.items() if state[0] in ("dated", "moved")} == {
        "prosecute": ("moved", "2019-05-13")
    }


def test_a_ceasefire_of_one_sentence_and_one_day_is_one(reader: Reader) -> None:
    text = "Karl Berg has told his troops to cease hostilities ahead of a ceasefire that takes effect on Sunday."

    _, mentions = read(reader, [("2019-03-08", text)])
    found = happenings([], mentions.values(), [], rules())

    assert len([one for one in found if one.act == "truce"]) == 1


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param("The first attempt will get under way on March 12, the firm said.", "attempt", id="under-way"),
        pytest.param("The sale of the port will go ahead on March 12, Norland said.", "sell", id="go-ahead"),
    ],
)
def test_what_is_to_begin_is_the_happening_and_not_its_beginning(reader: Reader, text: str, act: str) -> None:
    assert acts_of(reader, "2019-03-06", text) == {act: ("dated", "2019-03-12")}


def test_what_is_still_to_come_this_month_is_not_done(reader: Reader) -> None:
    text = "President Ana Silva has welcomed his visit to Lusk later this month, the palace said."

    assert acts_of(reader, "2019-03-06", text)["visit"] == ("dated", "2019-03-31")


@pytest.mark.parametrize(
    ("words", "state"),
    [
        pytest.param("had cancelled his visit to Peru in January", "dated", id="before"),
        pytest.param("cancelled his visit to Peru on Wednesday", "called_off", id="now"),
    ],
)
def test_what_had_been_called_off_before_is_no_news(reader: Reader, words: str, state: str) -> None:
    text = f"President Jon Berg will visit Peru on April 12, the palace said. President Jon Berg {words}."

    assert first_due(reader, [("2019-03-06", text)]).state_on(date(2019, 3, 7)) == state


def test_giving_a_verdict_that_was_postponed_is_no_verdict(reader: Reader) -> None:
    text = "A court in Lusk on Tuesday postponed giving a verdict in the trial of Karl Berg."

    assert acts_of(reader, "2019-03-06", text)["rule"][0] == "moved"


def test_what_the_lead_tells_as_put_off_is_not_done_by_a_word_below_it(reader: Reader) -> None:
    below = "Nobody asked. It was late. Rain fell. Chile met Peru."
    text = f"Chile has postponed its meeting with Peru. {below}"

    found, _ = read(reader, [("2019-03-06", text)])

    assert {one.state_on(date(2019, 3, 7)) for one in found if one.act == "meet"} == {"moved"}
