"""Mentions of one happening: one act, and nothing that keeps them apart."""

from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from typing import Any

import pytest

from happenings import as_sets, mention, rules, shuffled, story
from newsledger.lexicon import load_lexicon, marked
from newsledger.model import EventMention, Party, Span
from newsledger.stories import SCHEMAS, chain_of, group_chains
from newsledger.stories.acts import base_forms, find_acts, possible_acts, stem

MONDAY, NEXT_MONDAY = date(2019, 3, 4), date(2019, 3, 11)


def chains(*mentions: EventMention) -> set[frozenset[str]]:
    return as_sets(chain.mentions for chain in group_chains(mentions, [story("a", "b", "c")], rules()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(mention("a:1", "kill"), mention("b:1", "kill"), id="same-lemma"),
        pytest.param(mention("a:1", "call"), mention("b:1", "call", "NOUN"), id="verb-and-noun"),
        pytest.param(mention("a:1", "quake", "NOUN"), mention("b:1", "tremor", "NOUN"), id="synonyms"),
        pytest.param(mention("a:1", "frobnicate"), mention("b:1", "frobnication", "NOUN"), id="derived-word"),
        pytest.param(mention("a:1", "break", phrase=("out", "of")), mention("b:1", "escape"), id="phrase"),
        pytest.param(
            mention("a:1", "meet", places=("aleppo", "syria")),
            mention("b:1", "meeting", "NOUN", places=("syria",)),
            id="town-in-state",
        ),
        pytest.param(
            mention("a:1", "meet", event_type="CONSULT", parties=("barack obama", "castro")),
            mention("b:1", "meet", event_type="CONSULT", parties=("obama",)),
            id="short-name-and-part-of-the-parties",
        ),
        pytest.param(
            mention("a:1", "say", speaker=("strand",)),
            mention("b:1", "tell", speaker=("strand", "mayor")),
            id="one-speaker",
        ),
    ],
)
def test_one_happening(first: EventMention, second: EventMention) -> None:
    assert chains(first, second) == as_sets([("a:1", "b:1")])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(mention("a:1", "kill"), mention("b:1", "arrest"), id="two-acts"),
        pytest.param(
            mention("a:1", "call", earliest=MONDAY, latest=MONDAY),
            mention("b:1", "call", earliest=NEXT_MONDAY, latest=NEXT_MONDAY),
            id="a-week-apart",
        ),
        pytest.param(
            mention("a:1", "bomb", places=("aleppo", "syria")),
            mention("b:1", "bomb", places=("homs", "syria")),
            id="two-towns",
        ),
        pytest.param(
            mention("a:1", "meet", event_type="CONSULT", parties=("obama", "castro")),
            mention("b:1", "meet", event_type="CONSULT", parties=("obama", "merkel")),
            id="other-partner",
        ),
        pytest.param(mention("a:1", "say"), mention("b:1", "say"), id="saying-without-speaker"),
        pytest.param(
            mention("a:1", "say", speaker=("strand",)), mention("b:1", "say", speaker=("reuss",)), id="two-speakers"
        ),
        pytest.param(mention("a:1", "kill"), mention("x:1", "kill"), id="two-stories"),
    ],
)
def test_two_happenings(first: EventMention, second: EventMention) -> None:
    assert chains(first, second) == as_sets([(first.id,), (second.id,)])


def test_a_mention_between_twins_joins_one_and_does_not_make_them_one() -> None:
    first = mention("a:1", "call", earliest=MONDAY, latest=MONDAY)
    second = mention("b:1", "call", earliest=NEXT_MONDAY, latest=NEXT_MONDAY)

    found = chains(first, second, mention("c:1", "call"))

    assert len(found) == 2
    assert not any({"a:1", "b:1"} <= chain for chain in found)


def test_both_sides_in_common_count_for_more_than_one_of_them_and_a_day() -> None:
    both = mention("a:1", "call", event_type="CONSULT", parties=("varga", "lindqvist"))
    other = mention("b:1", "call", event_type="CONSULT", parties=("varga", "osei"), earliest=MONDAY, latest=MONDAY)
    vague = mention("b:2", "call", event_type="CONSULT", parties=("varga",), earliest=MONDAY, latest=MONDAY)
    asked = mention("c:1", "call", event_type="CONSULT", parties=("varga", "lindqvist"), earliest=MONDAY, latest=MONDAY)

    assert chains(both, other, vague, asked) == as_sets([("a:1", "c:1"), ("b:1", "b:2")])


def test_a_word_whose_subject_was_to_do_it_counts_for_more() -> None:
    plans = [mention("a:1", "host", parties=("olin strand",)), mention("a:2", "host", parties=("actor",))]
    by_him = mention("b:1", "host", parties=("olin strand", "reuss"), kind="word", subject=Party(name="olin strand"))
    by_nobody = mention("b:1", "host", parties=("olin strand", "reuss"), kind="word")

    assert chains(*plans, by_him) == as_sets([("a:1", "a:2", "b:1")])
    assert chains(*plans, by_nobody) == as_sets([("a:1", "a:2"), ("b:1",)])


def test_a_word_that_says_what_became_of_an_act_takes_it_for_known() -> None:
    plan = mention("a:1", "launch", kind="expectation", standing="planned")
    word = mention("b:1", "launch", kind="word", standing="planned")

    assert chains(plan, replace(word, change="called_off")) == as_sets([("a:1", "b:1")])
    assert chains(plan, word) == as_sets([("a:1",), ("b:1",)])


@pytest.mark.parametrize(("day", "lead", "are_one"), [(11, True, True), (11, False, False), (25, True, False)])
def test_a_word_in_the_lead_is_what_was_due_in_those_days(day: int, lead: bool, are_one: bool) -> None:
    due: dict[str, Any] = {"earliest": NEXT_MONDAY, "latest": NEXT_MONDAY, "stated": True, "day": MONDAY}
    plan = mention("a:1", "open", kind="expectation", standing="planned", **due)
    word = mention("b:1", "open", kind="word", day=date(2019, 3, day), lead=lead)

    assert chains(plan, word) == as_sets([("a:1", "b:1")] if are_one else [("a:1",), ("b:1",)])


def test_what_began_again_on_another_day_is_no_other_deed() -> None:
    first = mention("a:1", "evacuate", earliest=MONDAY, latest=MONDAY, stated=True, day=MONDAY)
    later = mention("b:1", "evacuate", earliest=NEXT_MONDAY, latest=NEXT_MONDAY, stated=True, day=NEXT_MONDAY)

    assert chains(first, replace(later, change="begun")) == as_sets([("a:1", "b:1")])
    assert chains(first, later) == as_sets([("a:1",), ("b:1",)])


def read(key: str, lemma: str, **fields: Any) -> EventMention:
    return replace(mention(key, lemma, **fields), sentence=Span(start=int(key[-1]), end=int(key[-1]) + 1))


def test_deeds_of_an_act_that_is_told_often_are_one_where_they_share_a_name() -> None:
    often = [read(f"{report}:{number}", "kill") for report in "abc" for number in (1, 2, 3)]
    by_name = [replace(one, parties=(Party(name="reuss"),)) for one in often]

    assert {len({key[0] for key in chain}) for chain in chains(*often)} == {1}
    assert chains(*by_name) == as_sets([[one.id for one in by_name]])


def test_deeds_of_an_act_that_each_article_tells_once_are_one() -> None:
    assert chains(read("a:1", "kill"), read("b:1", "die"), read("c:1", "kill")) == as_sets([("a:1", "b:1", "c:1")])


def test_a_plan_and_its_deed_are_one_however_often_the_act_is_told() -> None:
    plan = read("a:1", "kill", kind="expectation", standing="planned")
    deeds = [read(f"b:{number}", "kill") for number in (1, 2, 3)]

    assert chains(plan, *deeds) == as_sets([("a:1", "b:1", "b:2", "b:3")])


@pytest.mark.parametrize(("lemma", "are_one"), [("kill", True), ("murder", False)], ids=["same-word", "other-word"])
def test_a_deed_that_a_word_alone_tells_is_another_articles_by_the_same_word(lemma: str, are_one: bool) -> None:
    reuss = (Party(name="reuss"),)

    found = chains(read("a:1", "kill", parties=reuss), read("b:1", lemma, parties=reuss, kind="word"))

    assert (len(found) == 1) is are_one


def test_a_word_of_several_acts_has_that_of_its_story() -> None:
    fired = mention("a:1", "fire")

    shot = find_acts([fired, mention("a:2", "shootout", "NOUN")], rules())
    dismissed = find_acts([fired, mention("a:2", "oust")], rules())

    assert (shot["a:1"], dismissed["a:1"]) == ("shoot", "dismiss")


@pytest.mark.parametrize(
    ("word", "code", "act"),
    [
        pytest.param("take", "OTHER/inauguration", "inaugurate", id="took-office"),
        pytest.param("take", None, "-take", id="took-some-time"),
        pytest.param("arrest", "COERCE/arrest", "arrest", id="arrested"),
    ],
)
def test_a_light_verb_says_no_arrest(word: str, code: str | None, act: str) -> None:
    assert possible_acts(mention("a:1", word, event_type=code), rules()) == (act,)


def test_a_tie_says_what_is_shared() -> None:
    first = mention("a:1", "kill", parties=("strand",), numbers=(("killed", 12),))
    second = mention("b:1", "death", "NOUN", parties=("olin strand",), numbers=(("killed", 12),))

    (chain,) = group_chains([first, second], [story("a", "b")], rules())

    (tie,) = chain.ties
    assert tie.why == "act kill, parties strand, numbers 12 killed"
    assert tie.score == 1.5
    assert chain_of([chain]) == {"a:1": "a:1", "b:1": "a:1"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_mentions_changes_nothing(seed: int) -> None:
    given = [
        mention(f"{report}:{number}", lemma, earliest=day, latest=day)
        for report in "abc"
        for number, (lemma, day) in enumerate(
            [("call", MONDAY), ("phone", NEXT_MONDAY), ("call", None), ("kill", None)]
        )
    ]
    stories = [story("a", "b"), story("c")]

    assert group_chains(shuffled(given, seed), stories[::-1], rules()) == group_chains(given, stories, rules())


@pytest.mark.parametrize(
    ("form", "base"), [("stopped", "stop"), ("fled", "fled"), ("carries", "carry"), ("used", "use")]
)
def test_a_form_has_its_base_among_its_forms(form: str, base: str) -> None:
    assert base in base_forms(form)


def test_a_stem_is_cut_twice_at_most_and_keeps_four_letters() -> None:
    assert stem("elections", rules().endings) == stem("elect", rules().endings) == "elect"
    assert stem("sing", rules().endings) == "sing"


def test_each_entry_of_the_lexicons_stands_in_its_example() -> None:
    with as_file(files("newsledger") / "stories" / "data") as folder:
        lexicons = {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in SCHEMAS.items()}

    for row in lexicons["act_families"].rows:
        text, start, end = marked(row["example"])
        first, *rest = text[start:end].split()
        upos = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ"}[row["pos"]]
        assert row["act"] in possible_acts(mention("a:1", first, upos, phrase=tuple(rest)), rules())
    for column in ("common_words", "endings"):
        for row in lexicons[column].rows:
            text, start, end = marked(row["example"])
            assert text[start:end].endswith(row[SCHEMAS[column].columns[0]]) or column == "common_words"
