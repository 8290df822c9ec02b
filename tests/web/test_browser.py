"""The site in a browser, as a person meets it: by pointer and keys, on a phone, in the dark, on paper, scriptless."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from newsledger.store import EventQuestion, SearchQuestion, Store
from newsledger.store.questions import HappeningQuestion, StoryQuestion
from web.conftest import TODAY, served

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREENS = {
    "today": "/?day=2018-04-12",
    "stories": "/stories",
    "story": "/story/STORY",
    "story-then": "/story/STORY?day=2018-03-16",
    "story-march": "/story/STORY?from=2018-03-12&to=2018-03-31",
    "happening": "/happening/HAPPENING",
    "search": "/search?q=ban",
    "search-help": "/search",
    "articles": "/articles",
    "reader": "/article/ARTICLE",
    "finding": "/finding/FINDING",
    "due": "/due",
    "due-list": "/due?show=overdue",
    "slips": "/slips?sure=all",
    "month": "/due?view=month&month=2018-04",
    "events": "/events?sure=all",
    "events-apart": "/events?view=standing&sure=all",
    "statements": "/statements",
    "matrix": "/matrix?sure=all",
    "map": "/map?sure=all",
    "actors": "/actors",
    "actor": "/actor?key=country:GHA:ghana",
    "compare": "/compare?a=country:GHA:ghana&b=country:CIV:ivory+coast",
    "sources": "/sources",
    "review": "/review",
    "persons": "/review/persons",
    "corrections": "/corrections",
    "help": "/help",
    "wall": "/wall?still=yes",
    "problem": "/events?from=x",
}
WIDTHS = (390, 900, 1440)

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "found no /usr/bin/chromium, expected Debian's; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, address: str, kept: Store) -> Iterator[Opener]:
    """Opens a screen: its name or path, then what the browser is like."""
    contexts = []
    article = next(
        row.article.id
        for row in kept.ask_search(SearchQuestion(words="Lavalleja"), limit=9).rows
        if row.article.headline
    )
    story = kept.ask_stories(StoryQuestion(), limit=1).rows[0].id
    happening = kept.ask_happenings(HappeningQuestion(today=TODAY, state="happened"), limit=99)
    most = max(happening.rows, key=lambda row: row.reports).id
    finding = kept.ask_events(EventQuestion(actor="Ghana"), limit=1).rows[0].id

    def opener(name: str, *, width: int = 1440, dark: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        path = SCREENS.get(name, name).replace("ARTICLE", article).replace("FINDING", finding)
        path = path.replace("STORY", story).replace("HAPPENING", most)
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", SCREENS)
def test_the_accessibility_checker_finds_nothing(open_page: Opener, name: str) -> None:
    page = open_page(name)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    seen = {}

    for scheme, width in (("light", 1440), ("dark", 1440), ("light", 390)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
        seen[scheme, width] = results.generate_snapshot()

    assert {how: found for how, found in seen.items() if found} == {}


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wider_than_the_window(open_page: Opener, name: str) -> None:
    page = open_page(name)

    for width in (320, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("name", ["search", "story", "statements", "wall"])
def test_an_address_that_stands_for_a_headline_stays_on_a_phone(open_page: Opener, name: str) -> None:
    page = open_page(name, width=360)

    page.evaluate(
        """() => document.querySelectorAll("h1, h2 > a, .receipt > a, .few a > span").forEach(
             (named) => { named.textContent = "paper.example/…/" + "a".repeat(90); })"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("name", SCREENS)
def test_no_request_leaves_the_site_and_the_browser_complains_of_nothing(
    open_page: Opener, address: str, name: str
) -> None:
    page = open_page(name)
    requests: list[Request] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 -- it cannot take a built-in
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.reload()
    page.keyboard.press("j")
    page.wait_for_load_state("networkidle")

    assert all(request.url.startswith(f"{address}/") for request in requests)
    assert [text for text in complaints if "400 (Bad Request)" not in text] == []


@pytest.mark.parametrize("name", SCREENS)
def test_without_script_all_is_there(open_page: Opener, name: str) -> None:
    with_script, without = open_page(name), open_page(name, javascript=False)
    with_script.evaluate("for (const button of document.querySelectorAll('.copy')) button.hidden = true")

    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


def test_the_first_stop_of_the_tabulator_leads_past_the_head(open_page: Opener) -> None:
    page = open_page("events")

    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_the_keys_go_from_finding_to_finding_and_work_again_after_a_field_was_left(open_page: Opener) -> None:
    page = open_page("statements")

    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.press("Escape")
    for key in "jjk":
        page.keyboard.press(key)

    first = page.locator(".lines > li").first
    assert first.evaluate("one => one.contains(document.activeElement)")


def test_the_question_mark_opens_the_help(open_page: Opener) -> None:
    page = open_page("events")

    page.keyboard.press("?")
    page.wait_for_url(re.compile("/help$"))

    expect(page.get_by_text("next and previous finding")).to_be_visible()


def test_a_question_is_asked_by_its_form_and_stands_in_the_address(open_page: Opener) -> None:
    page = open_page("events")

    page.get_by_label("Who does it").fill("Ghana")
    page.get_by_label("Standing").select_option("happened")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url(re.compile("actor=Ghana"))

    assert page.locator(".lines > li").count() > 0
    assert set(page.locator(".lines .mark").all_inner_texts()) == {"happened"}
    expect(page.get_by_label("Who does it")).to_have_value("Ghana")


def test_a_bar_opens_its_sentences(open_page: Opener) -> None:
    page = open_page("/events?actor=Ghana")
    bar = page.locator("figure svg a").last
    number = int((bar.get_attribute("aria-label") or "").rpartition(": ")[2])

    bar.click()
    page.wait_for_url(re.compile("known="))

    assert page.locator(".lines > li").count() == number


def test_drawing_over_days_of_a_story_asks_for_these_and_a_click_is_still_a_click(open_page: Opener) -> None:
    page = open_page("story")
    box = page.locator(".lanes .lane svg").first.bounding_box()
    assert box is not None
    y = box["y"] + 4

    page.mouse.move(box["x"] + 0.4 * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], y, steps=5)
    expect(page.locator(".lanes .band").first).to_be_visible()
    page.mouse.up()
    page.wait_for_url(re.compile("from=2018-.*to=2018-"))

    assert page.get_by_label("First day").input_value() < page.get_by_label("Last day").input_value()
    page.locator(".lanes a circle, .lanes a rect").first.click()
    page.wait_for_url(re.compile("/happening/"))


def test_a_search_leads_to_the_article_and_a_finding_there_to_its_citation(open_page: Opener) -> None:
    page = open_page("today")

    page.get_by_role("searchbox").fill("headline:Ghana cocoa")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search"))
    page.locator(".lines h2 a").first.click()
    page.wait_for_url(re.compile("/article/"))
    page.locator(".side li a").first.click()
    page.wait_for_url(re.compile("/finding/"))

    expect(page.locator("blockquote.large mark").first).to_be_visible()
    expect(page.locator(".cite pre").first).to_contain_text("sha256")


def test_a_link_to_a_finding_lights_its_words_and_its_note_without_script(open_page: Opener, kept: Store) -> None:
    row = kept.ask_events(EventQuestion(actor="Ghana", standing="happened"), limit=1).rows[0]

    page = open_page(f"/article/{row.article.id}?f={row.id}", javascript=False)

    lit = page.locator(".text .lit, h1 .lit")
    assert lit.count() > 0
    assert page.locator(".side li.lit").count() == 1


def test_pointing_at_a_note_lights_exactly_its_words(open_page: Opener) -> None:
    page = open_page("reader")
    note = page.locator(".side li[id]:visible").first
    finding = (note.get_attribute("id") or "").removeprefix("f-")

    note.hover()

    words = page.locator(f'[data-f~="{finding}"]').all_inner_texts()
    assert page.locator("[data-f].lit").all_inner_texts() == words != []
    assert page.locator(".side li.lit").count() == 1


def test_at_most_three_notes_stand_beside_a_paragraph(open_page: Opener) -> None:
    page = open_page("reader")

    counts = page.locator(".side").evaluate_all(
        "all => all.map(side => side.querySelectorAll(':scope > ul > li').length)"
    )

    assert max(counts) == 3


def test_the_tabs_of_an_article_count_what_they_show(open_page: Opener) -> None:
    page = open_page("reader")
    tabs = page.locator("nav[aria-label='What to show'] a")
    told = [(tab.get_attribute("href"), int(tab.locator("span").inner_text())) for tab in tabs.all()]

    for href, number in told:
        page.goto(page.url.split("/article")[0] + (href or ""))
        assert page.locator(".side li[id]").count() == number, href


def test_a_chip_dims_what_others_say(open_page: Opener) -> None:
    page = open_page("reader")

    page.locator(".chips a").first.click()
    page.wait_for_url(re.compile("actor="))

    assert 0 < page.locator(".side li:not(.quiet)").count() < page.locator(".side li").count()
    assert page.locator("[data-f].quiet").count() > 0


def test_a_quotation_is_copied_exactly(open_page: Opener) -> None:
    page = open_page("finding")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy quote").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("blockquote.large").inner_text()


def test_on_paper_there_is_black_on_white_and_nothing_to_click(open_page: Opener) -> None:
    page = open_page("reader", dark=True)
    page.emulate_media(media="print", color_scheme="light")

    expect(page.locator(".masthead nav")).to_be_hidden()
    expect(page.locator(".find")).to_be_hidden()
    colours = page.locator(".side b, .block.body .text > p").evaluate_all(
        "es => [...new Set(es.map(e => getComputedStyle(e).color))]"
    )
    assert colours == ["rgb(0, 0, 0)"]


def test_at_twice_the_size_nothing_is_lost(open_page: Opener) -> None:
    page = open_page("due", width=720)

    assert page.evaluate("document.documentElement.scrollWidth") == 720
    assert page.locator(".card:visible").count() == page.locator(".card").count()


def test_standing_is_told_without_colour(open_page: Opener) -> None:
    page = open_page("events")
    page.emulate_media(forced_colors="active")

    marks = page.locator(".lines .mark")

    assert set(marks.all_inner_texts()) >= {"happened", "planned"}
    shapes = {mark.locator("svg").inner_html() for mark in marks.all()}
    assert len(shapes) == len(set(marks.all_inner_texts()))


def test_an_empty_ledger_passes_the_checker_too(browser: Browser, tmp_path: Path) -> None:
    from newsledger.store import open_ledger  # noqa: PLC0415 - only here

    path = tmp_path / "empty.db"
    open_ledger(path, new=True).close()
    with served(path) as address:
        page = browser.new_page()
        page.goto(address)
        results = Axe().run(page)
        page.close()

    assert results.generate_snapshot() == ""
