"""The headline among its copies."""

from collections.abc import Sequence

import pytest

from newsledger.page import Rules
from newsledger.page.layout.headline import find_headline
from newsledger.page.layout.prose import find_prose, mark_lines
from newsledger.page.words.line import read_lines
from page.pages import BODY

HEADLINE = "Old lock closes for two years"


def found(rules: Rules, *lines: str, titles: Sequence[str] = (f"{HEADLINE} - Sea News",)) -> int | None:
    marked = mark_lines(read_lines("\n".join(lines)), rules)
    return find_headline(marked, titles, find_prose(marked, None))


def test_the_copy_above_the_byline_is_the_headline(rules: Rules) -> None:
    assert found(rules, "Menu", HEADLINE, "By Anna Holm", "March 3, 2016", "Share", HEADLINE, "Share", *BODY) == 1


def test_the_copy_in_a_path_is_not(rules: Rules) -> None:
    assert found(rules, "Home", HEADLINE, HEADLINE, "By Anna Holm", *BODY) == 2


def test_a_headline_in_other_words_is_known_by_its_byline(rules: Rules) -> None:
    lines = ("Lock closes for years: what to do", "By Anna Holm", "Why a lock is not a gate", "Watch", *BODY)

    assert found(rules, *lines) == 0


def test_the_papers_name_above_the_date_is_no_headline(rules: Rules) -> None:
    assert found(rules, "Sea News", "March 3, 2016", HEADLINE, *BODY, titles=()) == 2


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(("Ministry of Locks", "Press release No. 12", "March 3, 2016"), id="letterhead"),
        pytest.param(("From: Press Office, Port of Bergen", "Date: March 3, 2016"), id="mail"),
    ],
)
def test_who_sends_a_release_is_no_headline(rules: Rules, above: tuple[str, ...]) -> None:
    assert found(rules, *above, HEADLINE, *BODY, titles=()) == len(above)


@pytest.mark.parametrize(
    "titles",
    [pytest.param(("Bergen loses its harbour gate",), id="other-words"), pytest.param(("Sea News",), id="site")],
)
def test_where_no_line_shares_a_word_with_the_title_form_tells_the_headline(
    rules: Rules, titles: Sequence[str]
) -> None:
    assert found(rules, "Menu", "March 3, 2016", HEADLINE, "By Anna Holm", *BODY, titles=titles) == 2
