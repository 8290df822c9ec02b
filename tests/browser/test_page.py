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

    boxes = page.locator(".side li:visible, .text").evaluate_all(
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

    note = page.locator(".side > ul > li:first-child:visible").first
    finding = (note.get_attribute("id") or "").removeprefix("f-")
    beside = note.bounding_box()
    line = page.locator(f'[data-f~="{finding}"]').first.bounding_box()

    assert beside is not None
    assert line is not None
    assert beside["x"] > line["x"] + line["width"]
    assert abs(beside["y"] - line["y"]) < 12


def shown_ids(page: Page) -> list[str]:
    return list(page.locator(".side li:visible").evaluate_all("notes => notes.map(note => note.id)"))


def test_the_keys_go_from_finding_to_finding_and_the_address_follows(open_page: Opener) -> None:
    page = open_page()
    ids = shown_ids(page)

    visited = []
    for key in "jjjk":
        page.keyboard.press(key)
        visited.append(page.evaluate("location.hash.slice(1)"))

    assert visited == [ids[0], ids[1], ids[2], ids[1]]
    expect(page.locator(f"#{ids[1]} summary")).to_be_focused()
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [ids[1]]


def test_a_pointer_that_rests_does_not_lead_the_keys_astray(open_page: Opener) -> None:
    page = open_page()
    ids = shown_ids(page)
    page.mouse.move(900, 500)

    for _ in range(12):
        page.keyboard.press("j")
        page.wait_for_timeout(50)
    page.wait_for_timeout(400)

    assert page.evaluate("location.hash.slice(1)") == ids[11]
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [ids[11]]


@pytest.mark.parametrize("kind", ["statement", "event", "expectation"])
def test_pointing_at_a_note_lights_exactly_its_words(open_page: Opener, kind: str) -> None:
    page = open_page()
    note = page.locator(f".side li.{kind}:visible").first
    finding = (note.get_attribute("id") or "").removeprefix("f-")

    note.hover()

    assert page.locator("[data-f].lit").all_inner_texts() == words_of(page, finding) != []
    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [f"f-{finding}"]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_tap_on_words_lights_one_thing_and_names_it_in_the_address(open_page: Opener, width: int) -> None:
    page = open_page(width=width)
    mark = page.locator('.text [data-f*=" "]').first
    finding = (mark.get_attribute("data-f") or "").split()[-1]

    mark.click()

    assert page.locator(".side li.lit").evaluate_all("notes => notes.map(note => note.id)") == [f"f-{finding}"]
    expect(page.locator(f"#f-{finding}")).to_be_in_viewport()
    page.wait_for_url(re.compile(f"f-{finding}$"))


def test_a_link_to_a_finding_lights_it_also_a_folded_one(open_page: Opener) -> None:
    page = open_page()
    finding = page.locator(".side details li.event").first.get_attribute("id")

    page.goto(f"{page.url}#{finding}")
    page.reload()

    expect(page.locator(f"#{finding}")).to_have_class(re.compile(r"\blit\b"))
    expect(page.locator(f"#{finding}")).to_be_visible()


@pytest.mark.parametrize("tab", ["said", "happened", "due", "times"])
def test_a_tab_shows_as_many_as_it_says_and_everything_else_is_gone(open_page: Opener, tab: str) -> None:
    page = open_page()
    link = page.locator(f'[data-tab="{tab}"]')
    kind = link.get_attribute("data-kinds") or ""

    link.click()
    page.evaluate("for (const folded of document.querySelectorAll('.side details, .strip details')) folded.open = true")

    shown = page.locator(".side li:visible")
    assert shown.count() == int(link.locator("span").inner_text())
    assert set(shown.evaluate_all("notes => notes.map(note => note.classList[0])")) == {kind}
    ids = {one.removeprefix("f-") for one in shown_ids(page)}
    days = page.locator(".strip a:visible").evaluate_all("all => all.map(a => a.getAttribute('href').slice(3))")
    assert set(days) <= ids
    marked = page.locator("[data-f]:not(.quiet)").evaluate_all("all => all.map(m => m.dataset.f.split(' '))")
    assert marked
    assert all(ids & set(found) for found in marked)
    told = page.locator(".strip summary span")
    assert not told.is_visible() or told.inner_text().split()[0] == str(page.locator(".days li:visible").count())
    assert page.locator(".strip").is_visible() is bool(days)
    expect(page.get_by_role("status")).to_have_text(f"{shown.count()} shown")


def test_what_is_shown_is_in_the_address(open_page: Opener) -> None:
    page = open_page()

    page.locator('[data-tab="said"]').click()
    page.locator("[data-actor]:visible").first.click()
    page.keyboard.press("j")
    shown, url = page.locator(".side li:not(.quiet)").count(), page.url
    page.reload()

    assert re.search(r"#tab=said&actor=\w+&f=\w+$", url)
    assert "quiet" not in (page.locator(".side li.lit").get_attribute("class") or "")
    assert page.url == url
    assert page.locator(".side li:not(.quiet)").count() == shown
    assert int(page.locator("[data-actor][aria-current] span").inner_text()) == shown


def test_the_keys_choose_what_to_show_and_work_on_after_that(open_page: Opener) -> None:
    page = open_page()
    ids = shown_ids(page)

    page.keyboard.press("/")
    expect(page.locator('[data-tab=""]')).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(shown_ids(page)) < len(ids)
    page.keyboard.press("Escape")
    assert shown_ids(page) == ids
    page.keyboard.press("j")
    assert page.evaluate("location.hash.slice(1)") == ids[0]


def test_the_text_is_two_keys_away(open_page: Opener) -> None:
    page = open_page()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.side') !== null")


def test_there_are_headings_to_walk_by(open_page: Opener) -> None:
    page = open_page("live-blog")

    heads = page.get_by_role("heading").all_inner_texts()

    assert [one for one in heads if one[0] in "CTA"] == ["Calendar", "Text and findings", "About this article"]
    assert "18:41" in heads


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


@pytest.mark.parametrize(
    "hash_", ["", "#f-%3Cscript%3E", "#tab=%22%5D&actor=%3Cimg%20src=x%3E&f=\\", "#tab=said&actor=__proto__"]
)
def test_a_hostile_page_or_address_runs_nothing_and_breaks_nothing(
    open_page: Opener, hostile_page: str, hash_: str
) -> None:
    page = open_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda request: seen.extend([] if request.url.startswith("file:") else [request.url]))

    page.goto(hostile_page + hash_)
    page.keyboard.press("j")
    page.set_viewport_size({"width": 390, "height": 844})

    assert seen == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.locator(".side li").count() > 0


def test_without_script_all_is_there(open_page: Opener) -> None:
    page = open_page(javascript=False)
    known = page.locator(".side li").count()
    tabs = page.locator(".tabs span").all_inner_texts()

    for folded in page.locator(".side > details > summary:visible").all():
        folded.click()

    assert page.locator(".side li:visible").count() == known == int(tabs[0]) + int(tabs[-1])
    expect(page.locator(".tabs")).to_be_hidden()


def test_printed_notes_are_numbered_footnotes_in_black_and_white(open_page: Opener) -> None:
    page = open_page()
    page.emulate_media(media="print")

    notes = page.locator(".side li:not([hidden])")
    numbers = notes.evaluate_all("ns => ns.map(n => getComputedStyle(n, '::before').content)")
    referred = page.locator("[data-f][data-n]:not(.quiet)").evaluate_all(
        "ms => ms.flatMap(m => m.dataset.n.split(' '))"
    )
    colours = page.locator(".side b, .text span").evaluate_all(
        "es => [...new Set(es.map(e => getComputedStyle(e).color))]"
    )

    assert sorted(numbers) == sorted(f'"{number} "' for number in range(1, len(numbers) + 1))
    assert sorted(map(int, referred)) == list(range(1, len(numbers) + 1))
    assert len(colours) <= 2
    assert "rgb(0, 0, 0)" in colours
    expect(page.locator(".tabs")).to_be_hidden()
    assert page.locator(".side li:visible").count() == len(numbers)
