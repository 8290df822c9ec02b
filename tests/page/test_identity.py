"""One article has one id, whatever stands around it; another article has another."""

import pytest

from newsledger.model import Capture
from newsledger.page import Rules, read_article
from newsledger.page.identity import article_id
from newsledger.page.words.line import Part
from page.pages import BODY, of_role, paragraphs, read_dump, read_html

HEADLINE = "Old lock closes for two years"
REPORT = (
    "BERGEN, Norway (AP) — The harbour council voted on Monday to close the old lock while its walls are rebuilt.",
    *BODY[1:],
    "The pilots’ union said that it “cannot do without” the lock – not even for 10,000 crowns a day.",
)

DESKTOP = f"""<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>
<main><div class=breadcrumb><a href=/w>World</a> › <a href=/e>Europe</a></div>
<article><h1>{HEADLINE}</h1><p class=byline>By Anna Holm</p>
<time class=published datetime=2017-01-21>21 January 2017</time>
<figure><img src=a.jpg><figcaption>Barges wait at the gate on Monday. (Photo by Ida Berg/AFP)</figcaption></figure>
{paragraphs(*REPORT[:2])}<aside class=related><p><a href=/t>Tunnel opens a year too late</a></p></aside>
{paragraphs(*REPORT[2:])}</article></main>
<aside><h2>Most read</h2><ul><li><a href=/1>Ferry runs aground off the cape</a><li><a href=/2>Herring</a></ul></aside>
<footer><p>© 2017 Harbour News. All rights reserved.</p></footer>"""

AMP = f"""<amp-sidebar><ul><li><a href=/>Home</a></ul></amp-sidebar><article><h1>{HEADLINE}</h1>
<div class=byline>Anna Holm</div><amp-img src=a.jpg></amp-img>{paragraphs(*REPORT)}</article>
<amp-ad></amp-ad><footer><a href=https://www.harbour.example/lock>View full site</a></footer>"""

PRINT = f"""<p>Harbour News | Print this page</p><h1>{HEADLINE}</h1><p>By Anna Holm</p><p>21 January 2017</p>
{paragraphs(*REPORT)}<p>Printed from https://www.harbour.example/lock</p><p>Copyright 2017 Harbour News</p>"""

SYNDICATED = f"""<div id=nav><a href=/>Front page</a> | <a href=/b>Business</a></div><h1>{HEADLINE}</h1>
<p>Source: Harbour News</p>{paragraphs(*REPORT)}<p>This article was first published in the Harbour News.</p>
<div class=comments><h3>2 comments</h3><p>Per Lie says: I told you so in 1998, and nobody listened.</p></div>"""

DUMP = (
    *(f"{HEADLINE} - Harbour News", "Home", "World", "Sport", HEADLINE, "By Anna Holm", "21 January 2017"),
    *REPORT,
    *("Most read", "Ferry runs aground off the cape", "Herring is back", "© 2017 Harbour News. All rights reserved."),
)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(AMP, id="amp"),
        pytest.param(PRINT, id="print"),
        pytest.param(SYNDICATED, id="mirror"),
        pytest.param(DESKTOP.replace("’", "'").replace("“", '"').replace("”", '"'), id="straight-quotes"),
        pytest.param(
            DESKTOP.replace(" – ", "&nbsp;&mdash;&nbsp;").replace("while", "&#8203;while"), id="dashes-and-spaces"
        ),
        pytest.param(DESKTOP.replace("harbour council", "har&shy;bour  council"), id="soft-hyphen"),
        pytest.param(DESKTOP.replace("fi", "ﬁ"), id="ligature"),
        pytest.param(DESKTOP.replace(REPORT[2], f"<b>{REPORT[2]}</b>"), id="bold"),
        pytest.param(
            DESKTOP.replace(f"<p>{REPORT[2]}", f"<h3>A long way round</h3><p>{REPORT[2]}"), id="subheading-on-one-side"
        ),
    ],
)
def test_the_same_article_has_the_same_id(rules: Rules, other: str) -> None:
    assert read_html(rules, DESKTOP).id == read_html(rules, other).id


def test_a_dump_has_the_id_of_its_page(rules: Rules) -> None:
    page = read_html(rules, DESKTOP)
    lines = read_article(Capture(data="\n".join(DUMP), media_type="text/plain"), rules)

    assert read_dump(rules, *DUMP).id == lines.id == page.id


def test_clean_text_has_the_id_of_its_page(rules: Rules) -> None:
    text = read_article(Capture(data="\n\n".join((HEADLINE, *REPORT)), kind="text"), rules)

    assert text.id == read_html(rules, DESKTOP).id


def test_a_correction_counts_wherever_it_stands(rules: Rules) -> None:
    note = "Correction: The wall was built in 1902, not in 1920 as we wrote."
    above = read_dump(rules, HEADLINE, note, *REPORT)
    below = read_dump(rules, HEADLINE, *REPORT, note)

    assert above.id == below.id != read_dump(rules, HEADLINE, *REPORT).id


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((HEADLINE.replace("two", "three"), *REPORT), id="headline"),
        pytest.param((HEADLINE, *REPORT[:3]), id="a-paragraph-less"),
        pytest.param((HEADLINE, *(line.replace("10,000", "20,000") for line in REPORT)), id="a-number"),
        pytest.param((HEADLINE, *(line.replace("cannot do", "can do") for line in REPORT)), id="a-word"),
    ],
)
def test_another_article_has_another_id(rules: Rules, lines: tuple[str, ...]) -> None:
    assert read_dump(rules, *lines).id != read_dump(rules, HEADLINE, *REPORT).id


def test_a_notice_among_the_paragraphs_does_not_change_the_id(rules: Rules) -> None:
    notice = "The library of the town of Bergen lets you read this article."

    with_more = read_dump(rules, HEADLINE, *REPORT[:2], notice, *REPORT[2:])

    assert notice in of_role(with_more, "body")
    assert with_more.id == read_dump(rules, HEADLINE, *REPORT).id


def test_the_order_of_paragraphs_does_not_change_the_id(rules: Rules) -> None:
    turned = (REPORT[0], REPORT[2], REPORT[1], *REPORT[3:])

    assert read_dump(rules, HEADLINE, *turned).id == read_dump(rules, HEADLINE, *REPORT).id


def test_a_paragraph_is_as_long_as_its_letters_written_out() -> None:
    paragraphs_ = ["Three barges wait at the lower gate.", "The council meets again on Monday night.", "A pilot waits."]
    short = "“ﬃﬃﬃﬃﬃﬃﬃﬃﬃﬃﬃﬃﬃﬃ.”"

    def named(texts: list[str]) -> str:
        text = "\n".join(texts)
        starts = [text.index(one) for one in texts]
        parts = [Part(role="body", start=start, end=start + len(one)) for start, one in zip(starts, texts, strict=True)]
        return article_id(text, parts, None)

    assert named([*paragraphs_, "A ferry waits at it.", short]) == named([*paragraphs_[:2], short])
