"""A published site in a browser: opened from a disk, and at two hosts under two folders."""

import contextlib
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Request, expect

from newsledger.publish import Settings
from publish.conftest import published
from web.test_browser import browser

__all__ = ["browser"]

KINDS = {
    "today": "index.html",
    "stories": "stories.html",
    "story": "story/*/????????????????.html",
    "happening": "happening/*/*[0-9w].html",
    "reader": "article/*/*.html",
    "actors": "actors.html",
    "actor": "actor/*/*.html",
    "due": "due.html",
    "due-list": "due/settled.html",
    "articles": "articles.html",
    "day": "articles/*-*-*.html",
    "search": "search.html",
    "about": "about.html",
    "help": "help.html",
    "wall": "wall/*-still.html",
    "card": "happening/*/*.card.html",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        pass


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def folder(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(ledger, tmp_path_factory.mktemp("published") / "site", Settings(title="Record"))


@pytest.fixture(scope="module", params=["disk", "host", "folder of another host"])
def base(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the same bytes stand."""
    if request.param == "disk":
        yield folder.as_uri()
    elif request.param == "host":
        with hosted(folder) as address:
            yield address
    else:
        above = tmp_path_factory.mktemp("above")
        (above / "some").mkdir()
        (above / "some" / "news").symlink_to(folder)
        with hosted(above) as address:
            yield f"{address}/some/news"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Note what a page asks for, and of what the browser complains."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(request.url) if _is_lost(request) else None)
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


def _is_lost(request: Request) -> bool:
    """Say whether something did not come; whoever leaves a page stops what is still on its way."""
    return "ERR_ABORTED" not in (request.failure or "")


def one_of(folder: Path, kind: str) -> str:
    return min(folder.glob(KINDS[kind])).relative_to(folder).as_posix()


def test_every_kind_of_page_is_shown_and_nothing_is_asked_for_elsewhere(page: Page, base: str, folder: Path) -> None:
    asked, complaints = watched(page)

    for kind in KINDS:
        page.goto(f"{base}/{one_of(folder, kind)}")
        page.wait_for_load_state("load")
        assert page.locator("main").inner_text().strip()

    assert len(asked) > len(KINDS)
    assert [url for url in asked if not url.startswith(f"{base}/")] == []
    assert [told for told in complaints if "favicon.ico" not in told] == []
    assert page.context.cookies() == []


def test_every_link_as_a_browser_follows_it_leads_to_a_file_of_the_site(page: Page, base: str, folder: Path) -> None:
    seen: set[str] = set()
    for kind in KINDS:
        page.goto(f"{base}/{one_of(folder, kind)}")
        seen |= set(
            page.eval_on_selector_all(
                "a[href]", "all => all.map(one => new URL(one.getAttribute('href'), document.baseURI).href)"
            )
        )
    inside = {url.partition("#")[0] for url in seen if url.startswith(f"{base}/")}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert len(inside) > 20
    assert {url.removeprefix(f"{base}/") for url in inside} <= files
    assert [url for url in seen if not url.startswith((f"{base}/", "https://"))] == []


def test_the_search_finds_what_is_there_and_leads_to_it(page: Page, base: str) -> None:
    asked, complaints = watched(page)
    page.goto(f"{base}/index.html")

    page.get_by_role("searchbox").fill("ghana COCOA")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q="))
    expect(page.locator(".results li").first).to_be_visible()
    heads = page.locator(".results h2").all_inner_texts()
    expect(page.get_by_role("status")).to_contain_text(f"{len(heads)} articles")
    page.locator(".results h2 a").first.click()
    page.wait_for_url(re.compile("/article/"))

    assert any("Ghana" in one for one in heads)
    assert page.locator("h1").inner_text() == heads[0]
    assert [url for url in asked if not url.startswith(f"{base}/")] == []
    assert [told for told in complaints if "favicon.ico" not in told] == []


def test_a_search_for_what_is_not_there_says_so(page: Page, base: str) -> None:
    page.goto(f"{base}/search.html?q=zzyzx")

    expect(page.get_by_role("status")).to_have_text("No article has these words.")


def test_words_that_are_searched_for_are_no_markup(page: Page, base: str) -> None:
    _, complaints = watched(page)
    page.goto(f"{base}/search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.wait_for_load_state("load")

    assert page.locator("main img").count() == 0
    assert [told for told in complaints if "favicon.ico" not in told] == []


def test_the_wall_goes_on_by_itself_and_tells_its_age(page: Page, base: str, folder: Path) -> None:
    walls = sorted(path.name for path in folder.glob("wall/*.html") if not path.name.endswith("-still.html"))
    page.goto(f"{base}/wall/{walls[0]}")

    refresh = page.locator("meta[http-equiv=refresh]").get_attribute("content", timeout=5000) or ""
    assert "days ago" in page.locator("footer").inner_text()
    assert (folder / "wall" / refresh.partition("url=")[2]).is_file()
    # The browser does what it is told there; nobody waits for it here.
    page.evaluate("() => document.querySelector('meta[http-equiv=refresh]').remove()")
    page.goto(f"{base}/wall/{refresh.partition('url=')[2]}")
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="Stand still").click()
    page.wait_for_url(re.compile("-still"))
    assert page.locator("meta[http-equiv=refresh]").count() == 0


def test_a_finding_is_shared_as_a_link_and_as_a_quotation_with_its_source(page: Page, base: str, folder: Path) -> None:
    if not base.startswith("http"):
        pytest.skip("a page from a disk may not read the clipboard")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/{one_of(folder, 'happening')}")

    page.get_by_role("button", name="Copy a link").first.click()
    expect(page.get_by_role("button", name="Copy a link").first).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy with citation").first.click()
    expect(page.get_by_role("button", name="Copy with citation").first).to_have_text("Copied")
    cited = page.evaluate("navigator.clipboard.readText()")

    assert link == page.url
    assert " ".join(page.locator("blockquote").first.inner_text().split()) in cited
    assert link in cited


@pytest.mark.parametrize("kind", KINDS)
def test_the_accessibility_checker_finds_nothing(page: Page, folder: Path, kind: str) -> None:
    query = "?q=ghana" if kind == "search" else ""
    page.goto(f"{folder.as_uri()}/{one_of(folder, kind)}{query}")
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    seen = {}

    for scheme, width in (("light", 1200), ("dark", 390)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        seen[scheme] = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).generate_snapshot()
        assert page.evaluate("document.documentElement.scrollWidth") == width

    assert {how: found for how, found in seen.items() if found} == {}


def test_without_a_script_all_but_the_search_is_there(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder.as_uri()}/search.html")

    assert "A search needs a script" in page.locator("main").inner_text()
    page.get_by_role("link", name="articles by day").click()
    page.locator("main ul a").first.click()
    expect(page.locator("h1")).to_contain_text("Articles")
    context.close()
