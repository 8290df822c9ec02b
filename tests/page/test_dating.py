"""Which of a page's dates is its own."""

from functools import partial

import pytest

from newsledger.model import Capture
from newsledger.page import Rules, read_article
from page.pages import BODY, paragraphs, read_dump, read_html

HEADLINE = "Old lock closes for two years"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        pytest.param("Published 21 January 2017 10:15", "2017-01-21", id="cue"),
        pytest.param("Sat Jan 21, 2017 3:04PM", "2017-01-21", id="bare"),
        pytest.param("Anna Holm | 21 January 2017", "2017-01-21", id="beside-a-name"),
        pytest.param("Posted: 21.01.17 10:15", "2017-01-21", id="two-figures"),
        pytest.param("21-Jan-17", "2017-01-21", id="dashes"),
        pytest.param("Published 01/21/2017", "2017-01-21", id="month-first"),
        pytest.param("Posted: 02/03/2017 06:52 AM EST", "2017-02-03", id="zone-of-america"),
        pytest.param("Posted: 02/03/2017 06:52 BST", "2017-03-02", id="zone-of-britain"),
        pytest.param("Posted: Thursday 02/03/2017", "2017-03-02", id="weekday-tells-the-order"),
        pytest.param("Posted: 02/03/2017", None, id="order-unknown"),
        pytest.param("Retrieved on 21 January 2017", None, id="retrieved"),
        pytest.param("Archived from the original on 21 January 2017", None, id="archived"),
        pytest.param("Updated 21 January 2017", None, id="changed"),
        pytest.param("Ferry prices rise again (21 January 2017)", None, id="teaser"),
        pytest.param("Ferry prices rise again on 21 January 2017 as fuel grows dearer", None, id="sentence"),
        pytest.param("By Anna Holm on January 21, 2017", "2017-01-21", id="by-somebody-on"),
        pytest.param("Divers at the gate on January 21, 2017", None, id="picture"),
        pytest.param("4 June 2017 – 30 June 2017", None, id="range"),
        pytest.param("Saturday 21 January", None, id="no-year"),
        pytest.param("3 hours ago", None, id="ago"),
    ],
)
def test_a_line_below_the_headline(rules: Rules, line: str, value: str | None) -> None:
    assert read_dump(rules, HEADLINE, line, *BODY).date_published.value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("Saturday 21 January 2017 19.00 GMT", "2017-01-21", id="clock-and-zone"),
        pytest.param("Sat Jan 21, 2017 6:10 pm EDT", "2017-01-21", id="american-clock"),
        pytest.param("Saturday 21 January 2017", None, id="a-day-of-the-story"),
        pytest.param("Updated Saturday 21 January 2017 19.00 GMT", None, id="changed"),
    ],
)
def test_a_stamp_that_a_dump_ran_into_the_first_paragraph(rules: Rules, words: str, value: str | None) -> None:
    first = f"The old lock of the harbour closes for two years, says its owner {words} {BODY[0]}"

    assert read_dump(rules, HEADLINE, first, *BODY[1:]).date_published.value == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        pytest.param("This article was published on January 21, 2017.", "2017-01-21", id="told"),
        pytest.param("Published in The Sea News, January 21st, 2017.", "2017-01-21", id="printed"),
        pytest.param("The first wall fell on January 21, 2017.", None, id="history"),
        pytest.param("© 2017 Sea News. All rights reserved.", None, id="copyright"),
    ],
)
def test_a_line_below_the_article(rules: Rules, line: str, value: str | None) -> None:
    assert read_dump(rules, HEADLINE, *BODY, line).date_published.value == value


def test_a_comment_dates_nothing(rules: Rules) -> None:
    article = read_dump(rules, HEADLINE, *BODY, "Comments", "Posted 3 June 2015: It was a good lock.")

    assert article.date_published.basis == "unknown"


def test_two_days_above_the_headline_are_those_of_a_list(rules: Rules) -> None:
    above = (f"{HEADLINE} - Sea News", "12 January 2017", "Ferry prices rise", "13 January 2017", "More news")
    article = read_dump(rules, *above, HEADLINE, *BODY)

    assert article.date_published.basis == "unknown"


def test_no_bare_date_is_older_than_a_picture(rules: Rules) -> None:
    picture = "Mayor Anna Holm greets divers as Ida Berg looks on in Bergen on January 20, 2017. (Photo by Sea Wire)"
    between = (BODY[0], picture, *BODY[1:])

    assert read_dump(rules, HEADLINE, "3 June 2015", *between).date_published.basis == "unknown"
    assert read_dump(rules, HEADLINE, "21 January 2017", *between).date_published.value == "2017-01-21"


@pytest.mark.parametrize(
    ("first", "legal", "value"),
    [
        pytest.param("on Saturday, a year after the flood of May 3, 2016", "", "2017-01-21", id="date-in-the-text"),
        pytest.param("on Saturday, a year after the flood", "© 2017 Sea News", "2017-01-21", id="copyright"),
        pytest.param("on Saturday, a year after the flood", "", None, id="nothing"),
        pytest.param("on Tuesday, a year after the flood", "© 2017 Sea News", None, id="weekday-against-it"),
    ],
)
def test_the_year_of_a_dateline(rules: Rules, first: str, legal: str, value: str | None) -> None:
    lead = f"BERGEN, January 21 (Sea Press Agency) - The council closed the old lock {first}."
    article = read_dump(rules, HEADLINE, lead, BODY[1], BODY[2], *([legal] if legal else []))

    assert article.date_published.value == value


def test_the_month_of_the_address_is_narrowed_by_the_words(rules: Rules) -> None:
    url = "https://example.org/2017/01/lock"

    assert read_dump(rules, HEADLINE, "21 January 2017", *BODY, url=url).date_published.value == "2017-01-21"
    assert read_dump(rules, HEADLINE, "21 March 2017", *BODY, url=url).date_published.value == "2017-01"


def test_an_address_in_the_page_counts_where_it_names_the_headline(rules: Rules) -> None:
    own = "Printed from https://example.org/2017/01/21/old-lock-closes"
    other = "Read https://example.org/2017/01/21/ferry-prices-rise"

    assert read_dump(rules, own, HEADLINE, *BODY).date_published.value == "2017-01-21"
    assert read_dump(rules, other, HEADLINE, *BODY).date_published.basis == "unknown"


def test_a_clean_text_is_dated_by_its_dateline(rules: Rules) -> None:
    text = f"{HEADLINE}\n\nBERGEN, January 21, 2017 (Sea Press Agency) - {BODY[0]}\n\n{BODY[1]}"

    article = read_article(Capture(data=text, kind="text"), rules)

    assert (article.date_published.value, article.date_published.basis) == ("2017-01-21", "text")


def test_a_list_of_stamps_under_one_key_is_of_other_articles(rules: Rules) -> None:
    stamps = "".join(f"<meta itemprop=datePublished content='2026-03-13T1{hour}:00:00Z'>" for hour in range(5))

    assert read_html(rules, f"<h1>Old lock closes</h1>{paragraphs()}{stamps}").date_published.value is None
    assert read_html(rules, f"<h1>Old lock closes</h1>{paragraphs()}{stamps[:60]}").date_published.day is not None


def test_the_day_of_the_address_is_the_papers_own_where_the_markup_is_of_greenwich(rules: Rules) -> None:
    head = '<meta property="article:published_time" content="2017-01-22T02:41:41+00:00">'
    read = partial(read_html, rules, f"<h1>Old lock closes</h1>{paragraphs()}", head=head)

    assert read(url="https://harbour.example/2017/01/21/lock").date_published.value == "2017-01-21"
    assert read(url="https://harbour.example/2017/01/22/lock").date_published.value == "2017-01-22T02:41:41+00:00"
    assert read(url="https://harbour.example/2016/12/01/lock").date_published.value == "2017-01-22T02:41:41+00:00"


@pytest.mark.parametrize("menu", ["Home » Harbours", f"HomeHarbours{HEADLINE}"])
def test_a_date_above_a_menu_is_the_clock_of_the_site(rules: Rules, menu: str) -> None:
    article = read_dump(rules, "9.7 C", "Bergen", "Wednesday, October 4, 2023", menu, HEADLINE, *BODY)

    assert article.headline == HEADLINE
    assert article.date_published.basis == "unknown"


def test_a_date_far_above_the_headline_is_the_clock_of_the_site(rules: Rules) -> None:
    above = ("Wednesday, October 4, 2023", "Latest from the harbour", "All our ferries", "Write to us")
    article = read_dump(rules, *above, HEADLINE, *BODY)

    assert article.date_published.basis == "unknown"


def test_a_date_below_a_post_is_its_own_where_a_cue_follows_it(rules: Rules) -> None:
    article = read_dump(
        rules, HEADLINE, *BODY, "Tags: lock", "January 21, 2017 9:54 AM", "Posted By:", "Categories: Ports"
    )

    assert article.date_published.value == "2017-01-21"
