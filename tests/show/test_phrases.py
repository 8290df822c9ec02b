"""How an article is named that has no headline."""

import pytest

from newsledger.show import phrases


@pytest.mark.parametrize(
    ("url", "short"),
    [
        pytest.param(
            "https://www.paper.example/news/2018/ferry-runs-aground", "paper.example/…/ferry-runs-aground", id="last"
        ),
        pytest.param(
            "https://paper.example/ferry-runs-aground/story?id=63", "paper.example/ferry-runs-aground/…", id="first"
        ),
        pytest.param("http://paper.example/?p=2591", "paper.example/?p=2591", id="a-number-alone"),
        pytest.param("https://paper.example/world/30936.html", "paper.example/…/30936.html", id="no-words"),
        pytest.param("https://paper.example/%C3%A9t%C3%A9-a-paris/", "paper.example/été-a-paris", id="escaped"),
        pytest.param("https://paper.example", "paper.example", id="host"),
        pytest.param("https://paper.example/a?id=5", "paper.example/a?id=5", id="asked"),
        pytest.param("file:///home/me/ferry.html", "file:///home/me/ferry.html", id="file"),
        pytest.param("http://[half", "http://[half", id="no-address"),
    ],
)
def test_an_address_is_shortened_to_what_tells_it_from_others(url: str, short: str) -> None:
    assert phrases.short_address(url) == short


@pytest.mark.parametrize(
    ("folded", "named"),
    [
        pytest.param("anna berg, kenya", "Anna M. Berg, Kenya", id="names"),
        pytest.param("anna maria m. berg", "Anna M. Berg", id="longer"),
        pytest.param("lawyers", "lawyers", id="of-another"),
        pytest.param("", "", id="nobody"),
    ],
)
def test_parties_that_were_compared_in_small_letters_are_named_again(folded: str, named: str) -> None:
    assert phrases.as_named(folded, ["Anna M. Berg", "Kenya"]) == named


def test_an_article_goes_by_its_headline_else_its_address_else_by_neither() -> None:
    assert phrases.name_of("Ferry\n sinks", "https://paper.example/a") == "Ferry sinks"
    assert phrases.name_of(None, "https://paper.example/a") == "paper.example/a"
    assert phrases.name_of(None, None) == "an article without a headline"
