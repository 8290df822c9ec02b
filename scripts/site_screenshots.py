"""Take the pictures in docs/images/web: each screen over the demo ledger, at three widths, light and dark."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from newsledger.store import ActorQuestion, HappeningQuestion, OutlookQuestion, Store, StoryQuestion, open_ledger

Scheme = Literal["light", "dark"]

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images" / "web"
DEMO = ROOT / "tests" / "demo" / "cocoa.jsonl"
PROGRAM = Path(sys.executable).parent / "newsledger"
CHROMIUM = "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
TODAY = "2018-04-20"
WIDTHS, HEIGHT = (390, 900, 1440), 1000
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# The six pictures of a screen are one sheet, at half their size, of few colours.
GAP, COLOURS = 16, 128


def main() -> None:
    """Make the ledger, serve it, take the pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "demo.db"
        subprocess.run([PROGRAM, "add", DEMO, "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        with open_ledger(ledger) as store, served(ledger) as (address, _):
            for name, path in screens(store).items():
                keep(name, browser, address + path)
        with served(ledger, "--write") as (address, token):
            keep("review", browser, f"{address}/review?kind=event", token)
        browser.close()


def keep(name: str, browser: Browser, address: str, token: str = "") -> None:
    """Keep the sheet of one screen."""
    picture = sheet([[taken(browser, address, width, how, token) for width in WIDTHS] for how in SCHEMES])
    target = IMAGES / f"{name}.png"
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)} {target.stat().st_size / 1000:.0f} kB", file=sys.stderr)


def screens(store: Store) -> dict[str, str]:
    """Give an address of each kind of page."""
    story = store.ask_stories(StoryQuestion(), limit=1).rows[0]
    held = store.ask_happenings(HappeningQuestion(today=TODAY, state="happened"), limit=99).rows
    talks = max(held, key=lambda row: ("talks" in row.words.exact, row.reports))
    lifted = store.ask_outlook(OutlookQuestion(today=TODAY, state="happened"), limit=1).rows[0]
    actor = store.ask_actors(ActorQuestion(), limit=1).rows[0]
    return {
        "today": "/?day=2018-04-12&since=3",
        "story": f"/story/{story.id}",
        "happening": f"/happening/{talks.id}",
        "search": "/search?q=trucks&versions=all",
        "reader": f"/article/{lifted.article.id}?f={lifted.id}",
        "finding": f"/finding/{lifted.id}",
        "due": "/due?sure=all",
        "month": "/due?view=month&month=2018-03&sure=all",
        "slips": "/slips?sure=all",
        "events": "/events?sure=all",
        "standings": "/events?sure=all&by=day&view=standing",
        "map": "/map?sure=all",
        "actor": f"/actor?key={actor.key}",
        "sources": "/sources",
        "wall": "/wall?still=yes",
    }


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[tuple[str, str]]:
    """Serve a ledger; gives the address, and the token of who may write."""
    command = [PROGRAM, "serve", "--port", "0", "--today", TODAY, "--ledger", ledger, *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        lines = [process.stderr.readline() if process.stderr else "" for _ in range(1 + len(options))]
        yield lines[0].partition("at ")[2].partition(" until")[0].rstrip("/"), lines[-1].split()[-1]
        process.terminate()


def taken(browser: Browser, address: str, width: int, scheme: Scheme, token: str = "") -> Image.Image:
    """Take one picture, at half its size; of who may write, open what is folded."""
    page = browser.new_page(viewport=ViewportSize(width=width, height=HEIGHT), color_scheme=scheme)
    if token:
        page.goto(f"{address.partition('/review')[0]}/review/enter")
        page.get_by_label("Your name").fill("Ann")
        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_url("**/review")
    page.goto(address)
    if token:
        page.keyboard.press("w")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture.resize((width // 2, HEIGHT // 2), Image.Resampling.LANCZOS)


def sheet(rows: list[list[Image.Image]]) -> Image.Image:
    """Lay pictures out, one row below the other."""
    width = sum(picture.width + GAP for picture in rows[0]) + GAP
    height = sum(row[0].height + GAP for row in rows) + GAP
    whole = Image.new("RGB", (width, height), "#8a8a8a")
    y = GAP
    for row in rows:
        x = GAP
        for picture in row:
            whole.paste(picture, (x, y))
            x += picture.width + GAP
        y += row[0].height + GAP
    return whole


if __name__ == "__main__":
    main()
