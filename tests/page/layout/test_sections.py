"""Sections: paths, and words above the headline."""

import pytest

from newsledger.page import Rules
from newsledger.page.layout.place import lay_out
from newsledger.page.layout.prose import mark_lines
from newsledger.page.layout.roles import find_roles
from newsledger.page.layout.sections import find_sections, is_marked_section, section_names
from newsledger.page.words.line import make_line, read_lines
from page.pages import BODY

HEADLINE = "Old lock closes for two years"


def sections(rules: Rules, *above: str, below: tuple[str, ...] = ("By Anna Holm",)) -> list[str]:
    texts = [*above, HEADLINE, *below]
    lines = mark_lines(read_lines("\n".join(texts)), rules)
    return [texts[number] for number in sorted(find_sections(lines, len(above), len(above), rules))]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        pytest.param(("Log in", "Terms", "Home", "World", "Norway"), ("Home", "World", "Norway"), id="path"),
        pytest.param(("Log in", "Terms", "World  /  Norway"), ("World  /  Norway",), id="one-line"),
        pytest.param(
            ("Log in", "You are here: HomeHarbourLocks"), ("You are here: HomeHarbourLocks",), id="run-together"
        ),
        pytest.param(("Log in", f"Home Harbour {HEADLINE}"), (f"Home Harbour {HEADLINE}",), id="with-the-headline"),
        pytest.param(("Log in", "Our paper", "Local News"), ("Local News",), id="name"),
        pytest.param(
            ("Log in", "Our paper", "Sport", "Bergen Rowers"), ("Sport", "Bergen Rowers"), id="name-and-topic"
        ),
        pytest.param(("OPINION",), ("OPINION",), id="first-line"),
        pytest.param(("Log in", "Our paper", "World", "Europe"), ("World", "Europe"), id="wider-above"),
        pytest.param(("Log in", "Our paper", "Sport | Travel"), ("Sport | Travel",), id="two-names"),
        pytest.param(("Log in", "Our paper", "Sport", "3 March 2016"), ("Sport",), id="above-the-date"),
        pytest.param(
            ("Home", ">", "Harbour", ">", "Locks", "Share"), ("Home", ">", "Harbour", ">", "Locks"), id="marks"
        ),
        pytest.param(("Log in", "Our paper", "LOCK CLOSURE"), ("LOCK CLOSURE",), id="capitals"),
        pytest.param(("Sport", "World", "Weather", "Opinion", "Travel", "Sport"), ("Sport",), id="after-the-menu"),
    ],
)
def test_sections_stand_above_the_headline(rules: Rules, above: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert sections(rules, *above) == list(found)


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(("Log in", "World", "Sport", "Opinion", "Travel"), id="end-of-menu"),
        pytest.param(("Harbour Tribune",), id="papers-name"),
        pytest.param(("Home | About | Contact",), id="menu-in-one-line"),
        pytest.param(("For release Tuesday",), id="day"),
        pytest.param(("Home", "World", "Sport", "Opinion", "Travel"), id="menu-with-home"),
        pytest.param(("Log in", "Our paper", "Photo: Ida Berg / Sea Wire"), id="credit"),
        pytest.param(("Log in", "Our paper", "3 March 2016"), id="date"),
        pytest.param(("Trending:", "Sport", "Bergen Rowers"), id="list-of-topics"),
    ],
)
def test_menus_dates_and_credits_are_no_sections(rules: Rules, above: tuple[str, ...]) -> None:
    assert sections(rules, *above) == []


def test_a_path_is_cut_into_its_parts(rules: Rules) -> None:
    assert section_names("Home > World / Norway ›", rules) == ("Home", "World", "Norway")


@pytest.mark.parametrize(
    ("count", "found"),
    [pytest.param(2, True, id="path"), pytest.param(7, False, id="menu")],
)
def test_many_links_that_markup_calls_sections_are_a_menu(rules: Rules, count: int, found: bool) -> None:
    hints = frozenset({"section", "furniture"})
    texts = [f"Harbour {number}" for number in range(count)]
    lines = mark_lines([make_line(text, 0, tag="li", hints=hints) for text in texts], rules)

    assert is_marked_section(lines, count - 1, count) is found


def test_a_section_may_stand_beside_the_date_below_the_headline(rules: Rules) -> None:
    above = ("Log in", "Our shop", "Our paper")

    assert sections(rules, *above, below=("Share", "Travel", "3 March 2016", "By Anna Holm")) == ["Travel"]
    assert sections(rules, *above, below=("Share", "Travel", "Tweet", "By Anna Holm")) == []


def test_a_section_may_stand_just_below_the_headline(rules: Rules) -> None:
    assert sections(rules, "Log in", "Our shop", "Our paper", below=("WORLD", "By Anna Holm")) == ["WORLD"]


@pytest.mark.parametrize(("tag", "role"), [("", "section"), ("p", "furniture")])
def test_words_tell_a_section_only_where_there_is_no_markup(rules: Rules, tag: str, role: str) -> None:
    texts = ("HIGH WATER", "Old lock closes for two years", *BODY)
    lines = mark_lines([make_line(text, 0, tag=tag) for text in texts], rules)
    layout = lay_out(lines, 1, frozenset({2, 3, 4}), ())

    assert find_roles(lines, layout, rules)[0] == role
