"""Dumps whose words all stand on one line."""

import pytest

from newsledger.model import Capture
from newsledger.page import Rules, read_article

LOCK = (
    "The council of Bergen will close its oldest lock for two years, the mayor said on Saturday. The gates date from "
    "1902 and leak. The work will cost 40 million crowns, and the harbour office expects it to begin in May."
)
PORT = (
    "Fishermen blocked the port of Aalborg on Monday to protest against the price of diesel. Some forty boats lay "
    "across the entrance, the port said. The minister of fisheries, Jens Dal, asked them to leave and offered talks."
)
CLOSES, BLOCK = "Old lock closes for two years", "Fishermen Block Port Over Diesel Prices"


@pytest.mark.parametrize(
    ("above", "paragraphs", "headline", "published", "byline"),
    [
        (f"{CLOSES} BERGEN, Jan 21 (Reuters) -", LOCK, CLOSES, None, ()),
        (f"{CLOSES} By Anna Holm January 21, 2017", LOCK, CLOSES, "2017-01-21", ("Anna Holm",)),
        (f"{CLOSES} Posted on 21 January 2017 by Lena Berg", LOCK, CLOSES, "2017-01-21", ("Lena Berg",)),
        (f"date 2017-01-21 {CLOSES}", LOCK, CLOSES, "2017-01-21", ()),
        (f"{CLOSES} | Harbour Post Home News Sport {CLOSES} 21 January 2017", LOCK, CLOSES, "2017-01-21", ()),
        (f"Home News Sport {CLOSES} {CLOSES} Published: 21 January 2017", LOCK, CLOSES, "2017-01-21", ()),
        (BLOCK, PORT, BLOCK, None, ()),
        (f"{BLOCK} AALBORG:", PORT, BLOCK, None, ()),
        (f"{BLOCK} AALBORG, Denmark (AP) _", PORT, BLOCK, None, ()),
    ],
)
def test_a_headline_ends_where_date_byline_dateline_or_paragraph_begin(
    rules: Rules, above: str, paragraphs: str, headline: str, published: str | None, byline: tuple[str, ...]
) -> None:
    article = read_article(Capture(data=f"{above} {paragraphs}", media_type="text/plain"), rules)

    assert (article.headline, article.date_published.value, article.byline) == (headline, published, byline)
    assert [article.text[block.start : block.end] for block in article.blocks if block.role == "body"] == [paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        PORT,
        f"the price of diesel, which has doubled since 3 May 2018. {PORT}",
        f"AALBORG (Reuters) - {PORT}",
        "The Most Important Ice on Earth melts on 3 May 2018, they said. The ice is old, and of ice the council knows.",
    ],
)
def test_what_begins_with_a_sentence_has_no_headline(rules: Rules, text: str) -> None:
    assert read_article(Capture(data=text, media_type="text/plain"), rules).headline is None


@pytest.mark.parametrize(
    "text", ["Aa " * 50_000, "a" * 200_000 + " By The " * 60, "By A 3 May 2018 " * 5_000, "的" * 90]
)
def test_a_line_without_end_is_read_once(rules: Rules, text: str) -> None:
    assert read_article(Capture(data=text, media_type="text/plain"), rules).text == text
