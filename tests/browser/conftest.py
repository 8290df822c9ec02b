"""A real browser: Debian's Chromium, without network of its own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from newsledger import Reader
from newsledger.show import html_index, html_page

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
PAGES = Path(__file__).parent.parent / "pages"

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "found no /usr/bin/chromium, expected Debian's; install it: apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with shown pages and their index."""
    folder = tmp_path_factory.mktemp("site")
    shown = []
    for name in ("seedlike-montevideo", "live-blog", "interview"):
        record = reader.read((PAGES / f"{name}.txt").read_bytes())
        (folder / f"{name}.html").write_text(html_page(record), encoding="utf-8")
        shown.append((f"{name}.html", record))
    (folder / "index.html").write_text(html_index(shown), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def hostile_page(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page whose every word is an attack, one of them of 100,000 letters."""
    evil = "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>\u202e" + "w" * 100_000
    said = "Norway's minister Anna Berg said on Monday that France will sign the treaty by May 3."
    text = f"Berg: France to sign treaty\n\n{said}\n\n{evil}\n\n“{evil} we never attacked Sweden,” she said."
    record = reader.read(text, url="javascript:alert(1)", published="2019-03-04")
    actors = tuple(replace(actor, name=evil) for actor in record.actors)
    path = tmp_path_factory.mktemp("hostile") / "page.html"
    path.write_text(html_page(replace(record, actors=actors)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Opener]:
    """Opens a page of the site: its name, then what the browser is like (width, colour_scheme, javascript)."""
    contexts = []

    def opener(
        name: str = "seedlike-montevideo", *, width: int = 1280, dark: bool = False, javascript: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
