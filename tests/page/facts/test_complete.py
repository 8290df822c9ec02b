"""Whether the article is all there."""

import pytest

from newsledger.page import Rules
from page.pages import BODY, paragraphs, read_dump, read_html

LONG = [f"{BODY[number % 3][:-1]} for the {number}th time this year." for number in range(30)]


def stub(rules: Rules, wall: str, *, body: tuple[str, ...] = BODY[:2], head: str = "") -> bool | None:
    page = f"<article><h1>Old lock closes for two years</h1>{paragraphs(*body)}<div><p>{wall}</p></div></article>"
    return read_html(rules, page, head=head).complete


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading.",
        "To read the full story, subscribe now for 1 crown a week.",
        "This article is for subscribers only. Already a subscriber? Log in.",
        "You have reached your limit of free articles. Create a free account to continue.",
        "Keep reading by creating a free account or signing in.",
        "Unlock the full article with a Harbour News pass.",
        "Jetzt weiterlesen mit Hafenpost Plus",
        "Dieser Artikel ist nur für Abonnenten lesbar.",
        "Registrieren Sie sich, um weiterzulesen.",
        "Cet article est réservé aux abonnés.",
        "Il vous reste à lire 80 % de cet article.",
        "Abonnez-vous pour lire la suite",
        "Suscríbete para seguir leyendo",
        "Contenido exclusivo para suscriptores",
        "Assine para continuar lendo",
        "Conteúdo exclusivo para assinantes",
        "Abbonati per continuare a leggere",
        "Questo articolo è riservato agli abbonati.",
        "Dit artikel is alleen voor abonnees.",
        "Logga in för att läsa vidare",
        "Denne saken er for abonnenter",
        "Bliv abonnent for at læse resten",
        "Tämä sisältö on vain tilaajille.",
        "Zaloguj się, aby czytać dalej",
        "Оформите подписку, чтобы читать дальше.",
        "Devamını okumak için abone olun",
        "この記事は有料会員限定です",
    ],
)
def test_a_wall_in_any_language_makes_a_stub(rules: Rules, wall: str) -> None:
    assert stub(rules, wall) is False


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter for a weekly letter from the harbour.",
        "Sign up for the morning briefing",
        "Already a member of the rowing club? Meet us on Sunday.",
        "Read more: The long way round",
        "Share this article",
        "Abonnieren Sie unseren Newsletter",
        "Suscríbete a nuestro boletín",
    ],
)
def test_an_offer_is_no_wall(rules: Rules, line: str) -> None:
    assert stub(rules, line) is None


def test_the_wall_is_the_receipt(rules: Rules) -> None:
    page = f"<article><h1>Old lock closes</h1>{paragraphs(*BODY[:2])}<p>Subscribe to continue reading.</p></article>"

    article = read_html(rules, page)

    assert [span.of(article.text) for span in article.receipts["complete"].spans] == ["Subscribe to continue reading."]


@pytest.mark.parametrize(
    ("end", "after", "complete"),
    [
        pytest.param("The council will meet again on Friday, and its chairwoman…", "", False, id="ellipsis"),
        pytest.param("The council will meet again on Friday, and its [...]", "", False, id="bracketed"),
        pytest.param("The council will meet again on Friday, and [+2841 chars]", "", False, id="counted"),
        pytest.param("The council will meet again on Friday ...", "Continue reading", False, id="continue"),
        pytest.param("Der Rat tagt am Freitag erneut, und seine …", "Weiterlesen", False, id="german"),
        pytest.param("The council will meet again on Friday.", "Continue reading", None, id="whole-sentence"),
        pytest.param("The council will meet again on Friday.", "", None, id="nothing-tells"),
    ],
)
def test_a_text_that_breaks_off_is_cut(rules: Rules, end: str, after: str, complete: bool | None) -> None:
    assert read_dump(rules, "Old lock closes for two years", *BODY, end, *filter(None, [after])).complete is complete


def test_a_long_article_may_end_in_an_ellipsis(rules: Rules) -> None:
    article = read_dump(rules, "Old lock closes for two years", *LONG, "And so the barges wait, and wait…")

    assert article.complete is None


@pytest.mark.parametrize(
    ("told", "body", "complete"),
    [
        pytest.param('"isAccessibleForFree": false', BODY, False, id="not-free"),
        pytest.param('"isAccessibleForFree": "http://schema.org/False"', BODY, False, id="not-free-as-address"),
        pytest.param('"isAccessibleForFree": "True"', BODY, True, id="free"),
        pytest.param('"isAccessibleForFree": false', LONG, None, id="not-free-but-long"),
        pytest.param(
            '"isAccessibleForFree": true, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false}',
            BODY,
            False,
            id="a-part-is-not-free",
        ),
        pytest.param('"wordCount": 4000, "isAccessibleForFree": false', LONG, False, id="most-words-missing"),
        pytest.param(f'"wordCount": {sum(len(line.split()) for line in LONG)}', LONG, True, id="all-words-there"),
        pytest.param('"wordCount": 12', BODY, None, id="no-count-to-trust"),
    ],
)
def test_what_the_markup_says(rules: Rules, told: str, body: list[str], complete: bool | None) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", {told}}}</script>'

    assert (
        read_html(rules, f"<article><h1>Old lock closes</h1>{paragraphs(*body)}</article>", head=head).complete
        is complete
    )


@pytest.mark.parametrize(
    ("name", "value", "complete"),
    [
        ("article:content_tier", "locked", False),
        ("article:content_tier", "free", True),
        ("article:content_tier", "metered", None),
        ("isPremium", "true", False),
        ("cXenseParse:paywall", "closed", False),
    ],
)
def test_tiers_of_access(rules: Rules, name: str, value: str, complete: bool | None) -> None:
    assert stub(rules, "Share this article", head=f'<meta name="{name}" content="{value}">') is complete


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (
                "We value your privacy",
                "We and our 312 partners use cookies to store and access information on your device.",
                "You can accept all cookies or choose which ones we may use for the harbour pages.",
            ),
            id="cookies",
        ),
        pytest.param(
            (
                "Datenschutz",
                "Wir verwenden Cookies und ähnliche Techniken, um unsere Hafenseiten zu finanzieren.",
                "Mit Werbung weiterlesen oder mit einem Abo ohne Werbung lesen, ganz wie Sie wollen.",
            ),
            id="consent-or-pay",
        ),
        pytest.param(
            ("Access denied", "Please verify that you are human by pressing the button below for a moment."), id="robot"
        ),
        pytest.param(
            ("Harbour News", "This content is not available in your region because of the law on data protection."),
            id="region",
        ),
        pytest.param(
            ("Harbour News", "Please enable JavaScript and reload the page to read this article."), id="script"
        ),
    ],
)
def test_a_notice_in_place_of_an_article(rules: Rules, lines: tuple[str, ...]) -> None:
    assert read_dump(rules, *lines).complete is False


def test_a_cookie_line_beside_an_article_says_nothing(rules: Rules) -> None:
    cookies = "We use cookies to make the pages better. Accept all cookies or manage cookies."

    assert read_dump(rules, "Old lock closes for two years", *BODY, cookies).complete is None


def test_an_article_about_cookies_is_one(rules: Rules) -> None:
    lines = ["Court limits tracking on news sites", *BODY, "The ruling is about the use of cookies on a news site."]

    assert read_dump(rules, *lines).complete is None


@pytest.mark.parametrize(
    ("body", "complete"),
    [
        pytest.param(BODY, None, id="short-and-whole"),
        pytest.param(
            [*LONG, "The council will meet again on Friday, and until then the"], False, id="cut-in-a-sentence"
        ),
        pytest.param(LONG, None, id="long-and-whole"),
    ],
)
def test_a_wall_in_the_markup_hides_the_rest(rules: Rules, body: list[str], complete: bool | None) -> None:
    page = f"<article><h1>Old lock closes</h1>{paragraphs(*body)}<div class='c-paywall-overlay'></div></article>"

    assert read_html(rules, page).complete is complete


def test_a_consent_page_in_html_is_no_article(rules: Rules) -> None:
    page = (
        "<h1>We value your privacy</h1><p>We and our 312 partners use cookies to store data on your device.</p>"
        "<p>You can accept all cookies or choose which ones we may use for these pages.</p><button>Accept</button>"
    )

    assert read_html(rules, page).complete is False


def test_a_wall_may_end_the_last_paragraph(rules: Rules) -> None:
    last = f"{BODY[0]} {BODY[1]} {BODY[0]}  Login or subscribe to read the rest of this story."

    article = read_dump(rules, "Old lock closes for two years", *BODY, last, "Comments are closed.")

    assert article.complete is False
    assert any(block.role == "body" and last in article.text[block.start : block.end] for block in article.blocks)


def test_a_writer_may_tell_of_walls(rules: Rules) -> None:
    told = (
        "So you can imagine how I felt when I opened the paper to read, “You have reached the limit of ten free "
        "articles. Subscribe to continue reading.” It was only the middle of the month, and all that I wanted was "
        "the weather and the times of the ferries, which the harbour office does not print any more."
    )

    assert read_dump(rules, "What a morning without the paper is like", told, *BODY).complete is None
