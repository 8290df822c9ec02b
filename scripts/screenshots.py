"""Take the pictures in docs/images: one of our pages at three widths, in the dark, and as it is printed."""

import sys
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from newsledger import read
from newsledger.show import html_page

Scheme = Literal["light", "dark"]
Medium = Literal["screen", "print"]

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "tests" / "pages" / "seedlike-montevideo.txt"
IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
#: Name, width and height of the window, colours, medium.
PICTURES: tuple[tuple[str, int, int, Scheme, Medium], ...] = (
    ("wide", 1280, 1000, "light", "screen"),
    ("middle", 820, 1000, "light", "screen"),
    ("phone", 390, 844, "light", "screen"),
    ("dark", 1280, 1000, "dark", "screen"),
    ("print", 690, 976, "light", "print"),
)
# A page has few colours: a palette keeps each picture under 200 kB.
COLOURS = 64


def main() -> None:
    """Read the page, show it, take the pictures."""
    shown = html_page(read(PAGE.read_bytes(), url="https://www.rionews.example/"))
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name, width, height, scheme, medium in PICTURES:
            path = IMAGES / f"{name}.png"
            _save(_taken(browser, shown, ViewportSize(width=width, height=height), scheme, medium), path)
            print(f"{path.relative_to(ROOT)} {path.stat().st_size / 1000:.0f} kB", file=sys.stderr)
        browser.close()


def _taken(browser: Browser, shown: str, size: ViewportSize, scheme: Scheme, medium: Medium) -> bytes:
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.emulate_media(media=medium)
    page.set_content(shown)
    picture = page.screenshot()
    page.close()
    return picture


def _save(picture: bytes, path: Path) -> None:
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()
