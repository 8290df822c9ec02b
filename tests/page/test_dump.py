"""Dumps: pages of which only the words are left."""

import pytest

from newsledger.model import Capture
from newsledger.page import Rules, read_article
from page.pages import BODY, of_role, read_dump, roles

HEADLINE = "Old lock closes for two years"
CAPTIONS = (
    "Mayor Anna Holm (L) and lock keeper Per Dahl wait at the gate in Bergen on October 16, 2015. (Photos by Sea Wire)",
    "Mayor Anna Holm (C) greets divers as Deputy Mayor Ida Berg looks on in Bergen on January 20, 2017.",
)


def test_a_page_with_captions_between_its_paragraphs(rules: Rules) -> None:
    article = read_dump(
        rules,
        "News   /   Norway",
        "Norway: Old lock closes although barges need it",
        CAPTIONS[0],
        *BODY[:2],
        CAPTIONS[1],
        BODY[2],
        "Sea News’ website can also be accessed at these alternate addresses:",
        "www.seanews.example",
        "SHARE THIS ARTICLE",
        "Sea News on your television",
    )

    assert roles(article) == [
        *("section", "headline", "caption", "credit", "body", "body", "caption", "body"),
        *["furniture"] * 4,
    ]
    assert of_role(article, "credit") == ["(Photos by Sea Wire)"]
    assert (article.section, article.publisher) == (("News", "Norway"), "Sea News")
    assert article.addresses == ("www.seanews.example",)
    assert article.date_published.basis == "unknown"


def test_a_copy_of_the_headline_among_links_is_not_the_headline(rules: Rules) -> None:
    headline = "Old lock closes for two years while walls are rebuilt"
    article = read_dump(
        rules,
        f"{headline} - Sea News",
        *("Reading list", headline, "Instagram", "Type your name.", "March 2, 2017", "Home", "News", "Opinion"),
        *("Subscribe", "About us", "Newsletter", "Harbours"),
        *(headline, "by Anna Holm", "January 21, 2017", "Read next"),
        *BODY,
        BODY[0],
    )

    above = [article.text[: block.start].split()[-1] for block in article.blocks if block.role == "headline"]
    assert above == ["Harbours"]


def test_a_page_with_menu_title_and_comments(rules: Rules) -> None:
    article = read_dump(
        rules,
        "Old lock closes for two years - Sea News",
        *("Skip to content", "Home", "World", "Sport", "Weather"),
        "Old lock closes for two years",
        "By Anna Holm",
        "Published 21 January 2017 | Updated 22 January 2017",
        *("Share", "Tweet"),
        *BODY,
        "Read more: Tunnel opens a year too late",
        "The wall was built in 1902. It has been repaired six times since then, most recently in 1988.",
        *("Related articles", "Divers find a bell in the canal", "Ferry prices rise again"),
        *("Comments", "I have always said so. Nobody listens to those who live at the canal.", "Reply"),
        "© 2017 Sea News. All rights reserved.",
    )

    assert of_role(article, "headline") == ["Old lock closes for two years"]
    assert of_role(article, "body") == [
        *BODY,
        "The wall was built in 1902. It has been repaired six times since then, most recently in 1988.",
    ]
    assert of_role(article, "related") == [
        "Read more: Tunnel opens a year too late",
        "Related articles",
        "Divers find a bell in the canal",
        "Ferry prices rise again",
    ]
    assert (article.byline, article.publisher) == (("Anna Holm",), "Sea News")
    assert article.date_published.value == "2017-01-21"
    assert article.date_modified is not None
    assert article.date_modified.value == "2017-01-22"
    assert article.date_published.receipt is not None
    assert article.date_published.receipt.spans[0].of(article.text) == "21 January 2017"


def test_a_path_with_a_line_for_each_section(rules: Rules) -> None:
    article = read_dump(rules, "Menu", "Home", "World", "Norway", "Old lock closes for two years", *BODY)

    assert of_role(article, "section") == ["Home", "World", "Norway"]
    assert article.section == ("World", "Norway")


def test_a_page_of_one_paragraph_is_read(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", BODY[0], "Share this article")

    assert of_role(article, "body") == [BODY[0]]


def test_an_agency_may_sign_at_the_end(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY[:2], f"{BODY[0]} Nobody was hurt. (AP) PTR")

    assert article.origin == "Associated Press"


def test_those_who_reported_sign_at_the_end(rules: Rules) -> None:
    article = read_dump(
        rules, "Old lock closes for two years", *BODY, "Reporting by Anna Holm; Editing by Per Dahl", "Our standards: x"
    )

    assert of_role(article, "byline") == ["Reporting by Anna Holm; Editing by Per Dahl"]


@pytest.mark.parametrize("headline", ["Norway: old lock closes", "Old lock closes"])
def test_a_short_headline_is_found_above_the_body(rules: Rules, headline: str) -> None:
    article = read_dump(rules, "World  /  Norway", headline, *BODY)

    assert of_role(article, "headline") == [headline]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("The council – tired of waiting – voted on Monday to close the old lock.", id="sentence"),
        pytest.param("Old lock closes – at last", id="headline"),
    ],
)
def test_a_first_line_with_a_dash_is_no_title(rules: Rules, first: str) -> None:
    article = read_dump(rules, first, *BODY)

    assert article.blocks[0].role != "furniture"


def test_a_live_blog(rules: Rules) -> None:
    article = read_dump(
        rules,
        "Live: old lock closes today",
        *("15:32", "Gate shut", BODY[0]),
        *("2.05 p.m.", "Barges wait", BODY[1]),
        *("12:48", BODY[2]),
    )

    live = [block for block in article.blocks if block.role == "live_entry"]
    assert [(article.text[block.start : block.start + 9], block.at) for block in live] == [
        ("Gate shut", "T15:32"),
        (BODY[0][:9], "T15:32"),
        ("Barges wa", "T14:05"),
        (BODY[1][:9], "T14:05"),
        (BODY[2][:9], "T12:48"),
    ]


def test_a_timetable_is_no_live_blog(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes", *BODY, "12:00", "News", "13:00", "Weather", "14:00", "Film")

    assert of_role(article, "live_entry") == []


def test_a_page_in_another_language(rules: Rules) -> None:
    body = (
        "Der Stadtrat hat am Montag beschlossen, die alte Schleuse für zwei Jahre zu schließen.",
        "Die Schiffe nehmen so lange den nördlichen Kanal, was etwa vier Stunden länger dauert.",
        "„Niemand freut sich darüber, aber die Mauer wartet nicht“, sagte die Vorsitzende Anna Holm.",
    )

    article = read_dump(
        rules,
        *("Startseite", "Anmelden", "Alte Schleuse schließt für zwei Jahre", "Von Anna Müller", "21. Januar 2017"),
        *body,
        *("Das könnte Sie auch interessieren", "Tunnel öffnet ein Jahr zu spät", "Kommentare", "Impressum"),
    )

    assert of_role(article, "headline") == ["Alte Schleuse schließt für zwei Jahre"]
    assert of_role(article, "body") == list(body)
    assert (article.byline, article.date_published.value) == (("Anna Müller",), "2017-01-21")


def test_a_correction_after_the_last_paragraph(rules: Rules) -> None:
    note = "Correction: An earlier version of this article gave a wrong year for the wall."

    article = read_dump(rules, "Old lock closes for two years", *BODY, note, "Most read")

    assert of_role(article, "correction") == [note]


def test_subheadings_between_paragraphs_are_body(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY[:2], "The wall", BODY[2])

    assert of_role(article, "body") == [*BODY[:2], "The wall", BODY[2]]


def test_the_agency_of_the_dateline_is_the_origin_and_its_day_the_date(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", f"BERGEN, Jan. 21, 2017 (Reuters) - {BODY[0]}", BODY[1])

    assert (article.origin, article.date_published.value) == ("Reuters", "2017-01-21")
    assert article.receipts["origin"].spans[0].of(article.text) == "Reuters"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\r\n\tThe ferry left.\x0c\r\n\r\n", id="odd-space"),
        pytest.param("The ferry\0 left\ud800.", id="odd-characters"),
        pytest.param("x", id="one-letter"),
    ],
)
def test_the_text_is_the_input_unchanged(rules: Rules, data: str) -> None:
    assert read_article(Capture(data=data, media_type="text/plain"), rules).text == data


def test_a_list_of_points_above_the_first_paragraph_is_the_standfirst(rules: Rules) -> None:
    points = ("• Council closes the old lock for two years.", "• Barges must take the northern canal.")

    article = read_dump(rules, "Old lock closes for two years", "Web Desk", *points, *BODY)

    assert of_role(article, "standfirst") == list(points)
    assert of_role(article, "body") == list(BODY)
    assert (of_role(article, "byline"), article.byline) == (["Web Desk"], ())


def test_a_list_of_points_among_the_paragraphs_is_body(rules: Rules) -> None:
    points = ("• The gate stays shut for two years.", "• The wall is built again from the ground.")

    article = read_dump(rules, "Old lock closes for two years", *BODY, *points)

    assert of_role(article, "body") == [*BODY, *points]


@pytest.mark.parametrize("headline_first", [True, False])
def test_a_line_of_dates_may_say_how_long_ago_it_was(rules: Rules, headline_first: bool) -> None:
    head = ["Harbour police close the old lock", "May 2, 2015 / 11:12 AM / 4 years ago"]

    article = read_dump(rules, *(head if headline_first else head[::-1]), f"BERGEN (Reuters) - {BODY[0]}", *BODY[1:])

    assert article.headline == head[0]
    assert (article.date_published.value, article.origin) == ("2015-05-02", "Reuters")
    assert of_role(article, "dateline") == ["BERGEN (Reuters) -"]
    assert of_role(article, "body") == list(BODY)


def test_a_report_without_headline_keeps_its_dateline_and_its_byline_gives_the_date(rules: Rules) -> None:
    article = read_dump(
        rules,
        "By Associated Press - Thursday, June 29, 2017",
        "BERGEN (AP) - The Latest on the old lock (all times local):",
        *("5:50 p.m.", BODY[0], BODY[1]),
        *("1:10 p.m.", BODY[2]),
    )

    assert article.headline is None
    assert (article.date_published.value, article.origin, article.byline) == ("2017-06-29", "Associated Press", ())
    assert [(block.role, block.at) for block in article.blocks][3:] == [
        ("furniture", None),
        ("live_entry", "T17:50"),
        ("live_entry", "T17:50"),
        ("furniture", None),
        ("live_entry", "T13:10"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("For the latest news on the lock, visit our dedicated page.", id="promotion"),
    ],
)
def test_lines_about_the_page_among_paragraphs_are_furniture(rules: Rules, line: str) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY[:2], line, BODY[2])

    assert of_role(article, "furniture") == [line]


def test_an_agency_between_paragraphs_is_the_origin_and_no_author(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY[:2], "Keystone-SDA", BODY[2])

    assert (article.origin, article.byline) == ("Keystone-SDA", ())
    assert of_role(article, "body") == list(BODY)


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(("AFP - ",), id="dateline"),
        pytest.param(("By Anna Holm", ""), id="byline"),
        pytest.param(("Bergen, Harbour Bureau | 3 March 2016", ""), id="date"),
    ],
)
def test_a_lead_above_byline_or_dateline_is_the_standfirst(rules: Rules, between: tuple[str, ...]) -> None:
    lead = "The old lock closes, and nobody knows where the barges will go."
    *lines, start = between

    article = read_dump(rules, "Old lock closes for two years", lead, *lines, start + BODY[0], *BODY[1:])

    assert of_role(article, "standfirst") == [lead]
    assert of_role(article, "body") == list(BODY)


def test_a_byline_may_stand_under_the_first_copy_of_the_headline(rules: Rules) -> None:
    headline = "Old lock closes for two years"

    article = read_dump(rules, "Menu", headline, "IANS | Bergen | August 21, 2024 11:38 am", "Share", headline, *BODY)

    assert (article.origin, article.date_published.value) == ("Indo-Asian News Service", "2024-08-21")


def test_a_paper_does_not_belong_to_the_agency_that_forbids_copies(rules: Rules) -> None:
    note = "(Copyright 2012 The Associated Press. This material may not be published, broadcast, or rewritten.)"

    article = read_dump(rules, "Old lock closes for two years", *BODY, note)

    assert article.publisher is None


def test_an_agency_may_sign_after_a_dash(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY[:2], f"{BODY[0]} Nobody was hurt. – Reuters")

    assert article.origin == "Reuters"


def test_names_between_paragraphs_are_body(rules: Rules) -> None:
    lines = (BODY[0], BODY[1], "Anna Holm", "Photo: Ida Berg", "Born: Bergen", BODY[2], BODY[0])

    article = read_dump(rules, "Old lock closes for two years", *lines, "Share this article")

    assert of_role(article, "body") == [line for line in lines if not line.startswith("Photo")]


def test_the_owner_of_the_page_is_no_credit(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY, "© Northport Courier")

    assert of_role(article, "credit") == []


def test_a_path_with_a_label_names_its_sections_and_is_no_headline(rules: Rules) -> None:
    path, home = (
        read_dump(rules, f"You are here: Home{rest}", "Old lock closes for two years", *BODY)
        for rest in (" / World / Asia", "")
    )

    assert path.section == ("World", "Asia")
    assert home.section == ()
    assert (path.headline, home.headline) == ("Old lock closes for two years", "Old lock closes for two years")


def test_a_dateline_alone_on_its_line_is_no_byline(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", "NORTHPORT (Reuters) -", *BODY)

    assert of_role(article, "byline") == []
    assert article.origin == "Reuters"


def test_the_date_that_a_crawl_put_before_the_words_is_no_part_of_them(rules: Rules) -> None:
    article = read_dump(rules, f" date 2017-01-21 {BODY[0]}", *BODY[1:])

    assert of_role(article, "body") == list(BODY)
    assert article.date_published.value == "2017-01-21"


def test_the_host_publishes_a_page_that_names_nobody(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY, url="https://www.harbour.example/lock")

    assert article.publisher == "harbour.example"
    assert article.receipts["publisher"].field == "url"


def test_a_share_line_in_small_letters_is_no_headline(rules: Rules) -> None:
    article = read_dump(rules, HEADLINE, "google my fish my boats my harbour! seascapes", "By Anna Holm", *BODY)

    assert article.headline == HEADLINE


def test_a_dump_that_begins_with_its_first_paragraph_has_no_headline(rules: Rules) -> None:
    first = (
        ", BERGEN, Norway, Aug 2 – The council of Bergen has for the third time in the last four years closed the old "
        "lock to barges that carry fish."
    )
    article = read_dump(
        rules, first, BODY[0], "ADVERTISEMENT", "Holm closed the gate saying the water was too low.", *BODY[1:]
    )

    assert article.headline is None
    assert of_role(article, "dateline") == [", BERGEN, Norway, Aug 2 –"]
    assert of_role(article, "body")[0].startswith("The council of Bergen has")


def test_a_paragraph_is_not_the_headline_that_the_title_of_a_dump_names(rules: Rules) -> None:
    article = read_dump(
        rules,
        "Bergen closes old lock – Anna Holm",
        "An old lock was closed in Bergen on Tuesday over the wear of its gates, in the longest closure since "
        "the mayor and council of the city had it mended.",
        *BODY,
    )

    assert article.headline == "Bergen closes old lock"
    assert of_role(article, "body")[0].startswith("An old lock was closed")
