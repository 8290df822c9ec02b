"""Live blogs split into entries, each with its own time."""

import pytest

from newsledger.model import Article
from newsledger.page import Rules
from page.pages import BODY, paragraphs, read_dump, read_html

ENTRIES = (
    *BODY,
    "The pilots said on Monday evening that they would not sail through the canal at night.",
)


def entries(article: Article) -> list[tuple[str | None, str]]:
    return [(block.at, article.text[block.start : block.end]) for block in article.blocks if block.role == "live_entry"]


@pytest.mark.parametrize(
    ("clocks", "times"),
    [
        pytest.param(("14:05", "13:40", "9:02"), ("T14:05", "T13:40", "T09:02"), id="newest-first"),
        pytest.param(("9.02am", "1.40pm", "2.05pm"), ("T09:02", "T13:40", "T14:05"), id="oldest-first"),
        pytest.param(("[14:05]", "(13:40)", "• 09:02"), ("T14:05", "T13:40", "T09:02"), id="bracketed"),
        pytest.param(("14:05 Uhr", "13:40 Uhr", "9:02 Uhr"), ("T14:05", "T13:40", "T09:02"), id="german"),
        pytest.param(("14h05", "13h40", "9h02"), ("T14:05", "T13:40", "T09:02"), id="french"),
        pytest.param(("kl. 14.05", "kl. 13.40", "kl. 9.02"), ("T14:05", "T13:40", "T09:02"), id="norwegian"),
        pytest.param(
            ("Posted at 14:05", "Posted at 13:40", "Posted at 9:02"), ("T14:05", "T13:40", "T09:02"), id="posted-at"
        ),
        pytest.param(
            ("14:05 GMT", "13:40 GMT", "9:02 GMT"), ("T14:05+00:00", "T13:40+00:00", "T09:02+00:00"), id="zone"
        ),
        pytest.param(
            ("21 January 2017 14:05", "21 January 2017, 13:40", "20 January 2017 22:02"),
            ("2017-01-21T14:05", "2017-01-21T13:40", "2017-01-20T22:02"),
            id="with-day",
        ),
        pytest.param(
            ("3m ago 14.05 GMT", "28m ago 13.40 GMT", "5h ago 9.02 GMT"),
            ("T14:05+00:00", "T13:40+00:00", "T09:02+00:00"),
            id="age-and-clock",
        ),
    ],
)
def test_clock_lines_begin_entries(rules: Rules, clocks: tuple[str, ...], times: tuple[str, ...]) -> None:
    lines = [line for pair in zip(clocks, ENTRIES, strict=False) for line in pair]

    article = read_dump(rules, "Old lock closes: what we know so far", *lines)

    assert entries(article) == list(zip(times, ENTRIES, strict=False))


def test_a_clock_may_begin_the_entrys_own_line(rules: Rules) -> None:
    lines = [f"{clock} {entry}" for clock, entry in zip(("14:05", "13:40 –", "09:02:"), ENTRIES, strict=False)]

    article = read_dump(rules, "Old lock closes: what we know so far", *lines)

    assert entries(article) == list(zip(("T14:05", "T13:40", "T09:02"), lines, strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("14:05", "Bergen", "14:40", "Oslo", "15:10", "Narvik", *BODY), id="timetable"),
        pytest.param(
            ("2.50 crowns more a ton is what it costs.", "3.10 crowns more is what pilots ask.", "4.05 is too much."),
            id="decimals",
        ),
        pytest.param(("14:05", ENTRIES[0], "9:02", ENTRIES[1], "13:40", ENTRIES[2], "7:15", ENTRIES[3]), id="comments"),
        pytest.param(("14:05", *BODY), id="one-clock"),
        pytest.param(
            (
                *BODY,
                *("20 January 2017 17:10", ENTRIES[0], "18 January 2017 14:01", ENTRIES[1]),
                *("17 January 2017 19:21", ENTRIES[2], "16 January 2017 20:19", ENTRIES[3]),
            ),
            id="other-articles",
        ),
    ],
)
def test_what_is_no_live_blog(rules: Rules, lines: tuple[str, ...]) -> None:
    assert entries(read_dump(rules, "Old lock closes for two years", *lines)) == []


def test_updates_that_the_markup_lists_date_their_lines(rules: Rules) -> None:
    listed = ", ".join(
        f'{{"@type": "BlogPosting", "headline": "Update {number}", "articleBody": "{text}", '
        f'"datePublished": "2017-01-21T{14 - number}:05:00Z"}}'
        for number, text in enumerate(ENTRIES)
    )
    head = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "liveBlogUpdate": [{listed}]}}</script>'
    more = "It will open again in two years."
    body = "".join(f"<p>{entry}</p><p>{more}</p>" for entry in ENTRIES)

    article = read_html(rules, f"<article><h1>Old lock closes: live</h1>{body}</article>", head=head)

    assert entries(article) == [
        (f"2017-01-21T{14 - number}:05:00Z", text) for number, entry in enumerate(ENTRIES) for text in (entry, more)
    ]


def test_a_time_in_the_markup_is_written_as_iso(rules: Rules) -> None:
    body = "".join(
        f"<div class='liveblog-entry'><time>{clock}</time><p>{text}</p></div>"
        for clock, text in zip(("2.05 pm", "1.40 pm", "soon"), BODY, strict=True)
    )

    article = read_html(rules, f"<h1>Lock closes: live</h1>{body}")

    assert [at for at, text in entries(article) if text in BODY] == ["T14:05", "T13:40", None]


def test_an_article_with_listed_updates_of_another_page_is_none(rules: Rules) -> None:
    update = '{"@type": "BlogPosting", "headline": "Other news of the day", "datePublished": "2017-01-21T14:05:00Z"}'
    head = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "liveBlogUpdate": [{update}]}}</script>'

    assert entries(read_html(rules, f"<article><h1>Old lock closes</h1>{paragraphs()}</article>", head=head)) == []


def test_a_clock_in_a_time_element_has_its_day_and_zone(rules: Rules) -> None:
    body = "".join(
        f"<section class=note><time datetime='2017-01-21T{hour}:05:00+01:00'>{hour}:05</time><p>{text}</p></section>"
        for hour, text in zip((14, 13, 12), BODY, strict=True)
    )

    article = read_html(rules, f"<article><h1>Old lock closes: what we know</h1>{body}</article>")

    assert entries(article) == [
        (f"2017-01-21T{hour}:05:00+01:00", text) for hour, text in zip((14, 13, 12), BODY, strict=True)
    ]
