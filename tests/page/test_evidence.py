"""What a feed says of a page fills in what the page does not say, and nothing else."""

import pytest

from newsledger.model import Article, Capture
from newsledger.page import read_article
from newsledger.pipeline import load_page_rules

RULES = load_page_rules()[0]
TEXT = b"<html><body><article><p>The harbour council voted to close the old lock for two years.</p></article></body>"
DATED = TEXT.replace(b"<html>", b'<html><head><meta property="article:published_time" content="2026-02-01"></head>')


def read(data: bytes, **notes: str) -> Article:
    told = {f"feed:{name}": value for name, value in notes.items()}
    return read_article(Capture(data=data, url="https://paper.example/lock", notes=told), RULES)


def test_what_the_page_does_not_say_its_feed_does() -> None:
    article = read(TEXT, title="Lock closes", author="Anna Holm; Per Aas", published="2026-03-01T10:00:00+01:00")

    assert (article.headline, article.receipts["headline"].field) == ("Lock closes", "feed:title")
    assert (article.byline, article.receipts["byline"].field) == (("Anna Holm", "Per Aas"), "feed:author")
    assert (article.date_published.value, article.date_published.basis) == ("2026-03-01T10:00:00+01:00", "feed")
    assert article.complete is None


@pytest.mark.parametrize("published", ["2026", "2026-03", "2026-03-01"])
def test_a_date_is_as_exact_as_the_feed_gives_it(published: str) -> None:
    assert read(TEXT, published=published).date_published.value == published


def test_the_pages_own_word_wins() -> None:
    assert read(DATED, published="2026-03-01").date_published.value == "2026-02-01"


def test_a_text_of_a_feed_in_place_of_its_page_is_never_whole() -> None:
    article = read(TEXT, text="yes")

    assert (article.complete, article.receipts["complete"].field) == (False, "feed:text")


def test_a_users_own_notes_are_no_evidence() -> None:
    capture = Capture(data=TEXT, notes={"title": "Lock closes", "published": "2026-03-01"})

    assert read_article(capture, RULES).headline is None


def test_what_is_no_date_dates_nothing() -> None:
    assert read(TEXT, published="soon").date_published.basis == "unknown"
