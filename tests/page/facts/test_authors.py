"""Who wrote it."""

import pytest

from newsledger.page import Rules
from newsledger.page.facts.authors import split_authors
from page.pages import paragraphs, read_html

HEAD = '<meta property="og:site_name" content="Harbour News">'


@pytest.mark.parametrize(
    ("value", "names"),
    [
        pytest.param("Anna Holm", ("Anna Holm",), id="one"),
        pytest.param("By Anna Holm and Per Lie", ("Anna Holm", "Per Lie"), id="two"),
        pytest.param("Anna Holm, Per Lie & Ida Berg", ("Anna Holm", "Per Lie", "Ida Berg"), id="three"),
        pytest.param("Anna Holm; Per Lie", ("Anna Holm", "Per Lie"), id="semicolon"),
        pytest.param("Anna Holm with Per Lie in Bergen", ("Anna Holm", "Per Lie"), id="with"),
        pytest.param("Von Anna Holm und Per Lie", ("Anna Holm", "Per Lie"), id="german"),
        pytest.param("Texto: Ana Silva y Juan Ruiz", ("Ana Silva", "Juan Ruiz"), id="spanish"),
        pytest.param("José Ortega y Gasset", ("José Ortega y Gasset",), id="y-inside-a-name"),
        pytest.param("Анна Хольм и Иван Ли", ("Анна Хольм", "Иван Ли"), id="russian"),
        pytest.param("Anna Holm, Staff Writer", ("Anna Holm",), id="staff-writer"),
        pytest.param("Anna Holm - Senior Correspondent", ("Anna Holm",), id="title-after-dash"),
        pytest.param("Anna Holm, Harbour News", ("Anna Holm",), id="outlet-after-comma"),
        pytest.param("Anna Holm Harbour News", ("Anna Holm",), id="outlet-run-on"),
        pytest.param("Anna Holm (AFP)", ("Anna Holm",), id="agency-in-brackets"),
        pytest.param("Anna Holm @annaholm", ("Anna Holm",), id="handle"),
        pytest.param("Anna Holm <anna@harbour.example>", ("Anna Holm",), id="mail"),
        pytest.param("Anna Holm for the Gazette", ("Anna Holm",), id="for-a-paper"),
        pytest.param("Anna van der Holm", ("Anna van der Holm",), id="particles"),
        pytest.param("Martin Holm, Jr.", ("Martin Holm, Jr",), id="junior"),
        pytest.param("Regan", ("Regan",), id="one-word"),
        pytest.param("A.H.", ("A.H.",), id="initials"),
        pytest.param("王小明", ("王小明",), id="chinese"),
        pytest.param("https://social.example/anna.holm", (), id="address"),
        pytest.param("Harbour News", (), id="outlet"),
        pytest.param("Harbour News Desk", (), id="desk"),
        pytest.param("HARBOUR", (), id="login-name"),
        pytest.param("anna73", (), id="digits"),
        pytest.param("admin", (), id="admin"),
        pytest.param("Associated Press", (), id="agency"),
        pytest.param("harbour.example", (), id="host"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_whom_the_markup_names(rules: Rules, value: str, names: tuple[str, ...]) -> None:
    assert split_authors(value, rules, frozenset({"harbournews"})) == names


def page(rules: Rules, line: str, head: str = HEAD) -> tuple[str, ...]:
    return read_html(rules, f"<article><h1>Old lock closes</h1>{line}{paragraphs()}</article>", head=head).byline


def test_a_name_that_nothing_introduces_gives_way_to_the_markups(rules: Rules) -> None:
    line = "<p class=byline>Anna Holm All, Books, Dock Reviews</p>"

    assert page(rules, line, HEAD + "<meta name=author content='Anna Holm'>") == ("Anna Holm",)
    assert page(rules, "<p>By Ida Berg</p>", HEAD + "<meta name=author content='Web Desk'>") == ("Ida Berg",)


def test_the_outlet_is_no_author_of_its_own_page(rules: Rules) -> None:
    told = '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbour News"}}'
    organisation = f'<script type="application/ld+json">{told}</script>'

    assert page(rules, "<p class=byline>By Anna Holm, Harbour News</p>") == ("Anna Holm",)
    assert page(rules, "", HEAD + organisation) == ()


def test_capitals_are_written_as_the_markup_writes_them(rules: Rules) -> None:
    line = "<p class=byline>By ANNA HOLM</p>"

    assert page(rules, line, HEAD + "<meta name=author content='Anna Holm'>") == ("Anna Holm",)
    assert page(rules, line) == ("ANNA HOLM",)


def test_editors_and_photographers_are_no_authors(rules: Rules) -> None:
    body = (
        f"<article><h1>Old lock closes</h1>{paragraphs()}<p>(Reporting by Anna Holm; Editing by Per Lie)</p></article>"
    )

    assert read_html(rules, body).byline == ("Anna Holm",)


def test_of_the_signers_below_only_those_count_who_stand_alone(rules: Rules) -> None:
    body = (
        f"<article><h1>Old lock closes</h1><p class=byline>By Anna Holm</p>{paragraphs()}"
        "<p>Additional reporting by Ida Berg</p></article>"
    )

    assert read_html(rules, body).byline == ("Anna Holm",)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p>By Anna HolmReporter</p>", id="run-together"),
        pytest.param("<p>byAnna Holm</p>", id="no-space"),
        pytest.param("<p>By Anna Holm</p><p class=byline>Published by Lock Books</p>", id="who-publishes-a-book"),
        pytest.param("<p class=byline>Quiet Waters</p><p>By Anna Holm</p>", id="kicker"),
        pytest.param("<p class=byline>Anna Holm Anna Holm</p>", id="twice"),
    ],
)
def test_only_the_name_beside_the_one_that_the_markup_gives_is_an_author(rules: Rules, line: str) -> None:
    assert page(rules, line, HEAD + "<meta name=author content='Anna Holm'>") == ("Anna Holm",)


TWO = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Anna Holm"}, '
    '{"@type": "Person", "name": "Per J. Lie"}]}</script>'
)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p class=byline>Anna Holm</p><p class=byline>Per J. Lie Bergen</p>", id="place-run-on"),
        pytest.param("<p>By Anna Holm and Per J. Lie The Associated Press</p>", id="agency-run-on"),
        pytest.param("<p class=byline>21/1/2017 • Harbour Notes • Anna Holm, Per J. Lie</p>", id="column"),
        pytest.param("<p class=byline>Anna Holm Anna Holm</p><p class=byline>Per J. Lie Per J. Lie</p>", id="twice"),
    ],
)
def test_whom_markup_and_byline_both_name_are_the_authors(rules: Rules, line: str) -> None:
    assert page(rules, line, HEAD + TWO) == ("Anna Holm", "Per J. Lie")


def test_an_initial_is_no_article(rules: Rules) -> None:
    assert page(rules, "<p>By Anna A. Holm</p>") == ("Anna A. Holm",)


def test_a_byline_that_its_element_calls_one_does_not_give_way_to_an_editor_in_the_markup(rules: Rules) -> None:
    assert page(rules, "<p class=byline>Anna Holm</p>", HEAD + "<meta name=author content='Per Lie'>") == ("Anna Holm",)


def test_a_section_is_no_author(rules: Rules) -> None:
    assert page(rules, "", HEAD + "<meta name=author content=Sports>") == ()


def test_names_alone_above_the_first_paragraph_sign_where_the_outlet_is_told(rules: Rules) -> None:
    body = (
        f"<h1>Old lock closes</h1><p class=byline>by Harbour News</p><div><p>Anna Holm/Per Lie</p>{paragraphs()}</div>"
    )

    assert read_html(rules, f"<article>{body}</article>", head=HEAD).byline == ("Anna Holm", "Per Lie")


def test_an_editor_below_whom_the_markup_names_is_not_the_author(rules: Rules) -> None:
    body = f"<h1>Old lock closes</h1><p class=byline>Anna Holm</p>{paragraphs()}<p class=byline>Editor: Per Lie</p>"
    told = HEAD + "<meta name=author content='Per Lie'>"

    assert read_html(rules, f"<article>{body}</article>", head=told).byline == ("Anna Holm",)


def test_a_network_is_nobody(rules: Rules) -> None:
    line = "<p>By Anna Holm</p><p class=byline>North Shore Gardening Network</p>"

    assert page(rules, line) == ("Anna Holm",)


def test_the_letters_of_a_portrait_are_no_agency(rules: Rules) -> None:
    body = f"<h1>Old lock closes</h1><p class=byline>PA</p><p class=byline>Per Aas</p>{paragraphs()}"

    assert read_html(rules, f"<article>{body}</article>").origin is None
