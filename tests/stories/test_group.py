"""Stories: articles on the same happenings, in whatever order they came."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from happenings import FERRY_NORTH, as_sets, report, reports, rules, shuffled
from newsledger.stories import find_copies, group_stories
from newsledger.stories.frequencies import rarest, rarity
from newsledger.stories.group import parts_of
from newsledger.stories.linkage import connected, link
from newsledger.stories.weights import dot, vector
from newsledger.stories.words import plain

EXPECTED = {frozenset({"n1", "n2"}), frozenset({"s1", "s2"}), frozenset({"b1", "b2"})}


def test_two_ferries_and_a_budget_are_three_stories() -> None:
    stories = group_stories(reports(), (), rules())

    assert as_sets(story.reports for story in stories) == EXPECTED
    assert {story.id for story in stories} == {"n1", "s1", "b1"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_reports_changes_nothing(seed: int) -> None:
    given = [*reports(), report("n3", FERRY_NORTH, "2019-03-06")]
    other = shuffled(given, seed)

    assert group_stories(other, find_copies(other), rules()) == group_stories(given, find_copies(given), rules())


def test_a_copy_stands_in_the_story_of_its_text_and_says_so() -> None:
    given = [*reports(), report("n3", FERRY_NORTH, "2019-03-06")]

    stories = group_stories(given, find_copies(given), rules())

    north = next(story for story in stories if story.id == "n1")
    assert north.reports == ("n1", "n2", "n3")
    assert ("n1", "n3", "the same text") in {(tie.first, tie.second, tie.why) for tie in north.ties}


def test_a_tie_says_in_one_line_what_is_shared() -> None:
    given = [replace(one, parties=("norlinjen",)) if one.id.startswith("n") else one for one in reports()]

    stories = group_stories(given, (), rules())

    (tie,) = next(story for story in stories if story.id == "n1").ties
    assert tie.why.startswith(f"score {tie.score:.2f}: ")
    assert "1 parties (norlinjen)" in tie.why
    assert "skarven" in tie.why
    assert "\n" not in tie.why


def test_an_article_like_no_other_is_a_story_of_its_own() -> None:
    given = [*reports(), report("x", "A hen in Osby has laid three eggs in one hour, says the farmer.", "2019-03-04")]

    assert ("x",) in {story.reports for story in group_stories(given, (), rules())}


def test_reports_without_words_are_stories_of_their_own() -> None:
    assert as_sets(s.reports for s in group_stories([report("a", ""), report("b", "…")], (), rules())) == as_sets(
        ["a", "b"]
    )


def test_words_of_every_text_weigh_nothing() -> None:
    weighed = [vector(one, rules().common) for one in reports()]

    assert not any(feature in ("the", "of", "on") for one in weighed for feature in one)
    assert all(dot(one, one) == pytest.approx(1.0, abs=0.001) for one in weighed)


def test_a_word_is_as_rare_as_english_has_it_and_none_is_rarer_than_those_that_nobody_knows() -> None:
    assert 0 < rarity("year") < rarity("minister") < rarity("skarven") == rarest()


def test_two_rare_words_in_a_row_tell_more_than_one_and_two_common_ones_less() -> None:
    weighed = vector(report("a", "The Skarven Tunevik sailed. A year later. A year later."), rules().common)

    assert weighed["skarven tunevik"] > weighed["skarven"] > weighed["year later"]


def test_a_report_that_is_near_to_nobody_changes_no_other_story() -> None:
    before = group_stories(reports(), (), rules())
    other = report("x", "A hen in Osby has laid three eggs in one hour, says the farmer.", "2019-03-05")

    assert set(before) < set(group_stories([*reports(), other], (), rules()))


def test_what_hangs_together_in_too_large_a_number_is_parted_where_it_hangs_together_least() -> None:
    members = [f"m{number:03}" for number in range(200)]
    halves = [members[:100], members[100:]]
    edges = {(one, other): 2.0 for half in halves for one, other in pairwise(half)} | {("m099", "m100"): 0.59}

    assert parts_of(members, edges) == list(map(tuple, halves))
    assert parts_of(members[90:110], edges) == [tuple(members[90:110])]


def test_average_linkage_stops_where_the_mean_is_too_low() -> None:
    chain = {"a": {"x": 1.0}, "b": {"x": 0.8, "y": 0.6}, "c": {"y": 1.0}}

    assert link(chain, [("a", "b"), ("b", "c")], 0.7) == (("a", "b"), ("c",))
    assert link(chain, [("a", "b"), ("b", "c")], 0.2) == (("a", "b", "c"),)


def test_members_hang_together_over_others() -> None:
    assert connected("abcd", [("c", "d"), ("a", "d")]) == (("a", "c", "d"), ("b",))


@pytest.mark.parametrize(("word", "expected"), [("Quakes", "quake"), ("loss", "loss"), ("gas", "gas")])
def test_a_plural_is_its_singular(word: str, expected: str) -> None:
    assert plain(word) == expected


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_are_grouped_and_each_once(texts: list[str]) -> None:
    given_reports = [report(str(number), text) for number, text in enumerate(texts)]

    stories = group_stories(given_reports, find_copies(given_reports), rules())

    assert sorted(key for story in stories for key in story.reports) == sorted(one.id for one in given_reports)
