import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.model import Block, Record, Span
from newsledger.show import html_index, html_page
from newsledger.show.reader.calendar import calendar
from newsledger.show.reader.notes import notes_once
from parses import article
from show.sample import MEETING, RECORD, SAID, TEXT

HOSTILE = (
    "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)></style><style>*{display:none}"
    "<a href=javascript:alert(1)>x</a> & {{ 7 * 7 }} </title><svg onload=alert(1)> <!-- \" ' ]]>"
)


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def weight(record: Record) -> int:
    return len(html_page(record).encode()) - len(record.article.text.encode())


@pytest.fixture
def hostile() -> Record:
    page = article(f"{HOSTILE}\n\n{TEXT}", published=date(2019, 3, 6))
    return replace(
        RECORD,
        article=replace(
            page,
            headline=HOSTILE,
            publisher=HOSTILE,
            section=(HOSTILE,),
            byline=(HOSTILE,),
            url="javascript:alert(1)",
            addresses=(HOSTILE,),
            language='en"><script>alert(1)</script>',
            blocks=(
                Block(role="furniture", start=0, end=len(HOSTILE)),
                Block(role="live_entry", start=len(HOSTILE) + 2, end=len(page.text), at=HOSTILE),
            ),
        ),
        actors=tuple(replace(actor, name=HOSTILE) for actor in RECORD.actors),
        statements=(replace(SAID, content=(Span(start=3, end=60),)),),
    )


def test_nothing_of_the_source_becomes_markup(hostile: Record) -> None:
    tags = Tags(html_page(hostile)).found

    assert [tag for tag, _ in tags if tag in {"script", "style"}] == ["style", "script"]
    assert {tag for tag, _ in tags} & {"img", "iframe", "object", "embed", "link", "base", "form"} == set()
    assert [name for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"] == []
    assert [a["href"] for tag, a in tags if tag == "a" and not (a["href"] or "").startswith("#")] == []
    assert all("src" not in attributes for _, attributes in tags)


def test_nothing_of_the_source_becomes_markup_in_the_index(hostile: Record) -> None:
    tags = Tags(html_index([("a.html", hostile)])).found

    assert [(tag, a.get("href")) for tag, a in tags if tag in {"script", "img", "a"}] == [("a", "a.html")]


def test_the_words_of_the_source_are_all_there(hostile: Record) -> None:
    words: list[str] = []
    parser = HTMLParser()
    parser.handle_data = words.append  # type: ignore[method-assign,assignment]
    parser.feed(html_page(hostile))

    assert HOSTILE in words
    assert TEXT in "".join(words)


def test_the_policy_lets_only_the_own_style_and_script_in() -> None:
    tags = Tags(html_page(RECORD)).found

    policy = next(a["content"] or "" for _, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize("role", ["headline", "section", "byline"])
def test_what_the_head_tells_is_told_once(role: str) -> None:
    page = replace(
        article("Orlow Desk\n\nNothing more.", published=date(2019, 3, 6)),
        headline="Orlow Desk",
        section=("Orlow Desk",) if role == "section" else (),
        byline=("Orlow Desk",) if role == "byline" else (),
        blocks=(Block(role=role, start=0, end=10), Block(role="body", start=12, end=25)),  # type: ignore[arg-type]
    )
    shown = html_page(replace(RECORD, article=page, statements=(), events=(), expectations=(), actors=()))

    body = shown.partition("</style>")[2]
    assert body.count("Orlow Desk") == (1 if role == "headline" else 2)  # the headline, and the line of its own


def test_every_finding_can_be_linked_to_also_one_that_another_tells() -> None:
    shown = html_page(RECORD)

    for finding in ("said", "met", "due"):
        assert shown.count(f'id="f-{finding}"') == 1
    assert re.search(r'<li id="f-due"[^>]*><span id="f-met">', shown)


def test_a_tab_counts_what_it_leads_to() -> None:
    met = replace(MEETING, id="talked", standing="happened", trigger=Span(start=0, end=4))
    shown = html_page(replace(RECORD, events=(MEETING, met)))

    tabs = re.findall(r'data-tab="(\w*)" data-kinds="([\w ]*)"[^>]*>\w+ <span>(\d+)<', shown)
    assert [(name, number) for name, _, number in tabs] == [
        ("", "3"),
        ("said", "1"),
        ("happened", "1"),
        ("due", "1"),
        ("times", "0"),
    ]
    for _, kinds, number in tabs:
        assert len(re.findall(f'<li id="f-\\w+" class="(?:{"|".join(kinds.split())})"', shown)) == int(number)


def test_what_did_not_happen_is_not_marked_like_what_did() -> None:
    alone = replace(RECORD, expectations=())
    planned = html_page(alone)
    happened = html_page(replace(alone, events=(replace(MEETING, standing="happened"),)))

    assert 'class="content trigger notyet"' in planned
    assert "notyet" not in happened.partition("<article")[2].partition("Marks and keys")[0]


def test_codes_stand_in_receipts_alone() -> None:
    shown = html_page(replace(RECORD, expectations=()))

    assert "CONSULT" in shown
    assert "CONSULT" not in re.sub(r'<details class="receipt">.*?</details>', "", shown)


def test_what_has_a_day_is_drawn_with_its_parties_and_told_in_words() -> None:
    shown = html_page(RECORD)

    assert ">Anna Berg → Carl Lund · meet</text>" in html_page(replace(RECORD, expectations=()))
    assert re.search(r'class="label"[^>]*>Anna Berg · meet Carl Lund</text>', shown)
    assert '<a href="#f-due">on 8 Mar 2019</a> due: meet Carl Lund · Anna Berg</li>' in shown


def test_what_happened_is_drawn_no_longer_than_to_the_day_of_publication() -> None:
    event = replace(MEETING, standing="happened", earliest=date(2019, 2, 1), latest=date(2019, 12, 31))
    record = replace(RECORD, events=(event,), expectations=())

    drawn = calendar(record, notes_once(record))

    assert drawn.strip is not None
    assert drawn.strip.middle is not None
    (mark,) = drawn.strip.marks
    assert mark.x + mark.width == pytest.approx(drawn.strip.middle[0], abs=0.1)


def test_furniture_is_folded_with_its_count() -> None:
    page = article("Share\n\nNothing more.")
    page = replace(
        page, blocks=(Block(role="furniture", start=0, end=5), Block(role="body", start=7, end=len(page.text)))
    )

    shown = html_page(replace(RECORD, article=page, statements=(), events=(), expectations=()))

    assert '<summary>1 part of the page is not the article</summary><p class="furniture">Share</p>' in shown


def test_a_live_entry_of_two_blocks_tells_its_time_once() -> None:
    page = article("First.\n\nSecond.\n\nThird.")
    blocks = [
        Block(role="live_entry", start=start, end=end, at=at)
        for start, end, at in ((0, 6, "2019-03-06T14:05"), (8, 15, "2019-03-06T14:05"), (17, 23, "T13:00"))
    ]

    shown = html_page(
        replace(RECORD, article=replace(page, blocks=tuple(blocks)), statements=(), events=(), expectations=())
    )

    assert re.findall(r'class="label">([^<]*)<', shown) == ["6 Mar 2019, 14:05", "13:00"]


@pytest.mark.parametrize("name", ["live-blog", "seedlike-montevideo", "seedlike-accra", "interview"])
def test_a_page_without_its_text_weighs_at_most_70_kilobytes(reader: Reader, name: str) -> None:
    page = Path(__file__).parent.parent / "pages" / f"{name}.txt"

    assert weight(reader.read(page.read_bytes())) <= 70_000


def test_a_page_in_a_language_without_a_model_says_so() -> None:
    page = html_page(replace(RECORD, article=replace(RECORD.article, language="fr", complete=False), sentences=()))

    assert "In the language “fr”, for which findings need a model" in page
    assert "Not the whole article" in page
    assert "need a model" not in html_page(RECORD)


def test_a_page_has_a_table_of_its_actors() -> None:
    page = html_page(RECORD)

    assert "<summary>2 actors</summary>" in page
    assert '<th scope="row">Carl Lund</th><td>person</td><td></td><td></td><td class="n">1</td>' in page
