"""Bylines."""

import pytest

from newsledger.page import Rules
from newsledger.page.layout.byline import find_names, is_byline, is_signature
from newsledger.page.layout.prose import mark_lines
from newsledger.page.words.line import make_line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Holm", ["Anna Holm"]),
        ("By Anna Holm and Per Dahl in Bergen", ["Anna Holm", "Per Dahl"]),
        ("By ANNA HOLM, Harbour correspondent", ["ANNA HOLM"]),
        ("Anna Holm, Per van der Dahl | March 3, 2016", ["Anna Holm", "Per van der Dahl"]),
        ("By Anna Holm@annaholm Nov 19, 2019, 7:53pm", ["Anna Holm"]),
        ("By Anna Holm - Staff Writer 2019-11-18", ["Anna Holm"]),
        ("Von Anna Müller-Holm", ["Anna Müller-Holm"]),
        ("Associated Press November 19, 2019", ["Associated Press"]),
        ("By Staff Reporter", []),
        ("by Harbour Newsdesk 3 March 2016, 09:22", []),
        ("By Anna Holm On 3/3/16 at 4:00 PM", ["Anna Holm"]),
        ("Anna Holm @annaholm", ["Anna Holm"]),
        ("", []),
    ],
)
def test_names_are_read_and_found_again_in_the_text(rules: Rules, text: str, names: list[str]) -> None:
    found = list(find_names(text, 10, rules))

    assert [name.name for name in found] == names
    assert all((" " * 10 + text)[name.start : name.end] == name.name for name in found)


@pytest.mark.parametrize(
    ("text", "hints", "near", "found"),
    [
        ("By Anna Holm", (), False, True),
        ("Anna Holm", (), True, True),
        ("Anna Holm", (), False, False),
        ("Anna Holm, Harbour News", ("byline",), True, True),
        ("By the time the ferry left, nobody was on the quay any more to see it.", (), True, False),
        ("Most Read", (), True, False),
        ("Share this", ("byline",), True, False),
        ("5 min read", ("byline",), True, False),
        ("Follow Anna Holm", (), True, False),
        ("Web Desk", (), True, True),
        ("Web Desk", (), False, False),
        ("By Staff Reports -", (), True, True),
        ("Bergen, Harbour News Bureau | Updated: 3 March 2016", (), True, True),
        ("The desk", (), True, False),
    ],
)
def test_a_byline_says_by_or_stands_near_the_headline(
    rules: Rules, text: str, hints: tuple[str, ...], near: bool, found: bool
) -> None:
    marked = mark_lines([make_line(text, 0, hints=frozenset(hints))], rules)[0]

    assert is_byline(marked, rules, near=near) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters", True),
        ("(AFP)", True),
        ("Keystone-SDA", True),
        ("Source: Xinhua", True),
        ("Reuters reported on Monday", False),
        ("", False),
    ],
)
def test_an_agency_alone_signs(rules: Rules, text: str, found: bool) -> None:
    assert is_signature(text, rules) is found


def test_the_paper_may_follow_the_name_above_a_date(rules: Rules) -> None:
    (line,) = mark_lines([make_line("Anna Holm Harbour Times", 0)], rules)

    assert is_byline(line, rules, near=True, dated=True)
    assert not is_byline(line, rules, near=True)
