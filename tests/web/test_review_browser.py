"""The review in a browser, as a person does it: by keys, on a phone, in the dark, without a script."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ledger.grouped import put
from ledger.people import three_spellings
from newsledger.store import open_ledger
from newsledger.web import Writing
from web.conftest import served
from web.test_browser import CHROMIUM, QUIET, WIDTHS

TOKEN = "a-token-that-nobody-guesses"  # noqa: S105 - of this test alone
SCREENS = ("/review/enter", "/review", "/review?kind=event", "/review/persons?name=Baraqi", "/corrections")
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site to be written to, over a ledger of its own."""
    own = tmp_path_factory.mktemp("review") / "own.db"
    with open_ledger(ledger) as store:
        store.backup(own)
    with open_ledger(own) as store:
        put(store, three_spellings())
    minutes = count()
    writing = Writing(token=TOKEN, moment=lambda: f"2026-03-02T12:00:00.{next(minutes):03}+00:00")
    with served(own, writing=writing) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a page for somebody who has entered."""
    contexts = []

    def opener(path: str, *, javascript: bool = True) -> Page:
        context = browser.new_context(viewport={"width": 900, "height": 900}, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/review/enter")
        page.get_by_label("Your name").fill("Ann")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_url("**/review")
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()


def words(page: Page) -> str:
    return page.locator("#words").inner_text()


@pytest.mark.parametrize("path", SCREENS)
def test_the_accessibility_checker_finds_nothing_and_nothing_is_too_wide(open_page: Opener, path: str) -> None:
    page = open_page(path)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    seen = {}

    for scheme in ("light", "dark"):
        for width in (320, *WIDTHS):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
            seen[scheme, width] = results.generate_snapshot()
            assert page.evaluate("document.documentElement.scrollWidth") == width

    assert {how: found for how, found in seen.items() if found} == {}


def test_a_finding_is_judged_corrected_skipped_and_taken_back_by_keys_alone(open_page: Opener) -> None:
    page = open_page("/review?kind=event")
    first = words(page)

    with page.expect_navigation():
        page.keyboard.press("y")
    expect(page.get_by_role("status")).to_contain_text("Kept: judged right.")
    second = words(page)
    assert second != first

    with page.expect_navigation():
        page.keyboard.press("u")
    assert words(page) == first

    page.keyboard.press("w")
    assert page.evaluate("document.activeElement.name") == "standing"
    page.keyboard.press("d")  # of a list: denied
    page.get_by_label("Why").focus()
    page.keyboard.type("n y u s are letters here")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("standing corrected to denied")

    with page.expect_navigation():
        page.keyboard.press("u")
    with page.expect_navigation():
        page.keyboard.press("n")
    expect(page.get_by_role("status")).to_contain_text("Kept: judged not there.")
    with page.expect_navigation():
        page.keyboard.press("u")
    page.goto(page.url.partition("?")[0] + "?kind=event")
    with page.expect_navigation():
        page.keyboard.press("s")
    assert words(page) != first


def test_a_finding_is_judged_without_a_script(open_page: Opener) -> None:
    page = open_page("/review?kind=statement", javascript=False)
    first = words(page)

    page.get_by_text("Wrong part").click()
    page.get_by_label("How it is said").select_option("warn")
    page.get_by_role("button", name="Keep what I changed").click()
    expect(page.get_by_role("status")).to_contain_text("attitude corrected to warn")
    assert words(page) != first
    page.get_by_role("button", name="Undo").click()
    assert words(page) == first
    page.get_by_role("button", name="Right").click()
    expect(page.get_by_role("status")).to_contain_text("Kept: judged right.")


def test_persons_are_judged_by_the_key_of_the_one_that_has_the_focus(open_page: Opener) -> None:
    page = open_page("/review/persons?name=Baraqi")

    page.locator(".pairs > li").nth(1).get_by_role("button").first.focus()
    with page.expect_navigation():
        page.keyboard.press("n")

    expect(page.get_by_role("status")).to_contain_text("Kept: judged to be two persons.")
    expect(page.locator(".pairs > li").nth(1)).to_contain_text("judged to be two persons")
    expect(page.locator(".pairs > li").nth(0)).not_to_contain_text("judged to be")


def test_who_leaves_can_only_read(open_page: Opener) -> None:
    page = open_page("/review")

    page.get_by_role("button", name="Leave").click()

    expect(page.get_by_role("link", name="Enter", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Right")).to_have_count(0)
