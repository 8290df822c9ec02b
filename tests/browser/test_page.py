"""The page in a browser, as a person meets it: by pointer, by keys, on a phone, in the dark, without script."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, Request, expect

Opener = Callable[..., Page]

NAMES = ("seedlike-montevideo", "live-blog", "interview")


def words_of(page: Page, finding: str) -> list[str]:
    return page.locator(f'[data-f~="{finding}"]').all_inner_texts()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_the_accessibility_checker_finds_nothing(open_page: Opener, name: str, dark: bool) -> None:
    page = open_page(name, dark=dark)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")

    results = Axe().run(page)

    assert results.generate_snapshot() == ""


@pytest.mark.parametrize("width", [1280, 820, 390])
@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_nothing_is_wider_than_the_window(open_page: Opener, name: str, width: int) -> None:
    page = open_page(name, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("name", NAMES)
def test_no_note_covers_another_or_the_text(open_page: Opener, name: str) -> None:
    page = open_page(name)

    boxes = page.locator(".side li, .words").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    )

    assert [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[:number]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] - 1 and other[1] < one[3] - 1
    ] == []


def test_a_note_stands_beside_the_line_of_its_words(open_page: Opener) -> None:
    page = open_page()

    note = page.locator("article .side li:first-child").first
    finding = (note.get_attribute("id") or "").removeprefix("f-")
    beside = note.bounding_box()
    line = page.locator(f'[data-f~="{finding}"]').first.bounding_box()

    assert beside is not None
    assert line is not None
    assert beside["x"] > line["x"] + line["width"]
    assert abs(beside["y"] - line["y"]) < 12


def test_the_keys_go_from_finding_to_finding_and_the_address_follows(open_page: Opener) -> None:
    page = open_page()
    ids = page.locator(".side li").evaluate_all("notes => notes.map(note => note.id)")

    visited = []
    for key in "jjjk":
        page.keyboard.press(key)
        visited.append(page.evaluate("location.hash.slice(1)"))

    assert visited == [ids[0], ids[1], ids[2], ids[1]]
    expect(page.locator(f"#{ids[1]} a")).to_be_focused()
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [ids[1]]


def test_a_pointer_that_rests_does_not_lead_the_keys_astray(open_page: Opener) -> None:
    page = open_page()
    ids = page.locator(".side li").evaluate_all("notes => notes.map(note => note.id)")
    page.mouse.move(900, 500)

    for _ in range(12):
        page.keyboard.press("j")
        page.wait_for_timeout(50)
    page.wait_for_timeout(400)

    assert page.evaluate("location.hash.slice(1)") == ids[11]
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [ids[11]]


@pytest.mark.parametrize("kind", ["statement", "event", "time", "expectation"])
def test_pointing_at_a_note_lights_exactly_its_words(open_page: Opener, kind: str) -> None:
    page = open_page()
    note = page.locator(f".side li.{kind}").nth(1)
    finding = (note.get_attribute("id") or "").removeprefix("f-")

    note.hover()

    assert page.locator("[data-f].lit").all_inner_texts() == words_of(page, finding) != []
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [f"f-{finding}"]


def test_pointing_at_words_lights_their_notes_and_then_names_them_in_the_address(open_page: Opener) -> None:
    page = open_page()
    mark = page.locator("article [data-f]").first
    findings = (mark.get_attribute("data-f") or "").split()

    mark.hover()

    lit_notes = page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)")
    assert sorted(lit_notes) == sorted(f"f-{finding}" for finding in findings)
    page.wait_for_url(re.compile(f"#f-{findings[-1]}$"))


def test_a_link_to_a_finding_lights_it(open_page: Opener) -> None:
    page = open_page()
    finding = page.locator(".side li.event").first.get_attribute("id")

    page.goto(f"{page.url}#{finding}")
    page.reload()

    expect(page.locator(f"#{finding}")).to_have_class(re.compile(r"\blit\b"))


def test_a_count_shows_only_what_it_counts_and_once_more_shows_all(open_page: Opener) -> None:
    page = open_page()
    count = page.locator('.counts a[data-kind="event"][data-standing="happened"]')
    notes = page.locator(".side li")
    total = notes.count()

    count.click()

    visible = page.locator(".side li:visible")
    assert visible.count() < total
    assert visible.evaluate_all("notes => notes.every(n => n.classList.contains('event') && n.dataset.s == 'happened')")
    expect(page.get_by_role("status")).to_have_text(f"{visible.count()} of {total} shown")
    quiet = page.locator("[data-f].quiet").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark))"
        ".map(style => [style.textDecorationLine, style.boxShadow, style.borderBottomStyle])"
    )
    assert quiet
    assert {tuple(style) for style in quiet} == {("none", "none", "none")}
    count.click()
    assert page.locator(".side li:visible").count() == total


def test_the_filters_take_a_kind_and_an_actor(open_page: Opener) -> None:
    page = open_page()

    page.keyboard.press("/")
    expect(page.locator("#kind")).to_be_focused()
    page.locator("#kind").select_option("statement")
    page.locator("#actor").select_option(index=1)
    actor = page.locator("#actor").input_value()

    assert page.locator(".side li:visible").evaluate_all(
        "(notes, actor) => notes.length > 0 && "
        "notes.every(n => n.classList.contains('statement') && n.dataset.a.split(' ').includes(actor))",
        actor,
    )
    page.keyboard.press("Escape")
    assert page.locator(".side li:visible").count() == page.locator(".side li").count()


def test_the_keys_work_again_after_a_filter_was_left(open_page: Opener) -> None:
    page = open_page()
    ids = page.locator(".side li").evaluate_all("notes => notes.map(note => note.id)")

    for key in ("/", "Escape", "j"):
        page.keyboard.press(key)

    assert page.evaluate("location.hash.slice(1)") == ids[0]


def test_help_opens_and_closes_by_its_key(open_page: Opener) -> None:
    page = open_page()

    page.keyboard.press("?")

    expect(page.get_by_text("next and previous finding")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_text("next and previous finding")).to_be_hidden()


@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_no_request_leaves_the_page_and_the_browser_complains_of_nothing(open_page: Opener, name: str) -> None:
    page = open_page(name)
    requests: list[Request] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 -- it cannot take a built-in
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.reload()
    page.keyboard.press("j")

    assert [request.url for request in requests] == [page.url.partition("#")[0]]
    assert complaints == []


def test_without_script_all_is_there(open_page: Opener) -> None:
    with_script, without = open_page(), open_page(javascript=False)

    assert without.locator(".side li:visible").count() == with_script.locator(".side li").count()
    assert without.locator("article").inner_text() == with_script.locator("article").inner_text()
    expect(without.locator(".tools")).to_be_hidden()
    without.locator(".counts a").first.click()
    without.wait_for_url(re.compile("#f-"))


def test_printed_notes_are_numbered_footnotes_in_black_and_white(open_page: Opener) -> None:
    page = open_page()
    page.emulate_media(media="print")

    numbers = page.locator(".side li").evaluate_all("ns => ns.map(n => getComputedStyle(n, '::before').content)")
    referred = page.locator("[data-f][data-n]").evaluate_all("ms => ms.flatMap(m => m.dataset.n.split(' '))")
    colours = page.locator(".side b, .words span").evaluate_all(
        "es => [...new Set(es.map(e => getComputedStyle(e).color))]"
    )

    assert numbers == [f'"{number} "' for number in range(1, len(numbers) + 1)]
    assert sorted(map(int, referred)) == list(range(1, len(numbers) + 1))
    assert len(colours) <= 2
    assert "rgb(0, 0, 0)" in colours
    expect(page.locator(".tools")).to_be_hidden()
