"""Which words settle a happening, and which tell of another act, of a part, or of none."""

from datetime import date

import pytest

from happenings import mention, rules, story
from newsledger import Reader
from newsledger.model import EventMention
from newsledger.stories import happenings, mentions_of

MONDAY, FRIDAY, SUNDAY = date(2019, 3, 4), date(2019, 3, 8), date(2019, 3, 10)
DUE = {"earliest": MONDAY, "latest": FRIDAY, "stated": True}
SATURDAY = {"earliest": date(2019, 3, 9), "latest": date(2019, 3, 9), "stated": True}


def told(key: str, day: date, **fields: object) -> EventMention:
    return mention(key, "vote", "VERB", kind="event", day=day, **({"findings": (key,), "lead": True} | fields))


def states(*mentions: EventMention) -> list[str]:
    reports = dict.fromkeys(one.report for one in mentions)
    (found,) = happenings([story(*reports)], mentions, [], rules())
    return [step.state for step in found.steps]


@pytest.mark.parametrize("words", ["has to also paint", "is to the north"])
def test_a_function_word_is_no_act_behind_a_word_that_makes_verbs(reader: Reader, words: str) -> None:
    record = reader.read_text(f"The ferry {words} on Friday. Chile and Peru held talks.", published="2019-03-04")

    found = {one.lemma for one in mentions_of(record, rules())}

    assert found.isdisjoint({"be", "also", "the"})


def test_an_unknown_verb_is_an_act_behind_a_word_that_makes_verbs(reader: Reader) -> None:
    record = reader.read_text("The crew wants to caulk the hull on Friday.", published="2019-03-04")

    assert "caulk" in {one.lemma for one in mentions_of(record, rules())}


def test_the_act_of_a_headline_without_article_is_its_noun(reader: Reader) -> None:
    text = "Grain talks postponed to March 26\n\nTalks between Chile and Peru have been postponed to March 26."
    record = reader.read_text(text, published="2019-03-16")

    assert "grain" not in {one.lemma for one in mentions_of(record, rules())}


def test_a_noun_below_the_lead_without_day_and_party_settles_nothing() -> None:
    plan = told("a:1", MONDAY, standing="planned", **DUE)
    name = {"nominal": True, "lead": False, "standing": "happened"}

    assert states(plan, told("b:1", MONDAY, **name)) == ["dated"]
    assert states(plan, told("b:1", FRIDAY, **name)) == ["dated", "happened"]


def test_what_an_article_still_announces_it_has_not_told_as_done() -> None:
    deed = told("a:1", MONDAY, standing="happened")
    plan = told("a:2", MONDAY, standing="planned", **DUE)

    assert states(deed, plan) == ["dated"]


def test_what_an_article_puts_off_is_not_done_because_a_noun_names_it() -> None:
    name = told("a:1", MONDAY, standing="happened", nominal=True)
    moved = told("a:2", MONDAY, standing="planned", change="moved", lead=False)

    assert states(name, moved) == ["moved"]


def test_a_dated_deed_below_a_lead_that_puts_it_off_is_an_earlier_one() -> None:
    moved = told("a:1", SUNDAY, standing="planned", change="moved", parties=("norlin bank",))
    deed = told("a:2", SUNDAY, standing="happened", lead=False, parties=("norlin bank",), **SATURDAY)

    assert states(moved, deed) == ["moved"]


def test_a_noun_that_is_held_is_no_bare_name(reader: Reader) -> None:
    record = reader.read_text("Chile and Peru held talks in Lusk.", published="2019-03-04")

    assert [one.nominal for one in mentions_of(record, rules()) if one.lemma == "talk"] == [False]


def test_what_is_due_is_not_done_by_its_own_words(reader: Reader) -> None:
    record = reader.read_text(
        "The bill will be re-introduced to the House by the Finance Ministry, but its passing is unlikely.",
        published="2019-03-04",
    )

    acts = {one.standing for one in mentions_of(record, rules()) if "introduc" in one.word}

    assert acts == {"planned"}


@pytest.mark.parametrize("plan", ["would return and state his view after meeting", "will travel on before meeting"])
def test_what_a_plan_waits_for_is_not_done(reader: Reader, plan: str) -> None:
    record = reader.read_text(f"President Ana Silva {plan} President Jon Berg.", published="2019-03-04")

    assert {one.standing for one in mentions_of(record, rules()) if one.word == "meeting"} == {"planned"}


def test_what_is_to_begin_from_a_day_is_due_on_it(reader: Reader) -> None:
    record = reader.read_text(
        "The union has directed its members to commence a nationwide strike from midnight, March 14, over pay.",
        published="2019-03-11",
    )

    days = {(one.latest, one.stated) for one in mentions_of(record, rules()) if one.lemma == "strike"}

    assert days == {(date(2019, 3, 14), True)}


def test_an_attribute_of_a_noun_is_not_the_act(reader: Reader) -> None:
    record = reader.read_text(
        "A Lusk court on Friday issued fresh death warrants against four convicts.", published="2019-03-11"
    )

    words = {one.spans[0].of(record.article.text): one.word for one in mentions_of(record, rules())}
    assert words["issued fresh death warrants"] == "issued"
